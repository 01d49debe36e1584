#include "citation/citation_private.h"
#include "http/url.h"
#include "schema/types/every_record.h"

#include <string.h>

enum {
    SENTENCE_BYTES = 400, /* bytes within which a sentence must end to be a title */
    ABBREVIATION_BYTES = 4
};

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
    const struct record *item = citation_find_referred(citation->record, ROLE_AGENDA_ITEM);
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
