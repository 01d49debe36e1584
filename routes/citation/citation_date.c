#include "citation/citation_private.h"
#include "schema/types/every_record.h"
#include "values/calendar_day.h"
#include "values/edtf.h"

#include <string.h>

static struct plain_date plain_day(int64_t second)
{
    const struct calendar_date date = calendar_date_of(calendar_day_of_time(second));
    return (struct plain_date){{(int)date.year, date.month, date.day}, 3};
}

/* Returns the length of a date without its time. */
static uint32_t length_of_day(const struct value *value)
{
    const char *time = value->count ? memchr(value->text, 'T', value->count) : NULL;
    return time ? (uint32_t)(time - value->text) : value->count;
}

/* Returns how many parts of a date are known: 2 of 2006-04-XX and 1 of the season 2006-21, but at
 * least the year. */
static size_t known_parts(const struct value *value, const char *text, size_t length)
{
    static const uint32_t lengths[] = {10, 7};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct value part = *value;
        struct plain_date read;
        part.text = text;
        part.count = lengths[i];
        if (length >= lengths[i] && plain_date_read(&part, &read))
            return read.count;
    }
    return 1;
}

/* Makes the first and the last day of a recorded date no more exact than the record. */
static void cut_to_known(const struct value *value, struct citation_date *date)
{
    const char *slash = memchr(value->text, '/', value->count);
    const size_t first = slash ? (size_t)(slash - value->text) : value->count;
    const size_t last = slash ? first + 1 : 0;
    date->from.count = known_parts(value, value->text, first);
    date->to.count = known_parts(value, value->text + last, value->count - last);
    bool same = date->from.count == date->to.count;
    for (size_t i = 0; i < date->from.count; i++)
        same = same && date->from.parts[i] == date->to.parts[i];
    if (same)
        date->to.count = 0;
}

/* Reports whether a date is about a day, month or year: it says so, or has unknown digits in a
 * year.
 */
static bool is_approximate(const struct value *value)
{
    enum {
        YEAR_DIGITS = 4
    };
    const char *slash = memchr(value->text, '/', value->count);
    const char *starts[] = {value->text, slash ? slash + 1 : value->text};
    const char *end = value->text + value->count;
    for (size_t i = 0; i < 2; i++)
        for (const char *at = starts[i]; at < end && at < starts[i] + YEAR_DIGITS && *at != '/';
             at++)
            if (*at == 'X')
                return true;
    return strpbrk(value->text, "?~%") != NULL;
}

/* Returns the season of a date such as 2006-21, or 0. */
static int season_of(const struct value *value)
{
    static const char pattern[] = "YYYY-2S";
    const char *text = value->text;
    const bool is_season = value->count == sizeof pattern - 1 && text[4] == '-' && text[5] == '2';
    return is_season ? text[6] - '0' : 0;
}

/* Reads a plain date as it is, and any other date as its first and last day, as far as they are
 * known. */
static struct citation_date citation_read_date(const struct value *value)
{
    struct citation_date date = {.recorded = value};
    struct edtf_bounds bounds;
    if (!value->count)
        return date;
    date.approximate = is_approximate(value);
    date.season = season_of(value);
    struct value sure = *value;
    sure.count = length_of_day(value);
    if (strchr("?~%", value->text[value->count - 1])) {
        date.about = true;
        sure.count--;
    }
    if (plain_date_read(&sure, &date.from) || !edtf_parse(value->text, value->count, &bounds))
        return date;
    date.about = true;
    if (bounds.earliest < calendar_day(1, 1, 1) * SECONDS_OF_DAY ||
        bounds.latest >= calendar_day(10000, 1, 1) * SECONDS_OF_DAY)
        return date;
    date.from = plain_day(bounds.earliest);
    date.to = plain_day(bounds.latest);
    cut_to_known(value, &date);
    return date;
}

bool citation_first_year(const struct citation_date *date, int64_t *ret_year)
{
    const struct value *recorded = date->recorded;
    struct edtf_bounds bounds;
    if (date->from.count)
        *ret_year = date->from.parts[0];
    else if (recorded->count && edtf_parse(recorded->text, recorded->count, &bounds) &&
             bounds.earliest != EDTF_MIN)
        *ret_year = calendar_date_of(calendar_day_of_time(bounds.earliest)).year;
    else
        return false;
    return true;
}

static bool is_same_date(const struct plain_date *one, const struct plain_date *other)
{
    return one->count == other->count &&
           memcmp(one->parts, other->parts, one->count * sizeof *one->parts) == 0;
}

/* Returns the date of a meeting; that of one day is single. */
static struct citation_date date_of_meeting(const struct record *meeting)
{
    struct citation_date date = citation_read_date(record_value(meeting, ROLE_START));
    const struct citation_date end = citation_read_date(record_value(meeting, ROLE_END));
    if (date.from.count && end.from.count) {
        date.to = end.to.count ? end.to : end.from;
        date.about |= end.about;
        date.approximate |= end.about;
        date.season = 0;
    }
    if (is_same_date(&date.from, &date.to))
        date.to.count = 0;
    return date;
}

/* Returns the meeting whose date a document without one of its own has: its minutes, for example,
 * but not a report about it. Or NULL. */
static const struct record *find_documented(const struct record *record)
{
    static const char *const kinds[] = {"minutes", "transcript", "recording"};
    const struct value *kind = record_value(record, ROLE_DOCUMENT_KIND);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && kind->count; i++)
        if (strcmp(kind->text, kinds[i]) == 0)
            return citation_find_referred(record, ROLE_DOCUMENTED);
    return NULL;
}

struct citation_date citation_date_of(const struct record *record, const struct record *meeting)
{
    const struct value *issued = record_value(record, ROLE_ISSUED);
    if (!meeting && record->type == &document_type && !issued->count)
        meeting = find_documented(record);
    return meeting ? date_of_meeting(meeting) : citation_read_date(issued);
}

/* Returns what two dates have in common: "2006-04" for 28 and 29 April; at least the first year. */
static struct plain_date shared_date(const struct plain_date *from, const struct plain_date *to)
{
    struct plain_date shared = *from;
    for (size_t i = 1; i < shared.count; i++)
        if (i >= to->count || from->parts[i] != to->parts[i] || from->parts[0] != to->parts[0])
            shared.count = i;
    return shared;
}

struct citation_date citation_own_date(const struct citation *citation)
{
    const struct record *const dated[] = {citation->record, citation->session};
    for (size_t i = 0; citation->meeting && i < sizeof dated / sizeof *dated; i++) {
        if (!dated[i])
            continue;
        struct citation_date own = citation_read_date(record_value(dated[i], ROLE_START));
        own.to.count = 0;
        if (own.from.count && !own.about)
            return own;
    }
    return citation->date;
}

struct citation_date citation_date_in_text(const struct citation *citation)
{
    return citation->kind == CITATION_PART ? citation_own_date(citation) : citation->date;
}

struct plain_date citation_known_date(const struct citation *citation)
{
    const struct citation_date date = citation_own_date(citation);
    return date.to.count ? shared_date(&date.from, &date.to) : date.from;
}
