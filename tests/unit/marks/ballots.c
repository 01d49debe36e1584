#include "marks/marks.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const char *name_of(const char *option)
{
    return option ? option : "-";
}

static void describe_ballot(const char *text, char *found, size_t size)
{
    struct text_span rest = {NULL, 0};
    const char *option = ballot_at(text_span_of(text), &rest);
    snprintf(found, size, option ? "%s [%.*s]" : "none", option, (int)rest.length,
             rest.length ? rest.text : "");
}

Test(ballots, a_sign_before_a_blank_or_mark_is_a_ballot)
{
    static const struct text_case cases[] = {
        {"+1", "yes []"},
        {"-1", "no []"},
        {"0", "abstain []"},
        {"+0", "abstain []"},
        {"-0", "abstain []"},
        {"+2", "none"},
        {"+10", "none"},
        {"1", "none"},
        {"\xe2\x88\x92"
         "1",
         "no []"},
        {"\xe2\x88\x92"
         "0.5 too late",
         "no [too late]"},
        {"+1 Ada", "yes [Ada]"},
        {"+1. Ada", "yes [. Ada]"},
        {"+1, Ada", "yes [, Ada]"},
        {"+1; Ada", "yes [; Ada]"},
        {"+1! Ada", "yes [! Ada]"},
        {"+1\nAda", "yes [Ada]"},
        {"+1: Ada", "none"},
        {"+1?", "none"},
        {"+0.5 Ada", "yes [Ada]"},
        {"-0.5", "no []"},
        {"+0. Ada", "abstain [. Ada]"},
        {"+1.5 Ada", "yes [Ada]"},
        {"+1.", "yes [.]"},
        {"0 Ada", "none"},
        {"0.5", "none"},
        {"0.0", "abstain []"},
        {":+1:", "yes []"},
        {":+1: Ada", "yes [Ada]"},
        {":-1: Bob", "no [Bob]"},
        {":thumbsup:", "none"},
        {"+", "none"},
        {"", "none"},
        {"-", "none"},
        {"1 Ada", "none"},
        {"00", "none"},
        {"+01", "none"},
    };
    expect_texts(describe_ballot, cases, sizeof cases / sizeof *cases);
}

static void describe_label(const char *text, char *found, size_t size)
{
    struct ballots_label label;
    if (!ballots_label_read(text_span_of(text), &label)) {
        snprintf(found, size, "none");
        return;
    }
    snprintf(found, size, "%s %d%s%s%s at %zu: %s", name_of(label.option), label.count,
             label.dash ? " dash" : "", label.bracket ? " bracket" : "",
             label.absent ? " absent" : "", label.end, name_of(ballots_at(text_span_of(text))));
}

Test(ballots, a_label_has_an_option_and_perhaps_a_number)
{
    static const struct text_case cases[] = {
        {"AYES: A. Reef", "yes -1 at 5: yes"},
        {"Ayes (2): A. Reef", "yes 2 at 9: yes"},
        {"Ayes 2 (A. Reef", "yes 2 bracket at 8: yes"},
        {"Ayes - A. Reef", "yes -1 dash at 7: -"},
        {"Ayes - 2: A. Reef", "yes 2 at 9: yes"},
        {"Absent: B. Moor", "- -1 absent at 7: -"},
        {"Nays: none", "no -1 at 5: no"},
        {"Abstain (1) B. Moor", "none"},
        {"Ja: A. Reef", "yes -1 at 3: yes"},
        {"Nein (3): A. Reef", "no 3 at 9: no"},
        {"Enthaltung: A. Reef", "abstain -1 at 11: abstain"},
        {"Pour : A. Reef", "yes -1 at 6: yes"},
        {"Contre (1) : A. Reef", "no 1 at 12: no"},
        {"A favor: A. Reef", "yes -1 at 8: yes"},
        {"En contra - A. Reef", "no -1 dash at 12: -"},
        {"Abstenciones (0): ", "abstain 0 at 17: abstain"},
        {"Ayes – A. Reef", "yes -1 dash at 9: -"},
        {"Ayes A. Reef", "none"},
        {"Ayes", "none"},
        {"For: lamps", "yes -1 at 4: yes"},
        {"In favour: A. Reef", "yes -1 at 10: yes"},
        {"Ayes (A. Reef)", "none"},
        {"Ayes (12)", "none"},
        {"Excused: B. Moor", "- -1 absent at 8: -"},
        {"Entschuldigt: B. Moor", "- -1 absent at 13: -"},
        {"Lamps: B. Moor", "none"},
        {"Votes for (2): A. Reef", "yes 2 at 14: yes"},
        {"Voting yes: A. Reef, B. Moor", "yes -1 at 11: yes"},
        {"Ayes: 2", "yes -1 at 5: yes"},
        {"Ayes=2", "none"},
        {"Ayes: 2 (A. Reef, B. Moor)", "yes 2 bracket at 9: yes"},
        {"", "none"},
    };
    expect_texts(describe_label, cases, sizeof cases / sizeof *cases);
}

static void describe_voter(const char *text, char *found, size_t size)
{
    struct text_span name = {NULL, 0};
    const char *option = ballot_of_voter(text_span_of(text), &name);
    size_t first = 0;
    const size_t length = roll_call_at(text_span_of(text), &first);
    snprintf(found, size, "%s [%.*s] roll call %zu from %zu", name_of(option), (int)name.length,
             name.length ? name.text : "", length, length ? first : 0);
}

Test(ballots, a_voter_is_named_before_the_ballot)
{
    static const struct text_case cases[] = {
        {"Ada Reef - aye", "yes [Ada Reef] roll call 0 from 0"},
        {"Ada Reef +1", "yes [Ada Reef] roll call 0 from 0"},
        {"Ada Reef: yes", "yes [Ada Reef] roll call 0 from 0"},
        {"Ada Reef – nay", "no [Ada Reef] roll call 0 from 0"},
        {"Ada Reef, aye", "yes [Ada Reef] roll call 0 from 0"},
        {"Ada Reef -1", "no [Ada Reef] roll call 0 from 0"},
        {"Ada Reef (yes)", "yes [Ada Reef] roll call 0 from 0"},
        {"Ada Reef abstains", "abstain [Ada Reef] roll call 0 from 0"},
        {"Ada Reef - abstain", "abstain [Ada Reef] roll call 0 from 0"},
        {"Ada Reef", "- [Ada] roll call 0 from 0"},
        {"Ada Reef: lamps", "- [Ada Reef] roll call 0 from 0"},
        {"Ada Reef - aye, Bob Moor - nay, Cy Dune - aye.", "- [] roll call 46 from 0"},
        {"Ada Reef - aye; Bob Moor - nay. The lamps burn.", "- [] roll call 31 from 0"},
        {"Roll call vote: Ada Reef - aye, Bob Moor - no", "- [] roll call 45 from 15"},
        {"Vote: Ada Reef yes, Bob Moor no", "- [] roll call 31 from 5"},
        {"Ada Reef - aye, lamps, Bob Moor - nay", "- [] roll call 0 from 0"},
        {"Ada Reef: Ja, Bob Moor: Nein, Cy Dune: Enthaltung", "- [] roll call 49 from 0"},
        {"Ada Reef : pour, Bob Moor : contre", "- [] roll call 34 from 0"},
        {"Ada Reef: sí, Bob Moor: no", "- [] roll call 27 from 0"},
        {"aye", "- [] roll call 0 from 0"},
        {"+1", "- [] roll call 0 from 0"},
        {"Ada Reef aye and Bob Moor no", "- [] roll call 0 from 0"},
        {"Ada Reef-aye", "- [Ada] roll call 0 from 0"},
    };
    expect_texts(describe_voter, cases, sizeof cases / sizeof *cases);
}

static void describe_signs(const char *text, char *found, size_t size)
{
    const struct text_span span = text_span_of(text);
    struct vote_sign sign;
    size_t length =
        (size_t)snprintf(found, size, "%s%s", vote_signs_begin(span, &sign) ? "begins" : "no",
                         vote_sign_is_label(span) ? " label" : "");
    for (size_t from = 0; vote_sign_find(span, from, &sign); from = sign.end)
        length += (size_t)snprintf(found + length, size - length, " %s%s[%.*s]", sign.option,
                                   sign.colon ? ":" : "", (int)(sign.end - sign.voters),
                                   text + sign.voters);
}

Test(ballots, signs_stand_before_their_voters)
{
    static const struct text_case cases[] = {
        {"+1: Ada Reef, Bob Moor", "begins yes:[Ada Reef, Bob Moor]"},
        {"Vote: +1: Ada Reef; -1: Bob Moor", "begins yes:[Ada Reef; ] no:[Bob Moor]"},
        {"(+1: Ada; 0: Bob; -1: Cy)", "begins yes:[Ada; ] abstain:[Bob; ] no:[Cy]"},
        {"+1 Ada Reef, Bob Moor -1 Cy Dune", "no yes[Ada Reef, Bob Moor ] no[Cy Dune]"},
        {"Vote: +1 Ada, Bob", "begins yes[Ada, Bob]"},
        {"Vote: +1 Ada", "no yes[Ada]"},
        {"+1 thanks", "no yes[thanks]"},
        {"[+1: Ada, Bob]", "no"},
        {"Vote (+1: Ada, Bob)", "begins yes:[Ada, Bob]"},
        {"-1: Ada", "begins no:[Ada]"},
        {"\xe2\x88\x92"
         "1: Ada",
         "begins no:[Ada]"},
        {"+1:Ada", "no"},
        {"Vote:", "no label"},
        {"Abstimmung:", "no label"},
        {"Vote", "no label"},
        {"Vote: lamps", "no"},
        {"", "no label"},
        {"Lamps +1: Ada, Bob", "no yes:[Ada, Bob]"},
        {"+10: Ada", "no"},
        {"+1 (Ada, Bob)", "no yes[(Ada, Bob]"},
        {"Voto: +1: Ada, -1: Bob", "begins yes:[Ada, ] no:[Bob]"},
        {"Vote : +1 : Ada, 0 : Bob", "no"},
    };
    expect_texts(describe_signs, cases, sizeof cases / sizeof *cases);
}

static const struct text_case signs[] = {
    {"Lamps;+1: Ada, Bob", "no yes:[Ada, Bob]"},
    {"Vote (+1: Ada; -1: Bob)", "begins yes:[Ada; ] no:[Bob]"},
    {"Vote,+1: Ada", "no yes:[Ada]"},
    {"Vote|-1: Ada", "no no:[Ada]"},
    {"Vote:+1: Ada", "begins yes:[Ada]"},
    {"Lamps\n+1: Ada", "no yes:[Ada]"},
    {"Vote\t+1: Ada", "no"},
    {"+1: Ada.", "begins yes:[Ada]"},
    {"+1: Ada. Then -1: Bob", "begins yes:[Ada] no:[Bob]"},
    {"+1: A.B, Cy", "begins yes:[A.B, Cy]"},
    {"+1: Ada\nLamps", "begins yes:[Ada]"},
    {"+1: Ada)", "begins yes:[Ada]"},
    {"+1:", "no"},
    {"+1 ", "no"},
    {"+1: ", "no"},
    {"+1:  Ada", "begins yes:[ Ada]"},
    {"(+1 Ada)", "no yes[Ada]"},
    {"( +1 Ada)", "no yes[Ada]"},
    {"(+1 Ada, Bob)", "begins yes[Ada, Bob]"},
    {"0: Ada", "no abstain:[Ada]"},
    {"(0: Ada)", "no abstain:[Ada]"},
    {"(-0: Ada, Bob)", "no abstain:[Ada, Bob]"},
    {"-1: the", "no"},
    {"+1: the, Ada", "no"},
    {"+1: nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
     "begins yes:[nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn]"},
    {"+1: nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", "no"},
    {"+1: Ada nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", "no"},
    {"Roll call vote of the day: +1: Ada", "no yes:[Ada]"},
    {"Vote: +1 Ada; -1 Bob", "begins yes[Ada; ] no[Bob]"},
    {"+1 Ada; -1 Bob", "no yes[Ada; ] no[Bob]"},
    {"Vote: +1 Ada -1: Bob", "begins yes[Ada ] no:[Bob]"},
    {"*Vote*: +1: Ada", "begins yes:[Ada]"},
    {"_Vote_ - +1: Ada", "begins yes:[Ada]"},
    {"Vote :", "no label"},
    {"(Vote)", "no"},
    {"Lamp vote:", "no"},
};

Test(ballots, signs_and_their_voters_have_limits_and_ends)
{
    expect_texts(describe_signs, signs, sizeof signs / sizeof *signs);
}

static void describe_candidate(const char *text, char *found, size_t size)
{
    struct text_span name = {NULL, 0};
    const int votes = votes_of_candidate(text_span_of(text), &name);
    snprintf(found, size, "%d [%.*s]", votes, (int)name.length, name.length ? name.text : "");
}

Test(ballots, candidates_stand_before_their_votes)
{
    static const struct text_case cases[] = {
        {"Ada Reef (7)", "7 [Ada Reef]"},
        {"Ada Reef: 7 votes", "7 [Ada Reef]"},
        {"Ada Reef: 7", "7 [Ada Reef]"},
        {"Ada Reef 7 votes", "7 [Ada Reef]"},
        {"Ada Reef - 7 votes", "7 [Ada Reef]"},
        {"Ada Reef, 7 votes", "7 [Ada Reef]"},
        {"Ada Reef – 7", "7 [Ada Reef]"},
        {"Ada Reef (7 votes)", "7 [Ada Reef]"},
        {"Ada Reef (7 Stimmen)", "7 [Ada Reef]"},
        {"Ada Reef : 7 voix", "7 [Ada Reef]"},
        {"Ada Reef: 7 votos", "7 [Ada Reef]"},
        {"Ada Reef (7", "7 [Ada Reef]"},
        {"Ada Reef 7", "7 [Ada Reef]"},
        {"Ada Reef", "-1 []"},
        {"7", "-1 []"},
        {"(7)", "-1 []"},
        {"Ada Reef (999)", "999 [Ada Reef]"},
        {"Ada Reef (12345)", "-1 [Ada Reef]"},
        {"Ada Reef: 7 lamps", "-1 []"},
        {"Lamps: 7 votes", "7 [Lamps]"},
        {"Ada Reef (0)", "0 [Ada Reef]"},
        {"Ada Reef (7 lamps)", "-1 []"},
        {"Ada Reef (1,234)", "-1 []"},
    };
    expect_texts(describe_candidate, cases, sizeof cases / sizeof *cases);
}
