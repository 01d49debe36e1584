/* RIS, for reference managers.
 *
 * A record is lines of a tag and a value, which end with CR LF, from TY to ER. A line break in a
 * text is written as a space. Remarks at a meeting are a presentation (SLIDE), which reference
 * managers treat as a speech. Of a period, PY and DA have what its days have in common: year and
 * month, or the year.
 */
#include "citation/citation.h"
#include "formats/format.h"

#include <stdio.h>

enum {
    LINE_BYTES_MAX = 1024 * 1024
};

static void ris_write_text(struct buffer *out, const char *tag, const char *text, size_t length)
{
    if (!length)
        return;
    buffer_append_text(out, tag);
    buffer_append_text(out, "  - ");
    for (size_t i = 0; i < length; i++)
        buffer_append_byte(out, text[i] == '\n' || text[i] == '\t' ? ' ' : text[i]);
    buffer_append_text(out, "\r\n");
}

static void ris_write_value(struct buffer *out, const char *tag, const struct value *value)
{
    ris_write_text(out, tag, value->text, value->count);
}

/* Writes a line with a part of the citation, unless it is empty. */
static void ris_write_words(struct buffer *out, const char *tag, const struct citation *citation,
                            citation_append_function *append)
{
    struct buffer words;
    buffer_init(&words, LINE_BYTES_MAX);
    append(&words, citation);
    ris_write_text(out, tag, words.bytes, words.length);
    out->failed |= words.failed;
    buffer_finish(&words);
}

/* Appends a name, which programs split at a comma. Its own commas are left out. */
static void ris_append_name(struct buffer *out, const struct value *name)
{
    for (uint32_t i = 0; i < name->count; i++)
        if (name->text[i] != ',')
            buffer_append_byte(out, name->text[i]);
}

static void ris_append_author(struct buffer *out, const struct citation_name *name)
{
    struct buffer text;
    buffer_init(&text, LINE_BYTES_MAX);
    ris_append_name(&text, name->family->count ? name->family : name->whole);
    if (name->family->count) {
        buffer_append_text(&text, ", ");
        ris_append_name(&text, name->given);
    }
    ris_write_text(out, "AU", text.bytes, text.length);
    out->failed |= text.failed;
    buffer_finish(&text);
}

/* Writes the year, and the date as "2006/04/28/": parts may be empty, but have their slashes. */
static void ris_write_date(struct buffer *out, struct plain_date date)
{
    char text[40];
    if (!date.count)
        return;
    const int year = snprintf(text, sizeof text, "%04d", date.parts[0]);
    ris_write_text(out, "PY", text, (size_t)year);
    int length = year;
    for (size_t i = 1; i < 4; i++)
        length += i < date.count ? snprintf(text + length, sizeof text - (size_t)length, "/%02d",
                                            date.parts[i])
                                 : snprintf(text + length, sizeof text - (size_t)length, "/");
    ris_write_text(out, "DA", text, (size_t)length);
}

static void ris_write_keywords(struct buffer *out, const struct record *record)
{
    const struct value *topics = record_value(record, ROLE_SUBJECT);
    for (size_t i = 0; i < topics->count; i++)
        ris_write_value(out, "KW", record_label(topics->items[i].record));
}

static void ris_write_record(struct format_writer *writer, const struct record *record)
{
    static const char *const types[] = {
        [CITATION_PAPER] = "CPAPER", [CITATION_SPEECH] = "SLIDE", [CITATION_PROPOSAL] = "GEN",
        [CITATION_PART] = "GEN",     [CITATION_MEETING] = "GEN",  [CITATION_DOCUMENT] = "RPRT"};
    const struct citation citation = format_citation(writer, record);
    struct buffer *out = writer->out;
    ris_write_text(out, "TY", types[citation.kind], strlen(types[citation.kind]));
    ris_write_text(out, "ID", record_id(record), strlen(record_id(record)));
    struct citation_name author;
    for (size_t i = 0; citation_read_name(&citation, i, &author); i++)
        ris_append_author(out, &author);
    ris_write_words(out, "TI", &citation, citation_append_title);
    if (citation.meeting)
        ris_write_value(out, "T2", record_label(citation.meeting));
    ris_write_words(out, "CY", &citation, citation_append_place);
    ris_write_date(out, citation_known_date(&citation));
    ris_write_value(out, "PB", record_value(record, ROLE_PUBLISHER));
    ris_write_words(out, "M3", &citation, citation_append_genre);
    ris_write_words(out, "UR", &citation, citation_append_url);
    ris_write_value(out, "DO", citation.doi);
    ris_write_value(out, "LA", record_value(record, ROLE_LANGUAGE));
    ris_write_value(out, "AB", record_value(record, ROLE_DESCRIPTION));
    ris_write_keywords(out, record);
    ris_write_words(out, "N1", &citation, citation_append_note);
    buffer_append_text(out, "ER  - \r\n\r\n");
}

static const char *const unsupported[] = {"facet", "fields", "include", "pretty", NULL};

const struct format format_ris = {
    .suffix = ".ris",
    .name = "RIS",
    .media_type = "application/x-research-info-systems; charset=utf-8",
    .documentation = "RIS, for reference managers.",
    .types = CITATION_TYPES,
    .file = true,
    .addressed = true,
    .unsupported = unsupported,
    .write = ris_write_record,
};
