#define _GNU_SOURCE /* strcasestr */
#include "citation/citation.h"

#include "http/url.h"
#include "schema/types/every_record.h"
#include "values/calendar_day.h"
#include "values/edtf.h"

#include <string.h>

enum {
    SENTENCE_BYTES = 400, /* bytes within which a sentence must end to be a title */
    ABBREVIATION_BYTES = 4
};

static const struct record *find_referred(const struct record *record, enum field_role role)
{
    const struct value *value = record_value(record, role);
    return value->count ? value->record : NULL;
}

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
            return find_referred(record, ROLE_DOCUMENTED);
    return NULL;
}

static struct citation_date citation_date_of(const struct record *record,
                                             const struct record *meeting)
{
    const struct value *issued = record_value(record, ROLE_ISSUED);
    if (!meeting && record->type == &document_type && !issued->count)
        meeting = find_documented(record);
    return meeting ? date_of_meeting(meeting) : citation_read_date(issued);
}

static enum citation_kind citation_kind_of(const struct record *record)
{
    static const enum citation_kind kinds[TYPE_COUNT] = {
        [TYPE_DOCUMENT] = CITATION_DOCUMENT, [TYPE_PROPOSAL] = CITATION_PROPOSAL,
        [TYPE_MEETING] = CITATION_MEETING,   [TYPE_SESSION] = CITATION_PART,
        [TYPE_AGENDA_ITEM] = CITATION_PART,  [TYPE_DECISION] = CITATION_PART,
        [TYPE_ACTION] = CITATION_PART,       [TYPE_DISCUSSION] = CITATION_SPEECH,
    };
    const struct value *kind = record_value(record, ROLE_KIND);
    if (kinds[record->type->ordinal] != CITATION_PAPER)
        return kinds[record->type->ordinal];
    return kind->count && (!strcmp(kind->text, "statement") || !strcmp(kind->text, "remarks"))
               ? CITATION_SPEECH
               : CITATION_PAPER;
}

/* Returns the title. A record of a type other than papers is named by its label if it has none: the
 * abstract of a paper does not name it. */
static const struct value *citation_find_title(const struct record *record)
{
    const struct value *title = record_value(record, ROLE_TITLE);
    return title->count || record->type == &paper_type ? title : record_label(record);
}

/* Returns the first identifier of a scheme, or value_absent. */
static const struct value *citation_identifier(const struct record *record, const char *scheme)
{
    const struct value *all = record_value(record, ROLE_IDENTIFIERS);
    for (size_t i = 0; i < all->count; i++) {
        const struct members *members = all->items[i].members;
        if (strcmp(members_value(members, IDENTIFIER_SCHEME)->text, scheme) == 0)
            return members_value(members, IDENTIFIER_VALUE);
    }
    return &value_absent;
}

const char *citation_kind_before_title(const struct record *record)
{
    const struct record *meeting = find_referred(record, ROLE_DOCUMENTED);
    const struct value *title = record_value(record, ROLE_TITLE);
    const struct value *kind = record_value(record, ROLE_DOCUMENT_KIND);
    const struct value *name = record_value(meeting, ROLE_TITLE);
    if (!title->count || title->count != name->count ||
        memcmp(title->text, name->text, title->count) != 0)
        return NULL;
    const char *word =
        kind->count && strcmp(kind->text, "other") != 0 ? kind->text : record->type->name;
    return strcasestr(title->text, word) ? NULL : word;
}

struct citation citation_of(const struct record *record, const char *origin, const char *base_path)
{
    struct citation citation = {.record = record,
                                .kind = citation_kind_of(record),
                                .title = citation_find_title(record),
                                .doi = citation_identifier(record, "doi"),
                                .origin = origin,
                                .base_path = base_path,
                                .session = find_referred(record, ROLE_SESSION),
                                .meeting = find_referred(record, ROLE_MEETING)};
    if (!citation.meeting)
        citation.meeting = find_referred(citation.session, ROLE_MEETING);
    citation.date =
        citation_date_of(record, record->type == &meeting_type ? record : citation.meeting);
    return citation;
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

const struct record *citation_author(const struct citation *citation, size_t index)
{
    const struct field_list fields = citation->record->type->fields;
    const struct field *field = field_list_with_role(fields, ROLE_AUTHOR);
    if (!field)
        return NULL;
    const struct value *authors = record_field(citation->record, (size_t)(field - fields.at));
    if (index >= authors->count)
        return NULL;
    return field->list ? authors->items[index].record : authors->record;
}

bool citation_read_name(const struct citation *citation, size_t index, struct citation_name *name)
{
    const struct record *person = citation_author(citation, index);
    const struct value *words = record_value(citation->record, ROLE_ATTRIBUTION);
    *name = (struct citation_name){&value_absent, &value_absent, words};
    if (!person)
        return index == 0 && words->count;
    const struct value *family = record_value(person, ROLE_FAMILY_NAME);
    const struct value *given = record_value(person, ROLE_GIVEN_NAME);
    name->whole = record_label(person);
    if (family->count && given->count) {
        name->family = family;
        name->given = given;
    }
    return true;
}

static void citation_append_value(struct buffer *out, const struct value *value)
{
    buffer_append(out, value->text, value->count);
}

static void citation_append_separated(struct buffer *out, const char *separator,
                                      const struct value *value)
{
    if (value->count && out->length)
        buffer_append_text(out, separator);
    citation_append_value(out, value);
}

/* Appends a kind as words. */
static void append_kind(struct buffer *out, const struct value *kind, bool capital)
{
    for (size_t i = 0; i < kind->count; i++) {
        const char byte = kind->text[i];
        buffer_append_byte(out, byte == '_'         ? ' '
                                : capital && i == 0 ? (char)(byte - 'a' + 'A')
                                                    : byte);
    }
}

static void append_kind_before_title(struct buffer *out, const struct record *record)
{
    const char *kind = citation_kind_before_title(record);
    const struct value word = {.count = kind ? (uint32_t)strlen(kind) : 0, .text = kind};
    append_kind(out, &word, true);
    buffer_append_text(out, kind ? ": " : "");
}

/* Reports whether a sentence ends with the byte at `at`. A full stop after a short word may be that
 * of an abbreviation, such as "Dr." or "U.S.". */
static bool ends_sentence(const char *text, size_t at)
{
    size_t word = at;
    if (!strchr(".?!", text[at]) || (text[at + 1] != ' ' && text[at + 1] != '\n'))
        return false;
    while (word > 0 && !strchr(" .\n", text[word - 1]))
        word--;
    return text[at] != '.' || at - word >= ABBREVIATION_BYTES;
}

/* Appends the first sentence of the text that names a record; of a long one, its beginning. */
static void append_sentence(struct buffer *out, const struct record *record)
{
    const struct value *text = record_label(record);
    char label[RECORD_LABEL_MAX];
    size_t length = record_write_label(record, label);
    size_t end = 0;
    while (end < text->count && end < SENTENCE_BYTES && !ends_sentence(text->text, end))
        end++;
    if (text->count < RECORD_LABEL_MAX - sizeof "\xE2\x80\xA6" || end == SENTENCE_BYTES)
        buffer_append(out, label, length);
    else
        buffer_append(out, text->text, end < text->count ? end + 1 : end);
}

void citation_append_title(struct buffer *out, const struct citation *citation)
{
    const struct value *kind = record_value(citation->record, ROLE_KIND);
    append_kind_before_title(out, citation->record);
    if (citation->title->count && record_value(citation->record, ROLE_TITLE)->count) {
        citation_append_value(out, citation->title);
        return;
    }
    if (citation->title->count) {
        append_sentence(out, citation->record);
        return;
    }
    buffer_append_text(out, "[Untitled ");
    if (kind->count)
        append_kind(out, kind, false);
    else
        buffer_append_text(out, "presentation");
    buffer_append_text(out, "]");
}

/* Appends the name of the type, and the number. */
static void append_type(struct buffer *out, const struct record *record)
{
    const struct value *number = record_value(record, ROLE_NUMBER);
    const struct value *printed = record_value(record, ROLE_PRINTED_NUMBER);
    const struct value name = {.count = (uint32_t)strlen(record->type->name),
                               .text = record->type->name};
    append_kind(out, &name, true);
    buffer_append_text(out, number->count || printed->count ? " " : "");
    if (number->count)
        buffer_append_integer(out, number->integer);
    else
        citation_append_value(out, printed);
}

void citation_append_genre(struct buffer *out, const struct citation *citation)
{
    const struct value *number = record_value(citation->record, ROLE_NUMBER);
    if (citation->kind == CITATION_MEETING)
        return;
    if (citation->kind == CITATION_PART) {
        append_type(out, citation->record);
    } else if (citation->kind != CITATION_PROPOSAL) {
        append_kind(out, record_value(citation->record, ROLE_KIND), true);
    } else {
        buffer_append_text(out, number->count ? "Policy proposal " : "Policy proposal");
        if (number->count)
            buffer_append_integer(out, number->integer);
    }
}

void citation_append_place(struct buffer *out, const struct citation *citation)
{
    const struct record *meeting =
        citation->kind == CITATION_MEETING ? citation->record : citation->meeting;
    citation_append_separated(out, ", ", record_value(meeting, ROLE_CITY));
    citation_append_separated(out, ", ", record_value(meeting, ROLE_COUNTRY));
}

void citation_append_keywords(struct buffer *out, const struct citation *citation)
{
    const struct value *topics = record_value(citation->record, ROLE_SUBJECT);
    for (size_t i = 0; i < topics->count; i++)
        citation_append_separated(out, ", ", record_label(topics->items[i].record));
}

void citation_append_url(struct buffer *out, const struct citation *citation)
{
    const struct value *elsewhere = record_value(citation->record, ROLE_URL);
    const struct url url = url_of_record(citation->base_path, citation->record);
    if (elsewhere->count) {
        citation_append_value(out, elsewhere);
    } else if (citation->origin) {
        buffer_append_text(out, citation->origin);
        url_append(out, &url);
    }
}

/* Appends a separator, unless the note is empty. */
static void begin_note(struct buffer *out)
{
    buffer_append_text(out, out->length ? "; " : "");
}

/* Appends the session of a record. */
static void note_session(struct buffer *out, const struct record *session)
{
    const struct value *number = record_value(session, ROLE_NUMBER);
    if (number->count) {
        buffer_append_text(out, "Session ");
        buffer_append_integer(out, number->integer);
    }
    citation_append_separated(out, ": ", record_value(session, ROLE_TITLE));
}

void citation_append_note(struct buffer *out, const struct citation *citation)
{
    const struct record *item = find_referred(citation->record, ROLE_AGENDA_ITEM);
    if (citation->session)
        note_session(out, citation->session);
    if (item) {
        begin_note(out);
        buffer_append_text(out, "on the agenda item: ");
        citation_append_value(out, record_label(item));
    }
    if (!citation->title->count) {
        begin_note(out);
        buffer_append_text(out, "the record gives no title");
    }
    const struct citation_date date = citation_own_date(citation);
    if (date.about) {
        begin_note(out);
        buffer_append_text(out, "date as recorded: ");
        citation_append_value(out, date.recorded);
    }
}
