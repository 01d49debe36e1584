/* The subjects on which several people spoke. */
#include "comparison/find_private.h"
#include "work/work.h"

enum {
    SUBJECTS_LOOKED_AT_MAX = 256
};

/* The subjects that people spoke about; bit i of `people` stands for person i. */
struct spoken {
    const struct record *subjects[SUBJECTS_LOOKED_AT_MAX];
    unsigned people[SUBJECTS_LOOKED_AT_MAX];
    size_t count;
};

bool compared_is_said_by(const struct record *record, const struct record *person)
{
    static const char *const others[] = {"procedural", "interjection"};
    const struct field *field = field_list_with_role(record->type->fields, ROLE_AUTHOR);
    const struct value *kind = record_value(record, ROLE_KIND);
    size_t count = 0;
    const struct value *authors =
        field ? record_items(field, record_page_value(record, field), &count) : NULL;
    bool said = false;
    for (size_t i = 0; i < count; i++)
        said |= authors[i].count && authors[i].record == person;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        said &=
            record->type != &discussion_type || !kind->count || strcmp(kind->text, others[i]) != 0;
    return said;
}

const struct record *compared_subject_at(const struct record *record, bool topics, size_t at)
{
    const struct value *subjects = record_value(record, ROLE_SUBJECT);
    const struct value *item = record_value(record, ROLE_AGENDA_ITEM);
    if (topics)
        return at < subjects->count ? subjects->items[at].record : NULL;
    return at == 0 && item->count ? item->record : NULL;
}

static void add_subject(struct spoken *spoken, const struct record *subject, size_t person)
{
    size_t at = 0;
    while (at < spoken->count && spoken->subjects[at] != subject)
        at++;
    if (at == SUBJECTS_LOOKED_AT_MAX)
        return;
    if (at == spoken->count) {
        spoken->subjects[spoken->count] = subject;
        spoken->people[spoken->count++] = 0;
    }
    spoken->people[at] |= 1u << person;
}

/* Adds the subjects of what one person said. */
static void add_subjects(struct record_page *page, struct spoken *spoken,
                         const struct record *person, size_t number, bool topics)
{
    static const struct record_type *const types[] = {&paper_type, &discussion_type};
    for (size_t type = 0; type < sizeof types / sizeof *types; type++) {
        size_t count;
        const struct record *const *records =
            relations_find_members(page, person, types[type], &count);
        for (size_t i = 0; i < count && i < COMPARED_RECORDS_MAX; i++) {
            const struct record *subject;
            if (!work_spend(page->work, WORK_WRITING, WORK_TEST))
                return;
            if (!compared_is_said_by(records[i], person))
                continue;
            for (size_t at = 0; (subject = compared_subject_at(records[i], topics, at)); at++) {
                add_subject(spoken, subject, number);
                work_spend(page->work, WORK_WRITING, spoken->count);
            }
        }
    }
}

/* Returns the number of people of a set of bits. */
static size_t count_people(unsigned people)
{
    size_t count = 0;
    for (; people; people &= people - 1)
        count++;
    return count;
}

void comparison_find_subjects(struct record_page *page, struct comparison *comparison)
{
    for (int topics = 1; topics >= 0 && !comparison->subject_count; topics--) {
        struct spoken spoken = {.count = 0};
        for (size_t i = 0; i < comparison->people_count; i++)
            add_subjects(page, &spoken, comparison->people[i], i, topics);
        for (size_t least = comparison->people_count; least >= COMPARED_PEOPLE_LEAST; least--)
            for (size_t i = 0; i < spoken.count; i++)
                if (count_people(spoken.people[i]) == least &&
                    comparison->subject_count < COMPARED_SUBJECTS_MAX)
                    comparison->subjects[comparison->subject_count++] = spoken.subjects[i];
    }
}
