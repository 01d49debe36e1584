/* The movers and seconders that a sentence names, who begin a decision. */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

bool decision_is_mover_line(struct text_span text)
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

void decision_read_mover(struct decision_reader *reader, size_t block, struct text_span text,
                         const struct sentence_marks *marks, bool names)
{
    const struct decision_block *at = &reader->blocks[block];
    const bool labelled = reader->state.open && !reader->state.moved && !marks->counter &&
                          (!marks->subsidiary || reader->state.subsidiary) &&
                          ((reader->state.labelled && !decision_reader_current(reader)->result) ||
                           (reader->state.assumed && decision_reader_in_reach(reader) &&
                            decision_is_mover_line(at->text)));
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

void decision_read_seconder(struct decision_reader *reader, size_t block,
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
