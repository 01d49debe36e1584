#include "files/place.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct place place_top(const struct record_file *file)
{
    return (struct place){.file = file};
}

struct place place_member(const struct place *parent, const char *member)
{
    return (struct place){.file = parent->file, .parent = parent, .member = member};
}

struct place place_element(const struct place *parent, size_t position)
{
    return (struct place){.file = parent->file, .parent = parent, .position = position};
}

static void write_escaped(FILE *out, const char *member)
{
    for (; *member; member++) {
        if (*member == '~')
            fputs("~0", out);
        else if (*member == '/')
            fputs("~1", out);
        else
            fputc(*member, out);
    }
}

static void write_pointer(FILE *out, const struct place *place)
{
    if (!place->parent)
        return;
    write_pointer(out, place->parent);
    fputc('/', out);
    if (place->member)
        write_escaped(out, place->member);
    else
        fprintf(out, "%zu", place->position);
}

char *place_pointer(const struct place *place)
{
    char *pointer = NULL;
    size_t length;
    FILE *out = open_memstream(&pointer, &length);
    if (!out)
        return NULL;
    write_pointer(out, place);
    if (fclose(out) != 0) {
        free(pointer);
        return NULL;
    }
    return pointer;
}

/* The functions below find a value in the text, because the JSON library stores no positions. The
 * text is valid JSON and ends at `end`. */

static const char *skip_space(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'))
        at++;
    return at;
}

/* Skips a string, from its opening quotation mark past the closing one. */
static const char *skip_string(const char *at, const char *end)
{
    for (at++; at < end && *at != '"'; at++)
        if (*at == '\\')
            at++;
    return at < end ? at + 1 : end;
}

static const char *skip_scalar(const char *at, const char *end)
{
    while (at < end && !strchr(",]} \t\r\n", *at))
        at++;
    return at;
}

/* Skips a value. Counts brackets without matching them, because the text is valid. */
static const char *skip_value(const char *at, const char *end)
{
    size_t depth = 0;
    do {
        if (at == end)
            return end;
        if (*at == '"') {
            at = skip_string(at, end);
        } else if (*at == '{' || *at == '[') {
            depth++;
            at++;
        } else if (*at == '}' || *at == ']') {
            depth--;
            at++;
        } else if (depth > 0) {
            at++;
        } else {
            at = skip_scalar(at, end);
        }
    } while (depth > 0);
    return at;
}

/* Returns the item after the comma that follows a value, or NULL at the end of the container. */
static const char *next_item(const char *at, const char *end)
{
    at = skip_space(at, end);
    return at < end && *at == ',' ? skip_space(at + 1, end) : NULL;
}

static bool is_key(const char *key, const char *after, const char *member)
{
    const size_t length = strlen(member);
    if (!memchr(key, '\\', (size_t)(after - key)))
        return (size_t)(after - key) == length + 2 && memcmp(key + 1, member, length) == 0;
    json_t *decoded = json_loadb(key, (size_t)(after - key), JSON_DECODE_ANY, NULL);
    const bool equal = decoded && strcmp(json_string_value(decoded), member) == 0;
    json_decref(decoded);
    return equal;
}

/* Returns the value of a member of the object at `object`. Returns NULL if that is not an object or
 * has no such member. */
static const char *find_member(const char *object, const char *end, const char *member)
{
    if (object == end || *object != '{')
        return NULL;
    const char *key = skip_space(object + 1, end);
    while (key && key < end && *key == '"') {
        const char *const after = skip_string(key, end);
        const char *const colon = skip_space(after, end);
        const char *const value = colon < end ? skip_space(colon + 1, end) : end;
        if (is_key(key, after, member))
            return value;
        key = next_item(skip_value(value, end), end);
    }
    return NULL;
}

/* Returns the item at a position of the array at `array`. Returns NULL if that is not an array or
 * has no such item. */
static const char *find_element(const char *array, const char *end, size_t position)
{
    if (array == end || *array != '[')
        return NULL;
    const char *value = skip_space(array + 1, end);
    while (value && value < end && *value != ']') {
        if (position-- == 0)
            return value;
        value = next_item(skip_value(value, end), end);
    }
    return NULL;
}

/* Returns the beginning of the value at a place, or of the innermost value that encloses it. */
static const char *find_value(const struct place *place, const struct record_file *file)
{
    const char *const end = file->text + file->length;
    if (!place->parent)
        return skip_space(file->text, end);
    const char *outer = find_value(place->parent, file);
    const char *inner = place->member ? find_member(outer, end, place->member)
                                      : find_element(outer, end, place->position);
    return inner ? inner : outer;
}

unsigned place_line(const struct place *place, const struct record_file *file)
{
    unsigned line = 1;
    const char *const at = find_value(place, file);
    for (const char *c = file->text; c < at; c++)
        line += *c == '\n';
    return line;
}

/* Returns the line of the source of the record at a place; 0 if it is unknown. */
static unsigned place_record_line(const struct place *place, const struct draft_text *draft)
{
    const struct place *member = NULL, *element = NULL;
    for (; place->parent; place = place->parent) {
        element = member;
        member = place;
    }
    const struct record_type *type =
        element && member->member
            ? record_type_of_collection(member->member, strlen(member->member))
            : NULL;
    return type ? draft_text_record_line(draft, type, element->position) : 0;
}

unsigned place_imported_line(const struct place *place, const struct record_file *file)
{
    const struct record_file draft = {.text = file->draft.text, .length = file->draft.length};
    if (!draft.text)
        return place_record_line(place, &file->draft);
    return draft_text_line(&file->draft, place_line(place, &draft));
}
