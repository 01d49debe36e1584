/* The numbers of a vote, in words and as a bar. */
#include "record_parts/record_parts.h"
#include "schema/types/every_record.h"
#include "work/work.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    BAR_WIDTH = 1000 /* units of the bar */
};

const struct value *vote_option(const struct value *count)
{
    return members_value(count->members, COUNT_OPTION);
}

int64_t vote_number(const struct value *count)
{
    const int64_t number = members_value(count->members, COUNT_VALUE)->integer;
    return number > 0 ? number : 0;
}

const char *vote_class(const struct value *option)
{
    static const char *const known[] = {"yes", "no", "abstain"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(option->text, known[i]) == 0)
            return known[i];
    return "absent";
}

static int64_t sum_of(const struct value *counts)
{
    int64_t sum = 0;
    for (size_t i = 0; i < counts->count && i < VOTE_OPTIONS_MAX; i++)
        if (vote_number(&counts->items[i]) < INT32_MAX)
            sum += vote_number(&counts->items[i]);
    return sum;
}

void vote_write_option(struct markup *markup, const struct value *option)
{
    char words[SAY_BYTES];
    if (strcmp(option->text, "abstain") == 0) /* "1 abstained", "Ann: abstained" */
        markup_name(markup, "abstained", strlen("abstained"));
    else if (option->count < SAY_BYTES && !strchr(option->text, ' '))
        markup_name(markup, words, strlen(say_term(option->text, false, words)));
    else
        markup_name(markup, option->text, option->count);
}

static void write_rectangle(struct markup *markup, const char *name, int64_t from, int64_t width)
{
    char class[20], x[24], w[24];
    snprintf(class, sizeof class, "v-%s", name);
    snprintf(x, sizeof x, "%" PRId64, from);
    snprintf(w, sizeof w, "%" PRId64, width);
    markup_open(markup, "rect", "class", class, "x", x, "y", "0", "width", w, "height", "40", NULL);
    markup_close(markup, "rect");
}

void vote_write_bar(struct markup *markup, const struct value *counts, const char *class)
{
    const int64_t sum = sum_of(counts);
    int64_t before = 0;
    if (!sum)
        return;
    markup_open(markup, "svg", "class", class, "viewBox", "0 0 1000 40", "preserveAspectRatio",
                "none", "aria-hidden", "true", "focusable", "false", NULL);
    for (size_t i = 0; i < counts->count && i < VOTE_OPTIONS_MAX; i++) {
        const int64_t number = vote_number(&counts->items[i]);
        if (number >= INT32_MAX)
            continue;
        const int64_t from = before * BAR_WIDTH / sum;
        before += number;
        write_rectangle(markup, vote_class(vote_option(&counts->items[i])), from,
                        before * BAR_WIDTH / sum - from);
    }
    markup_close(markup, "svg");
}

const struct members *vote_find_counted(const struct record *record)
{
    const struct field_list fields = record->type->fields;
    const struct members *counted = NULL;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *votes = record_field(record, i);
        if (fields.at[i].kind != FIELD_OBJECT || fields.at[i].members.at != vote_fields)
            continue;
        for (size_t at = 0; at < votes->count; at++) {
            const struct members *vote = votes->items[at].members;
            if (!sum_of(members_value(vote, VOTE_COUNTS)))
                continue;
            if (counted)
                return NULL;
            counted = vote;
        }
    }
    return counted;
}

/* Returns the ballot of a voter, or NULL. */
static const struct members *find_ballot(const struct members *vote, const struct record *voter)
{
    const struct value *ballots = members_value(vote, VOTE_BALLOTS);
    for (size_t i = 0; i < ballots->count; i++) {
        const struct members *ballot = ballots->items[i].members;
        const struct value *person = members_value(ballot, BALLOT_PERSON);
        const struct value *organization = members_value(ballot, BALLOT_ORGANIZATION);
        if ((person->count && person->record == voter) ||
            (organization->count && organization->record == voter))
            return ballot;
    }
    return NULL;
}

const struct members *vote_find_cast(const struct record *decision, const struct record *voter,
                                     struct work *work)
{
    const struct field *field = field_list_find(decision->type->fields, "votes", strlen("votes"));
    const struct value *votes = field ? record_page_value(decision, field) : &value_absent;
    for (size_t i = 0; i < votes->count; i++) {
        const struct members *vote = votes->items[i].members;
        work_spend(work, WORK_WRITING,
                   members_value(vote, VOTE_BALLOTS)->count * (uint64_t)WORK_ENTRY);
        if (find_ballot(vote, voter))
            return vote;
    }
    return NULL;
}

const struct value *vote_find_option(const struct record *decision, const struct record *voter,
                                     struct work *work)
{
    const struct members *vote = vote_find_cast(decision, voter, work);
    return vote ? members_value(find_ballot(vote, voter), BALLOT_OPTION) : NULL;
}
