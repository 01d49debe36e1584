#include "meeting_page/positions.h"
#include "work/work.h"

#include <stdlib.h>

enum {
    RECORDS_MAX = 5000 /* papers or points of a meeting that are looked at */
};

/* Reports whether a record says something: a paper with arguments, or a point that is no question
 * and not told by the source itself. */
static bool says_something(const struct record *record)
{
    static const char *const others[] = {"question", "procedural", "narrative", "summary",
                                         "interjection"};
    const struct value *kind = record_value(record, ROLE_KIND);
    if (record->type == &paper_type)
        return position_statement(record, record).length > 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (kind->count && strcmp(kind->text, others[i]) == 0)
            return false;
    return true;
}

/* Returns the first author, or NULL. */
static const struct record *find_speaker(const struct record *record)
{
    const struct field *field = field_list_with_role(record->type->fields, ROLE_AUTHOR);
    const struct value *author = record_value(record, ROLE_AUTHOR);
    if (!author->count)
        return NULL;
    return field->list ? author->items->record : author->record;
}

static struct subject *find_subject(struct subject_list *list, const struct record *record)
{
    size_t at = 0;
    while (at < list->count && list->at[at].record != record)
        at++;
    if (at == SUBJECTS_MAX)
        return NULL;
    if (at == list->count)
        list->at[list->count++] = (struct subject){.record = record};
    return &list->at[at];
}

/* Adds what a record says on a subject, unless its speaker has said something before. What has a
 * stance replaces what has none. */
static void add_position(struct subject_list *list, const struct record *subject_record,
                         const struct record *record)
{
    struct subject *subject = find_subject(list, subject_record);
    const struct record *speaker = find_speaker(record);
    if (!subject || (!speaker && !record_value(record, ROLE_ATTRIBUTION)->count))
        return;
    for (size_t i = 0; speaker && i < subject->count; i++) {
        struct position *position = &subject->at[i];
        if (position->speaker != speaker)
            continue;
        if (record_value(record, ROLE_STANCE)->count &&
            !record_value(position->record, ROLE_STANCE)->count)
            position->record = record;
        return;
    }
    if (subject->count < SUBJECT_SPEAKERS_MAX)
        subject->at[subject->count++] = (struct position){record, speaker};
}

/* Adds what the papers or the points of the meeting say on their topics, or on their items of the
 * agenda. */
static void add_records(struct record_page *page, struct subject_list *list,
                        const struct record_type *type, bool topics)
{
    size_t count;
    const struct record *const *records = relations_find_members(page, page->record, type, &count);
    for (size_t i = 0; i < count && i < RECORDS_MAX; i++) {
        const struct value *subjects = record_value(records[i], ROLE_SUBJECT);
        const struct value *item = record_value(records[i], ROLE_AGENDA_ITEM);
        if (!work_spend(page->work, WORK_WRITING, ((uint64_t)subjects->count + 1) * SUBJECTS_MAX))
            return;
        if (!says_something(records[i]))
            continue;
        for (size_t at = 0; topics && at < subjects->count; at++)
            add_position(list, subjects->items[at].record, records[i]);
        if (!topics && item->count)
            add_position(list, item->record, records[i]);
    }
}

/* Returns the place of a subject: by its speakers, of whom those with a stance count twice. */
static size_t weigh(const struct subject *subject)
{
    size_t weight = subject->count;
    for (size_t i = 0; i < subject->count; i++)
        weight += record_value(subject->at[i].record, ROLE_STANCE)->count > 0;
    return weight;
}

/* Removes the subjects with too few speakers, and puts those of the most weight first. */
static void rank(struct subject_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct subject subject = list->at[i];
        size_t at = kept;
        if (subject.count < SUBJECT_LEAST)
            continue;
        for (; at > 0 && weigh(&list->at[at - 1]) < weigh(&subject); at--)
            list->at[at] = list->at[at - 1];
        list->at[at] = subject;
        kept++;
    }
    list->count = kept;
}

void positions_find(struct record_page *page, struct subject_list *list)
{
    for (int topics = 1; topics >= 0 && !list->count; topics--) {
        add_records(page, list, &paper_type, topics);
        add_records(page, list, &discussion_type, topics);
        rank(list);
    }
}
