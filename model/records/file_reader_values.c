/* Reads and checks the values of fields. */
#include "records/file_reader_private.h"
#include "schema/kind.h"
#include "schema/types/every_record.h"
#include "values/identifier.h"

#include <string.h>

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
    file_reader_read_text(reader, &field->members.at[0], json, place, &text);
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

/* Warns of an object that says nothing. An object with a required member has a fault instead. */
static void check_says_something(struct file_reader *reader, const struct field *field,
                                 json_t *object, const struct place *place)
{
    const char *key;
    json_t *json;
    for (size_t i = 0; i < field->members.count; i++)
        if (field->members.at[i].required || field->members.at[i].required_without)
            return;
    json_object_foreach(object, key, json) if (!file_reader_is_empty(json)) return;
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
        file_reader_read_text(reader, field, json, place, value);
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
            file_reader_fault_unknown_field(reader, fields, name, key, &member);
        else if (values[field - fields.at].count)
            FAULT(reader, &member, "\"%s\" is given twice, also under its old name; remove one",
                  field->name);
        else if (json_is_null(json))
            continue;
        else if (file_reader_is_empty(json) && json_is_string(json))
            WARNING(reader, &member, "the text is empty, which counts as absent; remove it");
        else if (field->list)
            read_list(reader, field, json, &member, &values[field - fields.at]);
        else
            read_item(reader, field, json, &member, &values[field - fields.at]);
    }
    if (reader->extending && fields.at == reader->type->fields.at)
        fields.count = 1; /* an extension needs only its id */
    file_reader_fault_missing_fields(reader, fields, object, place);
    fields.count = count;
    if (fields.at == identifier_fields)
        file_reader_check_identifier(reader, values, place);
    return pack_members(reader, fields, values);
}
