/* Movers, seconders and people who were elected. */
#include "marks/marks.h"

#include "unit/marks/described_marks.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>

static void describe(const char *text, char *found, size_t size)
{
    describe_marks(text, false, found, size);
}

static const struct text_case movers[] = {
    {"So moved", ""},
    {"So moved, Ada Reef", ""},
    {"Ada Reef so moved.", " mover[Ada Reef]"},
    {"Ada Reef moved, and Bob Moor seconded.", " mover[Ada Reef] seconder[Bob Moor]"},
    {"Ada Reef moved and Bob Moor seconded.", " mover[Ada Reef] seconder[Bob Moor]"},
    {"Ada Reef moved and went home.", ""},
    {"Ada Reef moved the lamp.", ""},
    {"Ada Reef moved to the window.", ""},
    {"Ada Reef moved to Item 3.", ""},
    {"Ada Reef moved to item 3.", ""},
    {"Ada Reef moved to Berlin.", ""},
    {"Ada Reef moved to 400 Harbour Road.", ""},
    {"Ada Reef moved to buy.", ""},
    {"Ada Reef moved to buy lamps.", " mover[Ada Reef] weak"},
    {"Ada Reef moved to buy the lamps.", " mover[Ada Reef]"},
    {"Ada Reef moved to buy 4 lamps.", " mover[Ada Reef]"},
    {"Ada Reef moved to (buy) lamps.", ""},
    {"Ada Reef moves that the lamps be lit.", " mover[Ada Reef]"},
    {"Ada Reef proposed lamps.", " mover[Ada Reef] weak"},
    {"The chair moved to buy the lamps.", ""},
    {"It was proposed to buy lamps.", " moved weak"},
    {"Se propone comprar lámparas.", " moved weak"},
    {"Motion to adjourn by Ada Reef.", " mover[Ada Reef] subsidiary motion"},
    {"Motion to buy the old lamps of the town from the harbour by Ada Reef.",
     " mover[Ada Reef] motion"},
    {"Motion to buy all the old lamps of the small town from the harbour by Ada Reef.",
     " moved weak motion"},
    {"Moved by Ada Reef.", " mover[Ada Reef] outcome"},
    {"Moved: Ada Reef", " mover[Ada Reef] outcome"},
    {"Moved Ada Reef", ""},
    {"Moved Ada Reef, seconded Bob Moor", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"Moved Ada Reef, Seconded Bob Moor", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"(moved Ada Reef, seconded Bob Moor)", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"Lamps (moved: Ada Reef)", " mover[Ada Reef]"},
    {"Lamps, moved: Ada Reef", ""},
    {"Lamps, moved by Ada Reef", " mover[Ada Reef]"},
    {"moved by", ""},
    {"Moved by ada reef.", ""},
    {"proposé par Ada Reef", " mover[Ada Reef] outcome"},
    {"Antrag von Ada Reef", " mover[Ada Reef] motion outcome"},
    {"First by Ada Reef, second by Bob Moor", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"Lamps first by Ada Reef", ""},
    {"1st Ada Reef, 2nd Bob Moor", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"1st: Ada Reef / 2nd: Bob Moor", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"2nd: Ada Reef", " seconder[Ada Reef] outcome"},
    {"2nd Ada Reef", " seconder[Ada Reef] outcome"},
    {"Second: Ada Reef", " seconder[Ada Reef] outcome"},
    {"Second Ada Reef", ""},
    {"Second by Ada Reef", " seconder[Ada Reef] outcome"},
    {"Seconder Ada Reef", " seconder[Ada Reef] outcome"},
    {"Seconder: Ada Reef", " seconder[Ada Reef] outcome"},
    {"Lamps, seconded Ada Reef", " seconder[Ada Reef]"},
    {"Lamps; seconded Ada Reef", " seconder[Ada Reef]"},
    {"Lamps/seconded Ada Reef", " seconder[Ada Reef]"},
    {"Moved by Ada Reef seconded Bob Moor", " mover[Ada Reef] seconder[Bob Moor] outcome"},
    {"Ada Reef seconds.", " seconder[Ada Reef]"},
    {"Ada Reef seconds the motion.", " seconder[Ada Reef] motion"},
    {"Ada Reef second the lamps.", ""},
    {"The second lamp is lit.", ""},
    {"Second the motion.", " seconded motion outcome"},
    {"Second reading.", ""},
    {"Second", " seconded outcome"},
    {"Then seconded", ""},
    {"Then, seconded by all", " seconded"},
    {"Moved by A and B and C and D, seconded by E & F",
     " mover[A] mover[B] mover[C] mover[D] seconder[E] seconder[F] outcome"},
    {"Moved by A and B and C and D and E", " mover[A] mover[B] mover[C] mover[D] outcome"},
    {"Moved by Ada and", " mover[Ada] outcome"},
    {"Moved by Ada & Bob Moor", " mover[Ada] mover[Bob Moor] outcome"},
    {"M/S Reef/Moor to adjourn.", " mover[Reef] seconder[Moor]"},
    {"M/S/C Reef/Moor to adjourn.", " mover[Reef] seconder[Moor]"},
    {"m/s Reef/Moor to adjourn.", ""},
    {"M S Reef/Moor to adjourn.", ""},
    {"M/S Reef Moor to adjourn.", ""},
    {"M/S Reef and Moor to adjourn.", ""},
    {"M/S Reef/moor to adjourn.", " mover[Reef]"},
    {"M/S Reef", ""},
    {"M/S Reef/Moor", " mover[Reef] seconder[Moor]"},
    {"Carried (Reef/Moor)", " mover[Reef] seconder[Moor] adopted [Carried] alone"},
    {"Carried (Reef/Moor/Ness)", " adopted [Carried]"},
    {"Carried (reef/Moor)", " adopted [Carried] alone outcome"},
    {"Carried (Reef/moor)", " adopted [Carried] alone outcome"},
    {"Carried (@reef/@moor)", " mover[@reef] seconder[@moor] adopted [Carried] alone"},
    {"Carried (Reef)", " adopted [Carried] alone outcome"},
    {"Carried (Reef/)", " adopted [Carried] alone outcome"},
    {"Carried (/Moor)", " adopted [Carried] alone outcome"},
    {"Carried (Adalberta Reefensteinerinnen/Roberta Moorlandsbergerinnennn)",
     " mover[Adalberta Reefensteinerinnen] seconder[Roberta Moorlandsbergerinnennn] adopted "
     "[Carried]"},
    {"Carried (Adalberta Reefensteinerinnen/Roberta Moorlandsbergerinnennnn)",
     " adopted [Carried]"},
    {"Lamps (Reef/Moor)", ""},
    {"Motion to buy lamps (Reef/Moor)", " mover[Reef] seconder[Moor] weak motion"},
    {"(Reef/Moor) to buy lamps, a motion", " mover[Reef] seconder[Moor] bracketed motion outcome"},
};

Test(movers, movers_and_seconders_stand_where_a_name_can)
{
    expect_texts(describe, movers, sizeof movers / sizeof *movers);
}

static const struct text_case names[] = {
    {"Ada Bo Cy Reef moved that lamps be lit.", " mover[Ada Bo Cy Reef]"},
    {"Ada Bo Cy Di Reef moved that lamps be lit.", " mover[Bo Cy Di Reef]"},
    {"Moved by Ada Bo Cy Di Reef that lamps be lit.", " mover[Ada Bo Cy Di Reef] outcome"},
    {"Moved by Ada Bo Cy Di Eve Reef that lamps be lit.", " mover[Ada Bo Cy Di Eve] outcome"},
    {"Moved by Ada van Reef.", " mover[Ada van Reef] outcome"},
    {"Moved by Ada van der Reef.", " mover[Ada van der Reef] outcome"},
    {"Moved by Ada van der Reef and Bob de la Moor.",
     " mover[Ada van der Reef] mover[Bob de la Moor] outcome"},
    {"Moved by Ada van der.", " mover[Ada] outcome"},
    {"Moved by Ada van.", " mover[Ada] outcome"},
    {"Moved by Ada O'Reef.", " mover[Ada O'Reef] outcome"},
    {"Moved by d'Arcy.", " mover[d'Arcy] outcome"},
    {"Moved by L'Association.", " mover[L'Association] outcome"},
    {"Moved by l'Association.", ""},
    {"Moved by A. Reef.", " mover[A. Reef] outcome"},
    {"Moved by Adam. Reef left.", " mover[Adam] outcome"},
    {"Moved by Ada \xE2\x80\x93 Reef left.", " mover[Ada] outcome"},
    {"Moved by Ada \xE2\x80\x94 Reef left.", " mover[Ada] outcome"},
    {"Moved by Ada, Reef left.", " mover[Ada] outcome"},
    {"Moved by @ada.", " mover[@ada] outcome"},
    {"@ada moved that lamps be lit.", " mover[@ada]"},
    {"Then @ada moved that lamps be lit.", " mover[@ada]"},
    {"Item B. Chair Reef moved that lamps be lit.", " mover[Chair Reef]"},
    {"The Board moved that lamps be lit.", ""},
    {"THE Reef moved that lamps be lit.", " mover[THE Reef]"},
    {"Then Ada Reef moved that lamps be lit.", " mover[Ada Reef]"},
    {"Ada Reef then moved that lamps be lit.", " mover[Ada Reef]"},
    {"Ada Reef, moved that lamps be lit.", ""},
    {"moved that lamps be lit.", ""},
    {"Moved by Ada 2 Reef.", " mover[Ada] outcome"},
    {"Moved by 2 Reef.", ""},
    {"Carried moved by Ada.", " mover[Ada] adopted [Carried]"},
    {"Moved by Approved.", " adopted [Approved] certain outcome stated"},
    {"Moved by Ada Seconded by Bob.", " mover[Ada] seconder[Bob] outcome"},
};

Test(movers, a_name_has_at_most_four_words_and_the_particles_between_them)
{
    expect_texts(describe, names, sizeof names / sizeof *names);
}

static const struct text_case elections[] = {
    {"Ada Reef was elected chair.", " adopted [elected] elected[Ada Reef] elects stated"},
    {"Ada Reef was unanimously elected chair.",
     " adopted [elected] elected[Ada Reef] certain vote unanimous elects stated"},
    {"ada reef was elected chair.", " adopted [elected] stated"},
    {"Was elected chair.", " adopted [elected] alone outcome"},
    {"Chair: Ada Reef was elected.", " adopted [elected] elected[Ada Reef] elects stated"},
    {"Chair: Ada Reef elected.", " adopted [elected] elected[Ada Reef] elects"},
    {"Chair: Ada Reef unanimously elected.",
     " adopted [elected] elected[Ada Reef] certain vote unanimous elects"},
    {"Chair: Ada Reef", ""},
    {"Chair: Ada Reef was not elected.", " rejected [elected] stated"},
    {"1st vice chair of the board: Ada Reef was elected.",
     " adopted [elected] elected[Ada Reef] elects stated"},
    {"1st vice chair of the old board: Ada Reef was elected.",
     " adopted [elected] elected[Ada Reef] elects stated"},
    {"Vorsitz: Ada Reef wird von den Leuten im Saal an diesem Tag des Jahres gewählt.",
     " adopted [gewählt] elected[Ada Reef] elects"},
    {"Vorsitz: Ada Reef wird von den Leuten im Saal an diesem Tag des guten Jahres gewählt.",
     " adopted [gewählt] elected[Ada Reef] elects"},
    {"Zum Vorsitzenden wird Ada Reef gewählt.", " adopted [gewählt] elected[Ada Reef] elects"},
    {"Damit ist Ada Reef einstimmig gewählt.",
     " adopted [gewählt] elected[Ada Reef] certain vote unanimous elects"},
    {"Damit ist Ada Reef nicht gewählt.", " rejected [gewählt]"},
    {"Damit ist Ada Reef heute gewählt.", " adopted [gewählt]"},
    {"Zum Vorsitzenden wird die Liste gewählt.", " adopted [gewählt]"},
    {"Zum Vorsitzenden wird", ""},
    {"Vorsitz: Ada Reef wird von den guten Leuten im Saal an diesem Tag des Jahres jetzt gewählt.",
     " adopted [gewählt]"},
    {"Vorsitz: Ada Reef wird von allen guten alten Leuten im Saal an diesem Tag des Jahres jetzt "
     "gewählt.",
     " adopted [gewählt]"},
    {"Vorsitz in dem Rat der Stadt: Ada Reef wird gewählt.",
     " adopted [gewählt] elected[Ada Reef] elects stated"},
    {"Vorsitz in dem Rat der alten Stadt: Ada Reef wird gewählt.",
     " adopted [gewählt] elected[Ada Reef] elects stated"},
};

Test(movers, an_election_names_who_was_elected)
{
    expect_texts(describe, elections, sizeof elections / sizeof *elections);
}

/* Writes whether a sentence only names people, where it resolves something after their names, and
 * where the first of two elections ends and the second begins. */
static void describe_parts(const char *text, char *found, size_t size)
{
    struct sentence sentence;
    size_t next = 0;
    sentence_read_all(text_span_of(text), &sentence);
    const size_t first = sentence_first_election(&sentence, &next);
    snprintf(found, size, "%s, resolved %zu, elections %zu %zu",
             sentence_is_names(&sentence) ? "names" : "more",
             sentence_resolved_after_names(&sentence), first, next);
}

static const struct text_case parts[] = {
    {"Moved by Ada Reef", "names, resolved 0, elections 0 0"},
    {"Moved by Ada Reef and Bob Moor, seconded by Cy Dune", "names, resolved 0, elections 0 0"},
    {"Moved by Ada Reef to buy lamps", "more, resolved 0, elections 0 0"},
    {"Moved by", "more, resolved 0, elections 0 0"},
    {"It was moved by Ada Reef", "more, resolved 0, elections 0 0"},
    {"It was moved by Ada Reef and resolved that lamps be lit", "more, resolved 7, elections 0 0"},
    {"Then it was moved by Ada Reef and resolved that lamps be lit",
     "more, resolved 0, elections 0 0"},
    {"Moved by Ada Reef, seconded by Bob Moor, resolved that lamps be lit",
     "more, resolved 8, elections 0 0"},
    {"Moved by Ada Reef, unanimously resolved that lamps be lit",
     "more, resolved 5, elections 0 0"},
    {"Moved by Ada Reef, at last resolved that lamps be lit", "more, resolved 0, elections 0 0"},
    {"Moved by Ada Reef, it was agreed to buy lamps", "more, resolved 4, elections 0 0"},
    {"Ada Reef was elected chair and Bob Moor was elected clerk",
     "more, resolved 0, elections 26 31"},
    {"Ada Reef was elected chair, Bob Moor was elected clerk", "more, resolved 0, elections 26 28"},
    {"Ada Reef was elected chair; Bob Moor was elected clerk", "more, resolved 0, elections 26 28"},
    {"Ada Reef was elected chair Bob Moor was elected clerk", "more, resolved 0, elections 0 0"},
    {"Ada Reef was elected chair and the clerk was elected", "more, resolved 0, elections 0 0"},
    {"Ada Reef was elected chair and Bob Moor clerk", "more, resolved 0, elections 0 0"},
    {"Ada elected and Bob elected", "more, resolved 0, elections 0 0"},
};

Test(movers, a_sentence_is_divided_at_its_names_and_elections)
{
    expect_texts(describe_parts, parts, sizeof parts / sizeof *parts);
}
