#include "endpoints/named_record.h"

#include "base/decimal.h"
#include "formats/record_json.h"
#include "pages/pages.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    URL_HEADER_MAX = 1024,
    ID_SHOWN_MAX = 100 /* bytes of an unknown id */
};

static void find_named_by_number(const struct call *call, const char *segment, size_t length,
                                 struct named_record *named)
{
    int64_t number;
    if (!decimal_parse_canonical(segment, length, &number))
        return;
    const size_t count = archive_find_numbered(call->snapshot->archive, named->collection, number,
                                               named->choices, NAMED_RECORD_CHOICES_MAX);
    named->choice_count = count < NAMED_RECORD_CHOICES_MAX ? count : NAMED_RECORD_CHOICES_MAX;
    if (count == 1) {
        named->record = named->choices[0];
        named->by_other_name = true;
    }
}

/* Finds the number in a collection that is nearest to one that no record has. Returns false if
 * `id` is not a number, or if no record has one. */
static bool find_near_number(const struct collection *collection, const char *id, size_t length,
                             int64_t *ret_number)
{
    int64_t wanted, least = INT64_MAX;
    if (!decimal_parse_canonical(id, length, &wanted))
        return false;
    for (size_t i = 0; i < collection->count; i++) {
        const struct value *number = record_value(collection->records[i], ROLE_NUMBER);
        const int64_t distance =
            number->integer > wanted ? number->integer - wanted : wanted - number->integer;
        if (!number->count || distance >= least)
            continue;
        least = distance;
        *ret_number = number->integer;
    }
    return least < INT64_MAX;
}

static void answer_no_record(const struct call *call, const struct named_record *named,
                             struct response *response)
{
    const char *id = call->target->segments[1], *base_path = request_base_path(call->request);
    const struct collection *collection = named->collection;
    const size_t all = strlen(id), stem = all - strlen(named->suffix);
    const int length = (int)(format_by_suffix(named->suffix) ? stem : all);
    const int shown = length < ID_SHOWN_MAX ? length : ID_SHOWN_MAX;
    const char *near = call_find_near_id(collection, id, (size_t)length);
    int64_t number;
    if (near)
        problem_answer(response, call->request, 404,
                       "%s/%s has no record \"%.*s\"; did you mean \"%s/%s/%s\"?", base_path,
                       collection->name, shown, id, base_path, collection->name, near);
    else if (find_near_number(collection, id, (size_t)length, &number))
        problem_answer(response, call->request, 404,
                       "%s/%s has no record \"%.*s\"; did you mean \"%s/%s/%" PRId64 "\"?",
                       base_path, collection->name, shown, id, base_path, collection->name, number);
    else
        problem_answer(response, call->request, 404,
                       "%s/%s has no record \"%.*s\"; see %s/%s for its records", base_path,
                       collection->name, shown, id, base_path, collection->name);
}

/* Redirects to the same path with the id of the record that is kept: 308 (RFC 9110, section
 * 15.4.9). */
static void answer_kept(const struct call *call, const struct named_record *named,
                        struct response *response)
{
    const struct url url = url_of_record(call->request->base_path, named->kept);
    const char *rest = target_path(call->request->target);
    struct buffer location;
    for (int segments = 0; *rest && *rest != '?'; rest++)
        if (*rest == '/' && ++segments == 3)
            break;
    buffer_init(&location, BASE_PATH_BYTES_MAX + TARGET_BYTES_MAX + SLUG_BYTES_MAX + 1);
    url_append(&location, &url);
    buffer_append_text(&location, named->suffix);
    buffer_append_text(&location, rest);
    response->status = 308;
    response_add_written_header(response, "Location", &location);
}

/* Answers with a page that lists the records with the number. */
static void answer_choices_page(const struct call *call, const struct named_record *named,
                                struct response *response)
{
    const char *segment = call->target->segments[1];
    char number[24];
    struct page page;
    page_init(&page, call->snapshot->archive, call->request, &response->body);
    snprintf(number, sizeof number, "%.*s", (int)(strlen(segment) - strlen(named->suffix)),
             segment);
    response->status = 300;
    response_add_header(response, "Content-Type", "text/html; charset=utf-8");
    response_add_page_policy(response);
    choices_page_write(&page, number, named->choices, named->choice_count);
}

/* Answers 300 (RFC 9110, section 15.4.1) with the records that have the number. */
static void answer_choices(const struct call *call, const struct named_record *named,
                           struct response *response)
{
    struct json_writer writer;
    if (request_wants_page(call->request, strcmp(named->suffix, ".html") == 0)) {
        answer_choices_page(call, named, response);
        return;
    }
    response->status = 300;
    response_add_header(response, "Content-Type", "application/json");
    json_writer_init(&writer, &response->body);
    json_write_open(&writer, '{');
    json_write_name(&writer, "choices");
    json_write_open(&writer, '[');
    for (size_t i = 0; i < named->choice_count; i++)
        record_json_write_reference(&writer, call->request->base_path, named->choices[i]);
    json_write_close(&writer, ']');
    json_write_close(&writer, '}');
    buffer_append_byte(&response->body, '\n');
}

void named_record_append_collection_link(struct buffer *out, const char *base_path,
                                         const struct collection *collection)
{
    const struct url url = url_of_collection(base_path, collection);
    buffer_append_text(out, "<");
    url_append(out, &url);
    buffer_append_text(out, ">; rel=\"collection\"");
}

/* Adds a link to the collection, in which the client can look for the record. */
static void add_link_to_collection(const struct call *call, const struct collection *collection,
                                   struct response *response)
{
    struct buffer value;
    buffer_init(&value, URL_HEADER_MAX);
    named_record_append_collection_link(&value, call->request->base_path, collection);
    response_add_written_header(response, "Link", &value);
}

static void find_named_by_id(const struct call *call, const char *segment, size_t length,
                             struct named_record *named)
{
    named->record = archive_find(call->snapshot->archive, named->collection, segment, length);
    if (named->record)
        named->by_other_name = named->collection->name != named->record->type->collection;
    else if (!(named->kept = archive_find_kept(call->snapshot->archive, named->collection->type,
                                               segment, length)))
        find_named_by_number(call, segment, length, named);
}

/* Tries the whole segment first, because an id may contain dots, then the segment without suffix.
 */
static void find_named_with_suffix(const struct call *call, struct named_record *named)
{
    const char *segment = call->target->segments[1];
    const size_t length = strlen(segment), stem = format_stem(segment);
    named->suffix = segment + length;
    find_named_by_id(call, segment, length, named);
    if (named->record || named->kept || named->choice_count || stem == length ||
        call->target->segment_count > 2)
        return;
    named->suffix = segment + stem;
    find_named_by_id(call, segment, stem, named);
}

bool named_record_find(const struct call *call, struct named_record *named,
                       struct response *response)
{
    const char *none;
    *named = (struct named_record){.collection = call_collection(call, &none, response)};
    if (!named->collection)
        return false;
    find_named_with_suffix(call, named);
    if (named->record)
        return true;
    if (named->kept) {
        answer_kept(call, named, response);
        return false;
    }
    if (named->choice_count > 1)
        answer_choices(call, named, response);
    else
        answer_no_record(call, named, response);
    add_link_to_collection(call, named->collection, response);
    return false;
}
