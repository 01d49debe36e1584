/* The source beside a row of a list: the lines that state what the row says. */
#include "record_parts/sources_private.h"
#include "schema/types/every_record.h"

#include <inttypes.h>
#include <stdio.h>

/* Adds words of a record that its rows have. */
static void add_words(struct claim *claim, const struct record *record)
{
    static const enum field_role roles[] = {ROLE_PRINTED_NUMBER, ROLE_TITLE, ROLE_DESCRIPTION,
                                            ROLE_RESULT};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        const struct value *value = record_value(record, roles[i]);
        claim_add(claim, value->text, value->count);
    }
}

/* Adds the numbers of a vote. */
static void add_numbers(struct claim *claim, const struct members *vote)
{
    const struct value *counts = members_value(vote, VOTE_COUNTS);
    char digits[24];
    for (size_t i = 0; i < counts->count && i < VOTE_OPTIONS_MAX; i++)
        claim_add(
            claim, digits,
            (size_t)snprintf(digits, sizeof digits, "%" PRId64, vote_number(&counts->items[i])));
}

/* Adds the sources of the votes of a record, and their numbers as words of the claim. */
static void add_votes(const struct record *record, struct citations *citations, struct claim *claim)
{
    const struct field_list fields = record->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *votes = record_field(record, i);
        if (fields.at[i].kind != FIELD_OBJECT || fields.at[i].members.at != vote_fields)
            continue;
        for (size_t at = 0; at < votes->count && at < CITATIONS_MAX; at++) {
            citations_add(citations, members_value(votes->items[at].members, VOTE_SOURCES));
            add_numbers(claim, votes->items[at].members);
        }
    }
}

void sources_write_of_record(struct record_page *page, const struct record *record)
{
    struct citations citations = {.count = 0};
    struct claim claim;
    claim_init(&claim);
    add_words(&claim, record);
    citations_add(&citations, record_page_sources(record));
    add_votes(record, &citations, &claim);
    citations_quote_beside_row(page, &citations, &claim);
    claim_finish(&claim);
}

void sources_write_of_ballots(struct record_page *page, const struct record *decision,
                              const struct record *const *voters, size_t count)
{
    struct citations citations = {.count = 0};
    struct claim claim;
    claim_init(&claim);
    for (size_t i = 0; i < count; i++) {
        const struct members *vote = vote_find_cast(decision, voters[i], page->work);
        const struct value *label = record_label(voters[i]);
        if (!vote)
            continue;
        claim_add(&claim, label->text, label->count);
        add_numbers(&claim, vote);
        citations_add(&citations, members_value(vote, VOTE_SOURCES));
    }
    add_words(&claim, decision);
    if (!citations.count)
        citations_add(&citations, record_page_sources(decision));
    citations_quote_beside_row(page, &citations, &claim);
    claim_finish(&claim);
}
