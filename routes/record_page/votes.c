/* The votes on a decision: a bar, the numbers, and who voted how, folded. */
#include "record_page/record_page_private.h"
#include "schema/types/every_record.h"

enum {
    BALLOTS_MAX = 1000, /* names that are shown of one vote */
    VOTES_MAX = 20
};

static void write_tally(struct markup *markup, const struct value *counts)
{
    markup_open(markup, "dl", "class", "tally", NULL);
    for (size_t i = 0; i < counts->count && i < VOTE_OPTIONS_MAX; i++) {
        const struct value *count = &counts->items[i];
        markup_open(markup, "div", "class", vote_class(vote_option(count)), NULL);
        markup_open(markup, "dt", NULL);
        vote_write_option(markup, vote_option(count));
        markup_close(markup, "dt");
        markup_open(markup, "dd", NULL);
        markup_number(markup, (uint64_t)vote_number(count));
        markup_close(markup, "dd");
        markup_close(markup, "div");
    }
    markup_close(markup, "dl");
}

static const struct record *voter_of(const struct value *ballot)
{
    const struct value *person = members_value(ballot->members, BALLOT_PERSON);
    const struct value *voter =
        person->count ? person : members_value(ballot->members, BALLOT_ORGANIZATION);
    return voter->count ? voter->record : NULL;
}

static void write_ballots(struct record_page *page, const struct value *ballots)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "details", "class", "names", NULL);
    markup_element(markup, "summary", "How each voted", NULL);
    markup_open(markup, "ul", NULL);
    for (size_t i = 0; i < ballots->count && i < BALLOTS_MAX; i++) {
        const struct value *option = members_value(ballots->items[i].members, BALLOT_OPTION);
        const struct record *voter = voter_of(&ballots->items[i]);
        markup_open(markup, "li", NULL);
        if (voter)
            page_link_record(page->page, voter);
        markup_text(markup, voter && option->count ? ": " : "");
        if (option->count)
            vote_write_option(markup, option);
        markup_close(markup, "li");
    }
    markup_close(markup, "ul");
    rest_write(page, BALLOTS_MAX, ballots->count);
    markup_close(markup, "details");
}

/* Writes what is said of the vote in words: the way, what was required, the result. */
static void write_words(struct record_page *page, const struct members *vote)
{
    static const enum vote_member shown[] = {VOTE_GROUP,    VOTE_METHOD, VOTE_UNANIMOUS, VOTE_DATE,
                                             VOTE_REQUIRED, VOTE_QUORUM, VOTE_RESULT};
    struct markup *markup = &page->page->markup;
    char name[SAY_BYTES];
    markup_open(markup, "dl", "class", "facts", NULL);
    markup_text(markup, "");
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        const struct field *field = &vote_fields[shown[i]];
        const struct value *value = members_value(vote, shown[i]);
        if (!value->count)
            continue;
        markup_open(markup, "div", NULL);
        markup_element(markup, "dt", say_term(field->name, true, name), NULL);
        markup_open(markup, "dd", NULL);
        value_write(page->page, field, value);
        markup_close(markup, "dd");
        markup_close(markup, "div");
    }
    markup_close(markup, "dl");
}

static bool has_words(const struct members *vote)
{
    const uint64_t others =
        UINT64_C(1) << VOTE_COUNTS | UINT64_C(1) << VOTE_BALLOTS | UINT64_C(1) << VOTE_SOURCES;
    return vote->present & ~others;
}

static void write_vote(struct record_page *page, const struct members *vote)
{
    const struct value *counts = members_value(vote, VOTE_COUNTS);
    const struct value *ballots = members_value(vote, VOTE_BALLOTS);
    const struct value *label = record_label(page->record);
    markup_open(&page->page->markup, "div", "class", "claim", NULL);
    vote_write_bar(&page->page->markup, counts, "vote");
    if (counts->count)
        write_tally(&page->page->markup, counts);
    if (has_words(vote))
        write_words(page, vote);
    if (ballots->count)
        write_ballots(page, ballots);
    sources_write(page, members_value(vote, VOTE_SOURCES), label->text, label->count);
    markup_close(&page->page->markup, "div");
}

void votes_write(struct record_page *page, const struct field *field, const struct value *votes)
{
    page_open_section(page->page, field->name, votes->count == 1 ? "The vote" : "The votes", true);
    markup_open(&page->page->markup, "div", "class", "claims", NULL);
    for (size_t i = 0; i < votes->count && i < VOTES_MAX; i++)
        write_vote(page, votes->items[i].members);
    markup_close(&page->page->markup, "div");
    rest_write(page, VOTES_MAX, votes->count);
    page_close_section(page->page);
}
