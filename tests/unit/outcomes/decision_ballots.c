/* Decisions at their limits: ballots, voters and majorities. */
#include "unit/outcomes/block_lines.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>

static const struct text_case voters_end_where_a_label_a_sentence_or_an_outcome_begins[] = {
    {"Motion: Buy a boat.\n"
     "Ayes: Ada Reef; Noes: Bert Tang; Abstain: Mona Norden.",
     "(motion) rejected voted counted Ada Reef:yes Bert Tang:no Mona Norden:abstain | Buy a "
     "boat.\n"},
    {"Motion: Buy a boat.\n"
     "Ayes: Ada Reef | Noes: Bert Tang",
     "(motion) rejected voted counted Ada Reef:yes Bert Tang:no | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Ayes: 2 (Ada Reef, Bert Tang), Noes: 1 (Mona Norden)",
     "(motion) adopted voted counted Ada Reef:yes Bert Tang:yes yes=2 Mona Norden:no no=1 | Buy a "
     "boat.\n"},
    {"Motion: Buy a boat.\n"
     "Ayes: Ada Reef, Bert Tang. Noes: None. Absent: Mona Norden.",
     "(motion) adopted voted counted Ada Reef:yes Bert Tang:yes | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Ayes - Ada Reef, Bert Tang. Noes - Mona Norden.",
     "(motion) adopted voted counted Ada Reef:yes Bert Tang:yes Mona Norden:no | Buy a boat.\n"},
    {"Ayes - Ada Reef, Bert Tang.", ""},
    {"Antrag: Ein Boot kaufen.\n"
     "Ja: SPD 5, Harbour List (3)\n"
     "Nein: CDU 999, Rot 1000",
     "(motion) rejected voted counted yes=8 no=999 | Ein Boot kaufen.\n"},
    {"Antrag: Das Dach decken.\n"
     "Ja: 1.º A, 2º B, Ada Reef\n"
     "Nein: 3.ª C",
     "(motion) adopted voted counted Ada Reef:yes yes=2 no=1 | Das Dach decken.\n"},
    {"Noes: None\n"
     "Ayes: Ada Reef",
     "() adopted voted counted without_proposal Ada Reef:yes\n"},
    {"Ayes: Ada Reef, Bert Tang\n"
     "Noes: Mona Norden",
     "() adopted voted counted without_proposal Ada Reef:yes Bert Tang:yes Mona Norden:no\n"},
    {"Motion: Buy a boat.\n"
     "Ayes: the boat that leaks",
     ""},
};

Test(decision_ballots, voters_end_where_a_label_a_sentence_or_an_outcome_begins)
{
    expect_exact_texts(describe_blocks, voters_end_where_a_label_a_sentence_or_an_outcome_begins,
                       sizeof voters_end_where_a_label_a_sentence_or_an_outcome_begins /
                           sizeof *voters_end_where_a_label_a_sentence_or_an_outcome_begins);
}

static const struct text_case ballots_of_one_voter_stand_beside_others[] = {
    {"Motion: Buy a boat.\n"
     "- Ada Reef: aye",
     ""},
    {"Motion: Buy a boat.\n"
     "- Ada Reef: aye\n"
     "- Bert Tang: nay",
     "(motion) rejected voted counted Ada Reef:yes Bert Tang:no | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "The boat was seen.\n"
     "The raft was seen.\n"
     "- Ada Reef: aye\n"
     "- Bert Tang: nay",
     ""},
    {"Motion: Buy a boat.\n"
     "The boat was seen.\n"
     "- Ada Reef: aye\n"
     "- Bert Tang: nay",
     ""},
    {"Motion: Buy a boat. Carried.\n"
     "[Ada Reef] yes\n"
     "[Bert Tang] no",
     "(motion) adopted | Buy a boat.\n"},
    {"- Ada Reef: aye\n"
     "- Bert Tang: nay",
     ""},
    {"Vote: Ada Reef - aye, Bert Tang - nay",
     "() rejected voted counted without_proposal Ada Reef:yes Bert Tang:no\n"},
};

Test(decision_ballots, ballots_of_one_voter_stand_beside_others)
{
    expect_exact_texts(describe_blocks, ballots_of_one_voter_stand_beside_others,
                       sizeof ballots_of_one_voter_stand_beside_others /
                           sizeof *ballots_of_one_voter_stand_beside_others);
}

static const struct text_case plus_and_minus_one_are_votes_for_a_proposal[] = {
    {"Proposal: Buy a boat\n"
     "[Ada] +1\n"
     "[Bert] -1\n"
     "Resolved: Buy a boat",
     "(resolution) adopted voted Ada:yes Bert:no | Buy a boat\n"},
    {"Proposal: Buy a boat\n"
     "+1 from Ada Reef, Bert Tang\n"
     "Resolved: Buy a boat",
     "(resolution) adopted voted Ada Reef:yes Bert Tang:yes | Buy a boat\n"},
    {"Proposal: Buy a boat\n"
     "+1 @ada, @bert\n"
     "Resolved: Buy a boat",
     "(resolution) adopted voted @ada:yes @bert:yes | Buy a boat\n"},
    {"Proposal: Buy a boat\n"
     "+1 Ada\n"
     "Resolved: Buy a boat",
     "(resolution) adopted | Buy a boat\n"},
    {"Proposal: Buy a boat\n"
     "[Ada] +1",
     ""},
    {"Proposal: Buy a boat\n"
     "[Ada] +1\n"
     "[Bert] +1",
     "() - voted Ada:yes Bert:yes | Buy a boat\n"},
    {"Proposal: Buy a boat\n"
     "[Ada] +1\n"
     "[Bert] +1\n"
     "Proposal: Buy two boats\n"
     "[Ada] +1\n"
     "[Bert] +1",
     "() - voted Ada:yes Bert:yes | Buy two boats\n"},
    {"Resolved: Buy a boat\n"
     "[Ada] +1",
     "(resolution) adopted | Buy a boat\n"},
    {"Buy a boat (+1: Ada, Bert; -1: Mona)",
     "() adopted voted counted Ada:yes Bert:yes Mona:no | Buy a boat\n"},
    {"Vote: +1: Ada, Bert", "() adopted voted counted without_proposal Ada:yes Bert:yes\n"},
    {"Proposal: Buy a boat\n"
     "Vote: +1: Ada, Bert\n"
     "-1: Mona\n"
     "Vote: +1: Ada",
     "() adopted voted counted Ada:yes Bert:yes Mona:no | Buy a boat\n"
     "() adopted voted counted without_proposal Ada:yes\n"},
};

Test(decision_ballots, plus_and_minus_one_are_votes_for_a_proposal)
{
    expect_exact_texts(describe_blocks, plus_and_minus_one_are_votes_for_a_proposal,
                       sizeof plus_and_minus_one_are_votes_for_a_proposal /
                           sizeof *plus_and_minus_one_are_votes_for_a_proposal);
}

static const struct text_case votes_are_weighed_by_the_majority_that_is_needed[] = {
    {"Motion: Buy a boat. Vote: 2-1.", "(motion) adopted voted counted yes=2 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat. Vote: 1-1.",
     "(motion) rejected voted counted yes=1 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat. Two thirds are needed. Vote: 2-1.",
     "(motion) adopted voted counted yes=2 no=1 | Buy a boat. Two thirds are needed.\n"},
    {"Motion: Buy a boat. Two thirds are needed. Vote: 199-100.",
     "(motion) rejected voted counted yes=199 no=100 | Buy a boat. Two thirds are needed.\n"},
    {"Motion: Buy a boat. Two thirds are needed. Vote: 0-0.",
     "(motion) rejected voted counted yes=0 no=0 | Buy a boat. Two thirds are needed.\n"},
    {"Motion: Buy a boat. Three quarters are needed. Vote: 3-1.",
     "(motion) adopted voted counted yes=3 no=1 | Buy a boat. Three quarters are needed.\n"},
    {"Motion: Buy a boat. Three quarters are needed. Vote: 299-100.",
     "(motion) rejected voted counted yes=299 no=100 | Buy a boat. Three quarters are needed.\n"},
    {"Motion: Buy a boat. Three quarters are needed. Vote: 0-0.",
     "(motion) rejected voted counted yes=0 no=0 | Buy a boat. Three quarters are needed.\n"},
    {"A two-thirds majority is needed.\n"
     "Motion: Buy a boat. Vote: 3-2.\n"
     "Motion: Sell the raft. Vote: 3-2.",
     "(motion) rejected voted counted yes=3 no=2 | Buy a boat.\n"
     "(motion) adopted voted counted yes=3 no=2 | Sell the raft.\n"},
    {"A three-quarters majority is needed.\n"
     "Motion: Buy a boat. Vote: 2-1.",
     "(motion) rejected voted counted yes=2 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat. Vote: 1-1. The chair has the casting vote.",
     "(motion) - voted yes=1 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat. Vote: 3-2. The majority was not reached.",
     "(motion) rejected voted yes=3 no=2 | Buy a boat.\n"},
    {"Poll: Buy a boat? 3 yes, 2 no", "() - voted without_proposal yes=3 no=2\n"},
    {"Moved by Ada Reef, seconded by Bert Tang to buy a boat. All in favour.",
     "(motion) adopted voted unanimous counted mover=Ada Reef seconder=Bert Tang | Moved by Ada "
     "Reef, seconded by Bert Tang\n"},
    {"Ada Reef moved to buy a boat. All in favour.",
     "(motion) - voted unanimous mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
};

Test(decision_ballots, votes_are_weighed_by_the_majority_that_is_needed)
{
    expect_exact_texts(describe_blocks, votes_are_weighed_by_the_majority_that_is_needed,
                       sizeof votes_are_weighed_by_the_majority_that_is_needed /
                           sizeof *votes_are_weighed_by_the_majority_that_is_needed);
}

static const struct text_case an_election_names_candidates_after_a_label[] = {
    {"Elected: Ada Reef", "(election) adopted elected=Ada Reef | Elected: Ada Reef\n"},
    {"Elected: Ada Reef (7), Bert Tang", "(election) adopted voted Ada Reef=7 elected=Ada Reef "
                                         "elected=Bert Tang | Elected: Ada Reef (7), Bert Tang\n"},
    {"Election: Ada Reef 7", ""},
    {"Election: Ada Reef 7, Bert Tang 5",
     "(election) - voted Ada Reef=7 Bert Tang=5 | Election: Ada Reef 7, Bert Tang 5\n"},
    {"Election: Ada Reef 7, Bert Tang", ""},
    {"Elected: Ada Reef, the boat", ""},
    {"**Elected: Ada Reef.**", "(election) adopted elected=Ada Reef | Elected: Ada Reef.**\n"},
};

Test(decision_ballots, an_election_names_candidates_after_a_label)
{
    expect_exact_texts(describe_blocks, an_election_names_candidates_after_a_label,
                       sizeof an_election_names_candidates_after_a_label /
                           sizeof *an_election_names_candidates_after_a_label);
}

static const struct text_case voters_in_brackets_are_those_of_an_option[] = {
    {"Motion: Buy a boat. Carried, 4 for, 1 against (Ada Reef).",
     "(motion) adopted voted yes=4 no=1 Ada Reef:no | Buy a boat.\n"},
    {"Motion: Buy a boat. Carried, 4 for, 2 against (Ada Reef and Bert Tang), 1 abstention (Mona "
     "Norden).",
     "(motion) adopted voted yes=4 no=2 abstain=1 Ada Reef:no Bert Tang:no Mona Norden:abstain | "
     "Buy a boat.\n"},
    {"Motion: Buy a boat. Carried 4-1 (against: Ada Reef).",
     "(motion) adopted voted yes=4 no=1 Ada Reef:no | Buy a boat.\n"},
    {"Motion: Buy a boat. Carried 4-1 (Ada Reef opposed).",
     "(motion) adopted voted yes=4 no=1 Ada Reef:no | Buy a boat.\n"},
    {"Motion: Buy a boat. Carried 4-1 (Ada Reef).",
     "(motion) adopted voted yes=4 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat. Carried 4-1 (6 for, 2 against: Ada Reef and Bert Tang, 1 abstention: "
     "Mona Norden).",
     "(motion) adopted voted yes=6 no=2 abstain=1 Ada Reef:no Bert Tang:no Mona Norden:abstain | "
     "Buy a boat.\n"},
    {"Motion: Buy a boat. Carried 4-1 (against: none).",
     "(motion) adopted voted yes=4 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat. Carried 4-1 (against: the weather of May).",
     "(motion) adopted voted yes=4 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat. Carried, 4 for, 1 against (Ada Reef.",
     "(motion) adopted voted yes=4 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "4 : 1",
     "(motion) adopted voted counted yes=4 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "4 : 1 : 2",
     "(motion) adopted voted counted yes=4 no=1 abstain=2 | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "4 : 1 : 2 : 3",
     ""},
    {"Motion: Buy a boat.\n"
     "4 : 1 boats",
     ""},
    {"Motion: Buy a boat.\n"
     "4 : 1 (Ada Reef)",
     "(motion) adopted voted counted yes=4 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "The boat was seen.\n"
     "4 : 1",
     ""},
    {"Motion: Buy a boat.\n"
     "[Ada Reef] 4 : 1",
     ""},
    {"Motion: Buy a boat. Carried 3-1.\n"
     "4 : 1",
     "(motion) adopted voted yes=3 no=1 | Buy a boat.\n"},
    {"4 : 1", ""},
};

Test(decision_ballots, voters_in_brackets_are_those_of_an_option)
{
    expect_exact_texts(describe_blocks, voters_in_brackets_are_those_of_an_option,
                       sizeof voters_in_brackets_are_those_of_an_option /
                           sizeof *voters_in_brackets_are_those_of_an_option);
}

static const struct text_case names_end_before_what_became_of_the_motion[] = {
    {"Motion: Buy a boat.\n"
     "Ayes: Reef, Tang Carried.",
     "(motion) adopted voted Reef:yes Tang:yes | Buy a boat.\n"},
};

Test(decision_ballots, names_end_before_what_became_of_the_motion)
{
    expect_exact_texts(describe_blocks, names_end_before_what_became_of_the_motion,
                       sizeof names_end_before_what_became_of_the_motion /
                           sizeof *names_end_before_what_became_of_the_motion);
}
