#include "members/member.h"
#include "outcomes/decision_private.h"
#include "phrases/word_class.h"

enum {
    NAME_WORDS_MAX = 4,
    PROSE_WORDS_MAX = 8,   /* the verb of V8 is among so many words */
    CERTAIN_WORDS_MAX = 12 /* between a motion and its result */
};

static struct text_span words_span(const struct sentence *sentence, size_t from, size_t to)
{
    return text_span_part(sentence->text, sentence->list[from].start, sentence->list[to - 1].end);
}

static bool is_word_of(enum words_class class, const struct sentence *sentence, size_t at)
{
    return span_is(class, words_span(sentence, at, at + 1));
}

/* Returns true if a word may be part of a name. */
static bool is_name_word(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    return (word->upper || word->before == '@') && !word->number &&
           !sentence_match(sentence, at,
                           "motion|motions|proposal|resolution|upon|then|also|it|we|i");
}

/* Returns true if nothing but blanks is between a word and the one before it. */
static bool follows_closely(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    if (word->before == ' ')
        return true;
    return word->before == '.' && sentence->list[at - 1].end - sentence->list[at - 1].start <= 3;
}

/* Finds the name that ends before a word. Returns false if there is none. */
static bool name_before(const struct sentence *sentence, size_t at, struct text_span *ret_name)
{
    if (!at || !follows_closely(sentence, at))
        return false;
    if (at > 1 && sentence_match(sentence, at - 1, "so|then|has|also|hereby|formally|then") &&
        follows_closely(sentence, at - 1))
        at--;
    size_t from = at;
    while (from && at - from < NAME_WORDS_MAX && is_name_word(sentence, from - 1)) {
        from--;
        if (sentence->list[from].before == '@' || !from || !follows_closely(sentence, from))
            break;
    }
    const size_t first = from;
    while (from < at && is_word_of(WORDS_FUNCTION_WORD, sentence, from) &&
           !sentence->list[from].capitals)
        from++;
    if (from == at || (from > first && sentence_match(sentence, first,
                                                      "the|a|an|der|die|das|le|la|les|el|los|las")))
        return false;
    *ret_name = words_span(sentence, from, at);
    if (sentence->list[from].before == '@' && ret_name->text > sentence->text.text &&
        ret_name->text[-1] == '@') {
        ret_name->text--;
        ret_name->length++;
    }
    return true;
}

/* Reads the names that begin at a word: "A. Example and B. Example". Returns their number. */
static size_t names_after(const struct sentence *sentence, size_t at, struct text_span *names)
{
    size_t count = 0;
    while (at < sentence->count && count < NAMES_MAX && is_name_word(sentence, at)) {
        size_t end = at + 1;
        while (end < sentence->count && end - at < NAME_WORDS_MAX + 1 &&
               follows_closely(sentence, end) &&
               (is_name_word(sentence, end) ||
                (sentence_match(sentence, end, "van|von|de|der|den|del|di|la|du") &&
                 end + 1 < sentence->count && is_name_word(sentence, end + 1))))
            end++;
        names[count] = words_span(sentence, at, end);
        if (sentence->list[at].before == '@') {
            names[count].text--;
            names[count].length++;
        }
        count++;
        const size_t joined = end < sentence->count && is_word_of(WORDS_AND, sentence, end) ? 1 : 0;
        if (end < sentence->count && sentence->list[end].before == '&')
            at = end;
        else if (joined && end + 1 < sentence->count)
            at = end + 1;
        else
            break;
    }
    return count;
}

static void add_mover(struct sentence_marks *marks, struct text_span name)
{
    if (marks->mover_count < NAMES_MAX)
        marks->movers[marks->mover_count++] = name;
    marks->moved = true;
}

/* The verbs of a mover, after his name (V3). */
static const struct {
    const char *pattern;
    bool weak; /* true if people also say so when they only suggest something */
} mover_verbs[] = {
    {"moved|moves that|for|adoption|approval|acceptance", false},
    {"moved|moves ?to "
     "approve|accept|adopt|adjourn|table|amend|close|elect|appoint|authorize|ratify|"
     "nominate|postpone|defer|continue|extend|add|remove|go|enter|have|make|set|allow|direct|pass|"
     "send|support|recommend|create|change|use|move|publish|merge|accept|reopen|hold|start|open|"
     "endorse|grant|fund|proceed|refer|advance|suspend|waive|confirm|reappoint|rescind|strike|"
     "donate",
     false},
    {"moved|moves the motion|adoption|approval|resolution|acceptance|minutes|question", false},
    {"motioned|motions", false},
    {"made|makes|set|sets|put|puts ?forward|forth ?a|the|an motion|motions", false},
    {"stellt|stellte den|einen|folgenden antrag", false},
    {"presenta|presento una|la mocion|propuesta", false},
    {"motion ?to ?that", false},
    {"propose|proposes|proposed|propone|propuso|beantragt|beantragte|propone", true},
};

/* Finds "N moved to ...". */
static void find_mover_before(const struct sentence *sentence, bool spoken,
                              struct sentence_marks *marks)
{
    static const char start[] =
        "moved|moves|motioned|motions|made|makes|set|sets|put|puts|stellt|stellte|presenta|"
        "presento|"
        "motion|propose|proposes|proposed|propone|propuso|beantragt|beantragte|moving";
    for (size_t at = 0; at < sentence->count && !marks->moved; at++) {
        struct text_span name = {NULL, 0};
        if (!sentence_match(sentence, at, start))
            continue;
        const bool first_person = at && sentence_match(sentence, at - 1, "i");
        const bool alone = sentence_match(sentence, at, "moved") &&
                           (at + 1 == sentence->count || sentence->list[at + 1].before == ',' ||
                            (at && sentence_match(sentence, at - 1, "so")));
        for (size_t i = 0; i < sizeof mover_verbs / sizeof *mover_verbs; i++) {
            if (!alone && !sentence_match(sentence, at, mover_verbs[i].pattern))
                continue;
            if (!name_before(sentence, at, &name) && !(spoken && first_person))
                break;
            add_mover(marks, name);
            marks->moved_weak = !alone && mover_verbs[i].weak;
            break;
        }
    }
    size_t at;
    if (!marks->moved && sentence_find(sentence, 0, "i move to|that|we|the|for", &at) && spoken)
        add_mover(marks, (struct text_span){NULL, 0});
}

/* Finds "Motion to adjourn by N". */
static void find_motion_by(const struct sentence *sentence, struct sentence_marks *marks)
{
    struct text_span names[NAMES_MAX];
    size_t at;
    if (marks->moved || !sentence_match(sentence, 0, "?a motion to|for|that") ||
        !sentence_find(sentence, 2, "by", &at) || at > CERTAIN_WORDS_MAX)
        return;
    const size_t count = names_after(sentence, at + 1, names);
    for (size_t i = 0; i < count; i++)
        add_mover(marks, names[i]);
}

/* Finds "moved by N", "Moved: N", "proposé par N". */
static void find_mover_after(const struct sentence *sentence, struct sentence_marks *marks)
{
    static const char *const phrases[] = {
        "moved|proposed|motioned|mover ?by",
        "motion|resolution ?was|is ?made|moved|proposed|brought by",
        "motion from|of",
        "1st|first ?by",
        "proposee|propose par",
        "proposition de",
        "gestellt|eingebracht|beantragt von",
        "antrag von",
        "antragsteller*",
        "propuesto|propuesta por|de",
    };
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases && !marks->moved; i++) {
        size_t at;
        const size_t words = sentence_find(sentence, 0, phrases[i], &at);
        if (!words || at + words >= sentence->count)
            continue;
        const bool by = sentence_match(sentence, at + words - 1, "by|par|von|de|por|from");
        if (!by && (sentence->list[at + words].before != ':' || at))
            continue;
        if (sentence_match(sentence, at, "1st|first") && at && sentence->list[at].before != ',' &&
            sentence->list[at].before != ';')
            continue;
        struct text_span names[NAMES_MAX];
        const size_t count = names_after(sentence, at + words, names);
        for (size_t n = 0; n < count; n++)
            add_mover(marks, names[n]);
    }
}

static void add_seconder(struct sentence_marks *marks, struct text_span name)
{
    if (marks->seconder_count < NAMES_MAX && name.length)
        marks->seconders[marks->seconder_count++] = name;
    marks->seconded = true;
}

/* Finds "N seconded", "seconded by N", "2nd: N" (V3). "second" counts only after a name, before
 * "by" or "the motion", or at the beginning. */
static void find_seconder(const struct sentence *sentence, bool spoken,
                          struct sentence_marks *marks)
{
    static const char verbs[] = "second|seconds|seconded|seconding|2nd|2nds|2nded|seconder|secunda|"
                                "secundado|secundada|appuye|appuyee|unterstutzt|apoyado";
    for (size_t at = 0; at < sentence->count; at++) {
        if (!sentence_match(sentence, at, verbs))
            continue;
        struct text_span names[NAMES_MAX], name;
        const bool by = sentence_match(sentence, at + 1, "by|par|von|por|from") > 0;
        const bool colon = at + 1 < sentence->count && sentence->list[at + 1].before == ':';
        const bool sure = sentence_match(sentence, at,
                                         "seconded|seconding|seconds|seconder|2nded|"
                                         "secunda|secundado|appuye");
        if (by || colon || sentence_match(sentence, at, "2nd|seconder")) {
            const size_t count = names_after(sentence, at + 1 + by, names);
            for (size_t i = 0; i < count; i++)
                add_seconder(marks, names[i]);
            if (count)
                return;
        }
        const bool ordinal = !sure && at + 1 < sentence->count &&
                             !sentence_match(sentence, at + 1, "the motion|proposal") &&
                             !sentence_match(sentence, at + 1, "motion|it|that|this|vote|by|and");
        if (!ordinal && name_before(sentence, at, &name)) {
            add_seconder(marks, name);
            return;
        }
        const bool alone =
            sentence->count - at <= 2 || sentence_match(sentence, at + 1, "the motion");
        if ((sure && (at == 0 || sentence->list[at].before == ',' || by)) ||
            (at == 0 && alone && !ordinal) ||
            (spoken && at && sentence_match(sentence, at - 1, "i") && alone)) {
            add_seconder(marks, (struct text_span){NULL, 0});
            return;
        }
    }
}

/* The classes of results, in the order in which they win at one place. */
static const struct {
    enum words_class class;
    const char *result;
} result_classes[] = {
    {WORDS_REJECTED, "rejected"},
    {WORDS_DEFERRED, "deferred"},
    {WORDS_WITHDRAWN, "withdrawn"},
    {WORDS_ADOPTED, "adopted"},
};

const char *result_find(const struct sentence *sentence, size_t from, size_t *ret_at,
                        struct text_span *ret_words)
{
    size_t at;
    if (sentence_find(sentence, from, "no ?major|formal|final decision|decisions ?was|were", &at) ||
        sentence_find(sentence, from, "kein|keine beschluss|entscheidung", &at) ||
        sentence_find(sentence, from, "aucune|pas|ninguna ?de decision", &at)) {
        *ret_at = at;
        *ret_words = words_span(sentence, at, sentence->count);
        return "none";
    }
    const size_t end = sentence->list[sentence->count - 1].end;
    for (at = from; at < sentence->count; at++) {
        const struct text_span rest = text_span_part(sentence->text, sentence->list[at].start, end);
        for (size_t i = 0; i < sizeof result_classes / sizeof *result_classes; i++) {
            const size_t length = span_at(result_classes[i].class, rest);
            if (!length || sentence_match(sentence, at, "continued|lost|carry|confirmed") ||
                sentence_match(sentence, at,
                               "passed|carried|passes on|out|over|away|by|along|through"))
                continue;
            *ret_at = at;
            *ret_words = text_span_part(rest, 0, length);
            const bool negated =
                (at && sentence_match(sentence, at - 1, "not|nicht|non|no|pas|never|t")) ||
                (at > 1 && sentence_match(sentence, at - 2, "not|nicht|non|no|pas|t"));
            return negated && result_classes[i].class == WORDS_ADOPTED ? "rejected"
                                                                       : result_classes[i].result;
        }
    }
    return NULL;
}

/* Finds the result, and tells how certain it is that it is the one of a motion. */
static void find_result(const struct sentence *sentence, bool spoken, struct sentence_marks *marks)
{
    static const char sure[] =
        "motion|motions|resolution|vote|votes|antrag|antrage|mocion|amendment|"
        "beschlussvorschlag|ballot|poll|abstimmung|moved";
    static const char likely[] =
        "proposal|proposition|propuesta|budget|report|agenda|minutes|protokoll|acta|request|pr|"
        "vorschlag|satzung|resolutions|proces-verbal|compte-rendu|tagesordnung|item|application|"
        "bilan|"
        "rapport|cuentas|presupuesto|candidature|haushalt|entlastung|items|bericht|charter|policy";
    size_t at = 0, noun;
    marks->result = result_find(sentence, 0, &at, &marks->result_words);
    if (!marks->result)
        return;
    const bool future = at &&
                        sentence_match(sentence, at - 1, "be|been|to|get|if|once|being|until") &&
                        !sentence_find(sentence, 0, "has|have been", &noun);
    const bool modal = sentence_find(sentence, 0,
                                     "if|should|would|could|can|whether|wenn|falls|si|must|unless|"
                                     "once|until|will|may|might|soll|sollte",
                                     &noun) &&
                       noun < at;
    const bool perfect = sentence_match(sentence, at, "beschlossen") &&
                         sentence_find(sentence, 0, "hat|haben|hatte|hatten", &noun);
    if (future || modal || perfect) {
        marks->result = NULL;
        return;
    }
    const bool named =
        sentence_find(sentence, 0, sure, &noun) && noun < at && at - noun <= CERTAIN_WORDS_MAX;
    const bool passive = !spoken && sentence_find(sentence, 0, likely, &noun) && noun < at &&
                         at - noun <= CERTAIN_WORDS_MAX &&
                         sentence_find(sentence, noun,
                                       "was|were|is|are|wird|wurde|werden|wurden|est|sont|es|son|"
                                       "se|ha|han|has|fue|fueron|been",
                                       &noun) &&
                         noun < at;
    marks->result_certain |= named || passive || (marks->unanimous && at < CERTAIN_WORDS_MAX) ||
                             (!spoken && sentence_match(sentence, at, "se aprueba|aprueban"));
    const bool score = at == 0 && sentence->count > 2 && sentence->list[1].number;
    marks->result_alone = !spoken && at <= 1 && (sentence->count <= 3 || score);
    marks->amended =
        sentence_find(sentence, 0, "as amended", &noun) ||
        sentence_find(sentence, 0, "with ?the ?following ?friendly amendments|amendment", &noun);
}

static const char *method_of(struct text_span text)
{
    static const struct {
        enum words_class class;
        const char *method;
    } methods[] = {{WORDS_VOICE, "voice"},
                   {WORDS_ROLL_CALL, "roll_call"},
                   {WORDS_SHOW_OF_HANDS, "show_of_hands"},
                   {WORDS_SECRET, "secret_ballot"}};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (span_has(methods[i].class, text))
            return methods[i].method;
    return NULL;
}

/* Finds votes, unanimity and consent (V5). */
static void find_vote(const struct sentence *sentence, struct sentence_marks *marks)
{
    size_t at;
    const struct text_span text = words_span(sentence, 0, sentence->count);
    const bool named = sentence_find(sentence, 0,
                                     "vote|votes|voted|voting|ballot|poll|polled|abstimmung|"
                                     "scrutin|votacion|hands|handzeichen|stimmen|voix|votos|levee",
                                     &at) > 0;
    const size_t all = sentence_find(sentence, 0, "all ayes|yes|yeas|in|voted|vote|approved", &at);
    marks->unanimous = span_has(WORDS_UNANIMOUS, text) ||
                       (all && (sentence_match(sentence, at, "all ayes|yeas") ||
                                sentence_match(sentence, at, "all ?voted|vote in favor|favour")));
    const bool consent = sentence_find(sentence, 0, "general|unanimous consent", &at) ||
                         sentence_find(sentence, 0, "without|no objection|objections", &at) ||
                         sentence_find(sentence, 0, "por asentimiento", &at) ||
                         sentence_find(sentence, 0, "ohne gegenrede|widerspruch", &at) ||
                         sentence_find(sentence, 0, "einverstandnis aller", &at) ||
                         sentence_find(sentence, 0, "sans opposition|objection", &at) ||
                         sentence_find(sentence, 0, "nem con", &at);
    marks->method = named || marks->unanimous ? method_of(text) : NULL;
    if (consent && !marks->method)
        marks->method = "general_consent";
    marks->vote =
        marks->unanimous || consent ||
        (named && sentence_find(sentence, 0,
                                "called|taken|upon|show|hands|passed|carried|failed|count|"
                                "result*|resultat|levee|alzada|handzeichen|by",
                                &at));
}

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
    if (!words || !name_before(sentence, at, &name) || !member_is_name(name, false))
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
    find_mover_after(sentence, &marks);
    find_motion_by(sentence, &marks);
    find_mover_before(sentence, spoken, &marks);
    find_seconder(sentence, spoken, &marks);
    find_vote(sentence, &marks);
    find_result(sentence, spoken, &marks);
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
