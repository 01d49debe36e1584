#include "values/duration.h"

#include <criterion/criterion.h>
#include <string.h>

Test(duration, days_and_seconds_are_counted_apart)
{
    static const struct {
        const char *text;
        int64_t days, seconds;
    } durations[] = {{"PT20M", 0, 1200},       {"PT1H30M", 0, 5400},
                     {"PT1H5S", 0, 3605},      {"P1DT2H", 1, 7200},
                     {"P2W", 14, 0},           {"P0D", 0, 0},
                     {"P3DT4H5M6S", 3, 14706}, {"P10D", 10, 0},
                     {"PT9S", 0, 9},           {"PT999999999H", 0, 3599999996400}};
    for (size_t i = 0; i < sizeof durations / sizeof *durations; i++) {
        struct duration read;
        const char *text = durations[i].text;
        cr_assert(duration_is_valid(text, strlen(text)), "%s", text);
        cr_assert(duration_read(text, strlen(text), &read), "%s", text);
        cr_expect_eq(read.days, durations[i].days, "%s", text);
        cr_expect_eq(read.seconds, durations[i].seconds, "%s", text);
    }
}

Test(duration, years_and_months_have_no_fixed_length)
{
    static const char *const durations[] = {"P1M", "P1Y", "P1Y2M3D", "P1MT1M", "P1Y2M3DT4H5M6S"};
    for (size_t i = 0; i < sizeof durations / sizeof *durations; i++) {
        struct duration read;
        cr_assert(duration_is_valid(durations[i], strlen(durations[i])));
        cr_expect_not(duration_read(durations[i], strlen(durations[i]), &read), "%s", durations[i]);
    }
}

Test(duration, other_texts_are_refused)
{
    static const char *const others[] = {
        "",       "P",      "PT",     "P1",    "PT1",           "1H",    "P1H",
        "PT1D",   "PT1H1H", "PT1M1H", "P1D1W", "PT-1H",         "PT+1H", "P1-1D",
        "PT1/H",  "PT1.5H", "PT1 H",  "pt1h",  "P1D ",          "PT1H,", "P1DT",
        "P2WT1H", "P1W2D",  "P1M1Y",  "T1H",   "PT1234567890H", "P1DD",  "PT:H",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(duration_is_valid(others[i], strlen(others[i])), "%s", others[i]);
    cr_expect_not(duration_is_valid("P1\0", 3), "a NUL is no unit");
    cr_expect_not(duration_is_valid("PT1\0"
                                    "H",
                                    5));
}

Test(duration, an_offset_has_hours_minutes_and_seconds)
{
    static const char *const offsets[] = {"0:00:00", "00:12:31", "1:59:59", "123456789:00:00"};
    static const char *const others[] = {
        "",         "1:02",       "01:2:03",  "01:02:3",  ":02:03",    "01:60:00",
        "01:00:60", "01:02:03.5", "01-02:03", "01:02-03", "01:02:034", "1234567890:00:00",
        "PT1H2M3S", "01:02:03Z",  "a1:02:03", "01:0a:03", "01:02:0a",  "01:02"};
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++)
        cr_expect(duration_is_offset(offsets[i], strlen(offsets[i])), "%s", offsets[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(duration_is_offset(others[i], strlen(others[i])), "%s", others[i]);
}
