/* Meetings are sorted by their short names. Of each run of equal names, the part that makes most of
 * them different is added; what is still equal then is a shorter run. */
#include "archive/meeting_name.h"

#include "archive/archive_private.h"
#include "base/decimal.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    YEAR_DIGITS = 4,
    KEY_BYTES = RECORD_LABEL_MAX + 8, /* of a short name and its year, with its NUL */
    PART_COUNT = 3
};

/* A meeting while it is compared by its short name, or by one of the parts. */
struct named_meeting {
    const struct record *record;
    char key[KEY_BYTES];
};

static const unsigned parts_in_order[PART_COUNT] = {MEETING_NAME_DATE, MEETING_NAME_BODY,
                                                    MEETING_NAME_TITLE};

/* Copies the beginning of a text, cut between characters. Returns its length. */
static size_t copy_start(const struct value *value, size_t most, char *text)
{
    const size_t length = value->count <= most ? value->count : utf8_cut_length(value->text, most);
    memcpy(text, value->count ? value->text : "", length);
    text[length] = '\0';
    return length;
}

bool meeting_name_is_code(const struct value *abbreviation)
{
    return abbreviation->count > 0 &&
           strspn(abbreviation->text, "abcdefghijklmnopqrstuvwxyz0123456789-_.") ==
               abbreviation->count;
}

size_t meeting_name_write(const struct record *meeting, char name[RECORD_LABEL_MAX],
                          int64_t *ret_year)
{
    const struct value *city = record_value(meeting, ROLE_CITY);
    const struct value *start = record_value(meeting, ROLE_START);
    const struct value *abbreviation = record_value(meeting, ROLE_ABBREVIATION);
    *ret_year = 0;
    if (meeting_name_is_code(abbreviation))
        return record_write_label(meeting, name);
    if (abbreviation->count)
        return copy_start(abbreviation, RECORD_LABEL_MAX - 1, name);
    if (city->count && city->count < RECORD_LABEL_MAX / 2 && start->count >= YEAR_DIGITS &&
        decimal_parse(start->text, YEAR_DIGITS, ret_year))
        return copy_start(city, RECORD_LABEL_MAX - 1, name);
    return record_write_label(meeting, name);
}

/* Writes the key of a part, or of the short name if `part` is 0. */
static void write_key(struct named_meeting *meeting, unsigned part)
{
    const struct value *body = record_value(meeting->record, ROLE_BODY);
    int64_t year;
    size_t length;
    switch (part) {
    case MEETING_NAME_DATE:
        copy_start(record_value(meeting->record, ROLE_START), MEETING_DATE_MAX, meeting->key);
        break;
    case MEETING_NAME_BODY:
        copy_start(body->count ? record_label(body->record) : body, MEETING_BODY_MAX, meeting->key);
        break;
    case MEETING_NAME_TITLE:
        copy_start(record_label(meeting->record), MEETING_TITLE_MAX, meeting->key);
        break;
    default:
        length = meeting_name_write(meeting->record, meeting->key, &year);
        if (year)
            memcpy(meeting->key + length, record_value(meeting->record, ROLE_START)->text,
                   YEAR_DIGITS);
        meeting->key[length + (year ? YEAR_DIGITS : 0)] = '\0';
    }
}

static int compare_meetings(const void *left, const void *right)
{
    const struct named_meeting *a = left, *b = right;
    const int order = strcmp(a->key, b->key);
    return order ? order
                 : (a->record->ordinal > b->record->ordinal) -
                       (a->record->ordinal < b->record->ordinal);
}

/* Sorts the meetings by a part. Returns the number of different keys. */
static size_t sort_by(struct named_meeting *at, size_t count, unsigned part)
{
    size_t different = 1;
    for (size_t i = 0; i < count; i++)
        write_key(&at[i], part);
    qsort(at, count, sizeof *at, compare_meetings);
    for (size_t i = 1; i < count; i++)
        different += strcmp(at[i - 1].key, at[i].key) != 0;
    return different;
}

/* Returns the part that makes most of the meetings different: the first of several. Returns the id
 * if no part makes a difference. */
static unsigned choose_part(struct named_meeting *at, size_t count)
{
    unsigned best = MEETING_NAME_ID;
    size_t most = 1;
    for (size_t i = 0; i < PART_COUNT && most < count; i++) {
        const size_t different = sort_by(at, count, parts_in_order[i]);
        best = different > most ? parts_in_order[i] : best;
        most = different > most ? different : most;
    }
    return best;
}

static void tell_apart(struct archive *archive, struct named_meeting *at, size_t count);

/* Tells the meetings of each run of equal keys apart. */
static void tell_runs_apart(struct archive *archive, struct named_meeting *at, size_t count)
{
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && strcmp(at[first].key, at[end].key) == 0;)
            end++;
        if (end - first > 1)
            tell_apart(archive, at + first, end - first);
    }
}

/* Adds a part to the names of several meetings. Each call adds one of the few parts, so it calls
 * itself only that often. */
static void tell_apart(struct archive *archive, struct named_meeting *at, size_t count)
{
    const unsigned part = choose_part(at, count);
    for (size_t i = 0; i < count; i++)
        archive->meeting_name_parts[at[i].record->ordinal] |= (unsigned char)part;
    if (part == MEETING_NAME_ID)
        return;
    sort_by(at, count, part);
    tell_runs_apart(archive, at, count);
}

bool archive_tell_meetings_apart(struct archive *archive)
{
    const struct record_list *list = &archive->records[TYPE_MEETING];
    struct named_meeting *at = calloc(list->count + 1, sizeof *at);
    archive->meeting_name_parts = arena_take(&archive->arena, list->count + 1);
    const bool allocated = at && archive->meeting_name_parts;
    for (size_t i = 0; allocated && i < list->count; i++)
        at[i].record = list->at[i];
    if (allocated) {
        sort_by(at, list->count, 0);
        tell_runs_apart(archive, at, list->count);
    }
    free(at);
    return allocated;
}

unsigned meeting_name_parts(const struct archive *archive, const struct record *meeting)
{
    return archive->meeting_name_parts[meeting->ordinal];
}
