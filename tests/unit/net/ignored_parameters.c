/* The parameters that are removed from a request target. */
#include "net/ignored_parameters.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *const names[] = {"ref", "source_id"};
static const struct ignored_parameters ignored = {names, 2};

static void expect_shortened(const char *target, const char *expected)
{
    char shortened[200];
    ignored_parameters_remove(&ignored, target, shortened);
    cr_expect_str_eq(shortened, expected, "%s: %s", target, shortened);
    cr_expect_eq(ignored_parameters_find(&ignored, target) != NULL, strcmp(target, expected) != 0,
                 "%s", target);
}

Test(ignored_parameters, those_of_third_parties_are_removed)
{
    expect_shortened("/papers?utm_source=a&limit=1", "/papers?limit=1");
    expect_shortened("/papers?limit=1&utm_campaign=a%26b&sort=title&fbclid=x&gclid",
                     "/papers?limit=1&sort=title");
    expect_shortened("/papers?_=1700000000000", "/papers");
    expect_shortened("/papers?nocache", "/papers");
    expect_shortened("/?gclid=1&utm_=2&mc_cid=3&mc_eid=4&msclkid=5&gbraid=6&wbraid=7", "/");
    expect_shortened("/?dclid=1&srsltid=2&_ga=3&_gl=4&igsh=5&igshid=6&twclid=7&ttclid=8&q=x",
                     "/?q=x");
    expect_shortened("/?yclid=1&li_fat_id=2&_hsenc=3&_hsmi=4&mkt_tok=5&mtm_cid=6&pk_kwd=7", "/");
}

Test(ignored_parameters, those_of_the_flag_are_removed)
{
    expect_shortened("/papers?ref=a&limit=1&source_id=&ref=b", "/papers?limit=1");
}

Test(ignored_parameters, all_others_are_kept_as_they_are)
{
    static const char *const targets[] = {
        "/papers",
        "/papers?",
        "/papers?limit=1",
        "/papers?utm=1",
        "/papers?Utm_source=1",
        "/papers?__=1",
        "/papers?fbclid2=1",
        "/papers?fbcli=1",
        "/papers?reference=1&re=2",
        "/utm_source=1",
        "/papers?q=utm_source=1",
        "/papers?&limit=1&&sort=title&",
        "/search?q=_",
    };
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        expect_shortened(targets[i], targets[i]);
}

Test(ignored_parameters, the_first_of_them_is_found)
{
    static const char target[] = "/papers?limit=1&ref=b&utm_source=a";
    cr_expect_eq(ignored_parameters_find(&ignored, target), strstr(target, "ref="));
    cr_expect_eq(ignored_parameters_find(&ignored, target + strlen("/papers")),
                 strstr(target, "ref="));
    cr_expect_null(ignored_parameters_find(&ignored, "/papers?limit=1"));
}
