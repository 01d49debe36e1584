#include "unicode/nearest_name.h"

#include <criterion/criterion.h>
#include <string.h>

Test(nearest_name, the_nearest_known_name_is_suggested_if_it_is_near_enough)
{
    static const char *const known[] = {"limit",      "offset",      "sort",
                                        "presenters", "per-address", "q"};
    static const struct {
        const char *wanted, *best;
    } cases[] = {
        {"limt", "limit"},
        {"limits", "limit"},
        {"ilmit", "limit"},
        {"lemit", "limit"},
        {"ofset", "offset"},
        {"osrt", "sort"},
        {"srt", "sort"},
        {"presentres", "presenters"},
        {"per-adress", "per-address"},
        {"peradress", "per-address"},
        {"LIMIT", "limit"},
        {"líṁit", "limit"},
        {"ｓｏｒｔ", "sort"},
        {"Pr\u00e9sentors", "presenters"},
        {"filter", "none"},
        {"", "q"},
        {"xyz", "none"},
        {"limitoffset", "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct nearest_name nearest;
        nearest_name_init(&nearest, cases[i].wanted, strlen(cases[i].wanted));
        for (size_t j = 0; j < sizeof known / sizeof *known; j++)
            nearest_name_offer(&nearest, known[j]);
        cr_expect_str_eq(nearest.best ? nearest.best : "none", cases[i].best, "\"%s\"",
                         cases[i].wanted);
    }
}

Test(nearest_name, a_very_long_name_gets_no_suggestion)
{
    char wanted[5000];
    struct nearest_name nearest;
    memset(wanted, 'a', sizeof wanted);
    nearest_name_init(&nearest, wanted, sizeof wanted);
    nearest_name_offer(&nearest, "aaaa");
    cr_expect_null(nearest.best);
}

/* So that a misspelt name among a million is answered in time. A name of another length is one
 * step, and a comparison has a step for each pair of letters besides. */
Test(nearest_name, names_are_compared_for_four_million_steps)
{
    enum {
        STEPS_MAX = 4000000,
        STEPS_OF_ONE = 1 + 5 * 6 /* "paper" is near, so that all its rows are read */
    };
    for (int others = STEPS_MAX - 1; others <= STEPS_MAX; others++) {
        struct nearest_name nearest;
        nearest_name_init(&nearest, "papers", 6);
        for (int i = 0; i < others; i++)
            nearest_name_offer(&nearest, "something-else");
        nearest_name_offer(&nearest, "paper");
        cr_expect_eq(nearest.best != NULL, others < STEPS_MAX, "after %d others", others);
    }
    struct nearest_name nearest;
    nearest_name_init(&nearest, "papers", 6);
    nearest_name_offer(&nearest, "paper");
    cr_expect_eq(nearest.steps_left, STEPS_MAX - STEPS_OF_ONE);
}
