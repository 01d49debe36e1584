/* CSL-JSON, the data format of the Citation Style Language (version 1.0.2): records for
 * programs that format citations. A single record is an array, too. */
#include "citation/citation.h"
#include "formats/format.h"

enum {
    MEMBER_BYTES_MAX = 1024 * 1024
};

static void csl_write_value(struct json_writer *json, const char *name, const struct value *value)
{
    if (!value->count)
        return;
    json_write_name(json, name);
    json_write_string(json, value->text, value->count);
}

/* Writes a member with a part of the citation, unless it is empty. */
static void csl_write_words(struct json_writer *json, const char *name,
                            const struct citation *citation, citation_append_function *append)
{
    struct buffer words;
    buffer_init(&words, MEMBER_BYTES_MAX);
    append(&words, citation);
    if (words.length) {
        json_write_name(json, name);
        json_write_string(json, words.bytes, words.length);
    }
    json->out->failed |= words.failed;
    buffer_finish(&words);
}

static void csl_write_author(struct json_writer *json, const struct citation_name *name)
{
    json_write_open(json, '{');
    csl_write_value(json, "family", name->family);
    csl_write_value(json, "given", name->given);
    if (!name->family->count)
        csl_write_value(json, "literal", name->whole);
    json_write_close(json, '}');
}

static void csl_write_authors(struct json_writer *json, const struct citation *citation)
{
    struct citation_name author;
    if (!citation_read_name(citation, 0, &author))
        return;
    json_write_name(json, "author");
    json_write_open(json, '[');
    for (size_t i = 0; citation_read_name(citation, i, &author); i++)
        csl_write_author(json, &author);
    json_write_close(json, ']');
}

static void csl_write_parts(struct json_writer *json, const struct plain_date *date)
{
    json_write_open(json, '[');
    for (size_t i = 0; i < date->count; i++)
        json_write_integer(json, date->parts[i]);
    json_write_close(json, ']');
}

/* Writes the date. A date without a first or last day is written as text only. */
static void csl_write_date(struct json_writer *json, const struct citation_date *date)
{
    if (!date->recorded->count)
        return;
    json_write_name(json, "issued");
    json_write_open(json, '{');
    if (date->from.count) {
        json_write_name(json, "date-parts");
        json_write_open(json, '[');
        csl_write_parts(json, &date->from);
        if (date->to.count)
            csl_write_parts(json, &date->to);
        json_write_close(json, ']');
    } else {
        csl_write_value(json, "literal", date->recorded);
    }
    if (date->season && date->from.count == 1) {
        json_write_name(json, "season");
        json_write_integer(json, date->season);
    }
    if (date->approximate) {
        json_write_name(json, "circa");
        json_write_integer(json, 1);
    }
    json_write_close(json, '}');
}

/* Writes the meeting. For a paper it is the container and not the event, because some styles would
 * print both. */
static void csl_write_meeting(struct json_writer *json, const struct citation *citation)
{
    if (citation->kind == CITATION_MEETING)
        csl_write_words(json, "event-place", citation, citation_append_place);
    if (!citation->meeting)
        return;
    csl_write_value(json, citation->kind == CITATION_PAPER ? "container-title" : "event-title",
                    record_label(citation->meeting));
    csl_write_words(json, "event-place", citation, citation_append_place);
}

static void csl_write_record(struct format_writer *writer, const struct record *record)
{
    static const char *const types[] = {
        [CITATION_PAPER] = "paper-conference", [CITATION_SPEECH] = "speech",
        [CITATION_PROPOSAL] = "document",      [CITATION_PART] = "document",
        [CITATION_MEETING] = "document",       [CITATION_DOCUMENT] = "report"};
    const struct citation citation = format_citation(writer, record);
    struct json_writer *json = &writer->json;
    json_write_open(json, '{');
    json_write_name(json, "id");
    json_write_text(json, record_id(record));
    json_write_name(json, "type");
    json_write_text(json, types[citation.kind]);
    csl_write_words(json, "title", &citation, citation_append_title);
    csl_write_authors(json, &citation);
    const struct citation_date date = citation_own_date(&citation);
    csl_write_date(json, &date);
    csl_write_words(json, "genre", &citation, citation_append_genre);
    csl_write_meeting(json, &citation);
    csl_write_value(json, "publisher", record_value(record, ROLE_PUBLISHER));
    csl_write_words(json, "URL", &citation, citation_append_url);
    csl_write_value(json, "DOI", citation.doi);
    csl_write_value(json, "abstract", record_value(record, ROLE_DESCRIPTION));
    csl_write_words(json, "keyword", &citation, citation_append_keywords);
    csl_write_words(json, "note", &citation, citation_append_note);
    json_write_close(json, '}');
}

static void csl_begin(struct format_writer *writer)
{
    json_write_open(&writer->json, '[');
}

static void csl_end(struct format_writer *writer)
{
    json_write_close(&writer->json, ']');
}

static const char *const unsupported[] = {"facet", "fields", "include", NULL};

const struct format format_csl = {
    .suffix = ".csl.json",
    .name = "CSL-JSON",
    .media_type = "application/vnd.citationstyles.csl+json",
    .documentation = "CSL-JSON, for programs that format citations.",
    .types = CITATION_TYPES,
    .file = true,
    .json = true,
    .addressed = true,
    .unsupported = unsupported,
    .begin = csl_begin,
    .write = csl_write_record,
    .end = csl_end,
};
