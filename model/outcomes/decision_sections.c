/* Sections of an item: "Conclusion", "Decisions", "Antrag". */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    SECTION_BLOCKS_MAX = 60 /* blocks of a section that one decision takes */
};

enum decision_section decision_section_of(struct text_span heading)
{
    struct text_span text = text_span_strip(heading, ":*_#");
    if (!span_is(WORDS_CONCLUSION, text) && !span_is(WORDS_DECISION, text)) {
        const bool proposal = text.length < 40 && span_is(WORDS_PROPOSAL, text);
        return proposal ? SECTION_PROPOSAL : SECTION_NONE;
    }
    return pattern_is(PATTERN_DECISIONS_HEADING, text) ? SECTION_DECISIONS : SECTION_CONCLUSION;
}

bool decision_is_list_label(const struct decision_block *at)
{
    return at->form == BLOCK_PARAGRAPH && !at->speaker.length && !at->narrative &&
           decision_section_of(at->text) == SECTION_DECISIONS;
}

/* Reports whether a heading is that of the vote on the open proposal: "Abstimmung über den Antrag".
 */
static bool is_vote_on_proposal(struct decision_reader *reader, size_t block)
{
    const struct text_span heading = text_span_strip(reader->blocks[block].text, ":*_#");
    return reader->state.open && reader->state.labelled &&
           !decision_reader_current(reader)->result &&
           (span_is(WORDS_VOTE, heading) || pattern_is(PATTERN_VOTE_ON, heading));
}

void decision_begin_section(struct decision_reader *reader, size_t block)
{
    if (is_vote_on_proposal(reader, block)) {
        reader->section = SECTION_NONE;
        reader->state.text_open = false;
        return;
    }
    decision_reader_close(reader);
    reader->section = decision_section_of(reader->blocks[block].text);
    reader->section_blocks = 0;
    if (reader->section != SECTION_CONCLUSION && reader->section != SECTION_PROPOSAL)
        return;
    if (!decision_reader_open(reader, block, (struct text_span){NULL, 0}))
        return;
    reader->state.text_open = true;
    reader->state.labelled = reader->section == SECTION_PROPOSAL;
    if (reader->section == SECTION_PROPOSAL)
        decision_reader_current(reader)->kind = "motion";
}

/* Reports whether a block is the first entry of the list below the text of the open decision, which
 * ends with a colon. */
static bool begins_list(struct decision_reader *reader, size_t block)
{
    const struct decision *decision = decision_reader_current(reader);
    const struct text_span above =
        block ? text_span_strip(reader->blocks[block - 1].text, "*_") : (struct text_span){NULL, 0};
    return decision->text_blocks == 1 && block == decision->text_block + 1 && above.length &&
           above.text[above.length - 1] == ':' && reader->section_form == BLOCK_PARAGRAPH &&
           reader->blocks[block].form == BLOCK_ENTRY;
}

bool decision_extend_text(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct decision *decision = decision_reader_current(reader);
    if (begins_list(reader, block)) {
        reader->section_form = BLOCK_ENTRY;
        decision->is_list = true;
    }
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
    decision_reader_add_part(reader, block, PART_TEXT, at->text, NULL, 0);
    return true;
}

/* Returns the cell of a row that states a decision: the first one that is not a number or date. */
static struct text_span statement_cell(struct text_span row)
{
    for (size_t at = 0, end; at < row.length; at = end + 1) {
        end = text_span_find(row, at, "\t");
        const struct text_span cell = text_span_trim(text_span_part(row, at, end));
        size_t letters = 0;
        for (size_t i = 0; i < cell.length; i++)
            letters += (cell.text[i] | 0x20) >= 'a' && (cell.text[i] | 0x20) <= 'z';
        if (2 * letters > cell.length && letters > 3)
            return cell;
    }
    return (struct text_span){NULL, 0};
}

/* Ends the section. Returns false, as the block does not belong to it. */
static bool end_section(struct decision_reader *reader)
{
    reader->section = SECTION_NONE;
    decision_reader_close(reader);
    return false;
}

/* Reads a block of the section "Decisions": each entry is a decision. */
static bool read_block_of_decisions(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    if (!reader->section_blocks)
        reader->section_form = at->form;
    if (at->form != reader->section_form || at->speaker.length || at->taken)
        return end_section(reader);
    if (!reader->section_blocks++ && at->form == BLOCK_ROW)
        return true; /* the names of the columns */
    if (at->depth > 1 && reader->state.open) {
        decision_take_nested(reader, block);
        return true;
    }
    if (decision_says_nothing(at->text))
        return true;
    decision_reader_close(reader);
    const struct text_span text =
        at->form == BLOCK_ROW ? statement_cell(at->text) : text_span_trim(at->text);
    if (text.length)
        decision_read_statement(reader, block, at->text, text, (struct text_span){NULL, 0});
    return true;
}

/* Takes what the first sentence of a conclusion says of its result and its votes. */
static void take_outcome_of_conclusion(struct decision_reader *reader, size_t block)
{
    struct sentence sentence;
    struct sentence_marks marks;
    struct text_span words;
    size_t place;
    sentence_read(reader->blocks[block].text, 0, &sentence);
    const char *result = sentence.count ? result_find(&sentence, 0, &place, &words) : NULL;
    if (result && !decision_reader_current(reader)->result)
        decision_reader_set_result(reader, block, result, words);
    sentence_marks_read(&sentence, false, &marks);
    decision_reader_current(reader)->unanimous |= marks.unanimous;
    decision_reader_add_counts(reader, block, &marks.counts);
    if (marks.prose && !decision_reader_current(reader)->result)
        decision_reader_current(reader)->result = "adopted";
}

bool decision_read_section_block(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    if (decision_is_titled(at))
        return end_section(reader);
    if (at->form == BLOCK_ROW && !reader->section_blocks) {
        decision_reader_close(reader);
        reader->section = SECTION_DECISIONS;
    }
    if (reader->section == SECTION_DECISIONS)
        return read_block_of_decisions(reader, block);
    if (!reader->section_blocks && span_is(WORDS_NONE, at->text)) {
        end_section(reader);
        return true;
    }
    if (!reader->state.open || !reader->state.text_open || !decision_extend_text(reader, block))
        return end_section(reader);
    reader->state.statement = true;
    take_outcome_of_conclusion(reader, block);
    return true;
}
