/* The details of a row. */
#include "record_parts/record_parts.h"
#include "schema/types/every_record.h"

enum {
    PEOPLE_MAX = 4, /* names in a row */
    OPTIONS_MAX = 4 /* numbers of a vote */
};

/* The details of a row, in a paragraph that begins with the first of them. */
struct details {
    struct page *page;
    bool any;
};

/* Begins a detail. */
static struct markup *details_add(struct details *details)
{
    struct markup *markup = &details->page->markup;
    if (details->any)
        markup_text(markup, " \xC2\xB7 ");
    else
        markup_open(markup, "p", "class", "small soft", NULL);
    details->any = true;
    return markup;
}

static void details_end(struct details *details)
{
    if (details->any)
        markup_close(&details->page->markup, "p");
}

/* Reports whether a record is the subject of the page, which rows do not name. */
static bool is_subject(const struct page *page, const struct record *record)
{
    return page->record == record;
}

/* Writes the names of the people with a role, as links, after words of the program. */
static void add_people(struct details *details, const struct record *record, enum field_role role,
                       const char *before)
{
    const struct field *field = field_list_with_role(record->type->fields, role);
    size_t count, written = 0;
    if (!field || field->kind != FIELD_REFERENCE || !record_page_value(record, field)->count)
        return;
    const struct value *items = record_items(field, record_page_value(record, field), &count);
    for (size_t i = 0; i < count; i++) {
        if (is_subject(details->page, items[i].record))
            continue;
        if (written == PEOPLE_MAX) {
            markup_text(&details->page->markup, " and others");
            break;
        }
        if (written++)
            markup_text(&details->page->markup, ", ");
        else
            markup_text(details_add(details), before);
        page_link_record(details->page, items[i].record);
    }
    if (written)
        record_page_mark_role(details->page, record, role);
}

/* Writes the agenda item of a decision, unless the title names it. */
static void add_item(struct details *details, const struct record *record)
{
    const struct record *item = say_find_item(record);
    if (!item || is_subject(details->page, item))
        return;
    const char *const before = details->any ? "on " : "On ";
    markup_text(details_add(details), before);
    page_link_record(details->page, item);
}

/* Reports whether a proposal has a status that says how it ended. */
static bool is_settled(const struct value *status)
{
    return status->count && strcmp(status->text, "proposed") != 0 &&
           strcmp(status->text, "provisional") != 0;
}

const struct value *row_find_result(const struct page *page, const struct record *record)
{
    const struct value *result = record_value(record, ROLE_RESULT);
    if (record->type != &proposal_type || is_settled(result))
        return result;
    const struct relation *relation = archive_relation(
        page->archive, &proposal_type, decision_type.collection, strlen(decision_type.collection));
    size_t count = 0;
    const struct record *const *decisions =
        relation ? relation_members(relation, record, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct value *decided = record_value(decisions[i], ROLE_RESULT);
        if (decided->count && strcmp(decided->text, "none") != 0)
            result = decided;
    }
    return result;
}

static void add_term(struct details *details, const struct record *record, enum field_role role)
{
    char text[SAY_BYTES];
    const struct value *value = role == ROLE_RESULT ? row_find_result(details->page, record)
                                : role == ROLE_EVENT_STATUS && record->type != &action_type
                                    ? say_status(record)
                                    : record_value(record, role);
    if (!value->count || strcmp(value->text, "none") == 0 || strcmp(value->text, "other") == 0)
        return;
    say_term(value->text, !details->any, text);
    markup_text(details_add(details), text);
    if (role != ROLE_KIND) /* which is inferred of most records */
        record_page_mark_role(details->page, record, role);
}

static void add_words(struct details *details, const char *before, const char *words, size_t length)
{
    if (!length)
        return;
    struct markup *markup = details_add(details);
    markup_text(markup, before);
    markup_name(markup, words, length);
}

/* Writes an actor: the record to which it refers, or the words of the source. */
static void write_actor(struct page *page, struct field_list fields, const struct members *actor)
{
    const struct value *words = &value_absent;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = members_value(actor, i);
        if (fields.at[i].kind == FIELD_REFERENCE && value->count) {
            page_link_record(page, value->record);
            return;
        }
        if (value->count)
            words = value;
    }
    markup_name(&page->markup, words->text, words->count);
}

void row_write_actors(struct page *page, const struct record *record)
{
    const struct field *field = field_list_with_role(record->type->fields, ROLE_ACTORS);
    const struct value *actors = record_value(record, ROLE_ACTORS);
    for (size_t i = 0; i < actors->count && i < PEOPLE_MAX; i++) {
        markup_text(&page->markup, i ? ", " : "");
        write_actor(page, field->members, actors->items[i].members);
    }
    if (actors->count > PEOPLE_MAX)
        markup_text(&page->markup, " and others");
    record_page_mark_role(page, record, ROLE_ACTORS);
}

/* Writes the owners of an action, or the actors of a proposal. */
static void add_owners(struct details *details, const struct record *record)
{
    const struct value *owner = record_value(record, ROLE_OWNER_TEXT);
    const char *const before = details->any ? "action by " : "Action by ";
    add_people(details, record, ROLE_OWNER, before);
    if (!record_value(record, ROLE_OWNER)->count)
        add_words(details, before, owner->text, owner->count);
    if (record_value(record, ROLE_ACTORS)->count) {
        markup_text(details_add(details), before);
        row_write_actors(details->page, record);
    }
}

/* Writes who spoke, in the words of the source, if no record of a person is known. */
static void add_attribution(struct details *details, const struct record *record)
{
    const struct value *words = record_value(record, ROLE_ATTRIBUTION);
    if (!words->count || record_value(record, ROLE_AUTHOR)->count)
        return;
    add_words(details, "", words->text, words->count);
    record_page_mark_role(details->page, record, ROLE_ATTRIBUTION);
}

/* Reports whether an option is one that a bar has a colour for. */
static bool is_for_or_against(const struct value *count)
{
    const char *class = vote_class(vote_option(count));
    return strcmp(class, "yes") == 0 || strcmp(class, "no") == 0;
}

/* Writes the first numbers of the vote; and a small bar, if it was for or against. */
static void add_vote(struct details *details, const struct record *record)
{
    const struct members *vote = vote_find_counted(record);
    const struct value *counts = vote ? members_value(vote, VOTE_COUNTS) : &value_absent;
    struct markup *markup = &details->page->markup;
    size_t written = 0;
    bool bar = false;
    for (size_t i = 0; i < counts->count && written < OPTIONS_MAX; i++) {
        const struct value *count = &counts->items[i];
        if (!vote_number(count) && !is_for_or_against(count))
            continue;
        if (written++)
            markup_text(markup, ", ");
        else
            details_add(details);
        markup_number(markup, (uint64_t)vote_number(count));
        markup_text(markup, " ");
        vote_write_option(markup, vote_option(count));
        bar |= is_for_or_against(count);
    }
    if (!bar)
        return;
    markup_text(markup, " ");
    vote_write_bar(markup, counts, "vote small");
}

/* Writes a date in words, and marks it if it is inferred. */
static void add_date(struct details *details, const struct record *record, const char *before,
                     enum field_role role, const char *words, size_t length)
{
    add_words(details, before, words, length);
    if (length)
        record_page_mark_role(details->page, record, role);
}

static void add_dates(struct details *details, const struct record *record)
{
    char words[SAY_DATE_BYTES];
    size_t length =
        say_period(record_value(record, ROLE_START), record_value(record, ROLE_END), words);
    add_date(details, record, "", ROLE_START, words, length);
    length = say_date(record_value(record, ROLE_ISSUED), words);
    add_date(details, record, "", ROLE_ISSUED, words, length);
    length = say_date(record_value(record, ROLE_DUE), words);
    add_date(details, record, details->any ? "due " : "Due ", ROLE_DUE, words, length);
    length = say_date(record_value(record, ROLE_COMPLETED), words);
    add_date(details, record, details->any ? "done " : "Done ", ROLE_COMPLETED, words, length);
}

void row_write_details(struct page *page, const struct record *record, bool sourced)
{
    char name[SAY_MEETING_BYTES];
    struct details details = {page, false};
    add_term(&details, record, ROLE_RESULT);
    add_vote(&details, record);
    add_item(&details, record);
    add_people(&details, record, ROLE_MOVER, "moved by ");
    add_people(&details, record, ROLE_AUTHOR, "");
    add_attribution(&details, record);
    add_people(&details, record, ROLE_CHAIR, "chaired by ");
    add_owners(&details, record);
    add_term(&details, record, ROLE_KIND);
    if (record->type == &meeting_type || record->type == &event_type ||
        (record->type == &action_type && !record_value(record, ROLE_COMPLETED)->count))
        add_term(&details, record, ROLE_EVENT_STATUS);
    const struct value *city = record_value(record, ROLE_CITY);
    const struct value *room = record_value(record, ROLE_ROOM);
    add_words(&details, "", city->text, city->count);
    add_dates(&details, record);
    add_words(&details, "", room->text, room->count);
    const struct value *meeting = record_value(record, ROLE_MEETING);
    if (meeting->count && meeting->record != page->meeting)
        add_words(&details, "", name, say_meeting(page->archive, meeting->record, name));
    if (sourced && record_page_sources(record)->count) {
        details_add(&details);
        sources_write_reference(page, record);
    }
    details_end(&details);
}
