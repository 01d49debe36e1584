/* Decisions at their limits: labels and statements. */
#include "unit/outcomes/block_lines.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>

static const struct text_case a_label_ends_with_a_mark_and_has_up_to_five_words[] = {
    {"Decision -- Buy a boat", "() - | Buy a boat\n"},
    {"Decision – Buy a boat", "() - | Buy a boat\n"},
    {"Decision — Buy a boat", "() - | Buy a boat\n"},
    {"Decision - Buy a boat", "() - | Buy a boat\n"},
    {"Decision-Buy a boat", ""},
    {"Decision: Buy a boat", "() - | Buy a boat\n"},
    {"Decision://boat", ""},
    {"Decision:30 boats", ""},
    {"[Decision]: Buy a boat", "() - | Buy a boat\n"},
    {"Decision] Buy a boat", ""},
    {"Decision No. 12: Buy a boat", "#12 () - | Buy a boat\n"},
    {"Decision no 12/2024: Buy a boat", "#12/2024 () - | Buy a boat\n"},
    {"Decision #12: Buy a boat", "#12 () - | Buy a boat\n"},
    {"Decision (12): Buy a boat", "#12 () - | Buy a boat\n"},
    {"Decision 5 A: Buy a boat", "#5 A () - | Buy a boat\n"},
    {"Decision 3 / 2024: Buy a boat", "#3 / 2024 () - | Buy a boat\n"},
    {"Decision 12 on the port: Buy a boat", "#12 () - | Buy a boat\n"},
    {"Resolution 5 on the port", ""},
    {"Resolution 5", "#5 (resolution) adopted without_proposal\n"},
    {"Motion by Ada Reef, seconded by Bert Tang: Buy a boat",
     "(motion) - mover=Ada Reef seconder=Bert Tang | Buy a boat\n"},
    {"Motion (Reef/Tang): Buy a boat", "(motion) - mover=Reef seconder=Tang | Buy a boat\n"},
    {"Decision (3-1): Buy a boat", "() adopted voted counted yes=3 no=1 | Buy a boat\n"},
    {"Decision (carried): Buy a boat", "() adopted | Buy a boat\n"},
    {"Decision (by majority): Buy a boat", "() adopted | Buy a boat\n"},
    {"Decision (unanimously adopted): Buy a boat", "() adopted voted unanimous | Buy a boat\n"},
    {"Not adopted: Buy a boat", "() rejected | Buy a boat\n"},
    {"Payments: Resolved to pay", "(resolution) adopted | Resolved to pay\n"},
    {"Motion: Buy a boat.\n"
     "Roll call vote: 3-1",
     "(motion) adopted [roll_call] voted counted yes=3 no=1 | Buy a boat.\n"},
    {"Fees. Motion: Raise them. Carried.", "(motion) adopted | Raise them.\n"},
    {"Fees. Decision: Raise them.", "() - | Raise them.\n"},
    {"Fees. Vote: 3-1.", "() adopted voted counted without_proposal yes=3 no=1\n"},
    {"Fees. Moved by: Ada Reef. Carried.", "(motion) adopted mover=Ada Reef | Fees.\n"},
    {"[Ada Reef] Fees. Motion: Raise them. Carried.", ""},
};

Test(decision_labels, a_label_ends_with_a_mark_and_has_up_to_five_words)
{
    expect_exact_texts(describe_blocks, a_label_ends_with_a_mark_and_has_up_to_five_words,
                       sizeof a_label_ends_with_a_mark_and_has_up_to_five_words /
                           sizeof *a_label_ends_with_a_mark_and_has_up_to_five_words);
}

static const struct text_case a_statement_is_the_result_or_the_text_of_the_open_decision[] = {
    {"Motion: Buy a boat.\n"
     "Decision: none",
     "(motion) none | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Decision: No",
     "(motion) rejected | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Decision: No decision was made.",
     "(motion) none | Buy a boat.\n"},
    {"Decision: none", ""},
    {"Decision: There was no decision", ""},
    {"Motion: Buy a boat.\n"
     "Decision: Buy a boat and two red oars.",
     "(motion) - | Buy a boat and two red oars.\n"},
    {"Motion: Buy 2 boats.\n"
     "Decision: Buy 2 boats.",
     "(motion) - | Buy 2 boats.\n"},
    {"Motion: Buy a boat.\n"
     "Decision: Buy two lamps. Carried 3-1.",
     "(motion) adopted voted yes=3 no=1 | Buy two lamps.\n"},
    {"Motion: Buy a boat.\n"
     "Result: tie, 1-1, casting vote against",
     "(motion) - voted yes=1 no=1 | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Result: 3-1",
     "(motion) adopted voted counted yes=3 no=1 | Buy a boat.\n"},
    {"Decision: Buy a boat. (9:0:2)",
     "() adopted voted counted yes=9 no=0 abstain=2 | Buy a boat. (9:0:2)\n"},
    {"Decision: Buy a boat. (9:0:2:1)", "() - | Buy a boat. (9:0:2:1)\n"},
    {"Decision: Buy a boat. (9)", "() - | Buy a boat. (9)\n"},
    {"Decision: Buy a boat.\n"
     "Decision: Sell the raft.",
     "() - | Buy a boat.\n"
     "() - | Sell the raft.\n"},
    {"Decision: Buy a boat.\n"
     "Consensus: Buy a boat.",
     "(consensus) adopted [consensus] voted | Buy a boat.\n"},
    {"Decision: Buy a boat.\n"
     "Decision: Carried 3-1.",
     "() adopted voted yes=3 no=1 | Buy a boat.\n"},
    {"Consensus: Buy a boat.\n"
     "Decision: Lost.",
     "(consensus) rejected [consensus] voted | Buy a boat.\n"},
    {"Proposal: Buy a boat\n"
     "[Ada] -1\n"
     "Resolved: Sell the raft",
     "(resolution) adopted | Sell the raft\n"},
    {"Decision: No consensus.", "(consensus) none [consensus] voted | No consensus.\n"},
    {"Decision: There is no consensus yet.", "() none | There is no consensus yet.\n"},
    {"Decision: Postponed to June", "() deferred | Postponed to June\n"},
    {"Resolved: Reject the offer. Carried.", "(resolution) adopted | Reject the offer.\n"},
    {"Decision: The offer of the men from the harbour is refused.",
     "() rejected | The offer of the men from the harbour is\n"},
    {"Motion: Reject the offer.\n"
     "Decision: Reject the offer. Carried.",
     "(motion) adopted | Reject the offer.\n"},
    {"Proposal: Buy a boat (Ada Reef)\n"
     "Carried.",
     "(motion) adopted mover=Ada Reef | Buy a boat\n"},
    {"Proposal: Buy a boat (red)\n"
     "Carried.",
     "() adopted | Buy a boat (red)\n"},
    {"Proposal: Buy a boat. Motion: Sell the raft. Carried.",
     "(motion) adopted | Sell the raft.\n"},
    {"Proposal: Buy a boat. Proposal: Sell the raft. Carried.", "() adopted | Sell the raft.\n"},
    {"Proposal: Buy a boat. Moved: Ada Reef. Carried.",
     "() adopted mover=Ada Reef | Buy a boat.\n"},
    {"Proposal: Buy a boat. Ada Reef moved to table it. Carried.",
     "(motion) adopted mover=Ada Reef | Ada Reef moved to table it.\n"},
    {"Proposal: The budget is approved unanimously.",
     "() adopted voted unanimous | The budget is approved unanimously.\n"},
    {"Proposal: The budget is approved.", ""},
    {"Proposal: Approved.", ""},
    {"Proposal: The motion is approved.", "() adopted | The motion is approved.\n"},
    {"Proposal: Buy a boat - carried 3-1", "() adopted voted yes=3 no=1 | Buy a boat\n"},
    {"Proposal: Buy a boat -> carried 3-1", "() adopted voted yes=3 no=1 | Buy a boat\n"},
    {"Proposal: Buy a boat - a red one", ""},
    {"Proposal: Buy a boat. Agreed.", "() adopted | Buy a boat.\n"},
    {"Proposal: Buy a boat. Agreed to pay.", ""},
};

Test(decision_labels, a_statement_is_the_result_or_the_text_of_the_open_decision)
{
    expect_exact_texts(describe_blocks, a_statement_is_the_result_or_the_text_of_the_open_decision,
                       sizeof a_statement_is_the_result_or_the_text_of_the_open_decision /
                           sizeof *a_statement_is_the_result_or_the_text_of_the_open_decision);
}

static const struct text_case a_topic_before_a_resolution_has_fewer_than_sixty_bytes[] = {
    {"The payments of the members and of the owners of two boats: Resolved to pay",
     "() adopted | Resolved to pay\n"},
    {"The payments of the members and of the owners of six boats : Resolved to pay", ""},
    {"The payments of the members and of the owners of the boats: Resolved to pay",
     "() adopted | Resolved to pay\n"},
};

Test(decision_labels, a_topic_before_a_resolution_has_fewer_than_sixty_bytes)
{
    expect_exact_texts(describe_blocks, a_topic_before_a_resolution_has_fewer_than_sixty_bytes,
                       sizeof a_topic_before_a_resolution_has_fewer_than_sixty_bytes /
                           sizeof *a_topic_before_a_resolution_has_fewer_than_sixty_bytes);
}

static const struct text_case a_consensus_or_a_refusal_may_be_stated_late[] = {
    {"Decision: No clear consensus was found.",
     "(consensus) none [consensus] voted | No clear consensus was found.\n"},
    {"Decision: The plan to raise the fees of the members was deferred to May.",
     "() deferred | The plan to raise the fees of the member\n"},
    {"Decision: The plan to raise fees was approved.",
     "() adopted | The plan to raise fees was approved.\n"},
    {"Motion: Refuse the offer.\n"
     "Decision: Refuse the offer.",
     "(motion) - | Refuse the offer.\n"},
    {"Decision: Rejected.", "() rejected | Rejected.\n"},
    {"Decision: Reject", "() rejected | Reject\n"},
    {"Decision: Refuse the offer.", "() - | Refuse the offer.\n"},
    {"Decision: The offer is refused.", "() rejected | The offer is refused.\n"},
    {"Decision: Das Angebot wird abgelehnt.", "() rejected | Das Angebot wird abgelehnt.\n"},
    {"Motion: Accept the offer. Carried.\n"
     "Decision: Reject the offer.",
     "(motion) adopted | Accept the offer.\n"
     "() - | Reject the offer.\n"},
    {"Resolved: Accept the offer.\n"
     "Decision: Reject the offer.",
     "(resolution) adopted | Accept the offer.\n"
     "() - | Reject the offer.\n"},
};

Test(decision_labels, a_consensus_or_a_refusal_may_be_stated_late)
{
    expect_exact_texts(describe_blocks, a_consensus_or_a_refusal_may_be_stated_late,
                       sizeof a_consensus_or_a_refusal_may_be_stated_late /
                           sizeof *a_consensus_or_a_refusal_may_be_stated_late);
}

static const struct text_case a_proposal_ends_where_another_motion_begins[] = {
    {"Motion: Buy a boat. Counter-motion: Rent it. Carried.", "() adopted | Rent it.\n"},
    {"Motion: Buy a boat. The counter-motion was lost.",
     "() rejected | The counter-motion was lost.\n"},
    {"Motion: Buy a boat (the name of the one who moved it is far too long for a name in "
     "brackets). Carried.",
     "(motion) adopted | Buy a boat (the name of the one who move\n"},
    {"Motion: Buy a boat (). Carried.", "(motion) adopted | Buy a boat ().\n"},
    {"Motion: Buy a boat (Ada Reef) and a raft. Carried.",
     "(motion) adopted | Buy a boat (Ada Reef) and a raft.\n"},
    {"Motion to amend: Buy a boat\n"
     "Carried.",
     "(motion) adopted | Motion to amend: Buy a boat\n"},
    {"Amendment: Buy a boat\n"
     "Carried.",
     "(motion) adopted | Buy a boat\n"},
    {"Motion: Amend the fee\n"
     "The amendment was carried.",
     "(motion) adopted | Amend the fee\n"},
    {"Motion as amended: Buy a boat\n"
     "Carried.",
     "(motion) adopted_with_amendments | Buy a boat\n"},
    {"Substitute motion: Buy a boat\n"
     "The motion was carried.",
     "() adopted | Buy a boat\n"},
    {"Motion to table: Buy a boat\n"
     "Carried.",
     "(motion) adopted | Motion to table: Buy a boat\n"},
    {"Motion 12: Buy a boat. Motion 13: Sell the raft. Carried.",
     "#13 (motion) adopted | Sell the raft.\n"},
    {"Motion: Buy a boat. Seconded by Bert Tang. Ayes: Ada Reef. Noes: Mona Norden, Juno Quist.",
     "(motion) rejected voted counted seconder=Bert Tang Ada Reef:yes Mona Norden:no Juno Quist:no "
     "| Buy a boat.\n"},
    {"Antrag: Der Haushalt wird angenommen.", ""},
    {"Antrag: Der Haushalt wird einstimmig angenommen.",
     "(motion) adopted voted unanimous | Der Haushalt wird einstimmig angenommen.\n"},
    {"Antrag: Der Antrag wird angenommen.", "(motion) adopted | Der Antrag wird angenommen.\n"},
    {"Antrag: Wird angenommen.", ""},
};

Test(decision_labels, a_proposal_ends_where_another_motion_begins)
{
    expect_exact_texts(describe_blocks, a_proposal_ends_where_another_motion_begins,
                       sizeof a_proposal_ends_where_another_motion_begins /
                           sizeof *a_proposal_ends_where_another_motion_begins);
}

static const struct text_case an_outcome_after_a_dash_is_in_the_last_eighty_bytes[] = {
    {"Proposal: Buy a boat — carried 3-1", "() adopted voted yes=3 no=1 | Buy a boat\n"},
    {"Proposal: Buy a boat – carried 3-1", "() adopted voted yes=3 no=1 | Buy a boat\n"},
    {"Proposal: Buy a boat -- carried 3-1", "() adopted voted yes=3 no=1 | Buy a boat\n"},
    {"Proposal: Buy a boat → carried 3-1", "() adopted voted yes=3 no=1 | Buy a boat\n"},
    {"Proposal: Buy a boat - a red one - carried 3-1",
     "() adopted voted yes=3 no=1 | Buy a boat - a red one\n"},
    {"Proposal: Buy a boat - carried", "() adopted | Buy a boat\n"},
    {"Decision: Buy a boat - carried 3-1", "() adopted voted yes=3 no=1 | Buy a boat\n"},
    {"Decision: Buy a boat. Carried 3-1. Ayes: Ada Reef, Bert Tang.",
     "() adopted voted yes=3 no=1 Ada Reef:yes Bert Tang:yes | Buy a boat.\n"},
    {"Resolved: Buy a boat. The motion was lost.", "(resolution) rejected | Buy a boat.\n"},
    {"Resolved: Buy a boat. Two thirds were needed. 3 for, 2 against.",
     "(resolution) rejected voted counted yes=3 no=2 | Buy a boat. Two thirds were needed.\n"},
    {"Resolved: Buy a boat. Moved by Ada Reef, seconded by Bert Tang.",
     "(resolution) adopted mover=Ada Reef seconder=Bert Tang | Buy a boat.\n"},
    {"Resolved (carried 3-1): Buy a boat.",
     "(resolution) adopted voted yes=3 no=1 | Buy a boat.\n"},
    {"Resolved (by show of hands): Buy a boat.",
     "(resolution) adopted [show_of_hands] voted | Buy a boat.\n"},
    {"Resolved (rejected): Buy a boat.", "(resolution) rejected | Buy a boat.\n"},
    {"Result: Buy a boat, 3-1", "() adopted voted counted yes=3 no=1 | Buy a boat, 3-1\n"},
};

Test(decision_labels, an_outcome_after_a_dash_is_in_the_last_eighty_bytes)
{
    expect_exact_texts(describe_blocks, an_outcome_after_a_dash_is_in_the_last_eighty_bytes,
                       sizeof an_outcome_after_a_dash_is_in_the_last_eighty_bytes /
                           sizeof *an_outcome_after_a_dash_is_in_the_last_eighty_bytes);
}
