/* The values of records: texts, identifiers, URLs. */
#include "base/utf8.h"
#include "conference/plain_text.h"
#include "conference/schedule_drafting.h"
#include "schema/kind.h"
#include "values/identifier.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    KEY_BYTES_MAX = 500,
    URL_BYTES_MAX = 8000
};

/* Sets a field to the text in a buffer. */
static void drafting_set_buffer(struct drafting *drafting, json_t *record, const char *field,
                                const struct buffer *text)
{
    if (text->failed)
        draft_set_out_of_memory(drafting->draft);
    else
        draft_set_text(drafting->draft, record, field, text->bytes, text->length);
}

void drafting_set_line(struct drafting *drafting, json_t *record, const char *field,
                       struct schedule_text text)
{
    buffer_clear(&drafting->text);
    plain_text_append_line(&drafting->text, text.at, text.length);
    drafting_set_buffer(drafting, record, field, &drafting->text);
}

/* Reports whether a text begins with another one. */
static bool begins_with(const struct buffer *text, const struct buffer *beginning)
{
    return text->length >= beginning->length && beginning->length &&
           memcmp(text->bytes, beginning->bytes, beginning->length) == 0;
}

void drafting_set_paragraphs(struct drafting *drafting, json_t *record, const char *field,
                             struct schedule_text text, struct schedule_text more)
{
    struct buffer *first = &drafting->text, *second = &drafting->more;
    buffer_clear(first);
    buffer_clear(second);
    plain_text_append(first, text.at, text.length);
    plain_text_append(second, more.at, more.length);
    if (!first->failed && begins_with(second, first))
        buffer_clear(first);
    if (first->length && second->length)
        buffer_append_text(first, "\n\n");
    buffer_append(first, second->bytes, second->length);
    first->failed |= second->failed;
    drafting_set_buffer(drafting, record, field, first);
}

void drafting_add_identifier(struct drafting *drafting, json_t *record, const char *scheme,
                             struct schedule_text value)
{
    const char *expected;
    if (!value.length)
        return;
    const bool valid = identifier_check(scheme, value.at, &expected) == IDENTIFIER_VALID;
    json_t *identifier = draft_append_object(drafting->draft, record, "identifiers");
    draft_set(drafting->draft, identifier, "scheme", json_string(valid ? scheme : "uid"));
    drafting_set_line(drafting, identifier, "value", value);
}

/* Appends the part of the base URL before a relative one: its host, or its folder. */
static void append_base(struct buffer *out, struct schedule_text base, bool from_root)
{
    const char *host = strstr(base.at, "://");
    const char *path = host ? strchr(host + 3, '/') : NULL;
    const char *end = base.at + base.length;
    if (!host)
        return;
    if (path)
        end = from_root ? path : strrchr(base.at, '/') + 1;
    buffer_append(out, base.at, (size_t)(end - base.at));
    if (!path && !from_root)
        buffer_append_byte(out, '/');
}

/* Appends a URL with the characters encoded that URLs cannot have. */
static void append_encoded(struct buffer *out, const char *url, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)url[i];
        char encoded[4];
        if (byte > ' ' && byte < 0x7f && !strchr("\"<>\\^`{|}", byte)) {
            buffer_append_byte(out, url[i]);
            continue;
        }
        snprintf(encoded, sizeof encoded, "%%%02X", byte);
        buffer_append_text(out, encoded);
    }
}

/* Returns the scheme of a URL as its length, or 0 if the URL is relative. */
static size_t scheme_length(struct schedule_text url)
{
    size_t length = 0;
    while (length < url.length && url.at[length] != ':' && !strchr("/?#", url.at[length]))
        length++;
    return length < url.length && url.at[length] == ':' ? length : 0;
}

/* Writes an absolute URL. Returns false if it is not one of the web. */
static bool drafting_write_url(const struct drafting *drafting, struct schedule_text url,
                               struct buffer *out)
{
    while (url.length && strchr(" \t\r\n", *url.at))
        url.at++, url.length--;
    while (url.length && strchr(" \t\r\n", url.at[url.length - 1]))
        url.length--;
    const size_t scheme = scheme_length(url);
    if (!url.length || url.length > URL_BYTES_MAX)
        return false;
    if (!scheme)
        append_base(out, drafting_base_url(drafting), *url.at == '/');
    if ((scheme == 4 && strncasecmp(url.at, "http", 4) == 0) ||
        (scheme == 5 && strncasecmp(url.at, "https", 5) == 0)) {
        buffer_append_text(out, scheme == 4 ? "http" : "https");
        url.at += scheme;
        url.length -= scheme;
    }
    append_encoded(out, url.at, url.length);
    draft_check_text(drafting->draft, out);
    return !out->failed && kinds[FIELD_URL].accepts(out->bytes, out->length);
}

void drafting_set_url(struct drafting *drafting, json_t *record, const char *field,
                      struct schedule_text url, unsigned line)
{
    struct buffer *text = &drafting->more;
    buffer_clear(text);
    if (!url.length)
        return;
    if (drafting_write_url(drafting, url, text))
        drafting_set_buffer(drafting, record, field, text);
    else
        draft_count_unread(drafting->draft, "URLs that are not of the web", line);
}

void drafting_add_link(struct drafting *drafting, json_t *record, struct schedule_text url,
                       struct schedule_text title, const char *kind, unsigned line)
{
    struct buffer *text = &drafting->more;
    buffer_clear(text);
    if (!url.length)
        return;
    if (!drafting_write_url(drafting, url, text)) {
        draft_count_unread(drafting->draft, "URLs that are not of the web", line);
        return;
    }
    json_t *link = draft_append_object(drafting->draft, record, "web_links");
    draft_set_text(drafting->draft, link, "url", text->bytes, text->length);
    drafting_set_line(drafting, link, "title", title);
    if (kind)
        draft_set(drafting->draft, link, "kind", json_string(kind));
}

static void lower_key(char *key)
{
    for (; *key; key++)
        *key = (char)tolower((unsigned char)*key);
}

/* Writes a key of a table. One that is too long is hashed. A GUID is the same in capitals. */
static void drafting_write_key(const char *scheme, struct schedule_text text,
                               char key[KEY_BYTES_MAX])
{
    char digits[9];
    if (text.length < KEY_BYTES_MAX / 2) {
        snprintf(key, KEY_BYTES_MAX, "%s:%s", scheme, text.at);
        if (strstr(scheme, "guid"))
            lower_key(key);
        return;
    }
    draft_hash(text.at, text.length, digits);
    snprintf(key, KEY_BYTES_MAX, "%s:%.*s:%s", scheme, (int)utf8_cut_length(text.at, 100), text.at,
             digits);
}

json_t *drafting_find(struct drafting *drafting, const char *scheme, struct schedule_text text)
{
    char key[KEY_BYTES_MAX];
    drafting_write_key(scheme, text, key);
    return json_object_get(drafting->by_key, key);
}

void drafting_keep(struct drafting *drafting, const char *scheme, struct schedule_text text,
                   json_t *value)
{
    char key[KEY_BYTES_MAX];
    drafting_write_key(scheme, text, key);
    draft_set(drafting->draft, drafting->by_key, key, value);
}

struct schedule_text drafting_name(const struct schedule_object *object)
{
    const struct schedule_text name = schedule_value(object, VALUE_NAME);
    return name.length ? name : schedule_value(object, VALUE_OTHER_NAME);
}

struct schedule_text drafting_base_url(const struct drafting *drafting)
{
    const struct schedule_text base = schedule_value(drafting->conference, VALUE_BASE_URL);
    return base.length ? base : schedule_value(drafting->root, VALUE_BASE_URL);
}
