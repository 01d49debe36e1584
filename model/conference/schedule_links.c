/* The links and the files of events and people. */
#include "conference/schedule_drafting.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *type; /* of a link in a schedule */
    const char *kind; /* of a link of a record */
} types[] = {
    {"slides", "slides"},     {"recording", "recording"},
    {"video", "recording"},   {"media", "recording"},
    {"feedback", "feedback"}, {"chat", "chat"},
    {"page", "page"},         {"web", "page"},
    {"website", "page"},      {"blog", "page"},
    {"article", "page"},      {"transcript", "transcript"},
    {"agenda", "agenda"},     {"minutes", "minutes"},
    {"issue", "issue"},       {"attachment", "attachment"},
    {"related", "other"},     {"other", "other"},
};

/* The beginnings of the titles that FOSDEM gives to links without a type. */
static const struct {
    const char *title;
    const char *kind;
} titles[] = {
    {"Video recording subtitle", "transcript"},
    {"Video recording", "recording"},
    {"Chat room", "chat"},
    {"Submit Feedback", "feedback"},
};

static const char *kind_of_type(struct schedule_text type)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcasecmp(types[i].type, type.at) == 0)
            return types[i].kind;
    return NULL;
}

/* Returns the kind of a link, or NULL. */
static const char *kind_of_link(const struct schedule_object *link, struct schedule_text title)
{
    const struct schedule_text type = schedule_value(link, VALUE_TYPE);
    const char *kind = type.length ? kind_of_type(type) : NULL;
    if (link->attachment)
        return kind && strcmp(kind, "slides") == 0 ? kind : "attachment";
    for (size_t i = 0; !kind && !type.length && i < sizeof titles / sizeof *titles; i++)
        if (strncmp(titles[i].title, title.at, strlen(titles[i].title)) == 0)
            kind = titles[i].kind;
    return kind;
}

static bool is_file(const char *kind)
{
    return kind && (strcmp(kind, "slides") == 0 || strcmp(kind, "attachment") == 0);
}

/* Reports whether the person of a link has it already: each mention of a person repeats the links.
 */
static bool is_repeated(struct drafting *drafting, const struct schedule_object *link,
                        struct schedule_text url)
{
    char scheme[DRAFT_ID_BYTES + 16];
    if (link->within == SCHEDULE_EVENT)
        return false;
    const json_t *record = drafting->schedule->parts[link->within].at[link->owner].record;
    const char *id = json_string_value(json_object_get(record, "id"));
    snprintf(scheme, sizeof scheme, "link-of-%s", id ? id : "");
    if (drafting_find(drafting, scheme, url))
        return true;
    drafting_keep(drafting, scheme, url, json_true());
    return false;
}

/* Returns the record that a link belongs to. */
static json_t *owner_of_link(struct drafting *drafting, const struct schedule_object *link)
{
    if (link->within == SCHEDULE_EVENT)
        return drafting->papers[link->owner].record;
    const struct schedule_object *person = &drafting->schedule->parts[link->within].at[link->owner];
    return person->record;
}

/* Notes that a link of an event is its URL for feedback. */
static const char *feedback_kind(struct drafting *drafting, const struct schedule_object *link,
                                 struct schedule_text url, const char *kind)
{
    if (link->within != SCHEDULE_EVENT)
        return kind;
    const struct schedule_text feedback = schedule_value(
        &drafting->schedule->parts[SCHEDULE_EVENT].at[link->owner], VALUE_FEEDBACK_URL);
    if (!url.length || strcmp(feedback.at, url.at) != 0)
        return kind;
    drafting->papers[link->owner].feedback_linked = true;
    return "feedback";
}

/* Adds the links that are files, or those that are not. */
static void add_links_of_kind(struct drafting *drafting, bool files)
{
    const struct schedule_objects *links = &drafting->schedule->parts[SCHEDULE_LINK];
    for (size_t i = 0; i < links->count; i++) {
        const struct schedule_object *link = &links->at[i];
        const struct schedule_text title = drafting_name(link);
        const struct schedule_text url = schedule_value(link, VALUE_URL);
        const char *kind = feedback_kind(drafting, link, url, kind_of_link(link, title));
        json_t *record = owner_of_link(drafting, link);
        if (record && is_file(kind) == files && !is_repeated(drafting, link, url))
            drafting_add_link(drafting, record, url, title, kind, link->lines.first);
    }
}

void drafting_add_links(struct drafting *drafting)
{
    static const struct schedule_text untitled = {"", 0};
    const struct schedule_objects *events = &drafting->schedule->parts[SCHEDULE_EVENT];
    add_links_of_kind(drafting, false);
    add_links_of_kind(drafting, true);
    for (size_t i = 0; i < events->count; i++) {
        const struct schedule_object *event = &events->at[i];
        json_t *record = drafting->papers[i].record;
        drafting_add_link(drafting, record, schedule_value(event, VALUE_RECORDING_URL), untitled,
                          "recording", event->lines.first);
        drafting_add_link(drafting, record, schedule_value(event, VALUE_ORIGIN_URL), untitled,
                          "other", event->lines.first);
        if (!drafting->papers[i].feedback_linked)
            drafting_add_link(drafting, record, schedule_value(event, VALUE_FEEDBACK_URL), untitled,
                              "feedback", event->lines.first);
    }
}
