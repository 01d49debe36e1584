#include "minutes/minutes_private.h"

#include <criterion/criterion.h>
#include <stdio.h>

Test(meeting, the_body_is_the_title_without_dates_and_words_of_titles)
{
    static const struct {
        const char *title, *expected;
    } cases[] = {
        {"Minutes of the Pier Board, 3 March 2031", "Pier Board"},
        {"Pier Board – Minutes", "Pier Board"},
        {"— Pier Board —", "Pier Board"},
        {"Pier Board (draft)", "Pier Board"},
        {"Pier Board (north)", "Pier Board (north)"},
        {"(Pier Board", "Pier Board"},
        {"Pier Board]", "Pier Board"},
        {"2031-03-03 - Pier Board", "Pier Board"},
        {"Minutes - Pier Board - March", "Pier Board - March"},
        {"Lamps - 2031-03-03 - Pier Board", "Pier Board"},
        {"12th meeting of the Pier Board", "Pier Board"},
        {"12345th Pier Board", "Pier Board"},
        {"Minutes", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[200];
        const struct text_span body = meeting_body(text_span_of(cases[i].title));
        snprintf(found, sizeof found, "%.*s", (int)body.length, body.length ? body.text : "");
        cr_expect_str_eq(found, cases[i].expected, "%s gives %s, not %s", cases[i].title, found,
                         cases[i].expected);
    }
}
