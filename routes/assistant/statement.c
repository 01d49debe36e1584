#include "assistant/statement.h"

#include "assistant/statement_fields.h"

#include <string.h>

enum {
    URL_BYTES = REQUEST_ADDRESS_BYTES + 1000
};

/* Fields whose text is what a record says, in the order of preference. */
static const char *const brief_texts[] = {"text",        "abstract", "lead",
                                          "description", "summary",  "biography"};
static const char *const whole_texts[] = {"text",        "abstract", "summary",
                                          "description", "lead",     "biography"};
static const char *const labels[] = {"title", "name", "label"};
static const char *const voices[] = {"speaker", "presenters", "mover", "movers", "author"};
static const char *const doers[] = {"actors", "owners"};
/* Fields of one word, a number or a date. */
static const char *const facts[] = {"kind",     "status",   "result",         "stance",
                                    "number",   "date",     "role",           "start_date",
                                    "end_date", "due_date", "completed_date", "effective_date"};
static const char *const references[] = {"about", "in_reply_to", "decision"};
/* Records that many statements share: a brief one has their ids alone. */
static const char *const occasions[] = {"meeting", "session"};

/* How much of a record statements of each size have. */
static const size_t points_shown[] = {
    [STATEMENT_LISTED] = 0, [STATEMENT_BRIEF] = 12, [STATEMENT_WHOLE] = SIZE_MAX};
static const size_t notes_shown[] = {
    [STATEMENT_LISTED] = 3, [STATEMENT_BRIEF] = SIZE_MAX, [STATEMENT_WHOLE] = SIZE_MAX};

#define COUNT(array) (sizeof(array) / sizeof *(array))

json_t *statement_words(const char *text, size_t length)
{
    json_t *words = json_object();
    mcp_set(words, "untrusted", json_true());
    mcp_set(words, "text", json_stringn(text, length));
    return words;
}

void statement_set_url(const struct mcp *mcp, json_t *object, const char *href)
{
    char url[URL_BYTES];
    snprintf(url, sizeof url, "%s%s", mcp->address, href ? href : "");
    mcp_set_text(object, "url", url);
}

static const json_t *first_of(const json_t *record, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const json_t *value = json_object_get(record, names[i]);
        if (json_is_string(value))
            return value;
    }
    return NULL;
}

void statement_set_words(json_t *object, const char *name, const json_t *text)
{
    if (json_is_string(text))
        mcp_set(object, name, statement_words(json_string_value(text), json_string_length(text)));
}

static const char *href_of(const json_t *record)
{
    const char *href = mcp_text_of(record, "href");
    return href ? href : mcp_text_of(json_object_get(record, "links"), "self");
}

json_t *statement_reference(const struct mcp *mcp, const json_t *reference)
{
    json_t *result = json_object();
    mcp_share(result, "id", json_object_get(reference, "id"));
    mcp_share(result, "type", json_object_get(reference, "type"));
    statement_set_url(mcp, result, href_of(reference));
    statement_set_words(result, "label", first_of(reference, labels, COUNT(labels)));
    return result;
}

/* Adds a person or organization: a reference, or an object that has one, or only words. */
static void add_voice(const struct mcp *mcp, json_t *by, const json_t *value)
{
    const json_t *person = json_object_get(value, "person"),
                 *organization = json_object_get(value, "organization"),
                 *text = json_object_get(value, "text");
    if (json_object_get(value, "href"))
        mcp_append(by, statement_reference(mcp, value));
    else if (json_is_object(person) || json_is_object(organization))
        mcp_append(by, statement_reference(mcp, json_is_object(person) ? person : organization));
    else if (json_is_string(text))
        mcp_append(by, statement_words(json_string_value(text), json_string_length(text)));
}

static void add_voices(const struct mcp *mcp, json_t *by, const json_t *value)
{
    add_voice(mcp, by, value);
    for (size_t i = 0; i < json_array_size(value); i++)
        add_voice(mcp, by, json_array_get(value, i));
}

static void set_people(const struct mcp *mcp, json_t *statement, const char *name,
                       const json_t *record, const char *const *fields, size_t count)
{
    json_t *people = json_array();
    for (size_t i = 0; i < count; i++)
        add_voices(mcp, people, json_object_get(record, fields[i]));
    if (json_array_size(people))
        mcp_set(statement, name, people);
}

static void set_voices(const struct mcp *mcp, json_t *statement, const json_t *record)
{
    set_people(mcp, statement, "by", record, voices, COUNT(voices));
    set_people(mcp, statement, "assigned_to", record, doers, COUNT(doers));
    statement_set_words(statement, "attribution", json_object_get(record, "attribution"));
    statement_set_words(statement, "attribution", json_object_get(record, "owner_text"));
}

/* Sets a list unless it is empty, and the `count` that the record has if that is more. */
static void set_list(json_t *statement, const char *name, json_t *list, size_t count)
{
    char total[40];
    snprintf(total, sizeof total, "%s_total", name);
    if (json_array_size(list))
        mcp_set(statement, name, list);
    if (json_array_size(list) < count)
        mcp_set(statement, total, json_integer((json_int_t)count));
}

static size_t at_most(size_t count, size_t most)
{
    return count < most ? count : most;
}

static void set_points(const struct mcp *mcp, json_t *statement, const json_t *record,
                       enum statement_size size)
{
    json_t *points = json_array();
    const json_t *arguments = json_object_get(record, "arguments");
    const size_t count = json_array_size(arguments);
    for (size_t i = 0; i < at_most(count, points_shown[size]); i++) {
        json_t *point = json_object();
        const json_t *argument = json_array_get(arguments, i),
                     *sources = json_object_get(argument, "sources");
        mcp_set(point, "text", statement_text(json_object_get(argument, "text"), size));
        if (json_array_size(sources))
            mcp_set(point, "sources", statement_sources(mcp, sources, size));
        mcp_append(points, point);
    }
    set_list(statement, "points", points, count);
}

/* Sets the notes of the editor; in a whole statement, each with the places that it refers to. */
static void set_notes(const struct mcp *mcp, json_t *statement, const json_t *record,
                      enum statement_size size)
{
    json_t *list = json_array();
    const json_t *notes = json_object_get(record, "notes");
    const size_t count = json_array_size(notes);
    for (size_t i = 0; i < at_most(count, notes_shown[size]); i++) {
        json_t *note = json_object();
        const json_t *from = json_array_get(notes, i), *sources = json_object_get(from, "sources");
        mcp_set(note, "text", statement_text(json_object_get(from, "text"), size));
        if (size == STATEMENT_WHOLE && json_array_size(sources))
            mcp_set(note, "sources", statement_sources(mcp, sources, size));
        mcp_append(list, note);
    }
    set_list(statement, "notes", list, count);
}

/* Sets the sources. A statement without sources gets an empty list. */
static void set_sources(const struct mcp *mcp, json_t *statement, const json_t *record,
                        enum statement_size size)
{
    const json_t *sources = json_object_get(record, "sources");
    mcp_set(statement, "sources", json_array());
    set_list(statement, "sources", statement_sources(mcp, sources, size), json_array_size(sources));
    if (json_array_size(sources) == 0)
        mcp_set(statement, "uncited", json_true());
}

static bool is_in(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Reports whether a whole statement has a field elsewhere. */
static bool is_told(const char *name)
{
    static const char *const others[] = {"id",        "type",      "links", "sources",
                                         "inferred",  "notes",     "votes", "attribution",
                                         "arguments", "owner_text"};
    return is_in(name, others, COUNT(others)) || is_in(name, voices, COUNT(voices)) ||
           is_in(name, doers, COUNT(doers)) || is_in(name, facts, COUNT(facts)) ||
           is_in(name, references, COUNT(references));
}

/* Sets the other fields of a record. The text and the label are among them if the record has more
 * than one such field. */
static void set_fields(const struct mcp *mcp, json_t *statement, json_t *record)
{
    json_t *fields = json_object(), *value;
    const json_t *text = first_of(record, whole_texts, COUNT(whole_texts));
    const json_t *label = first_of(record, labels, COUNT(labels));
    const char *name;
    json_object_foreach(record, name, value)
    {
        json_t *told =
            is_told(name) || value == text || value == label ? NULL : statement_value(mcp, value);
        if (told)
            mcp_set(fields, name, told);
    }
    mcp_set(statement, "fields", fields);
}

json_t *statement_of(const struct mcp *mcp, const json_t *record, enum statement_size size)
{
    json_t *statement = statement_reference(mcp, record), *votes;
    const bool whole = size == STATEMENT_WHOLE;
    const json_t *text = whole ? first_of(record, whole_texts, COUNT(whole_texts))
                               : first_of(record, brief_texts, COUNT(brief_texts));
    if (text)
        mcp_set(statement, "text", statement_text(text, size));
    set_voices(mcp, statement, record);
    for (size_t i = 0; i < COUNT(facts); i++)
        mcp_share(statement, facts[i], statement_value(mcp, json_object_get(record, facts[i])));
    for (size_t i = 0; i < COUNT(references); i++)
        if (json_is_object(json_object_get(record, references[i])))
            mcp_set(statement, references[i],
                    statement_reference(mcp, json_object_get(record, references[i])));
    for (size_t i = 0; i < COUNT(occasions) && !whole; i++)
        mcp_share(statement, occasions[i],
                  json_object_get(json_object_get(record, occasions[i]), "id"));
    set_points(mcp, statement, record, size);
    votes = statement_value(mcp, json_object_get(record, "votes"));
    mcp_share(statement, "votes", votes);
    if (whole)
        set_fields(mcp, statement, (json_t *)(uintptr_t)record);
    set_sources(mcp, statement, record, size);
    if (json_array_size(json_object_get(record, "inferred")))
        mcp_share(statement, "inferred", json_object_get(record, "inferred"));
    set_notes(mcp, statement, record, size);
    return statement;
}
