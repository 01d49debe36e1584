#include "outcomes/decision.h"

#include "base/array.h"
#include "members/member.h"
#include "outcomes/decision_private.h"
#include "phrases/word_class.h"

#include <stdlib.h>

enum {
    REACH = 4,               /* blocks between two marks of one decision (V2) */
    RESULT_REACH = 2,        /* blocks after a result in which its counts may follow */
    SECTION_BLOCKS_MAX = 60, /* blocks of a section that one decision takes */
    OPTIONS_MAX = 12         /* options of a vote that have counts */
};

/* The part of the item that a sub-heading begins. */
enum decision_section {
    SECTION_NONE,
    SECTION_CONCLUSION, /* "Conclusion": one decision */
    SECTION_DECISIONS,  /* "Decisions": each entry is one */
    SECTION_PROPOSAL    /* "Antrag": the text of a proposal */
};

/* The decision that is being read; there is at most one. */
struct open_decision {
    bool open;
    bool labelled;  /* true if a label or heading begins it: it stays open */
    bool statement; /* true if a label or heading states the decision itself */
    bool moved, moved_weak, seconded;
    bool prose;
    bool superseded; /* true if another proposal takes its place */
    bool text_open;  /* true if the next blocks belong to its text */
    size_t last;     /* the block of its last mark */
    size_t ballots;
    bool named;                       /* true if the ballots have a label, such as "AYES:" */
    const char *options[OPTIONS_MAX]; /* those that have a count */
    size_t option_count;
};

struct decision_reader {
    const struct decision_block *blocks;
    size_t count;
    struct decisions *out;
    struct open_decision state;
    enum decision_section section;
    enum block_form section_form; /* the form of its first block */
    size_t section_blocks;
    size_t passed; /* blocks since the last mark, without rules and ballots */
};

void decisions_finish(struct decisions *decisions)
{
    free(decisions->list);
    free(decisions->parts);
    *decisions = (struct decisions){0};
}

static struct decision *current(struct decision_reader *reader)
{
    return &reader->out->list[reader->out->count - 1];
}

/* Adds a part to the open decision. */
static void add_part(struct decision_reader *reader, size_t block, enum decision_part_role role,
                     struct text_span span, const char *option, int value)
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
    current(reader)->part_count++;
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
           (state->moved && !state->moved_weak && !state->labelled) ||
           (state->labelled && state->ballots > 1 && !state->superseded) ||
           (state->moved && state->seconded);
}

/* Ends the open decision, which is dropped if it is a proposal that came to nothing. */
static void close_decision(struct decision_reader *reader)
{
    struct decisions *out = reader->out;
    if (!reader->state.open)
        return;
    struct decision *decision = current(reader);
    if (!is_decision(reader)) {
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

/* Begins a decision at a block. `text` may be empty. */
static bool open_decision(struct decision_reader *reader, size_t block, struct text_span text)
{
    struct decisions *out = reader->out;
    close_decision(reader);
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
    reader->state = (struct open_decision){.open = true, .last = block};
    reader->passed = 0;
    if (text.length)
        add_part(reader, block, PART_TEXT, text, NULL, 0);
    return true;
}

/* Returns true if a mark of the current block belongs to the open decision. */
static bool in_reach(const struct decision_reader *reader)
{
    if (!reader->state.open)
        return false;
    const struct decision *decision = &reader->out->list[reader->out->count - 1];
    if (decision->result)
        return reader->passed <= RESULT_REACH;
    return reader->state.labelled || reader->passed <= REACH;
}

static void set_result(struct decision_reader *reader, size_t block, const char *result,
                       struct text_span words)
{
    struct decision *decision = current(reader);
    if (!decision->result)
        decision->result = result;
    add_part(reader, block, PART_RESULT, words, NULL, 0);
}

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

/* Takes note that an option has a count. Returns false if it has one already. */
static bool note_option(struct open_decision *state, const char *option)
{
    for (size_t i = 0; i < state->option_count; i++)
        if (!strcmp(state->options[i], option))
            return false;
    if (state->option_count == OPTIONS_MAX)
        return false;
    state->options[state->option_count++] = option;
    return true;
}

/* Adds the counts of a sentence or block. */
static void add_counts(struct decision_reader *reader, size_t block,
                       const struct vote_counts *counts)
{
    if (!reader->state.open || !counts->count)
        return;
    for (size_t i = 0; i < counts->count; i++)
        if (note_option(&reader->state, counts->list[i].option))
            add_part(reader, block, PART_COUNT, (struct text_span){NULL, 0}, counts->list[i].option,
                     counts->list[i].value);
    current(reader)->voted = true;
    if (counts->options && !current(reader)->result)
        current(reader)->result = "none";
}

/* Reads "AYES: A. Example, B. Example" into ballots. Returns false if it is not that. */
static bool read_ballots(struct decision_reader *reader, size_t block, struct text_span text)
{
    const size_t colon = text_span_find(text, 0, ":");
    if (colon == text.length || colon > 30)
        return false;
    const char *option = ballot_label(text_span_trim(text_span_part(text, 0, colon)));
    if (!option)
        return false;
    struct member_list list;
    struct text_span name;
    bool found = false;
    member_list_begin(&list, text_span_part(text, colon + 1, text.length));
    while (member_list_next(&list, &name)) {
        if (!member_is_name(name, *name.text == '@') || span_is(WORDS_NONE, name))
            continue;
        if (!found && !in_reach(reader) &&
            !open_decision(reader, block, (struct text_span){NULL, 0}))
            return true;
        add_part(reader, block, PART_BALLOT, name, option, 0);
        found = true;
        reader->state.named = true;
        reader->state.ballots++;
        current(reader)->voted = true;
    }
    return found;
}

/* Reads "+1" of a speaker, or ":+1: from @a, @b", between a proposal and its result (V4). */
static bool read_plus_one(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct text_span rest;
    const char *option = ballot_at(at->text, &rest);
    if (!option)
        return false;
    if (!reader->state.open || !reader->state.labelled || current(reader)->result)
        return true;
    if (at->speaker.length) {
        add_part(reader, block, PART_BALLOT, at->speaker, option, 0);
        reader->state.ballots++;
        return true;
    }
    const bool from = text_span_begins(rest, "from ");
    struct member_list list;
    struct text_span name;
    member_list_begin(&list, text_span_part(rest, from ? strlen("from ") : 0, rest.length));
    while (member_list_next(&list, &name))
        if (*name.text == '@' || (from && member_is_name(name, true))) {
            add_part(reader, block, PART_BALLOT, name, option, 0);
            reader->state.ballots++;
        }
    return true;
}

static const char *kind_of_label(struct text_span label, bool minutes)
{
    struct sentence sentence;
    size_t at;
    sentence_read_all(text_span_part(label, 0, label.length < 80 ? label.length : 80), &sentence);
    if (sentence_find(&sentence, 0, "resol*|beschluss*", &at) && at < 6)
        return "resolution";
    if (sentence_find(&sentence, 0, "consens*|konsens*|agreed|agreement|einvernehmen", &at) &&
        at < 4)
        return "consensus";
    return minutes ? "approval" : NULL;
}

/* Reads a block that states a decision by its label (L2). */
static void read_statement(struct decision_reader *reader, size_t block, struct text_span rest,
                           struct text_span number)
{
    const struct text_span label = reader->blocks[block].text;
    struct sentence sentence;
    const char *result = NULL;
    struct text_span words = {NULL, 0};
    size_t at = 0;
    sentence_read(rest, 0, &sentence);
    if (sentence.count)
        result = result_find(&sentence, 0, &at, &words);
    if (result && at > 5 && sentence.count > 8)
        result = NULL;
    const bool proposed = reader->state.open && !current(reader)->result &&
                          (reader->state.labelled || in_reach(reader));
    if (!proposed && !open_decision(reader, block, rest))
        return;
    struct decision *decision = current(reader);
    if (proposed && rest.length && sentence.count >= 5 && !result) {
        decision->text = rest;
        decision->text_block = block;
        decision->text_blocks = 1;
    }
    if (proposed)
        add_part(reader, block, PART_TEXT, rest, NULL, 0);
    decision->number = number;
    decision->kind = kind_of_label(label, false);
    reader->state.statement = true;
    reader->state.labelled = false;
    reader->state.text_open = !rest.length && !proposed;
    if (result)
        set_result(reader, block, result, words);
    else if (decision->kind)
        decision->result = "adopted";
    if (decision->kind && !strcmp(decision->kind, "consensus") && !decision->method)
        decision->method = "consensus";
    struct sentence_marks marks;
    for (size_t from = 0; from < rest.length;) {
        from = sentence_read(rest, from, &sentence);
        sentence_marks_read(&sentence, false, &marks);
        decision->unanimous = decision->unanimous || marks.unanimous;
        add_counts(reader, block, &marks.counts);
        for (size_t i = 0; i < marks.mover_count; i++)
            add_part(reader, block, PART_MOVER, marks.movers[i], NULL, 0);
        for (size_t i = 0; i < marks.seconder_count; i++)
            add_part(reader, block, PART_SECONDER, marks.seconders[i], NULL, 0);
        decision = current(reader);
    }
}

/* Reads a block that states a proposal by its label (L3). */
static void read_proposal(struct decision_reader *reader, size_t block, struct text_span rest,
                          struct text_span number)
{
    struct text_span name;
    struct text_span text = take_mover_in_brackets(rest, &name);
    struct sentence sentence;
    struct sentence_marks marks = {0};
    sentence_read(reader->blocks[block].text, 0, &sentence);
    const bool moved = sentence_match(&sentence, 0, "moved|mover ?by") > 0;
    if (moved && member_is_name(text, true)) {
        name = text;
        text.length = 0;
    }
    reader->state.superseded = true;
    if (!open_decision(reader, block, text))
        return;
    reader->state.labelled = true;
    reader->state.text_open = !text.length && !moved;
    current(reader)->number = number;
    if (sentence_match(&sentence, 0, "moved|motion|antrag|mocion"))
        current(reader)->kind = "motion";
    if (name.length)
        add_part(reader, block, PART_MOVER, name, NULL, 0);
    reader->state.moved = name.length > 0;
    for (size_t from = 0; from < text.length;) {
        from = sentence_read(text, from, &sentence);
        sentence_marks_read(&sentence, false, &marks);
        for (size_t i = 0; i < marks.mover_count; i++)
            add_part(reader, block, PART_MOVER, marks.movers[i], NULL, 0);
        for (size_t i = 0; i < marks.seconder_count; i++)
            add_part(reader, block, PART_SECONDER, marks.seconders[i], NULL, 0);
        reader->state.seconded = reader->state.seconded || marks.seconded;
        if (marks.result && marks.result_certain)
            set_result(reader, block, marks.result, marks.result_words);
        add_counts(reader, block, &marks.counts);
        if (marks.unanimous)
            current(reader)->unanimous = current(reader)->voted = true;
        if (marks.method)
            current(reader)->method = marks.method;
    }
}

/* Returns the words of a sentence as a text. */
static struct text_span sentence_text(const struct sentence *sentence, size_t from, size_t to)
{
    return text_span_strip(text_span_part(sentence->text, from, to), "*_");
}

static void read_mover(struct decision_reader *reader, size_t block, struct text_span text,
                       const struct sentence_marks *marks)
{
    const struct decision_block *at = &reader->blocks[block];
    const bool labelled = reader->state.open && reader->state.labelled &&
                          !current(reader)->result && !reader->state.moved;
    if (marks->moved_weak && reader->state.open && in_reach(reader) && !current(reader)->result)
        return;
    if (!labelled && !open_decision(reader, block, text))
        return;
    reader->state.moved = true;
    reader->state.moved_weak = marks->moved_weak;
    if (marks->minutes)
        current(reader)->kind = "approval";
    for (size_t i = 0; i < marks->mover_count; i++)
        add_part(reader, block, PART_MOVER,
                 marks->movers[i].length ? marks->movers[i] : at->speaker, NULL, 0);
    if (!marks->mover_count && at->speaker.length)
        add_part(reader, block, PART_MOVER, at->speaker, NULL, 0);
}

static void read_seconder(struct decision_reader *reader, size_t block,
                          const struct sentence_marks *marks)
{
    const struct decision_block *at = &reader->blocks[block];
    if (!in_reach(reader) || current(reader)->result ||
        !(reader->state.moved || reader->state.labelled))
        return;
    reader->state.seconded = true;
    for (size_t i = 0; i < marks->seconder_count; i++)
        add_part(reader, block, PART_SECONDER, marks->seconders[i], NULL, 0);
    if (!marks->seconder_count)
        add_part(reader, block, PART_SECONDER, at->speaker, NULL, 0);
}

/* Reads the vote and the result of a sentence. */
static void read_outcome(struct decision_reader *reader, size_t block, struct text_span text,
                         const struct sentence_marks *marks)
{
    const bool spoken = reader->blocks[block].speaker.length > 0;
    const bool near = in_reach(reader);
    const bool prose = marks->prose && !reader->blocks[block].narrative;
    const char *result = marks->result;
    if (result && !(near && !current(reader)->result) && !marks->result_certain &&
        !marks->result_alone && !prose)
        result = NULL;
    const bool again = near && current(reader)->result && result &&
                       (strcmp(current(reader)->result, result) != 0 || marks->motion) &&
                       reader->state.last != block;
    const bool counts = marks->counts.count && (near || marks->result_certain || marks->vote ||
                                                marks->counts.options || marks->counts.marked);
    if (!result && !prose && !counts && !(near && (marks->vote || marks->unanimous)) &&
        !(marks->elects && !spoken))
        return;
    if (result && !near && spoken && !marks->motion && !marks->vote)
        return;
    const bool fresh = !near || again ||
                       (prose && !marks->vote && !reader->state.moved && !reader->state.labelled);
    if (fresh && (marks->counts.marked && !result && !prose && !marks->counts.options &&
                  marks->counts.count < 2 && !near))
        return;
    if (fresh &&
        !open_decision(reader, block,
                       marks->counts.marked && !result ? (struct text_span){NULL, 0} : text))
        return;
    struct decision *decision = current(reader);
    if (fresh && prose) {
        reader->state.prose = true;
        decision->inferred = !(result && marks->result_certain);
    } else if (fresh && result && !marks->result_certain && !marks->result_alone) {
        decision->inferred = true;
    }
    if (marks->minutes && !decision->kind)
        decision->kind = "approval";
    if (marks->elects) {
        decision->kind = "election";
        result = result ? result : "adopted";
        add_part(reader, block, PART_ELECTED, marks->elected, NULL, 0);
        decision->inferred = fresh;
    }
    if (result && marks->amended && !strcmp(result, "adopted"))
        result = "adopted_with_amendments";
    if (result && (!decision->result || !strcmp(decision->result, "none")))
        decision->result = NULL;
    if (result)
        set_result(reader, block, result, marks->result_words);
    else if (prose && !decision->result)
        decision->result = "adopted";
    add_counts(reader, block, &marks->counts);
    decision = current(reader);
    decision->unanimous = decision->unanimous || marks->unanimous;
    if (marks->vote || marks->unanimous) {
        decision->voted = true;
        add_part(reader, block, PART_VOTE, text, NULL, 0);
    }
    if (marks->method && !decision->method)
        decision->method = marks->method;
}

/* Reads the sentences of a block. */
static void read_sentences(struct decision_reader *reader, size_t block, struct text_span text)
{
    const struct decision_block *at = &reader->blocks[block];
    for (size_t from = 0; from < text.length;) {
        struct sentence sentence;
        struct sentence_marks marks;
        const size_t start = from;
        from = sentence_read(text, from, &sentence);
        sentence_marks_read(&sentence, at->speaker.length > 0, &marks);
        const struct text_span words = sentence_text(&sentence, start, from);
        const bool label =
            start && sentence.count < 7 && sentence_match(&sentence, 0, "moved|mover");
        if (marks.moved)
            read_mover(reader, block, label ? sentence_text(&sentence, 0, start) : words, &marks);
        if (marks.seconded)
            read_seconder(reader, block, &marks);
        if (marks.result || marks.vote || marks.unanimous || marks.prose || marks.elects ||
            marks.counts.count)
            read_outcome(reader, block, words, &marks);
        if (reader->state.open && marks.method && in_reach(reader) && !current(reader)->method)
            current(reader)->method = marks.method;
    }
}

/* Reads what follows a label such as "Vote:" (L4). */
static void read_vote(struct decision_reader *reader, size_t block, struct text_span rest)
{
    struct vote_counts counts = {0};
    struct sentence sentence;
    sentence_read(rest, 0, &sentence);
    vote_counts_read(&sentence, true, &counts);
    add_part(reader, block, PART_VOTE, rest, NULL, 0);
    add_counts(reader, block, &counts);
    current(reader)->voted = true;
    read_sentences(reader, block, rest);
    read_ballots(reader, block, rest);
}

/* Returns the section that a heading begins. */
static enum decision_section section_of(struct text_span heading)
{
    struct text_span text = text_span_strip(heading, ":*_#");
    if (!span_is(WORDS_CONCLUSION, text) && !span_is(WORDS_DECISION, text)) {
        const bool proposal = text.length < 40 && span_is(WORDS_PROPOSAL, text);
        return proposal ? SECTION_PROPOSAL : SECTION_NONE;
    }
    return text_matches(text,
                        "decisions ?made|and|taken ?conclusions|beschlusse|entscheidungen|"
                        "decisions|deliberations|acuerdos|decisiones|resoluciones|resolutions") ||
                   text_matches(text,
                                "beschlusse|entscheidungen|deliberations|resolutions|acuerdos|"
                                "decisiones|resoluciones ?adoptados|adoptadas")
               ? SECTION_DECISIONS
               : SECTION_CONCLUSION;
}

static void begin_section(struct decision_reader *reader, size_t block)
{
    close_decision(reader);
    reader->section = section_of(reader->blocks[block].text);
    reader->section_blocks = 0;
    if (reader->section != SECTION_CONCLUSION && reader->section != SECTION_PROPOSAL)
        return;
    if (!open_decision(reader, block, (struct text_span){NULL, 0}))
        return;
    reader->state.text_open = true;
    reader->state.labelled = reader->section == SECTION_PROPOSAL;
    if (reader->section == SECTION_PROPOSAL)
        current(reader)->kind = "motion";
}

/* Appends a block to the text of the open decision. Returns false if it does not belong to it. */
static bool extend_text(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct decision *decision = current(reader);
    if (!reader->section_blocks)
        reader->section_form = at->form;
    const bool fits = reader->section_blocks < SECTION_BLOCKS_MAX &&
                      (reader->section == SECTION_PROPOSAL ||
                       (at->form == reader->section_form && !at->speaker.length));
    if (!fits || at->taken) {
        reader->state.text_open = false;
        return false;
    }
    if (!decision->text.length) {
        decision->text = text_span_trim(at->text);
        decision->text_block = block;
    }
    decision->text_blocks = block - decision->text_block + 1;
    reader->section_blocks++;
    add_part(reader, block, PART_TEXT, at->text, NULL, 0);
    return true;
}

/* Reads a block of the section "Conclusion" or "Decisions". Returns false if it is not a part. */
static bool read_section_block(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct sentence sentence;
    struct text_span words;
    size_t place;
    if (reader->section == SECTION_DECISIONS) {
        if (!reader->section_blocks)
            reader->section_form = at->form;
        if (at->form != reader->section_form || at->speaker.length || at->taken) {
            reader->section = SECTION_NONE;
            close_decision(reader);
            return false;
        }
        reader->section_blocks++;
        if (at->depth > 1 && reader->state.open) {
            add_part(reader, block, PART_TEXT, at->text, NULL, 0);
            return true;
        }
        if (span_is(WORDS_NONE, at->text))
            return true;
        close_decision(reader);
        read_statement(reader, block, text_span_trim(at->text), (struct text_span){NULL, 0});
        return true;
    }
    if (!reader->state.open || !reader->state.text_open || !extend_text(reader, block)) {
        reader->section = SECTION_NONE;
        close_decision(reader);
        return false;
    }
    reader->state.statement = true;
    sentence_read(at->text, 0, &sentence);
    const char *result = sentence.count ? result_find(&sentence, 0, &place, &words) : NULL;
    if (result && !current(reader)->result)
        set_result(reader, block, result, words);
    return true;
}

/* Reads a block that no section takes. */
static void read_block(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct text_span rest, number;
    if (read_plus_one(reader, block))
        return;
    if (reader->state.open && reader->state.text_open && !at->taken &&
        block_label_read(at->text, NULL, NULL) == LABEL_NONE) {
        if (extend_text(reader, block)) {
            reader->state.text_open = reader->section == SECTION_PROPOSAL;
            return;
        }
    }
    const enum block_label label = block_label_read(at->text, &rest, &number);
    if (read_ballots(reader, block, at->text))
        return;
    switch (at->narrative ? LABEL_NONE : label) {
    case LABEL_DECISION:
        read_statement(reader, block, rest, number);
        return;
    case LABEL_PROPOSAL:
        if (rest.length || at->bold) {
            read_proposal(reader, block, rest, number);
            return;
        }
        break;
    case LABEL_VOTE:
        if (!in_reach(reader) || current(reader)->result) {
            if (!open_decision(reader, block, (struct text_span){NULL, 0}))
                return;
            reader->state.labelled = true;
        }
        read_vote(reader, block, rest);
        return;
    default:
        break;
    }
    read_sentences(reader, block, at->text);
}

static void read_one(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    if (at->form == BLOCK_RULE) {
        if (reader->section == SECTION_PROPOSAL) {
            reader->section = SECTION_NONE;
            if (reader->state.open)
                reader->state.text_open = false;
        } else if (reader->section != SECTION_NONE) {
            reader->section = SECTION_NONE;
            close_decision(reader);
        }
        return;
    }
    reader->passed++;
    if (at->form == BLOCK_HEADING || (at->bold && section_of(at->text) != SECTION_NONE)) {
        begin_section(reader, block);
        return;
    }
    if (reader->section == SECTION_CONCLUSION || reader->section == SECTION_DECISIONS)
        if (read_section_block(reader, block))
            return;
    if (!at->taken)
        read_block(reader, block);
}

bool decisions_read(const struct decision_block *blocks, size_t count, struct decisions *decisions)
{
    struct decision_reader reader = {.blocks = blocks, .count = count, .out = decisions};
    for (size_t block = 0; block < count && !decisions->out_of_memory; block++)
        read_one(&reader, block);
    close_decision(&reader);
    return !decisions->out_of_memory;
}
