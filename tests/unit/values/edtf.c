#include "values/edtf.h"

#include <criterion/criterion.h>
#include <string.h>

static bool parse(const char *text, struct edtf_bounds *bounds)
{
    return edtf_parse(text, strlen(text), bounds);
}

Test(edtf, dates_have_the_first_and_last_day_that_they_may_mean)
{
    static const struct {
        const char *text;
        edtf_day earliest, latest;
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
        {"2006/..", 20060101, EDTF_DAY_MAX},
        {"../2006", EDTF_DAY_MIN, 20061231},
        {"2006/", 20060101, EDTF_DAY_MAX},
        {"2004-06~/2006-08?", 20040601, 20060831},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct edtf_bounds bounds;
        cr_expect(parse(cases[i].text, &bounds), "%s is refused", cases[i].text);
        cr_expect_eq(bounds.earliest, cases[i].earliest, "%s has a wrong first day", cases[i].text);
        cr_expect_eq(bounds.latest, cases[i].latest, "%s has a wrong last day", cases[i].text);
    }
}

Test(edtf, texts_that_are_not_dates_are_refused)
{
    static const char *const cases[] = {"",           "2006-13",
                                        "2006-00",    "2006-04-31",
                                        "2006-02-29", "1900-02-29",
                                        "2006-4",     "06",
                                        "20060428",   "2006-04-28T10:00",
                                        "2006-25",    "2006-04-28 ",
                                        " 2006",      "2006-04-2X",
                                        "200X-04",    "2X06",
                                        "2006~?",     "~2006",
                                        "/",          "../..",
                                        "2007/2006",  "2006/2007/2008",
                                        "Y2006",      "Y02006",
                                        "April 2006", "2006-XX-12",
                                        "2006-04-00", "Y1234567890123",
                                        "2006-",      "2006-04-"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct edtf_bounds bounds = {1, 2};
        cr_expect_not(parse(cases[i], &bounds), "\"%s\" is accepted", cases[i]);
        cr_expect(bounds.earliest == 1 && bounds.latest == 2, "\"%s\" changes the result",
                  cases[i]);
    }
}
