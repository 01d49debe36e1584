/* The parameters that name fields: sort, fields, facet. */
#include "query/reading.h"

#include <string.h>

static void read_sort_key(struct query_reading *reading, const char *item, size_t length)
{
    struct query *query = reading->query;
    struct sort_key key = {.descending = length > 0 && *item == '-'};
    if (!query_read_path(reading, item + key.descending, length - key.descending, sort_key_applies,
                         &key.path))
        return;
    if (key.path.count != 1 || !sort_key_applies(key.path.end))
        QUERY_FAULT(reading,
                    "cannot sort by \"%.*s\"; name a field that holds one number, date or text",
                    query_quoted(length), item);
    else if (query->key_count == SORT_KEYS_MAX)
        QUERY_FAULT(reading, "there are more than %d", SORT_KEYS_MAX);
    else
        query->keys[query->key_count++] = key;
}

void query_read_sort(struct query_reading *reading)
{
    query_read_items(reading, read_sort_key);
}

static void read_field(struct query_reading *reading, const char *item, size_t length)
{
    struct field_path path;
    if (name_is("type", item, length) || name_is("links", item, length))
        return; /* they are always there */
    if (!query_read_path(reading, item, length, NULL, &path))
        return;
    if (path.count == 1)
        reading->query->view.fields |= UINT64_C(1) << path.steps[0].index;
    else
        QUERY_FAULT(reading, "\"%.*s\" is within a field; name the field itself",
                    query_quoted(length), item);
}

void query_read_fields(struct query_reading *reading)
{
    reading->query->view.fields |= 1; /* the id; so the set is not empty */
    query_read_items(reading, read_field);
}

static void read_one_facet(struct query_reading *reading, const char *item, size_t length)
{
    struct query *query = reading->query;
    struct field_path path;
    if (!query_read_path(reading, item, length, facet_applies, &path))
        return;
    if (!facet_applies(path.end))
        QUERY_FAULT(reading, "the values of \"%.*s\" are objects; name a field within them",
                    query_quoted(length), item);
    else if (query->facet_count == QUERY_FACETS_MAX)
        QUERY_FAULT(reading, "there are more than %d", QUERY_FACETS_MAX);
    else {
        query->facets[query->facet_count] = path;
        query->facet_names[query->facet_count++] = query_keep_text(query, item, length);
    }
}

void query_read_facet(struct query_reading *reading)
{
    query_read_items(reading, read_one_facet);
}
