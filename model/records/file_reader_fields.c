/* The names of fields: known, old, unknown and missing ones. */
#include "base/name.h"
#include "records/file_reader_private.h"
#include "records/hint.h"
#include "schema/kind.h"

#include <string.h>

const struct field *file_reader_find_field(struct file_reader *reader, struct field_list fields,
                                           const char *name, size_t length,
                                           const struct place *place)
{
    const struct field *field = field_list_find(fields, name, length);
    if (field)
        return field;
    field = field_list_find_old(fields, name, length);
    if (field)
        WARNING(reader, place, "\"%s\" is now called \"%s\"; write the new name", field->old_name,
                field->name);
    return field;
}

const char *file_reader_field_name(struct file_reader *reader, const char *text, size_t length,
                                   const struct place *place)
{
    char hint[HINT_BYTES_MAX];
    const struct field_list fields = reader->type->fields;
    const struct field *known = file_reader_find_field(reader, fields, text, length, place);
    if (known)
        return known->name;
    FAULT(reader, place, "%s %s has no field \"%.*s\"; %s", name_article(reader->type->name),
          reader->type->name, FAULT_QUOTED_MAX, text, hint_fields(fields, text, length, hint));
    return NULL;
}

uint64_t file_reader_read_field_set(struct file_reader *reader, const json_t *json,
                                    const struct place *place)
{
    const struct field_list fields = reader->type->fields;
    uint64_t set = 0;
    if (!json_is_array(json))
        FAULT(reader, place, "expected an array of names of fields, not %s",
              file_reader_json_kind(json));
    for (size_t i = 0; i < json_array_size(json); i++) {
        const json_t *item = json_array_get(json, i);
        const struct place element = place_element(place, i);
        const char *text = json_string_value(item);
        const char *name =
            text ? file_reader_field_name(reader, text, json_string_length(item), &element) : NULL;
        if (!text)
            FAULT(reader, &element, "expected the name of a field, not %s",
                  file_reader_json_kind(item));
        if (name)
            set |= UINT64_C(1) << (field_list_find(fields, name, strlen(name)) - fields.at);
    }
    return set;
}

bool file_reader_is_empty(const json_t *json)
{
    return json_is_null(json) || (json_is_array(json) && !json_array_size(json)) ||
           (json_is_string(json) && !json_string_length(json));
}

void file_reader_fault_unknown_field(struct file_reader *reader, struct field_list fields,
                                     const char *name, const char *key, const struct place *place)
{
    char hint[HINT_BYTES_MAX];
    FAULT(reader, place, "%s has no field \"%.*s\"; %s", name, FAULT_QUOTED_MAX, key,
          hint_fields(fields, key, strlen(key), hint));
}

/* Adds a fault about a required field that is absent, null or an empty array. */
static void fault_missing_field(struct file_reader *reader, const struct field *field,
                                const char *problem, const struct place *place)
{
    char choices[HINT_BYTES_MAX];
    if (field->choices)
        FAULT(reader, place, "the required field \"%s\" is %s; expected one %sof %s", field->name,
              problem, field->list ? "or more " : "", hint_list(field->choices, choices));
    else
        FAULT(reader, place, "the required field \"%s\" is %s; expected %s", field->name, problem,
              field->list ? "an array of one or more items" : kinds[field->kind].expected);
}

static const json_t *json_of_field(const json_t *object, const struct field *field)
{
    const json_t *json = json_object_get(object, field->name);
    return json || !field->old_name ? json : json_object_get(object, field->old_name);
}

/* Reports whether the field, or one of those without which it is required, has a value. */
static bool json_of_any(const json_t *object, struct field_list fields, const struct field *field)
{
    const json_t *own = json_of_field(object, field);
    if (own && !file_reader_is_empty(own))
        return true;
    for (const char *const *name = field->required_without; *name; name++) {
        const json_t *json = json_of_field(object, field_list_find(fields, *name, strlen(*name)));
        if (json && !file_reader_is_empty(json))
            return true;
    }
    return false;
}

static void fault_missing_all(struct file_reader *reader, const struct field *field,
                              const struct place *place)
{
    char choices[HINT_BYTES_MAX];
    FAULT(reader, place, "one of the fields %s, %s is required", field->name,
          hint_list(field->required_without, choices));
}

void file_reader_fault_missing_fields(struct file_reader *reader, struct field_list fields,
                                      const json_t *object, const struct place *place)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (!field->required && !field->required_without && !field->recommended)
            continue;
        const json_t *json = json_of_field(object, field);
        const bool empty = file_reader_is_empty(json);
        if (field->required_without && !json_of_any(object, fields, field))
            fault_missing_all(reader, field, place);
        if (field->required && (!json || empty))
            fault_missing_field(reader, field, json ? "empty" : "missing", place);
        else if (field->recommended && (!json || empty))
            WARNING(reader, place, "the recommended field \"%s\" is %s; %s", field->name,
                    json ? "empty" : "missing", field->recommended);
    }
}
