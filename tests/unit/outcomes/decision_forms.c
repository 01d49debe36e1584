/* Decisions at their limits: tables, forms, lists, sections and titles. */
#include "unit/outcomes/block_lines.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>

static const struct text_case a_table_has_a_column_for_each_option[] = {
    {"| Motion | For | Against | Result\n"
     "| Buy a boat | 3 | 1 | Carried\n"
     "| Sell the raft | 1 | 3 | Lost",
     "() adopted voted yes=3 no=1 | Buy a boat\n"
     "() rejected voted yes=1 no=3 | Sell the raft\n"},
    {"| For | Against\n"
     "| 3 | 1",
     "() adopted voted counted without_proposal yes=3 no=1\n"},
    {"| For\n"
     "| 3",
     ""},
    {"| No. | Motion | For | Against\n"
     "| 1 | Buy a boat | 3 | 1",
     "() adopted voted counted yes=3 no=1 | Buy a boat\n"},
    {"| # | Matter | For | Against | %\n"
     "| 1 | Buy a boat now | 3 | 1 | 75 %\n"
     "| 2 | Sell it | 2 | 2 | 50 %",
     "() adopted voted counted yes=3 no=1 | Buy a boat now\n"
     "() rejected voted counted without_proposal yes=2 no=2\n"},
    {"| Resolution | For | Against\n"
     "| Accounts | 1,041 | 12\n"
     "| Budget | 41 (95 %) | 2 (5 %)\n"
     "| Fees | 1'041'200 | 0\n"
     "| Oars | 1041,200 | 0\n"
     "| Sails | 123456789 | 0\n"
     "| Ropes | 1,234,567,890 | 0",
     "() adopted voted counted yes=1041 no=12 | Accounts\n"
     "() adopted voted counted yes=41 no=2 | Budget\n"
     "() adopted voted counted yes=1041200 no=0 | Fees\n"
     "() adopted voted counted yes=123456789 no=0 | Sails\n"},
    {"| Resolution | For | Against | Resolution\n"
     "| Accounts | 1 | 2 | Lost",
     "() rejected voted yes=1 no=2 | Accounts\n"},
    {"| For | Against | Decision\n"
     "| 3 | 1 | Carried",
     "() adopted voted without_proposal yes=3 no=1\n"},
    {"| Topic | For | Against | Decision\n"
     "| Boat | 3 | 1 | Carried",
     "() adopted voted yes=3 no=1 | Boat\n"},
    {"| Topic | For | Against\n"
     "| Boat | x3 | 1",
     ""},
    {"| Topic | For | Against\n"
     "| Boat | yes | no",
     ""},
    {"Motion: Buy a boat.\n"
     "| For | Against\n"
     "| 3 | 1",
     "(motion) adopted voted counted yes=3 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat. Carried 4-0.\n"
     "| For | Against\n"
     "| 3 | 1",
     "(motion) adopted voted yes=4 no=0 | Buy a boat.\n"
     "() adopted voted counted without_proposal yes=3 no=1\n"},
    {"~| For | Against\n"
     "~| 3 | 1",
     ""},
    {"^| Topic | For | Against\n"
     "^| Buy a boat | 3 | 1",
     "() adopted voted counted yes=3 no=1 | Buy a boat\n"},
    {"| A | B | C | D | E | F | For | Against\n"
     "| a | b | c | d | e | f | 3 | 1",
     "() adopted voted counted without_proposal yes=3 no=1\n"},
    {"| A | B | C | D | E | F | G | For | Against\n"
     "| a | b | c | d | e | f | g | 3 | 1",
     ""},
};

Test(decision_forms, a_table_has_a_column_for_each_option)
{
    expect_exact_texts(describe_blocks, a_table_has_a_column_for_each_option,
                       sizeof a_table_has_a_column_for_each_option /
                           sizeof *a_table_has_a_column_for_each_option);
}

static const struct text_case a_table_has_a_row_for_each_option_candidate_or_voter[] = {
    {"| For | 3\n"
     "| Against | 1",
     "() adopted voted counted without_proposal yes=3 no=1\n"},
    {"| Option | Votes\n"
     "| For | 3\n"
     "| Against | 1",
     "() adopted voted counted without_proposal yes=3 no=1\n"},
    {"| Candidate | Votes\n"
     "| Ada Reef | 7\n"
     "| Bert Tang | 5",
     "(election) - voted without_proposal Ada Reef=7 Bert Tang=5\n"},
    {"| Lamp | Votes\n"
     "| Red | 7\n"
     "| Green | 5",
     "() - voted without_proposal Red=7 Green=5\n"},
    {"| Member | Vote\n"
     "| Ada Reef | Yes\n"
     "| Bert Tang | No\n"
     "| Mona Norden | absent from it",
     "() rejected voted counted without_proposal Ada Reef:yes Bert Tang:no\n"},
    {"| Vote | Member\n"
     "| Yes | Ada Reef\n"
     "| No | Bert Tang",
     "() rejected voted counted without_proposal Ada Reef:yes Bert Tang:no\n"},
    {"| Member | Votes\n"
     "| Ada Reef | many",
     ""},
    {"| Member | Name\n"
     "| Ada Reef | Yes",
     ""},
    {"| Votes\n"
     "| 3",
     ""},
    {"^| Candidate | Votes\n"
     "^| Ada Reef | 7",
     ""},
    {"Motion: Buy a boat.\n"
     "| Member | Vote\n"
     "| Ada Reef | Yes\n"
     "| Bert Tang | No",
     "(motion) rejected voted counted Ada Reef:yes Bert Tang:no | Buy a boat.\n"},
};

Test(decision_forms, a_table_has_a_row_for_each_option_candidate_or_voter)
{
    expect_exact_texts(describe_blocks, a_table_has_a_row_for_each_option_candidate_or_voter,
                       sizeof a_table_has_a_row_for_each_option_candidate_or_voter /
                           sizeof *a_table_has_a_row_for_each_option_candidate_or_voter);
}

static const struct text_case a_table_has_a_row_for_each_motion[] = {
    {"| Motion | Mover | Seconder | Result\n"
     "| Buy a boat | Ada Reef | Bert Tang | Carried\n"
     "| Sell the raft | Bert Tang | - | Lost",
     "(motion) adopted mover=Ada Reef seconder=Bert Tang | Buy a boat\n"
     "(motion) rejected mover=Bert Tang | Sell the raft\n"},
    {"| Motion | Moved by | Vote\n"
     "| Buy a boat | Ada Reef | 3-0-0\n"
     "| Sell the raft | Bert Tang | unanimous\n"
     "| Mend the oar | Ada Reef | 2 for, 1 against\n"
     "| Mend the sail | Ada Reef | ",
     "(motion) adopted voted counted mover=Ada Reef yes=3 no=0 abstain=0 | Buy a boat\n"
     "(motion) - voted unanimous mover=Bert Tang | Sell the raft\n"
     "(motion) adopted voted counted mover=Ada Reef yes=2 no=1 | Mend the oar\n"
     "(motion) - mover=Ada Reef | Mend the sail\n"},
    {"| Motion | Decision\n"
     "| Buy a boat | Carried",
     "(motion) adopted | Buy a boat\n"},
    {"| Resolution | Decision\n"
     "| Buy a boat | Carried",
     "(motion) adopted | Buy a boat\n"},
    {"| Decision | Vote\n"
     "| Buy a boat | 3-1",
     "(motion) adopted voted counted yes=3 no=1 | Buy a boat\n"},
    {"| Mover | Seconder\n"
     "| Ada Reef | Bert Tang",
     ""},
    {"| Motion | Note\n"
     "| Buy a boat | old",
     ""},
};

Test(decision_forms, a_table_has_a_row_for_each_motion)
{
    expect_exact_texts(describe_blocks, a_table_has_a_row_for_each_motion,
                       sizeof a_table_has_a_row_for_each_motion /
                           sizeof *a_table_has_a_row_for_each_motion);
}

static const struct text_case lines_of_a_form_have_labels_of_up_to_forty_bytes[] = {
    {"| Motion | Buy a boat now\n"
     "| Mover | Ada Reef\n"
     "| Seconder | Bert Tang\n"
     "| Result | Carried",
     "(motion) adopted voted mover=Ada Reef seconder=Bert Tang | Buy a boat now\n"},
    {"| Motion | Buy a boat\n"
     "| Vote | 3-1",
     "(motion) adopted voted counted yes=3 no=1 | Buy a boat\n"},
    {"Moved by: Ada Reef\n"
     "Seconded by: Bert Tang\n"
     "That the boat be sold.\n"
     "Carried.",
     "(motion) adopted mover=Ada Reef seconder=Bert Tang | That the boat be sold.\n"},
    {"Seconded by: Bert Tang", ""},
    {"Moved by: to buy a boat", ""},
    {"Moved by: Ada Reef, Bert Tang seconding. Carried.",
     "(motion) adopted without_proposal mover=Ada Reef seconder=Bert Tang\n"},
    {"Mover: Ada Reef / Seconder: Bert Tang",
     "(motion) - without_proposal mover=Ada Reef seconder=Bert Tang\n"},
};

Test(decision_forms, lines_of_a_form_have_labels_of_up_to_forty_bytes)
{
    expect_exact_texts(describe_blocks, lines_of_a_form_have_labels_of_up_to_forty_bytes,
                       sizeof lines_of_a_form_have_labels_of_up_to_forty_bytes /
                           sizeof *lines_of_a_form_have_labels_of_up_to_forty_bytes);
}

static const struct text_case an_entry_with_its_subject_before_a_mark_is_decided[] = {
    {"- Buy a boat - approved\n"
     "- Boat - approved\n"
     "- Sell the raft – rejected",
     "() adopted | Buy a boat\n"
     "() rejected | Sell the raft\n"},
    {"- Resolution 12: approved\n"
     "- Resolution 13: rejected",
     "#12 (resolution) adopted | Resolution 12\n"
     "#13 (resolution) rejected | Resolution 13\n"},
    {"- The boat: approved\n"
     "- [Ada Reef] The boat: approved\n"
     "- The raft: painted",
     "() adopted | The boat\n"},
    {"~- The boat: approved\n"
     "- Questions 12: approved\n"
     "Note: approved\n"
     "- Action: approved\n"
     "The boat: approved",
     "() adopted | Questions 12\n"},
};

Test(decision_forms, an_entry_with_its_subject_before_a_mark_is_decided)
{
    expect_exact_texts(describe_blocks, an_entry_with_its_subject_before_a_mark_is_decided,
                       sizeof an_entry_with_its_subject_before_a_mark_is_decided /
                           sizeof *an_entry_with_its_subject_before_a_mark_is_decided);
}

static const struct text_case entries_below_the_words_that_decide_are_its_text[] = {
    {"Resolved that:\n"
     "- the boat be sold\n"
     "- the raft be kept\n"
     "Carried.",
     "(resolution) adopted | the boat be sold +1\n"},
    {"Resolved that:\n"
     "(a) the boat be sold\n"
     "(b) the raft be kept",
     "(resolution) adopted | (a) the boat be sold +1\n"},
    {"Resolved that:\n"
     "a) the boat be sold\n"
     "viii) the raft be kept\n"
     "abcde) the oar be kept",
     "(resolution) adopted | a) the boat be sold +1\n"},
    {"Resolved that:\n"
     "1. the boat be sold\n"
     "999) the raft be kept\n"
     "1000) the oar be kept",
     "(resolution) adopted | 1. the boat be sold +1\n"},
    {"Resolved that:\n"
     "PRIMERO.- vender el barco\n"
     "SEGUNDO.- comprar otro",
     "(resolution) adopted | PRIMERO.- vender el barco +1\n"},
    {"Resolved that:\n"
     "• the boat be sold\n"
     "· the raft be kept\n"
     "* the oar be kept\n"
     "– the sail be kept\n"
     "— the rope be kept\n"
     "▪ the net be kept\n"
     "◦ the hook be kept",
     "(resolution) adopted | • the boat be sold +6\n"},
    {"- Resolved that:\n"
     "-- the boat be sold\n"
     "-- the raft be kept\n"
     "- The weather was fine",
     "(resolution) adopted | the boat be sold +1\n"},
    {"- Resolved that:\n"
     "- the boat be sold",
     "(resolution) adopted | the boat be sold\n"},
    {"Resolved that:\n"
     "The boat is sold.\n"
     "- the raft be kept",
     "(resolution) adopted | The boat is sold.\n"},
    {"Resolved that:\n"
     "- the boat be sold\n"
     "- [Ada Reef] the raft be kept",
     "(resolution) adopted | the boat be sold\n"},
    {"Resolved that:\n"
     "- the boat be sold\n"
     "- Motion carried 3-1.",
     "(resolution) adopted voted yes=3 no=1 | the boat be sold\n"},
    {"Resolved that:\n"
     "- the boat be sold\n"
     "%- Ada mends the oar\n"
     "- the raft be kept",
     "(resolution) adopted | the boat be sold\n"},
    {"Après en avoir délibéré, le conseil, à l'unanimité :\n"
     "AUTORISE le maire à signer\n"
     "DIT que le bateau est vendu",
     "() adopted voted unanimous | Après en avoir délibéré, le conseil, +2\n"},
    {"Après en avoir délibéré, le conseil, par 3 voix pour et 1 contre (Ada Reef) :\n"
     "- autorise le maire à signer",
     "() adopted voted yes=3 no=1 Ada Reef:no | Après en avoir délibéré, le conseil, +1\n"},
    {"Après en avoir délibéré, le conseil :\n"
     "Le bateau est vieux.",
     ""},
    {"Sometido a votación, el Pleno ACUERDA:\n"
     "[Ada Reef] (a) vender el barco",
     "() adopted inferred | Sometido a votación, el Pleno ACUERDA:\n"},
    {"Agreed: Ada mends it. (b) Sell the raft.",
     "(consensus) adopted [consensus] voted | Ada mends it. (b) Sell the raft.\n"},
    {"Agreed: (a) Buy a boat. Sell the raft.",
     "(consensus) adopted [consensus] voted | (a) Buy a boat. Sell the raft.\n"},
};

Test(decision_forms, entries_below_the_words_that_decide_are_its_text)
{
    expect_exact_texts(describe_blocks, entries_below_the_words_that_decide_are_its_text,
                       sizeof entries_below_the_words_that_decide_are_its_text /
                           sizeof *entries_below_the_words_that_decide_are_its_text);
}

static const struct text_case sections_hold_one_decision_or_one_in_each_entry[] = {
    {"# Decisions\n"
     "| No. | Decision\n"
     "| 1 | Buy a boat\n"
     "| 2 | Sell the raft\n"
     "| 3 | No",
     "() - | Buy a boat\n"
     "() - | Sell the raft\n"},
    {"# Decisions\n"
     "- Buy a boat\n"
     "-- A red one\n"
     "-- A large one\n"
     "- Sell the raft\n"
     "- None\n"
     "The weather was fine.",
     "() - | Buy a boat +2\n"
     "() - | Sell the raft\n"},
    {"# Decisions\n"
     "- [Ada Reef] Buy a boat",
     ""},
    {"Decisions:\n"
     "- Buy a boat\n"
     "- Sell the raft",
     "() - | Buy a boat\n"
     "() - | Sell the raft\n"},
    {"# Conclusion\n"
     "None\n"
     "Buy a boat.",
     ""},
    {"# Conclusion\n"
     "The members agreed:\n"
     "- buy a boat\n"
     "- sell the raft",
     "() adopted | The members agreed: +2\n"},
    {"# Conclusion\n"
     "Approved 3-1.",
     "() adopted voted yes=3 no=1 | Approved 3-1.\n"},
    {"# Conclusion\n"
     "It was agreed unanimously to buy a boat.",
     "() adopted voted unanimous | It was agreed unanimously to buy a boat.\n"},
    {"# Antrag\n"
     "Ein Boot kaufen.\n"
     "# Abstimmung\n"
     "Ja: 3\n"
     "Nein: 1",
     "(motion) adopted voted counted yes=3 no=1 | Ein Boot kaufen.\n"},
    {"# Antrag\n"
     "Ein Boot kaufen.\n"
     "# Wetter\n"
     "Ja: 3\n"
     "Nein: 1",
     "() adopted voted counted without_proposal yes=3 no=1\n"},
};

Test(decision_forms, sections_hold_one_decision_or_one_in_each_entry)
{
    expect_exact_texts(describe_blocks, sections_hold_one_decision_or_one_in_each_entry,
                       sizeof sections_hold_one_decision_or_one_in_each_entry /
                           sizeof *sections_hold_one_decision_or_one_in_each_entry);
}

static const struct text_case a_title_is_above_the_text_of_its_decision[] = {
    {"RESOLUTION 12: BUDGET\v"
     "That the budget be approved.\n"
     "Carried.",
     "#12 (resolution) adopted | That the budget be approved.\n"},
    {"RESOLUTION 12: Budget\v"
     "That the budget be approved.\n"
     "Carried.",
     "#12 (resolution) adopted | Budget\n"
     "That the budget be approved.\n"},
    {"=RESOLUTION 12: Budget\v"
     "That the budget be approved.\n"
     "Carried.",
     "#12 (resolution) adopted | That the budget be approved.\n"},
    {"=Resolution 12: Budget.\v"
     "That the budget be approved.",
     "#12 (resolution) adopted | Budget.\n"
     "That the budget be approved.\n"},
    {"=Resolution 12: Carried\v"
     "That the budget be approved.",
     "#12 (resolution) adopted | Carried\n"
     "That the budget be approved.\n"},
    {"=Resolution 12: That the boat be sold\v"
     "That the budget be approved.",
     "#12 (resolution) adopted | That the boat be sold\n"
     "That the budget be\n"},
    {"=Resolution: Budget\v"
     "That the budget be approved.",
     "(resolution) adopted | Budget\n"
     "That the budget be approved.\n"},
    {"=Motion 12: Budget\v"
     "That the budget be approved.\n"
     "Carried.",
     "#12 (motion) adopted | That the budget be approved.\n"},
    {"=Motion 12: Budget\v"
     "Moved by Ada Reef, seconded by Bert Tang.\n"
     "That the budget be approved.\n"
     "Carried.",
     "#12 (motion) adopted mover=Ada Reef seconder=Bert Tang | That the budget be approved.\n"},
    {"RESOLUTION 12: BUDGET A 7\n"
     "That the budget be approved.",
     "#12 (resolution) adopted | That the budget be approved.\n"},
    {"RESOLUTION 12: BUDGET\n"
     "Carried 3-1.",
     "#12 (resolution) adopted voted yes=3 no=1 | BUDGET\n"},
    {"=Resolution 12: Budget\n"
     "The weather was fine.",
     "#12 (resolution) adopted | Budget\n"},
    {"=Resolution 12: Budget\n"
     "&The weather was fine.",
     "#12 (resolution) adopted | The weather was fine.\n"},
    {"=Motion 12: Budget\n"
     "[Ada Reef] That the budget be approved.\n"
     "Carried.",
     "#12 (motion) adopted | Budget\n"},
    {"Motion 12: Buy a boat.\n"
     "RESOLUTION 12: BUY A BOAT\n"
     "Carried.",
     "#12 (resolution) adopted | Buy a boat.\n"},
};

Test(decision_forms, a_title_is_above_the_text_of_its_decision)
{
    expect_exact_texts(describe_blocks, a_title_is_above_the_text_of_its_decision,
                       sizeof a_title_is_above_the_text_of_its_decision /
                           sizeof *a_title_is_above_the_text_of_its_decision);
}

static const struct text_case an_application_and_the_response_below_it_are_one_decision[] = {
    {"Application 26/0101: new roof\n"
     "No objection",
     "() - inferred | Application 26/0101: new roof +1\n"},
    {"Application for a roof\n"
     "No objection, provided that the tree stays",
     "() - inferred | Application for a roof +1\n"},
    {"The old Mill application\n"
     "No objection",
     "() - inferred | The old Mill application +1\n"},
    {"The very old Mill application\n"
     "No objection",
     ""},
    {"Mill, 26/0101\n"
     "No objection",
     "() - inferred | Mill, 26/0101 +1\n"},
    {"Mill, 26/x\n"
     "No objection",
     ""},
    {"Mill, 26/0101. No objection.", "() - inferred | Mill, 26/0101. No objection.\n"},
    {"Mill, 26/0101. Tree. No objection.", "() - inferred | Mill, 26/0101. Tree. No objection.\n"},
    {"Mill, 26/0101\n"
     "Resolved: No objection",
     "() - inferred | Mill, 26/0101 +1\n"},
    {"Mill, 26/0101\n"
     "No objection was seen",
     ""},
    {"[Ada Reef] Mill, 26/0101\n"
     "No objection",
     ""},
    {"%Mill, 26/0101\n"
     "No objection",
     ""},
    {"!Mill, 26/0101\n"
     "No objection",
     ""},
    {"# Mill, 26/0101\n"
     "No objection",
     ""},
    {"Mill, 26/0101\n"
     "[Ada Reef] No objection",
     ""},
    {"Mill, 26/0101\n"
     "No objection\n"
     "No objection",
     "() - inferred | Mill, 26/0101 +1\n"},
    {"Resolved: Buy a boat.\n"
     "The raft was seen.\n"
     "No objection",
     "(resolution) adopted | Buy a boat.\n"},
};

Test(decision_forms, an_application_and_the_response_below_it_are_one_decision)
{
    expect_exact_texts(describe_blocks, an_application_and_the_response_below_it_are_one_decision,
                       sizeof an_application_and_the_response_below_it_are_one_decision /
                           sizeof *an_application_and_the_response_below_it_are_one_decision);
}

static const struct text_case a_candidate_may_be_elected_in_another_column[] = {
    {"| Candidate | Votes | Status\n"
     "| Ada Reef | 7 | elected\n"
     "| Bert Tang | 5 | -",
     "(election) adopted voted without_proposal Ada Reef=7 elected=Ada Reef Bert Tang=5\n"},
    {"| Name | Status | Votes\n"
     "| Ada Reef | elected | 7",
     "(election) adopted voted without_proposal Ada Reef=7 elected=Ada Reef\n"},
};

Test(decision_forms, a_candidate_may_be_elected_in_another_column)
{
    expect_exact_texts(describe_blocks, a_candidate_may_be_elected_in_another_column,
                       sizeof a_candidate_may_be_elected_in_another_column /
                           sizeof *a_candidate_may_be_elected_in_another_column);
}

static const struct text_case the_mark_of_an_entry_has_up_to_four_letters_or_three_digits[] = {
    {"Resolved that:\n"
     "(a) the boat be sold\n"
     "(2. the raft be kept",
     "(resolution) adopted | (a) the boat be sold\n"},
    {"Resolved that:\n"
     "(a) the boat be sold\n"
     "b. the raft be kept",
     "(resolution) adopted | (a) the boat be sold\n"},
    {"Resolved that:\n"
     "(a) the boat be sold\n"
     "2b) the raft be kept",
     "(resolution) adopted | (a) the boat be sold\n"},
    {"Resolved that:\n"
     "(a) the boat be sold\n"
     "b)the raft be kept",
     "(resolution) adopted | (a) the boat be sold\n"},
    {"Resolved that:\n"
     "(a) the boat be sold\n"
     ") the raft be kept",
     "(resolution) adopted | (a) the boat be sold\n"},
    {"Resolved that:\n"
     "(a) the boat be sold\n"
     "2. the raft be kept",
     "(resolution) adopted | (a) the boat be sold +1\n"},
    {"Resolved that:\n"
     "(a) the boat be sold\n"
     "viii) the raft be kept\n"
     "xviii) the oar be kept",
     "(resolution) adopted | (a) the boat be sold +1\n"},
    {"Resolved that:\n"
     "(a) the boat be sold\n"
     "(999) the raft be kept\n"
     "(1000) the oar be kept",
     "(resolution) adopted | (a) the boat be sold +1\n"},
    {"Resolved that:\n"
     "(Z) the boat be sold\n"
     "(A) the raft be kept",
     "(resolution) adopted | (Z) the boat be sold +1\n"},
    {"Sometido a votación, el Pleno ACUERDA:\n"
     "(a) vender el barco\n"
     "(b) comprar otro",
     "() adopted | Sometido a votación, el Pleno ACUERDA: +2\n"},
    {"El Pleno ACUERDA:\n"
     "- vender el barco",
     "() adopted | El Pleno ACUERDA: +1\n"},
    {"ACUERDA:\n"
     "- vender el barco",
     ""},
};

Test(decision_forms, the_mark_of_an_entry_has_up_to_four_letters_or_three_digits)
{
    expect_exact_texts(describe_blocks, the_mark_of_an_entry_has_up_to_four_letters_or_three_digits,
                       sizeof the_mark_of_an_entry_has_up_to_four_letters_or_three_digits /
                           sizeof *the_mark_of_an_entry_has_up_to_four_letters_or_three_digits);
}

static const struct text_case a_reference_and_a_count_have_digits[] = {
    {"Mill, x/26\n"
     "No objection",
     ""},
    {"Mill, 26-01\n"
     "No objection",
     ""},
    {"Mill, 2/6\n"
     "No objection",
     "() - inferred | Mill, 2/6 +1\n"},
    {"| Topic | For | Against\n"
     "| The red boat | none | 1",
     "() - voted no=1 | The red boat\n"},
    {"| Proposal | For | Against\n"
     "| Boat | 3 | 1",
     "() adopted voted counted yes=3 no=1 | Boat\n"},
    {"| Topic | Proposal | For | Against\n"
     "| Sea | Boat | 3 | 1",
     "() adopted voted counted yes=3 no=1 | Boat\n"},
    {"| Candidate | Votes\n"
     "| Ada Reef | 1 (25 %)\n"
     "| Bert Tang | 3 (75 %)",
     "(election) - voted without_proposal Ada Reef=1 Bert Tang=3\n"},
    {"Proposal: Buy a boat\n"
     "[Ada] +1\n"
     "[Bert] +1\n"
     "=Motion 12: Sell\v"
     "That the raft be sold.\n"
     "Carried.",
     "#12 (motion) adopted | That the raft be sold.\n"},
    {"Resolved: Buy a boat.\n"
     "The raft was seen.\n"
     "Mill, 26/0101\n"
     "No objection",
     "(resolution) adopted | Buy a boat.\n"
     "() - inferred | Mill, 26/0101 +1\n"},
    {"# Conclusion\n"
     "Rejected 1-3.",
     "() rejected voted yes=1 no=3 | Rejected 1-3.\n"},
    {"Motion: Buy a boat. Ayes: Ada Reef.\n"
     "Carried.",
     "(motion) adopted voted Ada Reef:yes | Buy a boat.\n"},
    {"Buy a boat (+1: Ada; -1: Bert) Carried.", "() adopted voted Ada:yes Bert:no | Buy a boat\n"},
    {"[Ada Reef] Buy a boat (+1: Mona; -1: Bert)", ""},
    {"~Buy a boat (+1: Ada; -1: Bert)", ""},
    {"Resolved: Buy a boat. Carried 3-1. (Ada Reef)",
     "(resolution) adopted voted yes=3 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Resolved unanimously to sell the raft.",
     "(resolution) adopted voted unanimous | Resolved unanimously to sell the raft.\n"},
};

Test(decision_forms, a_reference_and_a_count_have_digits)
{
    expect_exact_texts(describe_blocks, a_reference_and_a_count_have_digits,
                       sizeof a_reference_and_a_count_have_digits /
                           sizeof *a_reference_and_a_count_have_digits);
}
