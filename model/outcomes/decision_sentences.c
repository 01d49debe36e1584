/* The sentences of a block: movers, seconders, votes and results (V1 to V8). */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    LABEL_BYTES_MAX = 40,
    STATEMENT_WORDS = 5 /* of a sentence that says what was decided */
};

/* Returns the words of a sentence as a text. */
static struct text_span sentence_text(const struct sentence *sentence, size_t from, size_t to)
{
    return text_span_strip(text_span_part(sentence->text, from, to), "*_");
}

/* Reports whether a block is a label with a mover: "Moved by: N". */
static bool is_mover_line(struct text_span text)
{
    const size_t colon = text_span_find(text, 0, ":");
    return colon < text.length && span_is(WORDS_MOVER, text_span_part(text, 0, colon));
}

static void add_movers(struct decision_reader *reader, size_t block,
                       const struct sentence_marks *marks)
{
    const struct text_span speaker = reader->blocks[block].speaker;
    for (size_t i = 0; i < marks->mover_count; i++)
        decision_reader_add_part(reader, block, PART_MOVER,
                                 marks->movers[i].length ? marks->movers[i] : speaker, NULL, 0);
    if (!marks->mover_count && speaker.length)
        decision_reader_add_part(reader, block, PART_MOVER, speaker, NULL, 0);
}

/* Reports whether a text proposes something else than the open proposal. */
static bool is_rival(struct decision_reader *reader, struct text_span text)
{
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    return decision_is_rival(reader, &sentence);
}

/* Keeps a proposal beside the open one, in case a result names it. None is open then: "agreed" does
 * not say to which. */
static void keep_rival(struct decision_reader *reader, size_t block, struct text_span text,
                       const struct sentence_marks *marks)
{
    if (!decision_reader_open(reader, block, text))
        return;
    reader->state.moved = reader->state.moved_weak = true;
    add_movers(reader, block, marks);
    decision_reader_close(reader);
}

/* Reports whether a text names a motion in place of another. */
static bool is_substitute(struct text_span text)
{
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    return pattern_is_in(PATTERN_SUBSTITUTE, &sentence);
}

/* Reports whether a motion amends something while another one is open: "moved to amend the fine".
 */
static bool amends_open_motion(struct decision_reader *reader, struct text_span text)
{
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    return reader->state.open && decision_reader_in_reach(reader) &&
           !decision_reader_current(reader)->result && pattern_is_in(PATTERN_AMEND, &sentence);
}

/* Reads the mover of a sentence, which is nothing but names if `names` is true. */
static void read_mover(struct decision_reader *reader, size_t block, struct text_span text,
                       const struct sentence_marks *marks, bool names)
{
    const struct decision_block *at = &reader->blocks[block];
    const bool labelled =
        reader->state.open && !reader->state.moved && !marks->counter &&
        (!marks->subsidiary || reader->state.subsidiary) &&
        ((reader->state.labelled && !decision_reader_current(reader)->result) ||
         (reader->state.assumed && decision_reader_in_reach(reader) && is_mover_line(at->text)));
    if (names && decision_reader_awaits_mover(reader)) {
        if (!decision_reader_open_for_mover(reader, block))
            return;
        add_movers(reader, block, marks);
        return;
    }
    if (marks->moved_weak && !marks->counter && !marks->subsidiary && reader->state.open &&
        decision_reader_in_reach(reader) && !decision_reader_current(reader)->result) {
        if (is_rival(reader, text))
            keep_rival(reader, block, text, marks);
        return;
    }
    const bool amends = !labelled && amends_open_motion(reader, text);
    if (!labelled && !decision_reader_open(reader, block, text))
        return;
    reader->state.amendment |= amends;
    reader->state.moved = true;
    reader->state.names_only = names && !labelled;
    reader->state.moved_weak = marks->moved_weak;
    reader->state.amendment |= marks->amendment;
    reader->state.subsidiary |= marks->subsidiary;
    decision_reader_current(reader)->counter |= marks->counter;
    reader->state.substitute |= is_substitute(text);
    if (marks->minutes)
        decision_reader_current(reader)->kind = "approval";
    add_movers(reader, block, marks);
}

static void read_seconder(struct decision_reader *reader, size_t block,
                          const struct sentence_marks *marks)
{
    const struct decision_block *at = &reader->blocks[block];
    if (!decision_reader_in_reach(reader) ||
        (decision_reader_current(reader)->result && !reader->state.assumed) ||
        !(reader->state.moved || reader->state.labelled))
        return;
    reader->state.seconded = true;
    for (size_t i = 0; i < marks->seconder_count; i++)
        decision_reader_add_part(reader, block, PART_SECONDER, marks->seconders[i], NULL, 0);
    if (!marks->seconder_count)
        decision_reader_add_part(reader, block, PART_SECONDER, at->speaker, NULL, 0);
}

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
    const struct decision *current = near ? decision_reader_current(reader) : NULL;
    if (!near || (marks->elects && current->kind && !strcmp(current->kind, "election")))
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

/* Reads the vote and the result of a sentence. `near` is true if it is about the open decision. */
static void read_outcome(struct decision_reader *reader, size_t block, struct text_span text,
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
    if (rest.text != text.text + colon + 2 || is_mover_line(text))
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

void decision_read_sentences(struct decision_reader *reader, size_t block, struct text_span text)
{
    const struct decision_block *at = &reader->blocks[block];
    struct text_span subject = {text.text, 0};
    for (size_t from = 0; from < text.length;) {
        struct sentence sentence;
        struct sentence_marks marks;
        const size_t start = from;
        while (from < text.length && text.text[from] == ' ')
            from++;
        const size_t ballots =
            decision_read_ballots(reader, block, text_span_part(text, from, text.length));
        if (ballots) {
            from += ballots;
            continue;
        }
        if (start && read_label(reader, block, text_span_part(text, from, text.length)))
            return;
        const size_t end = read_clause(text, &from, &sentence);
        decision_marks_read(reader, &sentence, at->speaker.length > 0, &marks);
        const struct text_span words = sentence_text(
            &sentence, marks.resolved ? sentence.list[marks.resolved].start : start, end);
        if (start && take_text_of_names(reader, block, words, &marks))
            continue;
        const bool label =
            start && ((sentence.count < 7 && pattern_at(PATTERN_MOVED_LABEL, &sentence, 0)) ||
                      marks.bracketed);
        const bool named = !at->speaker.length && !at->narrative && !marks.seconded &&
                           decision_reader_turn_to_named(reader, block, &sentence, &marks);
        if (begins_subsidiary(reader, &sentence, &marks))
            open_subsidiary(reader, block, words);
        else if (marks.moved && !named)
            read_mover(reader, block, label ? sentence_text(&sentence, 0, start) : words, &marks,
                       sentence_is_names(&sentence) || (marks.bracketed && !start));
        if (marks.seconded)
            read_seconder(reader, block, &marks);
        if (marks.amended_motion && !at->speaker.length)
            decision_reader_leave_amendment(reader, block, words, &marks);
        const bool outcome = marks.result || marks.vote || marks.unanimous || marks.prose ||
                             marks.elects || marks.counts.count;
        const bool near = named || ((outcome || marks.method) && decision_reader_in_reach(reader) &&
                                    decision_is_about(reader, &sentence, &marks) &&
                                    !decision_is_otherwise(reader, &sentence, &marks));
        if (near && marks.result && !marks.counts.count)
            sentence_marks_read_counts(&sentence, true, &marks);
        if (outcome)
            read_outcome(reader, block, words, &sentence, &marks, near);
        if (near && reader->state.open && marks.method && !decision_reader_current(reader)->method)
            decision_reader_current(reader)->method = marks.method;
        decision_reader_note_majority(reader, block, &sentence);
        if (!outcome && !marks.moved && !marks.seconded && subject.text == text.text)
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
