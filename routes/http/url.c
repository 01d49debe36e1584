#include "http/url.h"

#include "http/request.h"

/* Returns why a segment is not allowed in a base path, or NULL if it is. */
static const char *segment_problem(const char *segment, size_t length)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if (length == 0)
        return "it must not have empty segments or end with \"/\"";
    if (segment[0] == '.' && (length == 1 || (length == 2 && segment[1] == '.')))
        return "it must not have a segment \".\" or \"..\"";
    for (size_t i = 0; i < length; i++)
        if (!strchr(letters, segment[i]) && !strchr("0123456789-._~", segment[i]))
            return "it must contain only \"/\", letters, digits and -._~";
    return NULL;
}

const char *url_base_path_problem(const char *text)
{
    if (*text != '/')
        return "it must begin with \"/\"";
    if (strlen(text) > BASE_PATH_BYTES_MAX)
        return "it must not be longer than 100 bytes";
    while (*text == '/') {
        const size_t length = strcspn(text + 1, "/");
        const char *problem = segment_problem(text + 1, length);
        if (problem)
            return problem;
        text += 1 + length;
    }
    return NULL;
}

struct url url_of_record(const char *base_path, const struct record *record)
{
    return (struct url){base_path, {record->type->collection, record_id(record)}, 2, NULL};
}

struct url url_of_relation(const char *base_path, const struct record *owner,
                           const struct relation *relation)
{
    return (struct url){
        base_path, {owner->type->collection, record_id(owner), relation->name}, 3, NULL};
}

struct url url_of_collection(const char *base_path, const struct collection *collection)
{
    return (struct url){base_path, {collection->name}, 1, NULL};
}

void url_append(struct buffer *out, const struct url *url)
{
    if (url->base_path)
        buffer_append_text(out, url->base_path);
    for (size_t i = 0; i < url->count; i++) {
        buffer_append_byte(out, '/');
        buffer_append_text(out, url->segments[i]);
    }
    if (url->suffix)
        buffer_append_text(out, url->suffix);
}

void url_append_with_query(struct buffer *out, const struct url *url, const struct buffer *query,
                           bool files)
{
    struct url after = *url;
    if (files && query->length > 1) {
        url_append_path(out, url->base_path, URL_QUERY_FOLDER);
        buffer_append(out, query->bytes + 1, query->length - 1);
        after.base_path = NULL;
        url_append(out, &after);
    } else {
        url_append(out, url);
        buffer_append(out, query->bytes, query->length);
    }
    out->failed |= query->failed;
}

/* Returns the value of a hexadecimal digit in upper case, as URLs have it. */
static unsigned hex_value(char digit)
{
    return (unsigned)(digit <= '9' ? digit - '0' : digit - 'A' + 10);
}

bool url_query_fits_file(const char *query, size_t length)
{
    static const char plain[] = "-._~=&,";
    enum {
        NAME_BYTES_MAX = 200
    };
    size_t bytes = 0;
    for (size_t i = 0; i < length; i++, bytes++) {
        const char c = query[i], letter = (char)(c | 0x20);
        if (c == '%' && i + 2 < length) {
            const unsigned byte = hex_value(query[i + 1]) << 4 | hex_value(query[i + 2]);
            i += 2;
            if (byte == ' ' || byte >= 0x80)
                continue;
            return false;
        }
        if (!(letter >= 'a' && letter <= 'z') && !(c >= '0' && c <= '9') &&
            !memchr(plain, c, sizeof plain - 1))
            return false;
    }
    return bytes <= NAME_BYTES_MAX;
}

void url_write(struct json_writer *writer, const struct url *url)
{
    json_write_begin_string(writer);
    url_append(writer->out, url);
    json_write_end_string(writer);
}

void url_append_path(struct buffer *out, const char *base_path, const char *path)
{
    if (base_path)
        buffer_append_text(out, base_path);
    buffer_append_text(out, path);
}

void url_write_path(struct json_writer *writer, const char *base_path, const char *path)
{
    json_write_begin_string(writer);
    url_append_path(writer->out, base_path, path);
    json_write_end_string(writer);
}

void url_write_path_member(struct json_writer *writer, const char *name, const char *base_path,
                           const char *path)
{
    json_write_name(writer, name);
    url_write_path(writer, base_path, path);
}

/* Appends a name or value of a query; encodes all characters that RFC 3986, section 3.4, and the
 * separators of parameters require to be encoded. */
static void append_encoded(struct buffer *out, const char *text)
{
    static const char plain[] = "-._~!$'()*,:@/?", digits[] = "0123456789ABCDEF";
    for (; *text; text++) {
        const bool within = text[0] == '\\' && text[1] == ','; /* a comma within a value */
        text += within;
        const unsigned char c = (unsigned char)*text, letter = c | 0x20;
        if (within) {
            buffer_append_text(out, "%2C");
            continue;
        }
        if ((letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') || strchr(plain, c)) {
            buffer_append_byte(out, *text);
            continue;
        }
        buffer_append_byte(out, '%');
        buffer_append_byte(out, digits[c >> 4]);
        buffer_append_byte(out, digits[c & 15]);
    }
}

void url_append_parameter(struct buffer *out, char *separator, const char *name, const char *value)
{
    buffer_append_byte(out, *separator);
    append_encoded(out, name);
    buffer_append_byte(out, '=');
    append_encoded(out, value);
    *separator = '&';
}
