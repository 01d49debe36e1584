#include "outcomes/decision_reader.h"

#include "base/array.h"

#include <stdlib.h>

enum {
    BESIDE = 1,      /* blocks from a decision to its mover, if it has a result */
    REACH = 4,       /* blocks between two marks of one decision (V2) */
    RESULT_REACH = 2 /* blocks after a result in which its counts may follow */
};

void decisions_finish(struct decisions *decisions)
{
    free(decisions->list);
    free(decisions->parts);
    *decisions = (struct decisions){0};
}

struct decision *decision_reader_current(struct decision_reader *reader)
{
    return &reader->out->list[reader->out->count - 1];
}

void decision_reader_add_part(struct decision_reader *reader, size_t block,
                              enum decision_part_role role, struct text_span span,
                              const char *option, int value)
{
    struct decisions *out = reader->out;
    if (!reader->state.open)
        return;
    struct decision_part *parts =
        array_reserve(out->parts, &out->part_capacity, out->part_count + 1, sizeof *out->parts);
    if (!parts) {
        out->out_of_memory = true;
        return;
    }
    out->parts = parts;
    parts[out->part_count++] = (struct decision_part){block, role, span, option, value};
    decision_reader_current(reader)->part_count++;
    reader->state.last = block;
    reader->passed = 0;
}

/* Returns true if the open decision says enough to be kept. */
static bool is_decision(const struct decision_reader *reader)
{
    const struct open_decision *state = &reader->state;
    const struct decision *decision = &reader->out->list[reader->out->count - 1];
    return decision->result || state->statement || state->named || state->prose ||
           state->option_count || decision->unanimous ||
           (state->moved && !state->moved_weak && decision->text.length &&
            (!state->labelled || (decision->kind && !strcmp(decision->kind, "motion")))) ||
           (state->labelled && state->ballots > 1 && !state->superseded) ||
           (state->moved && state->seconded);
}

void decision_reader_close(struct decision_reader *reader)
{
    struct decisions *out = reader->out;
    if (!reader->state.open)
        return;
    struct decision *decision = decision_reader_current(reader);
    decision_reader_count_result(reader);
    decision->weak = reader->state.moved_weak && !reader->state.labelled;
    if (!is_decision(reader) && (reader->state.labelled || reader->state.moved_weak) &&
        decision->text.length) {
        decision->abandoned = true;
    } else if (!is_decision(reader)) {
        out->part_count = decision->first_part;
        out->count--;
    } else {
        decision->voted = decision->voted || decision->unanimous || decision->method ||
                          reader->state.option_count || reader->state.ballots;
        if (!decision->kind && (reader->state.moved || reader->state.seconded))
            decision->kind = "motion";
        decision->without_proposal = !decision->text.length;
    }
    reader->state = (struct open_decision){0};
}

void decision_reader_drop_abandoned(struct decision_reader *reader)
{
    struct decisions *out = reader->out;
    size_t kept = reader->first;
    for (size_t i = reader->first; i < out->count; i++)
        if (!out->list[i].abandoned)
            out->list[kept++] = out->list[i];
    out->count = kept;
}

/* Returns true if a motion before the open decision is more than a proposal in talk. */
static bool has_firm_motion(const struct decision_reader *reader)
{
    for (size_t i = reader->out->count - 1; i > reader->first; i--) {
        const struct decision *decision = &reader->out->list[i - 1];
        if (decision->result || !decision->text.length)
            return false;
        if (!decision->weak)
            return true;
    }
    return false;
}

void decision_reader_share_result(struct decision_reader *reader, size_t block)
{
    const struct decision *last = decision_reader_current(reader);
    const bool firm = has_firm_motion(reader);
    for (size_t i = reader->out->count - 1; i > reader->first; i--) {
        struct decision *decision = &reader->out->list[i - 1];
        if (decision->result || !decision->text.length)
            return;
        if (firm && decision->weak)
            continue;
        decision->result = last->result;
        decision->voted = decision->voted || last->voted;
        decision->unanimous = decision->unanimous || last->unanimous;
        decision->result_block = block + 1;
        decision->abandoned = false;
    }
}

static void reverse_parts(struct decision_part *parts, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const struct decision_part part = parts[i];
        parts[i] = parts[count - 1 - i];
        parts[count - 1 - i] = part;
    }
}

/* Moves a decision and its parts to the end. */
static void move_to_end(struct decisions *out, size_t index)
{
    const struct decision moved = out->list[index];
    struct decision_part *parts = &out->parts[moved.first_part];
    const size_t after = out->part_count - moved.first_part - moved.part_count;
    reverse_parts(parts, moved.part_count);
    reverse_parts(parts + moved.part_count, after);
    reverse_parts(parts, moved.part_count + after);
    for (size_t i = index; i + 1 < out->count; i++) {
        out->list[i] = out->list[i + 1];
        out->list[i].first_part -= moved.part_count;
    }
    out->list[out->count - 1] = moved;
    out->list[out->count - 1].first_part = moved.first_part + after;
}

void decision_reader_reopen(struct decision_reader *reader, size_t block, size_t index)
{
    decision_reader_close(reader);
    move_to_end(reader->out, index);
    struct decision *decision = decision_reader_current(reader);
    reader->state = (struct open_decision){
        .open = true, .moved = true, .labelled = decision->abandoned, .last = block};
    decision->abandoned = false;
    reader->passed = 0;
}

/* Reports whether a sentence is about the motion, and the open decision about an amendment or a
 * subsidiary motion that has a result. After "the motion to table carried", "the motion" may be
 * that one. */
static bool is_left(struct decision_reader *reader, const struct sentence_marks *marks)
{
    const struct open_decision *state = &reader->state;
    const bool of_motion =
        marks->amended_motion || marks->motion || (marks->amended && marks->result);
    if (!state->open || !of_motion || !decision_reader_current(reader)->result)
        return false;
    if (state->subsidiary && !marks->subsidiary)
        return marks->amended_motion ||
               strcmp(decision_reader_current(reader)->result, "adopted") != 0;
    return state->amendment && !marks->amendment;
}

bool decision_reader_leave_amendment(struct decision_reader *reader, size_t block,
                                     struct text_span text, const struct sentence_marks *marks)
{
    struct decisions *out = reader->out;
    if (!is_left(reader, marks))
        return false;
    const bool adopted =
        reader->state.amendment && !strcmp(decision_reader_current(reader)->result, "adopted");
    decision_reader_close(reader);
    const struct decision *before =
        out->count > reader->first + 1 ? &out->list[out->count - 2] : NULL;
    if (!before || before->result || !before->text.length) {
        if (!decision_reader_open(reader, block, text))
            return false;
    } else {
        decision_reader_reopen(reader, block, out->count - 2);
        reader->state.labelled = false;
    }
    reader->state.amended = adopted;
    return true;
}

void decision_reader_leave_decided_amendment(struct decision_reader *reader, size_t block,
                                             struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    sentence_read(text, 0, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    if (!marks.outcome)
        return;
    marks.motion = !marks.amendment;
    decision_reader_leave_amendment(reader, block, text, &marks);
}

bool decision_reader_awaits_mover(const struct decision_reader *reader)
{
    const struct open_decision *state = &reader->state;
    if (!state->open || (state->moved && !state->moved_weak) || state->seconded)
        return false;
    const struct decision *decision = &reader->out->list[reader->out->count - 1];
    const bool approval = decision->kind && !strcmp(decision->kind, "approval");
    if (decision->result && !state->assumed && !state->prose && !state->statement && !approval)
        return false;
    return reader->passed <= BESIDE ||
           ((!decision->result || state->assumed) && (state->labelled || reader->passed <= REACH));
}

bool decision_reader_open_for_mover(struct decision_reader *reader, size_t block)
{
    if (!decision_reader_awaits_mover(reader)) {
        if (!decision_reader_open(reader, block, (struct text_span){NULL, 0}))
            return false;
    } else if (decision_reader_current(reader)->result)
        reader->state.assumed = true;
    reader->state.moved = true;
    reader->state.moved_weak = false;
    return true;
}

bool decision_reader_open(struct decision_reader *reader, size_t block, struct text_span text)
{
    struct decisions *out = reader->out;
    decision_reader_close(reader);
    struct decision *list =
        array_reserve(out->list, &out->capacity, out->count + 1, sizeof *out->list);
    if (!list) {
        out->out_of_memory = true;
        return false;
    }
    out->list = list;
    list[out->count++] = (struct decision){.text = text,
                                           .text_block = block,
                                           .text_blocks = text.length > 0,
                                           .listed = reader->blocks[block].listed,
                                           .first_part = out->part_count};
    reader->state =
        (struct open_decision){.open = true, .last = block, .majority = reader->majority};
    reader->majority = MAJORITY_SIMPLE;
    reader->passed = 0;
    if (text.length)
        decision_reader_add_part(reader, block, PART_TEXT, text, NULL, 0);
    return true;
}

bool decision_reader_take_text(struct decision_reader *reader, size_t block, struct text_span text)
{
    if (!reader->state.open || !reader->state.moved || !text.length ||
        !decision_reader_in_reach(reader) || decision_reader_current(reader)->text.length)
        return false;
    struct decision *decision = decision_reader_current(reader);
    decision->text = text;
    decision->text_block = block;
    decision->text_blocks = 1;
    decision_reader_add_part(reader, block, PART_TEXT, text, NULL, 0);
    return true;
}

bool decision_reader_in_reach(const struct decision_reader *reader)
{
    if (!reader->state.open)
        return false;
    const struct decision *decision = &reader->out->list[reader->out->count - 1];
    if (decision->result && !reader->state.assumed)
        return reader->passed <= RESULT_REACH;
    return reader->state.labelled || reader->passed <= REACH;
}

void decision_reader_set_result(struct decision_reader *reader, size_t block, const char *result,
                                struct text_span words)
{
    struct decision *decision = decision_reader_current(reader);
    if (reader->state.amended && !strcmp(result, "adopted"))
        result = "adopted_with_amendments";
    if (!decision->result || reader->state.assumed)
        decision->result = result;
    reader->state.assumed = false;
    decision_reader_add_part(reader, block, PART_RESULT, words, NULL, 0);
}

bool decision_reader_has_option(const struct decision_reader *reader, const char *option)
{
    for (size_t i = 0; i < reader->state.option_count; i++)
        if (!strcmp(reader->state.options[i], option))
            return true;
    return false;
}

/* Takes note that an option has a count. Returns false if it has one already. */
static bool note_option(struct decision_reader *reader, const char *option)
{
    struct open_decision *state = &reader->state;
    if (decision_reader_has_option(reader, option) || state->option_count == OPTIONS_MAX)
        return false;
    state->options[state->option_count++] = option;
    return true;
}

void decision_reader_add_counts(struct decision_reader *reader, size_t block,
                                const struct vote_counts *counts)
{
    if (!reader->state.open || !counts->count)
        return;
    const bool back = counts->turned && reader->state.majority != MAJORITY_SIMPLE;
    for (size_t i = 0; i < counts->count; i++) {
        const struct vote_count *value = &counts->list[back && i < 2 ? 1 - i : i];
        if (!note_option(reader, counts->list[i].option))
            continue;
        decision_reader_add_part(reader, block, PART_COUNT, (struct text_span){NULL, 0},
                                 counts->list[i].option, value->value);
        decision_reader_current(reader)->turned |= counts->turned && !back;
    }
    decision_reader_current(reader)->voted = true;
    if (counts->options && !decision_reader_current(reader)->result)
        decision_reader_current(reader)->result = "none";
}
