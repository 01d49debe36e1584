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

/* Writes the entries of a list with the surnames that they share. */
static void describe_surnames(const char *text, char *found, size_t size)
{
    struct member_list list;
    struct text_span entry;
    *found = 0;
    member_list_begin(&list, text_span_of(text));
    while (member_list_next(&list, &entry)) {
        const struct text_span surname = member_list_surname(&list, entry);
        const size_t length = strlen(found);
        snprintf(found + length, size - length, "{%.*s%s%.*s}", (int)entry.length, entry.text,
                 surname.length ? " + " : "", (int)surname.length,
                 surname.length ? surname.text : "");
    }
}

Test(member_list, two_given_names_share_the_surname_of_the_second)
{
    static const struct text_case cases[] = {
        {"Alan & Joyce Carter, Ann Lake", "{Alan + Carter}{Joyce Carter}{Ann Lake}"},
        {"Tom and Sue van Mill (hosts)", "{Tom + van Mill}{Sue van Mill (hosts)}"},
        {"Tom und Sue J. M\u00fcller", "{Tom + M\u00fcller}{Sue J. M\u00fcller}"},
        {"Tom et Sue Moulin", "{Tom + Moulin}{Sue Moulin}"},
        {"Tom y Sue Molino", "{Tom + Molino}{Sue Molino}"},
        {"Cleo, Tom and Sue Mill", "{Cleo}{Tom}{Sue Mill}"},
        {"Ann Lake and Sue Mill", "{Ann Lake}{Sue Mill}"},
        {"Tom and Sue", "{Tom}{Sue}"},
    };
    expect_texts(describe_surnames, cases, sizeof cases / sizeof *cases);
}

Test(member_list, an_entry_may_be_a_pair)
{
    cr_expect(member_list_is_pair(text_span_of("Alan & Joyce Carter (hosts)")));
    cr_expect(member_list_is_pair(text_span_of("Ann Lake und Bob Moor, Vorstand")));
    cr_expect_not(member_list_is_pair(text_span_of("Ann Lake (Marsh & Co)")));
    cr_expect_not(member_list_is_pair(text_span_of("Parks and Recreation Department")));
    cr_expect_not(member_list_is_pair(text_span_of("Hugo Ancla y Vela")));
    cr_expect_not(member_list_is_pair(text_span_of("Mr & Mrs Rowan")));
}
