/* What a paper is: its kind, its status and its language. */
#include "conference/schedule_drafting.h"
#include "values/language.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const struct word {
    const char *printed; /* in lower case, letters only */
    const char *value;
} paper_kinds[] =
    {
        {"talk", "talk"},
        {"lecture", "talk"},
        {"vortrag", "talk"},
        {"presentation", "talk"},
        {"session", "talk"},
        {"oral", "talk"},
        {"charla", "talk"},
        {"ponencia", "talk"},
        {"devroom", "talk"},
        {"maintrack", "talk"},
        {"lightningtalk", "lightning_talk"},
        {"lightning", "lightning_talk"},
        {"keynote", "keynote"},
        {"workshop", "workshop"},
        {"handson", "workshop"},
        {"tutorial", "workshop"},
        {"atelier", "workshop"},
        {"taller", "workshop"},
        {"training", "workshop"},
        {"panel", "panel"},
        {"paneldiscussion", "panel"},
        {"podium", "panel"},
        {"discussion", "panel"},
        {"poster", "poster"},
        {"demo", "demo"},
        {"demonstration", "demo"},
        {"paper", "paper"},
        {"report", "report"},
        {"update", "update"},
        {"statement", "statement"},
        {"remarks", "remarks"},
        {"proposal", "proposal"},
        {"film", "film"},
        {"movie", "film"},
        {"screening", "film"},
        {"performance", "performance"},
        {"concert", "performance"},
        {"djset", "performance"},
        {"theater", "performance"},
        {"break", "break"},
        {"lunch", "break"},
        {"pause", "break"},
        {"pausa", "break"},
        {"coffee", "break"},
        {"coffeebreak", "break"},
        {"other", "other"},
},
  paper_statuses[] = {
      {"canceled", "cancelled"}, {"cancelled", "cancelled"}, {"withdrawn", "withdrawn"},
      {"rejected", "withdrawn"}, {"declined", "withdrawn"},  {"deleted", "withdrawn"},
};

/* Returns the value of a word whatever its case, spaces and hyphens, or NULL. */
static const char *find_word(const struct word *words, size_t count, struct schedule_text text)
{
    char letters[32];
    size_t length = 0;
    for (size_t i = 0; i < text.length && length + 1 < sizeof letters; i++)
        if (isalpha((unsigned char)text.at[i]))
            letters[length++] = (char)tolower((unsigned char)text.at[i]);
    letters[length] = '\0';
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].printed, letters) == 0)
            return words[i].value;
    return NULL;
}

static void set_kind(struct drafting *drafting, const struct schedule_object *event, json_t *paper)
{
    char name[80];
    const struct schedule_text type = schedule_value(event, VALUE_TYPE);
    const char *kind = find_word(paper_kinds, sizeof paper_kinds / sizeof *paper_kinds, type);
    if (!type.length)
        return;
    draft_set(drafting->draft, paper, "kind", json_string(kind ? kind : "other"));
    if (kind)
        return;
    snprintf(name, sizeof name, "types \"%.50s\"", type.at);
    draft_count_unread(drafting->draft, name, event->lines.first);
}

static void set_status(struct drafting *drafting, const struct schedule_object *event,
                       json_t *paper)
{
    const char *status = find_word(paper_statuses, sizeof paper_statuses / sizeof *paper_statuses,
                                   schedule_value(event, VALUE_STATE));
    draft_set(drafting->draft, paper, "status", json_string(status ? status : "scheduled"));
    if (!status)
        draft_infer(drafting->draft, paper, "status");
}

static void set_language(struct drafting *drafting, const struct schedule_object *event,
                         json_t *paper)
{
    char tag[40], name[80];
    const struct schedule_text language = schedule_value(event, VALUE_LANGUAGE);
    if (!language.length)
        return;
    snprintf(tag, sizeof tag, "%s", language.at);
    for (char *byte = tag; *byte; byte++)
        *byte = *byte == '_' ? '-' : *byte;
    if (language.length < sizeof tag && language_is_tag(tag, strlen(tag)))
        draft_set(drafting->draft, paper, "language", json_string(tag));
    else {
        snprintf(name, sizeof name, "languages \"%.40s\"", language.at);
        draft_count_unread(drafting->draft, name, event->lines.first);
    }
}

void drafting_set_terms(struct drafting *drafting, const struct schedule_object *event,
                        json_t *paper)
{
    set_kind(drafting, event, paper);
    set_status(drafting, event, paper);
    set_language(drafting, event, paper);
}
