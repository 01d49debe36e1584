#include "listing.h"

#include "page.h"
#include "record_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void version_of(const struct archive *archive, char version[VERSION_BYTES])
{
    const struct archive_origin origin = archive_origin(archive);
    snprintf(version, VERSION_BYTES, "%.12s", origin.sha256);
}

static void write_data(struct json_writer *writer, const struct archive *archive,
                       const struct selection *selection, const struct query *query)
{
    const uint64_t count = selection->count, offset = (uint64_t)query->offset;
    const uint64_t left = offset < count ? count - offset : 0;
    const uint64_t size = left < (uint64_t)query->limit ? left : (uint64_t)query->limit;
    json_write_name(writer, "data");
    json_write_open(writer, '[');
    for (uint64_t i = 0; i < size; i++)
        record_json_write(writer, archive, selection->records[offset + i], &query->view);
    json_write_close(writer, ']');
}

static void write_facet_value(struct json_writer *writer, const struct field *field,
                              const struct facet_count *counted)
{
    char digits[24];
    const char *text = facet_value_text(field, counted->value, digits);
    json_write_open(writer, '{');
    json_write_name(writer, "value");
    if (field->kind == FIELD_INTEGER)
        json_write_integer(writer, counted->value->integer);
    else
        json_write_text(writer, text);
    json_write_name(writer, "label");
    json_write_text(
        writer, field->kind == FIELD_REFERENCE ? record_label(counted->value->record)->text : text);
    json_write_name(writer, "count");
    json_write_integer(writer, (int64_t)counted->count);
    json_write_close(writer, '}');
}

static void write_facets(struct json_writer *writer, const struct selection *selection,
                         const struct query *query)
{
    json_write_name(writer, "facets");
    json_write_open(writer, '{');
    for (size_t i = 0; i < query->facet_count; i++) {
        struct facet facet = {.count = 0};
        if (!facet_make(&query->facets[i], selection->records, selection->count, &facet))
            writer->out->failed = true;
        json_write_name(writer, query->facet_names[i]);
        json_write_open(writer, '[');
        for (size_t j = 0; j < facet.count; j++)
            write_facet_value(writer, query->facets[i].end, &facet.counts[j]);
        json_write_close(writer, ']');
        free(facet.counts);
    }
    json_write_close(writer, '}');
}

static void write_meta(struct json_writer *writer, const struct archive *archive,
                       const struct selection *selection, const struct query *query)
{
    char version[VERSION_BYTES];
    version_of(archive, version);
    json_write_name(writer, "meta");
    json_write_open(writer, '{');
    json_write_name(writer, "total");
    json_write_integer(writer, (int64_t)selection->count);
    json_write_name(writer, "limit");
    json_write_integer(writer, query->limit);
    json_write_name(writer, "offset");
    json_write_integer(writer, query->offset);
    json_write_name(writer, "version");
    json_write_text(writer, version);
    write_facets(writer, selection, query);
    json_write_close(writer, '}');
}

static void add_headers(struct response *response, const struct listing *listing,
                        const struct paged *paged)
{
    char total[24];
    response->status = 200;
    response_add_header(response, "Content-Type", "application/json");
    if (listing->by_other_name)
        page_add_content_location(response, paged);
    page_add_link_header(response, paged);
    snprintf(total, sizeof total, "%zu", paged->total);
    response_add_header(response, "X-Total-Count", total);
}

static void write_page(struct response *response, const struct archive *archive,
                       const struct selection *selection, const struct paged *paged)
{
    struct json_writer writer;
    json_writer_init(&writer, &response->body);
    json_write_open(&writer, '{');
    write_data(&writer, archive, selection, paged->query);
    write_meta(&writer, archive, selection, paged->query);
    page_write_links(&writer, paged);
    json_write_close(&writer, '}');
    response_end_json(response, paged->query->pretty);
}

void listing_answer(struct response *response, const struct archive *archive,
                    const struct listing *listing, const struct query *query)
{
    struct selection selection;
    if (!selection_make(listing->records, listing->count, query->filters, query->filter_count,
                        query->keys, query->key_count, &selection)) {
        response->failed = true;
        return;
    }
    const struct paged paged = {listing->url, selection.count, query};
    add_headers(response, listing, &paged);
    write_page(response, archive, &selection, &paged);
    free(selection.records);
}
