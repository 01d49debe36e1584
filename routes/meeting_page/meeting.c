#include "meeting_page/meeting_page.h"

#include "meeting_page/meeting_page_private.h"
#include "work/work.h"

#include <stdlib.h>

enum {
    DAY_BYTES = sizeof "2031-03-11" - 1
};

bool meeting_is_outcome(const struct record *record)
{
    const struct value *result = record_value(record, ROLE_RESULT);
    return record->type != &decision_type || !result->count || strcmp(result->text, "none") != 0;
}

/* Returns the number of decisions that have a result other than "none". */
static size_t count_results(const struct record *const *decisions, size_t count)
{
    size_t results = 0;
    for (size_t i = 0; i < count; i++)
        results +=
            record_value(decisions[i], ROLE_RESULT)->count && meeting_is_outcome(decisions[i]);
    return results;
}

/* Returns the number of records that say that something came out of the meeting. */
static size_t count_outcomes(const struct record *const *records, size_t count)
{
    size_t outcomes = 0;
    for (size_t i = 0; i < count; i++)
        outcomes += meeting_is_outcome(records[i]);
    return outcomes;
}

/* Writes the outcomes among the members of a relation, of which there are `outcomes`. */
static void write_rows(struct record_page *page, const struct relation *relation,
                       const struct record *const *members, size_t count, size_t outcomes)
{
    if (outcomes == count) {
        relations_write_rows(page, relation, members, count);
        return;
    }
    const struct record **kept = calloc(outcomes, sizeof *kept);
    size_t at = 0;
    page->page->markup.out->failed |= !kept;
    for (size_t i = 0; kept && i < count; i++)
        if (meeting_is_outcome(members[i]))
            kept[at++] = members[i];
    if (kept)
        relations_write_rows(page, relation, kept, at);
    free(kept);
}

/* Writes the records of a type as a section. The first such section has the id "outcome". */
static void write_outcomes(struct record_page *page, const struct record_type *type,
                           const char *heading, bool *first)
{
    size_t count;
    const struct record *const *members = relations_find_members(page, page->record, type, &count);
    const size_t outcomes = count_outcomes(members, count);
    if (!outcomes)
        return;
    page_open_section(page->page, *first ? "outcome" : type->collection, heading, false);
    const struct relation *relation = relations_find(page, page->record, type);
    if (type == &action_type)
        actions_write(page, relation, members, count);
    else if (type != &proposal_type || !flow_write(page, members, count))
        write_rows(page, relation, members, count, outcomes);
    page_close_section(page->page);
    *first = false;
}

/* Writes the outcomes of the meeting. Decisions come first, unless none has a result, or there are
 * more than two proposals for each result: such a meeting may only have elected its reporters. */
static void write_outcome(struct record_page *page)
{
    size_t decisions, proposals;
    bool first = true;
    const struct record *const *found =
        relations_find_members(page, page->record, &decision_type, &decisions);
    relations_find_members(page, page->record, &proposal_type, &proposals);
    const size_t results = count_results(found, decisions);
    const bool decided = results > 0 && 2 * results >= proposals;
    if (decided)
        write_outcomes(page, &decision_type, "What was decided", &first);
    write_outcomes(page, &proposal_type, first ? "What came out of it" : "What was proposed",
                   &first);
    if (!decided)
        write_outcomes(page, &decision_type, "What was decided", &first);
    write_outcomes(page, &action_type, "What is to be done", &first);
}

/* Writes a line of the timeline: the date, and an event or the meeting itself. If `here` is true,
 * it is that of the meeting. */
static void write_moment(struct record_page *page, const struct record *record, bool here)
{
    struct markup *markup = &page->page->markup;
    char words[SAY_DATE_BYTES] = "", label[RECORD_LABEL_MAX];
    say_period(record_value(record, ROLE_START), record_value(record, ROLE_END), words);
    markup_open(markup, "li", NULL);
    if (here)
        markup_attribute(markup, "class", "here");
    markup_element(markup, "span", *words ? words : "no date given", "class", "soft", NULL);
    markup_text(markup, " ");
    markup_open(markup, "span", NULL);
    if (record == page->record)
        markup_name(markup, label, record_write_label(record, label));
    else
        page_link_record(page->page, record);
    markup_close(markup, "span");
    markup_close(markup, "li");
    markup_break(markup);
}

/* Reports whether the date of a record is after the start of the meeting. */
static bool is_later(const struct record_page *page, const struct record *record)
{
    const struct value *date = record_value(record, ROLE_START);
    const struct value *start = record_value(page->record, ROLE_START);
    return date->count && start->count && strcmp(date->text, start->text) > 0;
}

/* Reports whether an event is the meeting itself: one of the kind "meeting" on the same days. */
static bool is_meeting_itself(const struct record_page *page, const struct record *event)
{
    const struct value *kind = record_value(event, ROLE_KIND);
    const struct value *start = record_value(page->record, ROLE_START);
    char words[SAY_DATE_BYTES], own[SAY_DATE_BYTES];
    if (!kind->count || strcmp(kind->text, "meeting") != 0 || start->count < DAY_BYTES)
        return false;
    say_period(record_value(event, ROLE_START), record_value(event, ROLE_END), words);
    say_period(start, record_value(page->record, ROLE_END), own);
    return strcmp(words, own) == 0;
}

/* Returns the only event that is the meeting itself; the meeting if none or several are. */
static const struct record *find_here(const struct record_page *page,
                                      const struct record *const *events, size_t count)
{
    const struct record *here = page->record;
    for (size_t i = 0; i < count; i++) {
        if (!is_meeting_itself(page, events[i]))
            continue;
        if (here != page->record)
            return page->record;
        here = events[i];
    }
    return here;
}

static void write_before_and_after(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    size_t count;
    const struct record *const *events =
        relations_find_members(page, page->record, &event_type, &count);
    if (!count)
        return;
    const struct record *const here = find_here(page, events, count);
    bool is_written = here != page->record; /* with the events */
    page_open_section(page->page, "before-and-after", "Before and after", false);
    markup_open(markup, "ul", "class", "time", NULL);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++) {
        if (!is_written && is_later(page, events[i])) {
            write_moment(page, page->record, true);
            is_written = true;
        }
        write_moment(page, events[i], events[i] == here);
        work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
    }
    if (!is_written)
        write_moment(page, page->record, true);
    markup_close(markup, "ul");
    page_close_section(page->page);
}

/* Reports whether the records of a type have no section on the page of a meeting. */
static bool has_no_section(const struct record_type *type)
{
    return type != &proposal_type && type != &decision_type && type != &action_type &&
           type != &session_type && type != &agenda_item_type && type != &person_type &&
           type != &event_type;
}

/* Writes a link to a list of records, with their number. The first link begins the list. */
static void write_chip(struct record_page *page, struct url url, const struct record_type *type,
                       const char *list, size_t count, bool *any)
{
    struct markup *markup = &page->page->markup;
    char name[SAY_BYTES];
    if (!*any) {
        page_open_section(page->page, "record", "Also in the record", false);
        markup_open(markup, "ul", "class", "chips", NULL);
    }
    *any = true;
    markup_open(markup, "li", NULL);
    markup_open(markup, "a", NULL);
    page_href(page->page, url, NULL);
    markup_number(markup, count);
    markup_text(markup, " ");
    markup_text(markup, count == 1 ? say_type(page->page->archive, type, false, name)
                                   : say_collection(page->page->archive, list, false, name));
    markup_close(markup, "a");
    markup_close(markup, "li");
}

/* Writes a link to the topics, which belong to no meeting, if the archive is about this one. */
static void write_topics(struct record_page *page, bool *any)
{
    const char *list = topic_type.collection;
    size_t count;
    archive_all(page->page->archive, &topic_type, &count);
    if (count && page_main_meeting(page->page->archive) == page->record)
        write_chip(page, (struct url){page->page->base_path, {list}, 1, NULL}, &topic_type, list,
                   count, any);
}

static void write_others(struct record_page *page)
{
    size_t count, members;
    bool any = false;
    const struct relation *relations =
        archive_relations(page->page->archive, page->record->type, &count);
    for (size_t i = 0; i < count; i++) {
        relation_members(&relations[i], page->record, &members);
        if (members && !relations[i].to_one && has_no_section(relations[i].member))
            write_chip(page, url_of_relation(page->page->base_path, page->record, &relations[i]),
                       relations[i].member, relations[i].name, members, &any);
    }
    write_topics(page, &any);
    if (any) {
        markup_close(&page->page->markup, "ul");
        page_close_section(page->page);
    }
}

void meeting_write(struct record_page *page)
{
    static void (*const parts[])(struct record_page *) = {
        write_outcome,          positions_write, programme_write, people_write,
        write_before_and_after, open_write,      write_others,
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts && !work_is_used_up(page->work); i++)
        parts[i](page);
}
