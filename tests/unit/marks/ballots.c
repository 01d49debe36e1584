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

static const struct text_case sign_ends[] = {
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
    expect_texts(describe_signs, sign_ends, sizeof sign_ends / sizeof *sign_ends);
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

static const struct text_case signs[] = {
    {"Roll call                        vote", "no"},
    {"Roll call                 vote", "no label"},
    {"Roll call                  vote", "no"},
    {"(+1: Ada, Bob. Lamps -1: Cy)", "begins yes:[Ada, Bob] no:[Cy]"},
    {"+1: Ada, B.Tang", "begins yes:[Ada, B.Tang]"},
    {"+1: Ada, Bob.", "begins yes:[Ada, Bob]"},
    {"+1: Ada, Bob\n-1: Cy", "begins yes:[Ada, Bob] no:[Cy]"},
    {"+1: Ada, Bob) -1: Cy", "begins yes:[Ada, Bob] no:[Cy]"},
    {"+1: Ada, the lamps; -1: Cy", "no no:[Cy]"},
    {"+1: Ada, the; -1: Cy", "no no:[Cy]"},
    {"+1: abcdefghijklmnopqrstuvwxyzabcdefghijklm",
     "begins yes:[abcdefghijklmnopqrstuvwxyzabcdefghijklm]"},
    {"+1: abcdefghijklmnopqrstuvwxyzabcdefghijklmn", "no"},
    {"+1: ada b", "no"},
    {"+1: Ada B", "begins yes:[Ada B]"},
    {"+1: ", "no"},
    {"+1:", "no"},
    {"+1", "no"},
    {"+1 ", "no"},
    {"+1 a", "no"},
    {"x+1: Ada", "no"},
    {"(+1: Ada", "begins yes:[Ada]"},
    {";+1: Ada", "no yes:[Ada]"},
    {",+1: Ada", "no yes:[Ada]"},
    {"|+1: Ada", "no yes:[Ada]"},
    {":+1: Ada", "no yes[Ada]"},
    {"\n+1: Ada", "begins yes:[Ada]"},
    {"+0: Ada; -0: Bob; \u00b10: Cy", "no abstain:[Ada; ] abstain:[Bob; ] abstain:[Cy]"},
    {"0: Ada, Bob", "no abstain:[Ada, Bob]"},
    {"(0: Ada, Bob)", "no abstain:[Ada, Bob]"},
    {"\xF0\x9F\x91\x8D Ada, Bob \xF0\x9F\x91\x8E Cy", "no yes[Ada, Bob ] no[Cy]"},
    {"Vote: \xF0\x9F\x91\x8D Ada, Bob \xF0\x9F\x91\x8E Cy", "begins yes[Ada, Bob ] no[Cy]"},
    {"Vote: :+1: Ada, Bob", "begins yes[Ada, Bob]"},
    {"Vote: :-1: Ada, Bob", "begins no[Ada, Bob]"},
    {"(+1 Ada)", "no yes[Ada]"},
    {"(+1 Ada, Bob)", "begins yes[Ada, Bob]"},
    {"(+1: Ada)", "begins yes:[Ada]"},
    {"(+1 Ada -1 Bob)", "begins yes[Ada ] no[Bob]"},
    {"+1 Ada, Bob", "no yes[Ada, Bob]"},
    {"Vote +1 Ada, Bob", "begins yes[Ada, Bob]"},
    {"**Vote**: +1 Ada, Bob", "begins yes[Ada, Bob]"},
    {"_Vote_ - +1 Ada, Bob", "begins yes[Ada, Bob]"},
    {"The vote on lamps: +1 Ada, Bob", "no yes[Ada, Bob]"},
    {"Roll call vote:", "no label"},
    {"**Vote:**", "no label"},
    {"(", "no label"},
};

Test(ballots, a_sign_has_voters_and_a_place)
{
    expect_exact_texts(describe_signs, signs, sizeof signs / sizeof *signs);
}

static const struct text_case labels[] = {
    {"Ayes (9999): A. Reef", "yes 9999 at 12: yes"},
    {"Ayes (10000): A. Reef", "none"},
    {"Ayes: 9999 (A. Reef)", "yes 9999 bracket at 12: yes"},
    {"Ayes: 10000 (A. Reef)", "yes -1 at 5: yes"},
    {"Ayes:  2  (A. Reef)", "yes 2 bracket at 11: yes"},
    {"Ayes: 2 A. Reef", "yes -1 at 5: yes"},
    {"Ayes: (A. Reef)", "yes -1 at 5: yes"},
    {"Ayes:2(A. Reef)", "yes 2 bracket at 7: yes"},
    {"Ayes (0: A. Reef", "yes 0 at 8: yes"},
    {"Ayes (9: A. Reef", "yes 9 at 8: yes"},
    {"Ayes \u2014 A. Reef", "yes -1 dash at 9: -"},
    {"Ayes \u2014 2 (A. Reef)", "yes 2 bracket at 12: yes"},
    {"Ayes - 0 (A. Reef)", "yes 0 bracket at 10: yes"},
    {"Ayes - 9 (A. Reef)", "yes 9 bracket at 10: yes"},
    {"Ayes - ", "yes -1 dash at 7: -"},
    {"Ayes -", "none"},
    {"Ayes:", "yes -1 at 5: yes"},
    {"Ayes (", "none"},
    {"2: A. Reef", "none"},
    {"**Ayes**: A. Reef", "yes -1 at 9: yes"},
    {": A. Reef", "none"},
    {"Voting in favour               : A. Reef", "none"},
    {"Voting in favour              : A. Reef", "yes -1 at 31: yes"},
    {"Excused (2): A. Reef", "- 2 absent at 12: -"},
    {"Excused 2 (A. Reef)", "- 2 bracket absent at 11: -"},
    {"Excused (A. Reef)", "none"},
};

Test(ballots, a_label_is_short_and_its_number_a_count)
{
    expect_exact_texts(describe_label, labels, sizeof labels / sizeof *labels);
}

/* Writes who was elected, and where the first of two elections ends and the second begins. */
static void describe_election(const char *text, char *found, size_t size)
{
    struct sentence sentence;
    struct text_span name;
    size_t next = 0;
    sentence_read(text_span_of(text), 0, &sentence);
    const bool elected = sentence_find_elected(&sentence, &name);
    const size_t end = sentence_first_election(&sentence, &next);
    const int length =
        snprintf(found, size, "%.*s", elected ? (int)name.length : 4, elected ? name.text : "none");
    if (end)
        snprintf(found + length, size - (size_t)length, " {%.*s}{%s}", (int)end, text, text + next);
}

static const struct text_case elections[] = {
    {"Vorsitz: Ada Reef wird mit zwei drei vier sechs acht neun zehn elf zwei drei Stimmen "
     "gew\u00e4hlt.",
     "none"},
    {"Ada Reef was elected chair.", "Ada Reef"},
    {"Ada Reef was unanimously elected chair.", "Ada Reef"},
    {"Ada Reef was not elected.", "none"},
    {"The lamps were elected.", "none"},
    {"Chair: Ada Reef was elected.", "Ada Reef"},
    {"Chair: Ada Reef elected.", "Ada Reef"},
    {"Chair: Ada Reef unanimously elected.", "Ada Reef"},
    {"Chair: Ada Reef.", "none"},
    {"First vice chair of the pier: Ada Reef elected.", "Ada Reef"},
    {"First vice chair of the north pier: Ada Reef elected.", "none"},
    {"Zum Vorsitzenden wird Ada Reef gew\u00e4hlt.", "Ada Reef"},
    {"Zum Vorsitzenden wird Ada Reef einstimmig gew\u00e4hlt.", "Ada Reef"},
    {"Zum Vorsitzenden wird Ada Reef nicht gew\u00e4hlt.", "none"},
    {"Vorsitz: Ada Reef wird gew\u00e4hlt.", "Ada Reef"},
    {"Vorsitz: Ada Reef wird nicht gew\u00e4hlt.", "none"},
    {"Vorsitz: Ada Reef wird mit zwei drei vier sechs acht neun zehn elf Stimmen gew\u00e4hlt.",
     "Ada Reef"},
    {"Vorsitz: Ada Reef wird mit zwei drei vier sechs acht neun zehn elf zwei Stimmen "
     "gew\u00e4hlt.",
     "Ada Reef"},
    {"Ada Reef was elected chair and Bert Tang was elected clerk.",
     "Ada Reef {Ada Reef was elected chair}{Bert Tang was elected clerk.}"},
    {"Ada Reef was elected chair, Bert Tang was elected clerk.",
     "Ada Reef {Ada Reef was elected chair}{Bert Tang was elected clerk.}"},
    {"Ada Reef was elected chair; Bert Tang was elected clerk.",
     "Ada Reef {Ada Reef was elected chair}{Bert Tang was elected clerk.}"},
    {"Ada Reef was elected chair Bert Tang was elected clerk.", "Ada Reef"},
    {"Ada Reef was elected chair and Bert Tang was there.", "Ada Reef"},
    {"Ada Reef was elected, the lamps were elected.", "Ada Reef"},
    {"Ada Reef fue elegida presidenta.", "Ada Reef"},
    {"Ada Reef est \u00e9lue pr\u00e9sidente.", "Ada Reef"},
    {"elected", "none"},
    {"", "none"},
};

Test(ballots, a_sentence_says_who_was_elected)
{
    expect_exact_texts(describe_election, elections, sizeof elections / sizeof *elections);
}
