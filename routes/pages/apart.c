#include "pages/apart.h"

#include "base/utf8.h"

#include <string.h>

#define SEPARATOR ", "

/* Appends a detail, and cuts a long one. Returns the new length. */
static size_t append(char text[APART_BYTES], size_t used, const char *detail, size_t length)
{
    if (length > APART_DETAIL_BYTES)
        length = utf8_cut_length(detail, APART_DETAIL_BYTES);
    if (!length)
        return used;
    memcpy(text + used, SEPARATOR, strlen(SEPARATOR));
    used += strlen(SEPARATOR);
    memcpy(text + used, detail, length);
    text[used + length] = '\0';
    return used + length;
}

size_t apart_say(const struct page *page, const struct record *record, size_t count,
                 char text[APART_BYTES])
{
    char words[SAY_MEETING_BYTES] = "";
    size_t used = 0;
    *text = '\0';
    const struct value *meeting = record_value(record, ROLE_MEETING);
    if (count > 0 && meeting->count && meeting->record != page->meeting)
        used = append(text, used, words, say_meeting(page->archive, meeting->record, words));
    if (count > 1)
        used = append(
            text, used, words,
            say_period(record_value(record, ROLE_START), record_value(record, ROLE_END), words));
    const struct value *room = record_value(record, ROLE_ROOM);
    if (count > 2)
        used = append(text, used, room->text, room->count);
    if (count > 3)
        used = append(text, used, record_id(record), strlen(record_id(record)));
    return used;
}

/* Reports whether two records have the same label, and the same details up to a number. */
static bool is_same(const struct page *page, const struct record *a, const struct record *b,
                    size_t details)
{
    char first[APART_BYTES], second[APART_BYTES];
    char label[RECORD_LABEL_MAX], other[RECORD_LABEL_MAX];
    record_write_label(a, label);
    record_write_label(b, other);
    if (strcmp(label, other) != 0)
        return false;
    apart_say(page, a, details, first);
    apart_say(page, b, details, second);
    return strcmp(first, second) == 0;
}

size_t apart_say_label(const struct page *page, const struct record *const *records, size_t count,
                       size_t index, char text[RECORD_LABEL_MAX + APART_BYTES])
{
    size_t details = 0;
    for (size_t i = 0; i < count; i++)
        while (i != index && records[i] && details < APART_DETAILS_MAX &&
               is_same(page, records[index], records[i], details))
            details++;
    const size_t length = record_write_label(records[index], text);
    return length + apart_say(page, records[index], details, text + length);
}
