#include "query/values.h"

#include <stdio.h>

struct visiting {
    const struct archive *archive;
    const struct record_type *type;
    query_value_visitor *visit;
    void *context;
};

static void visit_joined(const struct visiting *visiting, const char *first, const char *joint,
                         const char *second)
{
    char value[QUERY_VALUE_BYTES_MAX];
    snprintf(value, sizeof value, "%s%s%s", first, joint, second);
    visiting->visit(visiting->context, value);
}

static void visit_fields(const struct visiting *visiting)
{
    for (size_t i = 0; i < visiting->type->fields.count; i++)
        visiting->visit(visiting->context, visiting->type->fields.at[i].name);
}

static void visit_sort_keys(const struct visiting *visiting)
{
    const struct field_list fields = visiting->type->fields;
    for (size_t i = 0; i < fields.count; i++)
        if (sort_key_applies(&fields.at[i])) {
            visiting->visit(visiting->context, fields.at[i].name);
            visit_joined(visiting, "-", "", fields.at[i].name);
        }
}

/* A relation, and those of its members. */
static void visit_relations(const struct visiting *visiting)
{
    size_t count, further_count;
    const struct relation *relations = archive_relations(visiting->archive, visiting->type, &count);
    for (size_t i = 0; i < count; i++) {
        const struct relation *further =
            archive_relations(visiting->archive, relations[i].member, &further_count);
        visiting->visit(visiting->context, relations[i].name);
        for (size_t j = 0; j < further_count; j++)
            visit_joined(visiting, relations[i].name, ".", further[j].name);
    }
}

/* Where a path leads on from a field: the members of an object, the fields of the only type of
 * record that it refers to. */
static struct field_list further_fields(const struct field *field)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (field->targets == TARGET(i))
            return record_types[i]->fields;
    return field->members;
}

static void visit_facets(const struct visiting *visiting)
{
    const struct field_list fields = visiting->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        const struct field_list further = further_fields(&fields.at[i]);
        if (facet_applies(&fields.at[i]))
            visiting->visit(visiting->context, fields.at[i].name);
        for (size_t j = 0; j < further.count; j++)
            if (facet_applies(&further.at[j]))
                visit_joined(visiting, fields.at[i].name, ".", further.at[j].name);
    }
}

static void visit_types(const struct visiting *visiting)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        visiting->visit(visiting->context, record_types[i]->name);
}

static const struct {
    void (*visit)(const struct visiting *visiting);
    bool of_type;
} rows[QUERY_VALUES_COUNT] = {
    [QUERY_VALUES_FIELDS] = {visit_fields, true},
    [QUERY_VALUES_SORT_KEYS] = {visit_sort_keys, true},
    [QUERY_VALUES_RELATIONS] = {visit_relations, true},
    [QUERY_VALUES_FACETS] = {visit_facets, true},
    [QUERY_VALUES_TYPES] = {visit_types, false},
};

bool query_values_are_of_type(enum query_values values)
{
    return rows[values].of_type;
}

void query_values_visit(enum query_values values, const struct archive *archive,
                        const struct record_type *type, query_value_visitor *visit, void *context)
{
    const struct visiting visiting = {archive, type, visit, context};
    if (rows[values].visit)
        rows[values].visit(&visiting);
}
