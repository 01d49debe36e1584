#include "layout/say.h"

#include "base/utf8.h"
#include "layout/say_date.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    NUMBER_BYTES_MAX = 24 /* of a printed number */
};

/* Words that are written otherwise than with spaces. */
static const char *const spellings[][2] = {
    {"co_chair", "co-chair"}, {"wrap_up", "wrap-up"}, {"invited_absent", "invited, absent"},
    {"url", "URL"},           {"id", "id"},           {"sha256", "SHA-256"},
};

const char *say_term(const char *term, bool capital, char text[SAY_BYTES])
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (strcmp(spellings[i][0], term) == 0)
            term = spellings[i][1];
    snprintf(text, SAY_BYTES, "%s", term);
    for (char *c = text; *c; c++)
        if (*c == '_')
            *c = ' ';
    if (capital && *text >= 'a' && *text <= 'z')
        *text = (char)(*text - 'a' + 'A');
    return text;
}

/* Copies a text of a record, cut between characters. */
static size_t copy_text(const struct value *value, char text[SAY_BYTES])
{
    const size_t length =
        value->count < SAY_BYTES ? value->count : utf8_cut_length(value->text, SAY_BYTES - 1);
    memcpy(text, value->text, length);
    text[length] = '\0';
    return length;
}

size_t say_meeting(const struct record *meeting, char text[SAY_BYTES])
{
    const struct value *city = record_value(meeting, ROLE_CITY);
    const struct value *start = record_value(meeting, ROLE_START);
    const struct value *abbreviation = record_value(meeting, ROLE_ABBREVIATION);
    int64_t year = 0;
    if (abbreviation->count)
        return copy_text(abbreviation, text);
    if (city->count && city->count < SAY_BYTES / 2 && start->count >= 4 &&
        decimal_parse(start->text, 4, &year))
        return (size_t)snprintf(text, SAY_BYTES, "%s %" PRId64, city->text, year);
    char label[RECORD_LABEL_MAX];
    const size_t length = record_write_label(meeting, label);
    memcpy(text, label, length + 1);
    return length;
}

/* Reports whether a printed number is short and printable ASCII, so that it can be part of a text
 * of the program. */
static bool is_plain_number(const struct value *number)
{
    if (!number->count || number->count > NUMBER_BYTES_MAX)
        return false;
    for (size_t i = 0; i < number->count; i++)
        if (number->text[i] < ' ' || number->text[i] > '~')
            return false;
    return true;
}

const char *say_kind(const struct record *record, char text[SAY_BYTES])
{
    const struct value *number = record_value(record, ROLE_NUMBER);
    say_term(record->type->name, true, text);
    const size_t length = strlen(text);
    if (number->count)
        snprintf(text + length, SAY_BYTES - length, " %" PRId64, number->integer);
    else if (is_plain_number(record_value(record, ROLE_PRINTED_NUMBER)))
        snprintf(text + length, SAY_BYTES - length, " %s",
                 record_value(record, ROLE_PRINTED_NUMBER)->text);
    return text;
}

const char *say_lines(const struct value *lines, char text[SAY_BYTES])
{
    const char *dash = memchr(lines->text, '-', lines->count);
    const int before = dash ? (int)(dash - lines->text) : (int)lines->count;
    if (dash)
        snprintf(text, SAY_BYTES, "Lines %.*s\xE2\x80\x93%s", before, lines->text, dash + 1);
    else
        snprintf(text, SAY_BYTES, "Line %.*s", before, lines->text);
    return text;
}
