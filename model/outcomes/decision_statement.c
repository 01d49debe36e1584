/* Blocks whose label says that they are a decision or a proposal (L2, L3). */
#include "members/member.h"
#include "outcomes/decision_reader.h"

/* Returns the kind of decision that a label names, or NULL. */
static const char *kind_of_label(struct text_span label)
{
    struct sentence sentence;
    size_t at;
    sentence_read_all(text_span_part(label, 0, label.length < 80 ? label.length : 80), &sentence);
    if (pattern_find(PATTERN_RESOLUTION, &sentence, 0, &at) && at < 6)
        return "resolution";
    if (pattern_find(PATTERN_CONSENSUS, &sentence, 0, &at) && at < 4)
        return "consensus";
    return NULL;
}

/* Returns the result that the first sentence of a statement names near its beginning, or NULL. */
static const char *stated_result(const struct sentence *sentence, struct text_span *ret_words)
{
    size_t at = 0;
    const char *result = sentence->count ? result_find(sentence, 0, &at, ret_words) : NULL;
    return result && at > 5 && sentence->count > 8 ? NULL : result;
}

/* Adds the movers and seconders of a sentence. */
static void add_names(struct decision_reader *reader, size_t block,
                      const struct sentence_marks *marks)
{
    for (size_t i = 0; i < marks->mover_count; i++)
        decision_reader_add_part(reader, block, PART_MOVER, marks->movers[i], NULL, 0);
    for (size_t i = 0; i < marks->seconder_count; i++)
        decision_reader_add_part(reader, block, PART_SECONDER, marks->seconders[i], NULL, 0);
}

/* Adds what the sentences of a statement say of the vote. */
static void read_vote_of_statement(struct decision_reader *reader, size_t block,
                                   struct text_span rest)
{
    struct sentence sentence;
    struct sentence_marks marks;
    for (size_t from = 0; from < rest.length;) {
        from = sentence_read(rest, from, &sentence);
        sentence_marks_read(&sentence, false, &marks);
        struct decision *decision = decision_reader_current(reader);
        decision->unanimous = decision->unanimous || marks.unanimous;
        decision_reader_add_counts(reader, block, &marks.counts);
        add_names(reader, block, &marks);
    }
}

/* Makes the statement a part of the open decision, which it states. It is its text if it is a
 * sentence without a result. */
static void state_open_decision(struct decision_reader *reader, size_t block, struct text_span rest,
                                bool is_text)
{
    struct decision *decision = decision_reader_current(reader);
    if (is_text) {
        decision->text = rest;
        decision->text_block = block;
        decision->text_blocks = 1;
    }
    decision_reader_add_part(reader, block, PART_TEXT, rest, NULL, 0);
}

void decision_read_statement(struct decision_reader *reader, size_t block, struct text_span rest,
                             struct text_span number)
{
    struct sentence sentence;
    struct text_span words = {NULL, 0};
    sentence_read(rest, 0, &sentence);
    const char *result = stated_result(&sentence, &words);
    const bool proposed = reader->state.open && !decision_reader_current(reader)->result &&
                          (reader->state.labelled || decision_reader_in_reach(reader));
    if (proposed)
        state_open_decision(reader, block, rest, rest.length && sentence.count >= 5 && !result);
    else if (!decision_reader_open(reader, block, rest))
        return;
    struct decision *decision = decision_reader_current(reader);
    decision->number = number;
    decision->kind = kind_of_label(reader->blocks[block].text);
    reader->state.statement = true;
    reader->state.labelled = false;
    reader->state.text_open = !rest.length && !proposed;
    if (result)
        decision_reader_set_result(reader, block, result, words);
    else if (decision->kind) {
        decision->result = "adopted";
        reader->state.assumed = true;
    }
    if (decision->kind && !strcmp(decision->kind, "consensus") && !decision->method)
        decision->method = "consensus";
    read_vote_of_statement(reader, block, rest);
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

void decision_read_proposal(struct decision_reader *reader, size_t block, struct text_span rest,
                            struct text_span number)
{
    struct text_span name;
    struct text_span text = take_mover_in_brackets(rest, &name);
    struct sentence sentence;
    struct sentence_marks marks = {0};
    sentence_read(reader->blocks[block].text, 0, &sentence);
    const bool moved = pattern_at(PATTERN_MOVED_LABEL, &sentence, 0) > 0;
    if (moved && member_is_name(text, true)) {
        name = text;
        text.length = 0;
    }
    reader->state.superseded = true;
    if (!decision_reader_open(reader, block, text))
        return;
    reader->state.labelled = true;
    reader->state.text_open = !text.length && !moved;
    decision_reader_current(reader)->number = number;
    if (pattern_at(PATTERN_MOTION_LABEL, &sentence, 0))
        decision_reader_current(reader)->kind = "motion";
    if (name.length)
        decision_reader_add_part(reader, block, PART_MOVER, name, NULL, 0);
    reader->state.moved = name.length > 0;
    for (size_t from = 0; from < text.length;) {
        from = sentence_read(text, from, &sentence);
        sentence_marks_read(&sentence, false, &marks);
        add_names(reader, block, &marks);
        reader->state.seconded = reader->state.seconded || marks.seconded;
        if (marks.result && marks.result_certain)
            decision_reader_set_result(reader, block, marks.result, marks.result_words);
        decision_reader_add_counts(reader, block, &marks.counts);
        if (marks.unanimous)
            decision_reader_current(reader)->unanimous = decision_reader_current(reader)->voted =
                true;
        if (marks.method)
            decision_reader_current(reader)->method = marks.method;
    }
}
