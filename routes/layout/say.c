#include "layout/say.h"

#include "archive/archive.h"
#include "base/utf8.h"
#include "citation/citation.h"
#include "layout/say_date.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    NUMBER_BYTES_MAX = 24, /* of a printed number */
    YEAR_DIGITS = 4
};

/* Words that are written otherwise than with spaces. */
static const char *const spellings[][2] = {
    {"co_chair", "co-chair"},
    {"wrap_up", "wrap-up"},
    {"invited_absent", "invited, absent"},
    {"supports", "in favour"},
    {"opposes", "against"},
    {"qualifies", "with reservations"},
    {"procedural", "procedural point"},
    {"url", "URL"},
    {"id", "id"},
    {"sha256", "SHA-256"},
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

/* Appends a part to the short name of a meeting. */
static size_t add_part(char text[SAY_MEETING_BYTES], size_t length, const struct value *value,
                       size_t most)
{
    const size_t cut = value->count <= most ? value->count : utf8_cut_length(value->text, most);
    return length + (size_t)snprintf(text + length, SAY_MEETING_BYTES - length, ", %.*s", (int)cut,
                                     value->text);
}

/* Appends the year, or the date instead of it. */
static size_t add_date(const struct record *meeting, bool whole, int64_t year,
                       char text[SAY_MEETING_BYTES], size_t length)
{
    char words[SAY_DATE_BYTES];
    struct value start = *record_value(meeting, ROLE_START);
    if (start.count > MEETING_DATE_MAX)
        start.count = MEETING_DATE_MAX;
    if (whole && start.count > YEAR_DIGITS && say_date(&start, words))
        return length +
               (size_t)snprintf(text + length, SAY_MEETING_BYTES - length, ", %.60s", words);
    if (!year)
        return length;
    return length + (size_t)snprintf(text + length, SAY_MEETING_BYTES - length, " %" PRId64, year);
}

size_t say_meeting(const struct archive *archive, const struct record *meeting,
                   char text[SAY_MEETING_BYTES])
{
    int64_t year;
    const unsigned parts = meeting_name_parts(archive, meeting);
    const struct value *body = record_value(meeting, ROLE_BODY);
    size_t length = meeting_name_write(meeting, text, &year);
    length = add_date(meeting, parts & MEETING_NAME_DATE, year, text, length);
    if (parts & MEETING_NAME_BODY && body->count)
        length = add_part(text, length, record_label(body->record), MEETING_BODY_MAX);
    if (parts & MEETING_NAME_TITLE)
        length = add_part(text, length, record_label(meeting), MEETING_TITLE_MAX);
    if (parts & MEETING_NAME_ID)
        length = add_part(text, length, record_field(meeting, 0), MEETING_TITLE_MAX);
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
    say_term(say_has_kind(record) ? record_value(record, ROLE_KIND)->text : record->type->name,
             true, text);
    const size_t length = strlen(text);
    if (number->count)
        snprintf(text + length, SAY_BYTES - length, " %" PRId64, number->integer);
    else if (is_plain_number(record_value(record, ROLE_PRINTED_NUMBER)))
        snprintf(text + length, SAY_BYTES - length, " %s",
                 record_value(record, ROLE_PRINTED_NUMBER)->text);
    return text;
}

const struct record *say_find_item(const struct record *record)
{
    const struct value *item = record_value(record, ROLE_AGENDA_ITEM);
    char label[RECORD_LABEL_MAX], title[RECORD_LABEL_MAX];
    if (record->type != &decision_type || !item->count)
        return NULL;
    record_write_label(record, label);
    return record_write_label(item->record, title) && !strstr(label, title) ? item->record : NULL;
}

size_t say_kind_before_title(const struct record *record, char text[SAY_BYTES])
{
    char kind[SAY_BYTES];
    const char *term = citation_kind_before_title(record);
    *text = '\0';
    return term ? (size_t)snprintf(text, SAY_BYTES, "%.80s: ", say_term(term, true, kind)) : 0;
}

size_t say_name(const struct record *record, char text[SAY_NAME_BYTES])
{
    const size_t length = say_kind_before_title(record, text);
    return length + record_write_label(record, text + length);
}

size_t say_title(const struct record *record, char text[SAY_TITLE_BYTES])
{
    static const char separator[] = ": ";
    const struct record *item = say_find_item(record);
    size_t length = 0;
    if (item) {
        length = record_write_label(item, text);
        memcpy(text + length, separator, sizeof separator);
        length += strlen(separator);
    }
    return length + say_name(record, text + length);
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
