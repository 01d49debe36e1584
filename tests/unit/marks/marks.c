#include "marks/marks.h"

#include "unit/listing.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>

static void list_span(struct listing *out, const char *label, struct text_span span)
{
    if (span.length)
        listing_add(out, " %s[%.*s]", label, (int)span.length, span.text);
}

static void list_flags(const struct sentence_marks *marks, struct listing *out)
{
    const struct {
        const char *name;
        bool set;
    } flags[] = {
        {"moved", marks->moved && !marks->movers[0].length},
        {"bracketed", marks->bracketed},
        {"weak", marks->moved_weak},
        {"seconded", marks->seconded && !marks->seconders[0].length},
        {"elsewhere", marks->elsewhere},
        {"certain", marks->result_certain},
        {"alone", marks->result_alone},
        {"amended", marks->amended},
        {"amendment", marks->amendment},
        {"counter", marks->counter},
        {"subsidiary", marks->subsidiary},
        {"amended-motion", marks->amended_motion},
        {"vote", marks->vote},
        {"unanimous", marks->unanimous},
        {"nearly-unanimous", marks->nearly_unanimous},
        {"motion", marks->motion},
        {"minutes", marks->minutes},
        {"doubtful", marks->doubtful},
        {"all", marks->all},
        {"outcome", marks->outcome},
        {"casting", marks->casting},
        {"ballots", marks->ballots},
        {"elects", marks->elects},
    };
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].set)
            listing_add(out, " %s", flags[i].name);
}

static void list_counts(const struct vote_counts *counts, struct listing *out)
{
    for (size_t i = 0; i < counts->count; i++)
        listing_add(out, " %s=%d", counts->list[i].option, counts->list[i].value);
    listing_add(out, "%s%s%s%s%s%s", counts->marked ? " marked" : "",
                counts->options ? " options" : "", counts->unclear ? " unclear" : "",
                counts->worded ? " worded" : "", counts->score ? " score" : "",
                counts->turned ? " turned" : "");
}

/* Writes all marks of a sentence. */
static void describe_marks(const char *text, bool spoken, char *found, size_t size)
{
    struct listing out = {found, 0, size};
    struct sentence sentence;
    struct sentence_marks marks;
    struct text_span words;
    size_t at = 0;
    *found = 0;
    sentence_read_all(text_span_of(text), &sentence);
    sentence_marks_read(&sentence, spoken, &marks);
    for (size_t i = 0; i < marks.mover_count; i++)
        list_span(&out, "mover", marks.movers[i]);
    for (size_t i = 0; i < marks.seconder_count; i++)
        list_span(&out, "seconder", marks.seconders[i]);
    if (marks.result)
        listing_add(&out, " %s", marks.result);
    list_span(&out, "", marks.result_words);
    list_span(&out, "by", marks.other_body);
    if (marks.elects)
        list_span(&out, "elected", marks.elected);
    if (marks.method)
        listing_add(&out, " method=%s", marks.method);
    list_flags(&marks, &out);
    if (marks.prose)
        listing_add(&out, " prose=%zu", marks.prose_end);
    if (marks.resolved)
        listing_add(&out, " resolved=%zu", marks.resolved);
    if (result_find(&sentence, 0, &at, &words) && result_is_stated(&sentence, at))
        listing_add(&out, " stated");
    list_counts(&marks.counts, &out);
}

static void describe(const char *text, char *found, size_t size)
{
    describe_marks(text, false, found, size);
}

static const struct text_case sentences[] = {
    {"Moved by Ada Reef, seconded by Bob Moor.", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"Ada Reef moved to buy a boat.", " mover[Ada Reef]"},
    {"Ada Reef moved that the lamp be lit; Bob Moor seconded.",
     " mover[Ada Reef] seconder[Bob Moor]"},
    {"Motion by Ada Reef and Bob Moor, second by Cy Dune and Dot Ness.",
     " mover[Ada Reef] mover[Bob Moor] seconder[Cy Dune] seconder[Dot Ness] motion outcome"},
    {"(Reef/Moor) Passed.", " mover[Reef] seconder[Moor] adopted [Passed] bracketed outcome"},
    {"Ada Reef proposed a party.", " mover[Ada Reef] weak"},
    {"It was moved and seconded to buy a boat.", ""},
    {"Motion carried.", " adopted [carried] certain alone motion outcome stated"},
    {"Motion carried unanimously.",
     " adopted [carried] certain alone vote unanimous motion outcome stated"},
    {"The motion passed 8-0-1.",
     " adopted [passed] certain motion outcome stated yes=8 no=0 abstain=1 score"},
    {"The motion failed 3 to 4.",
     " rejected [failed] certain motion outcome stated yes=3 no=4 worded score"},
    {"The motion was defeated 5-2.",
     " rejected [defeated] certain motion outcome stated yes=2 no=5 score turned"},
    {"Carried, 2 for.", " adopted [Carried] alone outcome yes=2"},
    {"Carried", " adopted [Carried] alone outcome"},
    {"Approved as amended.", " adopted [Approved] alone amended outcome"},
    {"The amendment was adopted.", " adopted [adopted] certain amendment outcome stated"},
    {"The motion as amended was adopted by 7 votes to 2.",
     " adopted [adopted] certain amended amended-motion vote motion outcome stated yes=7 no=2 "
     "worded score"},
    {"Both motions carried.", " adopted [carried] certain motion all stated"},
    {"The minutes were approved.", " adopted [approved] certain minutes stated"},
    {"The agenda was approved unanimously.",
     " adopted [approved] certain vote unanimous minutes stated"},
    {"Motion to table the motion passed.",
     " adopted [passed] moved weak certain subsidiary motion stated"},
    {"The counter-motion was rejected.", " rejected [rejected] certain counter outcome stated"},
    {"Vote: 3-3", " vote outcome yes=3 no=3 marked worded score"},
    {"The chair cast the deciding vote.", ""},
    {"In favour: Ada Reef", " outcome ballots"},
    {"Ada Reef was elected chair.", " adopted [elected] elected[Ada Reef] elects stated"},
    {"Chair: Ada Reef, elected unanimously",
     " adopted [elected] elected[Ada Reef] certain vote unanimous elects"},
    {"Passed by voice vote.", " method=voice vote"},
    {"Approved by acclamation.", " adopted [Approved] alone outcome"},
    {"Adopted by a show of hands, 12 for, 3 against, 1 abstention.",
     " adopted [Adopted] method=show_of_hands certain vote outcome yes=12 no=3 abstain=1"},
    {"Secret ballot: 5 yes, 2 no.", " method=secret_ballot yes=5 no=2"},
    {"RESOLVED, that the boat be sold.", " prose=2"},
    {"Resolved (4 for, 1 against) to move the pier.", " prose=6 yes=4 no=1"},
    {"AGREED to buy a boat.", " prose=2"},
    {"Agreed that the boat be sold.", " prose=2"},
    {"The board agreed to defer the item.", " deferred [defer] prose=3"},
    {"The board agreed to postpone the party.", " [postpone] doubtful prose=3"},
    {"The board decided to reject the offer.", " rejected [reject] prose=3"},
    {"Not everyone agreed to buy a boat.", ""},
    {"Few members agreed to buy a boat.", ""},
    {"The motion carried at the last meeting was read out.", " elsewhere motion stated"},
    {"The motion approved by the lottery fund was read.",
     " by[the lottery fund was] elsewhere motion stated"},
    {"Approved by the county council.", " adopted [Approved] by[the county council]"},
    {"Moor withdrew his objection.", " [withdrew]"},
    {"Reef withdrew the motion.", " withdrawn [withdrew] motion"},
    {"The motion was not adopted.", " rejected [not adopted] certain motion outcome stated"},
    {"The motion was not carried unanimously.", " [not carried] motion stated"},
    {"The motion was carried unanimously but for one vote.",
     " adopted [carried] certain vote nearly-unanimous motion stated"},
    {"Proposed by Ada Reef, seconded by Bob Moor and RESOLVED that the boat be sold.",
     " mover[Ada Reef] seconder[Bob Moor] outcome prose=10 resolved=9"},
    {"For: 9, against: 2, abstain: 1", " outcome ballots yes=9 no=2 abstain=1 marked"},
    {"9 for, 2 against", " outcome yes=9 no=2 marked"},
    {"Ja: 9, Nein: 2, Enthaltung: 1", " outcome ballots yes=9 no=2 abstain=1 marked"},
    {"SF: 1 F: 2 N: 3 A: 4 SA: 5",
     " outcome strongly favor=1 favor=2 neutral=3 against=4 strongly against=5 marked options"},
    {"3 for hiring, 2 for buying", ""},
    {"Yes 999, no 0", " outcome yes=999 no=0 marked"},
    {"1000-2", ""},
    {"999-999-999", ""},
    {"05-2", ""},
    {"8/0/1/2", ""},
    {"12 to 4 in favour", ""},
    {"A two-thirds majority, 5-3, was reached.", ""},
    {"No objection.", " method=general_consent vote"},
    {"There were no objections.", " method=general_consent vote"},
    {"Consensus was reached.", ""},
    {"Der Antrag wird einstimmig angenommen.",
     " adopted [angenommen] certain vote unanimous motion outcome stated"},
    {"Der Antrag wird mit 5:2 abgelehnt.",
     " rejected [abgelehnt] certain motion outcome stated yes=2 no=5 score turned"},
    {"Der Antrag wurde vertagt.", " deferred [vertagt] certain motion outcome stated"},
    {"Der Rat stimmt dem Kauf nicht zu.", " rejected [Der Rat stimmt dem Kauf nicht zu] prose=4"},
    {"Der Rat beschließt, das Boot zu kaufen.", " prose=3"},
    {"Die Mitglieder beschließen den Kauf bei 2 Gegenstimmen.", ""},
    {"Zum Vorsitzenden wird Bob Moor gewählt.", " adopted [gewählt] elected[Bob Moor] elects"},
    {"Ada Reef beantragt die Vertagung.", " mover[Ada Reef] weak"},
    {"Dafür 5, dagegen 2, Enthaltungen 1", " outcome yes=5 no=2 abstain=1 marked"},
    {"Die Anträge werden zurückgezogen.", " withdrawn [zurückgezogen] certain outcome stated"},
    {"Avis défavorable à l'unanimité.",
     " rejected [Avis défavorable] vote unanimous outcome prose=2"},
    {"Avis favorable.", " prose=2"},
    {"La proposition est adoptée à l'unanimité.",
     " adopted [adoptée] certain vote unanimous motion outcome stated"},
    {"Le budget n'est pas adopté.", " rejected [n'est pas adopté] certain"},
    {"Le conseil décide de rejeter l'offre.", " rejected [rejeter] prose=3"},
    {"Le conseil décide d'acheter un bateau.", " prose=3"},
    {"Pour : 7, contre : 2, abstentions : 1", " outcome ballots yes=7 no=2 abstain=1 marked"},
    {"Pour 7", " outcome yes=7 marked"},
    {"Ada Reef propose d'acheter un bateau, appuyée par Bob Moor.",
     " mover[Ada Reef] seconder[Bob Moor] weak"},
    {"Le point est reporté.", " deferred [reporté] certain stated"},
    {"Ada Reef est élue présidente.", " adopted [élue] elected[Ada Reef] elects stated"},
    {"La moción se aprueba por unanimidad.",
     " adopted [se aprueba] certain vote unanimous motion outcome prose=4 stated"},
    {"No se aprueba el acta.", " rejected [No se aprueba] certain minutes prose=3"},
    {"Se acuerda comprar un barco.", " prose=2"},
    {"Votos a favor: 5, en contra: 2, abstenciones: 1.º", " outcome ballots yes=5 no=2"},
    {"Se retira la propuesta.", " withdrawn [Se retira] certain motion"},
    {"Ada Reef propone comprar un barco.", " mover[Ada Reef] weak"},
    {"The lamps burn.", ""},
    {"1.º Faroles: 3 a favor", ""},
    {"Motion: 1.", " motion"},
    {"For 3. Against 2.", ""},
    {"The score was 3-1 in the game.", ""},
    {"We moved to the pier.", ""},
    {"The item was deferred.", " deferred [deferred] certain stated"},
    {"The item was tabled until May.", " deferred [tabled] certain stated"},
    {"It was referred to the committee.", ""},
    {"The motion dies for lack of a second.", " lapsed [dies] certain motion outcome stated"},
    {"@ada moved to buy @bob a boat.", " mover[@ada] weak"},
    {"d'Arcy moved to buy a boat.", " mover[d'Arcy]"},
    {"The motion passed 999-999-999.",
     " adopted [passed] certain motion outcome stated yes=999 no=999 abstain=999 score"},
    {"The motion passed 1000-0.", " adopted [passed] certain motion outcome stated"},
    {"The motion passed 5-1000.", " adopted [passed] certain motion outcome stated"},
    {"The motion passed 5-2-1000.", " adopted [passed] certain motion outcome stated"},
    {"The motion passed 05-2.", " adopted [passed] certain motion outcome stated"},
    {"The motion passed 5-02.", " adopted [passed] certain motion outcome stated"},
    {"The motion passed 5-2-1-1.", " adopted [passed] certain motion outcome stated"},
    {"The motion passed 0-0.", " adopted [passed] certain motion outcome stated yes=0 no=0 score"},
    {"Ada withdrew, and the lamps burn.", " withdrawn [withdrew]"},
    {"Ada withdrew; the motion burns.", " withdrawn [withdrew] motion"},
    {"Ada withdrew the lamps.", " [withdrew]"},
    {"Ada withdrew the very old and long motion.", " withdrawn [withdrew] motion"},
    {"Reef withdrew it.", " withdrawn [withdrew] alone outcome"},
    {"The motion was withdrawn, as it rained.",
     " withdrawn [withdrawn] certain motion outcome stated"},
    {"The motion by Ada Reef withdrew the offer.", " mover[Ada Reef] [withdrew] motion stated"},
    {"Der Rat stimmt der Verschiebung des Festes nicht zu.",
     " rejected [Der Rat stimmt der Verschiebung des Festes nicht zu] prose=4"},
    {"Der Rat stimmt nicht zu, weil es regnet.", ""},
    {"The vote was 3-1.", ""},
    {"The plan was rejected 1-3.", " rejected [rejected] certain stated yes=1 no=3 score"},
    {"The plan was rejected by 1 to 3.", " rejected [rejected] stated"},
    {"Der Plan wird mit 1:3 abgelehnt.", " rejected [abgelehnt] certain yes=1 no=3 score"},
    {"The lamp is approved.", " adopted [approved] stated"},
    {"The lamp is not approved.", " rejected [not approved] stated"},
    {"The lamp is today not approved.", " rejected [not approved] stated"},
    {"The lamp is today at last approved.", " adopted [approved]"},
    {"If the lamp is approved, we pay.", " [approved]"},
    {"The lamp that is approved burns.", " adopted [approved]"},
    {"La lampe est adoptée.", " adopted [adoptée] stated"},
    {"La lampe qui est adoptée brûle.", " adopted [adoptée]"},
    {"The report is accepted 5-0.", " adopted [accepted] certain stated yes=5 no=0 score"},
    {"Motion by Ada Reef, second by Bob Moor, to buy a boat. Carried.",
     " mover[Ada Reef] seconder[Bob Moor] adopted [Carried] certain motion outcome stated"},
    {"On a motion by Ada Reef, seconded by Bob Moor, the budget was adopted 4-1.",
     " mover[Ada Reef] seconder[Bob Moor] adopted [adopted] certain motion stated yes=4 no=1 "
     "score"},
    {"Ada Reef seconded.", " seconder[Ada Reef]"},
    {"Second: Bob Moor", " seconder[Bob Moor] outcome"},
    {"Seconded.", " seconded outcome"},
    {"Mover: Ada Reef", " mover[Ada Reef] outcome"},
    {"Motion made by Cllr Ada Reef and seconded by Cllr Bob Moor: carried unanimously",
     " mover[Cllr Ada Reef] seconder[Cllr Bob Moor] adopted [carried] certain vote unanimous "
     "motion outcome stated"},
    {"Dr. Ada Reef moved to buy a boat.", " mover[Dr. Ada Reef]"},
    {"Reef moved.", " mover[Reef]"},
    {"Reef moves to adjourn.", " mover[Reef] subsidiary"},
    {"Ada Reef moves approval of the minutes.", " mover[Ada Reef] minutes"},
    {"It was proposed to buy a boat.", " moved weak"},
    {"Motion to buy a boat", " moved weak motion"},
    {"Se propone comprar un barco.", " moved weak"},
    {"Antrag auf Vertagung", " moved weak subsidiary motion"},
    {"Il est proposé d'acheter un bateau.", " moved weak"},
    {"Carried 5:2", " adopted [Carried] certain alone outcome yes=5 no=2 score"},
    {"Carried (5 for, 2 against).", " adopted [Carried] certain alone outcome yes=5 no=2"},
    {"Carried: 5 yes, 2 no, 1 abstaining.",
     " adopted [Carried] certain alone outcome yes=5 no=2 abstain=1"},
    {"5 votes in favour, none against.", ""},
    {"Two for, one against.", ""},
    {"Five members voted for and two against.", ""},
    {"For 5 / Against 2 / Abstain 1", " outcome yes=5 no=2 abstain=1 marked"},
    {"Yes: 5 No: 2", " outcome ballots yes=5 no=2 marked"},
    {"5 yes 2 no 0 abstain", " outcome yes=5 no=2 abstain=0 marked"},
    {"For: 5. Against: 2.", " outcome ballots yes=5 no=2 marked"},
    {"Abstentions: 1", " outcome ballots abstain=1 marked"},
    {"One abstention", ""},
    {"1 abstention.", " abstain=1"},
    {"All in favour.", " vote unanimous"},
    {"All were in favour, except Moor.", ""},
    {"Passed unanimously.", " adopted [Passed] certain alone vote unanimous outcome"},
    {"Unanimously approved", " adopted [approved] certain alone vote unanimous outcome"},
    {"Approved with one abstention.", " adopted [Approved]"},
    {"The motion carried with Moor abstaining.",
     " adopted [carried] certain motion outcome stated"},
    {"The motion was tied 4-4.", " motion"},
    {"Motion fails.", " rejected [fails] certain alone motion outcome stated"},
    {"Rejected", " rejected [Rejected] alone outcome"},
    {"Deferred", " deferred [Deferred] alone outcome"},
    {"Withdrawn", " withdrawn [Withdrawn] alone outcome"},
    {"Tabled", " deferred [Tabled] alone outcome"},
    {"No decision.", " none [No decision] alone outcome"},
    {"No vote was taken.", " vote"},
    {"Der Rat stimmt dem Kauf nicht zu.", " rejected [Der Rat stimmt dem Kauf nicht zu] prose=4"},
    {"Der Rat stimmt dem Kauf nicht zu, weil er teuer ist.",
     " rejected [Der Rat stimmt dem Kauf nicht zu, weil er teuer ist] prose=4"},
    {"Der Rat stimmt dem Kauf nicht zu und geht.", " prose=4"},
    {"Approved 10:15.", " adopted [Approved] alone outcome"},
    {"Approved 10:5.", " adopted [Approved] certain alone outcome yes=10 no=5 score"},
    {"Approved 10 : 15.", " adopted [Approved] certain alone outcome yes=10 no=15 score"},
    {"Motion carried 999-1.",
     " adopted [carried] certain motion outcome stated yes=999 no=1 score"},
    {"Motion carried 1000-1.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 5-999.",
     " adopted [carried] certain motion outcome stated yes=5 no=999 score"},
    {"Motion carried 5-1000.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 5-2-999.",
     " adopted [carried] certain motion outcome stated yes=5 no=2 abstain=999 score"},
    {"Motion carried 5-2-1000.", " adopted [carried] certain motion outcome stated"},
    {"1st: Ada Reef, 2nd: Bob Moor.", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"1st by Ada Reef, 2nd by Bob Moor.", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"To buy a boat, 1st by Ada Reef.", " mover[Ada Reef]"},
    {"To buy a boat; 1st by Ada Reef.", " mover[Ada Reef]"},
    {"To buy a boat 1st by Ada Reef.", ""},
    {"The motion passed (5/2).",
     " adopted [passed] certain motion outcome stated yes=5 no=2 score"},
    {"The motion was not put to the vote.", " motion"},
};

Test(marks, a_sentence_has_movers_results_votes_and_counts)
{
    expect_texts(describe, sentences, sizeof sentences / sizeof *sentences);
}

static void describe_spoken(const char *text, char *found, size_t size)
{
    describe_marks(text, true, found, size);
}

Test(marks, a_speaker_moves_without_a_name)
{
    static const struct text_case cases[] = {
        {"I move to buy a boat.", " moved"},
        {"I move that we buy a boat.", " moved"},
        {"I would like to move to the pier.", ""},
        {"I second.", " seconded"},
        {"I second the motion.", " seconded motion"},
        {"Second.", " seconded outcome"},
        {"So moved.", ""},
        {"I propose a party.", " moved weak"},
        {"I propose to buy a boat, seconded by Bob Moor.", " seconder[Bob Moor] moved weak"},
        {"Motion carried.", " adopted [carried] certain motion outcome stated"},
        {"The motion passed 5-2.",
         " adopted [passed] certain motion outcome stated yes=5 no=2 score"},
        {"We approve the budget.", ""},
        {"Ada Reef moved to buy a boat.", " mover[Ada Reef]"},
        {"Motion to buy a boat", " motion"},
        {"It was proposed to buy a boat.", ""},
        {"Approved.", " adopted [Approved]"},
        {"In favour: Ada Reef", " outcome ballots"},
        {"Yes 5, no 2", " outcome yes=5 no=2 marked"},
        {"5-2", ""},
    };
    expect_texts(describe_spoken, cases, sizeof cases / sizeof *cases);
}

Test(marks, a_negation_scores_seconders_and_movers_stand_where_they_count)
{
    static const struct text_case cases[] = {
        {"Der Rat stimmt dem Kauf nicht zu, weil es regnet.",
         " rejected [Der Rat stimmt dem Kauf nicht zu, weil es regnet] prose=4"},
        {"Der Rat stimmt dem Kauf nicht zu (3 zu 5).",
         " rejected [Der Rat stimmt dem Kauf nicht zu (3 zu 5] prose=4"},
        {"Der Rat stimmt dem Kauf nicht zu.",
         " rejected [Der Rat stimmt dem Kauf nicht zu] prose=4"},
        {"Der Rat stimmt dem Kauf zu, weil es nicht regnet.", " prose=4"},
        {"The motion passed 5:30.", " adopted [passed] certain motion outcome stated"},
        {"The motion passed 5: 30.",
         " adopted [passed] certain motion outcome stated yes=5 no=30 score"},
        {"The motion passed 5:3.",
         " adopted [passed] certain motion outcome stated yes=5 no=3 score"},
        {"1st: Ada Reef, 2nd: Bob Moor", " mover[Ada Reef] seconder[Bob Moor] outcome"},
        {"Lamps, 1st: Ada Reef", ""},
        {"Lamps; 1st: Ada Reef", ""},
        {"Lamps (1st: Ada Reef)", ""},
        {"Seconded after a long debate on the pier.", " seconded outcome"},
        {"Then, seconded after a long debate on the pier.", " seconded"},
        {"We seconded after a long debate on the pier.", ""},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
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

Test(marks, results_count_only_near_the_words_that_state_them)
{
    expect_texts(describe, distances, sizeof distances / sizeof *distances);
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

Test(marks, a_speaker_may_tell_of_earlier_results)
{
    expect_texts(describe_spoken, earlier_times, sizeof earlier_times / sizeof *earlier_times);
}

static const struct text_case counts[] = {
    {"Motion carried 9999-0.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 999-0.",
     " adopted [carried] certain motion outcome stated yes=999 no=0 score"},
    {"Motion carried 1000-0.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 0-999.",
     " adopted [carried] certain motion outcome stated yes=0 no=999 score"},
    {"Motion carried 5-1000.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 5-4-999.",
     " adopted [carried] certain motion outcome stated yes=5 no=4 abstain=999 score"},
    {"Motion carried 5-4-1000.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 5-4-3-2.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 05-4.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 5-04.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 5-0.", " adopted [carried] certain motion outcome stated yes=5 no=0 score"},
    {"Motion carried 5 - 4.", " adopted [carried] certain motion outcome stated yes=5 no=4 score"},
    {"Motion carried 5 / 4.", " adopted [carried] certain motion outcome stated yes=5 no=4 score"},
    {"Motion carried 5 : 4.", " adopted [carried] certain motion outcome stated yes=5 no=4 score"},
    {"Motion carried 5:04.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried 5 votes to 4.",
     " adopted [carried] certain vote motion outcome stated yes=5 no=4 worded score"},
    {"Motion carried by a vote of 5 to 4.",
     " adopted [carried] certain vote motion outcome stated yes=5 no=4 worded score"},
    {"Motion carried, 5 for, 4 against, 3 abstentions.",
     " adopted [carried] certain motion outcome stated yes=5 no=4 abstain=3"},
    {"Motion carried, for 5, against 4.",
     " adopted [carried] certain motion outcome stated yes=5 no=4"},
    {"Motion carried, 5 for; 4 against.",
     " adopted [carried] certain motion outcome stated yes=5 no=4"},
    {"Motion carried, 5, for 4.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried, 5 for, 6 for.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried, 5 for, 5 for.", " adopted [carried] certain motion outcome stated yes=5"},
    {"Motion carried: 9999 for.", " adopted [carried] certain motion outcome stated yes=9999"},
    {"Motion carried: 10000 for.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried: five for, four against.",
     " adopted [carried] certain motion outcome stated yes=5 no=4"},
    {"Motion carried: five for.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried with one abstention.",
     " adopted [carried] certain motion outcome stated abstain=1"},
    {"Motion carried, for two years.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried for 2032.", " adopted [carried] certain motion outcome stated"},
    {"Motion carried: 300 for 6 lamps.", " adopted [carried] certain motion outcome stated"},
    {"Yes: 9", " outcome ballots yes=9 marked"},
    {"Yes = 9", " outcome yes=9 marked"},
    {"Yes - 9", " outcome yes=9 marked"},
    {"Yes (9)", " outcome yes=9 marked"},
    {"Yes, 9", ""},
    {"Yes; 9", ""},
    {"Yes 9.", " outcome yes=9 marked"},
    {"Yes 9. No 2.", ""},
    {"Yes 9. 1. No 2.", ""},
    {"Yes 9 No", ""},
    {"Yes 9 No 2", " outcome yes=9 no=2 marked"},
    {"9 yes 2 no", " outcome yes=9 no=2 marked"},
    {"9 yes: 2", ""},
    {"9 yes = 2", ""},
    {"9 yes 2", ""},
    {"Yes: 9 (Ada, Bob) No: 2 (Cy)", " outcome ballots yes=9 no=2 marked"},
    {"Yes: 9 (Ada, Bob No: 2", " outcome ballots yes=9 marked"},
    {"4 : 2 (against: Ada Reef)", ""},
    {"Vote 4 : 2 (against: Ada Reef)", " worded"},
    {"Votants : 12 Pour : 9 Contre : 3", " outcome yes=9 no=3 marked"},
    {"Exprimés : 11 - Pour : 9", ""},
    {"Votants : 12", ""},
    {"Mit 4 Stimmen bei einer Enthaltung angenommen.",
     " adopted [angenommen] certain alone outcome yes=4 abstain=1"},
    {"Mit 4 Stimmen bei einer Enthaltung abgelehnt.",
     " rejected [abgelehnt] alone outcome abstain=1"},
    {"4 Stimmen bei einer Enthaltung angenommen.", " adopted [angenommen]"},
    {"Mit 4 Stimmen gewählt.", " adopted [gewählt] alone outcome"},
    {"5 voix contre 2", ""},
    {"3-1 in favour", ""},
    {"3- 1 in favour", ""},
    {"SF: 1 F: 4 N: 15 A: 0 SA: 0",
     " outcome strongly favor=1 favor=4 neutral=15 against=0 strongly against=0 marked options"},
    {"SF: 1 F: 4 N: 15", " outcome strongly favor=1 favor=4 neutral=15 marked options"},
    {"F: 4 N: 15 A: 0", ""},
    {"SF: 1 F: 4", ""},
    {"SF: 1", " outcome strongly favor=1 marked options"},
    {"SF=1 F-4 N:15", " outcome strongly favor=1 favor=4 neutral=15 marked options"},
    {"SF 1 F 4 N 15", ""},
    {"sf: 1 f: 4 n: 15", ""},
    {"WF: 1 WA: 2 SA: 3",
     " outcome weakly favor=1 weakly against=2 strongly against=3 marked options"},
    {"Ordinance 4-1 failed.", " rejected [failed]"},
    {"The term was set at 3-4 years.", ""},
    {"Vote of the council 3-4", ""},
    {"Vote of the whole council 3-4", ""},
    {"Vote of the whole town council 3-4", ""},
    {"The plan carried as amended 3-0.", " adopted [carried] amended"},
    {"Der Plan wurde in der so geänderten Fassung 3-0 beschlossen.",
     " adopted [beschlossen] certain amended"},
    {"The motion failed 5-4.",
     " rejected [failed] certain motion outcome stated yes=4 no=5 score turned"},
    {"The motion failed 4-5.", " rejected [failed] certain motion outcome stated yes=4 no=5 score"},
    {"The motion failed 5-5.", " rejected [failed] certain motion outcome stated yes=5 no=5 score"},
    {"The motion failed 5-4, two thirds being needed.",
     " rejected [failed] certain motion outcome stated yes=5 no=4 score"},
    {"The motion failed 5-4 for want of a three-quarters majority.",
     " rejected [failed] certain motion outcome stated yes=5 no=4 score"},
    {"The motion failed, 5 for, 4 against.",
     " rejected [failed] certain motion outcome stated yes=5 no=4"},
    {"The motion failed by 5 to 4.",
     " rejected [failed] certain motion outcome stated yes=4 no=5 worded score"},
    {"Motion carried 4-1 with 1 abstention.",
     " adopted [carried] certain motion outcome stated yes=4 no=1 abstain=1 score"},
    {"Motion (5-4) carried.", " adopted [carried] certain motion outcome stated yes=5 no=4 score"},
    {"Motion +5-4 carried.", " adopted [carried] certain motion outcome stated yes=5 no=4 score"},
    {"Motion =5-4 carried.", " adopted [carried] certain motion outcome stated yes=5 no=4 score"},
};

Test(marks, counts_are_numbers_with_options_or_scores_of_a_vote)
{
    expect_texts(describe, counts, sizeof counts / sizeof *counts);
}
