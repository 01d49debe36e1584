/* The vote and the result that a sentence reports (V1 to V8). */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    STATEMENT_WORDS = 5 /* of a sentence that says what was decided */
};

/* Returns the result that a sentence states and that counts here, or NULL: in reach of a decision
 * without a result, beside the name of a motion or vote, alone, or in prose. */
static const char *result_here(struct decision_reader *reader, const struct sentence_marks *marks,
                               bool near, bool prose)
{
    const bool awaited = near && (!decision_reader_current(reader)->result ||
                                  (reader->state.assumed && reader->state.moved));
    return awaited || marks->result_certain || marks->result_alone || prose ? marks->result : NULL;
}

/* Returns true if a sentence says something of a vote or result that counts here. */
static bool is_outcome(const struct sentence_marks *marks, const char *result, bool near,
                       bool prose, bool spoken)
{
    if (spoken && !near)
        return false; /* "Bruno: The motion was carried in 2019" */
    const bool counts = marks->counts.count && (near || marks->result_certain || marks->vote ||
                                                marks->counts.options || marks->counts.marked);
    return result || prose || counts || (near && (marks->vote || marks->unanimous)) ||
           (marks->elects && !spoken);
}

/* Returns true if a sentence begins a decision of its own. */
static bool is_fresh(struct decision_reader *reader, size_t block, const struct sentence *sentence,
                     const struct sentence_marks *marks, const char *result, bool near, bool prose)
{
    if (!near)
        return true;
    const struct decision *current = decision_reader_current(reader);
    if (marks->elects && current->kind && !strcmp(current->kind, "election"))
        return true;
    const char *known = current->result;
    const bool confirms =
        marks->outcome && reader->state.option_count; /* "The motion is adopted" */
    const bool decided = known && result && !reader->state.assumed;
    const bool other = decided && strcmp(known, result) != 0;
    const bool again =
        (other && strcmp(known, "none") != 0 && !marks->result_alone) ||
        (decided && (other || (marks->motion && !confirms)) && reader->state.last != block);
    const bool counted = marks->counts.count && reader->state.last != block &&
                         decision_reader_has_option(reader, marks->counts.list[0].option);
    const bool counted_before =
        marks->motion && reader->state.option_count && !known; /* "Se aprueba la propuesta" */
    return again || counted || (prose && decision_resolves_other(reader, block, sentence)) ||
           (prose && !marks->vote && !reader->state.moved && !reader->state.labelled &&
            !counted_before);
}

/* Reports whether the next block is nothing but counts, too. */
static bool counts_follow(const struct decision_reader *reader, size_t block)
{
    struct sentence sentence;
    struct vote_counts counts = {0};
    if (block + 1 >= reader->count)
        return false;
    sentence_read(reader->blocks[block + 1].text, 0, &sentence);
    vote_counts_read(&sentence, false, &counts);
    return counts.marked && !counts.options;
}

/* Begins the decision of a sentence. Returns false if the sentence is nothing but one count that is
 * alone, or if out of memory. */
static bool open_outcome(struct decision_reader *reader, size_t block, struct text_span text,
                         const struct sentence_marks *marks, const char *result, bool near,
                         bool prose)
{
    const bool counts = marks->counts.marked && !result;
    if (counts && !prose && !marks->counts.options && marks->counts.count < 2 && !near &&
        !counts_follow(reader, block))
        return false;
    if (!decision_reader_open(reader, block, counts ? (struct text_span){NULL, 0} : text))
        return false;
    reader->state.prose = prose;
    reader->state.amendment = marks->amendment;
    reader->state.subsidiary = marks->subsidiary;
    decision_reader_current(reader)->counter = marks->counter;
    decision_reader_current(reader)->inferred =
        prose ? !(result && marks->result_certain)
              : result && !marks->result_certain && !marks->result_alone;
    return true;
}

/* Sets the result of a sentence, and its kind. `fresh` is true if the sentence begins the
 * decision. */
static void take_result(struct decision_reader *reader, size_t block,
                        const struct sentence_marks *marks, const char *result, bool fresh,
                        bool prose)
{
    struct decision *decision = decision_reader_current(reader);
    if (marks->minutes && !decision->kind)
        decision->kind = "approval";
    if (marks->elects) {
        decision->kind = "election";
        result = result ? result : "adopted";
        decision_reader_add_part(reader, block, PART_ELECTED, marks->elected, NULL, 0);
        decision->inferred = fresh;
    }
    if (result && marks->amended && !strcmp(result, "adopted"))
        result = "adopted_with_amendments";
    if (result && decision->result && !strcmp(decision->result, "none"))
        decision->result = NULL;
    decision->doubtful |= prose && marks->doubtful;
    if (result)
        decision_reader_set_result(reader, block, result, marks->result_words);
    else if (prose && !marks->doubtful && !decision->result) {
        decision->result = "adopted";
        reader->state.assumed = reader->state.moved;
    }
}

/* Adds the counts of a sentence, and what it says of the vote. */
static void take_vote(struct decision_reader *reader, size_t block, struct text_span text,
                      const struct sentence *sentence, const struct sentence_marks *marks)
{
    struct decision *decision = decision_reader_current(reader);
    decision_reader_add_counts(reader, block, &marks->counts);
    if (marks->counts.count)
        decision_read_voters(reader, block, sentence);
    decision->unanimous = decision->unanimous || marks->unanimous;
    if (marks->vote) {
        decision->voted = true;
        decision_reader_add_part(reader, block, PART_VOTE, text, NULL, 0);
    }
    if (marks->method && !decision->method)
        decision->method = marks->method;
}

/* Gives the open decision, whose votes came first, the text of a sentence. */
static void take_missing_text(struct decision_reader *reader, size_t block, struct text_span text)
{
    struct decision *decision = decision_reader_current(reader);
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    if (decision->text.length || !decision->voted || sentence.count < STATEMENT_WORDS)
        return;
    decision->text = text;
    decision->text_block = block;
    decision->text_blocks = 1;
    decision_reader_add_part(reader, block, PART_TEXT, text, NULL, 0);
}

void decision_read_outcome(struct decision_reader *reader, size_t block, struct text_span text,
                           const struct sentence *sentence, const struct sentence_marks *marks,
                           bool near)
{
    const struct decision_block *at = &reader->blocks[block];
    const bool spoken = at->speaker.length > 0 || at->narrative;
    const bool prose = marks->prose && !reader->blocks[block].narrative;
    const char *result = result_here(reader, marks, near, prose);
    if (!is_outcome(marks, result, near, prose, spoken))
        return;
    const bool left = decision_reader_leave_amendment(reader, block, text, marks);
    const bool fresh = !left && is_fresh(reader, block, sentence, marks, result, near, prose);
    if (fresh && (spoken || !open_outcome(reader, block, text, marks, result, near, prose)))
        return;
    if (!fresh && (marks->motion || prose) && !marks->counts.count)
        take_missing_text(reader, block, text);
    reader->state.amendment |= near && !left && marks->amendment && result != NULL;
    take_result(reader, block, marks, result, fresh, prose);
    take_vote(reader, block, text, sentence, marks);
    if (marks->all)
        decision_reader_share_result(reader, block);
}
