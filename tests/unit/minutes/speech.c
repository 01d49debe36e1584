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
