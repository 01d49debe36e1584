/* Reads `include`: the relations whose members are shown as whole records. */
#include "query/parameter_reader.h"

#include <string.h>

enum {
    SEVERAL_TYPES_BYTES_MAX = 120
};

static void fault_unknown_relation(struct parameter_reader *reader, const struct record_type *type,
                                   const char *name, size_t length)
{
    size_t count;
    const struct relation *relations = archive_relations(reader->subject->archive, type, &count);
    struct suggestion known;
    suggestion_begin(&known,
                     PARAMETER_FAULT(reader, "%s %s has no relation \"%.*s\"",
                                     name_article(type->name), type->name,
                                     parameter_reader_quoted(length), name),
                     name, length);
    for (size_t i = 0; i < count; i++)
        suggestion_offer(&known, relations[i].name);
    for (size_t i = 0; i < type->fields.count; i++)
        if (include_applies(&type->fields.at[i]))
            suggestion_offer(&known, type->fields.at[i].name);
    suggestion_end(&known);
}

/* Reads the name of a relation or of a field that leads to several types. Returns false, with a
 * fault added, if the type has neither. */
static bool read_step(struct parameter_reader *reader, const struct record_type *type,
                      const char *name, size_t length, struct include_step *ret_step)
{
    const struct relation *relation =
        archive_relation(reader->subject->archive, type, name, length);
    const struct field *field = field_list_find(type->fields, name, length);
    const bool several = !relation && field && include_applies(field);
    if (!relation && !several) {
        fault_unknown_relation(reader, type, name, length);
        return false;
    }
    *ret_step = (struct include_step){several ? field->name : relation->name, relation};
    return true;
}

static void fault_further_of_several(struct parameter_reader *reader, const char *name)
{
    const struct field_list fields = reader->subject->type->fields;
    char types[SEVERAL_TYPES_BYTES_MAX];
    targets_write(field_list_find(fields, name, strlen(name))->targets, TARGETS_COLLECTIONS, " or ",
                  types, sizeof types);
    PARAMETER_FAULT(reader,
                    "\"%s\" leads to %s, so no relation of its targets can be included; "
                    "name it alone",
                    name, types);
}

static void read_one_include(struct parameter_reader *reader, const char *item, size_t length)
{
    struct record_view *view = &reader->query->view;
    const char *dot = memchr(item, '.', length);
    const size_t first = dot ? (size_t)(dot - item) : length;
    struct include include = {.further = {.name = NULL}};
    if (!read_step(reader, reader->subject->type, item, first, &include.step))
        return;
    if (dot && !include.step.relation) {
        fault_further_of_several(reader, include.step.name);
        return;
    }
    if (dot && !read_step(reader, include.step.relation->member, dot + 1, length - first - 1,
                          &include.further))
        return;
    if (view->include_count == INCLUDES_MAX)
        PARAMETER_FAULT(reader, "too many relations; at most %d are allowed", INCLUDES_MAX);
    else
        view->includes[view->include_count++] = include;
}

void query_include_read(struct parameter_reader *reader)
{
    parameter_reader_visit_items(reader, read_one_include);
}
