#include "members/member.h"
#include "outcomes/decision_private.h"

enum {
    PROSE_WORDS_MAX = 8 /* the verb of V8 is among so many words */
};

/* The beginnings of sentences that decide (V8), with the verb in the present or the past, not the
 * perfect tense. */
static const char *const prose_phrases[] = {
    "it was|is ?unanimously ?also decided|agreed|resolved ?that|to|by",
    "we|all|everyone|members ?all ?have|unanimously agreed|decided|resolved ?that|to|on|upon",
    "?the board|committee|council|group|meeting|tac|tsc|team|panel|commission|membership|assembly "
    "?members ?unanimously ?also "
    "decided|agreed|picked|approved|voted|resolved|decides|agrees|approves|"
    "resolves|adopted|elected|appointed|accepted|selected|adopts",
    "?der|die|das "
    "vorstand|versammlung|mitgliederversammlung|stadtrat|gemeinderat|ausschuss|gremium|"
    "rat|plenum|stupa|fachschaft* ?einstimmig "
    "beschliesst|beschloss|entscheidet|genehmigt|bestatigt|"
    "wahlt|wahlte",
    "es wird|wurde ?einstimmig beschlossen",
    "se acordo|aprobo|decidio",
    "se acuerda|decide|aprueba|resuelve|aprueban",
    "la|el asamblea|junta|pleno|consejo|comite acuerda|decide|aprueba|resuelve",
    "il est decide|convenu|resolu",
    "nous decidons|adoptons|approuvons|validons",
    "le|la|l conseil|ca|bureau|assemblee|comite|collectif ?d ?generale ?administration "
    "decide|approuve|"
    "adopte|valide|vote|elit",
};

static void find_prose(const struct sentence *sentence, struct sentence_marks *marks)
{
    for (size_t i = 0; i < sizeof prose_phrases / sizeof *prose_phrases; i++) {
        size_t at;
        const size_t words = sentence_find(sentence, 0, prose_phrases[i], &at);
        if (!words || at + words > PROSE_WORDS_MAX)
            continue;
        if (at &&
            sentence_match(sentence, at - 1, "that|if|whether|when|dass|que|said|noted|wie|as"))
            continue;
        size_t not_main;
        if (sentence_find(sentence, 0,
                          "had|if|would|should|hat|hatte|wenn|falls|whether|previously",
                          &not_main) &&
            not_main <= at + words)
            continue;
        marks->prose = true;
        return;
    }
}

/* Finds "N was elected", "N is appointed as". */
static void find_election(const struct sentence *sentence, struct sentence_marks *marks)
{
    size_t at;
    const size_t words =
        sentence_find(sentence, 0,
                      "was|were|is|are|wird|wurde|est ?been ?re-elected|unanimously|"
                      "einstimmig|duly elected|re-elected|appointed|gewahlt|elu|elue",
                      &at);
    struct text_span name;
    if (!words || !sentence_name_before(sentence, at, &name) || !member_is_name(name, false))
        return;
    marks->elects = true;
    marks->elected = name;
}

/* The words without which a sentence has no marks. */
static const char triggers[] =
    "mov*|motion*|propos*|prop*|second*|2nd*|1st|made|makes|set|sets|put|puts|stell*|gestellt|"
    "eingebracht|beantragt*|antrag*|presenta*|secund*|appuye*|unterstutzt|apoyado|vote*|voting|"
    "voted|"
    "ballot|poll|abstimm*|scrutin|votacion|hand*|stimm*|einstimm*|voix|votos|consent*|objection*|"
    "unanim*|ayes|asentimiento|gegenrede|widerspruch|einverstandnis|oppos*|nem|carri*|pass*|approv*"
    "|"
    "accept*|adopt*|elect*|backport|lgtm|ratif*|grant*|confirm*|fail*|lost|reject*|den*|declin*|"
    "not|"
    "defeat*|disapprov*|tabl*|defer*|postpon*|continu*|held|adjourn*|no|withdr*|angenommen|genehm*|"
    "bestatigt|gewahlt|verabschiedet|zugestimmt|beschl*|abgelehnt|nicht|gescheitert|durchgefallen|"
    "vertagt|verschoben|kein*|zuruck*|valid*|elu*|rejet*|refus*|non|report*|ajourn*|aucune|retir*|"
    "aprob*|aprueb*|eleg*|acept*|rechaz*|denegad*|aplaz*|pospu*|pospone|decid*|decis*|agree*|resol*"
    "|"
    "pick*|select*|appoint*|acuerda|acord*|resuelve|convenu|yes|aye|yea*|favor*|favour|ja|ja-*|"
    "dafur|"
    "pour|oui|si|nay*|noes|against|nein*|dagegen|gegenst*|contre|contra|abst*|enthalt*|blanc*|sf|f|"
    "n|"
    "a|sa|wf|wa|mocion|re-elected|wahlt*|entscheidet";

void sentence_marks_read(const struct sentence *sentence, bool spoken, struct sentence_marks *ret)
{
    struct sentence_marks marks = {0};
    size_t at;
    *ret = marks;
    if (!sentence->count || !sentence_find(sentence, 0, triggers, &at))
        return;
    sentence_marks_find_movers(sentence, spoken, &marks);
    sentence_marks_find_vote(sentence, &marks);
    sentence_marks_find_result(sentence, spoken, &marks);
    marks.motion = sentence_find(sentence, 0,
                                 "motion|motions|antrag|mocion|resolution|proposal|"
                                 "proposition|propuesta",
                                 &at) > 0;
    marks.minutes = sentence_find(sentence, 0,
                                  "minutes|protokoll|protokolle|acta|actas|agenda|"
                                  "tagesordnung|proces-verbal|pv|compte-rendu",
                                  &at) > 0;
    if (!spoken) {
        find_prose(sentence, &marks);
        find_election(sentence, &marks);
    }
    const bool result = marks.result_certain || marks.result_alone;
    vote_counts_read(sentence, marks.vote || result || marks.unanimous, &marks.counts);
    if (marks.counts.count > 1 &&
        sentence_find(sentence, 0, "vote|votes|voted|abstimmung|votacion|scrutin", &at))
        marks.vote = true;
    *ret = marks;
}
