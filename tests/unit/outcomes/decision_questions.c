/* Questions that other modules ask about a text, and limits that no short text reaches. */
#include "outcomes/decision.h"

#include "unit/outcomes/block_lines.h"
#include "unit/outcomes/listed_decisions.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void say(bool answer, char *found, size_t size)
{
    snprintf(found, size, "%s", answer ? "yes" : "no");
}

static void describe_likely(const char *text, char *found, size_t size)
{
    say(decision_is_likely(text_span_of(text)), found, size);
}

Test(decision_questions, a_label_or_a_report_of_a_vote_is_likely_a_decision)
{
    static const struct text_case cases[] = {
        {"", "no"},
        {"Decision: Buy a boat.", "yes"},
        {"Decision: none", "no"},
        {"Decision:", "no"},
        {"Proposal: Buy a boat.", "yes"},
        {"Proposal: none", "no"},
        {"Vote: the boat", "no"},
        {"The boat was seen.", "no"},
        {"The board agreed to buy a boat.", "yes"},
        {"Ada Reef moved to buy a boat.", "yes"},
        {"Ada Reef proposed to buy a boat.", "no"},
        {"Moved by Ada Reef.", "no"},
        {"3 for, 1 against.", "yes"},
        {"3 votes for.", "no"},
        {"The motion was carried.", "yes"},
        {"Carried.", "no"},
        {"The boat was seen. The motion was carried.", "yes"},
        {"A. B. C. The motion was carried.", "yes"},
        {"The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat "
         "leaks. The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat leaks. "
         "The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat "
         "leaks. The boat leaks. The boat leaks. The motion was carried.",
         "yes"},
        {"The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat "
         "leaks. The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat leaks. "
         "The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat leaks. The boat "
         "leaks. The boat leaks. The boat leaks. The boat leaks. The motion was carried.",
         "no"},
    };
    expect_exact_texts(describe_likely, cases, sizeof cases / sizeof *cases);
}

static void describe_outcome(const char *text, char *found, size_t size)
{
    say(decision_is_outcome(text_span_of(text)), found, size);
}

Test(decision_questions, an_outcome_says_what_became_of_a_motion_or_who_moved_it)
{
    static const struct text_case cases[] = {
        {"Carried.", "yes"},
        {"The motion was carried.", "yes"},
        {"Carried 3-1.", "yes"},
        {"Moved by Ada Reef.", "yes"},
        {"Seconded by Bert Tang.", "yes"},
        {"Vote: 3-1", "yes"},
        {"Decision: Buy a boat", "yes"},
        {"Note: the boat", "yes"},
        {"The boat was seen.", "no"},
        {"", "no"},
    };
    expect_exact_texts(describe_outcome, cases, sizeof cases / sizeof *cases);
}

/* Divides a text at "|". */
static struct text_span divide(const char *text, struct text_span *ret_rest)
{
    const size_t length = strcspn(text, "|");
    *ret_rest = text_span_of(text + length + (text[length] == '|'));
    return (struct text_span){text, length};
}

static void describe_election(const char *text, char *found, size_t size)
{
    struct text_span rest;
    const struct text_span label = divide(text, &rest);
    say(decision_is_election(label, rest), found, size);
}

Test(decision_questions, a_name_and_how_its_bearer_was_elected_is_an_election)
{
    static const struct text_case cases[] = {
        {"Chair: |Ada Reef, 30 in favour, 2 against", "yes"},
        {"Chair: |Ada Reef, unopposed", "yes"},
        {"Chair: |Ada Reef, elected", "yes"},
        {"Chair: |Ada, unopposed", "no"},
        {"Chair: |Ada Reef", "no"},
        {"Chair: |The old boat, unopposed", "no"},
        {"Chair: |Ada Reef, Bert Tang", "no"},
        {"Chair: |Ada Reef was elected.", "yes"},
        {"Chair |Ada Reef was elected.", "yes"},
        {"Chair: |The boat was seen.", "no"},
        {"Chair: |", "no"},
    };
    expect_exact_texts(describe_election, cases, sizeof cases / sizeof *cases);
}

/* Compares "NUMBER|TEXT|NUMBER|TEXT". */
static void describe_repeated(const char *text, char *found, size_t size)
{
    struct text_span rest, other;
    const struct text_span number = divide(text, &rest);
    const struct text_span first = divide(rest.text, &rest);
    const struct text_span other_number = divide(rest.text, &other);
    say(decision_is_repeated(number, first, other_number, other), found, size);
}

Test(decision_questions, decisions_with_one_number_or_three_of_five_words_are_equal)
{
    static const struct text_case cases[] = {
        {"1|Buy a boat|1|Sell the raft", "yes"},
        {"1|Buy a boat|2|Buy a boat", "no"},
        {"1|Buy a boat|12|Buy a boat", "no"},
        {"12|Buy a boat|1|Buy a boat", "no"},
        {"1|Buy a boat||Buy a boat", "yes"},
        {"|Buy a boat|1|Buy a boat", "yes"},
        {"1|Buy a boat||Sell the raft", "no"},
        {"|Buy a boat|1|Sell the raft", "no"},
        {"|a b c d e||a b c x y", "yes"},
        {"|a b c d e||x y c b a", "yes"},
        {"|a b c d e||a b x y z", "no"},
        {"|a b c||a b c d e", "yes"},
        {"|a b||a b c d", "no"},
        {"|a b c d||a b", "no"},
        {"|||", "no"},
        {"|a||a", "yes"},
        {"|a||b", "no"},
    };
    expect_exact_texts(describe_repeated, cases, sizeof cases / sizeof *cases);
}

/* Reads a block in the minutes of the body that the first line names. */
static void describe_of_body(const char *text, char *found, size_t size)
{
    const size_t length = strcspn(text, "\n");
    const struct decision_block block = {.text = text_span_of(text + length + 1)};
    struct decisions decisions = {.body = {text, length}};
    struct listing out = {0};
    cr_assert(decisions_read(&block, 1, &decisions));
    list_decisions(&decisions, &out);
    decisions_finish(&decisions);
    snprintf(found, size, "%s", out.text);
}

Test(decision_questions, a_result_of_another_body_is_none_of_this_one)
{
    static const struct text_case cases[] = {
        {"Harbour Bank\nThe application was rejected by the bank.",
         "() rejected | The application was rejected by the bank\n"},
        {"Harbour Bank\nThe application was rejected by the Harbour Bank.",
         "() rejected | The application was rejected by the Harb\n"},
        {"Bank of the Harbour\nThe application was rejected by the bank.",
         "() rejected | The application was rejected by the bank\n"},
        {"Harbour Club\nThe application was rejected by the bank.", ""},
        {"Bank\nThe application was rejected by the lottery fund.", ""},
        {"Fund\nThe application was rejected by the lottery fund.", ""},
        {"\nThe application was rejected by the bank.", ""},
    };
    expect_exact_texts(describe_of_body, cases, sizeof cases / sizeof *cases);
}

/* Expects a decision whose text has so many blocks after the first one. */
static void expect_more_blocks(const char *first, const char *entry, size_t entries, size_t more)
{
    char text[4096], found[4096], expected[16];
    size_t length = (size_t)snprintf(text, sizeof text, "%s\n", first);
    for (size_t i = 0; i < entries; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s %zu\n", entry, i);
    describe_blocks(text, found, sizeof found);
    snprintf(expected, sizeof expected, " +%zu\n", more);
    cr_expect(strstr(found, expected), "%zu entries give %s", entries, found);
}

Test(decision_questions, a_list_or_a_section_has_up_to_sixty_blocks_of_one_decision)
{
    expect_more_blocks("Resolved that:", "- Boot", 61, 60);
    expect_more_blocks("Resolved that:", "- Boot", 62, 60);
    expect_more_blocks("# Conclusion", "- Boot", 60, 59);
    expect_more_blocks("# Conclusion", "- Boot", 61, 59);
}

static void describe_label(const char *text, char *found, size_t size)
{
    static const char *const names[] = {"none", "action", "decision", "proposal", "vote", "note"};
    struct text_span rest, number;
    const enum block_label label = block_label_read(text_span_of(text), &rest, &number);
    snprintf(found, size, "%s [%.*s] %.*s", names[label], (int)number.length,
             number.length ? number.text : "", (int)rest.length, rest.text);
}

Test(decision_questions, a_label_has_up_to_five_words_before_its_number)
{
    static const struct text_case cases[] = {
        {"Decision: a", "decision [] a"},
        {"Decision 12: a", "decision [12] a"},
        {"Decision", "decision [] "},
        {"Decision:", "decision [] "},
        {"Motion by Ada Reef: a", "proposal [] a"},
        {"Motion by Ada Bert Reef: a", "proposal [] a"},
        {"Motion by Ada Bert Mona Reef: a", "none [] Motion by Ada Bert Mona Reef: a"},
        {"Motion of: a", "none [] Motion of: a"},
        {"Motion (A): a", "proposal [] a"},
        {"Vote on the motion: a", "vote [] a"},
        {"Action: a", "action [] a"},
        {"Note: a", "note [] a"},
        {"Payments: Resolved to pay", "decision [] Resolved to pay"},
        {"Resolution 5 on the port", "none [] Resolution 5 on the port"},
        {"Resolution 5", "decision [5] "},
        {"Resolution (5)", "decision [5] "},
        {"", "none [] "},
    };
    expect_exact_texts(describe_label, cases, sizeof cases / sizeof *cases);
}
