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
    size_t references = 0;
    for (const char *name = text; path.count < FIELD_PATH_STEPS_MAX; name++) {
        const char *dot = memchr(name, '.', (size_t)(end - name));
        const size_t name_length = (size_t)((dot ? dot : end) - name);
        const struct field *field = field_list_find(fields, name, name_length);
        if (!field)
            field = field_list_find_old(fields, name, name_length);
        if (!field) {
            *ret_fields = fields;
            *ret_name = name;
            return FIELD_PATH_UNKNOWN;
        }
        add_step(&path, fields, field);
        if (!dot && field->shorthand)
            add_step(&path, field->members, &field->members.at[0]);
        if (!dot) {
            *ret_path = path;
            return FIELD_PATH_OK;
        }
        references += field->kind == FIELD_REFERENCE;
        fields = field_path_further(field);
        if (!fields.count || references > 1)
            break;
        name = dot;
    }
    return FIELD_PATH_NO_FURTHER;
}

bool field_path_is_single(const struct field_path *path)
{
    for (size_t i = 0; !path->first_only && i < path->count; i++)
        if (path->steps[i].field->list)
            return false;
    return true;
}

static const struct members *members_of(const struct field *field, const struct value *value)
{
    return field->kind == FIELD_REFERENCE ? value->record->members : value->members;
}

bool field_path_visit_members(const struct field_path *path, size_t step,
                              const struct members *members, field_path_visitor *visitor,
                              void *context)
{
    const struct field *field = path->steps[step].field;
    const struct value *value = members_value(members, path->steps[step].position);
    size_t count;
    const struct value *items = record_items(field, value, &count);
    const bool last = step + 1 == path->count;
    for (size_t i = 0; i < count; i++) {
        if (!items[i].count)
            continue;
        if (last ? visitor(context, field, &items[i])
                 : field_path_visit_members(path, step + 1, members_of(field, &items[i]), visitor,
                                            context))
            return true;
    }
    return false;
}

bool field_path_visit(const struct field_path *path, const struct record *record,
                      field_path_visitor *visitor, void *context)
{
    return field_path_visit_members(path, 0, record->members, visitor, context);
}
