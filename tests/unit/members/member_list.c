#include "members/member.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes the entries of a list. */
static void describe(const char *text, char *found, size_t size)
{
    struct member_list list;
    struct text_span entry;
    *found = 0;
    member_list_begin(&list, text_span_of(text));
    while (member_list_next(&list, &entry)) {
        const size_t length = strlen(found);
        snprintf(found + length, size - length, "{%.*s}", (int)entry.length, entry.text);
    }
}

Test(member_list, commas_and_and_divide_entries_outside_brackets)
{
    static const struct text_case cases[] = {
        {"A. Example, Bo Norden (Org, Inc.), Cy Park and Di Moor.",
         "{A. Example}{Bo Norden (Org, Inc.)}{Cy Park}{Di Moor}"},
        {"@a @b @c", "{@a}{@b}{@c}"},
        {"Ana; Bo; Cy", "{Ana}{Bo}{Cy}"},
        {"Ana Ruiz & Bo Norden", "{Ana Ruiz}{Bo Norden}"},
        {"Ana Ruiz (Example and Co), Bo Norden, and Cy",
         "{Ana Ruiz (Example and Co)}{Bo Norden}{Cy}"},
        {"Lorette, Fabrice (voix donnée à Alix-Maud), La Balade des Livres",
         "{Lorette}{Fabrice (voix donnée à Alix-Maud)}{La Balade des Livres}"},
        {"A. Example (Org), B. Example", "{A. Example (Org)}{B. Example}"},
        {"Ana; Bo, Inc.; Cy", "{Ana}{Bo, Inc.}{Cy}"},
        {"Ana, Inc., Bo", "{Ana, Inc.}{Bo}"},
        {"Ana [a; b], Bo) x, Cy", "{Ana [a; b]}{Bo) x}{Cy}"},
        {"Ana, and Bo", "{Ana}{Bo}"},
        {"Ana, & Bo", "{Ana}{Bo}"},
        {"Ana and", "{Ana and}"},
        {"Ana & Bo & Cy", "{Ana}{Bo}{Cy}"},
        {"Ana (a) and Bo (b)", "{Ana (a)}{Bo (b)}"},
        {"@a b", "{@a b}"},
        {"@a @b, @c", "{@a}{@b}{@c}"},
        {",,", ""},
        {"Ana,, Bo", "{Ana}{Bo}"},
        {"", ""},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}
