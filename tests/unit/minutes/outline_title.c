#include "outline/outline.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>

/* Writes the parts of a heading: its number, its title, its presenters, and the minutes. */
static void describe(const char *text, char *found, size_t size)
{
    struct outline_item item = {0};
    outline_split_title(text_span_of(text), &item);
    snprintf(found, size, "%.*s|%.*s|%.*s|%d", (int)item.number.length,
             item.number.length ? item.number.text : "", (int)item.title.length,
             item.title.length ? item.title.text : "", (int)item.presenters.length,
             item.presenters.length ? item.presenters.text : "", item.minutes);
}

Test(outline_title, a_number_before_a_title_has_a_mark_a_dash_or_a_prefix)
{
    static const struct text_case cases[] = {
        {"4. Lamps", "4|Lamps||0"},
        {"4.2 Lamps", "4.2|Lamps||0"},
        {"4.2. Lamps", "4.2|Lamps||0"},
        {"102/18 Lamps", "102/18|Lamps||0"},
        {"4) Lamps", "4|Lamps||0"},
        {"4: Lamps", "4|Lamps||0"},
        {"4 - Lamps", "4|Lamps||0"},
        {"4 – Lamps", "4|Lamps||0"},
        {"Item 4 Lamps", "4|Lamps||0"},
        {"Item 4: Lamps", "4|Lamps||0"},
        {"Item: Lamps", "|Lamps||0"},
        {"Item Lamps", "|Item Lamps||0"},
        {"A. Lamps", "A|Lamps||0"},
        {"a. Lamps", "|a. Lamps||0"},
        {"4 Lamps", "|4 Lamps||0"},
        {"1234. Lamps", "|1234. Lamps||0"},
        {"123. Lamps", "123|Lamps||0"},
        {"4.Lamps", "|4.Lamps||0"},
        {"4.", "|4.||0"},
        {"A. ", "|A.||0"},
        {"4. - Lamps", "4|Lamps||0"},
        {"4. — Lamps", "4|Lamps||0"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(outline_title, presenters_and_minutes_stand_in_brackets)
{
    static const struct text_case cases[] = {
        {"Lamps (Ana, 10m)", "|Lamps|Ana|10"},
        {"Lamps [Ana & Bo, 40 mins]", "|Lamps|Ana & Bo|40"},
        {"Lamps (10m) (slides)", "|Lamps||10"},
        {"Lamps (10m) (5m)", "|Lamps||5"},
        {"Lamps (slides) (slides) (slides) (slides)", "|Lamps (slides)||0"},
        {"Lamps (red) (10m)", "|Lamps (red)||10"},
        {"Lamps (red)", "|Lamps (red)||0"},
        {"Lamps (a (b) 10m)", "|Lamps|a (b)|10"},
        {"(10m)", "|(10m)||0"},
        {"10m)", "|10m)||0"},
        {"[Ana Ruiz] Lamps", "|Lamps|Ana Ruiz|0"},
        {"[AR] Lamps", "|[AR] Lamps||0"},
        {"[TODO] Lamps", "|[TODO] Lamps||0"},
        {"[Ana Ruiz]Lamps", "|[Ana Ruiz]Lamps||0"},
        {"Lamps {#lamps}", "|Lamps||0"},
        {"Lamps:", "|Lamps||0"},
        {":", "|||0"},
        {"", "|||0"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(outline_title, signs_before_the_first_letter_are_dropped)
{
    static const struct text_case cases[] = {
        {"🟢 Lamps", "|Lamps||0"},
        {"→ Lamps", "|Lamps||0"},
        {"* Lamps", "|Lamps||0"},
        {"“Lamps”", "|“Lamps”||0"},
        {"Äcker", "|Äcker||0"},
        {"…and lamps", "|…and lamps||0"},
        {"?!", "|?!||0"},
        {"→", "|||0"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}
