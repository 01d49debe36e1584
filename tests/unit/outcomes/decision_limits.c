/* Decisions at their limits: which sentences are about the open decision, and how far its marks
 * reach. */
#include "unit/outcomes/block_lines.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>

static const struct text_case
    a_motion_below_its_movers_begins_with_a_capital_and_has_three_words[] = {
        {"Moved by Ada Reef, seconded by Bert Tang.\n"
         "That boats leak. Carried.",
         "(motion) adopted mover=Ada Reef seconder=Bert Tang | That boats leak.\n"},
        {"Moved by Ada Reef, seconded by Bert Tang.\n"
         "That boats.\n"
         "Carried.",
         "(motion) adopted mover=Ada Reef seconder=Bert Tang | Moved by Ada Reef, seconded by Bert "
         "Tang\n"},
        {"Moved by Ada Reef, seconded by Bert Tang.\n"
         "that the boats be sold.\n"
         "Carried.",
         "(motion) adopted mover=Ada Reef seconder=Bert Tang | Moved by Ada Reef, seconded by Bert "
         "Tang\n"},
        {"Moved by Ada Reef, seconded by Bert Tang.\n"
         "The roof leaks.\n"
         "Carried.",
         "(motion) adopted mover=Ada Reef seconder=Bert Tang | Moved by Ada Reef, seconded by Bert "
         "Tang\n"},
        {"Moved by Ada Reef, seconded by Bert Tang.\n"
         "The boats are sold. Carried.",
         "(motion) adopted mover=Ada Reef seconder=Bert Tang | The boats are sold.\n"},
        {"Moved by Ada Reef, seconded by Bert Tang.\n"
         "It rained.\n"
         "The boats are sold. Carried.",
         "(motion) adopted mover=Ada Reef seconder=Bert Tang | Moved by Ada Reef, seconded by Bert "
         "Tang\n"},
        {"Moved by Ada Reef.\n"
         "The boats are sold. Carried.",
         "(motion) adopted mover=Ada Reef | Moved by Ada Reef.\n"},
};

Test(decision_limits, a_motion_below_its_movers_begins_with_a_capital_and_has_three_words)
{
    expect_exact_texts(
        describe_blocks, a_motion_below_its_movers_begins_with_a_capital_and_has_three_words,
        sizeof a_motion_below_its_movers_begins_with_a_capital_and_has_three_words /
            sizeof *a_motion_below_its_movers_begins_with_a_capital_and_has_three_words);
}

static const struct text_case a_label_in_talk_or_in_a_report_states_nothing[] = {
    {"[Ada Reef] Agreed that it leaks.", ""},
    {"[Ada Reef] Resolved: to mend it.", "(resolution) adopted | to mend it.\n"},
    {"~Resolved: to mend it.", ""},
    {"~Motion: Mend it.\n"
     "Carried.",
     "() adopted | Carried.\n"},
    {"~Resolution 12 was read out.", ""},
    {"%Decision: Buy a boat.\n"
     "Carried.",
     "() adopted | Carried.\n"},
    {"Proposal:", ""},
    {"**Proposal:\n"
     "Buy a boat.\n"
     "Carried.",
     "(motion) adopted | Buy a boat.\n"},
};

Test(decision_limits, a_label_in_talk_or_in_a_report_states_nothing)
{
    expect_exact_texts(describe_blocks, a_label_in_talk_or_in_a_report_states_nothing,
                       sizeof a_label_in_talk_or_in_a_report_states_nothing /
                           sizeof *a_label_in_talk_or_in_a_report_states_nothing);
}

static const struct text_case a_vote_by_its_label_is_of_the_open_decision_or_of_none[] = {
    {"Motion: Buy a boat.\n"
     "Carried.\n"
     "Vote: 3-1",
     "(motion) adopted voted yes=3 no=1 | Buy a boat.\n"},
    {"Vote: 3-1\n"
     "The boat was seen.\n"
     "The raft was seen.\n"
     "The oar was seen.\n"
     "The sail was seen.\n"
     "Carried.",
     "() adopted voted without_proposal yes=3 no=1\n"},
    {"Resolved: Buy a boat.\n"
     "The boat was seen.\n"
     "Vote: 3-1",
     "(resolution) adopted voted yes=3 no=1 | Buy a boat.\n"},
    {"Resolved: Buy a boat.\n"
     "The boat was seen.\n"
     "The raft was seen.\n"
     "Vote: 3-1",
     "(resolution) adopted voted yes=3 no=1 | Buy a boat.\n"},
    {"Resolved: Buy a boat.\n"
     "The boat was seen.\n"
     "The raft was seen.\n"
     "The oar was seen.\n"
     "Vote: 3-1",
     "(resolution) adopted voted yes=3 no=1 | Buy a boat.\n"},
    {"Decision: Buy a boat.\n"
     "The boat was seen.\n"
     "The raft was seen.\n"
     "The oar was seen.\n"
     "Vote: 3-1",
     "() adopted voted counted yes=3 no=1 | Buy a boat.\n"},
    {"Decision: Buy a boat.\n"
     "The boat was seen.\n"
     "The raft was seen.\n"
     "The oar was seen.\n"
     "The sail was seen.\n"
     "Vote: 3-1",
     "() - | Buy a boat.\n"
     "() adopted voted counted without_proposal yes=3 no=1\n"},
    {"Ada Reef moved to buy a boat.\n"
     "The raft was seen.\n"
     "The oar was seen.\n"
     "The sail was seen.\n"
     "Carried 3-1.",
     "(motion) adopted voted mover=Ada Reef yes=3 no=1 | Ada Reef moved to buy a boat.\n"},
    {"Ada Reef moved to buy a boat.\n"
     "The boat was seen.\n"
     "The raft was seen.\n"
     "The oar was seen.\n"
     "The sail was seen.\n"
     "Carried 3-1.",
     "(motion) - mover=Ada Reef | Ada Reef moved to buy a boat.\n"
     "() adopted voted yes=3 no=1 | Carried 3-1.\n"},
    {"Ada Reef moved to buy a boat.\n"
     "!The boat was seen.\n"
     "!The raft was seen.\n"
     "---\n"
     "The oar was seen.\n"
     "The sail was seen.\n"
     "Carried 3-1.",
     "(motion) adopted voted mover=Ada Reef yes=3 no=1 | Ada Reef moved to buy a boat.\n"},
};

Test(decision_limits, a_vote_by_its_label_is_of_the_open_decision_or_of_none)
{
    expect_exact_texts(describe_blocks, a_vote_by_its_label_is_of_the_open_decision_or_of_none,
                       sizeof a_vote_by_its_label_is_of_the_open_decision_or_of_none /
                           sizeof *a_vote_by_its_label_is_of_the_open_decision_or_of_none);
}

static const struct text_case a_rule_ends_a_section[] = {
    {"# Conclusion\n"
     "---\n"
     "Buy a boat.",
     ""},
    {"# Conclusion\n"
     "Buy a boat.\n"
     "---\n"
     "Sell the raft.",
     "() - | Buy a boat.\n"},
    {"# Decisions\n"
     "- Buy a boat\n"
     "---\n"
     "- Sell the raft",
     "() - | Buy a boat\n"},
    {"# Antrag\n"
     "Ein Boot kaufen.\n"
     "---\n"
     "Das Boot ist alt.\n"
     "Angenommen.",
     "(motion) adopted | Ein Boot kaufen.\n"},
    {"# Antrag\n"
     "---\n"
     "Das Boot ist alt.",
     ""},
};

Test(decision_limits, a_rule_ends_a_section)
{
    expect_exact_texts(describe_blocks, a_rule_ends_a_section,
                       sizeof a_rule_ends_a_section / sizeof *a_rule_ends_a_section);
}

static const struct text_case words_of_four_letters_say_what_a_sentence_is_about[] = {
    {"Decision: Buy oars.\n"
     "The oars were approved.",
     "() adopted | Buy oars.\n"},
    {"Decision: Buy a map.\n"
     "The map was approved.",
     "() adopted | Buy a map.\n"},
    {"Decision: Buy a raft.\n"
     "The boat was approved.",
     "() - | Buy a raft.\n"},
    {"Decision: Change the statutes.\n"
     "The statutory change was approved.",
     "() adopted | Change the statutes.\n"},
    {"Decision: Paint the stair.\n"
     "The stain was approved.",
     "() - | Paint the stair.\n"},
    {"Decision: Paint the stairs.\n"
     "The stair was approved.",
     "() adopted | Paint the stairs.\n"},
    {"Decision: Paint the stair.\n"
     "The stairs were approved.",
     "() adopted | Paint the stair.\n"},
    {"Decision: Buy a boat.\n"
     "The early item was approved.",
     "() adopted | Buy a boat.\n"},
    {"Decision: Adopt Ordinance 11.\n"
     "Ordinance 12 was approved.",
     "() - | Adopt Ordinance 11.\n"
     "() adopted | Ordinance 12 was approved.\n"},
    {"Decision: Adopt Ordinance 11.\n"
     "Ordinance 11 was approved.",
     "() adopted | Adopt Ordinance 11.\n"},
    {"Decision: Adopt Ordinance 11.\n"
     "The ordinance was approved 3-1.",
     "() adopted voted yes=3 no=1 | Adopt Ordinance 11.\n"},
};

Test(decision_limits, words_of_four_letters_say_what_a_sentence_is_about)
{
    expect_exact_texts(describe_blocks, words_of_four_letters_say_what_a_sentence_is_about,
                       sizeof words_of_four_letters_say_what_a_sentence_is_about /
                           sizeof *words_of_four_letters_say_what_a_sentence_is_about);
}

static const struct text_case a_number_that_a_proposal_lacks_is_of_something_else[] = {
    {"Motion: Buy 3 boats.\n"
     "The board agreed to buy 4 boats.",
     "() adopted inferred | The board agreed to buy 4 boats.\n"},
    {"Motion: Buy 3 boats.\n"
     "The board agreed to buy 3 boats.",
     "(motion) adopted | Buy 3 boats.\n"},
    {"Motion: Buy boats.\n"
     "The board agreed to buy 4 boats.",
     "(motion) adopted | Buy boats.\n"},
    {"Motion: Buy three boats.\n"
     "The board agreed to buy 3 boats.",
     "(motion) adopted | Buy three boats.\n"},
    {"Motion: Buy 3 boats.\n"
     "The board agreed to buy one boat.",
     "() adopted inferred | The board agreed to buy one boat.\n"},
    {"Motion: Buy 3 boats.\n"
     "The board agreed to buy one of the 3 boats.",
     "(motion) adopted | Buy 3 boats.\n"},
    {"Motion: Buy one boat.\n"
     "The board agreed to buy one boat.",
     "(motion) adopted | Buy one boat.\n"},
    {"Motion: Buy 3 boats.\n"
     "The board agreed by 4 votes to buy 3 boats.",
     "(motion) adopted voted | Buy 3 boats.\n"},
    {"Ada proposed 20 May, Bob 27 May.\n"
     "We agreed on 20 May.",
     "() adopted inferred | We agreed on 20 May.\n"},
    {"Ada proposed 20 May.\n"
     "We agreed on 20 May.",
     "(motion) adopted mover=Ada | Ada proposed 20 May.\n"},
    {"Ada proposed to buy a boat.\n"
     "We agreed to buy a boat.",
     "(motion) adopted mover=Ada | Ada proposed to buy a boat.\n"},
    {"Ada proposed to buy a boat.\n"
     "We agreed to buy a raft.",
     "() adopted inferred | We agreed to buy a raft.\n"},
    {"Ada proposed to buy a boat.\n"
     "We agreed to the motion to buy a raft.",
     "() adopted inferred | We agreed to the motion to buy a raft.\n"},
    {"Ada proposed to buy a boat.\n"
     "Bob proposed to buy a raft.\n"
     "The raft was approved.",
     "(motion) adopted mover=Bob | Bob proposed to buy a raft.\n"},
    {"Ada proposed to buy 2 boats.\n"
     "Bob proposed to buy 3 boats.\n"
     "We agreed to buy 3 boats.",
     "() adopted inferred | We agreed to buy 3 boats.\n"},
};

Test(decision_limits, a_number_that_a_proposal_lacks_is_of_something_else)
{
    expect_exact_texts(describe_blocks, a_number_that_a_proposal_lacks_is_of_something_else,
                       sizeof a_number_that_a_proposal_lacks_is_of_something_else /
                           sizeof *a_number_that_a_proposal_lacks_is_of_something_else);
}

static const struct text_case a_motion_that_a_sentence_names_by_number_or_words_is_that_one[] = {
    {"Motion 1: Buy a boat.\n"
     "Motion 2 carried.",
     "() adopted | Motion 2 carried.\n"},
    {"Motion 1: Buy a boat.\n"
     "Motion 1 carried.",
     "#1 (motion) adopted | Buy a boat.\n"},
    {"Motion 12: Buy a boat.\n"
     "Motion 1 carried.",
     "() adopted | Motion 1 carried.\n"},
    {"Motion 1: Buy a boat.\n"
     "Motion 3-1 carried.",
     "#1 (motion) adopted | Buy a boat.\n"},
    {"Motion 1: Buy a boat.\n"
     "Motion 3 to 1 carried.",
     "#1 (motion) adopted | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "The motion to sell the raft carried.",
     "() adopted | The motion to sell the raft carried.\n"},
    {"Motion: Buy a boat.\n"
     "The motion of Reef carried.",
     "(motion) adopted mover=Reef | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "The motion to do so carried.",
     "(motion) adopted | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "The motion on the boat carried.",
     "(motion) adopted | Buy a boat.\n"},
    {"Motion 1: Buy a boat.\n"
     "Motion 2: Sell the raft.\n"
     "The second motion carried. The first motion failed.",
     "#2 (motion) adopted | Sell the raft.\n"
     "#1 (motion) rejected | Buy a boat.\n"},
    {"Motion by Ada Reef: Buy a boat.\n"
     "Motion by Bert Tang: Sell the raft.\n"
     "Tang's motion carried. The motion of Ada Reef failed.",
     "(motion) adopted mover=Bert Tang | Sell the raft.\n"
     "(motion) rejected mover=Ada Reef | Buy a boat.\n"},
    {"Motion by Ada Reef: Buy a boat.\n"
     "Motion by Bert Tang: Sell the raft.\n"
     "The motion by Bert Tang carried. Reef motion lost.",
     "(motion) adopted mover=Bert Tang | Sell the raft.\n"
     "(motion) rejected mover=Ada Reef | Buy a boat.\n"},
    {"Motion by Ada Reef: Buy a boat.\n"
     "Motion by Ada Reef: Sell the raft.\n"
     "Reef's motion carried.",
     "(motion) - mover=Ada Reef | Buy a boat.\n"
     "(motion) adopted mover=Ada Reef | Sell the raft.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. Both motions carried.",
     "(motion) adopted mover=Ada Reef | Ada Reef moved to buy a boat.\n"
     "(motion) adopted mover=Bert Tang | Bert Tang moved to sell the raft.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. Both motions were carried "
     "unanimously.",
     "(motion) adopted voted unanimous mover=Ada Reef | Ada Reef moved to buy a boat.\n"
     "(motion) adopted voted unanimous mover=Bert Tang | Bert Tang moved to sell the raft.\n"},
};

Test(decision_limits, a_motion_that_a_sentence_names_by_number_or_words_is_that_one)
{
    expect_exact_texts(describe_blocks,
                       a_motion_that_a_sentence_names_by_number_or_words_is_that_one,
                       sizeof a_motion_that_a_sentence_names_by_number_or_words_is_that_one /
                           sizeof *a_motion_that_a_sentence_names_by_number_or_words_is_that_one);
}

static const struct text_case the_amendment_of_a_subject_is_not_the_motion[] = {
    {"Motion: Amend the statutes.\n"
     "The amendment was carried.",
     "(motion) adopted | Amend the statutes.\n"},
    {"Motion: Buy a boat.\n"
     "The motion as amended was carried 3-1.",
     "(motion) adopted_with_amendments voted yes=3 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Ada Reef moved to table the motion.\n"
     "The motion to table failed.\n"
     "The motion carried.",
     "(motion) rejected mover=Ada Reef | Ada Reef moved to table the motion.\n"
     "(motion) adopted | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Ada Reef moved to table the motion.\n"
     "The motion to table carried.",
     "(motion) adopted mover=Ada Reef | Ada Reef moved to table the motion.\n"},
};

Test(decision_limits, the_amendment_of_a_subject_is_not_the_motion)
{
    expect_exact_texts(describe_blocks, the_amendment_of_a_subject_is_not_the_motion,
                       sizeof the_amendment_of_a_subject_is_not_the_motion /
                           sizeof *the_amendment_of_a_subject_is_not_the_motion);
}

static const struct text_case the_text_below_the_movers_is_read_once[] = {
    {"Moved by Ada Reef, seconded by Bert Tang.\n"
     "That all boats leak.\n"
     "Carried.",
     "(motion) adopted mover=Ada Reef seconder=Bert Tang | That all boats leak.\n"},
    {"Moved by Ada Reef, seconded by Bert Tang.\n"
     "The motion carried 3-1.",
     "(motion) adopted voted mover=Ada Reef seconder=Bert Tang yes=3 no=1 | Moved by Ada Reef, "
     "seconded by Bert Tang\n"},
    {"Moved by Ada Reef, seconded by Bert Tang.\n"
     "Decision: Buy a boat. Carried.",
     "(motion) adopted mover=Ada Reef seconder=Bert Tang | Buy a boat.\n"},
    {"# Antrag\n"
     "Ein Boot kaufen.\n"
     "Der Antrag wird angenommen.",
     "(motion) adopted | Ein Boot kaufen.\n"},
    {"# Antrag\n"
     "Ein Boot kaufen.\n"
     "Zwei Ruder kaufen.\n"
     "- ein rotes\n"
     "- ein grünes\n"
     "Der Antrag wird angenommen.",
     "(motion) adopted | Ein Boot kaufen. +3\n"},
    {"# Antrag\n"
     "Ein Boot kaufen.\n"
     "%Ada kauft ein Boot.\n"
     "Ja: 3 Nein: 1",
     "(motion) adopted voted counted yes=3 no=1 | Ein Boot kaufen.\n"},
};

Test(decision_limits, the_text_below_the_movers_is_read_once)
{
    expect_exact_texts(describe_blocks, the_text_below_the_movers_is_read_once,
                       sizeof the_text_below_the_movers_is_read_once /
                           sizeof *the_text_below_the_movers_is_read_once);
}

static const struct text_case a_vote_after_a_decided_one_is_another[] = {
    {"Motion: Buy a boat.\n"
     "Vote: 3-1\n"
     "The motion carried.\n"
     "Vote: 2-2",
     "(motion) adopted voted yes=3 no=1 | Buy a boat.\n"
     "() rejected voted counted without_proposal yes=2 no=2\n"},
    {"Motion: Buy a boat. Carried 3-1.\n"
     "Sell the raft.\n"
     "Vote: 2-2",
     "(motion) adopted voted yes=3 no=1 | Buy a boat.\n"
     "() rejected voted counted without_proposal yes=2 no=2\n"},
    {"%Motion: Buy a boat.\n"
     "- Ada Reef: aye\n"
     "- Bert Tang: nay",
     ""},
    {"Motion: Buy a boat.\n"
     "~- Ada Reef: aye\n"
     "~- Bert Tang: nay",
     ""},
    {"Motion: Buy a boat.\n"
     "%- Ada Reef: aye\n"
     "%- Bert Tang: nay",
     ""},
    {"~Elected: Ada Reef", ""},
    {"%Elected: Ada Reef", ""},
    {"~Mill, 26/0101. No objection.", ""},
    {"%RESOLUTION 12: BUDGET\n"
     "Carried.",
     "() adopted | Carried.\n"},
    {"~El Pleno ACUERDA:\n"
     "- vender el barco",
     ""},
    {"%El Pleno ACUERDA:\n"
     "- vender el barco",
     ""},
    {"# Decisions\n"
     "%| Decision\n"
     "%| Buy a boat",
     ""},
    {"# Decisions\n"
     "~- Buy a boat",
     "() - | Buy a boat\n"},
    {"# Conclusion\n"
     "| Motion | For | Against\n"
     "| Buy a boat | 3 | 1",
     "() adopted voted counted yes=3 no=1 | Buy a boat\n"},
    {"%- The boat: approved", ""},
};

Test(decision_limits, a_vote_after_a_decided_one_is_another)
{
    expect_exact_texts(describe_blocks, a_vote_after_a_decided_one_is_another,
                       sizeof a_vote_after_a_decided_one_is_another /
                           sizeof *a_vote_after_a_decided_one_is_another);
}

static const struct text_case a_name_beside_the_noun_says_whose_motion_it_is[] = {
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. The Reef motion failed.",
     "(motion) - mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "(motion) rejected mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. The motion of Cllr Ada Reef "
     "failed.",
     "(motion) - mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "(motion) rejected mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. The motion that Ada Reef "
     "made failed.",
     "(motion) - mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "(motion) rejected mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. The first was rejected.",
     "(motion) - mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "(motion) rejected mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. The former motion was "
     "rejected.",
     "(motion) - mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "(motion) rejected mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. The latter motion was "
     "rejected.",
     "(motion) - mover=Ada Reef | Ada Reef moved to buy a boat.\n"
     "(motion) rejected mover=Bert Tang | Bert Tang moved to sell the raft.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. The second motion was "
     "rejected. The first motion was carried.",
     "(motion) rejected mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "(motion) adopted mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. Mona Norden moved to mend "
     "the oar. The latter motion was rejected.",
     "(motion) - mover=Ada Reef | Ada Reef moved to buy a boat.\n"
     "(motion) - mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "(motion) rejected mover=Mona Norden | Mona Norden moved to mend the oar.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. Mona Norden moved to mend "
     "the oar. The second motion was rejected.",
     "(motion) - mover=Ada Reef | Ada Reef moved to buy a boat.\n"
     "(motion) - mover=Mona Norden | Mona Norden moved to mend the oar.\n"
     "(motion) rejected mover=Bert Tang | Bert Tang moved to sell the raft.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. The boat was approved.",
     "(motion) - mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "(motion) adopted mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the boat. The motion on the boat was "
     "approved.",
     "(motion) - mover=Ada Reef | Ada Reef moved to buy a boat.\n"
     "(motion) adopted mover=Bert Tang | Bert Tang moved to sell the boat.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang moved to sell the raft. The motion on the boat was "
     "rejected.",
     "(motion) - mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "(motion) rejected mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"Ada Reef moved to buy a boat. Carried. Bert Tang moved to sell the raft. The motion on the "
     "boat was rejected.",
     "(motion) adopted mover=Ada Reef | Ada Reef moved to buy a boat.\n"
     "(motion) - mover=Bert Tang | Bert Tang moved to sell the raft.\n"
     "() rejected | The motion on the boat was rejected.\n"},
    {"Ada Reef moved to buy a boat. Bert Tang proposed to sell the raft. The first motion was "
     "rejected.",
     "(motion) rejected mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
};

Test(decision_limits, a_name_beside_the_noun_says_whose_motion_it_is)
{
    expect_exact_texts(describe_blocks, a_name_beside_the_noun_says_whose_motion_it_is,
                       sizeof a_name_beside_the_noun_says_whose_motion_it_is /
                           sizeof *a_name_beside_the_noun_says_whose_motion_it_is);
}

static const struct text_case a_seconder_or_a_withdrawal_is_of_the_open_motion[] = {
    {"Ada Reef moved to buy a boat.\n"
     "Seconded by Bert Tang.",
     "(motion) - mover=Ada Reef seconder=Bert Tang | Ada Reef moved to buy a boat.\n"},
    {"Bert Tang seconded it.", ""},
    {"Ada Reef moved to buy a boat. Carried.\n"
     "Bert Tang seconded.",
     "(motion) adopted mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"[Ada Reef] I move that we buy a boat.\n"
     "[Bert Tang] Seconded.\n"
     "Carried.",
     "(motion) adopted mover=Ada Reef seconder=Bert Tang | I move that we buy a boat.\n"},
    {"Resolved: Buy a boat.\n"
     "Moved by: Ada Reef",
     "(resolution) adopted mover=Ada Reef | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Moved by Ada Reef.\n"
     "Seconded by Bert Tang.\n"
     "Carried.",
     "(motion) adopted mover=Ada Reef seconder=Bert Tang | Buy a boat.\n"},
    {"Ada Reef moved to approve the minutes. Carried.",
     "(approval) adopted mover=Ada Reef | Ada Reef moved to approve the minutes.\n"},
    {"The minutes were approved.\n"
     "Moved by: Ada Reef",
     "(approval) adopted mover=Ada Reef | The minutes were approved.\n"},
};

Test(decision_limits, a_seconder_or_a_withdrawal_is_of_the_open_motion)
{
    expect_exact_texts(describe_blocks, a_seconder_or_a_withdrawal_is_of_the_open_motion,
                       sizeof a_seconder_or_a_withdrawal_is_of_the_open_motion /
                           sizeof *a_seconder_or_a_withdrawal_is_of_the_open_motion);
}

static const struct text_case a_result_is_of_a_sentence_that_states_it[] = {
    {"Ada Reef moved to buy a boat. Lost. Carried.",
     "(motion) rejected mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
    {"Decision: Buy a boat.\n"
     "The motion was lost.",
     "() rejected | Buy a boat.\n"},
    {"Motion: Buy a boat. Carried.\n"
     "The motion was lost.",
     "(motion) adopted | Buy a boat.\n"
     "() rejected | The motion was lost.\n"},
    {"Motion: Buy a boat.\n"
     "The motion was carried 3-1.\n"
     "The motion is adopted.",
     "(motion) adopted voted yes=3 no=1 | Buy a boat.\n"},
    {"3 votes for.", ""},
    {"The board agreed to buy a boat.\n"
     "The board agreed to sell the raft.",
     "() adopted inferred | The board agreed to buy a boat.\n"
     "() adopted inferred | The board agreed to sell the raft.\n"},
    {"Motion: Buy a boat.\n"
     "The board agreed to buy a boat.",
     "(motion) adopted | Buy a boat.\n"},
    {"[Ada Reef] The motion was carried.", ""},
    {"~The motion was carried.", ""},
    {"~The board agreed to buy a boat.", ""},
    {"Motion: Buy a boat.\n"
     "[Ada Reef] The motion was carried.",
     "(motion) adopted | Buy a boat.\n"},
    {"Ada Reef was elected chair.\n"
     "Bert Tang was elected clerk.",
     "(election) adopted inferred elected=Ada Reef | Ada Reef was elected chair.\n"
     "(election) adopted inferred elected=Bert Tang | Bert Tang was elected clerk.\n"},
};

Test(decision_limits, a_result_is_of_a_sentence_that_states_it)
{
    expect_exact_texts(describe_blocks, a_result_is_of_a_sentence_that_states_it,
                       sizeof a_result_is_of_a_sentence_that_states_it /
                           sizeof *a_result_is_of_a_sentence_that_states_it);
}

static const struct text_case a_sentence_about_more_than_the_open_decision_begins_another[] = {
    {"Decision: Buy a boat.\n"
     "After the talk, the boat was approved.",
     "() adopted | Buy a boat.\n"},
    {"Decision: Buy a boat.\n"
     "After the talk, it was approved.",
     "() adopted | Buy a boat.\n"},
    {"Decision: Buy a boat.\n"
     "The council approved the budget.",
     "() - | Buy a boat.\n"
     "() adopted inferred | The council approved the budget.\n"},
    {"Decision: Buy a boat.\n"
     "It was unanimously approved.",
     "() adopted voted unanimous | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "The motion as amended was lost.",
     "(motion) rejected | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Amendment: Buy a raft.\n"
     "Carried.\n"
     "The motion was lost.",
     "(motion) adopted | Buy a raft.\n"
     "(motion) rejected | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Amendment: Buy a raft.\n"
     "Lost.\n"
     "The motion was carried.",
     "(motion) rejected | Buy a raft.\n"
     "(motion) adopted | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Amendment: Buy a raft.\n"
     "Carried.\n"
     "Decision: Carried.",
     "(motion) adopted | Buy a raft.\n"
     "(motion) adopted_with_amendments | Buy a boat.\n"},
    {"Ada Reef moved to buy a boat.\n"
     "Bert Tang moved to table the motion.\n"
     "Lost.\n"
     "The motion was carried.",
     "(motion) rejected mover=Bert Tang | Bert Tang moved to table the motion.\n"
     "(motion) adopted mover=Ada Reef | Ada Reef moved to buy a boat.\n"},
};

Test(decision_limits, a_sentence_about_more_than_the_open_decision_begins_another)
{
    expect_exact_texts(describe_blocks, a_sentence_about_more_than_the_open_decision_begins_another,
                       sizeof a_sentence_about_more_than_the_open_decision_begins_another /
                           sizeof *a_sentence_about_more_than_the_open_decision_begins_another);
}
