/* The outcomes of the meetings of an archive, and the topics and people that recur in them. */
#include "home_page/home_private.h"
#include "record_parts/row.h"
#include "work/work.h"

#include <string.h>

enum {
    LATEST_MAX = 5,
    RANKED_MAX = 16
};

/* Finds records of a type that meetings have, in the latest meetings, for which `is_chosen` returns
 * true. `is_chosen` may be NULL. Returns their number. */
static size_t find_latest(struct home *home, const struct record_type *type,
                          bool (*is_chosen)(const struct record *),
                          const struct record *ret_latest[LATEST_MAX])
{
    const struct relation *relation = home_find_relation(home->page->archive, &meeting_type, type);
    size_t found = 0;
    for (size_t i = 0; i < home->count && found < LATEST_MAX; i++) {
        size_t count;
        const struct record *const *members =
            relation_members(relation, home->meetings[i].record, &count);
        if (!work_spend(home->work, WORK_WRITING, (count + 1) * WORK_TEST))
            return 0;
        for (size_t at = 0; at < count && found < LATEST_MAX; at++)
            if (!is_chosen || is_chosen(members[at]))
                ret_latest[found++] = members[at];
    }
    return found;
}

/* Writes a section of rows, with a link to all of them. */
static void write_rows(struct home *home, const char *id, const char *heading,
                       const struct record *const *records, size_t count, const char *status)
{
    struct page *page = home->page;
    char name[SAY_BYTES];
    if (!count)
        return;
    page_open_section(page, id, heading, false);
    markup_open(&page->markup, "ul", "class", "rows", NULL);
    for (size_t i = 0; i < count; i++)
        row_write(page, records[i], false);
    markup_close(&page->markup, "ul");
    markup_open(&page->markup, "p", "class", "more", NULL);
    home_open_link(page, records[0]->type->collection, "status", status);
    markup_text(&page->markup, status ? "All open " : "All ");
    markup_text(&page->markup,
                say_collection(page->archive, records[0]->type->collection, false, name));
    markup_close(&page->markup, "a");
    markup_close(&page->markup, "p");
    page_close_section(page);
}

void home_write_outcomes(struct home *home)
{
    const struct record *latest[LATEST_MAX] = {NULL};
    size_t count = find_latest(home, &decision_type, NULL, latest);
    if (count) {
        write_rows(home, "decisions", "Latest decisions", latest, count, NULL);
        return;
    }
    count = find_latest(home, &proposal_type, NULL, latest);
    write_rows(home, "proposals", "Latest proposals", latest, count, NULL);
}

static bool is_open(const struct record *action)
{
    const struct value *status = record_value(action, ROLE_EVENT_STATUS);
    return status->count && strcmp(status->text, "open") == 0;
}

void home_write_open_actions(struct home *home)
{
    const struct record *latest[LATEST_MAX] = {NULL};
    const size_t count = find_latest(home, &action_type, is_open, latest);
    write_rows(home, "open", "Still to be done", latest, count, "open");
}

struct ranked {
    const struct record *record;
    size_t weight;
};

/* Inserts a record among those with the largest weights. Records of equal weight stay in the order
 * of the files. */
static void rank(struct ranked ranked[RANKED_MAX], size_t *count, const struct record *record,
                 size_t weight)
{
    size_t at = *count;
    if (at == RANKED_MAX && ranked[at - 1].weight >= weight)
        return;
    if (at < RANKED_MAX)
        ++*count;
    else
        at--;
    for (; at > 0 && ranked[at - 1].weight < weight; at--)
        ranked[at] = ranked[at - 1];
    ranked[at] = (struct ranked){record, weight};
}

/* Returns the number of records of other types that refer to a topic. */
static size_t weigh_topic(const struct archive *archive, const struct record *topic)
{
    size_t count, members, weight = 0;
    const struct relation *relations = archive_relations(archive, topic->type, &count);
    for (size_t i = 0; i < count; i++)
        if (relations[i].inverse && relations[i].member != topic->type) {
            relation_members(&relations[i], topic, &members);
            weight += members;
        }
    return weight;
}

/* Returns the number of meetings that a person attended. */
static size_t weigh_person(const struct archive *archive, const struct record *person)
{
    const struct relation *relation = home_find_relation(archive, person->type, &meeting_type);
    size_t members = 0;
    if (relation)
        relation_members(relation, person, &members);
    return members;
}

static void write_ranked_link(struct page *page, const struct ranked *ranked)
{
    char label[RECORD_LABEL_MAX];
    const size_t length = record_write_label(ranked->record, label);
    markup_open(&page->markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, ranked->record), NULL);
    markup_name(&page->markup, label, length);
    markup_text(&page->markup, " ");
    markup_open(&page->markup, "span", "class", "soft", NULL);
    markup_number(&page->markup, ranked->weight);
    markup_close(&page->markup, "span");
    markup_close(&page->markup, "a");
}

/* Writes the records of a type with the largest weights, if these are at least `least`. */
static void write_ranked(struct home *home, const struct record_type *type, const char *heading,
                         size_t (*weigh)(const struct archive *, const struct record *),
                         size_t least)
{
    struct page *page = home->page;
    struct ranked ranked[RANKED_MAX] = {{NULL, 0}};
    size_t all, count = 0;
    const struct record *const *records = archive_all(page->archive, type, &all);
    if (!work_spend(home->work, WORK_FACETS, all * WORK_VALUE))
        return;
    for (size_t i = 0; i < all; i++) {
        const size_t weight = weigh(page->archive, records[i]);
        if (weight >= least)
            rank(ranked, &count, records[i], weight);
    }
    if (!count)
        return;
    page_open_section(page, type->collection, heading, false);
    markup_open(&page->markup, "ul", "class", "chips", NULL);
    for (size_t i = 0; i < count; i++) {
        markup_open(&page->markup, "li", NULL);
        write_ranked_link(page, &ranked[i]);
        markup_close(&page->markup, "li");
    }
    markup_close(&page->markup, "ul");
    page_close_section(page);
}

void home_write_topics(struct home *home)
{
    write_ranked(home, &topic_type, "Topics", weigh_topic, 1);
}

void home_write_people(struct home *home)
{
    write_ranked(home, &person_type, "People at most meetings", weigh_person, 2);
}
