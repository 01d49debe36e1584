/* The outcome at the end of a text: after a dash, or in a sentence of its own. */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    TAIL_BYTES_MAX = 80 /* of an outcome after a dash */
};

void decision_marks_after_proposal(const struct sentence *sentence, struct sentence_marks *marks)
{
    const size_t words = marks->result ? 0 : pattern_at(PATTERN_AGREED_ALONE, sentence, 0);
    if (!words || words < sentence->count)
        return;
    marks->result = "adopted";
    marks->result_alone = marks->outcome = true;
    marks->result_words = sentence_part(sentence, 0, words);
}

size_t decision_outcome_after_dash(struct text_span text)
{
    static const char *const dashes[] = {" - ",  " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                         " -- ", " \xE2\x86\x92 ", " -> "};
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t first = text.length > TAIL_BYTES_MAX ? text.length - TAIL_BYTES_MAX : 1;
    for (size_t at = text.length; at > first; at--)
        for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
            const struct text_span tail = text_span_part(text, at - 1, text.length);
            if (!text_span_begins(tail, dashes[i]))
                continue;
            sentence_read(tail, strlen(dashes[i]), &sentence);
            sentence_marks_read(&sentence, false, &marks);
            decision_marks_after_proposal(&sentence, &marks);
            return sentence.count && sentence_marks_are_outcome(&sentence, &marks) ? at - 1
                                                                                   : text.length;
        }
    return text.length;
}

size_t decision_next_sentence(struct text_span text, size_t from, size_t tail,
                              struct sentence *ret_sentence)
{
    return sentence_read(text_span_part(text, 0, from < tail ? tail : text.length), from,
                         ret_sentence);
}

size_t decision_length_without_outcome(struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t tail = decision_outcome_after_dash(text);
    for (size_t from = 0; from < text.length;) {
        const size_t start = from;
        from = decision_next_sentence(text, from, tail, &sentence);
        sentence_marks_read(&sentence, false, &marks);
        decision_marks_after_proposal(&sentence, &marks);
        if (start && sentence_marks_are_outcome(&sentence, &marks))
            return start;
    }
    return text.length;
}

bool decision_has_outcome(struct text_span rest)
{
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t at = decision_length_without_outcome(rest);
    if (at >= rest.length)
        return false;
    sentence_read(rest, at, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    return marks.result && (marks.result_certain || marks.result_alone);
}
