/* The tools that return lists of statements. */
#include "archive/archive.h"
#include "assistant/find.h"
#include "assistant/gather.h"
#include "unicode/nearest_name.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

json_t *tool_search_record(struct tool_call *call)
{
    struct gathering gathering = gather_begin(call);
    struct fetch_target search = {.length = 0};
    fetch_path(&search, "/search");
    fetch_text(&search, "q", tool_text(call, "query"));
    fetch_list(&search, "type", tool_text(call, "type"));
    fetch_list(&search, "meeting", tool_text(call, "meeting"));
    gather_list(&gathering, &search, true);
    return gather_end(&gathering);
}

static json_t *refuse_collection(struct tool_call *call, const char *name)
{
    size_t count;
    struct nearest_name nearest;
    const struct collection *collections =
        archive_collections(call->mcp->snapshot->archive, &count);
    nearest_name_init(&nearest, name, strlen(name));
    tool_fail(call->mcp, "There is no collection \"%.40s\".", name);
    for (size_t i = 0; i < count; i++)
        nearest_name_offer(&nearest, collections[i].name);
    if (nearest.best)
        tool_say(call->mcp, " Did you mean \"%s\"?", nearest.best);
    for (size_t i = 0; i < count; i++)
        tool_say_allowed(call->mcp, i, collections[i].name);
    tool_say(call->mcp, ".");
    return NULL;
}

/* Adds a filter: a list of texts with commas between them, or one value. */
static void add_filter(struct fetch_target *list, const char *name, const json_t *value)
{
    char values[TARGET_BYTES_MAX] = "";
    size_t used = 0;
    if (json_is_integer(value)) {
        fetch_number(list, name, json_integer_value(value));
    } else if (json_is_boolean(value)) {
        fetch_list(list, name, json_is_true(value) ? "true" : "false");
    } else if (json_is_real(value)) {
        snprintf(values, sizeof values, "%g", json_real_value(value));
        fetch_list(list, name, values);
    } else if (json_is_string(value)) {
        fetch_list(list, name, json_string_value(value));
    }
    for (size_t i = 0; i < json_array_size(value) && used < sizeof values; i++)
        used += (size_t)snprintf(values + used, sizeof values - used, "%s%s", i ? "," : "",
                                 json_string_value(json_array_get(value, i)));
    if (used)
        fetch_list(list, name, values);
}

static bool add_filters(struct tool_call *call, struct fetch_target *list)
{
    json_t *filters = json_object_get(call->arguments, "filters"), *value;
    const char *name;
    json_object_foreach(filters, name, value)
    {
        if (tool_is_parameter_of_form(name)) {
            tool_fail(call->mcp,
                      "\"%s\" is not a filter. Limit, offset and sort are arguments of the tool; "
                      "statements always have the same form.",
                      name);
            return false;
        }
        add_filter(list, name, value);
    }
    return true;
}

json_t *tool_list_records(struct tool_call *call)
{
    struct gathering gathering = gather_begin(call);
    struct fetch_target list = {.length = 0};
    const char *name = tool_text(call, "collection");
    const struct archive *archive = call->mcp->snapshot->archive;
    if (archive && !archive_collection(archive, name, strlen(name)))
        return refuse_collection(call, name);
    fetch_segment(&list, name);
    if (!add_filters(call, &list))
        return NULL;
    fetch_list(&list, "sort", tool_text(call, "sort"));
    gather_list(&gathering, &list, false);
    return gather_end(&gathering);
}

/* Finds the record that an argument names. Writes "" if there is no such argument. Returns false
 * with a failure noted. */
static bool find_argument(struct tool_call *call, const char *argument, const char *collection,
                          char ret_id[FIND_ID_BYTES])
{
    const char *name = tool_text(call, argument);
    *ret_id = '\0';
    return !name || find_id(call, collection, name, ret_id);
}

static const char *or_null(const char *text)
{
    return *text ? text : NULL;
}

/* The lists that a question about a subject is answered from. */
struct subject {
    const char *words;   /* of the question; or NULL */
    const char *types;   /* of the records, for a search */
    const char *person;  /* id, or NULL */
    const char *meeting; /* id, or NULL */
    struct {
        const char *collection, *person; /* the field that names the person */
    } lists[2];
    bool with_decisions; /* true to add to proposals what was decided on them */
};

static void gather_subject_list(struct gathering *gathering, const struct subject *subject,
                                size_t i, const char *topics)
{
    struct fetch_target list = {.length = 0};
    fetch_segment(&list, subject->lists[i].collection);
    fetch_list(&list, "topics", topics);
    if (subject->lists[i].person)
        fetch_list(&list, subject->lists[i].person, subject->person);
    fetch_list(&list, "meeting", subject->meeting);
    gather_list(gathering, &list, false);
}

/* Gathers what has one of the topics. If no topic is called so, or nothing has it, gathers what has
 * the words. */
static json_t *gather_subject(struct tool_call *call, const struct subject *subject)
{
    char topics[FIND_LIST_BYTES] = "";
    struct gathering gathering = gather_begin(call);
    gathering.size = STATEMENT_BRIEF;
    gathering.person = subject->person;
    if (subject->words && !find_topics(call, subject->words, topics))
        return NULL;
    for (size_t i = 0; i < 2 && (*topics || !subject->words); i++)
        gather_subject_list(&gathering, subject, i, or_null(topics));
    if (*topics)
        mcp_set_text(gathering.content, "topics", topics);
    if (gathering.total == 0 && subject->words) {
        struct fetch_target search = {.length = 0};
        fetch_path(&search, "/search");
        fetch_text(&search, "q", subject->words);
        fetch_list(&search, "type", subject->types);
        fetch_list(&search, "person", subject->person);
        fetch_list(&search, "meeting", subject->meeting);
        gather_list(&gathering, &search, true);
        mcp_set_text(gathering.content, "found_by", "words");
    }
    if (subject->with_decisions)
        gather_decisions(&gathering);
    return gather_end(&gathering);
}

json_t *tool_who_said_what(struct tool_call *call)
{
    char person[FIND_ID_BYTES], meeting[FIND_ID_BYTES];
    if (!find_argument(call, "person", "people", person) ||
        !find_argument(call, "meeting", "meetings", meeting))
        return NULL;
    const struct subject subject = {
        .words = tool_text(call, "topic"),
        .types = "discussion,paper",
        .person = or_null(person),
        .meeting = or_null(meeting),
        .lists = {{"discussions", "speaker"}, {"papers", "presenters"}}};
    return gather_subject(call, &subject);
}

json_t *tool_what_was_decided(struct tool_call *call)
{
    char meeting[FIND_ID_BYTES];
    if (!find_argument(call, "meeting", "meetings", meeting))
        return NULL;
    const struct subject subject = {.words = tool_text(call, "topic"),
                                    .types = "decision,proposal",
                                    .meeting = or_null(meeting),
                                    .lists = {{"decisions", NULL}, {"proposals", NULL}},
                                    .with_decisions = true};
    return gather_subject(call, &subject);
}
