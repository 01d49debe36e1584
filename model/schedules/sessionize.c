/* The members of Sessionize's export ("view/All") that are not read by name alone: choices of
 * categories, such as a track, and speakers who are named by their ids. */
#include "schedules/schedule_json.h"
#include "tables/tables.h"

#include <stdio.h>
#include <string.h>

enum {
    CHOICE_KEY_BYTES = 24 /* of the number of a choice, with the NUL */
};

/* A choice of a category: "Web" of "Track". */
struct sessionize_choice {
    const char *category, *name;
};

static bool choice_key(const json_t *id, char key[CHOICE_KEY_BYTES])
{
    snprintf(key, CHOICE_KEY_BYTES, "%" JSON_INTEGER_FORMAT, json_integer_value(id));
    return json_is_integer(id);
}

/* Returns the choices by their numbers, each as a list of the category and the name; or NULL if out
 * of memory. */
static json_t *sessionize_choices(const json_t *top)
{
    json_t *choices = json_object(), *category, *item;
    size_t i, k;
    bool kept = choices != NULL;
    json_array_foreach(json_object_get(top, "categories"), i, category)
    {
        json_array_foreach(json_object_get(category, "items"), k, item)
        {
            char key[CHOICE_KEY_BYTES];
            json_t *title = json_object_get(category, "title"),
                   *name = json_object_get(item, "name");
            if (!json_is_string(title) || !json_is_string(name) ||
                !choice_key(json_object_get(item, "id"), key))
                continue;
            kept = kept && json_object_set_new(choices, key, json_pack("[O, O]", title, name)) == 0;
        }
    }
    if (kept)
        return choices;
    json_decref(choices);
    return NULL;
}

/* Gives an event a choice whose category is a value of events by its name, such as "Track". */
static void set_choice(struct schedule *schedule, size_t event, struct sessionize_choice choice)
{
    const unsigned line = schedule->parts[SCHEDULE_EVENT].at[event].lines.first;
    char tag[KNOWN_VALUE_BYTES], unread[80];
    const char *text = choice.name;
    bool other;
    const struct known_heading *known =
        known_heading_find(KNOWN_PROGRAMME, choice.category, &other);
    if (known && strcmp(known->column, "language") == 0 &&
        known_value_write(field_list_with_role(paper_type.fields, ROLE_LANGUAGE),
                          text_span_of(text), DATE_ORDER_UNKNOWN, tag) == KNOWN_VALUE_WRITTEN)
        text = tag;
    if (known && (strcmp(known->column, "track") == 0 || strcmp(known->column, "type") == 0 ||
                  strcmp(known->column, "language") == 0)) {
        schedule_set(schedule, SCHEDULE_EVENT, event, known->column, text, strlen(text), line);
        return;
    }
    snprintf(unread, sizeof unread, "choices of \"%.50s\"", choice.category);
    draft_count_unread(schedule->draft, unread, line);
}

static void set_choices(struct schedule *schedule, const json_t *top, const json_t *choices)
{
    json_t *session, *item;
    size_t i, k, event = 0;
    json_array_foreach(json_object_get(top, "sessions"), i, session)
    {
        if (!json_is_object(session) || event == schedule->parts[SCHEDULE_EVENT].count)
            continue;
        json_array_foreach(json_object_get(session, "categoryItems"), k, item)
        {
            char key[CHOICE_KEY_BYTES];
            const json_t *choice = choice_key(item, key) ? json_object_get(choices, key) : NULL;
            if (choice)
                set_choice(
                    schedule, event,
                    (struct sessionize_choice){json_string_value(json_array_get(choice, 0)),
                                               json_string_value(json_array_get(choice, 1))});
        }
        event++;
    }
}

/* Takes the names of presenters that are ids of speakers for what they are. */
static void set_speakers(struct schedule *schedule, const json_t *ids)
{
    const struct schedule_objects *presenters = &schedule->parts[SCHEDULE_PRESENTER];
    for (size_t i = 0; i < presenters->count; i++)
        for (struct schedule_entry *entry = presenters->at[i].values; entry; entry = entry->next)
            if ((entry->value == VALUE_NAME || entry->value == VALUE_OTHER_NAME) &&
                json_object_get(ids, entry->text.at))
                entry->value = VALUE_ID;
}

void sessionize_finish(struct schedule *schedule, const json_t *top)
{
    json_t *choices = sessionize_choices(top), *ids = json_object(), *speaker;
    size_t i;
    bool kept = choices && ids;
    json_array_foreach(json_object_get(top, "speakers"), i, speaker)
    {
        const char *id = json_string_value(json_object_get(speaker, "id"));
        kept = kept && (!id || json_object_set_new(ids, id, json_true()) == 0);
    }
    if (kept) {
        set_choices(schedule, top, choices);
        set_speakers(schedule, ids);
    } else
        draft_set_out_of_memory(schedule->draft);
    json_decref(choices);
    json_decref(ids);
}
