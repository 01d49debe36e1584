#include "endpoints/named_record.h"

#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

static struct archive_fixture fixture;

static void start(void)
{
    fixture = load_two_meetings();
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(named_record, .init = start, .fini = stop);

Test(named_record, an_unambiguous_number_names_its_record)
{
    static const struct {
        const char *target, *location;
    } cases[] = {{"/sessions/2", "/sessions/lisbon-2001-session-2"},
                 {"/papers/1", "/papers/tides-at-night"},
                 {"/papers/2/presenters", "/papers/untitled/presenters"},
                 {"/papers/2/presenters?limit=1", "/papers/untitled/presenters?limit=1"},
                 {"/speakers/b-berg", "/people/b-berg"},
                 {"/papers/untitled", NULL},
                 {"/people/b-berg/papers", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response;
        json_decref(answer_json(&fixture, cases[i].target, 200, &response));
        const char *location = response_header(&response, "Content-Location");
        cr_expect_str_eq(location ? location : "none",
                         cases[i].location ? cases[i].location : "none", "%s", cases[i].target);
        response_finish(&response);
    }
}

Test(named_record, an_ambiguous_number_is_300_with_the_choices)
{
    static const char *const targets[] = {"/sessions/1", "/sessions/1/papers"};
    for (size_t i = 0; i < 2; i++) {
        struct response response;
        json_t *answer = answer_json(&fixture, targets[i], 300, &response);
        json_t *choices = json_object_get(answer, "choices");
        cr_assert_eq(json_array_size(choices), 2);
        cr_expect_str_eq(text_of(json_array_get(choices, 0), "href"),
                         "/sessions/lisbon-2001-session-1");
        cr_expect_eq(strncmp(response_header(&response, "Link"), "</sessions>; rel=\"collection\"",
                             sizeof "</sessions>; rel=\"collection\"" - 1),
                     0);
        response_finish(&response);
        json_decref(answer);
    }
}
