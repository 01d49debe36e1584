#include "meeting_page/positions.h"
#include "work/work.h"

#include <stdlib.h>

enum {
    RECORDS_MAX = 5000, /* papers or points of a meeting that are looked at */
    WEIGHT_MAX = 300    /* of a text: its bytes */
};

/* Reports whether a record says something: a paper with arguments, or a point that is no question
 * and not told by the source itself. */
static bool says_something(const struct record *record)
{
    static const char *const others[] = {"question", "procedural", "narrative", "summary",
                                         "interjection"};
    const struct value *kind = record_value(record, ROLE_KIND);
    if (record->type == &paper_type)
        return position_has_statement(record);
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

/* Returns the weight of a paper or a point: a stance weighs most, then a paper, then a long text.
 */
static size_t weigh_record(const struct record *record)
{
    const size_t length = record_value(record, ROLE_DESCRIPTION)->count;
    return (record_value(record, ROLE_STANCE)->count ? 2 * (size_t)WEIGHT_MAX : 0) +
           (record->type == &paper_type || length > WEIGHT_MAX ? WEIGHT_MAX : length);
}

/* Adds a record to what a speaker said; it replaces the one of the least weight. */
static void add_record(struct position *position, const struct record *record)
{
    const size_t weight = weigh_record(record);
    size_t at = position->count;
    if (at == POSITION_RECORDS_MAX) {
        size_t least = 0;
        position->more++;
        for (size_t i = 1; i < at; i++)
            if (position->weights[i] < position->weights[least])
                least = i;
        if (weight <= position->weights[least])
            return;
        for (at = least; at + 1 < POSITION_RECORDS_MAX; at++) {
            position->records[at] = position->records[at + 1];
            position->weights[at] = position->weights[at + 1];
        }
        position->count--;
    }
    position->records[at] = record;
    position->weights[at] = weight;
    position->count++;
}

/* Reports whether a position is that of a speaker, who may only be named in words. */
static bool is_of_speaker(const struct position *position, const struct record *speaker,
                          const struct value *words)
{
    if (speaker || position->speaker)
        return position->speaker == speaker;
    return strcmp(record_value(position->records[0], ROLE_ATTRIBUTION)->text, words->text) == 0;
}

/* Adds what a record says on a subject. */
static void add_position(struct subject_list *list, const struct record *subject_record,
                         const struct record *record)
{
    struct subject *subject = find_subject(list, subject_record);
    const struct record *speaker = find_speaker(record);
    const struct value *words = record_value(record, ROLE_ATTRIBUTION);
    size_t at = 0;
    if (!subject || (!speaker && !words->count))
        return;
    while (at < subject->count && !is_of_speaker(&subject->at[at], speaker, words))
        at++;
    if (at == SUBJECT_SPEAKERS_MAX)
        return;
    if (at == subject->count)
        subject->at[subject->count++] = (struct position){.speaker = speaker};
    add_record(&subject->at[at], record);
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
    if (weight < SUBJECT_LEAST)
        return 0;
    for (size_t i = 0; i < subject->count; i++)
        weight += record_value(subject->at[i].records[0], ROLE_STANCE)->count > 0;
    return weight;
}

/* Puts the subjects of the most weight first. */
static void rank(struct subject_list *list)
{
    for (size_t i = 1; i < list->count; i++) {
        const struct subject subject = list->at[i];
        size_t at = i;
        for (; at > 0 && weigh(&list->at[at - 1]) < weigh(&subject); at--)
            list->at[at] = list->at[at - 1];
        list->at[at] = subject;
    }
}

void positions_find(struct record_page *page, struct subject_list *list)
{
    for (int topics = 1; topics >= 0; topics--) {
        list->count = 0;
        add_records(page, list, &paper_type, topics);
        add_records(page, list, &discussion_type, topics);
        rank(list);
        if (list->count && list->at[0].count >= SUBJECT_LEAST)
            return;
    }
    list->count = 0;
}
