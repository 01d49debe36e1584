#include "listing.h"

#include "page.h"
#include "record_json.h"
#include "searching.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_data(struct json_writer *writer, const struct archive *archive,
                       const struct selection *selection, const struct query *query)
{
    json_write_name(writer, "data");
    json_write_open(writer, '[');
    for (size_t i = 0; i < selection->page_count; i++)
        record_json_write(writer, archive, selection->page[i], &query->view);
    json_write_close(writer, ']');
}

/* What tells a value from others: of a reference the id. */
static void write_value(struct json_writer *writer, const struct field *field,
                        const struct value *value)
{
    if (field->kind == FIELD_INTEGER)
        json_write_integer(writer, value->integer);
    else if (field->kind == FIELD_REFERENCE)
        json_write_text(writer, record_id(value->record));
    else
        json_write_string(writer, value->text, value->count);
}

static void write_value_label(struct json_writer *writer, const struct field *field,
                              const struct value *value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, field->kind == FIELD_INTEGER ? value->integer : 0);
    if (field->kind == FIELD_INTEGER)
        json_write_text(writer, digits);
    else if (field->kind == FIELD_REFERENCE)
        record_json_write_label(writer, value->record);
    else
        json_write_string(writer, value->text, value->count);
}

static void write_facet(struct json_writer *writer, const struct field *field,
                        const struct facet *facet)
{
    json_write_open(writer, '[');
    for (size_t i = 0; i < facet->count; i++) {
        json_write_open(writer, '{');
        json_write_name(writer, "value");
        write_value(writer, field, facet->counts[i].value);
        json_write_name(writer, "label");
        write_value_label(writer, field, facet->counts[i].value);
        json_write_name(writer, "count");
        json_write_integer(writer, (int64_t)facet->counts[i].count);
        json_write_close(writer, '}');
    }
    json_write_close(writer, ']');
}

static void write_facets(struct json_writer *writer, const struct selection *selection,
                         const struct query *query)
{
    json_write_name(writer, "facets");
    json_write_open(writer, '{');
    for (size_t i = 0; i < query->facet_count; i++) {
        struct facet facet;
        if (!selection_count_values(selection, &query->facets[i], &facet)) {
            writer->out->failed = true;
            return;
        }
        json_write_name(writer, query->facet_names[i]);
        write_facet(writer, query->facets[i].end, &facet);
        facet_finish(&facet);
    }
    json_write_close(writer, '}');
}

static void write_page(struct response *response, const struct archive *archive,
                       const struct selection *selection, const struct paged *paged)
{
    struct json_writer writer;
    json_writer_init(&writer, &response->body);
    json_write_open(&writer, '{');
    write_data(&writer, archive, selection, paged->query);
    page_open_meta(&writer, archive, paged);
    write_facets(&writer, selection, paged->query);
    json_write_close(&writer, '}');
    page_write_links(&writer, paged);
    json_write_close(&writer, '}');
    response_end_json(response, paged->query->pretty);
}

/* Answers out of those records only that `found` has, or where that is NULL out of all. */
static void answer_found(const struct call *call, const struct listing *listing,
                         const struct query *query, const struct ordinals *found,
                         struct response *response)
{
    struct selection selection;
    const struct selection_request request = {.archive = call->archive,
                                              .type = listing->type,
                                              .records = listing->records,
                                              .count = listing->count,
                                              .members = listing->members,
                                              .filters = query->filters,
                                              .filter_count = query->filter_count,
                                              .keys = query->keys,
                                              .key_count = query->key_count,
                                              .searched = found != NULL,
                                              .found = found ? found->at : NULL,
                                              .found_count = found ? found->count : 0,
                                              .offset = (uint64_t)query->offset,
                                              .limit = (size_t)query->limit};
    if (!selection_make(&request, &selection)) {
        response->failed = true;
        return;
    }
    const struct paged paged = {listing->url, selection.total, query};
    page_add_headers(response, &paged);
    if (listing->by_other_name)
        page_add_content_location(response, &paged);
    write_page(response, call->archive, &selection, &paged);
    selection_finish(&selection);
}

void listing_answer(const struct call *call, const struct listing *listing,
                    const struct query *query, struct response *response)
{
    struct ordinals found = {NULL, 0};
    if (!query->q) {
        answer_found(call, listing, query, NULL, response);
    } else if (searching_find_ordinals(call, query->q, listing->type, &found, response)) {
        answer_found(call, listing, query, &found, response);
        free(found.at);
    }
}
