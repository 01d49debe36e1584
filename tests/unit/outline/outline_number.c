#include "outline/outline_number.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>

static void describe_number(const char *text, bool bare, char *found, size_t size)
{
    static const char *const forms[NUMBER_FORM_COUNT] = {"prefixed", "marked",  "ordinal", "Roman",
                                                         "letter",   "capital", "bare"};
    struct outline_number number;
    if (!outline_number_read(text_span_of(text), bare, &number)) {
        snprintf(found, size, "none");
        return;
    }
    const int length = (int)number.text.length;
    snprintf(found, size, "%s [%.*s] %u of %u, [%s]", forms[number.form], length,
             length ? number.text.text : "", number.value, number.groups, text + number.end);
}

static void describe_title(const char *text, char *found, size_t size)
{
    describe_number(text, false, found, size);
}

static void describe_bare(const char *text, char *found, size_t size)
{
    describe_number(text, true, found, size);
}

static const struct text_case numbered_titles[] = {
    {"4.2. Lamps", "marked [4.2] 2 of 2, [ Lamps]"},
    {"4/2 Lamps", "marked [4/2] 2 of 2, [ Lamps]"},
    {"TOP 3: Lampen", "prefixed [3] 3 of 1, [ Lampen]"},
    {"Item 4 – Lamps", "prefixed [4] 4 of 1, [ – Lamps]"},
    {"Item 4", "prefixed [4] 4 of 1, []"},
    {"§ 3 Lampen", "prefixed [3] 3 of 1, [ Lampen]"},
    {"1.) Lamps", "marked [1] 1 of 1, [ Lamps]"},
    {"1.- Faroles", "marked [1] 1 of 1, [ Faroles]"},
    {"1.-Faroles", "marked [1] 1 of 1, [Faroles]"},
    {"IV. Lamps", "Roman [IV] 4 of 1, [ Lamps]"},
    {"XXXIX. Lamps", "Roman [XXXIX] 39 of 1, [ Lamps]"},
    {"XL. Lamps", "none"},
    {"XXXVIII) Lamps", "Roman [XXXVIII] 38 of 1, [ Lamps]"},
    {"IIII. Lamps", "none"},
    {"I – Lamps", "none"},
    {"II – Lamps", "Roman [II] 2 of 1, [ – Lamps]"},
    {"II - Lamps", "Roman [II] 2 of 1, [ - Lamps]"},
    {"II Lamps", "none"},
    {"V.", "Roman [V] 5 of 1, []"},
    {"Point IV Phare", "prefixed [IV] 4 of 1, [ Phare]"},
    {"a) Lamps", "letter [a] 1 of 1, [ Lamps]"},
    {"A) Lamps", "capital [A] 1 of 1, [ Lamps]"},
    {"A. Lamps", "capital [A] 1 of 1, [ Lamps]"},
    {"a. Lamps", "none"},
    {"z) Lamps", "letter [z] 26 of 1, [ Lamps]"},
    {"Z. Lamps", "capital [Z] 26 of 1, [ Lamps]"},
    {"b)Lamps", "none"},
    {"a)", "none"},
    {"A. B", "capital [A] 1 of 1, [ B]"},
    {"PRIMERO.- Faroles", "ordinal [PRIMERO] 1 of 1, [ Faroles]"},
    {"Primero.- Faroles", "ordinal [Primero] 1 of 1, [ Faroles]"},
    {"Primero. Faroles", "none"},
    {"PRIMERO.-Faroles", "ordinal [PRIMERO] 1 of 1, [Faroles]"},
    {"PRIMERO Faroles", "none"},
    {"Erstens: Lampen", "ordinal [Erstens] 1 of 1, [ Lampen]"},
    {"erstens: Lampen", "none"},
    {"Erstens:Lampen", "none"},
    {"Premier point : le phare", "ordinal [Premier] 1 of 1, [ le phare]"},
    {"Premier point. Le phare", "ordinal [Premier] 1 of 1, [ Le phare]"},
    {"Premier point le phare", "none"},
    {"Second item: Lamps", "ordinal [Second] 2 of 1, [ Lamps]"},
    {"First: Lamps", "ordinal [First] 1 of 1, [ Lamps]"},
    {"First, the lamps", "none"},
    {"First. Lamps", "none"},
    {"FIRST. Lamps", "ordinal [FIRST] 1 of 1, [ Lamps]"},
    {"Twelfth item: Lamps", "ordinal [Twelfth] 12 of 1, [ Lamps]"},
    {"Topic: Lamps", "prefixed [] 0 of 0, [ Lamps]"},
    {"Topic : Lamps", "prefixed [] 0 of 0, [ Lamps]"},
    {"Topic", "none"},
    {"TOP: Lampen", "prefixed [] 0 of 0, [ Lampen]"},
    {"2024 Budget", "none"},
    {"2024. Budget", "none"},
    {"999. Lamps", "marked [999] 999 of 1, [ Lamps]"},
    {"1000. Lamps", "none"},
    {"1.1000. Lamps", "none"},
    {"3 - Lamps", "marked [3] 3 of 1, [ - Lamps]"},
    {"3 – Lamps", "marked [3] 3 of 1, [ – Lamps]"},
    {"3 -Lamps", "none"},
    {"3 - ", "none"},
    {"3", "none"},
    {"3.", "marked [3] 3 of 1, []"},
    {"3º Faroles", "marked [3] 3 of 1, [ Faroles]"},
    {"3ª. Faroles", "marked [3] 3 of 1, [ Faroles]"},
    {"3° Phare", "marked [3] 3 of 1, [ Phare]"},
    {"3::: Lamps", "none"},
    {"3/ Lamps", "marked [3] 3 of 1, [ Lamps]"},
    {"3./ Lamps", "marked [3] 3 of 1, [ Lamps]"},
    {"3.): Lamps", "none"},
    {"3.a Lamps", "none"},
    {"Item No. 5 Lamps", "prefixed [5] 5 of 1, [ Lamps]"},
    {"Item n 5. Lamps", "prefixed [5] 5 of 1, [ Lamps]"},
    {"TOP Nr. 12 Lampen", "prefixed [12] 12 of 1, [ Lampen]"},
    {"Punto núm. 7: Faroles", "prefixed [7] 7 of 1, [ Faroles]"},
    {"Item number 123 Lamps", "prefixed [123] 123 of 1, [ Lamps]"},
    {"Item number 1234 Lamps", "none"},
    {"No. 5 Lamps", "none"},
    {"Lamps", "none"},
    {"", "none"},
    {"1.2.3.4 Lamps", "marked [1.2.3.4] 4 of 4, [ Lamps]"},
    {"1..2 Lamps", "none"},
    {"1.\xc2\xa0Lamps", "marked [1] 1 of 1, [\xc2\xa0Lamps]"},
    {"Item\xc2\xa0"
     "4 Lamps",
     "prefixed [4] 4 of 1, [ Lamps]"},
    {"ad 3 Lampen", "prefixed [3] 3 of 1, [ Lampen]"},
    {"3-4 Lamps", "none"},
};

Test(outline_number, a_mark_a_word_or_a_dash_makes_a_number)
{
    expect_texts(describe_title, numbered_titles, sizeof numbered_titles / sizeof *numbered_titles);
}

Test(outline_number, digits_alone_are_a_number_only_if_that_is_permitted)
{
    static const struct text_case cases[] = {
        {"3 Lamps", "bare [3] 3 of 1, [ Lamps]"},
        {"3", "bare [3] 3 of 1, []"},
        {"2024 Budget", "none"},
        {"3Lamps", "none"},
        {"12. Lamps", "marked [12] 12 of 1, [ Lamps]"},
        {"1.2 Lamps", "marked [1.2] 2 of 2, [ Lamps]"},
        {"999 Lamps", "bare [999] 999 of 1, [ Lamps]"},
        {"Item 3 Lamps", "prefixed [3] 3 of 1, [ Lamps]"},
        {"3: Lamps", "marked [3] 3 of 1, [ Lamps]"},
        {"0 Lamps", "bare [0] 0 of 1, [ Lamps]"},
        {"3-", "none"},
    };
    expect_texts(describe_bare, cases, sizeof cases / sizeof *cases);
}
