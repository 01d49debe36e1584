#include "http/negotiation.h"

#include <criterion/criterion.h>
#include <string.h>

Test(negotiation, the_most_specific_media_range_applies)
{
    static const struct {
        const char *accept;
        int quality;
    } cases[] = {
        {NULL, 1000},
        {"", 1000},
        {"*/*", 1000},
        {"*", 1000},
        {"text/html, *; q=.2", 0},
        {"text/html, *;q=0.2", 200},
        {"application/json", 1000},
        {"APPLICATION/Json", 1000},
        {"application/*", 1000},
        {"text/html", 0},
        {"text/*, image/png", 0},
        {"text/html, */*;q=0.1", 100},
        {"*/*;q=0.8, application/json;q=0", 0},
        {"application/json;q=0.25, application/*;q=0.9, */*", 250},
        {"application/*;q=0.3, */*;q=0.9", 300},
        {"application/json ; q=0.5 , text/html", 500},
        {"application/json;Q=0.5", 500},
        {"application/json;q=0.123", 123},
        {"application/json;q=1.000", 1000},
        {"application/json;charset=utf-8", 1000},
        {"application/json; charset=\"UTF-8\"; q=0.5", 500},
        {"application/json;charset=latin1", 1000},
        {"application/json;indent=2", 1000},
        {"application/json;indent=2;q=0.3", 300},
        {"application/json;profile=x;q=0.4, application/json;profile=y;q=0.6", 600},
        {"application/json;profile=x, application/json;q=0.2", 200},
        {"application/json;q=0.2, application/json;profile=x", 200},
        {"application/json;profile=\"a,b;q=0\";q=0.7, */*;q=0.4", 700},
        {"application/json;profile=x;q=0, */*;q=0.4", 400},
        {"application/*;indent=2, */*;q=0.4", 1000},
        {"application/jsonp", 0},
        {"xpplication/*", 0}, /* as long as application/ */
        {"applications/*", 0},
        {"application/json;q=2", 1000},
        {"application/json;q=", 1000},
        {"application/json;q=abc, text/html", 0},
        {", ,application/json;q=0.5,,", 500},
        {"text/html;level=\"unclosed, application/json", 1000},
        {"application/json;;q=0.5", 500},
        {"application/json x, text/html", 0},
        {"application/json;q=0.5x, text/html", 0},
        {"application/json;a=\"b\"c, text/html", 0},
        {"application/json x, application/json;q=0.5", 500},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(negotiation_quality(cases[i].accept, "application/json"), cases[i].quality,
                     "\"%s\" is %d", cases[i].accept ? cases[i].accept : "(none)",
                     negotiation_quality(cases[i].accept, "application/json"));
}

Test(negotiation, the_best_acceptable_coding_is_chosen)
{
    static const struct {
        const char *accept_encoding;
        const char *chosen; /* NULL if no coding is acceptable */
    } cases[] = {
        {NULL, "identity"},
        {"", "identity"},
        {"gzip", "gzip"},
        {"x-gzip", "gzip"},
        {"GZIP", "gzip"},
        {"gzip, deflate, br, zstd", "br"},
        {"gzip, zstd", "zstd"},
        {"br;q=0.5, gzip;q=0.8", "gzip"},
        {"br;q=0.5, zstd;q=0.5, gzip;q=0.5", "br"},
        {"deflate", "identity"},
        {"compress, deflate;q=0.5", "identity"},
        {"*", "br"},
        {"*;q=0.5, br;q=0", "zstd"},
        {"br;q=0, zstd;q=0, *", "gzip"},
        {"identity", "identity"},
        {"identity;q=0.5, gzip;q=0.4", "identity"},
        {"identity;q=0.4, gzip;q=0.5", "gzip"},
        {"gzip;q=0", "identity"},
        {"identity;q=0", NULL},
        {"*;q=0", NULL},
        {"*;q=0, gzip", "gzip"},
        {"identity;q=0, gzip;q=0.001", "gzip"},
        {"gzip;q=0, br;q=0, zstd;q=0, identity;q=0", NULL},
        {"gzip;q=1.5, br;q=0.1", "br"},
        {"gzip;q=0.0001", "identity"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const enum coding best = negotiation_choose_coding(cases[i].accept_encoding).best;
        const char *chosen = best == CODING_NONE ? "none" : coding_names[best];
        cr_expect_str_eq(chosen, cases[i].chosen ? cases[i].chosen : "none", "\"%s\" chooses %s",
                         cases[i].accept_encoding ? cases[i].accept_encoding : "(none)", chosen);
    }
}

Test(negotiation, identity_is_excluded_only_by_quality_0)
{
    static const struct {
        const char *accept_encoding;
        bool excluded;
    } cases[] = {{NULL, false},
                 {"gzip", false},
                 {"gzip, identity;q=0", true},
                 {"gzip, identity;q=0.001", false},
                 {"gzip, *;q=0", true},
                 {"gzip, *;q=0, identity", false},
                 {"*;q=0", true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(negotiation_choose_coding(cases[i].accept_encoding).identity_excluded,
                     cases[i].excluded, "case %zu", i);
}
