/* The tools that return lists of statements. */
#include "archive/archive.h"
#include "assistant/find.h"
#include "assistant/gather.h"
#include "assistant/words.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

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

enum {
    TYPES_BYTES = 400 /* the names of all types have less than half of it */
};

/* Writes a list of types, of which some may be called by the names of their collections, with the
 * names of types. Returns it, or the list as it is if that is too long. */
static const char *type_names(const char *types, char ret_names[TYPES_BYTES])
{
    size_t used = 0, length = 0;
    for (const char *at = types; at; at = at[length] ? at + length + 1 : NULL) {
        at += strspn(at, " ");
        length = strcspn(at, ",");
        const size_t end = strcspn(at, " ,");
        const struct record_type *type =
            end + strspn(at + end, " ") == length ? record_type_of_collection(at, end) : NULL;
        const char *name = type ? type->name : at;
        used += (size_t)snprintf(ret_names + used, TYPES_BYTES - used, "%s%.*s", used ? "," : "",
                                 (int)(type ? strlen(name) : length), name);
        if (used >= TYPES_BYTES)
            return types;
    }
    return types ? ret_names : NULL;
}

json_t *tool_search_record(struct tool_call *call)
{
    char meeting[FIND_ID_BYTES], types[TYPES_BYTES];
    const char *words = tool_text(call, "query");
    struct gathering gathering = gather_begin(call);
    if (!words_check(call, "query", words) || !find_argument(call, "meeting", "meetings", meeting))
        return NULL;
    const struct words_scope scope = {.types = type_names(tool_text(call, "type"), types),
                                      .meeting = or_null(meeting)};
    const struct fetch_target search = words_search(words, &scope);
    if (gather_list(&gathering, &search, true) == 0 && !gathering.failed)
        words_note_each(call->mcp, words, &scope, gathering.content);
    return gather_end(&gathering);
}

/* The lists that a question about a subject is answered from. */
struct subject {
    const char *words;   /* of the question; or NULL */
    const char *kinds;   /* of the records, for a note */
    const char *types;   /* of the records, for a search */
    const char *person;  /* id, or NULL */
    const char *meeting; /* id, or NULL */
    struct {
        const char *collection, *person; /* the field that names the person */
    } lists[2];
    const char *nothing, *nothing_of_meeting; /* notes on empty lists, if there are no words */
    bool with_decisions; /* true to add to proposals what was decided on them */
};

/* Gathers from the lists of a subject what has one of the topics, or else, if there are `words`,
 * what has the words but none of the topics. */
static int64_t gather_subject_lists(struct gathering *gathering, const struct subject *subject,
                                    const char *topics, const char *words)
{
    int64_t total = 0;
    for (size_t i = 0; i < 2; i++) {
        struct fetch_target list = {.length = 0};
        fetch_segment(&list, subject->lists[i].collection);
        fetch_list(&list, words ? "topics__not" : "topics", topics);
        fetch_text(&list, "q", words);
        if (subject->lists[i].person)
            fetch_list(&list, subject->lists[i].person, subject->person);
        fetch_list(&list, "meeting", subject->meeting);
        total += gather_list(gathering, &list, false);
    }
    return total;
}

/* Notes how many records of any type have the words, of which no record of the subject's types has
 * them; or else how many have each word. */
static void note_others(struct gathering *gathering, const struct subject *subject,
                        const struct words_scope *scope)
{
    char note[200];
    struct mcp *mcp = gathering->call->mcp;
    const struct words_scope all = {.meeting = scope->meeting};
    const int64_t total = words_count(mcp, subject->words, &all);
    if (total == 0)
        words_note_each(mcp, subject->words, scope, gathering->content);
    if (total <= 0)
        return;
    snprintf(note, sizeof note,
             "No %s%s has these words. Other records have them: %" PRId64 "; use search_record.",
             subject->kinds, subject->person ? " of this person" : "", total);
    mcp_set_text(gathering->content, "note", note);
}

/* Gathers what has the words. Returns false, with a failure noted, if there is no word. */
static bool gather_words(struct gathering *gathering, const struct subject *subject)
{
    const struct words_scope scope = {subject->types, subject->person, subject->meeting};
    const struct fetch_target search = words_search(subject->words, &scope);
    if (!words_check(gathering->call, "topic", subject->words))
        return false;
    mcp_set_text(gathering->content, "found_by", "words");
    if (gather_list(gathering, &search, true) == 0 && !gathering->failed)
        note_others(gathering, subject, &scope);
    return true;
}

/* Gathers what has one of the topics, and after it what has the words but not the topics: not every
 * record that is about a topic names it. */
static void gather_topics(struct gathering *gathering, const struct subject *subject,
                          const struct found_topics *topics)
{
    char note[300];
    const int64_t by_topic = gather_subject_lists(gathering, subject, topics->ids, NULL);
    mcp_set_text(gathering->content, "topics", topics->ids);
    if (by_topic == 0 || gathering->failed)
        return;
    const int64_t by_words = gather_subject_lists(gathering, subject, topics->ids, subject->words);
    if (by_words == 0 && !topics->is_incomplete)
        return;
    snprintf(note, sizeof note,
             "Statements with a topic of this name: %" PRId64
             "; after them, statements with the words alone: %" PRId64 ".%s",
             by_topic, by_words,
             topics->is_incomplete
                 ? " More topics are called so than were looked at: ask for one by its id."
                 : "");
    mcp_set_text(gathering->content, "note", note);
}

/* Gathers what has one of the topics. If no topic is called so, or nothing has it, gathers what has
 * the words. */
static json_t *gather_subject(struct tool_call *call, const struct subject *subject)
{
    struct found_topics topics = {.count = 0};
    struct gathering gathering = gather_begin(call);
    gathering.size = STATEMENT_BRIEF;
    gathering.person = subject->person;
    if (!subject->words)
        gathering.nothing = subject->meeting ? subject->nothing_of_meeting : subject->nothing;
    else if (!find_topics(call, subject->words, &topics))
        return NULL;
    if (topics.count > 0)
        gather_topics(&gathering, subject, &topics);
    else if (!subject->words)
        gather_subject_lists(&gathering, subject, NULL, NULL);
    if (gathering.total == 0 && subject->words && !gather_words(&gathering, subject))
        return NULL;
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
        .kinds = "point of a discussion and no paper",
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
                                    .kinds = "decision and no proposal",
                                    .types = "decision,proposal",
                                    .meeting = or_null(meeting),
                                    .lists = {{"decisions", NULL}, {"proposals", NULL}},
                                    .nothing = "This archive has no decisions and no proposals.",
                                    .nothing_of_meeting =
                                        "This archive has no decisions and no proposals of this "
                                        "meeting.",
                                    .with_decisions = true};
    return gather_subject(call, &subject);
}
