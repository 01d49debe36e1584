/* Decisions whose label has a title above the text: "RESOLUTION 12: BUDGET", and the text below. */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

struct title {
    struct text_span line, text, number; /* the line, the title in it, and its number */
    struct text_span body;               /* the text below it in the same block */
    enum block_label label;
};

/* Reports whether all words of a text are in capitals, or numbers. */
static bool is_in_capitals(struct text_span text)
{
    struct sentence words;
    size_t capitals = 0;
    sentence_read_all(text, &words);
    for (size_t i = 0; i < words.count; i++) {
        const struct sentence_word *word = &words.list[i];
        const bool single = word->upper && word->end - word->start == 1;
        if (!word->capitals && !word->number && !single)
            return false;
        capitals += word->capitals;
    }
    return capitals > 0;
}

/* Reports whether the first sentence of a text says only what became of a motion, or who moved it.
 */
static bool begins_with_outcome(struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    sentence_read(text, 0, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    return sentence.count &&
           (sentence_marks_are_outcome(&sentence, &marks) || sentence_is_names(&sentence));
}

/* Reports whether the text after a label is a title, and not a sentence or an outcome. */
static bool may_be_title(struct text_span text, bool headed)
{
    return text.length && (headed || is_in_capitals(text)) &&
           !strchr(".?!;,:", text.text[text.length - 1]) && !decision_begins_motion(text) &&
           !begins_with_outcome(text) && decision_length_without_outcome(text) == text.length;
}

/* Reads the title in the first line of a block. Returns false if it has none. */
static bool read_title(const struct decision_block *at, struct title *ret)
{
    if (at->form != BLOCK_PARAGRAPH || at->speaker.length || !at->line)
        return false;
    ret->line = text_span_strip(text_span_part(at->text, 0, at->line), "*_");
    ret->body = text_span_trim(text_span_part(at->text, at->line, at->text.length));
    ret->label = block_label_read(ret->line, &ret->text, &ret->number);
    return (ret->label == LABEL_DECISION || ret->label == LABEL_PROPOSAL) && ret->number.length &&
           may_be_title(ret->text, at->headed);
}

bool decision_is_titled(const struct decision_block *at)
{
    struct title title;
    return read_title(at, &title);
}

/* Begins a decision that has only its title so far. */
static void open_title(struct decision_reader *reader, size_t block, const struct title *title)
{
    if (!decision_reader_open(reader, block, title->text))
        return;
    struct decision *decision = decision_reader_current(reader);
    decision->number = title->number;
    reader->state.titled = true;
    reader->state.labelled = title->label == LABEL_PROPOSAL;
    reader->state.statement = !reader->state.labelled;
    if (reader->state.labelled) {
        decision->kind = "motion";
    } else if ((decision->kind = decision_label_kind(title->line))) {
        decision->result = "adopted";
        reader->state.assumed = true;
    }
    decision_read_sentences(reader, block, title->body);
}

/* Reports whether a title without a text in its block has one below: the paragraph goes on, or the
 * next one begins as a motion. The title may be the result of an open proposal with its words. */
static bool has_text_below(struct decision_reader *reader, size_t block, const struct title *title)
{
    const struct text_span none = {NULL, 0};
    const struct decision_block *next = &reader->blocks[block + 1];
    if (block + 1 >= reader->count ||
        (reader->state.open && reader->state.labelled &&
         decision_is_repeated(none, decision_reader_current(reader)->text, none, title->text)))
        return false;
    return next->joined || is_in_capitals(title->text) || decision_begins_motion(next->text);
}

bool decision_read_titled(struct decision_reader *reader, size_t block)
{
    struct title title;
    if (!read_title(&reader->blocks[block], &title) ||
        (!title.body.length && !has_text_below(reader, block, &title)))
        return false;
    reader->state.superseded |= title.label == LABEL_PROPOSAL;
    decision_reader_close(reader);
    if (!title.body.length || begins_with_outcome(title.body))
        open_title(reader, block, &title);
    else if (title.label == LABEL_PROPOSAL)
        decision_read_proposal(reader, block, title.line, title.body, title.number);
    else
        decision_read_statement(reader, block, title.line, title.body, title.number);
    if (reader->state.open && decision_reader_current(reader)->text_block == block)
        decision_reader_current(reader)->title = title.text;
    return true;
}

bool decision_read_text_of_title(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct text_span rest = {NULL, 0};
    if (!reader->state.open || !reader->state.titled || reader->passed > 1 || at->speaker.length ||
        at->form != BLOCK_PARAGRAPH || begins_with_outcome(at->text))
        return false;
    const struct text_span text = text_span_strip(at->text, "*_");
    if (block_label_read(at->text, &rest, NULL) != LABEL_NONE && rest.text != text.text)
        return false; /* "RESOLVED, that" has no label to be left out */
    if (!at->joined && !decision_begins_motion(text) && rest.text != text.text)
        return false;
    decision_take_motion(reader, block);
    return true;
}
