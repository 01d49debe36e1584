#include "records/file_reader.h"

#include "base/array.h"
#include "base/name.h"
#include "files/record_file_import.h"
#include "files/record_files.h"
#include "records/hint.h"
#include "records/json_memory.h"

#include <stdlib.h>
#include <string.h>

void file_reader_init(struct file_reader *reader, size_t bytes_max)
{
    *reader = (struct file_reader){.type = NULL};
    arena_init(&reader->arena, bytes_max);
    arena_init(&reader->references, bytes_max);
    arena_init_raw(&reader->tree, FILE_READER_TREE_BYTES_MAX);
    faults_init(&reader->faults);
}

void file_reader_finish(struct file_reader *reader)
{
    free(reader->records.at);
    free(reader->extensions.at);
    faults_finish(&reader->faults);
}

const char *file_reader_json_kind(const json_t *json)
{
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return "an object";
    case JSON_ARRAY:
        return "an array";
    case JSON_STRING:
        return "a string";
    case JSON_INTEGER:
    case JSON_REAL:
        return "a number";
    case JSON_NULL:
        return "null";
    default:
        return "a boolean";
    }
}

/* Adds a record to the list. */
static bool add_record(struct file_reader *reader, struct record *record)
{
    struct record **at = array_reserve(reader->records.at, &reader->records.capacity,
                                       reader->records.count + 1, sizeof(struct record *));
    if (!at)
        return false;
    reader->records.at = at;
    reader->records.at[reader->records.count++] = record;
    return true;
}

/* Removes a member that is true or false from an object, and returns it. */
static bool take_flag(struct file_reader *reader, json_t *object, const char *name,
                      const struct place *place)
{
    const json_t *flag = json_object_get(object, name);
    const bool set = json_is_true(flag);
    const struct place here = place_member(place, name);
    if (flag && !json_is_boolean(flag))
        FAULT(reader, &here, "expected true or false%s, not %s",
              json_is_string(flag) ? " without quotation marks" : "", file_reader_json_kind(flag));
    json_object_del(object, name);
    return set;
}

/* Removes the id of the record that a record is the same as from its object, and returns it.
 * Returns NULL if the object has no such member, or after adding a fault. */
static const char *take_same_as(struct file_reader *reader, json_t *object,
                                const struct place *place, const struct record *record)
{
    static const char name[] = "same_as";
    const json_t *json = json_object_get(object, name);
    const struct place here = place_member(place, name);
    const char *id = NULL;
    if (!json)
        return NULL;
    if (!json_is_string(json) || !json_string_length(json))
        FAULT(reader, &here, "expected the id of another %s, not %s", record->type->name,
              json_is_string(json) ? "an empty string" : file_reader_json_kind(json));
    else if (record->distinct)
        FAULT(reader, &here, "a record that is \"distinct\" is the same as no other one");
    else if (record->type == &document_type)
        FAULT(reader, &here, "a document cannot be joined with another one");
    else if (!(id = arena_copy_text(&reader->references, json_string_value(json),
                                    json_string_length(json))))
        reader->out_of_memory = true;
    json_object_del(object, name);
    return id;
}

/* Removes the members of an object that say what the record is to others: they are not fields. */
static void take_extension(struct file_reader *reader, json_t *object, const struct place *place,
                           struct extension *extension)
{
    static const char name[] = "replaces";
    const struct place here = place_member(place, name);
    const json_t *extends = json_object_get(object, "extends");
    const bool meant = extends && !json_is_boolean(extends) && !json_is_null(extends);
    reader->extending = take_flag(reader, object, "extends", place) || meant;
    extension->record->distinct = take_flag(reader, object, "distinct", place);
    extension->same_as = take_same_as(reader, object, place, extension->record);
    const json_t *replaces = json_object_get(object, name);
    if (replaces && !reader->extending)
        FAULT(
            reader, &here,
            "only a record with \"extends\": true replaces fields; add it, or remove \"replaces\"");
    if (replaces)
        extension->replaced = file_reader_read_field_set(reader, replaces, &here);
    json_object_del(object, name);
    extension->joined = extension->same_as && !reader->extending;
    reader->extending |= extension->joined;
}

/* Checks that an extension has a value for each field that it replaces, and does not replace the
 * id. */
static void check_replaced(struct file_reader *reader, const struct extension *extension,
                           const struct place *place)
{
    const struct place here = place_member(place, "replaces");
    const struct field_list fields = reader->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        if (!(extension->replaced >> i & 1))
            continue;
        if (i == 0)
            FAULT(reader, &here, "the id cannot be replaced; remove it from \"replaces\"");
        else if (!record_field(extension->record, i)->count)
            FAULT(
                reader, &here,
                "\"%s\" is to be replaced, but the record has no value for it; give the value, or "
                "remove the name",
                fields.at[i].name);
    }
}

/* Reads a record. One without an id is read only for its faults. */
static void read_record(struct file_reader *reader, json_t *json, size_t element,
                        const struct place *place)
{
    if (!json_is_object(json)) {
        FAULT(reader, place, "expected an object, not %s", file_reader_json_kind(json));
        return;
    }
    struct record *record = arena_take(&reader->arena, sizeof *record);
    struct extension extension = {.record = record};
    if (!record) {
        reader->out_of_memory = true;
        return;
    }
    record->type = reader->type;
    record->file = reader->file;
    record->element = (uint32_t)element;
    take_extension(reader, json, place, &extension);
    char name[32];
    snprintf(name, sizeof name, "%s %s", name_article(reader->type->name), reader->type->name);
    record->members = file_reader_read_members(reader, reader->type->fields, name, json, place);
    if (!record->members)
        return;
    check_replaced(reader, &extension, place);
    record_choose_label(record);
    if (!record_field(record, 0)->count)
        return;
    reader->out_of_memory |= !(reader->extending ? extensions_add(&reader->extensions, extension)
                                                 : add_record(reader, record));
}

static void read_collection(struct file_reader *reader, const char *key, json_t *json,
                            const struct place *place)
{
    reader->type = record_type_of_collection(key, strlen(key));
    if (!json_is_array(json)) {
        FAULT(reader, place, "expected an array of records, not %s", file_reader_json_kind(json));
        return;
    }
    for (size_t i = 0; i < json_array_size(json); i++) {
        const struct place element = place_element(place, i);
        read_record(reader, json_array_get(json, i), i, &element);
    }
}

static void fault_unknown_member(struct file_reader *reader, const char *key,
                                 const struct place *place)
{
    char hint[HINT_BYTES_MAX];
    const char *names[TYPE_COUNT + 1] = {0};
    for (size_t i = 0; i < TYPE_COUNT; i++)
        names[i] = record_types[i]->collection;
    FAULT(reader, place, "unknown member \"%.*s\" in a data file; %s", FAULT_QUOTED_MAX, key,
          hint_choices(names, key, strlen(key), hint));
}

static void read_top(struct file_reader *reader, json_t *top, const struct place *place)
{
    const char *key;
    json_t *json;
    if (!json_is_object(top)) {
        FAULT(reader, place, "expected an object with arrays of records, not %s",
              file_reader_json_kind(top));
        return;
    }
    json_object_foreach(top, key, json)
    {
        const struct place member = place_member(place, key);
        if (record_type_of_collection(key, strlen(key)))
            read_collection(reader, key, json, &member);
        else if (strcmp(key, "$schema") != 0)
            fault_unknown_member(reader, key, &member);
        else if (!json_is_string(json))
            FAULT(reader, &member, "expected the URL of a schema, not %s",
                  file_reader_json_kind(json));
    }
}

static bool begins_with(const struct record_file *file, const char *bytes, size_t length)
{
    return file->length >= length && memcmp(file->text, bytes, length) == 0;
}

/* Returns a clearer message than that of the JSON library, or NULL. */
static const char *known_mistake(const struct record_file *file, const json_error_t *error)
{
    if (file->length == 0)
        return "the file is empty; expected a JSON object";
    if (begins_with(file, "\xff\xfe", 2) || begins_with(file, "\xfe\xff", 2))
        return "the file is UTF-16; save it as UTF-8";
    if (json_error_code(error) == json_error_premature_end_of_input ||
        strstr(error->text, "near end of file"))
        return "the file ends too early, in the middle of the JSON; complete it, or get the whole "
               "file";
    if (json_error_code(error) == json_error_null_character)
        return "a string must not contain \\u0000";
    return NULL;
}

static void fault_not_json(struct file_reader *reader, const struct record_file *file,
                           const json_error_t *error)
{
    const char *mistake = known_mistake(file, error);
    const unsigned line = error->line > 0 ? (unsigned)error->line : 1;
    reader->not_json = true;
    if (mistake)
        faults_add_at_line(&reader->faults, file, line, "%s", mistake);
    else
        faults_add_at_line(&reader->faults, file, line, "not valid JSON at column %d: %s",
                           error->column, error->text);
}

static void fault_unreadable(struct file_reader *reader, const struct record_file *file,
                             const char *reason)
{
    reader->not_json = true;
    reader->out_of_memory |= reason == record_file_no_memory;
    record_files_fault(&reader->faults, file->name, reason);
}

/* Parses the text of a file, or the text that was made from it. */
static void read_text(struct file_reader *reader, const struct record_file *file)
{
    json_error_t error = {.text = ""}; /* without a message the library sets no code */
    const struct place place = place_top(file);
    const char *text = file->imported ? file->draft.text : file->text;
    const size_t length = file->imported ? file->draft.length : file->length;
    json_memory_begin(&reader->tree);
    json_t *top = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    if (top)
        read_top(reader, top, &place);
    else
        fault_not_json(reader, file, &error);
    reader->out_of_memory |= !json_memory_end();
    arena_finish(&reader->tree);
}

void file_reader_read(struct file_reader *reader, struct record_file *file, uint32_t number)
{
    reader->file = number;
    const char *reason = record_file_read(file);
    if (reason)
        fault_unreadable(reader, file, reason);
    else if (record_file_import(file, &reader->arena, &reader->faults, &reader->out_of_memory))
        read_text(reader, file);
    else
        reader->not_json |= !file->skipped;
}
