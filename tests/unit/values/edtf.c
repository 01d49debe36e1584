#include "values/edtf.h"

#include "values/calendar_day.h"
#include "values/time_zone.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Returns the first second of a day that is written as a number. */
static int64_t second_of(int64_t number)
{
    if (number == EDTF_MIN || number == EDTF_MAX)
        return number;
    const int64_t year = number / 10000 - (number % 10000 < 0), rest = number - year * 10000;
    return calendar_day(year, rest / 100, rest % 100) * SECONDS_OF_DAY;
}

static int64_t last_of(int64_t number)
{
    return number == EDTF_MAX ? number : second_of(number) + SECONDS_OF_DAY - 1;
}

static bool parse(const char *text, struct edtf_bounds *bounds)
{
    return edtf_parse(text, strlen(text), bounds);
}

Test(edtf, dates_have_the_first_and_last_day_that_they_may_mean)
{
    static const struct {
        const char *text;
        int64_t earliest, latest; /* year * 10000 + month * 100 + day */
    } cases[] = {
        {"2006-04-28", 20060428, 20060428},
        {"2004-02-29", 20040229, 20040229},
        {"2006-04", 20060401, 20060430},
        {"2006", 20060101, 20061231},
        {"2006-10~", 20061001, 20061031},
        {"2006?", 20060101, 20061231},
        {"2006-04-28%", 20060428, 20060428},
        {"199X", 19900101, 19991231},
        {"19XX", 19000101, 19991231},
        {"2006-XX", 20060101, 20061231},
        {"2006-04-XX", 20060401, 20060430},
        {"2006-XX-XX", 20060101, 20061231},
        {"2006-21", 20060101, 20060331},
        {"2006-24", 20061001, 20061231},
        {"-0044", -439899, -438769},
        {"Y17000", 170000101, 170001231},
        {"2006-04/2006-06", 20060401, 20060630},
        {"2006/..", 20060101, EDTF_MAX},
        {"../2006", EDTF_MIN, 20061231},
        {"2006/", 20060101, EDTF_MAX},
        {"2004-06~/2006-08?", 20040601, 20060831},
        {"2000-02-29", 20000229, 20000229},
        {"2006-22", 20060401, 20060630},
        {"2006-23", 20060701, 20060930},
        {"2XXX", 20000101, 29991231},
        {"XXXX", 101, 99991231},
        {"199X-XX", 19900101, 19991231},
        {"199X-XX-XX", 19900101, 19991231},
        {"-199X", -19989899, -19898769},
        {"Y-17000", -169999899, -169998769},
        {"2006-04-28/2006-04-28", 20060428, 20060428},
        {"/2006", EDTF_MIN, 20061231},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct edtf_bounds bounds;
        cr_expect(parse(cases[i].text, &bounds), "%s is refused", cases[i].text);
        cr_expect_eq(bounds.earliest, second_of(cases[i].earliest), "%s has a wrong first day",
                     cases[i].text);
        cr_expect_eq(bounds.latest, last_of(cases[i].latest), "%s has a wrong last day",
                     cases[i].text);
    }
}

Test(edtf, years_beyond_the_ceiling_count_as_the_year_of_the_ceiling)
{
    static const struct {
        const char *year, *counted;
    } cases[] = {
        {"Y200000000001", "Y200000000000"},
        {"Y999999999999", "Y200000000000"},
        {"Y-200000000001", "Y-200000000000"},
        {"Y-999999999999", "Y-200000000000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct edtf_bounds bounds, counted;
        cr_expect(parse(cases[i].year, &bounds) && parse(cases[i].counted, &counted), "%s",
                  cases[i].year);
        cr_expect_eq(bounds.earliest, counted.earliest, "%s", cases[i].year);
        cr_expect_eq(bounds.latest, counted.latest, "%s", cases[i].year);
        cr_expect_eq(bounds.earliest < 0, cases[i].year[1] == '-', "%s", cases[i].year);
    }
}

Test(edtf, texts_that_are_not_dates_are_refused)
{
    static const char *const cases[] = {"",           "2006-13",
                                        "2006-00",    "2006-04-31",
                                        "2006-02-29", "1900-02-29",
                                        "2006-4",     "06",
                                        "20060428",   "2006-04-28T24:00",
                                        "2006-25",    "2006-04-28 ",
                                        " 2006",      "2006-04-2X",
                                        "200X-04",    "2X06",
                                        "2006~?",     "~2006",
                                        "/",          "../..",
                                        "2007/2006",  "2006/2007/2008",
                                        "Y2006",      "Y02006",
                                        "April 2006", "2006-XX-12",
                                        "2006-04-00", "Y1234567890123",
                                        "2006-",      "2006-04-",
                                        "200:",       "2006-20",
                                        "2006-1X",    "2006-XX-",
                                        "2006-X",     "2006-XX-X",
                                        "Y17000-04",  "Y17000X",
                                        "Y1700",      "Y-0200",
                                        "2006/.",     "2006/...",
                                        "2006/.x",    "x./2006",
                                        "200X-XX-12", "2006-04-3",
                                        "-",          "Y",
                                        "2006/x",     "x/2006"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct edtf_bounds bounds = {1, 2};
        cr_expect_not(parse(cases[i], &bounds), "\"%s\" is accepted", cases[i]);
        cr_expect(bounds.earliest == 1 && bounds.latest == 2, "\"%s\" changes the result",
                  cases[i]);
    }
}

Test(edtf, a_month_has_its_days)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; month++) {
        struct edtf_bounds bounds;
        char last[40], beyond[40];
        snprintf(last, sizeof last, "2006-%02d-%02d", month, days[month - 1]);
        snprintf(beyond, sizeof beyond, "2006-%02d-%02d", month, days[month - 1] + 1);
        cr_expect(parse(last, &bounds), "%s", last);
        cr_expect_not(parse(beyond, &bounds), "%s", beyond);
    }
}

Test(edtf, a_date_ends_at_its_length)
{
    static const char text[] = "2006-04-28T10:00:00+02:00";
    struct edtf_bounds bounds;
    for (size_t length = 0; length < sizeof text; length++) {
        const bool ends_there = length && strchr("\x04\x07\x0a\x10\x13\x19", (int)length);
        cr_expect_eq(edtf_parse(text, length, &bounds), ends_there, "%zu", length);
    }
    cr_expect_not(edtf_parse(NULL, 0, &bounds));
    cr_expect_not(edtf_parse("2006-XX", 6, &bounds));
    cr_expect_not(edtf_parse("2006/..", 6, &bounds));
}

Test(edtf, times_are_instants_if_they_have_an_offset_from_utc)
{
    static const struct {
        const char *text;
        enum edtf_clock clock;
        int64_t earliest, latest;
    } cases[] = {
        {"1970-01-01T00:00:00Z", EDTF_OFFSET, 0, 0},
        {"1970-01-02T01:02:03Z", EDTF_OFFSET, 90123, 90123},
        {"1970-01-01T02:00+02:00", EDTF_OFFSET, 0, 0},
        {"1969-12-31T18:30:00-05:30", EDTF_OFFSET, 0, 0},
        {"1970-01-01T10:00", EDTF_LOCAL, 36000, 36000},
        {"1970-01-01T10:00:01", EDTF_LOCAL, 36001, 36001},
        {"1970-01-01T23:59:59Z", EDTF_OFFSET, 86399, 86399},
        {"1970-01-01T14:59+14:59", EDTF_OFFSET, 0, 0},
        {"1970-01-01", EDTF_DAYS, 0, 86399},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct edtf_date date;
        cr_assert(edtf_read(cases[i].text, strlen(cases[i].text), &date), "%s", cases[i].text);
        cr_expect_eq(date.clock, cases[i].clock, "%s", cases[i].text);
        cr_expect_eq(date.bounds.earliest, cases[i].earliest, "%s", cases[i].text);
        cr_expect_eq(date.bounds.latest, cases[i].latest, "%s", cases[i].text);
    }
}

Test(edtf, wrong_times_are_refused)
{
    static const char *const cases[] = {"2006-04-28T",
                                        "2006-04-28T10",
                                        "2006-04-28T10:60",
                                        "2006-04-28T10:00:60",
                                        "2006-04-28T10:00+2",
                                        "2006-04-28T10:00+15:00",
                                        "2006-04-28T10:00 +02:00",
                                        "2006-04T10:00",
                                        "2006-04-28T10:00~",
                                        "2006-04-28T10:00/2006",
                                        "2006/2006-04-28T10:00",
                                        "2006-04-28t10:00",
                                        "2006-04-28T1X:00",
                                        "2006-04-28T10:00z",
                                        "2006-04-28T10:",
                                        "2006-04-28T10:0",
                                        "2006-04-28T10-00",
                                        "2006-04-28T10:00:",
                                        "2006-04-28T10:00:5X",
                                        "2006-04-28T10:00+02",
                                        "2006-04-28T10:00+0200",
                                        "2006-04-28T10:00+02:60",
                                        "2006-04-28T10:00Zx",
                                        "2006-04-28T10:00Z?",
                                        "2006T10:00",
                                        "2006-04-28T10:00Z/..",
                                        "../2006-04-28T10:00Z"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct edtf_bounds bounds;
        cr_expect_not(parse(cases[i], &bounds), "\"%s\" is accepted", cases[i]);
    }
}

Test(edtf, a_day_is_that_of_its_time_zone)
{
    struct edtf_date date;
    const uint16_t zone = time_zone_find("America/New_York", strlen("America/New_York"));
    cr_assert(edtf_read("2031-05-03", 10, &date));
    const struct edtf_bounds day = edtf_instants(&date, zone);
    cr_assert(edtf_read("2031-05-03T23:59:59-04:00", 25, &date));
    cr_expect_eq(date.bounds.latest, day.latest);
    const struct edtf_bounds shown = edtf_local(&date, zone);
    cr_assert(edtf_read("2031-05-03", 10, &date));
    cr_expect_eq(shown.latest, date.bounds.latest);
}

Test(edtf, an_open_end_stays_open_in_each_time_zone)
{
    struct edtf_date date;
    const uint16_t zone = time_zone_find("America/New_York", strlen("America/New_York"));
    cr_assert(edtf_read("2031-05-03/..", 13, &date));
    const struct edtf_bounds from = edtf_instants(&date, zone);
    cr_expect_eq(from.earliest, date.bounds.earliest + 4 * 3600);
    cr_expect_eq(from.latest, EDTF_MAX);
    cr_assert(edtf_read("../2031-05-03", 13, &date));
    const struct edtf_bounds until = edtf_instants(&date, zone);
    cr_expect_eq(until.earliest, EDTF_MIN);
    cr_expect_eq(until.latest, date.bounds.latest + 4 * 3600);
}

Test(edtf, only_a_time_with_an_offset_moves_to_the_clock_of_a_zone)
{
    struct edtf_date date;
    const uint16_t zone = time_zone_find("America/New_York", strlen("America/New_York"));
    cr_assert(edtf_read("2031-05-03T12:00Z", 17, &date));
    cr_expect_eq(edtf_instants(&date, zone).earliest, date.bounds.earliest);
    cr_expect_eq(edtf_instants(&date, zone).latest, date.bounds.latest);
    cr_expect_eq(edtf_local(&date, zone).earliest, date.bounds.earliest - 4 * 3600);
    cr_expect_eq(edtf_local(&date, zone).latest, date.bounds.latest - 4 * 3600);
    cr_expect_eq(edtf_local(&date, TIME_ZONE_UTC).earliest, date.bounds.earliest);
    cr_assert(edtf_read("2031-05-03T12:00", 16, &date));
    cr_expect_eq(edtf_instants(&date, zone).earliest, date.bounds.earliest + 4 * 3600);
    cr_expect_eq(edtf_instants(&date, TIME_ZONE_UTC).earliest, date.bounds.earliest);
    cr_expect_eq(edtf_local(&date, zone).earliest, date.bounds.earliest);
}
