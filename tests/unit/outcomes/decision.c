#include "outcomes/decision.h"

#include "unit/failing_memory.h"
#include "unit/outcomes/listed_decisions.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Blocks are written one a line: "# " a heading, "- " an entry of a list, "-- " one of its second
 * level, "**" a bold paragraph, "---" a thematic break, "[N] " a speaker before the text, "^" a
 * block of a list of all decisions. */
static struct decision_block block_of(char *line)
{
    struct decision_block block = {0};
    if (!strcmp(line, "---"))
        return (struct decision_block){.form = BLOCK_RULE, .text = {line, 0}};
    if (*line == '^') {
        block.listed = true;
        line++;
    }
    if (!strncmp(line, "# ", 2)) {
        block.form = BLOCK_HEADING;
        line += 2;
    } else if (!strncmp(line, "- ", 2) || !strncmp(line, "-- ", 3)) {
        block.form = BLOCK_ENTRY;
        block.depth = line[1] == '-' ? 2 : 1;
        line += block.depth + 1;
    } else if (!strncmp(line, "**", 2)) {
        block.bold = true;
        line += 2;
    }
    char *end = strchr(line, ']');
    if (*line == '[' && end && end[1] == ' ') {
        *end = 0;
        block.speaker = text_span_of(line + 1);
        line = end + 2;
    }
    block.text = text_span_of(line);
    return block;
}

static void read_lines(const char *lines, struct listing *out)
{
    char copy[4096];
    struct decision_block blocks[64];
    struct decisions decisions = {0};
    size_t count = 0;
    snprintf(copy, sizeof copy, "%s", lines);
    for (char *line = strtok(copy, "\n"); line; line = strtok(NULL, "\n"))
        blocks[count++] = block_of(line);
    cr_assert(decisions_read(blocks, count, &decisions));
    *out = (struct listing){0};
    list_decisions(&decisions, out);
    decisions_finish(&decisions);
}

static void describe(const char *text, char *found, size_t size)
{
    struct listing out;
    read_lines(text, &out);
    snprintf(found, size, "%s", out.text);
}

Test(decision, a_motion_in_one_paragraph_has_a_mover_a_seconder_and_a_result)
{
    static const struct text_case cases[] = {
        {"Member Norden pointed out a mistake. With these corrections, Member Arkady moved to "
         "approve the minutes, Member Quist seconding. Upon voice vote, the motion carried "
         "unanimously.",
         "(approval) adopted [voice] voted unanimous mover=Member Arkady seconder=Member Quist | "
         "With these corrections, Member Arkady mo\n"},
        {"With edits, Member Arkady moved to accept this section. Member Quist seconded. Upon "
         "voice vote the motion carried unanimously",
         "(motion) adopted [voice] voted unanimous mover=Member Arkady seconder=Member Quist | "
         "With edits, Member Arkady moved to accep\n"},
        {"JF propose, Wells second vote for adoption as incubation project. All ayes, no opposes "
         "or abstain, motion passes. Welcome to the Repo.",
         "(motion) adopted voted unanimous mover=JF seconder=Wells | JF propose, Wells second vote "
         "for adopti\n"},
        {"Motion by A. Example, seconded by B. Example, to adopt the budget. Motion carried 3-0.",
         "(motion) adopted voted mover=A. Example seconder=B. Example yes=3 no=0 | Motion by A. "
         "Example, seconded by B. Exa\n"},
        {"On a motion by Ana Ruiz, seconded by Bo Park, the board voted 5 to 2 to close the shop.",
         "(motion) adopted voted mover=Ana Ruiz seconder=Bo Park yes=5 no=2 | the board voted 5 "
         "to 2 to close the shop\n"},
        {"Motion to adjourn by Ana Ruiz, second by Bo Park. All in favor.",
         "(motion) adopted voted unanimous counted mover=Ana Ruiz seconder=Bo Park | Motion to "
         "adjourn by Ana "
         "Ruiz, second by\n"},
        {"Motion to hire a clerk. Moved: A. Ruiz. Seconded: B. Park. Result: Carried.",
         "(motion) adopted mover=A. Ruiz seconder=B. Park | Motion to hire a clerk.\n"},
        {"Commissioner Ruiz made a motion to approve the permit. Commissioner Park seconded the "
         "motion. The motion passed 5-0.",
         "(motion) adopted voted mover=Commissioner Ruiz seconder=Commissioner Park yes=5 no=0 | "
         "Commissioner Ruiz made a motion to appro\n"},
        {"Mona moved that we adjourn, Juno seconded, motion carried, 4 to 1.",
         "(motion) adopted voted mover=Mona seconder=Juno yes=4 no=1 | Mona moved that we adjourn, "
         "Juno seconde\n"},
        {"It was moved by Ruiz and seconded by Park that the rules be suspended. Carried.",
         "(motion) adopted mover=Ruiz seconder=Park | It was moved by Ruiz and seconded by Par\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, counts_have_up_to_three_digits_and_stand_where_counts_do)
{
    static const struct text_case cases[] = {
        {"Motion: Buy a boat.\nCarried 999-0.",
         "(motion) adopted voted yes=999 no=0 | Buy a boat.\n"},
        {"Motion: Buy a boat.\nCarried 1000-0.", "(motion) adopted | Buy a boat.\n"},
        {"Motion: Buy a boat.\nLost 0-999.",
         "(motion) rejected voted yes=0 no=999 | Buy a boat.\n"},
        {"Motion: Buy a boat.\nLost 0-1000.", "(motion) rejected | Buy a boat.\n"},
        {"Motion: Buy a boat.\nCarried 3-1-999.",
         "(motion) adopted voted yes=3 no=1 abstain=999 | Buy a boat.\n"},
        {"Motion: Buy a boat.\nCarried 3-1-1000.", "(motion) adopted | Buy a boat.\n"},
        {"Motion: Buy a boat.\nYes 7. No 2.",
         "(motion) adopted voted counted yes=7 no=2 | Buy a boat.\n"},
        {"Motion: Buy a boat.\nYes: 7. No: 2.",
         "(motion) adopted voted counted yes=7 no=2 | Buy a boat.\n"},
        {"Motion : louer le bateau.\nPour 7. Contre 2.",
         "(motion) adopted voted counted yes=7 no=2 | louer le bateau.\n"},
        {"Motion: Buy a boat.\nA two-thirds majority is needed. Votes: 0 for, 0 against.",
         "(motion) rejected voted counted yes=0 no=0 | Buy a boat.\n"},
        {"Motion: Buy a boat.\nA two-thirds majority is needed. Votes: 2 for, 1 against.",
         "(motion) adopted voted counted yes=2 no=1 | Buy a boat.\n"},
        {"Motion: Buy a boat.\nA two-thirds majority is needed. Votes: 3 for, 2 against.",
         "(motion) rejected voted counted yes=3 no=2 | Buy a boat.\n"},
        {"Motion: Buy a boat.\nA three-quarters majority is needed. Votes: 3 for, 1 against.",
         "(motion) adopted voted counted yes=3 no=1 | Buy a boat.\n"},
        {"Motion: Buy a boat.\nA three-quarters majority is needed. Votes: 5 for, 2 against.",
         "(motion) rejected voted counted yes=5 no=2 | Buy a boat.\n"},
        {"Beschluss (einstimmig): Ein Boot kaufen.",
         "(resolution) adopted voted unanimous | Ein Boot kaufen.\n"},
        {"Decision (by show of hands): Buy a boat.", "() - [show_of_hands] voted | Buy a boat.\n"},
        {"[Ana Ruiz] I move that we buy a boat. Carried.",
         "(motion) adopted mover=Ana Ruiz | I move that we buy a boat.\n"},
        {"Motion by @ana to buy a boat, seconded by @bo. Carried.",
         "(motion) adopted mover=@ana seconder=@bo | Motion by @ana to buy a boat, seconded b\n"},
        {"Motion Cllr Reed: Buy a boat. Carried.",
         "(motion) adopted mover=Cllr Reed | Buy a boat.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_result_goes_to_the_motion_that_its_sentence_names)
{
    static const struct text_case cases[] = {
        {"Reed moved to sell the boat. Salter moved to raise the fees. The motion to sell the boat "
         "was carried 3-1. The motion to raise the fees was lost 1-3.",
         "(motion) adopted voted mover=Reed yes=3 no=1 | Reed moved to sell the boat.\n"
         "(motion) rejected voted mover=Salter yes=1 no=3 | Salter moved to raise the fees.\n"},
        {"Reed moved to sell the boat. Salter moved to raise the fees. The first motion failed. "
         "Salter's motion carried.",
         "(motion) rejected mover=Reed | Reed moved to sell the boat.\n"
         "(motion) adopted mover=Salter | Salter moved to raise the fees.\n"},
        {"Motion 1: Sell the boat.\nMotion 2: Raise the fees.\nMotion 1 failed.",
         "#1 (motion) rejected | Sell the boat.\n"},
        {"Reed moved to sell the boat. Salter moved to raise the fees. The report on the boat was "
         "approved.",
         "(motion) - mover=Reed | Reed moved to sell the boat.\n"
         "(motion) - mover=Salter | Salter moved to raise the fees.\n"
         "() adopted | The report on the boat was approved.\n"},
        {"Treib beantragt, das Boot zu verkaufen. Salzmann beantragt, den Kran zu kaufen. Der "
         "erste Antrag wird abgelehnt. Der Antrag Salzmann wird angenommen.",
         "(motion) rejected mover=Treib | Treib beantragt, das Boot zu verkaufen.\n"
         "(motion) adopted mover=Salzmann | Salzmann beantragt, den Kran zu kaufen.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_result_of_another_body_or_time_or_of_an_objection_is_none)
{
    static const struct text_case cases[] = {
        {"The motion carried at the last meeting was read out.", ""},
        {"The budget was adopted by the council in March.", ""},
        {"The application was rejected by the bank.", ""},
        {"The motion adopted by the federation is on the website.", ""},
        {"Reed moved to buy a lamp. The grant application was approved by the lottery fund.",
         "(motion) - mover=Reed | Reed moved to buy a lamp.\n"},
        {"The motion was carried by 3 votes to 1.",
         "() adopted voted yes=3 no=1 | The motion was carried by 3 votes to 1.\n"},
        {"The budget was approved by the members.",
         "() adopted | The budget was approved by the members.\n"},
        {"Der Antrag wurde vom Finanzamt abgelehnt.", ""},
        {"Der Antrag, der im März angenommen wurde, wurde verlesen.", ""},
        {"La motion adoptée lors de la dernière réunion a été lue.", ""},
        {"La solicitud fue rechazada por el banco.", ""},
        {"Reed moved to sell the boat. Reed withdrew his objection.",
         "(motion) - mover=Reed | Reed moved to sell the boat.\n"},
        {"Reed moved to sell the boat. Reed withdrew his motion.",
         "(motion) withdrawn mover=Reed | Reed moved to sell the boat.\n"},
        {"Reed moved to sell the boat. Reed withdrew.",
         "(motion) withdrawn mover=Reed | Reed moved to sell the boat.\n"},
        {"Moción: vender el barco.\nSe retira de la sala la señora Marea.", ""},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_counter_motion_does_not_adopt_the_motion_against_which_it_is)
{
    static const struct text_case cases[] = {
        {"Reed moved to raise the fees to 30. Tide proposed a counter-motion to raise them to 25. "
         "The counter-motion was carried.",
         "(motion) - mover=Reed | Reed moved to raise the fees to 30.\n"
         "(motion) adopted mover=Tide | Tide proposed a counter-motion to raise \n"},
        {"Motion: Buy two boats.\nAlternative motion: Rent two boats.\nThe alternative motion was "
         "lost. The motion was carried.",
         "() rejected | Rent two boats.\n"
         "(motion) adopted | Buy two boats.\n"},
        {"Antrag: Zwei Boote kaufen. Der Gegenantrag wird angenommen.",
         "() adopted | Der Gegenantrag wird angenommen.\n"},
        {"Proposition : vendre le bateau.\nContre-proposition : louer le bateau.\nLa "
         "contre-proposition est adoptée.",
         "() adopted | louer le bateau.\n"},
        {"Propuesta: vender el barco. Se aprueba la contrapropuesta.",
         "() adopted | Se aprueba la contrapropuesta.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, the_result_of_an_amendment_is_not_that_of_the_motion)
{
    static const struct text_case cases[] = {
        {"Reed proposed a fee of 30; this was seconded by Lark. An amendment by Tide to set it at "
         "25 "
         "was not seconded and fell. The proposal was carried by 4 votes to 1.",
         "() lapsed | An amendment by Tide to set it at 25 was\n"
         "(motion) adopted voted counted mover=Reed seconder=Lark yes=4 no=1 | Reed proposed a fee "
         "of "
         "30; this was seco\n"},
        {"Reed moved to amend Article 4 by striking one word. The amendment was adopted by voice "
         "vote. The revision of the rules as amended passed 35-2-1.",
         "(motion) adopted [voice] voted mover=Reed | Reed moved to amend Article 4 by strikin\n"
         "() adopted voted counted yes=35 no=2 abstain=1 | The revision of the rules as amended "
         "pas\n"},
        {"Motion: Buy two boats.\nThe amendment was lost. The motion was carried 3-1.",
         "() rejected | The amendment was lost.\n(motion) adopted voted yes=3 no=1 | Buy two "
         "boats.\n"},
        {"Motion: Buy two boats.\nCarried without amendment.",
         "(motion) adopted | Buy two boats.\n"},
        {"Antrag: Zwei Boote kaufen.\nDer Änderungsantrag wird abgelehnt. Der Antrag wird "
         "angenommen.",
         "() rejected | Der Änderungsantrag wird abgelehnt.\n(motion) adopted | Zwei Boote "
         "kaufen.\n"},
        {"Proposition : acheter deux bateaux.\nL'amendement est rejeté. La proposition est "
         "adoptée.",
         "() rejected | L'amendement est rejeté.\n(motion) adopted | acheter deux bateaux.\n"},
        {"Propuesta: comprar dos barcos.\nLa enmienda es rechazada. La propuesta es aprobada.",
         "() rejected | La enmienda es rechazada.\n(motion) adopted | comprar dos barcos.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_motion_without_an_article_is_the_last_one_even_if_it_is_against_another)
{
    static const struct text_case cases[] = {
        {"Motion: Buy two boats.\nSubstitute motion: Rent two boats.\nMotion carried.",
         "() adopted | Rent two boats.\n"},
        {"Reed moved to close the road. Tide made a substitute motion to close it at night. Salter "
         "seconded. The motion carried 3-0.",
         "(motion) - mover=Reed | Reed moved to close the road.\n"
         "(motion) adopted voted mover=Tide seconder=Salter yes=3 no=0 | Tide made a substitute "
         "motion to close i\n"},
        {"Motion: Buy two boats.\nSubstitute motion: Rent two boats.\nMotion failed 1-2.\nThe "
         "original motion carried 2-1.",
         "() rejected voted yes=1 no=2 | Rent two boats.\n"
         "(motion) adopted voted yes=2 no=1 | Buy two boats.\n"},
        {"Antrag: Zwei Boote kaufen.\nGegenantrag: Zwei Boote mieten.\nAntrag angenommen.",
         "() adopted | Zwei Boote mieten.\n"},
        {"Proposition : vendre le bateau.\nContre-proposition : louer le bateau.\nProposition "
         "adoptée.",
         "() adopted | louer le bateau.\n"},
        {"Propuesta: vender el barco.\nContrapropuesta: alquilar el barco.\nPropuesta aprobada.",
         "() adopted | alquilar el barco.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, counts_after_as_amended_are_those_of_the_vote)
{
    static const struct text_case cases[] = {
        {"Reed moved to approve the budget. Tide seconded. Motion carried as amended 2-1.",
         "(motion) adopted_with_amendments voted mover=Reed seconder=Tide yes=2 no=1 | Reed moved "
         "to approve the budget.\n"},
        {"Motion: Buy a boat.\nApproved as amended 2 to 1.",
         "(motion) adopted_with_amendments voted yes=2 no=1 | Buy a boat.\n"},
        {"Antrag: Ein Boot kaufen.\nAngenommen in geänderter Fassung 2:1.",
         "(motion) adopted_with_amendments voted yes=2 no=1 | Ein Boot kaufen.\n"},
        {"Motion : louer le bateau.\nAdoptée avec amendements 2-1.",
         "(motion) adopted_with_amendments voted yes=2 no=1 | louer le bateau.\n"},
        {"Moción: alquilar el barco.\nAprobada con enmiendas 2-1.",
         "(motion) adopted_with_amendments voted yes=2 no=1 | alquilar el barco.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_sentence_that_proposes_and_resolves_has_mover_seconder_and_text)
{
    static const struct text_case cases[] = {
        {"It was proposed by Reed, seconded by Tide and RESOLVED that the budget be approved.",
         "(motion) adopted mover=Reed seconder=Tide | RESOLVED that the budget be approved.\n"},
        {"Proposed by Ada Salter, seconded by Bruno Reed and unanimously agreed to close the road.",
         "(motion) adopted voted unanimous mover=Ada Salter seconder=Bruno Reed | agreed to close "
         "the road.\n"},
        {"On the proposition of Reed, seconded by Tide, it was RESOLVED to buy a boat.",
         "(motion) adopted mover=Reed seconder=Tide | it was RESOLVED to buy a boat.\n"},
        {"Il est proposé par Ada Sel, appuyé par Bruno Roseau et résolu d'acheter un bateau.",
         "(motion) adopted mover=Ada Sel seconder=Bruno Roseau | résolu d'acheter un bateau.\n"},
        {"A propuesta de Ada Sal, secundado por Bruno Caña y acordado que se compre un barco.",
         "(motion) adopted mover=Ada Sal seconder=Bruno Caña | acordado que se compre un barco.\n"},
        {"Auf Antrag von Ada Salz, unterstützt von Bruno Rohr, und beschlossen, dass ein Boot "
         "gekauft wird.",
         "(motion) adopted mover=Ada Salz seconder=Bruno Rohr | beschlossen, dass ein Boot gekauft "
         "wird.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, the_text_of_a_motion_may_be_before_its_mover_in_an_entry)
{
    static const struct text_case cases[] = {
        {"- Resolution No. 28-41 authorizing a contract. Moved by Reed, seconded by Tide. Motion "
         "carried 3-0.\n"
         "- Ordinance 1187 amending the rules. Moved by Tide, seconded by Reed. Motion carried "
         "2-1.",
         "(motion) adopted voted mover=Reed seconder=Tide yes=3 no=0 | Resolution No. 28-41 "
         "authorizing a contr\n"
         "(motion) adopted voted mover=Tide seconder=Reed yes=2 no=1 | Ordinance 1187 amending the "
         "rules.\n"},
        {"- Resolution No. 28-41 authorizing a contract.\n"
         "- Moved by Reed, seconded by Tide. Motion carried 3-0.\n"
         "- Ordinance 1187 amending the rules.\n"
         "- Moved by Tide, seconded by Reed. Motion carried 2-1.",
         "(motion) adopted voted mover=Reed seconder=Tide yes=3 no=0 | Resolution No. 28-41 "
         "authorizing a contr\n"
         "(motion) adopted voted mover=Tide seconder=Reed yes=2 no=1 | Ordinance 1187 amending the "
         "rules.\n"},
        {"- Kauf eines Bootes. Antrag von Reed, unterstützt von Tide. Antrag angenommen 3:0.\n"
         "- Miete einer Halle. Antrag von Tide, unterstützt von Reed. Antrag angenommen 2:1.",
         "(motion) adopted voted mover=Reed seconder=Tide yes=3 no=0 | Kauf eines Bootes.\n"
         "(motion) adopted voted mover=Tide seconder=Reed yes=2 no=1 | Miete einer Halle.\n"},
        {"The roof leaks. Moved by Reed, seconded by Tide.\nThat the roof be mended.\nCarried.",
         "(motion) adopted mover=Reed seconder=Tide | That the roof be mended.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, an_entry_with_a_subject_and_an_outcome_is_a_decision)
{
    static const struct text_case cases[] = {
        {"- Resolution 28-42: approved.\n- Ordinance 1188: approved 3-0.\n- Budget 2024: approved.",
         "#28-42 (resolution) adopted | Resolution 28-42\n"
         "() adopted voted yes=3 no=0 | Ordinance 1188\n"
         "() adopted | Budget 2024\n"},
        {"- Kauf eines Bootes: angenommen.\n- Miete der Halle: abgelehnt 1:2.",
         "() adopted | Kauf eines Bootes\n() rejected voted yes=1 no=2 | Miete der Halle\n"},
        {"- Achat du bateau : adopté.\n- Location de la salle : reporté.",
         "() adopted | Achat du bateau\n() deferred | Location de la salle\n"},
        {"- Compra del barco: aprobado.\n- Alquiler de la sala: rechazado.",
         "() adopted | Compra del barco\n() rejected | Alquiler de la sala\n"},
        {"- Ordinance 1188: approved 3-0.\n- Ordinance 1189 was approved.",
         "() adopted voted yes=3 no=0 | Ordinance 1188\n"
         "() adopted | Ordinance 1189 was approved.\n"},
        {"- [Reed] Approved.\nThe budget for 2024: approved earlier.", ""},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, ballots_belong_to_the_opinion_above_them)
{
    static const struct text_case cases[] = {
        {"Décision : le plan est adopté.\n"
         "La commission émet un avis défavorable sur le projet de quai.\n"
         "- Pour : Ada Sel\n- Contre : Bruno Roseau, Cléo Marée",
         "() adopted | le plan est adopté.\n"
         "() rejected voted inferred Ada Sel:yes Bruno Roseau:no Cléo Marée:no | La commission "
         "émet un avis "
         "défavorable\n"},
        {"Avis défavorable.\nPour : Ada Sel\nContre : Bruno Roseau, Cléo Marée",
         "() rejected voted inferred Ada Sel:yes Bruno Roseau:no Cléo Marée:no | Avis "
         "défavorable.\n"},
        {"Avis favorable à l'unanimité.", "() adopted voted unanimous inferred | Avis favorable à "
                                          "l'unanimité.\n"},
        {"Se emite informe desfavorable.\nA favor: Ada Sal\nEn contra: Bruno Caña, Cleo Marea",
         "() rejected voted inferred Ada Sal:yes Bruno Caña:no Cleo Marea:no | Se emite informe "
         "desfavorable.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, elections_in_one_sentence_are_one_decision_each)
{
    static const struct text_case cases[] = {
        {"Ada Salter was elected as chair with 5 votes; Bruno Reed was elected as secretary with 4 "
         "votes.",
         "(election) adopted inferred elected=Ada Salter | Ada Salter was elected as chair with 5 "
         "v\n"
         "(election) adopted inferred elected=Bruno Reed | Bruno Reed was elected as secretary "
         "with\n"},
        {"Ada Salter was elected chair and Bruno Reed was elected treasurer.",
         "(election) adopted inferred elected=Ada Salter | Ada Salter was elected chair\n"
         "(election) adopted inferred elected=Bruno Reed | Bruno Reed was elected treasurer.\n"},
        {"Zum Vorsitzenden wird Ada Salz gewählt, zum Kassenwart wird Bruno Rohr gewählt.",
         "(election) adopted inferred elected=Ada Salz | Zum Vorsitzenden wird Ada Salz gewählt\n"
         "(election) adopted inferred elected=Bruno Rohr | zum Kassenwart wird Bruno Rohr "
         "gewählt.\n"},
        {"Ada Sel est élue présidente, Bruno Roseau est élu trésorier.",
         "(election) adopted inferred elected=Ada Sel | Ada Sel est élue présidente\n"
         "(election) adopted inferred elected=Bruno Roseau | Bruno Roseau est élu trésorier.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_motion_and_the_paragraphs_or_entries_after_it_are_one_decision)
{
    static const struct text_case cases[] = {
        {"Member Norden asked about 3b. It is just being proposed now.\n"
         "Member Arkady moved to accept the document with the deletion of a link, seconded by "
         "Member Quist. Upon voice vote, the motion carried unanimously.\n"
         "Member Quist commented that the text seems to infer a preference.\n"
         "The following dates for meetings were proposed for the remainder of the year: October "
         "19.\n"
         "Asking for a motion to accept the terminology with edits, Member Quist so moved, "
         "seconded by Member Arkady.\n"
         "The vote was called and the motion carried unanimously.\n"
         "Public Comment: Mr. Hal Example said that votes are counted.",
         "(motion) adopted [voice] voted unanimous mover=Member Arkady seconder=Member Quist | "
         "Member Arkady moved to accept the docume\n"
         "(motion) adopted voted unanimous mover=Member Quist seconder=Member Arkady | Asking for "
         "a motion to accept the termin\n"},
        {"- Orla set motion to approve meeting minutes of June 28 and July 26 2023.\n"
         "- Juno second motion\n"
         "- Motion approved.",
         "(approval) adopted mover=Orla seconder=Juno | Orla set motion to approve meeting "
         "minut\n"},
        {"- Minor or major revisions? Depending on how implementation works.\n"
         "- Tove Motion to add to test 6.1.14 and 6.1.16 number as second level sorting field.\n"
         "- Orla second it.\n"
         "- Motion passed with no modifications.",
         "(motion) adopted mover=Tove seconder=Orla | Tove Motion to add to test 6.1.14 and 6.\n"},
        {"- Orla set Motion best practice FAQ track and second on roadmap for 2.1.\n"
         "- Juno second\n"
         "- Motion passed.",
         "(motion) adopted mover=Orla seconder=Juno | Orla set Motion best practice FAQ track \n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, the_count_after_a_debate_belongs_to_the_proposal_before_it)
{
    static const struct text_case cases[] = {
        {"Der Schriftführer verliest den Antrag:\n"
         "---\n"
         "**Antrag\n"
         "Der Vorstand beantragt den Vereinszweck wie folgt zu ändern:\n"
         "§2 (1) Zweck des Vereins ist die Förderung der Erziehung.\n"
         "§2 (2) Jugendarbeit.\n"
         "---\n"
         "Aus den Reihen der Mitglieder werden Fragen gestellt.\n"
         "Da es noch Rückfragen gab, informiert der Vorsitzende.\n"
         "Die Mitgliederversammlung nimmt diese Information zur Kenntnis.\n"
         "Noch ein Absatz.\n"
         "Nachdem alle Fragen beantwortet wurden, stellt der Schriftführer den Antrag zur "
         "Abstimmung.\n"
         "---\n"
         "Ja: 9\n"
         "Nein: 0\n"
         "Enthaltung: 0\n"
         "Der Antrag wird einstimmig von der Mitgliederversammlung angenommen.\n"
         "---",
         "(motion) adopted voted unanimous yes=9 no=0 abstain=0 | Der Vorstand beantragt den "
         "Vereinszweck  +2\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, plus_and_minus_one_after_a_proposal_are_ballots)
{
    static const struct text_case cases[] = {
        {"Proposed resolution: do not, by default, handle x in toRDF (or fromRDF) (Mona Norden)\n"
         "[Dan H] every new feature makes it worse -- too many options.\n"
         "[David] Clarification\n"
         "[Mona] +1\n"
         "[Ben] +0.5\n"
         "[Dan] a future proposal will add more\n"
         "[Elika] +0.1\n"
         "[Ralph] -1 because\n"
         "[A] a\n"
         "[B] b\n"
         "[C] c\n"
         "[D] d\n"
         "Resolution #1: do not, by default, handle x in toRDF (or fromRDF)\n"
         "[Mona] +1",
         "#1 (resolution) adopted voted mover=Mona Norden Mona:yes Ben:yes Elika:yes Ralph:no | do "
         "not, by default, handle x in toRDF (o\n"},
        {"Proposed resolution: add an option (Mona Norden)\n"
         "[Ana] +1\n"
         "[Bo] +1\n"
         "Proposed resolution: add two options (Mona Norden)\n"
         "[Ana] +1\n"
         "Resolution #2: add two options",
         "#2 (resolution) adopted voted mover=Mona Norden Ana:yes | add two options\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, labels_of_a_proposal_its_ballots_and_its_result_are_one_decision)
{
    static const struct text_case cases[] = {
        {"MOVED: Ana Ruiz\n"
         "2nd: Bo Park\n"
         "VOTE: 8/0\n"
         "AYES: Ana Ruiz, Bo Park\n"
         "NOES: None",
         "(motion) adopted voted counted without_proposal mover=Ana Ruiz seconder=Bo Park yes=8 "
         "no=0 Ana "
         "Ruiz:yes Bo Park:yes\n"},
        {"Motion: Buy a printer\n"
         ":+1: from @a, @b\n"
         "Accepted",
         "(motion) adopted voted @a:yes @b:yes | Buy a printer\n"},
        {"Motion by Smith, second by Jones to approve the agenda.\n"
         "Roll call vote: Ayes: Smith, Jones, Brown. Nays: None. Motion carried.",
         "(approval) adopted [roll_call] voted mover=Smith seconder=Jones Smith:yes Jones:yes "
         "Brown:yes | Motion by Smith, "
         "second by Jones to appr\n"},
        {"On motion of Ruiz, seconded by Park, the ordinance was adopted by the following vote:\n"
         "AYES: Ruiz, Park, Norden\n"
         "NOES: Quist\n"
         "ABSENT: None",
         "(motion) adopted voted mover=Ruiz seconder=Park Ruiz:yes Park:yes Norden:yes Quist:no | "
         "On motion of Ruiz, seconded by Park, the\n"},
        {"PROPOSAL: Change the name\n"
         "VOTE: 5 for, 1 against\n"
         "RESULT: passed",
         "() adopted voted yes=5 no=1 | Change the name\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, votes_give_the_result_that_no_word_states)
{
    static const struct text_case cases[] = {
        {"Antrag: Der Zaun wird erneuert.\n"
         "Dafür: 1 Dagegen: 2",
         "(motion) rejected voted counted yes=1 no=2 | Der Zaun wird erneuert.\n"},
        {"Motion: hold a dinner. Vote: 3-3.",
         "(motion) rejected voted counted yes=3 no=3 | hold a dinner.\n"},
        {"For: 2\n"
         "Against: 1",
         "() adopted voted counted without_proposal yes=2 no=1\n"},
        {"Proposition : organiser la fête.\n"
         "Résultat du vote : 1 pour, 2 contre",
         "() rejected voted counted yes=1 no=2 | organiser la fête.\n"},
        {"Propuesta: celebrar la fiesta.\n"
         "Votación: 3 a favor, 2 en contra. Se requieren dos tercios.",
         "() rejected voted counted yes=3 no=2 | celebrar la fiesta.\n"},
        {"Antrag: Die Satzung wird geändert.\n"
         "Abstimmung: 3 Ja, 2 Nein. Die Zweidrittelmehrheit wird damit nicht erreicht.",
         "(motion) rejected voted yes=3 no=2 | Die Satzung wird geändert.\n"},
        {"Beschluss: Der Zaun wird erneuert. Dafür: 1, dagegen: 2.",
         "(resolution) rejected voted counted yes=1 no=2 | Der Zaun wird erneuert.\n"},
        {"Motion: buy rope. Vote: 3-3. Carried on the casting vote of the chair.",
         "(motion) adopted voted yes=3 no=3 | buy rope.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, decision_and_the_vote_below_it_are_one)
{
    static const struct text_case cases[] = {
        {"Se acuerda subir la cuota.\n"
         "Votación: 2 a favor, 1 en contra.",
         "() adopted voted inferred yes=2 no=1 | Se acuerda subir la cuota.\n"},
        {"Der Antrag, einen Steg zu bauen, wird abgelehnt.\n"
         "Abstimmungsergebnis: Dafür: 1 Dagegen: 2",
         "() rejected voted yes=1 no=2 | Der Antrag, einen Steg zu bauen, wird ab\n"},
        {"Décision : Le budget est adopté.\n"
         "Vote : pour 3, contre 0",
         "() adopted voted yes=3 no=0 | Le budget est adopté.\n"},
        {"RESOLVED: Buy the pump.\n"
         "Vote: 3 for, 0 against.",
         "(resolution) adopted voted yes=3 no=0 | Buy the pump.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_decision_to_refuse_something_is_not_rejected)
{
    static const struct text_case cases[] = {
        {"Decision: Reject the offer.", "() - | Reject the offer.\n"},
        {"Decision: Deny the appeal.\nVote: 3 for, 0 against",
         "() adopted voted counted yes=3 no=0 | Deny the appeal.\n"},
        {"Resolved: to refuse the licence.", "(resolution) adopted | to refuse the licence.\n"},
        {"Acuerdo: Desestimar el recurso.", "() - | Desestimar el recurso.\n"},
        {"Décision : Refuser la convention.\nRésultat : adopté 3-0",
         "() adopted voted yes=3 no=0 | Refuser la convention.\n"},
        {"Beschluss: Das Angebot ist abzulehnen.",
         "(resolution) adopted | Das Angebot ist abzulehnen.\n"},
        {"Motion: Reject the offer.\nDecision: Reject the offer.",
         "(motion) - | Reject the offer.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, refusal_of_a_motion_rejects_it)
{
    static const struct text_case cases[] = {
        {"Decision: Reject the motion.", "() rejected | Reject the motion.\n"},
        {"Decision: The application is refused.", "() rejected | The application is refused.\n"},
        {"Beschluss: Der Antrag wird abgelehnt.",
         "(resolution) rejected | Der Antrag wird abgelehnt.\n"},
        {"Motion: Accept the offer.\nDecision: Reject the offer.",
         "(motion) rejected | Accept the offer.\n"},
        {"Resolved: to buy a bench.\nResult: lost 1-2",
         "(resolution) rejected voted yes=1 no=2 | to buy a bench.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, words_of_a_result_are_no_adoption)
{
    static const struct text_case cases[] = {
        {"Motion: Repair the roof. Lost.", "(motion) rejected | Repair the roof.\n"},
        {"Motion: buy rope. Lost on the casting vote of the chair.",
         "(motion) rejected | buy rope.\n"},
        {"Die Satzungsänderung wurde nicht angenommen.",
         "() rejected | Die Satzungsänderung wurde nicht angeno\n"},
        {"La proposition n'est pas adoptée.", "() rejected | La proposition n'est pas adoptée.\n"},
        {"Le sujet de la fontaine est reporté.",
         "() deferred | Le sujet de la fontaine est reporté.\n"},
        {"Se aplaza el tema del parque.", "() deferred | Se aplaza el tema del parque.\n"},
        {"No se aprueba la propuesta de obras.",
         "() rejected | No se aprueba la propuesta de obras.\n"},
        {"The ball was lost.", ""},
        {"La séance est levée.", ""},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, counts_and_polls_are_votes)
{
    static const struct text_case cases[] = {
        {"Poll: \n"
         "SF: 1\n"
         "F: 4\n"
         "N: 15\n"
         "A: 0\n"
         "SA: 0\n"
         "[DS] This doesn’t look like consensus in favor of advancing the proposal.",
         "() none voted without_proposal strongly favor=1 favor=4 neutral=15 against=0 strongly "
         "against=0\n"},
        {"Poll: SF: 1 F: 4 N: 15 A: 0 SA: 0", "() none voted without_proposal strongly favor=1 "
                                              "favor=4 neutral=15 against=0 strongly against=0\n"},
        {"Decision: Approve the budget. Vote: 5 in favor, 2 against, 1 abstention.",
         "() adopted voted counted yes=5 no=2 abstain=1 | Approve the budget.\n"},
        {"Se aprueba el acta anterior con 44 votos a favor, 2 en contra y 1 abstención.",
         "(approval) adopted voted yes=44 no=2 abstain=1 | Se aprueba el acta anterior con 44 "
         "votos\n"},
        {"Abstimmung: Ja 12, Nein 3, Enthaltungen 2. Damit ist der Antrag angenommen.",
         "() adopted voted yes=12 no=3 abstain=2 | Damit ist der Antrag angenommen.\n"},
        {"The budget was presented. APPROVED, 7-0-1.",
         "() adopted voted yes=7 no=0 abstain=1 | APPROVED, 7-0-1.\n"},
        {"Vote: 7 yes, 0 no, 1 abstain",
         "() adopted voted counted without_proposal yes=7 no=0 abstain=1\n"},
        {"Der Antrag wird mit 12 Ja-Stimmen, 3 Nein-Stimmen und 2 Enthaltungen angenommen.",
         "() adopted voted yes=12 no=3 abstain=2 | Der Antrag wird mit 12 Ja-Stimmen, 3 Nei\n"},
        {"Abstimmungsergebnis: 12/3/2",
         "() adopted voted counted without_proposal yes=12 no=3 abstain=2\n"},
        {"Le devis est présenté. Vote : 12 pour, 1 contre, 2 abstentions. ",
         "() adopted voted counted without_proposal yes=12 no=1 abstain=2\n"},
        {"La propuesta se aprueba por 10 votos a favor y 2 en contra.",
         "() adopted voted yes=10 no=2 | La propuesta se aprueba por 10 votos a f\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_sentence_about_something_else_gives_no_result)
{
    static const struct text_case cases[] = {
        {"Decision: Buy a lamp.\n"
         "The budget was not approved.",
         "() - | Buy a lamp.\n"
         "() rejected | The budget was not approved.\n"},
        {"Beschluss: Die Lampe wird gekauft.\n"
         "Der Haushalt wurde nicht genehmigt.",
         "(resolution) adopted | Die Lampe wird gekauft.\n"
         "() rejected | Der Haushalt wurde nicht genehmigt.\n"},
        {"Décision : Acheter une lampe.\n"
         "Le budget n'est pas adopté.",
         "() - | Acheter une lampe.\n"
         "() rejected | Le budget n'est pas adopté.\n"},
        {"Acuerdo: comprar una lámpara.\n"
         "El presupuesto fue rechazado.",
         "() - | comprar una lámpara.\n"
         "() rejected | El presupuesto fue rechazado.\n"},
        {"Decision: Buy a lamp.\n"
         "Decision: The budget was not approved.",
         "() - | Buy a lamp.\n"
         "() rejected | The budget was not approved.\n"},
        {"Motion: Buy a lamp. Carried.\n"
         "The new logo was welcomed unanimously.",
         "(motion) adopted | Buy a lamp.\n"},
        {"Antrag: Eine Lampe kaufen. Angenommen.\n"
         "Das neue Logo wurde einstimmig begrüßt.",
         "(motion) adopted | Eine Lampe kaufen.\n"},
        {"Motion : Acheter une lampe. Adoptée.\n"
         "Le nouveau logo a été salué à l'unanimité.",
         "(motion) adopted | Acheter une lampe.\n"},
        {"Moción: Comprar una lámpara. Aprobada.\n"
         "El nuevo logo fue elogiado por unanimidad.",
         "(motion) adopted | Comprar una lámpara.\n"},
        {"Motion: Buy a lamp.\n"
         "The motion to adjourn was lost.",
         "() rejected | The motion to adjourn was lost.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_sentence_about_nothing_else_gives_the_result)
{
    static const struct text_case cases[] = {
        {"Decision: Buy a lamp.\n"
         "Carried unanimously.",
         "() adopted voted unanimous | Buy a lamp.\n"},
        {"Motion: Buy a lamp.\n"
         "After some discussion it was approved 2-1.",
         "(motion) adopted voted yes=2 no=1 | Buy a lamp.\n"},
        {"Motion: Buy a lamp.\n"
         "The purchase of lamps was rejected.",
         "(motion) rejected | Buy a lamp.\n"},
        {"Antrag: Eine Lampe kaufen.\n"
         "Der Antrag wird von der Versammlung abgelehnt.",
         "(motion) rejected | Eine Lampe kaufen.\n"},
        {"Motion : Acheter une lampe.\n"
         "Après débat, elle est adoptée.",
         "(motion) adopted | Acheter une lampe.\n"},
        {"Moción: Comprar una lámpara.\n"
         "Tras un debate queda aprobada.",
         "(motion) adopted | Comprar una lámpara.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_decision_to_defer_or_reject_adopts_nothing)
{
    static const struct text_case cases[] = {
        {"The board agreed to defer the purchase.",
         "() deferred inferred | The board agreed to defer the purchase.\n"},
        {"Decision: The board agreed to postpone the vote.",
         "(consensus) deferred [consensus] voted | The board agreed to postpone the vote.\n"},
        {"The council decided to table the proposal.",
         "() deferred inferred | The council decided to table the proposa\n"},
        {"Der Vorstand beschließt, den Antrag zu vertagen.",
         "() deferred inferred | Der Vorstand beschließt, den Antrag zu \n"},
        {"Beschluss: Vertagung auf die nächste Sitzung.",
         "(resolution) deferred | Vertagung auf die nächste Sitzung.\n"},
        {"Décision : Le conseil décide de reporter le vote.",
         "() deferred | Le conseil décide de reporter le vote.\n"},
        {"La junta decide aplazar la votación.",
         "() deferred inferred | La junta decide aplazar la votación.\n"},
        {"Resolution: Motion 3 to raise the fees of boats by two shells is **not approved**.",
         "(resolution) rejected | Motion 3 to raise the fees of boats by t\n"},
        {"Beschluss: Die Anschaffung der Lampe für das neue Vereinsheim wird abgelehnt.",
         "(resolution) rejected | Die Anschaffung der Lampe für das neue \n"},
        {"Il est décidé de ne pas approuver le budget.",
         "() rejected inferred | Il est décidé de ne pas approuver le b\n"},
        {"El pleno rechaza la moción.", "() rejected inferred | El pleno rechaza la moción.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_decision_to_postpone_an_event_has_no_result)
{
    static const struct text_case cases[] = {
        {"The board agreed to postpone the summer party.",
         "() - inferred | The board agreed to postpone the summer \n"},
        {"Der Vorstand beschließt, das Sommerfest zu verschieben.",
         "() - inferred | Der Vorstand beschließt, das Sommerfest\n"},
        {"Le conseil décide de reporter la fête.",
         "() - inferred | Le conseil décide de reporter la fête.\n"},
        {"Se acuerda aplazar la fiesta.", "() - inferred | Se acuerda aplazar la fiesta.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, an_amendment_does_not_change_the_motion)
{
    static const struct text_case cases[] = {
        {"Motion: Raise fees.\n"
         "Moved by: Ann Lake\n"
         "Amendment: by two shells - carried 5-1.\n"
         "Result: lost 2-4.",
         "(motion) adopted voted yes=5 no=1 | by two shells\n"
         "(motion) rejected voted mover=Ann Lake yes=2 no=4 | Raise fees.\n"},
        {"Antrag: Beitrag erhöhen.\n"
         "Änderungsantrag: um zwei Muscheln – angenommen 5:1.\n"
         "Der so geänderte Antrag wird mit 4:2 angenommen.",
         "(motion) adopted voted yes=5 no=1 | um zwei Muscheln\n"
         "(motion) adopted_with_amendments voted yes=4 no=2 | Beitrag erhöhen.\n"},
        {"Motion : Relever la cotisation.\n"
         "Amendement : de deux coquilles – adopté 5-1.\n"
         "Résultat : rejetée 2-4.",
         "(motion) adopted voted yes=5 no=1 | de deux coquilles\n"
         "(motion) rejected voted yes=2 no=4 | Relever la cotisation.\n"},
        {"Moción: Subir la cuota.\n"
         "Enmienda: dos conchas - aprobada 5-1.\n"
         "Resultado: rechazada 2-4.",
         "(motion) adopted voted yes=5 no=1 | dos conchas\n"
         "(motion) rejected voted yes=2 no=4 | Subir la cuota.\n"},
        {"Motion: that the town buy a lamp.\n"
         "Motion: to amend the motion by adding a shade.\n"
         "Moved by Rosa Lark, seconded by Ann Lake. Show of hands: 6 in favour, 1 against. The "
         "amendment was carried.\n"
         "Roll call on the motion as amended:\n"
         "- Ayes: Ann Lake, Bob Moor\n"
         "- Noes: Cy Dell\n"
         "The motion was carried 2-1.",
         "(motion) adopted [show_of_hands] voted mover=Rosa Lark seconder=Ann Lake yes=6 no=1 | to "
         "amend the motion by adding a shade.\n"
         "(motion) adopted_with_amendments voted Ann Lake:yes Bob Moor:yes Cy Dell:no yes=2 no=1 | "
         "that the town buy a lamp.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_vote_may_be_unanimous_but_for_some)
{
    static const struct text_case cases[] = {
        {"Motion: Raise fees. Carried unanimously with one abstention.",
         "(motion) adopted voted unanimous abstain=1 | Raise fees.\n"},
        {"Antrag: Beitrag erhöhen. Einstimmig bei einer Enthaltung angenommen.",
         "(motion) adopted voted unanimous abstain=1 | Beitrag erhöhen.\n"},
        {"Motion : Relever la cotisation. Adoptée à l'unanimité moins une abstention.",
         "(motion) adopted voted unanimous abstain=1 | Relever la cotisation.\n"},
        {"Moción: Subir la cuota. Aprobada por unanimidad con una abstención.",
         "(motion) adopted voted unanimous abstain=1 | Subir la cuota.\n"},
        {"Motion: Raise fees. Carried unanimously but for one vote.",
         "(motion) adopted | Raise fees.\n"},
        {"Antrag: Beitrag erhöhen. Einstimmig bei einer Gegenstimme angenommen.",
         "(motion) adopted | Beitrag erhöhen.\n"},
        {"Motion : Relever la cotisation. Adoptée à l'unanimité moins une voix.",
         "(motion) adopted | Relever la cotisation.\n"},
        {"Moción: Subir la cuota. Aprobada por unanimidad menos un voto.",
         "(motion) adopted | Subir la cuota.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_mover_withdraws_the_motion)
{
    static const struct text_case cases[] = {
        {"Motion: Raise fees. Withdrawn by the mover.", "(motion) withdrawn | Raise fees.\n"},
        {"Antrag: Beitrag erhöhen. Zurückgezogen vom Antragsteller.",
         "(motion) withdrawn | Beitrag erhöhen.\n"},
        {"Motion : Relever la cotisation. Retirée par le proposeur.",
         "(motion) withdrawn | Relever la cotisation.\n"},
        {"Moción: Subir la cuota. Retirada por el proponente.",
         "(motion) withdrawn | Subir la cuota.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, movers_and_seconders_stand_in_one_line)
{
    static const struct text_case cases[] = {
        {"Proposed: Ann Lake  Seconded: Bob Moor\n"
         "That the fees be raised. Carried.",
         "(motion) adopted mover=Ann Lake seconder=Bob Moor | That the fees be raised.\n"},
        {"Antragsteller: Ann Lake  Unterstützt von: Bob Moor\n"
         "Der Beitrag wird erhöht. Angenommen.",
         "(motion) adopted mover=Ann Lake seconder=Bob Moor | Der Beitrag wird erhöht.\n"},
        {"Proposé par : Ann Lake  Appuyé par : Bob Moor\n"
         "Que la cotisation soit relevée. Adoptée.",
         "(motion) adopted mover=Ann Lake seconder=Bob Moor | Que la cotisation soit relevée.\n"},
        {"Propuesto por: Ann Lake  Secundado por: Bob Moor\n"
         "Que se suba la cuota. Aprobada.",
         "(motion) adopted mover=Ann Lake seconder=Bob Moor | Que se suba la cuota.\n"},
        {"Motion: Raise fees.\n"
         "Moved by Ann Lake / Seconded by Bob Moor\n"
         "Carried",
         "(motion) adopted mover=Ann Lake seconder=Bob Moor | Raise fees.\n"},
        {"Ann Lake MOVED and Bob Moor SECONDED that the fees be raised. Carried.",
         "(motion) adopted mover=Ann Lake seconder=Bob Moor | Ann Lake MOVED and Bob Moor SECONDED "
         "tha\n"},
        {"Anna Lake beantragt und Bob Moor unterstützt, den Beitrag zu erhöhen. Angenommen.",
         "(motion) adopted mover=Anna Lake seconder=Bob Moor | Anna Lake beantragt und Bob Moor "
         "unterst\n"},
        {"Ann Lake propose et Bob Moor appuie de relever la cotisation. Adopté.",
         "(motion) adopted mover=Ann Lake seconder=Bob Moor | Ann Lake propose et Bob Moor appuie "
         "de r\n"},
        {"Ann Lake propone y Bob Moor secunda subir la cuota. Aprobada.",
         "(motion) adopted mover=Ann Lake seconder=Bob Moor | Ann Lake propone y Bob Moor secunda "
         "subi\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, ballots_name_the_voter_before_the_option)
{
    static const struct text_case cases[] = {
        {"Motion: Raise fees.\n"
         "Vote: Ann Lake - aye, Bob Moor - nay, Cy Dell - aye\n"
         "Result: carried",
         "(motion) adopted voted Ann Lake:yes Bob Moor:no Cy Dell:yes | Raise fees.\n"},
        {"Motion: Raise fees.\n"
         "- Ann +1\n"
         "- Bob -1\n"
         "- Cy +1\n"
         "Carried.",
         "(motion) adopted voted Ann:yes Bob:no Cy:yes | Raise fees.\n"},
        {"Motion: Raise fees. Roll call: Lake aye, Moor nay, Dell aye. Motion carried.",
         "(motion) adopted voted Lake:yes Moor:no Dell:yes | Raise fees.\n"},
        {"Motion: Raise fees.\n"
         "[Ann Lake] aye\n"
         "[Bob Moor] nay\n"
         "Motion failed.",
         "(motion) rejected voted Ann Lake:yes Bob Moor:no | Raise fees.\n"},
        {"Antrag: Beitrag senken.\n"
         "Abstimmung: Ann Lake - Ja, Bob Moor - Nein, Cy Dell - Ja",
         "(motion) adopted voted counted Ann Lake:yes Bob Moor:no Cy Dell:yes | Beitrag senken.\n"},
        {"Motion : Relever la cotisation.\n"
         "Vote : Ann Lake – pour, Bob Moor – contre, Cy Dell – pour",
         "(motion) adopted voted counted Ann Lake:yes Bob Moor:no Cy Dell:yes | Relever la "
         "cotisation.\n"},
        {"Moción: Subir la cuota.\n"
         "Votación: Ann Lake: sí, Bob Moor: no, Cy Dell: sí",
         "(motion) adopted voted counted Ann Lake:yes Bob Moor:no Cy Dell:yes | Subir la cuota.\n"},
        {"Motion: buy rope.\n"
         "[Ann Lake] Is rope cheap?\n"
         "[Bob Moor] Yes.\n"
         "Carried.",
         "(motion) adopted | buy rope.\n"},
        {"Elected: Ann Lake (7), Bob Moor (5)", "(election) adopted voted Ann Lake=7 elected=Ann "
                                                "Lake Bob Moor=5 elected=Bob Moor | Elected: "
                                                "Ann Lake (7), Bob Moor (5)\n"},
        {"Wahlergebnis: Ann Lake 7 Stimmen, Bob Moor 5 Stimmen",
         "(election) - voted Ann Lake=7 Bob Moor=5 | Wahlergebnis: Ann Lake 7 Stimmen, Bob Mo\n"},
        {"Sont élus : Ann Lake (7 voix), Bob Moor (5 voix)",
         "(election) adopted voted Ann Lake=7 elected=Ann Lake Bob Moor=5 elected=Bob Moor | Sont "
         "élus "
         ": Ann Lake (7 voix), Bob Moor\n"},
        {"Resultado de la elección: Ann Lake 7, Bob Moor 5",
         "(election) - voted Ann Lake=7 Bob Moor=5 | Resultado de la elección: Ann Lake 7, B\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_resolution_names_its_mover_in_brackets)
{
    static const struct text_case cases[] = {
        {"Payments: Resolved to pay the invoices (prop. Cllr Lake, sec. Cllr Moor).",
         "(resolution) adopted mover=Cllr Lake seconder=Cllr Moor | Resolved to pay the invoices "
         "(prop. Cllr\n"},
        {"Resolved (prop AL, seconded BM): to pay the smith.",
         "(resolution) adopted mover=AL seconder=BM | to pay the smith.\n"},
        {"RESOLVED (Proposed: Cllr Lake; Seconded: Cllr Dell) to sign the minutes.",
         "(resolution) adopted mover=Cllr Lake seconder=Cllr Dell | RESOLVED (Proposed: Cllr Lake; "
         "Seconded:\n"},
        {"The accounts were presented. Resolved to pay them (prop. Cllr Lake, sec. Cllr Moor).",
         "(motion) adopted mover=Cllr Lake seconder=Cllr Moor | Resolved to pay them (prop. Cllr "
         "Lake, s\n"},
        {"It was resolved to accept the quote (Proposed AL Seconded BM). All in favour.",
         "(motion) adopted voted unanimous mover=AL seconder=BM | It was resolved to accept the "
         "quote (Pro\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, reports_and_polls_give_no_result)
{
    static const struct text_case cases[] = {
        {"The police reported that the budget was approved by the county.", ""},
        {"Poll: Yes 23, No 2", "() - voted without_proposal yes=23 no=2\n"},
        {"31/00123 The Old Mill: no objection.", ""},
        {"The motion passed by the following vote: Ayes: Ann Lake, Bob Moor",
         "() adopted voted | The motion passed by the following vote:\n"},
        {"# Moción\n"
         "La moción del grupo verde es rechazada por 4 votos a favor y 9 en contra.",
         "(motion) rejected voted without_proposal yes=4 no=9\n"},
        {"Beschluss: Der Senat stimmt der Ordnung zu. (9:0:2)",
         "(resolution) adopted voted yes=9 no=0 abstain=2 | Der Senat stimmt der Ordnung zu. "
         "(9:0:2)\n"},
        {"Mme Dune propose un voeu. Le voeu est rejeté par 10 voix contre 4.",
         "(motion) rejected voted mover=Mme Dune yes=4 no=10 | Mme Dune propose un voeu.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_heading_begins_decisions)
{
    static const struct text_case cases[] = {
        {"# Conclusion\n"
         "- Review open issues and return to next plenary\n"
         "- Another\n"
         "Next up we have another continuation, this will be the last item.",
         "() - | Review open issues and return to next pl +1\n"},
        {"# Conclusion\n"
         "- No major decisions were made.",
         "() none | No major decisions were made.\n"},
        {"# Decisions\n"
         "- Use the list\n"
         "- Close the issue",
         "() - | Use the list\n"
         "() - | Close the issue\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_label_states_a_decision)
{
    static const struct text_case cases[] = {
        {"**Consensus: use the list", "(consensus) adopted [consensus] voted | use the list\n"},
        {"Resolved, that the town builds a bridge.",
         "(resolution) adopted | Resolved, that the town builds a bridge.\n"},
        {"RESOLUTION: Accept PR 12", "(resolution) adopted | Accept PR 12\n"},
        {"Decision: We go with option two", "() - | We go with option two\n"},
        {"Beschluss: Die Kasse wird geprüft. (einstimmig)",
         "(resolution) adopted voted unanimous | Die Kasse wird geprüft. (einstimmig)\n"},
        {"Décision : le bureau valide le devis.", "() adopted | le bureau valide le devis.\n"},
        {"Acuerdo: comprar una impresora.", "() - | comprar una impresora.\n"},
        {"CONSENSUS: Ship it.", "(consensus) adopted [consensus] voted | Ship it.\n"},
        {"Decision:0 chairs are bought", ""},
        {"Decision:9 chairs are bought", ""},
        {"Decision:/chairs are bought", ""},
        {"Decision:Buy chairs", "() - | Buy chairs\n"},
        {"- Agreed to move the meeting to Tuesday\n"
         "- Approved: PR 12",
         "() adopted | Approved: PR 12\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_sentence_that_decides_is_a_decision)
{
    static const struct text_case cases[] = {
        {"Se acuerda aprobar el presupuesto por unanimidad.",
         "() adopted voted unanimous inferred | Se acuerda aprobar el presupuesto por un\n"},
        {"Le conseil adopte la proposition à l'unanimité. Pour : 7, Contre : 0, Abstention : 1",
         "() adopted voted unanimous yes=7 no=0 abstain=1 | Le conseil adopte la proposition à "
         "l'un\n"},
        {"The minutes of the previous meeting were approved.",
         "(approval) adopted | The minutes of the previous meeting were\n"},
        {"It was decided that the shop closes.\n"
         "The board agreed to fund the party.\n"
         "Ana said we agreed on that.\n"
         "The council had decided to go.",
         "() adopted inferred | It was decided that the shop closes.\n"
         "() adopted inferred | The board agreed to fund the party.\n"},
        {"Der Vorstand hat gemäß der Satzung beschlossen, dass die Aufgaben übernommen werden.\n"
         "Der Vorstand beschließt die Anschaffung. Abstimmung: 5 Ja-Stimmen, keine Nein-Stimme, 1 "
         "Enthaltung.",
         "() adopted voted inferred yes=5 no=0 abstain=1 | Der Vorstand beschließt die "
         "Anschaffung\n"},
        {"Ana Ruiz was elected treasurer. ",
         "(election) adopted inferred elected=Ana Ruiz | Ana Ruiz was elected treasurer.\n"},
        {"There were no objections and the agenda was adopted by general consent.",
         "(approval) adopted [general_consent] voted | There were no objections and the agenda \n"},
        {"Minutes from last meeting approved with no objections.",
         "(approval) adopted [general_consent] voted inferred | Minutes from last meeting approved "
         "with \n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_result_alone_is_a_decision)
{
    static const struct text_case cases[] = {
        {"This item was postponed until the next meeting.",
         "() deferred | This item was postponed until the next m\n"},
        {"Approved.", "() adopted | Approved.\n"},
        {"- The proposal was discussed.\n"
         "- LGTM",
         "() adopted | LGTM\n"},
        {"The motion failed for lack of a second.",
         "() lapsed | The motion failed for lack of a second.\n"},
        {"Adopté à l'unanimité.", "() adopted voted unanimous | Adopté à l'unanimité.\n"},
        {"Passed unanimously.", "() adopted voted unanimous | Passed unanimously.\n"},
        {"The motion was tabled.", "() deferred | The motion was tabled.\n"},
        {"The item was not approved.", "() rejected | The item was not approved.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, talk_of_votes_is_no_decision)
{
    static const struct text_case cases[] = {
        {"Nobody voted against it in 2019. We approved of the colour. The build passed. They "
         "failed to come.",
         ""},
        {"Ana moved to Berlin. Bo moved the chair. A second option was found. In the second half "
         "they passed 3-0.",
         ""},
        {":+1: from @a, @b", ""},
        {"The committee reviewed 12-3 items and 2/3 of the budget. The report passed to the clerk. "
         "Approved budget lines are listed.",
         ""},
        {"[AR] I think we agreed to this last week. We passed the vote on it.\n"
         "[BP] So the proposal was accepted by them?",
         ""},
        {"Die Versammlung stimmt dem Antrag mit großer Mehrheit bei einer Enthaltung zu.", ""},
        {"Discussion about the vote on Friday. We need 5 votes in favor.", ""},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, a_failed_allocation_leaves_a_valid_list)
{
    char lines[][80] = {"Mona moved to adopt the budget, Juno seconded.", "Motion carried 3-0.",
                        "AYES: Mona Norden, Juno Quist", "Decision: use the list"};
    struct decision_block blocks[4];
    for (int i = 0; i < 4; i++)
        blocks[i] = block_of(lines[i]);
    bool failed = true;
    for (size_t allocation = 0; failed && allocation < 20; allocation++) {
        struct decisions decisions = {0};
        failing_memory_begin(allocation);
        const bool read = decisions_read(blocks, 4, &decisions);
        failed = failing_memory_end();
        cr_expect_eq(read, !failed, "allocation %zu", allocation);
        cr_expect_eq(decisions.out_of_memory, failed);
        decisions_finish(&decisions);
    }
    cr_expect_not(failed);
}

static const struct text_case motions[] = {
    {"Motion: Buy 3 boats.\n"
     "The motion to buy 3 boats passed 5-2.",
     "(motion) adopted voted yes=5 no=2 | Buy 3 boats.\n"},
    {"Motion: Buy 20 lamps by May 4.\n"
     "Approved 5:2.",
     "(motion) adopted voted yes=5 no=2 | Buy 20 lamps by May 4.\n"},
    {"Motion: Buy boats.\n"
     "Roll call vote: 5 yes, 2 no.",
     "(motion) adopted [roll_call] voted counted yes=5 no=2 | Buy boats.\n"},
    {"RESOLVED (by secret ballot, 5 for, 2 against): Buy a boat.",
     "(resolution) adopted [secret_ballot] voted yes=5 no=2 | Buy a boat.\n"},
    {"Decision (unanimous): Buy a boat.", "() adopted voted unanimous | Buy a boat.\n"},
    {"Decision (by voice vote): Buy a boat.", "() - [voice] voted | Buy a boat.\n"},
    {"Beschluss (einstimmig): Das Boot wird gekauft.",
     "(resolution) adopted voted unanimous | Das Boot wird gekauft.\n"},
    {"Motion Cllr Ada Reef: Buy a boat.\n"
     "Carried.",
     "(motion) adopted mover=Cllr Ada Reef | Buy a boat.\n"},
    {"Motion (Ada Reef): Buy a boat.\n"
     "Carried.",
     "(motion) adopted mover=Ada Reef | Buy a boat.\n"},
    {"Motion of Ada Reef: Buy a boat.\n"
     "Carried.",
     "(motion) adopted mover=Ada Reef | Buy a boat.\n"},
    {"Motion by Ada Reef: Buy a boat.\n"
     "Failed.",
     "(motion) rejected mover=Ada Reef | Buy a boat.\n"},
    {"Antrag von Ada Reef: Das Boot wird gekauft.\n"
     "Angenommen.",
     "(motion) adopted mover=Ada Reef | Das Boot wird gekauft.\n"},
    {"Antrag: Der Haushalt wird angenommen.\n"
     "5 Ja, 2 Nein",
     "(motion) adopted voted counted yes=5 no=2 | Der Haushalt wird angenommen.\n"},
    {"Proposal: The budget is approved. For 5, against 2.",
     "() adopted voted counted yes=5 no=2 | The budget is approved.\n"},
    {"Proposal: The budget is approved. Carried.", "() adopted | The budget is approved.\n"},
    {"Ada proposed 20 May, Bob 27 May.\n"
     "We agreed on 27 May.",
     "() adopted inferred | We agreed on 27 May.\n"},
    {"Motion: Change the statutes.\n"
     "The motion, which needed two thirds, was defeated 4-3.",
     "(motion) rejected voted yes=4 no=3 | Change the statutes.\n"},
    {"Motion: Change the statutes.\n"
     "The motion, which needed two thirds, was defeated 4-3-1.",
     "(motion) rejected voted yes=4 no=3 abstain=1 | Change the statutes.\n"},
    {"Agreed: (a) Buy a boat. (b) Sell the raft.",
     "(consensus) adopted [consensus] voted | (a) Buy a boat. (b) Sell the raft.\n"},
    {"Resolved: (a) Buy a boat; (b) Sell the raft.",
     "(resolution) adopted | (a) Buy a boat; (b) Sell the raft.\n"},
    {"# Decisions\n"
     "- Buy a boat\n"
     "- Sell the raft",
     "() - | Buy a boat\n"
     "() - | Sell the raft\n"},
    {"Motion: Buy a boat.\n"
     "For: Ada Reef, Bob Moor\n"
     "Against: Cy Dune",
     "(motion) adopted voted counted Ada Reef:yes Bob Moor:yes Cy Dune:no | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Ada Reef - aye, Bob Moor - no, Cy Dune - aye.",
     "(motion) adopted voted counted Ada Reef:yes Bob Moor:no Cy Dune:yes | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Vote: +1: Ada, Bob; -1: Cy",
     "(motion) adopted voted counted Ada:yes Bob:yes Cy:no | Buy a boat.\n"},
    {"Motion: Buy 3 boats.\n"
     "The purchase of 3 boats was approved 4-2.",
     "(motion) adopted voted yes=4 no=2 | Buy 3 boats.\n"},
    {"Motion: Buy a boat.\n"
     "The motion was withdrawn by Ada Reef.",
     "(motion) withdrawn | Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Amendment: Buy two boats.\n"
     "The amendment failed 2-5.\n"
     "The motion carried 5-2.",
     "(motion) rejected voted yes=2 no=5 | Buy two boats.\n"
     "(motion) adopted voted yes=5 no=2 | Buy a boat.\n"},
    {"Motion 1: Buy a boat.\n"
     "Motion 2: Sell the raft.\n"
     "Motion 1 carried.\n"
     "Motion 2 failed.",
     "#1 (motion) adopted | Buy a boat.\n"
     "#2 (motion) rejected | Sell the raft.\n"},
    {"Motion by Bob Moor: Buy a boat.\n"
     "Motion by Ada Reef: Sell the raft.\n"
     "Moor's motion carried.\n"
     "The motion of Ada Reef failed.",
     "(motion) adopted mover=Bob Moor | Buy a boat.\n"
     "(motion) rejected mover=Ada Reef | Sell the raft.\n"},
    {"Vote: 5 for, 2 against.", "() adopted voted counted without_proposal yes=5 no=2\n"},
    {"Decision 12: Buy a boat.", "#12 () - | Buy a boat.\n"},
    {"Décision : acheter un bateau. Adopté à l'unanimité.",
     "() adopted voted unanimous | acheter un bateau.\n"},
    {"Acuerdo: comprar un barco. Aprobado por mayoría.", "() adopted | comprar un barco.\n"},
    {"Propuesta de Ada Reef: comprar un barco.\n"
     "A favor 5, en contra 2.",
     "(motion) adopted voted counted mover=Ada Reef yes=5 no=2 | comprar un barco.\n"},
    {"Carried 5:2: Buy a boat.", "() adopted voted yes=5 no=2 | Carried 5:2: Buy a boat.\n"},
    {"Motion: Buy a boat.\n"
     "Moved by Ada Reef, seconded by Bob Moor.\n"
     "Ayes: 5. Nays: 2. Absent: 1.",
     "(motion) adopted voted counted mover=Ada Reef seconder=Bob Moor yes=5 no=2 | Buy a "
     "boat.\n"},
};

Test(decision, labels_numbers_methods_and_majorities_go_to_their_motion)
{
    expect_texts(describe, motions, sizeof motions / sizeof *motions);
}

Test(decision, a_score_is_no_number_of_what_is_decided)
{
    static const struct text_case cases[] = {
        {"Motion: Change the statutes. A two-thirds majority is needed.\n"
         "The motion was defeated 4-3-1.",
         "(motion) rejected voted yes=4 no=3 abstain=1 | Change the statutes. A two-thirds "
         "majori\n"},
        {"Motion: Buy 3 boats.\n"
         "The council approved the boats 5:2.",
         "(motion) adopted | Buy 3 boats.\n"},
        {"Motion: Buy 3 boats.\n"
         "This was approved, 5/2.",
         "(motion) adopted voted yes=5 no=2 | Buy 3 boats.\n"},
        {"Ada proposed to buy 3 boats.\n"
         "We agreed 5-2 to buy boats.",
         "(motion) adopted mover=Ada | Ada proposed to buy 3 boats.\n"},
        {"Motion Professor: Buy a boat.", ""},
        {"Motion Professor Reef: Buy a boat.\n"
         "Carried.",
         "(motion) adopted mover=Professor Reef | Buy a boat.\n"},
        {"Antrag: 3 Boote kaufen.\n"
         "Der Kauf wird mit 5:2 angenommen.",
         "(motion) adopted voted yes=5 no=2 | 3 Boote kaufen.\n"},
        {"Motion: Buy 3 boats.\n"
         "The boats were approved by 5 against 2.",
         "(motion) adopted voted yes=5 no=2 | Buy 3 boats.\n"},
        {"Motion: Buy boats in 3 weeks.\n"
         "The boats were approved 5-2.",
         "(motion) adopted voted yes=5 no=2 | Buy boats in 3 weeks.\n"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(decision, movers_in_brackets_begin_a_text)
{
    cr_expect(decision_begins_with_movers(text_span_of("(Reef/Moor) Passed.")));
    cr_expect_not(decision_begins_with_movers(text_span_of("Passed (Reef/Moor).")));
    cr_expect_not(decision_begins_with_movers(text_span_of("(Lamps) Passed.")));
}

Test(decision, the_name_alone_after_moved_is_the_mover)
{
    static const struct text_case cases[] = {
        {"Motion: Buy a boat.\nMoved: Ada Reef\nCarried.",
         "(motion) adopted mover=Ada Reef | Buy a boat.\n"},
        {"Motion: Buy a boat.\nProposal: Ada Reef\nCarried.", "() adopted | Ada Reef\n"},
        {"Payments: Resolved to pay", "(resolution) adopted | Resolved to pay\n"},
        {": Resolved to pay", "(resolution) adopted | Resolved to pay\n"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}
