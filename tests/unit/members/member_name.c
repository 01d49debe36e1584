/* The forms of names and organizations, and the words beside a name in a list (A3, A5). */
#include "members/member_private.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>

/* Writes what a text may be. */
static void describe(const char *text, char *found, size_t size)
{
    const struct text_span span = text_span_of(text);
    snprintf(found, size, "%s%s%s%s%zu", member_is_name(span, false) ? "name " : "",
             member_is_name(span, true) ? "handle " : "",
             member_is_organization(span) ? "organization " : "",
             member_is_beside(span) ? "beside " : "", member_remark_at(span));
}

static const struct text_case texts[] = {
    {"Ada Bert Cy de la du Reef", "name handle 25"},
    {"Ada Bert Cy Dan de la du Reef", "29"},
    {"Lamp Lamp Lamp Lamp Lamp Lamp Lamp Lamp Lamp Foundation", "organization 55"},
    {"Lamp Lamp Lamp Lamp Lamp Lamp Lamp Lamp Lamp Lamp Foundation", "60"},
    {"Foundation", "name handle 10"},
    {"Parks and Old Recreation", "organization 24"},
    {"Parks and Old Recreation Lamps", "30"},
    {"La Lampe Verte", "name handle organization 14"},
    {"la Lampe Verte", "name handle 14"},
    {"La lampe Verte", "14"},
    {"La Lampe", "name handle 8"},
    {"@ada", "handle 4"},
    {"ada", "handle 3"},
    {"@a:b", "4"},
    {"a:b", "3"},
    {"ada b", "5"},
    {"Chair", "beside 5"},
    {"Treasurer", "beside 9"},
    {"Guest", "5"},
    {"the Treasurer", "13"},
    {"2 Treasurers", "12"},
    {"via Zoom", "beside 8"},
    {"Via Zoom", "name handle 8"},
    {"by telephone", "beside 12"},
    {"by the lamp", "11"},
    {"in person", "beside 9"},
    {"until item 4", "beside 12"},
    {"until 10:30", "beside 11"},
    {"left early", "beside 10"},
    {"sent apologies", "beside 14"},
    {"with apologies for absence", "beside 26"},
    {"who sent apologies for absence", "30"},
    {"apologies for lateness", "beside 22"},
    {"Apologies", "9"},
    {"lamps", "handle 5"},
    {"", "0"},
    {"Ada Reef until item 4", "9"},
    {"Ada Reef Until item 4", "21"},
    {"Ada Reef via Zoom", "9"},
    {"Ada Reef by the lamp", "20"},
    {"Ada Reef in person", "9"},
    {"Ada Reef as chair", "9"},
    {"Ada Reef left 10:30", "9"},
    {"Ada Reef 2 left 10:30", "21"},
    {"lamps via Zoom", "14"},
    {"Ada via Zoom", "4"},
    {"Ada van Reef via Zoom", "13"},
};

Test(member_name, words_tell_names_organizations_and_what_is_beside_a_name)
{
    expect_exact_texts(describe, texts, sizeof texts / sizeof *texts);
}

/* Writes the letters of a text that stand for the name behind the mark "=". */
static void describe_initials(const char *text, char *found, size_t size)
{
    const struct text_span span = text_span_of(text);
    const size_t mark = text_span_find(span, 0, "=");
    const struct text_span letters = text_span_part(span, 0, mark);
    const struct text_span name = text_span_part(span, mark + 1, span.length);
    snprintf(found, size, "%s%s", member_is_initials(letters, name) ? "initials " : "",
             member_is_short_form(letters) ? "short" : "");
}

Test(member_name, initials_stand_in_the_order_of_the_words)
{
    static const struct text_case cases[] = {
        {"AR=Ada Reef", "initials short"},
        {"A=Ada Reef", "initials "},
        {"AR=Ada Bert Reef", "initials short"},
        {"AB=Ada Reef", "short"},
        {"RA=Ada Reef", "short"},
        {"ARR=Ada Reef", "short"},
        {"AA=Ada Reef", "short"},
        {"A R=Ada Reef", ""},
        {"AR=", "short"},
        {"=Ada Reef", ""},
        {"ABMQ=Ada Reef", "short"},
        {"ABMQN=Ada Reef", ""},
        {"ar=Ada Reef", "initials "},
        {"Ar=Ada Reef", "initials "},
        {"AR.=Ada Reef", "initials "},
        {"BR=Ada Bert Reef", "short"},
        {"ABR=Ada Bert Reef", "initials short"},
        {"A-R=Ada Reef", "short"},
    };
    expect_exact_texts(describe_initials, cases, sizeof cases / sizeof *cases);
}

/* Writes the organization or person that a legend gives letters for. */
static void describe_legend(const char *text, char *found, size_t size)
{
    struct member member;
    if (member_read_legend(text_span_of(text), &member))
        snprintf(found, size, "%.*s is %.*s%s", (int)member.abbreviation.length,
                 member.abbreviation.text, (int)member.name.length, member.name.text,
                 member.abbreviation_guessed ? "?" : "");
    else
        snprintf(found, size, "none");
}

Test(member_name, a_legend_gives_letters_for_a_name)
{
    static const struct text_case cases[] = {
        {"AR=Ada Reef", "AR is Ada Reef"},
        {"AR = Ada Reef", "AR is Ada Reef"},
        {"A = Ada Reef", "none"},
        {"ABCDE = Ada Reef", "ABCDE is Ada Reef"},
        {"ABCDEF = Ada Reef", "none"},
        {"ABCDE   = Ada Reef", "ABCDE is Ada Reef"},
        {"ABCDE    = Ada Reef", "none"},
        {"AR Ada Reef", "none"},
        {"AR =", "none"},
        {"AR = Lamp Foundation", "none"},
        {"A1 = Ada Reef", "none"},
        {"AR = Ada Reef (XY)", "AR is Ada Reef"},
    };
    expect_exact_texts(describe_legend, cases, sizeof cases / sizeof *cases);
}
