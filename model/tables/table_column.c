#include "tables/table_column.h"

#include "base/decimal.h"
#include "tables/known_value.h"
#include "unicode/nearest_name.h"
#include "values/evaluated_cell.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    DATE_QUOTED_MAX = 40,   /* the maximum number of bytes of a date in a message */
    COLUMN_NAME_BYTES = 128 /* with the NUL; a longer name is unknown */
};

/* A part of a cell. */
struct cell_text {
    const char *at;
    size_t length;
};

/* Writes a name in small letters, with "_" between words. Returns false if it is too long. */
static bool column_write_name(const char *name, char written[COLUMN_NAME_BYTES])
{
    size_t length = 0;
    while (*name == ' ')
        name++;
    for (; *name && length + 1 < COLUMN_NAME_BYTES; name++) {
        const bool capital = *name >= 'A' && *name <= 'Z';
        written[length++] = capital ? (char)(*name - 'A' + 'a') : *name == ' ' ? '_' : *name;
    }
    while (length && written[length - 1] == '_')
        length--;
    written[length] = '\0';
    return !*name;
}

static const char *nearest_field(struct field_list fields, const char *name, size_t length)
{
    struct nearest_name nearest;
    nearest_name_init(&nearest, name, length);
    for (size_t i = 0; i < fields.count; i++)
        nearest_name_offer(&nearest, fields.at[i].name);
    return nearest.best;
}

/* Adds a step to the field called `name`. Returns false if there is no such field. */
static bool column_add_step(struct table_column *column, struct field_list fields, const char *name,
                            size_t length)
{
    const struct field *field = field_list_find(fields, name, length);
    if (!field) {
        field = field_list_find_old(fields, name, length);
        column->old_name |= field != NULL;
    }
    if (field)
        column->steps[column->depth++] = field;
    else
        column->near = nearest_field(fields, name, length);
    return field != NULL;
}

/* Finds the steps of a name such as "attendance.meeting.label". Returns false if it is unknown. */
static bool column_find_steps(struct table_column *column, struct field_list fields,
                              const char *name)
{
    for (;;) {
        const size_t length = strcspn(name, ".");
        if (column->depth == TABLE_COLUMN_STEPS_MAX ||
            !column_add_step(column, fields, name, length))
            return false;
        const struct field *field = column->steps[column->depth - 1];
        if (!name[length] && field->shorthand && column->depth < TABLE_COLUMN_STEPS_MAX)
            column->steps[column->depth++] = &field->members.at[0];
        if (!name[length])
            return field->kind != FIELD_OBJECT || field->shorthand;
        name += length + 1;
        column->label = field->kind == FIELD_REFERENCE && strcmp(name, "label") == 0;
        if (column->label || field->kind != FIELD_OBJECT)
            return column->label;
        fields = field->members;
    }
}

struct table_column table_column_named(const struct record_type *type, const char *name)
{
    char written[COLUMN_NAME_BYTES];
    struct table_column column = {.use = TABLE_COLUMN_UNKNOWN};
    if (!column_write_name(name, written))
        return column;
    if (column_find_steps(&column, type->fields, written))
        column.use = column.steps[0] == &type->fields.at[0] ? TABLE_COLUMN_ID : TABLE_COLUMN_FIELD;
    else if (strcmp(written, "type") == 0)
        column.use = TABLE_COLUMN_TYPE;
    else if (strcmp(written, "links") == 0)
        column.use = TABLE_COLUMN_IGNORED;
    return column;
}

bool table_column_is_same(const struct table_column *a, const struct table_column *b)
{
    return a->use == b->use && a->depth == b->depth &&
           memcmp(a->steps, b->steps, a->depth * sizeof a->steps[0]) == 0;
}

static struct cell_text trim(struct cell_text text)
{
    static const char blanks[] = " \t\r\n";
    while (text.length && memchr(blanks, text.at[0], sizeof blanks - 1))
        text.at++, text.length--;
    while (text.length && memchr(blanks, text.at[text.length - 1], sizeof blanks - 1))
        text.length--;
    return text;
}

/* Reports whether a backslash makes the byte after it part of a value. */
static bool is_escape(const char *at, const char *end)
{
    return *at == '\\' && at + 1 < end && (at[1] == '\\' || at[1] == ';' || at[1] == ',');
}

/* Takes the first item, and the separator after it, from `rest`. Returns false after the last. */
static bool take_item(struct cell_text *rest, char separator, struct cell_text *ret_item)
{
    const char *at = rest->at, *const end = at ? at + rest->length : NULL;
    if (!at)
        return false;
    while (at < end && *at != separator)
        at += is_escape(at, end) ? 2 : 1;
    *ret_item = trim((struct cell_text){rest->at, (size_t)(at - rest->at)});
    *rest =
        at < end ? (struct cell_text){at + 1, (size_t)(end - at - 1)} : (struct cell_text){NULL, 0};
    return true;
}

/* Returns the text of an item of a list, or NULL if out of memory. */
static json_t *unescaped(struct cell_text text)
{
    char *plain = malloc(text.length + 1);
    size_t length = 0;
    if (!plain)
        return NULL;
    for (const char *at = text.at; at < text.at + text.length; at++) {
        at += is_escape(at, text.at + text.length);
        plain[length++] = *at;
    }
    json_t *value = json_stringn(plain, length);
    free(plain);
    return value;
}

/* The cell whose values are added. */
struct cell_setting {
    const struct table_column *column;
    struct draft *draft;
    unsigned line;
    enum date_order order;
    size_t elements_max;
    size_t *elements;
};

/* Writes the value of a text that people write in another way than data files. Returns false if it
 * is not one of these. */
static bool known_cell_value(const struct cell_setting *cell, const struct field *field,
                             struct cell_text text, char value[KNOWN_VALUE_BYTES])
{
    const struct text_span span = {text.at, text.length};
    switch (known_value_write(field, span, cell->order, value)) {
    case KNOWN_VALUE_WRITTEN:
        return true;
    case KNOWN_VALUE_TWO_DAYS:
        draft_refuse(cell->draft, cell->line,
                     "the date \"%.*s\" may have its day or its month first; write it with the "
                     "year first, such as 2031-04-03",
                     (int)(text.length < DATE_QUOTED_MAX ? text.length : DATE_QUOTED_MAX), text.at);
        return false;
    default:
        return false;
    }
}

/* Returns the value of a text. A text that is not of the kind of the field stays a text, which the
 * loader then finds at fault. Returns NULL if out of memory. */
static json_t *cell_value(const struct cell_setting *cell, const struct field *field,
                          struct cell_text text, size_t lists)
{
    int64_t integer;
    char known[KNOWN_VALUE_BYTES];
    const struct cell_text word = trim(text);
    if (field->kind == FIELD_INTEGER && decimal_parse_canonical(word.at, word.length, &integer))
        return json_integer(integer);
    bool truth;
    if (field->kind == FIELD_BOOLEAN &&
        known_value_truth((struct text_span){word.at, word.length}, &truth))
        return json_boolean(truth);
    if (known_cell_value(cell, field, word, known))
        return json_string(known);
    text = field->kind == FIELD_TEXT ? text : word;
    return lists ? unescaped(text) : json_stringn(text.at, text.length);
}

/* Returns the element of an array, for which the array is filled with null. Returns NULL if out of
 * memory. */
static json_t *array_object(json_t *array, size_t position)
{
    while (json_array_size(array) <= position)
        if (json_array_append_new(array, json_null()) != 0)
            return NULL;
    json_t *object = json_array_get(array, position);
    if (json_is_object(object))
        return object;
    object = json_object();
    return json_array_set_new(array, position, object) == 0 ? object : NULL;
}

/* Returns the member of an object, of which it makes a list or an object if it has none. Returns
 * NULL if out of memory. */
static json_t *object_member(json_t *object, const struct field *field)
{
    json_t *member = json_object_get(object, field->name);
    if (member)
        return member;
    member = field->list ? json_array() : json_object();
    return json_object_set_new(object, field->name, member) == 0 ? member : NULL;
}

static void cell_add(const struct cell_setting *cell, json_t *object, size_t step, size_t lists,
                     struct cell_text text);

static void cell_add_list(const struct cell_setting *cell, json_t *object, size_t step,
                          size_t lists, struct cell_text text)
{
    static const char separators[TABLE_COLUMN_STEPS_MAX] = {';', ',', ' '};
    const struct field *field = cell->column->steps[step];
    const bool last = step + 1 == cell->column->depth;
    json_t *array = object_member(object, field);
    struct cell_text item;
    assert(lists < TABLE_COLUMN_STEPS_MAX);
    for (size_t i = 0; take_item(&text, cell->column->whole ? '\0' : separators[lists], &item);
         i++) {
        if (!item.length)
            continue;
        if (++*cell->elements > cell->elements_max)
            return;
        json_t *element = last ? NULL : array_object(array, i);
        if (last && json_array_append_new(array, cell_value(cell, field, item, lists + 1)) == 0)
            continue;
        if (!element)
            draft_set_out_of_memory(cell->draft);
        if (!element)
            return;
        cell_add(cell, element, step + 1, lists + 1, item);
    }
}

static void cell_add(const struct cell_setting *cell, json_t *object, size_t step, size_t lists,
                     struct cell_text text)
{
    const struct field *field = cell->column->steps[step];
    if (field->list) {
        cell_add_list(cell, object, step, lists, text);
    } else if (step + 1 == cell->column->depth) {
        draft_set(cell->draft, object, field->name, cell_value(cell, field, text, lists));
    } else {
        json_t *member = object_member(object, field);
        if (member)
            cell_add(cell, member, step + 1, lists, text);
        else
            draft_set_out_of_memory(cell->draft);
    }
}

void table_column_set(const struct table_column *column, struct draft *draft, json_t *record,
                      const char *cell, size_t length, unsigned line, enum date_order order,
                      size_t elements_max, size_t *elements)
{
    struct cell_text text = {cell, length};
    char *plain = NULL;
    const struct cell_setting setting = {.column = column,
                                         .draft = draft,
                                         .line = line,
                                         .order = order,
                                         .elements_max = elements_max,
                                         .elements = elements};
    if (memchr(cell, '\'', length)) {
        plain = malloc(length);
        if (!plain) {
            draft_set_out_of_memory(draft);
            return;
        }
        text = (struct cell_text){plain, evaluated_cell_plain(cell, length, plain)};
    }
    if (trim(text).length)
        cell_add(&setting, record, 0, 0, text);
    free(plain);
}
