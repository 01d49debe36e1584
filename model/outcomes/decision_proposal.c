/* Blocks whose label says that they are a proposal (L3). */
#include "members/member.h"
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

/* Divides the name in brackets at the end of a proposal, its mover, from the text. */
static struct text_span take_mover_in_brackets(struct text_span text, struct text_span *ret_name)
{
    *ret_name = (struct text_span){NULL, 0};
    text = text_span_strip(text, "*_");
    if (!text.length || text.text[text.length - 1] != ')')
        return text;
    size_t open = text.length;
    while (open && text.length - open < 60 && text.text[open - 1] != '(')
        open--;
    if (!open || text.text[open - 1] != '(')
        return text;
    const struct text_span name = text_span_trim(text_span_part(text, open, text.length - 1));
    if (!member_is_name(name, false))
        return text;
    *ret_name = name;
    return text_span_strip(text_span_part(text, 0, open - 1), "*_");
}

/* Returns true if a sentence of a proposal is about another motion: against it, about what to do
 * with it, the result of an amendment, or what somebody proposes instead. */
static bool is_other_motion(struct decision_reader *reader, const struct sentence_marks *marks)
{
    return (marks->subsidiary && !reader->state.subsidiary) ||
           (marks->counter && !decision_reader_current(reader)->counter) ||
           (marks->amendment && marks->result && !reader->state.amendment) ||
           (marks->moved_weak && marks->mover_count);
}

/* Ends the text of the open decision, which begins as `text` does, before an offset. */
static void end_text(struct decision_reader *reader, struct text_span text, size_t end)
{
    struct decision *decision = decision_reader_current(reader);
    if (decision->text.text == text.text && decision->text.length > end)
        decision->text = text_span_trim(text_span_part(text, 0, end));
}

/* Reports whether the first sentence of a proposal, which may itself read like a result, "Der
 * Haushalt wird angenommen", is more than what is proposed. */
static bool tells_vote(const struct sentence *sentence, const struct sentence_marks *marks)
{
    return marks->counts.count || marks->unanimous || marks->nearly_unanimous || marks->method ||
           marks->moved || marks->seconded || pattern_is_in(PATTERN_MOTION, sentence) ||
           pattern_is_in(PATTERN_VOTED_NOUN, sentence) || sentence->count <= SHORT_TEXT_WORDS_MIN;
}

/* Reads the sentences of a proposal. Returns the offset of the first one that begins with the label
 * of another proposal, or the length of the text. */
static size_t read_sentences_of_proposal(struct decision_reader *reader, size_t block,
                                         struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t tail = decision_outcome_after_dash(text);
    for (size_t from = 0; from < text.length;) {
        const size_t start = from;
        from = decision_next_sentence(text, from, tail, &sentence);
        const struct text_span words = text_span_trim(text_span_part(text, start, from));
        if (start && !pattern_at(PATTERN_MOVED_LABEL, &sentence, 0) &&
            block_label_read(words, NULL, NULL) == LABEL_PROPOSAL)
            return start;
        decision_marks_read(reader, &sentence, false, &marks);
        decision_marks_after_proposal(&sentence, &marks);
        if (start && is_other_motion(reader, &marks)) {
            end_text(reader, text, start);
            decision_read_sentences(reader, block, text_span_part(text, start, text.length));
            break;
        }
        decision_reader_note_majority(reader, block, &sentence);
        if (start && (marks.result || marks.counts.count))
            decision_reader_leave_amendment(reader, block, words, &marks);
        decision_reader_add_names(reader, block, &marks);
        reader->state.seconded = reader->state.seconded || marks.seconded;
        if (marks.result && (start ? marks.result_certain || marks.result_alone
                                   : marks.result_certain && tells_vote(&sentence, &marks)))
            decision_reader_set_result(reader, block, marks.result, marks.result_words);
        decision_reader_add_counts(reader, block, &marks.counts);
        if (marks.counts.count)
            decision_read_voters(reader, block, &sentence);
        if (marks.unanimous)
            decision_reader_current(reader)->unanimous = decision_reader_current(reader)->voted =
                true;
        if (marks.method)
            decision_reader_current(reader)->method = marks.method;
        if (start && marks.ballots)
            decision_read_ballots(reader, block,
                                  text_span_trim(text_span_part(text, start, text.length)));
    }
    return text.length;
}

/* Returns the part of a text before the first sentence that begins with the label of another
 * proposal, so that many in one paragraph are each read once. */
static struct text_span before_next_proposal(struct text_span text)
{
    struct sentence sentence;
    for (size_t start = 0; start < text.length;) {
        const size_t end = sentence_read(text, start, &sentence);
        if (start && !pattern_at(PATTERN_MOVED_LABEL, &sentence, 0) &&
            block_label_read(text_span_trim(text_span_part(text, start, end)), NULL, NULL) ==
                LABEL_PROPOSAL)
            return text_span_part(text, 0, start);
        start = end;
    }
    return text;
}

/* Begins the decision of a proposal, or gives the open one, which has a mover, its text. */
static bool open_proposal(struct decision_reader *reader, size_t block, struct text_span text)
{
    if (decision_reader_take_text(reader, block, text))
        return true;
    reader->state.superseded = true;
    return decision_reader_open(reader, block, text);
}

/* Takes what the label of a proposal says of the motion, and whether its text amends something. */
static void take_kind_of_label(struct decision_reader *reader, struct text_span label,
                               struct text_span text)
{
    struct sentence sentence;
    struct decision *decision = decision_reader_current(reader);
    sentence_read(label, 0, &sentence);
    if (pattern_at(PATTERN_MOTION_LABEL, &sentence, 0))
        decision->kind = "motion";
    decision->counter = decision_label_is(PATTERN_COUNTER, label);
    reader->state.amended = decision_label_is(PATTERN_AMENDED_MOTION, label);
    reader->state.subsidiary = pattern_is_in(PATTERN_SUBSIDIARY, &sentence);
    reader->state.substitute = decision_label_is(PATTERN_SUBSTITUTE, label);
    sentence_read(text, 0, &sentence);
    reader->state.amendment =
        !reader->state.amended &&
        (decision_label_is(PATTERN_AMENDMENT, label) || pattern_at(PATTERN_AMENDS, &sentence, 0));
}

/* Adds the mover of a proposal, whose name may be empty, and those whom its label names. */
static void take_movers(struct decision_reader *reader, size_t block, struct text_span label,
                        struct text_span name)
{
    struct sentence_marks names;
    label = text_span_part(label, 0, text_span_find(label, 0, ":"));
    name = name.length ? name : decision_label_mover(label);
    if (name.length)
        decision_reader_add_part(reader, block, PART_MOVER, name, NULL, 0);
    const bool both = decision_label_names(label, &names);
    if (both)
        decision_reader_add_names(reader, block, &names);
    reader->state.seconded |= both;
    reader->state.moved = reader->state.moved || name.length > 0 || both;
}

/* Reads one proposal, whose label begins `label`. Returns the offset in `rest` at which another one
 * begins, or the length of `rest`. */
static size_t read_one_proposal(struct decision_reader *reader, size_t block,
                                struct text_span label, struct text_span rest,
                                struct text_span number)
{
    struct text_span name, text = take_mover_in_brackets(rest, &name);
    struct sentence sentence;
    sentence_read(label, 0, &sentence);
    const bool moved = pattern_at(PATTERN_MOVED_LABEL, &sentence, 0) > 0;
    if (moved && member_is_name(text, true)) {
        name = text;
        text.length = 0;
    }
    if (!open_proposal(reader, block,
                       text_span_strip(text_span_part(text, 0,
                                                      decision_length_without_outcome(
                                                          before_next_proposal(text))),
                                       " ")))
        return rest.length;
    reader->state.labelled = true;
    reader->state.text_open = !text.length && !moved;
    if (number.length)
        decision_reader_current(reader)->number = number;
    take_kind_of_label(reader, label, text);
    take_movers(reader, block, label, name);
    const size_t next = read_sentences_of_proposal(reader, block, text);
    if (next == text.length)
        return rest.length;
    const struct text_span own = text_span_part(text, 0, next);  /* up to the next one */
    if (decision_reader_current(reader)->text.text == text.text) /* not an earlier motion */
        decision_reader_current(reader)->text =
            text_span_trim(text_span_part(own, 0, decision_length_without_outcome(own)));
    return (size_t)(text.text + next - rest.text);
}

void decision_read_proposal(struct decision_reader *reader, size_t block, struct text_span label,
                            struct text_span rest, struct text_span number)
{
    for (;;) {
        const size_t next = read_one_proposal(reader, block, label, rest, number);
        if (next >= rest.length)
            return;
        label = text_span_trim(text_span_part(rest, next, rest.length));
        block_label_read(label, &rest, &number);
    }
}
