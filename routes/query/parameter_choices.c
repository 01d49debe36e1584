#include "query/parameter_choices.h"

#include "archive/field_path.h"
#include "query/record_view.h"
#include "select/facet.h"
#include "select/selection.h"

#include <stdio.h>

struct choice_walk {
    const struct archive *archive;
    const struct record_type *type;
    parameter_choice_visitor *visit;
    void *context;
};

static void visit_joined(const struct choice_walk *walk, const char *first, const char *separator,
                         const char *second)
{
    char value[PARAMETER_CHOICE_BYTES_MAX];
    snprintf(value, sizeof value, "%s%s%s", first, separator, second);
    walk->visit(walk->context, value);
}

static void visit_fields(const struct choice_walk *walk)
{
    for (size_t i = 0; i < walk->type->fields.count; i++)
        walk->visit(walk->context, walk->type->fields.at[i].name);
}

/* Visits a field by which records are sorted, in both directions. `outer` is empty, or the name of
 * a reference that leads to it. */
static void visit_sort_key(const struct choice_walk *walk, const char *outer,
                           const struct field *field)
{
    char path[PARAMETER_CHOICE_BYTES_MAX / 2];
    if (!sort_key_applies(field))
        return;
    snprintf(path, sizeof path, "%s%s%s", outer, *outer ? "." : "", field->name);
    walk->visit(walk->context, path);
    visit_joined(walk, "-", "", path);
}

static void visit_sort_keys(const struct choice_walk *walk)
{
    const struct field_list fields = walk->type->fields;
    for (size_t i = 0; i < fields.count; i++)
        visit_sort_key(walk, "", &fields.at[i]);
    for (size_t i = 0; i < fields.count; i++) {
        const struct field_list further = field_path_further(&fields.at[i]);
        for (size_t j = 0; sort_key_follows(&fields.at[i]) && j < further.count; j++)
            visit_sort_key(walk, fields.at[i].name, &further.at[j]);
    }
}

/* Visits the fields of a type that lead to several types, after what leads to the type. */
static void visit_several(const struct choice_walk *walk, const struct record_type *type,
                          const char *first, const char *separator)
{
    for (size_t i = 0; i < type->fields.count; i++)
        if (include_applies(&type->fields.at[i]))
            visit_joined(walk, first, separator, type->fields.at[i].name);
}

/* Visits each relation, followed by the relations of its members. A field that leads to several
 * types is visited like a relation. */
static void visit_relations(const struct choice_walk *walk)
{
    size_t count, further_count;
    const struct relation *relations = archive_relations(walk->archive, walk->type, &count);
    for (size_t i = 0; i < count; i++) {
        const struct relation *further =
            archive_relations(walk->archive, relations[i].member, &further_count);
        walk->visit(walk->context, relations[i].name);
        for (size_t j = 0; j < further_count; j++)
            visit_joined(walk, relations[i].name, ".", further[j].name);
        visit_several(walk, relations[i].member, relations[i].name, ".");
    }
    visit_several(walk, walk->type, "", "");
}

/* Visits the fields of a list, after the names that lead to it, and their members. A reference is
 * followed only from the record itself. */
static void visit_facet_fields(const struct choice_walk *walk, struct field_list fields,
                               const char *outer)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        char path[PARAMETER_CHOICE_BYTES_MAX / 2];
        snprintf(path, sizeof path, "%s%s%s", outer, *outer ? "." : "", field->name);
        if (facet_applies(field))
            walk->visit(walk->context, path);
        if (field->kind == FIELD_OBJECT)
            visit_facet_fields(walk, field->members, path);
        const struct field_list further = field_path_further(field);
        for (size_t j = 0; !*outer && field->kind == FIELD_REFERENCE && j < further.count; j++)
            if (facet_applies(&further.at[j]))
                visit_joined(walk, path, ".", further.at[j].name);
    }
}

static void visit_facets(const struct choice_walk *walk)
{
    visit_facet_fields(walk, walk->type->fields, "");
}

static void visit_types(const struct choice_walk *walk)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        walk->visit(walk->context, record_types[i]->name);
}

static const struct {
    void (*visit)(const struct choice_walk *walk);
    bool of_type;
} rows[PARAMETER_VALUES_COUNT] = {
    [PARAMETER_FIELDS] = {visit_fields, true},
    [PARAMETER_SORT_KEYS] = {visit_sort_keys, true},
    [PARAMETER_RELATIONS] = {visit_relations, true},
    [PARAMETER_FACETS] = {visit_facets, true},
    [PARAMETER_TYPES] = {visit_types, false},
};

bool parameter_choices_depend_on_type(enum parameter_values values)
{
    return rows[values].of_type;
}

void parameter_choices_visit(enum parameter_values values, const struct archive *archive,
                             const struct record_type *type, parameter_choice_visitor *visit,
                             void *context)
{
    const struct choice_walk walk = {archive, type, visit, context};
    if (rows[values].visit)
        rows[values].visit(&walk);
}
