/* The sentences of a block, and the blocks that begin with the label of a vote. */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    LABEL_BYTES_MAX = 40
};

/* Returns the words of a sentence as a text. */
static struct text_span sentence_text(const struct sentence *sentence, size_t from, size_t to)
{
    return text_span_strip(text_span_part(sentence->text, from, to), "*_");
}

/* Takes a sentence after the names of the mover and the seconder as the text of the motion: "Moved
 * by N. Repair the roof." Returns false if it is not such a sentence. */
static bool take_text_of_names(struct decision_reader *reader, size_t block, struct text_span text,
                               const struct sentence_marks *marks)
{
    struct decision *decision = reader->state.open ? decision_reader_current(reader) : NULL;
    if (!decision || !reader->state.names_only || reader->state.last != block || !text.length ||
        marks->outcome || marks->result || marks->moved || marks->seconded)
        return false;
    reader->state.names_only = false;
    decision->text = text;
    return true;
}

/* Returns true if a block is a part of the decision before the open one. */
static bool belongs_to_other(const struct decision_reader *reader, size_t block)
{
    const struct decisions *out = reader->out;
    if (out->count < reader->first + 2)
        return false;
    const struct decision *before = &out->list[out->count - 2];
    for (size_t i = 0; i < before->part_count; i++)
        if (out->parts[before->first_part + i].block == block)
            return true;
    return false;
}

/* Returns the text of the block above, if it has the same form and nothing else is made of it. A
 * paragraph must begin as a motion does. */
static struct text_span text_above(const struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block], *above = block ? at - 1 : NULL;
    if (!above || above->form != at->form || above->speaker.length || above->taken ||
        above->struck || above->narrative || above->depth > at->depth ||
        belongs_to_other(reader, block - 1) ||
        (at->form != BLOCK_ENTRY && !decision_begins_motion(above->text)))
        return (struct text_span){NULL, 0};
    return text_span_trim(above->text);
}

/* Takes the text before the names of the mover and the seconder, in the same entry or in the one
 * above it, as that of the motion, which has its result and no other text; or the paragraph above
 * them. `subject` is the text before the names in the block. */
static void take_text_before_names(struct decision_reader *reader, size_t block,
                                   struct text_span subject)
{
    struct decision *decision = reader->state.open ? decision_reader_current(reader) : NULL;
    const enum block_form form = reader->blocks[block].form;
    const bool above = !subject.text || !subject.length;
    if (!decision || !reader->state.names_only || decision->text_block != block ||
        (form == BLOCK_ENTRY ? !decision->result : form != BLOCK_PARAGRAPH || !above))
        return;
    subject = above ? text_above(reader, block) : text_span_trim(subject);
    if (!subject.length)
        return;
    reader->state.names_only = false;
    decision->text = subject;
    decision->text_block = block - above;
    if (above)
        decision_reader_add_part(reader, block - 1, PART_TEXT, subject, NULL, 0);
}

/* Reads the rest of a block that begins with the label of a decision, a proposal or, in reach of
 * one, a vote: "Fees. Motion: Raise them." Returns false if it does not. */
static bool read_label(struct decision_reader *reader, size_t block, struct text_span text)
{
    const struct decision_block *at = &reader->blocks[block];
    struct text_span rest, number;
    const size_t colon = text_span_find(
        text_span_part(text, 0, text.length < LABEL_BYTES_MAX ? text.length : LABEL_BYTES_MAX), 0,
        ": ");
    if (at->speaker.length || at->narrative || colon >= text.length || colon >= LABEL_BYTES_MAX)
        return false;
    const enum block_label label = block_label_read(text, &rest, &number);
    if (rest.text != text.text + colon + 2 || decision_is_mover_line(text))
        return false;
    if (label == LABEL_DECISION)
        decision_read_statement(reader, block, text, rest, number);
    else if (label == LABEL_PROPOSAL)
        decision_read_proposal(reader, block, text, rest, number);
    else if (label == LABEL_VOTE && decision_reader_in_reach(reader))
        decision_read_vote(reader, block, rest);
    else
        return false;
    return true;
}

/* Reports whether a sentence without an outcome begins with a motion about what to do with the open
 * one: "GO-Antrag auf Schluss der Debatte: ..." */
static bool begins_subsidiary(const struct decision_reader *reader, const struct sentence *sentence,
                              const struct sentence_marks *marks)
{
    return marks->subsidiary && !marks->result && !marks->moved && reader->state.open &&
           !reader->state.subsidiary && pattern_at(PATTERN_SUBSIDIARY, sentence, 0);
}

static void open_subsidiary(struct decision_reader *reader, size_t block, struct text_span text)
{
    if (!decision_reader_open(reader, block, text))
        return;
    reader->state.moved = reader->state.moved_weak = reader->state.subsidiary = true;
}

/* Reads the sentence at an offset, or of several elections in it the first one. Advances the offset
 * to what is read next. Returns the end of what was read. */
static size_t read_clause(struct text_span text, size_t *from, struct sentence *ret)
{
    const size_t start = *from;
    size_t next;
    *from = sentence_read(text, start, ret);
    const size_t end = sentence_first_election(ret, &next);
    if (!end)
        return *from;
    sentence_read(text_span_part(text, 0, end), start, ret);
    *from = next;
    return end;
}

/* A sentence, or a part of one, and what it says. */
struct clause {
    struct sentence sentence;
    struct sentence_marks marks;
    struct text_span words; /* without a label */
    size_t start;           /* in the text of the block */
    bool named;             /* true if it names a motion of the item, which is open now */
    bool outcome;           /* true if it says something of a vote or a result */
};

/* Reads the mover and the seconder of a clause, and the motion that it names. */
static void read_motion(struct decision_reader *reader, size_t block, struct clause *clause)
{
    const struct decision_block *at = &reader->blocks[block];
    const struct sentence *sentence = &clause->sentence;
    const struct sentence_marks *marks = &clause->marks;
    const bool label =
        clause->start &&
        ((sentence->count < 7 && pattern_at(PATTERN_MOVED_LABEL, sentence, 0)) || marks->bracketed);
    clause->named = !at->speaker.length && !at->narrative && !marks->seconded &&
                    decision_reader_turn_to_named(reader, block, sentence, marks);
    if (begins_subsidiary(reader, sentence, marks))
        open_subsidiary(reader, block, clause->words);
    else if (marks->moved && !clause->named)
        decision_read_mover(
            reader, block, label ? sentence_text(sentence, 0, clause->start) : clause->words, marks,
            sentence_is_names(sentence) || (marks->bracketed && !clause->start));
    if (marks->seconded)
        decision_read_seconder(reader, block, marks);
    if (marks->amended_motion && !at->speaker.length)
        decision_reader_leave_amendment(reader, block, clause->words, marks);
}

/* Reads the vote and the result of a clause. */
static void read_vote(struct decision_reader *reader, size_t block, struct clause *clause)
{
    const struct sentence *sentence = &clause->sentence;
    struct sentence_marks *marks = &clause->marks;
    const bool near =
        clause->named || ((clause->outcome || marks->method) && decision_reader_in_reach(reader) &&
                          decision_is_about(reader, sentence, marks) &&
                          !decision_is_otherwise(reader, sentence, marks));
    if (near && marks->result && !marks->counts.count)
        sentence_marks_read_counts(sentence, true, marks);
    if (clause->outcome)
        decision_read_outcome(reader, block, clause->words, sentence, marks, near);
    if (near && reader->state.open && marks->method && !decision_reader_current(reader)->method)
        decision_reader_current(reader)->method = marks->method;
    decision_reader_note_majority(reader, block, sentence);
}

/* Returns true if a sentence says something of a vote or a result. */
static bool has_outcome(const struct sentence_marks *marks)
{
    return marks->result || marks->vote || marks->unanimous || marks->prose || marks->elects ||
           marks->counts.count;
}

void decision_read_sentences(struct decision_reader *reader, size_t block, struct text_span text)
{
    const struct decision_block *at = &reader->blocks[block];
    struct text_span subject = {text.text, 0};
    for (size_t from = 0; from < text.length;) {
        struct clause clause;
        clause.start = from;
        while (from < text.length && text.text[from] == ' ')
            from++;
        const size_t ballots =
            decision_read_ballots(reader, block, text_span_part(text, from, text.length));
        if (ballots) {
            from += ballots;
            continue;
        }
        if (clause.start && read_label(reader, block, text_span_part(text, from, text.length)))
            return;
        const size_t end = read_clause(text, &from, &clause.sentence);
        const struct sentence_marks *marks = &clause.marks;
        decision_marks_read(reader, &clause.sentence, at->speaker.length > 0, &clause.marks);
        clause.words = sentence_text(
            &clause.sentence,
            marks->resolved ? clause.sentence.list[marks->resolved].start : clause.start, end);
        if (clause.start && take_text_of_names(reader, block, clause.words, marks))
            continue;
        read_motion(reader, block, &clause);
        clause.outcome = has_outcome(marks);
        read_vote(reader, block, &clause);
        if (!clause.outcome && !marks->moved && !marks->seconded && subject.text == text.text)
            subject.length = end;
        else if (!reader->state.names_only)
            subject.text = NULL;
    }
    take_text_before_names(reader, block, subject);
}

/* Takes the method that the label of a vote names: "Roll call vote:". */
static void take_method_of_label(struct decision_reader *reader, size_t block,
                                 struct text_span rest)
{
    const struct text_span text = reader->blocks[block].text;
    struct decision *decision = decision_reader_current(reader);
    struct sentence label;
    struct sentence_marks marks;
    if (decision->method || rest.text < text.text || rest.text > text.text + text.length)
        return;
    sentence_read_all(text_span_part(text, 0, (size_t)(rest.text - text.text)), &label);
    sentence_marks_read(&label, false, &marks);
    decision->method = marks.method;
}

/* Leaves an amendment that is decided if the label of a vote names the motion: "Roll call vote on
 * the main motion:". */
static void leave_amendment_by_label(struct decision_reader *reader, size_t block)
{
    const struct text_span text = reader->blocks[block].text;
    struct sentence label;
    struct sentence_marks marks;
    sentence_read_all(text_span_part(text, 0, text_span_find(text, 0, ":")), &label);
    sentence_marks_read(&label, false, &marks);
    if (marks.amended_motion)
        decision_reader_leave_amendment(reader, block, text, &marks);
}

void decision_read_vote(struct decision_reader *reader, size_t block, struct text_span rest)
{
    struct vote_counts counts = {0};
    struct sentence sentence;
    leave_amendment_by_label(reader, block);
    sentence_read(rest, 0, &sentence);
    vote_counts_read(&sentence, true, &counts);
    decision_reader_add_part(reader, block, PART_VOTE, rest, NULL, 0);
    decision_reader_add_counts(reader, block, &counts);
    if (counts.count)
        decision_read_voters(reader, block, &sentence);
    decision_reader_current(reader)->voted = true;
    sentence_read(reader->blocks[block].text, 0, &sentence);
    reader->state.poll |= pattern_is_in(PATTERN_POLL, &sentence);
    take_method_of_label(reader, block, rest);
    decision_read_sentences(reader, block, rest);
}
