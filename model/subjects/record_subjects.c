#include "subjects/record_subjects.h"

#include "base/array.h"
#include "base/decimal.h"

#include <stdlib.h>

enum {
    YEAR_DIGITS = 4
};

const char *const search_facet_names[SEARCH_FACET_COUNT] = {[SEARCH_FACET_MEETING] = "meeting",
                                                            [SEARCH_FACET_YEAR] = "year",
                                                            [SEARCH_FACET_TOPIC] = "topic",
                                                            [SEARCH_FACET_PERSON] = "person"};

/* The types of the values; NULL of years. */
static const struct record_type *const facet_types[SEARCH_FACET_COUNT] = {
    [SEARCH_FACET_MEETING] = &meeting_type,
    [SEARCH_FACET_TOPIC] = &topic_type,
    [SEARCH_FACET_PERSON] = &person_type};

struct search_subjects {
    const struct archive *archive;
    uint32_t
        *first[TYPE_COUNT]; /* by ordinal: the place of the first subject; and one at the end */
    search_subject *at;
    size_t count, capacity;
};

/* The subjects of a record while they are found. */
struct finding {
    const struct archive *archive;
    search_subject at[SEARCH_SUBJECTS_MAX];
    size_t count;
};

static void add(struct finding *found, enum search_facet facet, uint32_t number)
{
    const search_subject subject = (search_subject)facet << SEARCH_SUBJECT_SHIFT | number;
    for (size_t i = 0; i < found->count; i++)
        if (found->at[i] == subject)
            return;
    if (found->count < SEARCH_SUBJECTS_MAX)
        found->at[found->count++] = subject;
}

/* Adds the year of a date, or nothing if it is not known. Returns true if it is. */
static bool add_year(struct finding *found, const struct value *date)
{
    int64_t year;
    if (date->count < YEAR_DIGITS || !decimal_parse(date->text, YEAR_DIGITS, &year))
        return false;
    add(found, SEARCH_FACET_YEAR, (uint32_t)year);
    return true;
}

static void add_meeting(struct finding *found, const struct record *meeting, bool year)
{
    add(found, SEARCH_FACET_MEETING, meeting->ordinal);
    if (year)
        add_year(found, record_value(meeting, ROLE_START));
}

/* Adds the meetings to which the relations of a record lead, such as those that a person
 * attended. */
static void add_related_meetings(struct finding *found, const struct record *record, bool year)
{
    size_t count, members;
    const struct relation *relations = archive_relations(found->archive, record->type, &count);
    for (size_t i = 0; i < count; i++) {
        if (relations[i].member != &meeting_type)
            continue;
        const struct record *const *at = relation_members(&relations[i], record, &members);
        for (size_t j = 0; j < members && found->count < SEARCH_SUBJECTS_MAX; j++)
            add_meeting(found, at[j], year);
    }
}

/* Adds the meetings of a record, and the years of the record or of its meetings. */
static void add_meetings(struct finding *found, const struct record *record)
{
    static const enum field_role containers[] = {ROLE_SESSION, ROLE_AGENDA_ITEM};
    const struct value *meeting = record_value(record, ROLE_MEETING);
    const bool dated = add_year(found, record_value(record, ROLE_START)) ||
                       add_year(found, record_value(record, ROLE_ISSUED));
    if (record->type == &meeting_type) {
        add_meeting(found, record, !dated);
        return;
    }
    for (size_t i = 0; i < sizeof containers / sizeof *containers && !meeting->count; i++) {
        const struct value *container = record_value(record, containers[i]);
        if (container->count)
            meeting = record_value(container->record, ROLE_MEETING);
    }
    if (meeting->count)
        add_meeting(found, meeting->record, !dated);
    else
        add_related_meetings(found, record, !dated);
}

/* Adds the records of a type to which the fields of a record refer, or the record itself. */
static void add_references(struct finding *found, const struct record *record,
                           const struct record_type *type, enum search_facet facet)
{
    const struct field_list fields = record->type->fields;
    if (record->type == type) {
        add(found, facet, record->ordinal);
        return;
    }
    for (size_t i = 0; i < fields.count; i++) {
        size_t count;
        if (fields.at[i].kind != FIELD_REFERENCE || !(fields.at[i].targets & TARGET(type->ordinal)))
            continue;
        const struct value *items = record_items(&fields.at[i], record_field(record, i), &count);
        for (size_t j = 0; j < count; j++)
            if (items[j].count && items[j].record->type == type)
                add(found, facet, items[j].record->ordinal);
    }
}

static bool add_record(struct search_subjects *subjects, const struct record *record)
{
    struct finding found = {.archive = subjects->archive};
    add_meetings(&found, record);
    add_references(&found, record, &topic_type, SEARCH_FACET_TOPIC);
    add_references(&found, record, &person_type, SEARCH_FACET_PERSON);
    search_subject *at = array_reserve(subjects->at, &subjects->capacity,
                                       subjects->count + found.count + 1, sizeof *at);
    if (!at)
        return false;
    subjects->at = at;
    for (size_t i = 0; i < found.count; i++)
        at[subjects->count++] = found.at[i];
    return subjects->count < UINT32_MAX;
}

static bool add_type(struct search_subjects *subjects, size_t type)
{
    size_t count;
    const struct record *const *records =
        archive_all(subjects->archive, record_types[type], &count);
    uint32_t *first = subjects->first[type] = malloc((count + 1) * sizeof *first);
    for (size_t i = 0; first && i < count; i++) {
        first[i] = (uint32_t)subjects->count;
        if (!add_record(subjects, records[i]))
            return false;
    }
    if (first)
        first[count] = (uint32_t)subjects->count;
    return first;
}

struct search_subjects *search_subjects_create(const struct archive *archive)
{
    struct search_subjects *subjects = calloc(1, sizeof *subjects);
    bool added = subjects;
    if (subjects)
        subjects->archive = archive;
    for (size_t type = 0; type < TYPE_COUNT && added; type++)
        added = add_type(subjects, type);
    if (added)
        return subjects;
    search_subjects_destroy(subjects);
    return NULL;
}

void search_subjects_destroy(struct search_subjects *subjects)
{
    if (!subjects)
        return;
    for (size_t type = 0; type < TYPE_COUNT; type++)
        free(subjects->first[type]);
    free(subjects->at);
    free(subjects);
}

const search_subject *search_subjects_of(const struct search_subjects *subjects, size_t type,
                                         uint32_t ordinal, size_t *ret_count)
{
    const uint32_t *first = subjects->first[type];
    *ret_count = first[ordinal + 1] - first[ordinal];
    return subjects->at + first[ordinal];
}

size_t search_subjects_range(const struct search_subjects *subjects, enum search_facet facet)
{
    size_t count = SEARCH_YEARS;
    if (facet_types[facet])
        archive_all(subjects->archive, facet_types[facet], &count);
    return count;
}

const struct record *search_facet_record(const struct archive *archive, enum search_facet facet,
                                         uint32_t number)
{
    size_t count;
    const struct record *const *all =
        facet_types[facet] ? archive_all(archive, facet_types[facet], &count) : NULL;
    return all && number < count ? all[number] : NULL;
}

size_t search_subjects_bytes(const struct search_subjects *subjects)
{
    return subjects->capacity * sizeof *subjects->at;
}
