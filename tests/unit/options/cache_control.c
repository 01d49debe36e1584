/* The directives that --cache-control accepts. */
#include "options/cache_control.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

Test(cache_control, accepts_the_directives_of_answers_and_extensions)
{
    static const char *const values[] = {"no-store",
                                         "public, no-cache",
                                         "public,max-age=60",
                                         "Public , Max-Age=0 ,  S-MaxAge=31536000",
                                         "max-age=60, stale-while-revalidate=600",
                                         "max-age=1, stale-if-error=86400, must-revalidate",
                                         "no-cache=\"set-cookie, x\", private",
                                         "no-cache=\"\"",
                                         "community=UCI, x=\"1\""};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        cr_expect_null(cache_control_problem(values[i]), "%s: %s", values[i],
                       cache_control_problem(values[i]));
}

Test(cache_control, says_what_is_wrong_with_other_texts)
{
    static const struct {
        const char *value, *problem;
    } cases[] = {
        {"", "between commas"},
        {",public", "between commas"},
        {"public,", "between commas"},
        {"public,,no-cache", "between commas"},
        {"public no-cache", "between commas"},
        {"public;max-age=1", "between commas"},
        {"public\r\nX: y", "between commas"},
        {"p\xC3\xBC", "between commas"},
        {"max-age", "seconds"},
        {"max-age=\"60\"", "seconds"},
        {"max-age=-1", "seconds"},
        {"max-age=1m", "seconds"},
        {"public, s-maxage=soon", "seconds"},
        {"STALE-IF-ERROR=x", "seconds"},
        {"max-age=", "without a value"},
        {"x= y", "without a value"},
        {"x=\"", "without a value"},
        {"x=\"a\\\"", "without a value"},
        {"x=\"a\"b", "between commas"},
        {"only-if-cached", "of requests"},
        {"max-age=1, min-fresh=2", "of requests"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *problem = cache_control_problem(cases[i].value);
        cr_assert_not_null(problem, "%s", cases[i].value);
        cr_expect(strstr(problem, cases[i].problem), "%s: %s", cases[i].value, problem);
    }
}

Test(cache_control, has_up_to_200_bytes)
{
    char value[202];
    memset(value, 'a', sizeof value);
    value[200] = '\0';
    cr_expect_null(cache_control_problem(value));
    value[200] = 'a';
    value[201] = '\0';
    cr_expect_str_eq(cache_control_problem(value), "it must have at most 200 bytes");
}
