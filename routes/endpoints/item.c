/* One record, by its id or by its number, and the relations that lead on from it. */
#include "base/decimal.h"
#include "base/name.h"
#include "endpoints/endpoints.h"
#include "endpoints/listing.h"
#include "formats/record_json.h"

#include <stdio.h>
#include <string.h>

/* How many records a number may mean before the choices are no longer listed. */
enum {
    CHOICES_MAX = 100,
    URL_HEADER_MAX = 1024
};

struct found {
    const struct collection *collection;
    const struct record *record; /* the only one meant, or NULL */
    bool by_other_name;          /* its canonical URL is another */
    const char *suffix;          /* what stands behind its name in the path, or "" */
    const struct record *choices[CHOICES_MAX];
    size_t choice_count; /* of those listed; more than one where the number is ambiguous */
};

static void find_by_number(const struct call *call, const char *segment, size_t length,
                           struct found *found)
{
    int64_t number;
    if (!decimal_parse_canonical(segment, length, &number))
        return;
    const size_t count = archive_find_numbered(call->snapshot->archive, found->collection, number,
                                               found->choices, CHOICES_MAX);
    found->choice_count = count < CHOICES_MAX ? count : CHOICES_MAX;
    if (count == 1) {
        found->record = found->choices[0];
        found->by_other_name = true;
    }
}

static void answer_no_record(const struct call *call, const struct found *found,
                             struct response *response)
{
    const char *id = call->target->segments[1], *base_path = request_base_path(call->request);
    const struct collection *collection = found->collection;
    struct nearest nearest;
    nearest_init(&nearest, id, strlen(id));
    for (size_t i = 0; i < collection->count; i++)
        nearest_offer(&nearest, record_id(collection->records[i]));
    if (nearest.best)
        problem_answer(response, call->request, 404,
                       "%s/%s has no \"%.100s\"; nearest is \"%s/%s/%s\"", base_path,
                       collection->name, id, base_path, collection->name, nearest.best);
    else
        problem_answer(response, call->request, 404,
                       "%s/%s has no \"%.100s\"; see %s/%s for what it has", base_path,
                       collection->name, id, base_path, collection->name);
}

/* 300, RFC 9110, section 15.4.1: the number is that of several records. */
static void answer_choices(const struct call *call, const struct found *found,
                           struct response *response)
{
    struct json_writer writer;
    response->status = 300;
    response_add_header(response, "Content-Type", "application/json");
    json_writer_init(&writer, &response->body);
    json_write_open(&writer, '{');
    json_write_name(&writer, "choices");
    json_write_open(&writer, '[');
    for (size_t i = 0; i < found->choice_count; i++)
        record_json_write_reference(&writer, call->request->base_path, found->choices[i]);
    json_write_close(&writer, ']');
    json_write_close(&writer, '}');
    buffer_append_byte(&response->body, '\n');
}

static void append_link_to_collection(struct buffer *out, const char *base_path,
                                      const struct collection *collection)
{
    const struct url url = url_of_collection(base_path, collection);
    buffer_append_text(out, "<");
    url_append(out, &url);
    buffer_append_text(out, ">; rel=\"collection\"");
}

/* Where to look on when no record is meant, or more than one. */
static void add_link_to_collection(const struct call *call, const struct collection *collection,
                                   struct response *response)
{
    struct buffer value;
    buffer_init(&value, URL_HEADER_MAX);
    append_link_to_collection(&value, call->request->base_path, collection);
    response_add_written_header(response, "Link", &value);
}

static void find_by_id(const struct call *call, const char *segment, size_t length,
                       struct found *found)
{
    found->record = archive_find(call->snapshot->archive, found->collection, segment, length);
    if (found->record)
        found->by_other_name = found->collection->name != found->record->type->collection;
    else
        find_by_number(call, segment, length, found);
}

/* An id may have dots, so what is really there goes before what a suffix may mean. */
static void find_with_suffix(const struct call *call, struct found *found)
{
    const char *segment = call->target->segments[1];
    const size_t length = strlen(segment), stem = format_stem(segment);
    found->suffix = segment + length;
    find_by_id(call, segment, length, found);
    if (found->record || found->choice_count || stem == length || call->target->segment_count > 2)
        return;
    found->suffix = segment + stem;
    find_by_id(call, segment, stem, found);
}

/* Finds the record that the first two segments name. False where there is none or more than one,
 * which is then answered. */
static bool find_record(const struct call *call, struct found *found, struct response *response)
{
    const char *none;
    *found = (struct found){.collection = call_collection(call, &none, response)};
    if (!found->collection)
        return false;
    find_with_suffix(call, found);
    if (found->record)
        return true;
    if (found->choice_count > 1)
        answer_choices(call, found, response);
    else
        answer_no_record(call, found, response);
    add_link_to_collection(call, found->collection, response);
    return false;
}

static void add_item_headers(struct response *response, const struct resource *resource,
                             const struct collection *collection)
{
    struct buffer value;
    buffer_init(&value, URL_HEADER_MAX);
    if (resource->by_other_name) {
        url_append(&value, &resource->url);
        response_add_written_header(response, "Content-Location", &value);
    }
    buffer_append_text(&value, "<");
    url_append(&value, &resource->url);
    buffer_append_text(&value, ">; rel=\"self\", ");
    append_link_to_collection(&value, resource->url.base_path, collection);
    response_add_written_header(response, "Link", &value);
}

void item_answer(const struct call *call, struct response *response)
{
    struct found found;
    struct query query;
    if (!find_record(call, &found, response))
        return;
    struct resource resource = {.type = found.record->type,
                                .url = url_of_record(call->request->base_path, found.record),
                                .by_other_name = found.by_other_name};
    if (!call_represent(call, found.suffix, &resource, response) ||
        !call_query(call, &resource, &query, response))
        return;
    struct format_writer writer = {.archive = call->snapshot->archive,
                                   .base_path = call->request->base_path,
                                   .type = resource.type,
                                   .query = &query,
                                   .out = &response->body};
    response->status = 200;
    response_add_header(response, "Content-Type", resource.format->media_type);
    add_item_headers(response, &resource, found.collection);
    format_write(resource.format, &writer, &found.record, 1);
    if (resource.format->json)
        response_end_json(response, query.pretty);
}

static void answer_no_relation(const struct call *call, const struct record *record,
                               struct response *response)
{
    const char *name = call->target->segments[2];
    char known[300];
    size_t count, used = 0;
    const struct relation *relations =
        archive_relations(call->snapshot->archive, record->type, &count);
    struct nearest nearest;
    nearest_init(&nearest, name, strlen(name));
    known[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        nearest_offer(&nearest, relations[i].name);
        if (used < sizeof known)
            used += (size_t)snprintf(known + used, sizeof known - used, "%s%s", i ? ", " : "",
                                     relations[i].name);
    }
    if (nearest.best)
        problem_answer(response, call->request, 404, "%s %s has no \"%.80s\"; nearest is \"%s\"",
                       article_of(record->type->name), record->type->name, name, nearest.best);
    else
        problem_answer(response, call->request, 404, "%s %s has no \"%.40s\"; it has %s",
                       article_of(record->type->name), record->type->name, name, known);
}

void relation_answer(const struct call *call, struct response *response)
{
    struct found found;
    struct query query;
    const char *name = call->target->segments[2];
    const size_t length = format_stem(name);
    if (!find_record(call, &found, response))
        return;
    const struct relation *relation =
        archive_relation(call->snapshot->archive, found.record->type, name, length);
    if (!relation) {
        answer_no_relation(call, found.record, response);
        return;
    }
    struct listing listing = {
        .resource = {.type = relation->member,
                     .list = true,
                     .url = url_of_relation(call->request->base_path, found.record, relation),
                     .by_other_name = found.by_other_name}};
    listing.records = relation_members(relation, found.record, &listing.count);
    if (call_represent(call, name + length, &listing.resource, response) &&
        call_query(call, &listing.resource, &query, response))
        listing_answer(call, &listing, &query, response);
}
