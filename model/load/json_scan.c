#include "load/json_scan.h"

#include <jansson.h>
#include <stdbool.h>
#include <string.h>

static const char *skip_space(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'))
        at++;
    return at;
}

/* From the opening quotation mark to behind the closing one. */
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

/* Behind a value: brackets are counted, not matched, as the text is valid. */
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

const char *json_scan_top(const char *text, const char *end)
{
    return skip_space(text, end);
}

/* Behind the comma that follows a value, or NULL where the container ends. */
static const char *next_item(const char *at, const char *end)
{
    at = skip_space(at, end);
    return at < end && *at == ',' ? skip_space(at + 1, end) : NULL;
}

static bool is_key(const char *key, const char *behind, const char *member)
{
    const size_t length = strlen(member);
    if (!memchr(key, '\\', (size_t)(behind - key)))
        return (size_t)(behind - key) == length + 2 && memcmp(key + 1, member, length) == 0;
    json_t *decoded = json_loadb(key, (size_t)(behind - key), JSON_DECODE_ANY, NULL);
    const bool equal = decoded && strcmp(json_string_value(decoded), member) == 0;
    json_decref(decoded);
    return equal;
}

const char *json_scan_member(const char *object, const char *end, const char *member)
{
    if (object == end || *object != '{')
        return NULL;
    const char *key = skip_space(object + 1, end);
    while (key && key < end && *key == '"') {
        const char *const behind = skip_string(key, end);
        const char *const colon = skip_space(behind, end);
        const char *const value = colon < end ? skip_space(colon + 1, end) : end;
        if (is_key(key, behind, member))
            return value;
        key = next_item(skip_value(value, end), end);
    }
    return NULL;
}

const char *json_scan_element(const char *array, const char *end, size_t index)
{
    if (array == end || *array != '[')
        return NULL;
    const char *value = skip_space(array + 1, end);
    while (value && value < end && *value != ']') {
        if (index-- == 0)
            return value;
        value = next_item(skip_value(value, end), end);
    }
    return NULL;
}
