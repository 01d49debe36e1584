/* Reads and checks the values of fields, and reports missing and unknown fields. */
#include "base/name.h"
#include "load/file_reader.h"
#include "load/hint.h"
#include "schema/kind.h"
#include "schema/types/every_record.h"
#include "unicode/nearest_name.h"
#include "values/identifier.h"
#include "values/time_zone.h"

#include <string.h>

static const char *known_choice(struct file_reader *reader, const struct field *field,
                                const char *text, size_t length, const struct place *place)
{
    char hint[HINT_BYTES_MAX];
    for (const char *const *choice = field->choices; *choice; choice++)
        if (name_is(*choice, text, length))
            return *choice;
    FAULT(reader, place, "unknown value \"%.*s\"; %s", FAULT_QUOTED_MAX, text,
          hint_choices(field->choices, text, length, hint));
    return NULL;
}

/* Returns the field with a name, which may be the old one, or NULL. */
static const struct field *file_reader_find_field(struct file_reader *reader,
                                                  struct field_list fields, const char *name,
                                                  size_t length, const struct place *place)
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

static const char *known_field_name(struct file_reader *reader, const char *text, size_t length,
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
            text ? known_field_name(reader, text, json_string_length(item), &element) : NULL;
        if (!text)
            FAULT(reader, &element, "expected the name of a field, not %s",
                  file_reader_json_kind(item));
        if (name)
            set |= UINT64_C(1) << (field_list_find(fields, name, strlen(name)) - fields.at);
    }
    return set;
}

static void check_time_zone(struct file_reader *reader, const char *text, size_t length,
                            const struct place *place)
{
    struct nearest_name nearest;
    if (time_zone_find(text, length) != TIME_ZONE_UTC)
        return;
    nearest_name_init(&nearest, text, length);
    for (size_t i = 1; i <= time_zone_count; i++)
        nearest_name_offer(&nearest, time_zone_name((uint16_t)i));
    const char *meant = time_zone_meant(text, length);
    const char *best = meant ? meant : nearest.best;
    FAULT(reader, place, "there is no time zone \"%.*s\"; %s%s%s", FAULT_QUOTED_MAX, text,
          best ? "did you mean \"" : "expected ", best ? best : kinds[FIELD_TIME_ZONE].expected,
          best ? "\"?" : "");
}

/* Checks a text and returns a copy of it. Returns the name in the table for a choice or field name.
 * An id in a reference is copied to the arena for references. Returns NULL if out of memory. */
static const char *keep_text(struct file_reader *reader, const struct field *field,
                             const char *text, size_t length, const struct place *place)
{
    const struct kind *kind = &kinds[field->kind];
    const char *known = NULL;
    if (field->kind == FIELD_REFERENCE)
        return arena_copy_text(&reader->references, text, length);
    if (field->kind == FIELD_TIME_ZONE)
        check_time_zone(reader, text, length, place);
    if (field->kind == FIELD_ENUM)
        known = known_choice(reader, field, text, length, place);
    else if (field->kind == FIELD_FIELD_NAME)
        known = known_field_name(reader, text, length, place);
    else if (kind->accepts && !kind->accepts(text, length))
        FAULT(reader, place, "expected %s, not \"%.*s\"", kind->expected, FAULT_QUOTED_MAX, text);
    return known ? known : arena_copy_text(&reader->arena, text, length);
}

static void read_text(struct file_reader *reader, const struct field *field, const json_t *json,
                      const struct place *place, struct value *value)
{
    const char *text = json_string_value(json);
    const size_t length = json_string_length(json);
    if (!text) {
        FAULT(reader, place, "expected %s, not %s", kinds[field->kind].expected,
              file_reader_json_kind(json));
        return;
    }
    value->text = keep_text(reader, field, text, length, place);
    if (value->text)
        value->count = (uint32_t)length;
    else
        reader->out_of_memory = true;
}

static void read_boolean(struct file_reader *reader, const struct field *field, const json_t *json,
                         const struct place *place, struct value *value)
{
    if (!json_is_boolean(json)) {
        FAULT(reader, place, "expected %s, not %s", kinds[field->kind].expected,
              file_reader_json_kind(json));
        return;
    }
    value->integer = json_is_true(json);
    value->count = 1;
}

/* Stores a number that is whole, which a file may also write as 42.0. Returns false if it is not.
 */
static bool whole_number(const json_t *json, json_int_t *ret_number)
{
    static const double exact_max = 9007199254740992.0; /* 2^53 */
    const double real = json_real_value(json);
    if (json_is_integer(json))
        *ret_number = json_integer_value(json);
    else if (json_is_real(json) && real >= -exact_max && real <= exact_max &&
             (double)(json_int_t)real >= real && (double)(json_int_t)real <= real)
        *ret_number = (json_int_t)real;
    else
        return false;
    return true;
}

static void read_integer(struct file_reader *reader, const struct field *field, const json_t *json,
                         const struct place *place, struct value *value)
{
    json_int_t integer;
    if (!whole_number(json, &integer)) {
        FAULT(reader, place, "expected %s, not %s", kinds[field->kind].expected,
              json_is_real(json) ? "a fraction" : file_reader_json_kind(json));
        return;
    }
    if (integer < field->minimum)
        FAULT(reader, place, "expected a whole number of at least %lld, not %lld",
              (long long)field->minimum, (long long)integer);
    value->integer = integer;
    value->count = 1;
}

static struct value *take_values(struct file_reader *reader, size_t count)
{
    struct value *values = arena_take_array(&reader->arena, count, sizeof *values);
    if (!values)
        reader->out_of_memory = true;
    return values;
}

/* Reads a text that stands for an object whose first member it is. */
static void read_shorthand(struct file_reader *reader, const struct field *field,
                           const json_t *json, const struct place *place, struct value *value)
{
    struct value text = {.count = 0};
    read_text(reader, &field->members.at[0], json, place, &text);
    if (!text.count)
        return;
    value->members = arena_take(&reader->arena, sizeof *value->members + sizeof text);
    reader->out_of_memory |= !value->members;
    if (!value->members)
        return;
    value->count = 1;
    value->members->present = 1;
    value->members->at[0] = text;
}

static bool is_empty(const json_t *json)
{
    return json_is_null(json) || (json_is_array(json) && !json_array_size(json));
}

/* Warns of an object that says nothing. An object with a required member has a fault instead. */
static void check_says_something(struct file_reader *reader, const struct field *field,
                                 json_t *object, const struct place *place)
{
    const char *key;
    json_t *json;
    for (size_t i = 0; i < field->members.count; i++)
        if (field->members.at[i].required || field->members.at[i].required_without)
            return;
    json_object_foreach(object, key, json) if (!is_empty(json)) return;
    WARNING(reader, place, "the object is empty; state what the source says in it, or remove it");
}

static void read_object(struct file_reader *reader, const struct field *field, json_t *json,
                        const struct place *place, struct value *value)
{
    if (field->shorthand && json_is_string(json)) {
        read_shorthand(reader, field, json, place, value);
        return;
    }
    if (!json_is_object(json)) {
        FAULT(reader, place, "expected an object, not %s", file_reader_json_kind(json));
        return;
    }
    check_says_something(reader, field, json, place);
    value->members = file_reader_read_members(reader, field->members, field->name, json, place);
    value->count = value->members != NULL;
}

static void read_item(struct file_reader *reader, const struct field *field, json_t *json,
                      const struct place *place, struct value *value)
{
    if (field->kind == FIELD_OBJECT)
        read_object(reader, field, json, place, value);
    else if (field->kind == FIELD_INTEGER)
        read_integer(reader, field, json, place, value);
    else if (field->kind == FIELD_BOOLEAN)
        read_boolean(reader, field, json, place, value);
    else
        read_text(reader, field, json, place, value);
}

static void read_list(struct file_reader *reader, const struct field *field, json_t *json,
                      const struct place *place, struct value *value)
{
    if (!json_is_array(json)) {
        FAULT(reader, place, "expected an array, not %s", file_reader_json_kind(json));
        return;
    }
    const size_t count = json_array_size(json);
    if (count == 0)
        return;
    value->items = take_values(reader, count);
    if (!value->items)
        return;
    value->count = (uint32_t)count;
    for (size_t i = 0; i < count; i++) {
        const struct place element = place_element(place, i);
        read_item(reader, field, json_array_get(json, i), &element, &value->items[i]);
    }
}

static void fault_unknown_field(struct file_reader *reader, struct field_list fields,
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
    if (own && !is_empty(own))
        return true;
    for (const char *const *name = field->required_without; *name; name++) {
        const json_t *json = json_of_field(object, field_list_find(fields, *name, strlen(*name)));
        if (json && !is_empty(json))
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

static void fault_missing_fields(struct file_reader *reader, struct field_list fields,
                                 const json_t *object, const struct place *place)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (!field->required && !field->required_without && !field->recommended)
            continue;
        const json_t *json = json_of_field(object, field);
        const bool empty = is_empty(json);
        if (field->required_without && !json_of_any(object, fields, field))
            fault_missing_all(reader, field, place);
        if (field->required && (!json || empty))
            fault_missing_field(reader, field, json ? "empty" : "missing", place);
        else if (field->recommended && (!json || empty))
            WARNING(reader, place, "the recommended field \"%s\" is %s; %s", field->name,
                    json ? "empty" : "missing", field->recommended);
    }
}

/* Checks the value of an identifier, and adds the URL that its scheme implies. */
static void file_reader_check_identifier(struct file_reader *reader, struct value *values,
                                         const struct place *place)
{
    const struct value *scheme = &values[IDENTIFIER_SCHEME], *value = &values[IDENTIFIER_VALUE];
    const struct place here = place_member(place, identifier_fields[IDENTIFIER_VALUE].name);
    struct value *url = &values[IDENTIFIER_URL];
    const char *expected;
    char text[IDENTIFIER_URL_MAX];
    if (!scheme->count || !value->count)
        return;
    const enum identifier_check check = identifier_check(scheme->text, value->text, &expected);
    if (check == IDENTIFIER_MALFORMED)
        FAULT(reader, &here, "expected %s, not \"%.*s\"", expected, FAULT_QUOTED_MAX, value->text);
    if (check == IDENTIFIER_WRONG_CHECKSUM)
        WARNING(reader, &here,
                "the check digit of \"%.*s\" is wrong, so a digit is; compare it with the source",
                FAULT_QUOTED_MAX, value->text);
    if (url->count || !identifier_write_url(scheme->text, value->text, text))
        return;
    url->text = arena_copy_text(&reader->arena, text, strlen(text));
    reader->out_of_memory |= !url->text;
    url->count = url->text ? (uint32_t)strlen(text) : 0;
}

/* Returns the values that are present, packed. Returns NULL if out of memory. */
static struct members *pack_members(struct file_reader *reader, struct field_list fields,
                                    const struct value *values)
{
    size_t count = 0;
    for (size_t i = 0; i < fields.count; i++)
        count += values[i].count > 0 || fields.at[i].implied;
    struct members *members =
        arena_take(&reader->arena, sizeof *members + count * sizeof(struct value));
    if (!members) {
        reader->out_of_memory = true;
        return NULL;
    }
    count = 0;
    for (size_t i = 0; i < fields.count; i++) {
        if (!values[i].count && !fields.at[i].implied)
            continue;
        members->present |= UINT64_C(1) << i;
        members->at[count++] = values[i];
    }
    return members;
}

struct members *file_reader_read_members(struct file_reader *reader, struct field_list fields,
                                         const char *name, json_t *object,
                                         const struct place *place)
{
    struct value values[FIELDS_MAX];
    const size_t count = fields.count;
    const char *key;
    json_t *json;
    memset(values, 0, fields.count * sizeof *values);
    json_object_foreach(object, key, json)
    {
        const struct place member = place_member(place, key);
        const struct field *field =
            file_reader_find_field(reader, fields, key, strlen(key), &member);
        if (!field)
            fault_unknown_field(reader, fields, name, key, &member);
        else if (values[field - fields.at].count)
            FAULT(reader, &member, "\"%s\" is given twice, also under its old name; remove one",
                  field->name);
        else if (json_is_null(json))
            continue;
        else if (field->list)
            read_list(reader, field, json, &member, &values[field - fields.at]);
        else
            read_item(reader, field, json, &member, &values[field - fields.at]);
    }
    if (reader->extending && fields.at == reader->type->fields.at)
        fields.count = 1; /* an extension needs only its id */
    fault_missing_fields(reader, fields, object, place);
    fields.count = count;
    if (fields.at == identifier_fields)
        file_reader_check_identifier(reader, values, place);
    return pack_members(reader, fields, values);
}
