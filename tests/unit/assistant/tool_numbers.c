/* The numbers that assistants send, some of them with a point. */
#include "assistant/tool.h"

#include <criterion/criterion.h>

Test(tool_numbers, a_whole_number_may_have_a_point_up_to_the_limit_of_exact_ones)
{
    static const struct {
        const char *text;
        bool read;
        int64_t number;
    } cases[] = {{"7", true, 7},
                 {"-7", true, -7},
                 {"7.0", true, 7},
                 {"-0.0", true, 0},
                 {"7.5", false, 0},
                 {"9007199254740992.0", true, TOOL_NUMBER_MAX},
                 {"9007199254740994.0", false, 0},
                 {"-9007199254740992.0", true, -TOOL_NUMBER_MAX},
                 {"-9007199254740994.0", false, 0},
                 {"1e300", false, 0},
                 {"\"7\"", false, 0},
                 {"true", false, 0},
                 {"null", false, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t number = 0;
        json_t *value = json_loads(cases[i].text, JSON_DECODE_ANY, NULL);
        cr_expect_eq(tool_read_number(value, &number), cases[i].read, "%s", cases[i].text);
        cr_expect_eq(number, cases[i].number, "%s", cases[i].text);
        json_decref(value);
    }
}
