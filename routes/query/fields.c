/* Reads the parameters that name fields: `sort`, `fields` and `facet`. */
#include "query/parameter_reader.h"

#include <string.h>

static void read_sort_key(struct parameter_reader *reader, const char *item, size_t length)
{
    struct query *query = reader->query;
    struct sort_key key = {.descending = length > 0 && *item == '-'};
    if (!parameter_reader_read_path(reader, item + key.descending, length - key.descending,
                                    sort_key_applies, &key.path))
        return;
    if (key.path.count != 1 || !sort_key_applies(key.path.end))
        PARAMETER_FAULT(
            reader,
            "cannot sort by \"%.*s\"; name a field that holds a single number, date or text",
            parameter_reader_quoted(length), item);
    else if (query->key_count == SORT_KEYS_MAX)
        PARAMETER_FAULT(reader, "too many fields to sort by; at most %d are allowed",
                        SORT_KEYS_MAX);
    else
        query->keys[query->key_count++] = key;
}

void query_fields_read_sort(struct parameter_reader *reader)
{
    parameter_reader_visit_items(reader, read_sort_key);
}

static void read_shown_field(struct parameter_reader *reader, const char *item, size_t length)
{
    struct field_path path;
    if (name_is("type", item, length) || name_is("links", item, length))
        return; /* always shown */
    if (!parameter_reader_read_path(reader, item, length, NULL, &path))
        return;
    if (!memchr(item, '.', length))
        reader->query->view.fields |= UINT64_C(1) << path.steps[0].position;
    else
        PARAMETER_FAULT(reader, "\"%.*s\" is part of a field; name the whole field",
                        parameter_reader_quoted(length), item);
}

void query_fields_read_shown(struct parameter_reader *reader)
{
    reader->query->view.fields |= 1; /* the id: an empty set would mean all fields */
    parameter_reader_visit_items(reader, read_shown_field);
}

static void read_one_facet(struct parameter_reader *reader, const char *item, size_t length)
{
    struct query *query = reader->query;
    struct field_path path;
    if (!parameter_reader_read_path(reader, item, length, facet_applies, &path))
        return;
    if (!facet_applies(path.end))
        PARAMETER_FAULT(reader, "the values of \"%.*s\" are objects; name a field inside them",
                        parameter_reader_quoted(length), item);
    else if (query->facet_count == QUERY_FACETS_MAX)
        PARAMETER_FAULT(reader, "too many facets; at most %d are allowed", QUERY_FACETS_MAX);
    else {
        query->facets[query->facet_count] = path;
        query->facet_names[query->facet_count++] = query_copy_text(query, item, length);
    }
}

void query_fields_read_facet(struct parameter_reader *reader)
{
    parameter_reader_visit_items(reader, read_one_facet);
}
