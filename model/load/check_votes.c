/* Warns of slips in votes. A source may count votes itself, so counts and ballots can disagree. */
#include "load/builder.h"
#include "schema/types/every_record.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static int compare_texts(const void *left, const void *right)
{
    const struct value *a = left, *b = right;
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    return memcmp(a->text, b->text, a->count);
}

/* The options of the ballots of a vote, sorted. */
struct cast_options {
    struct value *at;
    size_t count;
};

/* Stores the options of all ballots. Returns false if out of memory. */
static bool cast_options_collect(const struct value *ballots, struct cast_options *ret_options)
{
    struct value *at = malloc((ballots->count + (size_t)1) * sizeof *at);
    size_t count = 0;
    if (!at)
        return false;
    for (size_t i = 0; i < ballots->count; i++) {
        const struct value *option = ballots->items[i].count
                                         ? members_value(ballots->items[i].members, BALLOT_OPTION)
                                         : &value_absent;
        if (option->count)
            at[count++] = *option;
    }
    qsort(at, count, sizeof *at, compare_texts);
    *ret_options = (struct cast_options){at, count};
    return true;
}

/* Returns the number of options before a text, or also of those that equal it. */
static size_t cast_options_before(const struct cast_options *options, const struct value *text,
                                  bool or_equal)
{
    size_t low = 0, count = options->count;
    while (count > 0) {
        const size_t half = count / 2;
        const int order = compare_texts(&options->at[low + half], text);
        if (order < 0 || (or_equal && order == 0)) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return low;
}

/* Compares a count with the ballots for its option. A source may name no voter, or those of one
 * option only, so an option without ballots is not a slip. */
static void check_count(const struct archive_builder *builder, const struct members *count,
                        const struct cast_options *options, const struct place *place)
{
    const struct value *option = members_value(count, COUNT_OPTION);
    const struct value *votes = members_value(count, COUNT_VALUE);
    if (!option->count || !votes->count)
        return;
    const size_t cast =
        cast_options_before(options, option, true) - cast_options_before(options, option, false);
    if (cast > 0 && (int64_t)cast != votes->integer)
        faults_warn(builder->faults, place,
                    "the count of \"%.40s\" is %" PRId64 ", but the ballots are %zu; correct one, "
                    "or explain the slip of the source in a note",
                    option->text, votes->integer, cast);
}

static void check_counts(struct archive_builder *builder, const struct members *vote,
                         const struct place *place)
{
    const struct value *counts = members_value(vote, VOTE_COUNTS);
    const struct place member = place_member(place, vote_fields[VOTE_COUNTS].name);
    struct cast_options options;
    if (!counts->count)
        return;
    if (!cast_options_collect(members_value(vote, VOTE_BALLOTS), &options)) {
        builder->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < counts->count; i++) {
        const struct place element = place_element(&member, i);
        if (counts->items[i].count)
            check_count(builder, counts->items[i].members, &options, &element);
    }
    free(options.at);
}

/* A count of a vote, or a ballot. */
struct vote_entry {
    const struct record *voter;     /* NULL for a count */
    const struct record *principal; /* the record on whose behalf the voter voted, or NULL */
    const struct value *option;
    size_t position; /* in its list */
};

static const struct record *ballot_record(const struct members *ballot, size_t member)
{
    const struct value *value = members_value(ballot, member);
    return value->count ? value->record : NULL;
}

static struct vote_entry entry_of_count(const struct members *count, size_t position)
{
    return (struct vote_entry){.option = members_value(count, COUNT_OPTION), .position = position};
}

static struct vote_entry entry_of_ballot(const struct members *ballot, size_t position)
{
    const struct record *person = ballot_record(ballot, BALLOT_PERSON);
    return (struct vote_entry){.voter =
                                   person ? person : ballot_record(ballot, BALLOT_ORGANIZATION),
                               .principal = ballot_record(ballot, BALLOT_ON_BEHALF_OF),
                               .option = members_value(ballot, BALLOT_OPTION),
                               .position = position};
}

/* Orders records by type, then by ordinal. NULL comes first. */
static int compare_records(const struct record *a, const struct record *b)
{
    if (!a || !b || a == b)
        return (a && !b) - (b && !a);
    if (a->type != b->type)
        return a->type->ordinal < b->type->ordinal ? -1 : 1;
    return a->ordinal < b->ordinal ? -1 : 1;
}

static int compare_entries(const void *left, const void *right)
{
    const struct vote_entry *a = left, *b = right;
    int order = compare_records(a->voter, b->voter);
    order = order ? order : compare_records(a->principal, b->principal);
    order = order ? order : compare_texts(a->option, b->option);
    return order ? order : (a->position > b->position) - (a->position < b->position);
}

/* Reports whether an option is not the name of a candidate. */
static bool is_answer(const struct value *option)
{
    static const char *const answers[] = {"yes",        "no",      "abstain", "absent",
                                          "not_voting", "excused", "paired"};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (strcmp(option->text, answers[i]) == 0)
            return true;
    return false;
}

/* Reports whether the second of two neighbours in the order of entries repeats the first. A voter
 * may vote for several candidates. */
static bool is_repeated(const struct vote_entry *first, const struct vote_entry *second)
{
    if (first->voter != second->voter || first->principal != second->principal)
        return false;
    return compare_texts(first->option, second->option) == 0 ||
           (first->voter && (is_answer(first->option) || is_answer(second->option)));
}

/* Warns at the one of two entries that is later in the list. */
static void warn_of_repeat(const struct archive_builder *builder, const struct vote_entry *first,
                           const struct vote_entry *second, const struct place *list)
{
    const struct vote_entry *entry = first->position > second->position ? first : second;
    const struct place place = place_element(list, entry->position);
    if (entry->voter)
        faults_warn(builder->faults, &place,
                    "another ballot of this vote is also by \"%.80s\"; remove one, or explain the "
                    "slip of the source in a note",
                    record_id(entry->voter));
    else
        faults_warn(builder->faults, &place,
                    "another count of this vote is also of \"%.40s\"; remove one, or explain the "
                    "slip of the source in a note",
                    entry->option->text);
}

/* Warns of counts of one option, or of ballots of one voter. */
static void check_repeats(struct archive_builder *builder, const struct members *vote,
                          enum vote_member member, const struct place *place)
{
    const struct value *items = members_value(vote, member);
    const struct place list = place_member(place, vote_fields[member].name);
    struct vote_entry *entries = malloc((items->count + (size_t)1) * sizeof *entries);
    size_t count = 0;
    if (!entries) {
        builder->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < items->count; i++) {
        if (!items->items[i].count)
            continue;
        const struct members *item = items->items[i].members;
        const struct vote_entry entry =
            member == VOTE_BALLOTS ? entry_of_ballot(item, i) : entry_of_count(item, i);
        if (entry.option->count && (entry.voter || member == VOTE_COUNTS))
            entries[count++] = entry;
    }
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 1; i < count; i++)
        if (is_repeated(&entries[i - 1], &entries[i]))
            warn_of_repeat(builder, &entries[i - 1], &entries[i], &list);
    free(entries);
}

static void check_vote(struct archive_builder *builder, const struct members *vote,
                       const struct place *place)
{
    check_repeats(builder, vote, VOTE_COUNTS, place);
    check_repeats(builder, vote, VOTE_BALLOTS, place);
    check_counts(builder, vote, place);
}

static void check_votes_of(struct archive_builder *builder, const struct record *record,
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

void check_votes(struct archive_builder *builder, const struct record_type *type)
{
    const struct record_list *list = archive_records(builder->archive, type);
    for (size_t i = 0; i < type->fields.count; i++)
        for (size_t j = 0; type->fields.at[i].members.at == vote_fields && j < list->count; j++)
            check_votes_of(builder, list->at[j], i);
}
