/* The sections of a person or an organization: statements of each kind, motions and votes. */
#include "record_page/record_page_private.h"
#include "schema/types/every_record.h"
#include "work/work.h"

#include <stdio.h>
#include <string.h>

enum {
    ROWS_MAX = 20,      /* of one section */
    SCANNED_MAX = 1000, /* records among which they are found */
    POINTS_MAX = 60     /* of one section */
};

/* Reports whether a field with references names the subject of the page. */
static bool names(const struct record_page *page, const struct field *field,
                  const struct value *value)
{
    size_t count;
    const struct value *items = record_items(field, value, &count);
    for (size_t i = 0; i < count; i++)
        if (items[i].count && items[i].record == page->record)
            return true;
    return false;
}

static bool field_names(const struct record_page *page, const struct record *record,
                        const struct field *field)
{
    return field && names(page, field, record_page_value(record, field));
}

bool record_page_names(const struct record_page *page, const struct record *record,
                       enum field_role role)
{
    return field_names(page, record, field_list_with_role(record->type->fields, role));
}

static bool is_moved(const struct record_page *page, const struct record *decision)
{
    return record_page_names(page, decision, ROLE_MOVER);
}

static bool is_seconded(const struct record_page *page, const struct record *decision)
{
    return field_names(page, decision,
                       field_list_find(decision->type->fields, "seconders", strlen("seconders")));
}

/* Returns the option for which the subject of the page voted, or NULL. */
static const struct value *find_vote(const struct record_page *page, const struct record *decision)
{
    return vote_find_option(decision, page->record, page->work);
}

static bool is_voted(const struct record_page *page, const struct record *decision)
{
    return find_vote(page, decision);
}

static bool is_neither(const struct record_page *page, const struct record *decision)
{
    return !is_moved(page, decision) && !is_seconded(page, decision) && !is_voted(page, decision);
}

bool record_page_is_kind(const struct record *point, const char *kind)
{
    const struct value *value = record_value(point, ROLE_KIND);
    return value->count && strcmp(value->text, kind) == 0;
}

static bool is_said(const struct record_page *page, const struct record *point)
{
    return record_page_names(page, point, ROLE_AUTHOR) && !record_page_is_kind(point, "question") &&
           !record_page_is_kind(point, "answer");
}

static bool is_asked(const struct record_page *page, const struct record *point)
{
    return record_page_names(page, point, ROLE_AUTHOR) && record_page_is_kind(point, "question");
}

static bool is_answered(const struct record_page *page, const struct record *point)
{
    return record_page_names(page, point, ROLE_AUTHOR) && record_page_is_kind(point, "answer");
}

static bool is_addressed(const struct record_page *page, const struct record *point)
{
    return !record_page_names(page, point, ROLE_AUTHOR) &&
           record_page_names(page, point, ROLE_ADDRESSEE) && record_page_is_kind(point, "question");
}

static bool is_other_point(const struct record_page *page, const struct record *point)
{
    return !record_page_names(page, point, ROLE_AUTHOR) && !is_addressed(page, point);
}

/* The sections, in their order: each has the members of a relation that pass a test. */
static const struct part {
    const struct record_type *member;
    bool (*has)(const struct record_page *page, const struct record *record);
    const char *id, *heading;
} parts[] = {
    {&discussion_type, is_said, "said", "Said"},
    {&discussion_type, is_asked, "asked", "Asked"},
    {&discussion_type, is_addressed, "was-asked", "Was asked"},
    {&discussion_type, is_answered, "answered", "Answered"},
    {&discussion_type, is_other_point, "discussions", "Mentioned in the discussion"},
    {&decision_type, is_moved, "moved", "Moved"},
    {&decision_type, is_seconded, "seconded", "Seconded"},
    {&decision_type, is_voted, "voted", "Voted"},
    {&decision_type, is_neither, "decisions", "Decisions"},
};

enum {
    PART_COUNT = sizeof parts / sizeof *parts
};

/* Writes a decision as a row, with the vote of the subject above its title. */
static void write_vote_row(struct record_page *page, const struct record *decision)
{
    struct markup *markup = &page->page->markup;
    const struct value *option = find_vote(page, decision);
    char words[SAY_BYTES];
    markup_open(markup, "li", NULL);
    markup_open(markup, "p", "class", "kicker", NULL);
    markup_text(markup, "Voted ");
    if (option->count < SAY_BYTES && !strchr(option->text, ' '))
        markup_name(markup, words, strlen(say_term(option->text, false, words)));
    else
        markup_name(markup, option->text, option->count);
    markup_close(markup, "p");
    markup_open(markup, "p", "class", "t", NULL);
    page_link_record(page->page, decision);
    markup_close(markup, "p");
    row_write_details(page->page, decision, false);
    sources_write_of_ballots(page, decision, &page->record, 1);
    markup_close(markup, "li");
    markup_break(markup);
}

/* Stores the members of a part, at most `max` of the first SCANNED_MAX members of the relation.
 * Returns how many there are among these. */
static size_t find_members(const struct record_page *page, const struct part *part,
                           const struct record *const *members, size_t count,
                           const struct record **ret_found, size_t max)
{
    size_t found = 0;
    for (size_t i = 0; i < count && i < SCANNED_MAX && !work_is_used_up(page->work); i++) {
        work_spend(page->work, WORK_WRITING, WORK_TEST);
        if (!part->has(page, members[i]))
            continue;
        if (found < max)
            ret_found[found] = members[i];
        found++;
    }
    return found;
}

static void write_decisions(struct record_page *page, const struct part *part,
                            const struct record *const *decisions, size_t count)
{
    markup_open(&page->page->markup, "ul", "class", "rows beside", NULL);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++) {
        if (part->has == is_voted)
            write_vote_row(page, decisions[i]);
        else
            row_write_with_source(page, decisions[i]);
        work_spend(page->work, WORK_WRITING, WORK_RECORD);
        work_spend_bytes(page->work, WORK_WRITING, page->page->markup.out->length);
    }
    markup_close(&page->page->markup, "ul");
}

/* Writes a part, if it has members. Returns the number of written points. */
static size_t write_part(struct record_page *page, const struct part *part,
                         const struct relation *relation, size_t points)
{
    const struct record *found[POINTS_MAX];
    const bool said = part->member == &discussion_type;
    const size_t max = said ? POINTS_MAX : ROWS_MAX;
    size_t count;
    const struct record *const *members = relation_members(relation, page->record, &count);
    const size_t all = find_members(page, part, members, count, found, max);
    const size_t shown = all < max ? all : max;
    if (!all)
        return 0;
    page_open_section(page->page, part->id, part->heading, said);
    if (said)
        thread_write(page, relation, found, shown, points);
    else
        write_decisions(page, part, found, shown);
    if (all > shown || count > SCANNED_MAX)
        relations_write_more(page, page->record, relation, count);
    page_close_section(page->page);
    return said ? shown : 0;
}

bool involvement_write(struct record_page *page, const struct relation *relation)
{
    size_t points = 0;
    if ((page->record->type != &person_type && page->record->type != &organization_type) ||
        (relation->member != &discussion_type && relation->member != &decision_type))
        return false;
    for (size_t i = 0; i < PART_COUNT && !work_is_used_up(page->work); i++)
        if (parts[i].member == relation->member)
            points += write_part(page, &parts[i], relation, points);
    return true;
}
