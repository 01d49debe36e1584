/* How near a result is to the words that state it. */
#include "unit/marks/described_marks.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>

static void describe(const char *text, char *found, size_t size)
{
    describe_marks(text, false, found, size);
}

static const struct text_case distances[] = {
    {"Carried by all.", ""},
    {"Carried by all members.", ""},
    {"Was carried at the end of this day.", " adopted [carried] alone outcome"},
    {"Was carried at the end of this long day.", " adopted [carried]"},
    {"Result: carried at the end of this day.", " adopted [carried] alone outcome"},
    {"Result: carried at the end of this long day.", " adopted [carried] alone outcome"},
    {"Result of it: carried at the end of the day.", " adopted [carried]"},
    {"Result of the vote: carried at the end.", " adopted [carried] certain vote stated"},
    {"Mit 4 Stimmen der Leute aus dem Hafen abgelehnt.", " rejected [abgelehnt] alone outcome"},
    {"Mit 4 Stimmen der guten Leute aus dem Hafen abgelehnt.", " rejected [abgelehnt]"},
    {"Mit Stimmen der Leute abgelehnt.", " rejected [abgelehnt]"},
    {"Mit 4 abgelehnt.", " rejected [abgelehnt] alone outcome"},
    {"Carried, 5 in a row to the end of the day.", " adopted [Carried] alone outcome"},
    {"Lost.", " rejected [Lost] alone outcome"},
    {"Lost by one.", " rejected [Lost] alone outcome"},
    {"Lost by one vote.", " vote"},
    {"Lost 5 of the lamps in the fog.", " rejected [Lost] alone outcome"},
    {"Lost (all of the lamps of it).", " rejected [Lost]"},
    {"The motion was lost by one vote of the eldest.",
     " rejected [lost] certain vote motion stated"},
    {"The defeated motion was long.", " motion"},
    {"The motion, which the harbour and the town read in the fog, carried.",
     " adopted [carried] certain motion stated"},
    {"The motion, which the harbour and the whole town read in the fog, carried.",
     " adopted [carried] certain motion stated"},
    {"The motion, which the harbour and the town read (in a fog), was carried at last.",
     " adopted [carried] certain motion stated"},
    {"The motion (which a b c d e f g h i j k l m n o p), carried.",
     " adopted [carried] certain motion stated"},
    {"The plan was rejected 1-3.", " rejected [rejected] certain stated yes=1 no=3 score"},
    {"The plan was rejected 1:3.", " rejected [rejected] certain stated yes=1 no=3 score"},
    {"The plan was rejected 1/3.", " rejected [rejected] certain stated yes=1 no=3 score"},
    {"The plan was rejected 1,3.", " rejected [rejected] stated"},
    {"The plan was then rejected 1-3.", " rejected [rejected] certain stated yes=1 no=3 score"},
    {"The plan was then all rejected 1-3.", " rejected [rejected]"},
    {"Der Plan wird mit 1:3 abgelehnt.", " rejected [abgelehnt] certain yes=1 no=3 score"},
    {"Der Plan wird 1:3 abgelehnt.", " rejected [abgelehnt] certain yes=1 no=3 score"},
    {"Wird 1:3 abgelehnt.", " rejected [abgelehnt]"},
    {"The clerk said that the plan was rejected 1-3.", " stated"},
    {"Held over until June.", " deferred [Held over] alone outcome"},
    {"Held over now until June.", " deferred [Held over]"},
    {"Held over to the day until June.", " deferred [Held over] alone outcome"},
    {"Held over until the end of the month of June.", " deferred [Held over]"},
    {"Held over until the end of the long month of June.", " deferred [Held over]"},
    {"The board did not unanimously approve the plan.", ""},
    {"The motion was not carried unanimously.", " [not carried] motion stated"},
    {"The motion was not by the board unanimously carried.", " [carried] motion stated"},
    {"The motion was not good, and unanimously carried.",
     " adopted [carried] certain vote unanimous motion outcome stated"},
    {"Not approved.", " rejected [Not approved] alone outcome"},
    {"Not yet approved.", " rejected [approved]"},
    {"Not approved or carried.", " rejected [Not approved]"},
    {"The motion was not then carried.", " rejected [carried] certain motion outcome stated"},
    {"No objections: approved.", " adopted [approved] method=general_consent vote"},
    {"The budget of the harbour for the year of the lamps, as sent, was approved.",
     " adopted [approved] stated"},
    {"The report was approved.", " adopted [approved] certain stated"},
    {"The report has not yet been approved.", " [approved]"},
    {"The report may be approved.", " [approved]"},
    {"Approved, the report may go.", " adopted [Approved]"},
    {"The clerk said that the report was approved.", " stated"},
    {"Motion withdrawn by its mover.", " withdrawn [withdrawn] certain motion outcome stated"},
    {"The motion was carried by voice vote.",
     " adopted [carried] method=voice certain vote motion outcome stated"},
    {"The motion was carried by a roll call vote.",
     " adopted [carried] method=roll_call certain vote motion stated"},
    {"The motion was carried with a show of hands.",
     " adopted [carried] method=show_of_hands certain vote motion stated"},
    {"The vote by secret ballot was held.", " method=secret_ballot vote"},
    {"By general consent the motion was carried.",
     " adopted [carried] method=general_consent certain vote motion stated"},
    {"The motion failed for lack of a second.", " lapsed [failed] certain motion outcome stated"},
    {"The chair's casting vote: lost.", " rejected [lost] certain casting stated"},
    {"The motion was lost on the casting vote of the chair.",
     " rejected [lost] certain motion casting stated"},
};

Test(distances, results_count_only_near_the_words_that_state_them)
{
    expect_texts(describe, distances, sizeof distances / sizeof *distances);
}

static void describe_spoken(const char *text, char *found, size_t size)
{
    describe_marks(text, true, found, size);
}

static const struct text_case earlier_times[] = {
    {"The motion was carried in 2019.", " [carried] motion stated"},
    {"The motion was carried in 201.", " adopted [carried] certain motion outcome stated"},
    {"The motion was carried in 20190.", " adopted [carried] certain motion outcome stated"},
    {"The motion was carried in 2019 by all.", " elsewhere motion stated"},
    {"Der Antrag wurde 2019 abgelehnt.", " [abgelehnt] motion stated"},
    {"Der Antrag wurde im Mai 2019 abgelehnt.", " [abgelehnt] motion stated"},
    {"2019 motion carried.", " adopted [carried] certain motion stated"},
    {"The motion was carried at the last meeting.", " [carried] motion stated"},
    {"The motion was carried.", " adopted [carried] certain motion outcome stated"},
    {"Carried now by all of the members.", " adopted [Carried]"},
};

Test(distances, a_speaker_may_tell_of_earlier_results)
{
    expect_texts(describe_spoken, earlier_times, sizeof earlier_times / sizeof *earlier_times);
}
