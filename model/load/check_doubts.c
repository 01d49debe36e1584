/* Warns of data that are valid but may be slips: counts of votes that disagree with the ballots,
 * and two people of one name. */
#include "load/builder.h"
#include "schema/types/every_record.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static bool is_same_text(const struct value *left, const struct value *right)
{
    return left->count == right->count && memcmp(left->text, right->text, left->count) == 0;
}

/* Compares a count with the ballots for its option. A source may name no voter, or those of one
 * option only, so an option without ballots is no slip. */
static void check_count(const struct archive_builder *builder, const struct members *count,
                        const struct value *ballots, const struct place *place)
{
    const struct value *option = members_value(count, COUNT_OPTION);
    const struct value *votes = members_value(count, COUNT_VALUE);
    int64_t cast = 0;
    if (!option->count || !votes->count)
        return;
    for (size_t i = 0; i < ballots->count; i++)
        cast += ballots->items[i].count &&
                is_same_text(members_value(ballots->items[i].members, BALLOT_OPTION), option);
    if (cast > 0 && cast != votes->integer)
        faults_warn(builder->faults, place,
                    "the count of \"%.40s\" is %" PRId64 ", but the ballots are %" PRId64
                    "; correct one, or explain the slip of the source in a note",
                    option->text, votes->integer, cast);
}

static void check_vote(const struct archive_builder *builder, const struct members *vote,
                       const struct place *place)
{
    const struct value *counts = members_value(vote, VOTE_COUNTS);
    const struct place member = place_member(place, vote_fields[VOTE_COUNTS].name);
    for (size_t i = 0; i < counts->count; i++) {
        const struct place element = place_element(&member, i);
        if (counts->items[i].count)
            check_count(builder, counts->items[i].members, members_value(vote, VOTE_BALLOTS),
                        &element);
    }
}

static void check_votes(const struct archive_builder *builder, const struct record *record,
                        size_t position)
{
    struct place places[3];
    const struct value *votes = record_field(record, position);
    const struct place *place = archive_builder_place(builder, record, places);
    const struct place member = place_member(place, record->type->fields.at[position].name);
    for (size_t i = 0; i < votes->count; i++) {
        const struct place element = place_element(&member, i);
        if (votes->items[i].count)
            check_vote(builder, votes->items[i].members, &element);
    }
}

static void check_all_votes(const struct archive_builder *builder, const struct record_type *type)
{
    const struct record_list *list = archive_records(builder->archive, type);
    for (size_t i = 0; i < type->fields.count; i++)
        for (size_t j = 0; type->fields.at[i].members.at == vote_fields && j < list->count; j++)
            check_votes(builder, list->at[j], i);
}

static int compare_titles(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    const int order = strcmp(record_label(a)->text, record_label(b)->text);
    return order ? order : (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

/* Warns of people whose names are equal. */
static void check_names(struct archive_builder *builder)
{
    const struct record_list *list = archive_records(builder->archive, &person_type);
    const struct record **sorted = malloc((list->count + 1) * sizeof *sorted);
    struct place places[3];
    if (!sorted) {
        builder->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < list->count; i++)
        sorted[i] = list->at[i];
    qsort(sorted, list->count, sizeof *sorted, compare_titles);
    for (size_t i = 1; i < list->count; i++) {
        if (strcmp(record_label(sorted[i - 1])->text, record_label(sorted[i])->text) != 0)
            continue;
        faults_warn(builder->faults, archive_builder_place(builder, sorted[i], places),
                    "has the same name as \"%.80s\"; if it is the same person, keep one record",
                    record_id(sorted[i - 1]));
    }
    free(sorted);
}

void check_doubts(struct archive_builder *builder)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        check_all_votes(builder, record_types[i]);
    check_names(builder);
}
