#include "tables/yaml_scalar.h"

#include "base/decimal.h"
#include "base/json_writer.h"
#include "base/name.h"

#include <string.h>

static bool is_one_of(const char *const *words, const char *text, size_t length)
{
    for (; *words; words++)
        if (name_is(*words, text, length))
            return true;
    return false;
}

static bool is_null(const char *text, size_t length)
{
    static const char *const words[] = {"", "~", "null", "Null", "NULL", NULL};
    return is_one_of(words, text, length);
}

static size_t skip_digits(const char *text, size_t length, size_t from)
{
    while (from < length && text[from] >= '0' && text[from] <= '9')
        from++;
    return from;
}

/* Reports whether a text is a number in YAML and in JSON. */
static bool is_number(const char *text, size_t length)
{
    const size_t first = length && *text == '-';
    size_t at = skip_digits(text, length, first);
    if (at == first || (text[first] == '0' && at > first + 1) || at - first > DECIMAL_DIGITS_MAX)
        return false;
    if (at < length && text[at] == '.') {
        const size_t fraction = ++at;
        at = skip_digits(text, length, at);
        if (at == fraction)
            return false;
    }
    return at == length;
}

void yaml_scalar_write_string(struct buffer *out, const char *text, size_t length)
{
    struct json_writer writer;
    json_writer_init(&writer, out);
    json_write_string(&writer, text, length);
}

void yaml_scalar_write_plain(struct buffer *out, const struct field *field, const char *text,
                             size_t length)
{
    static const char *const yes[] = {"true", "True", "TRUE", NULL};
    static const char *const no[] = {"false", "False", "FALSE", NULL};
    const bool number = !field || field->kind == FIELD_INTEGER;
    const bool boolean = !field || field->kind == FIELD_BOOLEAN;
    if (is_null(text, length))
        buffer_append_text(out, "null");
    else if (number && is_number(text, length))
        buffer_append(out, text, length);
    else if (boolean && is_one_of(yes, text, length))
        buffer_append_text(out, "true");
    else if (boolean && is_one_of(no, text, length))
        buffer_append_text(out, "false");
    else
        yaml_scalar_write_string(out, text, length);
}
