#include "minutes/speech.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void write_speech(const struct speech *speech, char *found, size_t size)
{
    static const char *const forms[SPEECH_FORM_COUNT] = {
        "none",   "continued", "chat", "brackets", "parentheses",
        "handle", "colon",     "bold", "dash",     "alone"};
    snprintf(found, size, "%s [%.*s] [%.*s]", forms[speech->form], (int)speech->who.length,
             speech->who.length ? speech->who.text : "", (int)speech->text.length,
             speech->text.length ? speech->text.text : "");
}

/* Writes what a text is as a speech; "*" before it makes its first 8 bytes bold, and "> " is an
 * entry with a list below it. */
static void describe(const char *text, char *found, size_t size)
{
    struct speech speech;
    const bool bold = *text == '*', nested = !strncmp(text, "> ", 2);
    const struct markdown_line line = {.bold = bold ? 8 : 0, .entry = nested};
    text += bold ? 1 : nested ? 2 : 0;
    snprintf(found, size, "none");
    if (speech_read(text_span_of(text), &line, nested, &speech))
        write_speech(&speech, found, size);
}

Test(speech, a_name_stands_in_brackets_before_a_mark_or_in_bold)
{
    static const struct text_case cases[] = {
        {"<ana> It is late", "chat [ana] [It is late]"},
        {"[Ana] It is late", "brackets [Ana] [It is late]"},
        {"[name=Ana] It is late", "brackets [Ana] [It is late]"},
        {"(Ana) It is late", "parentheses [Ana] [It is late]"},
        {"@ana It is late", "handle [@ana] [It is late]"},
        {"Ana: It is late", "colon [Ana] [It is late]"},
        {"Ana:* It is late", "colon [Ana] [It is late]"},
        {"*Ana Ruiz It is late", "bold [Ana Ruiz] [It is late]"},
        {"Ana - It is late", "dash [Ana] [It is late]"},
        {"Ana – It is late", "dash [Ana] [It is late]"},
        {"Ana — It is late", "dash [Ana] [It is late]"},
        {"Ana -- It is late", "dash [Ana] [It is late]"},
        {"…: and dark", "continued [] [and dark]"},
        {"... and dark", "continued [] [and dark]"},
        {"> Ana", "alone [Ana] []"},
        {"> Ana:", "alone [Ana] []"},
        {"Ana:", "colon [Ana] []"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(speech, a_time_before_the_name_is_skipped)
{
    static const struct text_case cases[] = {
        {"15:04 Ana: It is late", "colon [Ana] [It is late]"},
        {"[5:36] Ana: It is late", "colon [Ana] [It is late]"},
        {"[5:36 Ana: It is late", "none"},
        {"15:04: Ana: It is late", "none"},
        {"1504 Ana: It is late", "none"},
        {"15:04Ana: It is late", "none"},
        {":04 Ana: It is late", "none"},
        {"15:04", "none"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(speech, numbers_urls_sentences_and_code_are_no_names)
{
    static const struct text_case cases[] = {
        {"Lamps: 12.5 %", "colon [Lamps] [12.5 %]"},
        {"Lamps: 12 red", "colon [Lamps] [12 red]"},
        {"12 lamps: all red", "none"},
        {"https://example.org", "none"},
        {"one two three four five six: it is", "colon [one two three four five six] [it is]"},
        {"one two three four five six seven: it is", "none"},
        {"Is it? Ana: yes", "none"},
        {"A. Ruiz: yes", "colon [A. Ruiz] [yes]"},
        {"It is. So: yes", "none"},
        {"[Ana](it) is", "none"},
        {"[Ana]", "none"},
        {"[Ana", "none"},
        {"<ana>", "none"},
        {"@ana", "none"},
        {"@ it is", "none"},
        {"Ana -", "none"},
        {" - Ana", "none"},
        {": Ana", "none"},
        {"Ana", "none"},
        {"...", "none"},
        {"", "none"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(speech, a_name_has_at_most_69_bytes_before_its_colon)
{
    char text[100];
    struct speech speech;
    const struct markdown_line line = {0};
    for (int length = 69; length <= 70; length++) {
        snprintf(text, sizeof text, "%.*s: so", length,
                 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
                 "abcdefghijklmnopqrstuvwxyz");
        cr_expect_eq(speech_read(text_span_of(text), &line, false, &speech), length == 69);
    }
}

/* Writes the next speech in a text, and its offset. */
static void describe_next(const char *text, char *found, size_t size)
{
    size_t at = 0;
    struct speech speech;
    snprintf(found, size, "none");
    if (!speech_find_next(text_span_of(text), 0, &at, &speech))
        return;
    write_speech(&speech, found, size);
    const size_t length = strlen(found);
    snprintf(found + length, size - length, " at %zu", at);
}

Test(speech, the_next_speech_begins_after_the_end_of_a_sentence)
{
    static const struct text_case cases[] = {
        {"It is late. Ana: No.", "colon [Ana] [No.] at 12"},
        {"Is it? @ana: No.", "colon [@ana] [No.] at 7"},
        {"\"It is.\" Ana: No.", "colon [Ana] [No.] at 9"},
        {"\"It is\" Ana: No.", "none"},
        {"It is… Ana: No.", "colon [Ana] [No.] at 9"},
        {"It is late. ana: No.", "none"},
        {"It is late. Élise: No.", "colon [Élise] [No.] at 12"},
        {"It is late.Ana: No.", "none"},
        {"It is late, Ana: No.", "none"},
        {"It is late. So it is. Ana: No.", "colon [Ana] [No.] at 22"},
        {"Late. A:", "none"},
        {"Late. A", "none"},
    };
    expect_texts(describe_next, cases, sizeof cases / sizeof *cases);
}

static const struct text_case forms[] = {
    {"(a b", "none"},
    {"<nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn> x",
     "chat [nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn] [x]"},
    {"<nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn> x", "none"},
    {"[nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn] x",
     "brackets [nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn] [x]"},
    {"[nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn] x", "none"},
    {"> nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
     "alone [nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn] []"},
    {"> nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", "none"},
    {"@nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn x",
     "handle [@nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn] [x]"},
    {"@nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn x", "none"},
    {"[Ana](", "none"},
    {"[Ana] (it) is", "brackets [Ana] [(it) is]"},
    {"[Ana](x", "none"},
    {"(Ana)(x", "none"},
    {"<a b> x", "chat [a b] [x]"},
    {"<a=b> x", "none"},
    {"<a/b> x", "chat [a/b] [x]"},
    {"<a\"b> x", "none"},
    {"<1> x", "none"},
    {"<1a> x", "chat [1a] [x]"},
    {"<Z> x", "chat [Z] [x]"},
    {"<é> x", "chat [é] [x]"},
    {"<!?;> x", "none"},
    {"<!?;a> x", "chat [!?;a] [x]"},
    {"15:04 <1> x", "none"},
    {"15:04 a=b: x", "none"},
    {"15:04 !a: x", "colon [!a] [x]"},
    {"!a: x", "none"},
    {"15:04 * ana waves", "chat [ana] [waves]"},
    {"15:04 * ana", "none"},
    {"* ana waves", "bold [ana wave] [s]"},
    {"15:04 * 12 waves", "none"},
    {"15:04 *ana waves", "none"},
    {"1: x", "none"},
    {"12:3 Ana: x", "colon [Ana] [x]"},
    {"[1] Ana: x", "colon [[1] Ana] [x]"},
    {"[:5] Ana: x", "brackets [:5] [Ana: x]"},
    {"[5:] Ana: x", "none"},
    {"[5:6]Ana: x", "none"},
    {"[5:6] ", "none"},
    {"5:6 ", "none"},
    {"5:6:7 Ana: x", "colon [Ana] [x]"},
    {"...", "none"},
    {"...:", "none"},
    {"...: x", "continued [] [x]"},
    {".. x", "none"},
    {"… x", "continued [] [x]"},
    {"Ana! x: y", "none"},
    {"Ana; x: y", "none"},
    {"Ana=x: y", "none"},
    {"Ana{: y", "none"},
    {"Ana}: y", "none"},
    {"Ana|x: y", "none"},
    {"Ana\\x: y", "none"},
    {"Ana#1: y", "none"},
    {"Ana`x: y", "none"},
    {"Ana*: y", "colon [Ana] [y]"},
    {"*Ana*: y", "colon [Ana] [y]"},
    {"_Ana_: y", "colon [Ana] [y]"},
    {"Ana (x): y", "colon [Ana (x)] [y]"},
    {"(x) Ana: y", "parentheses [x] [Ana: y]"},
    {"Ana\tx: y", "none"},
    {"Ana?: y", "none"},
    {"Ana<: y", "none"},
    {"Ana>: y", "none"},
    {"Dr. Ana: y", "colon [Dr. Ana] [y]"},
    {"Prof. Ana: y", "colon [Prof. Ana] [y]"},
    {"Profs. Ana: y", "none"},
    {"A. B. Ana: y", "colon [A. B. Ana] [y]"},
    {"Ana. B: y", "colon [Ana. B] [y]"},
    {"Anab. B: y", "colon [Anab. B] [y]"},
    {"Ana. : y", "colon [Ana.] [y]"},
    {"Ana.: y", "colon [Ana.] [y]"},
    {"Ana:y", "none"},
    {"Ana:_y_", "colon [Ana] [y_]"},
    {"Ana:**y**", "colon [Ana] [y**]"},
    {"Ana::y", "none"},
    {"Ana:: y", "none"},
    {"Ana: : y", "colon [Ana] [y]"},
    {"Ana : y", "colon [Ana] [y]"},
    {": y", "none"},
    {"A: y", "colon [A] [y]"},
    {"a: y", "colon [a] [y]"},
    {"9a: y", "none"},
    {"a9: y", "colon [a9] [y]"},
    {"Ana: 5", "none"},
    {"Ana: 5.", "none"},
    {"Ana: 5 %", "none"},
    {"Ana: .", "colon [Ana] [.]"},
    {"Ana: %", "colon [Ana] [%]"},
    {"Ana: 5a", "colon [Ana] [5a]"},
    {"Ana: a5", "colon [Ana] [a5]"},
    {"Ana: 5 5", "colon [Ana] [5 5]"},
    {"Ana -- ", "none"},
    {"Ana - x - y", "dash [Ana] [x - y]"},
    {"- x", "none"},
    {"Ana-x", "none"},
    {"Ana -x", "none"},
    {"one two three four five six - x", "dash [one two three four five six] [x]"},
    {"one two three four five six seven - x", "none"},
    {"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn - x",
     "dash [nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn] [x]"},
    {"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn - x", "none"},
    {"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn - x", "none"},
    {"> one two three four five six", "alone [one two three four five six] []"},
    {"> one two three four five six seven", "none"},
    {"> Ana: x", "colon [Ana] [x]"},
    {"> Ana - x", "dash [Ana] [x]"},
    {"> 9a", "none"},
    {"> (x)", "none"},
    {"> @ana x", "handle [@ana] [x]"},
    {"*AnaBelle", "none"},
    {"*AnaBell y", "bold [AnaBell] [y]"},
    {"*9naBell y", "none"},
    {"*Ana: ll y", "colon [Ana] [ll y]"},
    {"@a x", "handle [@a] [x]"},
    {"@ x", "none"},
    {"@aé x", "handle [@aé] [x]"},
};

Test(speech, each_mark_and_length_decides_what_is_a_name)
{
    expect_exact_texts(describe, forms, sizeof forms / sizeof *forms);
}

static const struct text_case next_speeches[] = {
    {"A. Ana: No.", "none"},
    {"B. A. Ana: No.", "none"},
    {"Bo A. Ana: No.", "none"},
    {"BoA. Ana: No.", "colon [Ana] [No.] at 5"},
    {"b. Ana: No.", "colon [Ana] [No.] at 3"},
    {"It is A. Ana: No.", "none"},
    {"Late! Ana: No.", "colon [Ana] [No.] at 6"},
    {"Late; Ana: No.", "none"},
    {"Late? Ana: No.", "colon [Ana] [No.] at 6"},
    {"Late.\" Ana: No.", "colon [Ana] [No.] at 7"},
    {"Late!\" Ana: No.", "colon [Ana] [No.] at 7"},
    {"Late,\" Ana: No.", "none"},
    {"Late\". Ana: No.", "colon [Ana] [No.] at 7"},
    {"\" Ana: No.", "none"},
    {"Late. A: b", "colon [A] [b] at 6"},
    {"Late. A:b", "none"},
    {"Late. A: ", "colon [A] [] at 6"},
    {"Late. Z: b", "colon [Z] [b] at 6"},
    {"Late. [: b", "none"},
    {"Late. @: b", "colon [@] [b] at 6"},
    {"Late. Ana says. Bo: No.", "colon [Bo] [No.] at 16"},
    {"Late. Ana. Bo: No.", "colon [Bo] [No.] at 11"},
    {"Late. A. Bo: No.", "colon [A. Bo] [No.] at 6"},
    {"Late. Al. Bo: No.", "colon [Bo] [No.] at 10"},
    {"… Ana: No.", "colon [Ana] [No.] at 4"},
    {"L… Ana: No.", "colon [Ana] [No.] at 5"},
    {"L¦ Ana: No.", "none"},
    {"Late.  Ana: No.", "none"},
    {"Late. 9na: No.", "none"},
    {"?? A: b", "colon [A] [b] at 3"},
    {"? A: b", "colon [A] [b] at 2"},
    {"??A: b", "none"},
};

Test(speech, the_next_speech_is_of_a_name_with_a_capital_or_a_handle)
{
    expect_exact_texts(describe_next, next_speeches, sizeof next_speeches / sizeof *next_speeches);
}
