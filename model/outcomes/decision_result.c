/* Results, votes and consent (V1, V5, V7). */
#include "outcomes/decision_private.h"
#include "phrases/word_class.h"

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
        *ret_words = sentence_part(sentence, at, sentence->count);
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

void sentence_marks_find_result(const struct sentence *sentence, bool spoken,
                                struct sentence_marks *marks)
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

void sentence_marks_find_vote(const struct sentence *sentence, struct sentence_marks *marks)
{
    size_t at;
    const struct text_span text = sentence_part(sentence, 0, sentence->count);
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
