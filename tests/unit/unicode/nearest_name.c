#include "unicode/nearest_name.h"

#include <criterion/criterion.h>
#include <string.h>

Test(nearest_name, the_nearest_known_name_is_suggested_if_it_is_near_enough)
{
    static const char *const known[] = {"limit", "offset", "sort",   "presenters", "per-address",
                                        "q",     "colour", "colors", "AZ",         "@["};
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
        {"lixix", "none"},
        {"xffsex", "offset"},
        {"xffxex", "none"},
        {"prexxnter", "presenters"},
        {"prexxxter", "none"},
        {"color", "colour"},
        {"colors", "colors"},
        {"ax", "AZ"},
        {"xz", "AZ"},
        {"@x", "@["},
        {"x[", "@["},
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

Test(nearest_name, names_of_the_most_bytes_are_compared_and_longer_ones_are_not)
{
    char text[NEAREST_NAME_BYTES_MAX + 2];
    memset(text, 'a', sizeof text);
    for (size_t more = 0; more <= 1; more++) {
        struct nearest_name nearest, of_most;
        nearest_name_init(&nearest, text, NEAREST_NAME_BYTES_MAX + more);
        nearest_name_init(&of_most, text, NEAREST_NAME_BYTES_MAX);
        text[NEAREST_NAME_BYTES_MAX + more] = '\0';
        nearest_name_offer(&nearest, text + more);
        nearest_name_offer(&of_most, text);
        cr_expect_eq(nearest.best != NULL, !more);
        cr_expect_eq(of_most.best != NULL, !more);
        text[NEAREST_NAME_BYTES_MAX + more] = 'a';
    }
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
