/* The words in the column of a table that says who was there (A1). */
#include "members/member.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>

/* Writes what a cell of the column "Status" says of a member. */
static void describe(const char *cell, char *found, size_t size)
{
    static const enum member_column columns[] = {COLUMN_NAME, COLUMN_STATUS};
    const struct text_span cells[] = {text_span_of("Ada Rowan"), text_span_of(cell)};
    struct member member;
    cr_assert_eq(member_read_row(columns, cells, 2, WORDS_ENGLISH, &member), MEMBER_PERSON);
    const char *status = member_status_name(member.status), *mode = member_mode_name(member.mode);
    snprintf(found, size, "%s%s%s%s", status ? status : "unknown", mode ? " " : "",
             mode ? mode : "", member.unknown.length ? " ?" : "");
}

Test(member_status, words_of_a_place_or_a_line_mean_present)
{
    static const struct text_case cases[] = {
        {"In person", "present in_person"},     {"On site", "present in_person"},
        {"Vor Ort", "present in_person"},       {"Präsenz", "present in_person"},
        {"Présentiel", "present in_person"},    {"Sur place", "present in_person"},
        {"Presencial", "present in_person"},    {"Teams", "present remote"},
        {"via Zoom", "present remote"},         {"phone", "present remote"},
        {"per Telefon", "present remote"},      {"En visio", "present remote"},
        {"En visio (Teams)", "present remote"}, {"à distance", "present remote"},
        {"por teléfono", "present remote"},     {"Telemática", "present remote"},
        {"Present, online", "present remote"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member_status, only_words_of_absence_mean_absent)
{
    static const struct text_case cases[] = {
        {"No", "absent"},
        {"N/A", "absent"},
        {"absent", "absent"},
        {"-", "absent"},
        {"–", "absent"},
        {"", "absent"},
        {"fehlt", "absent"},
        {"nicht anwesend", "absent"},
        {"unentschuldigt", "absent"},
        {"absente", "absent"},
        {"non", "absent"},
        {"no asiste", "absent"},
        {"Ausente", "absent"},
        {"✗", "absent"},
        {"excused", "excused"},
        {"Regrets", "excused"},
        {"entschuldigt", "excused"},
        {"Excusée", "excused"},
        {"disculpada", "excused"},
        {"Absent (with apologies)", "excused"},
        {"pouvoir à Bruno Vase", "excused"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member_status, an_unknown_word_means_present_and_is_kept)
{
    static const struct text_case cases[] = {
        {"yes", "present"},    {"✓", "present"},
        {"oui", "present"},    {"Sí", "present"},
        {"ja", "present"},     {"P", "present"},
        {"Late", "present ?"}, {"in the gallery", "present ?"},
        {"Member", "present"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}
