#include "formats/citation.h"

#include "schema/edtf.h"

#include <string.h>

static const struct value nothing = {.count = 0};

const struct value *citation_value(const struct record *record, const char *field)
{
    const struct value *value = record ? record_value(record, field) : NULL;
    return value ? value : &nothing;
}

static const struct record *referred(const struct record *record, const char *field)
{
    const struct value *value = citation_value(record, field);
    return value->count ? value->record : NULL;
}

static struct plain_date plain_day(edtf_day day)
{
    return (struct plain_date){{(int)(day / 10000), (int)(day / 100 % 100), (int)(day % 100)}, 3};
}

/* A date without doubt as it is; another one from its first to its last day. */
static struct citation_date read_date(const struct value *value)
{
    struct citation_date date = {.recorded = value};
    struct edtf_bounds bounds;
    struct value sure = *value;
    if (value->count && strchr("?~%", value->text[value->count - 1])) {
        date.about = true;
        sure.count--;
    }
    if (plain_date_read(&sure, &date.from) || !value->count ||
        !edtf_parse(value->text, value->count, &bounds))
        return date;
    date.about = true;
    if (bounds.earliest < 10101 || bounds.latest > 99991231)
        return date;
    date.from = plain_day(bounds.earliest);
    date.to = plain_day(bounds.latest);
    return date;
}

static struct citation_date date_of(const struct record *record, const struct record *meeting)
{
    if (!meeting)
        return read_date(citation_value(record, "date"));
    struct citation_date date = read_date(citation_value(meeting, "start_date"));
    const struct citation_date end = read_date(citation_value(meeting, "end_date"));
    if (date.from.count && end.from.count) {
        date.to = end.to.count ? end.to : end.from;
        date.about |= end.about;
    }
    return date;
}

static enum citation_kind kind_of(const struct record *record)
{
    const struct value *kind = citation_value(record, "kind");
    if (record->type == &document_type)
        return CITATION_DOCUMENT;
    if (record->type == &proposal_type)
        return CITATION_PROPOSAL;
    return kind->count && (!strcmp(kind->text, "statement") || !strcmp(kind->text, "remarks"))
               ? CITATION_SPEECH
               : CITATION_PAPER;
}

struct citation citation_of(const struct record *record)
{
    struct citation citation = {
        .record = record, .kind = kind_of(record), .title = citation_value(record, "title")};
    if (citation.kind != CITATION_DOCUMENT) {
        citation.session = referred(record, "session");
        citation.meeting = referred(record, "meeting");
        if (!citation.meeting)
            citation.meeting = referred(citation.session, "meeting");
    }
    citation.date = date_of(record, citation.meeting);
    return citation;
}

const struct record *citation_author(const struct citation *citation, size_t index)
{
    const struct value *presenters = citation_value(citation->record, "presenters");
    if (index < presenters->count)
        return presenters->items[index].record;
    return index == 0 ? referred(citation->record, "author") : NULL;
}

static void append_value(struct buffer *out, const struct value *value)
{
    buffer_append(out, value->text, value->count);
}

static void append_separated(struct buffer *out, const char *separator, const struct value *value)
{
    if (value->count && out->length)
        buffer_append_text(out, separator);
    append_value(out, value);
}

void citation_append_title(struct buffer *out, const struct citation *citation)
{
    const struct value *kind = citation_value(citation->record, "kind");
    if (citation->title->count) {
        append_value(out, citation->title);
        return;
    }
    buffer_append_text(out, "[Untitled ");
    if (kind->count)
        append_value(out, kind);
    else
        buffer_append_text(out, "presentation");
    buffer_append_text(out, "]");
}

void citation_append_genre(struct buffer *out, const struct citation *citation)
{
    const struct value *kind = citation_value(citation->record, "kind");
    if (citation->kind == CITATION_PROPOSAL) {
        buffer_append_text(out, "Policy proposal ");
        buffer_append_integer(out, citation_value(citation->record, "number")->integer);
    } else if (kind->count) {
        buffer_append_byte(out, (char)(kind->text[0] - 'a' + 'A'));
        buffer_append(out, kind->text + 1, kind->count - 1);
    }
}

void citation_append_place(struct buffer *out, const struct citation *citation)
{
    append_separated(out, ", ", citation_value(citation->meeting, "city"));
    append_separated(out, ", ", citation_value(citation->meeting, "country"));
}

void citation_append_keywords(struct buffer *out, const struct citation *citation)
{
    const struct value *topics = citation_value(citation->record, "topics");
    for (size_t i = 0; i < topics->count; i++)
        append_separated(out, ", ", record_label(topics->items[i].record));
}

void citation_append_note(struct buffer *out, const struct citation *citation)
{
    static const char separator[] = "; ";
    if (citation->session) {
        buffer_append_text(out, "Session ");
        buffer_append_integer(out, citation_value(citation->session, "number")->integer);
        append_separated(out, ": ", citation_value(citation->session, "title"));
    }
    if (!citation->title->count) {
        buffer_append_text(out, out->length ? separator : "");
        buffer_append_text(out, "the record gives no title");
    }
    if (citation->date.about) {
        buffer_append_text(out, out->length ? separator : "");
        buffer_append_text(out, "date as recorded: ");
        append_value(out, citation->date.recorded);
    }
}
