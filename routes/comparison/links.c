/* The links to comparisons from the pages of people and topics. */
#include "comparison/find_private.h"
#include "work/work.h"

#include <stdio.h>

enum {
    LINKED_MAX = 6,         /* people with whom a person can be compared */
    CANDIDATES_MAX = 64,    /* people who spoke on the same topics */
    TOPICS_LOOKED_AT = 20,  /* of a person */
    RECORDS_LOOKED_AT = 100 /* of a topic */
};

/* People, each with the number of shared topics. */
struct candidates {
    const struct record *people[CANDIDATES_MAX];
    const struct record *last[CANDIDATES_MAX]; /* the topic that was counted last */
    size_t topics[CANDIDATES_MAX];
    size_t count;
};

static void add_person(struct candidates *candidates, const struct record *person,
                       const struct record *topic)
{
    size_t at = 0;
    while (at < candidates->count && candidates->people[at] != person)
        at++;
    if (at == CANDIDATES_MAX)
        return;
    if (at == candidates->count) {
        candidates->people[candidates->count] = person;
        candidates->last[candidates->count] = NULL;
        candidates->topics[candidates->count++] = 0;
    }
    candidates->topics[at] += candidates->last[at] != topic;
    candidates->last[at] = topic;
}

/* Adds the people who spoke on a topic, except `other`. */
static void add_speakers(struct record_page *page, struct candidates *candidates,
                         const struct record *topic, const struct record *other)
{
    static const struct record_type *const types[] = {&paper_type, &discussion_type};
    for (size_t type = 0; type < sizeof types / sizeof *types; type++) {
        size_t count, authors;
        const struct field *field = field_list_with_role(types[type]->fields, ROLE_AUTHOR);
        const struct record *const *records =
            relations_find_members(page, topic, types[type], &count);
        for (size_t i = 0; field && i < count && i < RECORDS_LOOKED_AT; i++) {
            const struct value *items =
                record_items(field, record_page_value(records[i], field), &authors);
            for (size_t at = 0; at < authors; at++)
                if (items[at].count && items[at].record != other &&
                    items[at].record->type == &person_type &&
                    compared_is_said_by(records[i], items[at].record))
                    add_person(candidates, items[at].record, topic);
            work_spend(page->work, WORK_WRITING, WORK_TEST + (uint64_t)authors * CANDIDATES_MAX);
        }
    }
}

/* Puts the people with the most shared topics first. */
static void rank(struct candidates *candidates)
{
    for (size_t i = 1; i < candidates->count; i++) {
        const struct record *person = candidates->people[i];
        const size_t topics = candidates->topics[i];
        size_t at = i;
        for (; at > 0 && candidates->topics[at - 1] < topics; at--) {
            candidates->people[at] = candidates->people[at - 1];
            candidates->topics[at] = candidates->topics[at - 1];
        }
        candidates->people[at] = person;
        candidates->topics[at] = topics;
    }
}

/* Adds those who spoke on the topics of a person. */
static void find_others(struct record_page *page, struct candidates *candidates)
{
    static const struct record_type *const types[] = {&paper_type, &discussion_type};
    const struct record *topics[TOPICS_LOOKED_AT], *topic;
    size_t topic_count = 0, count;
    for (size_t type = 0; type < sizeof types / sizeof *types; type++) {
        const struct record *const *records =
            relations_find_members(page, page->record, types[type], &count);
        for (size_t i = 0; i < count && i < COMPARED_RECORDS_MAX; i++) {
            if (!compared_is_said_by(records[i], page->record))
                continue;
            for (size_t at = 0; (topic = compared_subject_at(records[i], true, at)); at++) {
                size_t known = 0;
                while (known < topic_count && topics[known] != topic)
                    known++;
                if (known == topic_count && topic_count < TOPICS_LOOKED_AT)
                    topics[topic_count++] = topic;
            }
        }
        work_spend(page->work, WORK_WRITING, (uint64_t)WORK_TEST * count);
    }
    for (size_t i = 0; i < topic_count && !work_is_used_up(page->work); i++)
        add_speakers(page, candidates, topics[i], page->record);
    rank(candidates);
}

/* Writes a link to a comparison of people, on a topic unless it is NULL. */
static void open_link(struct record_page *page, const struct record *const *people, size_t count,
                      const struct record *topic)
{
    const char *ids[COMPARED_PEOPLE_MAX];
    for (size_t i = 0; i < count; i++)
        ids[i] = record_id(people[i]);
    markup_open(&page->page->markup, "a", NULL);
    page_href_compare(page->page, ids, count, topic ? record_id(topic) : NULL);
}

static void write_of_person(struct record_page *page, const struct candidates *candidates)
{
    struct markup *markup = &page->page->markup;
    page_open_section(page->page, "compare", "Compare with", false);
    markup_open(markup, "ul", "class", "chips", NULL);
    for (size_t i = 0; i < candidates->count && i < LINKED_MAX; i++) {
        const struct record *const people[] = {page->record, candidates->people[i]};
        char name[RECORD_LABEL_MAX];
        const size_t length = record_write_label(candidates->people[i], name);
        markup_open(markup, "li", NULL);
        open_link(page, people, 2, NULL);
        markup_name(markup, name, length);
        markup_text(markup, " ");
        markup_number(markup, candidates->topics[i]);
        markup_element(markup, "span", candidates->topics[i] == 1 ? " topic" : " topics", "class",
                       "vh", NULL);
        markup_close(markup, "a");
        markup_close(markup, "li");
    }
    markup_close(markup, "ul");
    page_close_section(page->page);
}

static void write_of_topic(struct record_page *page, const struct candidates *candidates)
{
    struct markup *markup = &page->page->markup;
    const size_t count =
        candidates->count < COMPARED_PEOPLE_MAX ? candidates->count : COMPARED_PEOPLE_MAX;
    markup_open(markup, "p", "class", "more", NULL);
    open_link(page, candidates->people, count, page->record);
    markup_text(markup, "Compare ");
    markup_text(markup, count < candidates->count ? "the first " : "these ");
    markup_number(markup, count);
    markup_text(markup, " speakers side by side");
    markup_close(markup, "a");
    markup_close(markup, "p");
}

void comparison_write_links(struct record_page *page)
{
    struct candidates candidates = {.count = 0};
    const struct record_type *type = page->record->type;
    if (page->page->publication.files || (type != &person_type && type != &topic_type))
        return;
    if (type == &topic_type)
        add_speakers(page, &candidates, page->record, NULL);
    else
        find_others(page, &candidates);
    if (type == &topic_type && candidates.count >= COMPARED_PEOPLE_LEAST)
        write_of_topic(page, &candidates);
    else if (type == &person_type && candidates.count)
        write_of_person(page, &candidates);
}
