/* What a body says of an application of somebody else: "No objection", below "Application 26/0101:
 * new roof". */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    APPLICATION_WORDS = 4 /* at the beginning of a text, among which it is named */
};

/* Reports whether all of a text is such a response, perhaps after the label of a decision and
 * before a reason: "No objection, provided that the tree stays". */
static bool is_response(struct text_span text)
{
    struct sentence sentence;
    struct text_span rest;
    if (block_label_read(text, &rest, NULL) == LABEL_DECISION && rest.length)
        text = rest;
    text = text_span_strip(text, "*_ ");
    if (sentence_read(text, 0, &sentence) < text.length)
        return false;
    const size_t words = pattern_at(PATTERN_RESPONSE, &sentence, 0);
    return words && (words == sentence.count || strchr(",;:-", sentence.list[words].before));
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Reports whether a text has a reference, such as "26/0101" or "24/01234/FUL". */
static bool has_reference(struct text_span text)
{
    for (size_t at = 1; at + 1 < text.length; at++)
        if (text.text[at] == '/' && is_digit(text.text[at - 1]) && is_digit(text.text[at + 1]))
            return true;
    return false;
}

/* Reports whether a text names an application or has its reference. */
static bool is_application(struct text_span text)
{
    struct sentence sentence;
    size_t at;
    sentence_read(text, 0, &sentence);
    return has_reference(text) ||
           (pattern_find(PATTERN_APPLICATION, &sentence, 0, &at) && at < APPLICATION_WORDS);
}

/* Returns the offset of the last sentence of a text. */
static size_t last_sentence(struct text_span text)
{
    struct sentence sentence;
    size_t last = 0;
    for (size_t from = 0; from < text.length;) {
        last = from;
        from = sentence_read(text, from, &sentence);
    }
    return last;
}

/* Reports whether a block is a part of the open decision or of the one before it. */
static bool is_decided(const struct decision_reader *reader, size_t block)
{
    const struct decisions *out = reader->out;
    for (size_t i = out->count; i > reader->first && out->count - i < 2; i--) {
        const struct decision *decision = &out->list[i - 1];
        for (size_t k = 0; k < decision->part_count; k++)
            if (out->parts[decision->first_part + k].block == block)
                return true;
    }
    return false;
}

/* Reports whether the block above another is an application of which nothing is decided. */
static bool is_below_application(const struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block], *above = at - 1;
    return block && !above->speaker.length && !above->taken && !above->struck &&
           !above->narrative && (above->form == BLOCK_PARAGRAPH || above->form == BLOCK_ENTRY) &&
           is_application(above->text) && !is_decided(reader, block - 1);
}

/* Reports whether a text that is not a decision is between a block and the open decision, which has
 * a result: the block says nothing of it. */
static bool is_below_other_text(struct decision_reader *reader, size_t block)
{
    return reader->state.open && decision_reader_current(reader)->result && block &&
           reader->passed > 1 && !is_decided(reader, block - 1) &&
           block_label_read(reader->blocks[block].text, NULL, NULL) == LABEL_NONE;
}

/* Opens the decision of an application, whose text is `blocks` long. */
static void open_response(struct decision_reader *reader, size_t first, size_t blocks)
{
    const struct text_span text = text_span_trim(reader->blocks[first].text);
    if (!decision_reader_open(reader, first, text))
        return;
    struct decision *decision = decision_reader_current(reader);
    decision->text_blocks = blocks;
    decision->title = text_span_strip(
        text_span_part(text, 0, blocks > 1 ? text.length : last_sentence(text)), " .:");
    decision->inferred = true;
    reader->state.statement = true;
    if (blocks > 1)
        decision_reader_add_part(reader, first + 1, PART_TEXT, reader->blocks[first + 1].text, NULL,
                                 0);
    decision_reader_close(reader);
}

bool decision_read_response(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    const struct text_span text = text_span_trim(at->text);
    if (at->speaker.length || (at->form != BLOCK_PARAGRAPH && at->form != BLOCK_ENTRY))
        return false;
    if (is_response(text)) {
        if (is_below_application(reader, block))
            open_response(reader, block - 1, 2);
        else
            return is_below_other_text(reader, block);
        return true;
    }
    const size_t last = last_sentence(text);
    if (!last || !is_application(text) || !is_response(text_span_part(text, last, text.length)))
        return false;
    open_response(reader, block, 1);
    return true;
}
