/* Reads the parameters that name fields: `sort`, `fields` and `facet`. */
#include "query/parameter_reader.h"

#include <string.h>

static bool sort_step_applies(const struct field *field)
{
    return sort_key_applies(field) || sort_key_follows(field);
}

/* Returns the name of a field by which records can be sorted that a reference leads to, or NULL. */
static const char *sort_name_after(const struct field *field)
{
    const struct field_list further = field_path_further(field);
    const char *name = NULL;
    for (size_t i = 0; field->kind == FIELD_REFERENCE && i < further.count; i++)
        if (sort_key_applies(&further.at[i]) && (!name || further.at[i].role == ROLE_TITLE))
            name = further.at[i].name;
    return name;
}

static void fault_unsortable(struct parameter_reader *reader, const struct field_path *path,
                             const char *item, size_t length)
{
    const char *name = path->count == 1 ? sort_name_after(path->end) : NULL;
    const int quoted = parameter_reader_quoted(length);
    if (name)
        PARAMETER_FAULT(reader,
                        "cannot sort by \"%.*s\"; name a field of the records that it refers to, "
                        "such as \"%.*s.%s\"",
                        quoted, item, quoted, item, name);
    else
        PARAMETER_FAULT(reader,
                        "cannot sort by \"%.*s\"; name a field that holds a single number, date or "
                        "text, of the record itself or after one reference",
                        quoted, item);
}

static void read_sort_key(struct parameter_reader *reader, const char *item, size_t length)
{
    struct query *query = reader->query;
    struct field_path path;
    struct sort_key key = {.descending = length > 0 && *item == '-'};
    const char *name = item + key.descending;
    const size_t name_length = length - key.descending;
    const bool follows = memchr(name, '.', name_length);
    if (!parameter_reader_read_path(reader, name, name_length,
                                    follows ? sort_step_applies : sort_key_applies, &path))
        return;
    if (!sort_key_set_path(&key, &path))
        fault_unsortable(reader, &path, name, name_length);
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
