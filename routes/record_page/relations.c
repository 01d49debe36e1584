/* The records that refer to a record. */
#include "comparison/comparison.h"
#include "record_page/record_page_private.h"
#include "work/work.h"

/* The sections of the page of a type, in their order, by the type of their members. The other
 * relations follow under their own names. */
static const struct section {
    enum record_type_ordinal owner, member;
    const char *id, *heading;
} sections[] = {
    {TYPE_SESSION, TYPE_PAPER, "papers", "Presentations"},
    {TYPE_SESSION, TYPE_AGENDA_ITEM, "agenda", "Agenda"},
    {TYPE_SESSION, TYPE_DISCUSSION, "discussions", "Discussion"},
    {TYPE_SESSION, TYPE_DECISION, "decisions", "What was decided"},
    {TYPE_SESSION, TYPE_PROPOSAL, "outcome", "What was proposed"},
    {TYPE_AGENDA_ITEM, TYPE_DECISION, "decisions", "What was decided"},
    {TYPE_AGENDA_ITEM, TYPE_PROPOSAL, "proposals", "What was proposed"},
    {TYPE_AGENDA_ITEM, TYPE_PAPER, "papers", "Presentations"},
    {TYPE_AGENDA_ITEM, TYPE_DISCUSSION, "discussions", "Discussion"},
    {TYPE_AGENDA_ITEM, TYPE_ACTION, "actions", "What is to be done"},
    {TYPE_PERSON, TYPE_PAPER, "papers", "Presented"},
    {TYPE_PERSON, TYPE_DISCUSSION, "discussions", "Said, asked and was asked"},
    {TYPE_PERSON, TYPE_DECISION, "decisions", "Moved, seconded and voted"},
    {TYPE_PERSON, TYPE_ACTION, "actions", "Action items"},
    {TYPE_PERSON, TYPE_SESSION, "sessions", "Chaired"},
    {TYPE_PAPER, TYPE_PROPOSAL, "outcome", "Taken up in"},
    {TYPE_PAPER, TYPE_DISCUSSION, "discussions", "Discussion"},
    {TYPE_DISCUSSION, TYPE_PROPOSAL, "outcome", "Taken up in"},
    {TYPE_DECISION, TYPE_ACTION, "actions", "What follows"},
    {TYPE_DECISION, TYPE_DISCUSSION, "discussions", "What was said about it"},
    {TYPE_PROPOSAL, TYPE_DECISION, "decisions", "What was decided"},
    {TYPE_PROPOSAL, TYPE_DISCUSSION, "discussions", "What was said about it"},
    {TYPE_TOPIC, TYPE_PROPOSAL, "proposals", "Proposals"},
    {TYPE_TOPIC, TYPE_DECISION, "decisions", "Decisions"},
    {TYPE_TOPIC, TYPE_DISCUSSION, "discussions", "Who said what about it"},
};

enum {
    SECTION_COUNT = sizeof sections / sizeof *sections,
    REPEATED_MAX = 20 /* meetings of a relation that are compared with those above */
};

/* Returns the section of a relation, or NULL if it has none of its own. */
static const struct section *find_section(const struct relation *relation)
{
    if (strcmp(relation->name, relation->member->collection) != 0)
        return NULL;
    for (size_t i = 0; i < SECTION_COUNT; i++)
        if (sections[i].owner == relation->owner->ordinal &&
            sections[i].member == relation->member->ordinal)
            return &sections[i];
    return NULL;
}

static void write_relation(struct record_page *page, const struct relation *relation,
                           const struct section *section)
{
    char heading[SAY_BYTES];
    size_t count;
    const struct record *const *members = relation_members(relation, page->record, &count);
    if (!count || involvement_write(page, relation) ||
        representatives_write(page, relation, members, count))
        return;
    const bool said = relation->member == &discussion_type;
    page_open_section(page->page, section ? section->id : relation->name,
                      section ? section->heading
                              : say_collection(page->page->archive, relation->name, true, heading),
                      said);
    if (said)
        thread_write(page, relation, members, count, 0);
    else
        relations_write_rows(page, relation, members, count);
    page_close_section(page->page);
}

/* Reports whether a relation leads only to records that a field of the record names, such as its
 * attendance. */
static bool is_field(const struct record *record, const struct relation *relation)
{
    const bool attends =
        relation->member == &meeting_type && record_value(record, ROLE_ATTENDANCE)->count;
    return attends || relation->to_one ||
           field_list_find(record->type->fields, relation->name, strlen(relation->name)) ||
           (!relation->inverse && relation->member != &meeting_type);
}

/* Reports whether an object of the record refers to a meeting, as attendance does. */
static bool names_meeting(const struct record *record, const struct record *meeting)
{
    const struct field_list fields = record->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *objects = record_field(record, i);
        for (size_t at = 0; fields.at[i].kind == FIELD_OBJECT && at < objects->count; at++)
            for (size_t j = 0; j < fields.at[i].members.count; j++)
                if (fields.at[i].members.at[j].kind == FIELD_REFERENCE &&
                    !fields.at[i].members.at[j].list &&
                    members_value(objects->items[at].members, j)->record == meeting)
                    return true;
    }
    return false;
}

/* Reports whether the page of an organization has all meetings of a relation above, in an object.
 */
static bool repeats_meetings(const struct record_page *page, const struct relation *relation)
{
    size_t count;
    const struct record *const *meetings = relation_members(relation, page->record, &count);
    if (page->record->type != &organization_type || relation->member != &meeting_type ||
        count > REPEATED_MAX)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!names_meeting(page->record, meetings[i]))
            return false;
    return true;
}

void relations_write(struct record_page *page)
{
    size_t count;
    const struct relation *relations =
        archive_relations(page->page->archive, page->record->type, &count);
    argued_write(page);
    for (size_t at = 0; at < SECTION_COUNT; at++)
        for (size_t i = 0; i < count && !work_is_used_up(page->work); i++)
            if (find_section(&relations[i]) == &sections[at])
                write_relation(page, &relations[i], &sections[at]);
    echoes_write(page);
    comparison_write_links(page);
    organization_people_write(page);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++)
        if (!is_field(page->record, &relations[i]) && !find_section(&relations[i]) &&
            !repeats_meetings(page, &relations[i]))
            write_relation(page, &relations[i], NULL);
}
