/* The result that a statement has: it may state one, or decide to defer or to reject. */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

/* Returns the result that the first sentence of a statement names near its beginning, or NULL. "No
 * consensus" is one. */
static const char *stated_result(const struct sentence *sentence, struct text_span *ret_words)
{
    size_t at = 0;
    const char *result = sentence->count ? result_find(sentence, 0, &at, ret_words) : NULL;
    if (!result && pattern_find(PATTERN_CONSENSUS, sentence, 0, &at) && at < 4 &&
        sentence_is_negated(sentence, at)) {
        *ret_words = sentence_part(sentence, 0, sentence->count);
        return "none";
    }
    const bool far = at > 5 && sentence->count > 8;
    return result && far && !(strcmp(result, "adopted") != 0 && result_is_stated(sentence, at))
               ? NULL
               : result;
}

/* Returns true if a text decides to reject something: "Reject the offer". */
static bool is_refusal(struct text_span text)
{
    struct sentence sentence;
    struct text_span words;
    bool doubtful;
    sentence_read(text, 0, &sentence);
    const char *result = result_of_decision(&sentence, 0, 0, &words, &doubtful);
    return result && !strcmp(result, "rejected");
}

/* Returns true if words with which a sentence rejects are said of a subject, "is refused", and not
 * of an object behind them: "refuse the offer". */
static bool is_rejected(const struct sentence *sentence, struct text_span words)
{
    const char *end = words.text + words.length;
    size_t at = 0, passive;
    while (at < sentence->count && sentence->text.text + sentence->list[at].start < end)
        at++;
    if (at < sentence->count && pattern_at(PATTERN_ARTICLE, sentence, at))
        return false;
    return span_is(WORDS_REJECTED, words) ||
           (pattern_find(PATTERN_PASSIVE, sentence, 0, &passive) && passive < at);
}

/* Returns true if a statement decides to reject something, "Deny the permit", and does not reject
 * a motion: it names none, and no motion is open that is not itself one to reject. */
static bool decides_to_reject(const struct decision_reader *reader, const struct sentence *sentence,
                              struct text_span words)
{
    if (sentence->count == 1 || is_rejected(sentence, words) ||
        pattern_is_in(PATTERN_MOTION, sentence) || pattern_is_in(PATTERN_VOTED_NOUN, sentence))
        return false;
    if (!decision_reader_in_reach(reader) || reader->state.statement)
        return true;
    const struct decision *decision = &reader->out->list[reader->out->count - 1];
    return decision->result || !decision->text.length || is_refusal(decision->text);
}

/* Returns the result of a statement that decides to defer or to reject, or NULL. */
static const char *decided_result(const struct sentence *sentence, struct text_span *ret_words,
                                  bool *ret_doubtful)
{
    struct sentence_marks marks;
    sentence_marks_read(sentence, false, &marks);
    if (!marks.prose)
        return result_of_decision(sentence, 0, 0, ret_words, ret_doubtful);
    *ret_words = marks.result_words;
    *ret_doubtful = marks.doubtful;
    return marks.result && strcmp(marks.result, "adopted") != 0 ? marks.result : NULL;
}

const char *decision_result_of_statement(const struct decision_reader *reader,
                                         const struct sentence *sentence,
                                         struct text_span *ret_words, bool *ret_doubtful)
{
    const char *result = decided_result(sentence, ret_words, ret_doubtful);
    const char *verb = ret_words->text;
    const bool rejects =
        result && !strcmp(result, "rejected") && decides_to_reject(reader, sentence, *ret_words);
    if (result && !rejects)
        return result;
    result = stated_result(sentence, ret_words);
    return rejects && ret_words->text == verb ? NULL : result;
}
