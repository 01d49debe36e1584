#include "archive/field_path.h"

#include "schema/targets.h"

#include <string.h>

struct field_list field_path_further(const struct field *field)
{
    if (field->kind == FIELD_OBJECT)
        return field->members;
    const struct record_type *target = targets_only(field->targets);
    return target ? target->fields : (struct field_list){NULL, 0};
}

static void add_step(struct field_path *path, struct field_list fields, const struct field *field)
{
    path->steps[path->count].field = path->end = field;
    path->steps[path->count].position = (size_t)(field - fields.at);
    path->count++;
}

enum field_path_status field_path_parse(const struct record_type *type, const char *text,
                                        size_t length, struct field_path *ret_path,
                                        struct field_list *ret_fields, const char **ret_name)
{
    struct field_path path = {.count = 0};
    struct field_list fields = type->fields;
    const char *const end = text + length;
    for (const char *name = text; path.count < 2; name++) {
        const char *dot = memchr(name, '.', (size_t)(end - name));
        const struct field *field =
            field_list_find(fields, name, (size_t)((dot ? dot : end) - name));
        if (!field) {
            *ret_fields = fields;
            *ret_name = name;
            return FIELD_PATH_UNKNOWN;
        }
        add_step(&path, fields, field);
        if (!dot) {
            *ret_path = path;
            return FIELD_PATH_OK;
        }
        fields = field_path_further(field);
        if (!fields.count)
            break;
        name = dot;
    }
    return FIELD_PATH_NO_FURTHER;
}

static bool visit_field(const struct field *field, const struct value *value,
                        field_path_visitor *visitor, void *context)
{
    if (!field->list)
        return value->count && visitor(context, field, value);
    for (size_t i = 0; i < value->count; i++)
        if (value->items[i].count && visitor(context, field, &value->items[i]))
            return true;
    return false;
}

/* The context for the second step of a path. */
struct second_step {
    const struct field_path *path;
    field_path_visitor *visitor;
    void *context;
};

static bool take_second_step(void *context, const struct field *field, const struct value *value)
{
    const struct second_step *step = context;
    const struct members *members =
        field->kind == FIELD_REFERENCE ? value->record->members : value->members;
    return visit_field(step->path->end, members_value(members, step->path->steps[1].position),
                       step->visitor, step->context);
}

bool field_path_visit(const struct field_path *path, const struct record *record,
                      field_path_visitor *visitor, void *context)
{
    struct second_step second = {path, visitor, context};
    const struct value *value = record_field(record, path->steps[0].position);
    if (path->count == 1)
        return visit_field(path->end, value, visitor, context);
    return visit_field(path->steps[0].field, value, take_second_step, &second);
}
