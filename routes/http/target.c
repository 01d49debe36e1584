#include "http/target.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* Returns true if the text is valid UTF-8 without ASCII control characters. */
static bool is_clean_text(const char *text)
{
    const char *c = text;
    for (; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            return false;
    return utf8_is_valid(text, (size_t)(c - text));
}

enum target_part {
    TARGET_SEGMENT,
    TARGET_NAME,
    TARGET_VALUE,
    TARGET_LIST /* a value in its list form */
};

/* Returns the byte that an encoded one stands for in a part: a space for the white space of ASCII
 * in a value. */
static char decoded_byte(int byte, enum target_part part)
{
    return part >= TARGET_VALUE && byte >= '\t' && byte <= '\r' ? ' ' : (char)byte;
}

/* Decodes in place; the result is never longer. Returns false if the text cannot be decoded. */
static bool decode_percents(char *text, enum target_part part)
{
    char *out = text;
    for (const char *in = text; *in; in++) {
        if (*in == '%') {
            const int high = hex_digit(in[1]);
            const int low = high < 0 ? -1 : hex_digit(in[2]);
            if (low < 0 || high * 16 + low == 0)
                return false;
            if (part == TARGET_LIST && high * 16 + low == ',' && (out == text || out[-1] != '\\'))
                *out++ = '\\';
            *out++ = decoded_byte(high * 16 + low, part);
            in += 2;
        } else {
            *out++ = part != TARGET_SEGMENT && *in == '+' ? ' ' : *in;
        }
    }
    *out = '\0';
    return is_clean_text(text);
}

/* Cuts the text at the first separator. Returns the rest after it, or NULL without a separator. */
static char *cut_at(char *text, char separator)
{
    char *at = strchr(text, separator);
    if (at)
        *at++ = '\0';
    return at;
}

static enum target_status parse_target_path(char *path, struct target *target)
{
    for (char *next = path[1] ? path + 1 : NULL; next;) {
        char *segment = next;
        next = cut_at(segment, '/');
        if (!next && !*segment) {
            target->trailing_slash = true;
            break;
        }
        if (target->segment_count == TARGET_SEGMENTS_MAX)
            return TARGET_TOO_MANY_SEGMENTS;
        if (!decode_percents(segment, TARGET_SEGMENT))
            return TARGET_BAD_ENCODING;
        target->segments[target->segment_count++] = segment;
    }
    return TARGET_OK;
}

static bool has_encoded_comma(const char *text)
{
    const char *c = text;
    while ((c = strchr(c, '%')) && strncasecmp(c, "%2C", 3) != 0)
        c++;
    return c;
}

/* Decodes a value, and its list form if that differs. Returns false if the value cannot be decoded.
 * The list forms always fit: each is no longer than its value in the target. */
static bool decode_value(struct target *target, char *value, struct parameter *parameter)
{
    char *list = value;
    if (has_encoded_comma(value)) {
        const size_t size = strlen(value) + 1;
        list = target->lists + target->lists_used;
        memcpy(list, value, size);
        target->lists_used += size;
        if (!decode_percents(list, TARGET_LIST))
            return false;
    }
    parameter->value = value;
    parameter->list = list;
    return decode_percents(value, TARGET_VALUE);
}

static enum target_status parse_target_query(char *query, struct target *target)
{
    while (query) {
        char *name = query;
        query = cut_at(name, '&');
        if (!*name)
            continue;
        char *value = cut_at(name, '=');
        if (target->parameter_count == TARGET_PARAMETERS_MAX)
            return TARGET_TOO_MANY_PARAMETERS;
        struct parameter *parameter = &target->parameters[target->parameter_count++];
        *parameter = (struct parameter){name, "", ""};
        if (!decode_percents(name, TARGET_NAME) ||
            (value && !decode_value(target, value, parameter)))
            return TARGET_BAD_ENCODING;
    }
    return TARGET_OK;
}

const char *target_path(const char *text)
{
    if (*text == '/')
        return text;
    const size_t scheme = strncasecmp(text, "http://", 7) == 0    ? 7
                          : strncasecmp(text, "https://", 8) == 0 ? 8
                                                                  : 0;
    if (scheme == 0)
        return NULL;
    const char *path = text + scheme + strcspn(text + scheme, "/?");
    return *path == '/' ? path : *path ? NULL : "/";
}

enum target_status target_parse(const char *text, struct target *ret_target)
{
    text = target_path(text);
    if (!text)
        return TARGET_NO_PATH;
    const size_t length = strnlen(text, TARGET_BYTES_MAX + 1);
    if (length > TARGET_BYTES_MAX)
        return TARGET_TOO_LONG;
    ret_target->segment_count = ret_target->parameter_count = ret_target->lists_used = 0;
    ret_target->trailing_slash = false;
    memcpy(ret_target->text, text, length + 1);
    char *query = cut_at(ret_target->text, '?');
    const enum target_status status = parse_target_path(ret_target->text, ret_target);
    return status == TARGET_OK ? parse_target_query(query, ret_target) : status;
}
