#include "assistant/statement_fields.h"

#include <string.h>

enum {
    WORD_BYTES = 40,
    DEPTH_MAX = 8,
    URL_BYTES = 1000
};

/* The members of a source that say where in the document it is. */
static const char *const places[] = {"lines", "pages", "paragraphs", "section", "time"};

/* How much of a record statements of each size have. */
static const size_t text_bytes[] = {
    [STATEMENT_LISTED] = 400, [STATEMENT_BRIEF] = 700, [STATEMENT_WHOLE] = SIZE_MAX};
static const size_t sources_shown[] = {
    [STATEMENT_LISTED] = 3, [STATEMENT_BRIEF] = SIZE_MAX, [STATEMENT_WHOLE] = SIZE_MAX};

/* Returns the number of the first line, or "" if the text does not begin with one. */
static int digits_of(const char *lines)
{
    return (int)(lines ? strspn(lines, "0123456789") : 0);
}

json_t *statement_text(const json_t *text, enum statement_size size)
{
    const char *bytes = json_string_value(text);
    size_t length = json_string_length(text);
    const size_t most = text_bytes[size];
    if (length <= most)
        return statement_words(bytes, length);
    for (length = most; (bytes[length] & 0xc0) == 0x80; length--)
        ;
    json_t *words = statement_words(bytes, length);
    mcp_set(words, "cut", json_true());
    return words;
}

static json_t *one_source(const struct mcp *mcp, const json_t *source, enum statement_size size)
{
    json_t *result = json_object();
    const json_t *document = json_object_get(source, "document");
    const json_t *quote = json_object_get(source, "quote");
    const char *href = mcp_text_of(document, "href"), *lines = mcp_text_of(source, "lines");
    char url[URL_BYTES];
    snprintf(url, sizeof url, "%s%s%.*s", href ? href : "", digits_of(lines) ? "#L" : "",
             digits_of(lines), lines ? lines : "");
    mcp_share(result, "document", json_object_get(document, "id"));
    statement_set_url(mcp, result, url);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        mcp_share(result, places[i], statement_value(mcp, json_object_get(source, places[i])));
    if (json_is_string(quote))
        mcp_set(result, "quote", statement_text(quote, size));
    return result;
}

json_t *statement_sources(const struct mcp *mcp, const json_t *sources, enum statement_size size)
{
    json_t *result = json_array();
    for (size_t i = 0; i < json_array_size(sources) && i < sources_shown[size]; i++)
        mcp_append(result, one_source(mcp, json_array_get(sources, i), size));
    return result;
}

/* Reports whether a text is one word, a date or an id, which can say nothing to anybody. */
static bool is_word(const json_t *value)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:+~/";
    const char *text = json_string_value(value);
    const size_t length = json_string_length(value);
    return length <= WORD_BYTES && strspn(text, letters) == length;
}

static json_t *value_of(const struct mcp *mcp, json_t *value, unsigned depth);

static json_t *list_of(const struct mcp *mcp, json_t *value, unsigned depth)
{
    json_t *list = json_array();
    for (size_t i = 0; i < json_array_size(value); i++) {
        json_t *told = value_of(mcp, json_array_get(value, i), depth);
        if (told)
            mcp_append(list, told);
    }
    return json_array_size(list) ? list : NULL;
}

static json_t *object_of(const struct mcp *mcp, json_t *value, unsigned depth)
{
    json_t *object, *member;
    const char *name;
    if (json_object_get(value, "href"))
        return statement_reference(mcp, value);
    if (json_is_object(json_object_get(value, "document")))
        return one_source(mcp, value, STATEMENT_WHOLE);
    object = json_object();
    json_object_foreach(value, name, member)
    {
        json_t *told = value_of(mcp, member, depth);
        if (told)
            mcp_set(object, name, told);
    }
    return object;
}

static json_t *value_of(const struct mcp *mcp, json_t *value, unsigned depth)
{
    if (!value || json_is_null(value) || depth == DEPTH_MAX)
        return NULL;
    if (json_is_array(value))
        return list_of(mcp, value, depth + 1);
    if (json_is_object(value))
        return object_of(mcp, value, depth + 1);
    if (json_is_string(value) && !is_word(value))
        return statement_words(json_string_value(value), json_string_length(value));
    return json_incref(value);
}

/* Reports whether a value is a reference to a person, or has one at any depth. */
static bool names_person(json_t *value, const char *person)
{
    const char *id = mcp_text_of(value, "id"), *type = mcp_text_of(value, "type"), *name;
    json_t *member;
    if (id && type && strcmp(type, "person") == 0)
        return strcmp(id, person) == 0;
    for (size_t i = 0; i < json_array_size(value); i++)
        if (names_person(json_array_get(value, i), person))
            return true;
    json_object_foreach(value, name, member)
    {
        if (names_person(member, person))
            return true;
    }
    return false;
}

json_t *statement_part(const json_t *record, const char *person)
{
    json_t *part = json_array(), *value;
    const char *name;
    json_object_foreach((json_t *)(uintptr_t)record, name, value)
    {
        if (names_person(value, person))
            mcp_append(part, json_string(name));
    }
    return part;
}

json_t *statement_value(const struct mcp *mcp, json_t *value)
{
    return value_of(mcp, value, 0);
}
