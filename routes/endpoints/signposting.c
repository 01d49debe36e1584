#include "endpoints/signposting.h"

#include "citation/citation.h"

#include <string.h>

enum {
    ADDED_BYTES_MAX = 1500 /* no link begins after these; each takes less than 800 */
};

/* Opens a link to a record, or to one of its formats if `suffix` is not NULL. */
static void open_link(struct buffer *out, const struct call *call, const struct record *record,
                      const char *suffix)
{
    const struct publication *publication = call->request->publication;
    struct url url = url_of_record(call->request->base_path, record);
    url.suffix = suffix;
    buffer_append_text(out, ", <");
    if (publication && publication->url)
        buffer_append_text(out, publication->url);
    url_append(out, &url);
    buffer_append_text(out, ">; rel=\"");
}

static void append_link(struct buffer *out, const struct call *call, const struct record *record,
                        const char *rel)
{
    open_link(out, call, record, NULL);
    buffer_append_text(out, rel);
    buffer_append_byte(out, '"');
}

/* Appends a link to the record in a format, with its media type. */
static void append_format(struct buffer *out, const struct call *call, const struct record *record,
                          const struct format *format, const char *rel)
{
    open_link(out, call, record, format->suffix);
    buffer_append_text(out, rel);
    buffer_append_text(out, "\"; type=\"");
    buffer_append(out, format->media_type, strcspn(format->media_type, ";"));
    buffer_append_byte(out, '"');
}

static void append_type(struct buffer *out, const char *class)
{
    buffer_append_text(out, ", <https://schema.org/");
    buffer_append_text(out, class);
    buffer_append_text(out, ">; rel=\"type\"");
}

/* Reports whether a DOI needs no percent-encoding in a URL. */
static bool is_plain_doi(const struct value *doi)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./-_();";
    return doi->count && strspn(doi->text, plain) == doi->count;
}

/* Appends the address by which the record is cited: its DOI if it needs no encoding, else its own
 * address. */
static void append_cite_as(struct buffer *out, const struct call *call, const struct record *record)
{
    const struct citation citation = citation_of(record, NULL, NULL);
    if (!is_plain_doi(citation.doi)) {
        append_link(out, call, record, "cite-as");
        return;
    }
    buffer_append_text(out, ", <https://doi.org/");
    buffer_append(out, citation.doi->text, citation.doi->count);
    buffer_append_text(out, ">; rel=\"cite-as\"");
}

static void append_authors(struct buffer *out, const struct call *call, const struct record *record)
{
    const struct citation citation = citation_of(record, NULL, NULL);
    const struct record *author;
    const size_t longest = out->length + ADDED_BYTES_MAX / 2;
    for (size_t i = 0; i < SIGNPOSTING_AUTHORS_MAX && (author = citation_author(&citation, i)); i++)
        if (out->length < longest)
            append_link(out, call, author, "author");
}

/* Reports whether a format is metadata of a record: linked data, or a citation. */
static bool is_description(const struct format *format)
{
    return format == &format_jsonld || format == &format_bibtex || format == &format_ris ||
           format == &format_csl;
}

void signposting_append(struct buffer *out, const struct call *call,
                        const struct resource *resource)
{
    const struct record *record = resource->record;
    const size_t longest = out->length + ADDED_BYTES_MAX;
    const struct format *format;
    const struct format_subject subject = {call->snapshot->archive, record->type, record,
                                           request_pages(call->request)};
    if (resource->format == &format_text) {
        append_link(out, call, record, "collection");
        return;
    }
    append_type(out, page_schema_class(record->type));
    append_cite_as(out, call, record);
    append_authors(out, call, record);
    for (size_t i = 0; (format = format_at(i)); i++) {
        if (out->length > longest || !format_is_available(format, &subject))
            continue;
        if (format == &format_text)
            append_format(out, call, record, format, "item");
        else if (is_description(format))
            append_format(out, call, record, format, "describedby");
    }
}
