/* Decisions whose text is a list below its first words: "It was resolved that:", and "(a) ...". */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    LIST_BLOCKS_MAX = 60,
    MARK_LETTERS_MAX = 4, /* "viii" */
    MARK_DIGITS_MAX = 3
};

/* Returns the length of the sign of an entry at the beginning of a text, or 0. */
static size_t bullet_at(struct text_span text)
{
    static const char *const bullets[] = {"- ",
                                          "* ",
                                          "\xE2\x80\xA2",
                                          "\xC2\xB7",
                                          "\xE2\x80\x93 ",
                                          "\xE2\x80\x94 ",
                                          "\xE2\x96\xAA",
                                          "\xE2\x97\xA6",
                                          "\xEF\x82\xB7"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (text_span_begins(text, bullets[i]))
            return strlen(bullets[i]);
    return 0;
}

/* Reports whether a text begins with the mark of an entry: "(a)", "b)", "2.", "PRIMERO.-". */
static bool has_mark(struct text_span text)
{
    unsigned value;
    const size_t ordinal = text.length ? words_ordinal_at(text.text, text.length, &value) : 0;
    if (bullet_at(text) || (ordinal && ordinal < text.length && strchr(".:)", text.text[ordinal])))
        return true;
    const size_t first = text.length && *text.text == '(';
    size_t at = first, letters = 0, digits = 0;
    for (; at < text.length; at++) {
        const char small = (char)(text.text[at] | 0x20);
        if (small >= 'a' && small <= 'z')
            letters++;
        else if (text.text[at] >= '0' && text.text[at] <= '9')
            digits++;
        else
            break;
    }
    if (letters > MARK_LETTERS_MAX || digits > MARK_DIGITS_MAX || at == first ||
        (letters && digits) || at + 1 >= text.length || text.text[at + 1] != ' ')
        return false;
    return text.text[at] == ')' || (!first && digits && text.text[at] == '.');
}

/* Reports whether a text begins as an operative part of a decision, with a verb in capitals:
 * "AUTORISE le maire à signer". */
static bool is_operative(struct text_span text)
{
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    return sentence.count > 2 && sentence.list[0].capitals && !sentence.list[1].capitals &&
           pattern_at(PATTERN_OPERATIVE, &sentence, 0);
}

/* Reports whether a block has an outcome or a label of its own. */
static bool stands_alone(const struct decision_block *at)
{
    struct sentence sentence;
    struct sentence_marks marks;
    if (at->speaker.length || at->taken || at->narrative || ballots_at(at->text) ||
        block_label_read(at->text, NULL, NULL) != LABEL_NONE)
        return true;
    sentence_read(at->text, 0, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    return marks.counts.count || marks.moved || marks.seconded || marks.result_alone ||
           marks.outcome || marks.result_certain || marks.elects;
}

/* Reports whether a block is an entry of the list below the text of the open decision. */
static bool is_entry(const struct decision_reader *reader, size_t block)
{
    const struct decision_list *list = &reader->state.list;
    const struct decision_block *at = &reader->blocks[block];
    const struct text_span text = text_span_trim(at->text);
    if (block != list->next || list->count == LIST_BLOCKS_MAX || stands_alone(at))
        return false;
    if (list->operative && is_operative(text))
        return true;
    if (list->below && at->form == BLOCK_ENTRY)
        return at->depth > list->depth;
    return list->below && at->form == BLOCK_PARAGRAPH && has_mark(text);
}

/* Appends a block to the text of the open decision. */
static void take_entry(struct decision_reader *reader, size_t block)
{
    struct decision *decision = decision_reader_current(reader);
    decision->text_blocks = block - decision->text_block + 1;
    decision->is_list = true;
    decision_reader_add_part(reader, block, PART_TEXT, reader->blocks[block].text, NULL, 0);
}

bool decision_extend_list(struct decision_reader *reader, size_t block)
{
    struct decision_list *list = &reader->state.list;
    if (!reader->state.open || !list->open || !is_entry(reader, block)) {
        list->open = false;
        return false;
    }
    list->next = block + 1;
    list->count++;
    take_entry(reader, block);
    return true;
}

void decision_continue_list(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    if (at->form == BLOCK_ENTRY || has_mark(text_span_trim(at->text)))
        reader->state.list =
            (struct decision_list){.open = true,
                                   .below = true,
                                   .depth = at->form == BLOCK_ENTRY ? at->depth - 1 : 0,
                                   .next = block + 1};
}

void decision_take_nested(struct decision_reader *reader, size_t block)
{
    const struct decision *decision = decision_reader_current(reader);
    if (decision->text.length && block == decision->text_block + decision->text_blocks)
        take_entry(reader, block);
    else
        decision_reader_add_part(reader, block, PART_TEXT, reader->blocks[block].text, NULL, 0);
}

/* Takes the sentences after the first entry of a list within the block as text, too: "(a) Buy a
 * boat. (b) Sell the raft." */
static void take_entries_within(const struct decision_block *at, struct decision *decision)
{
    const char *text_end = decision->text.text + decision->text.length;
    if (decision->text.text < at->text.text || text_end > at->text.text + at->text.length)
        return;
    const struct text_span rest =
        text_span_part(at->text, (size_t)(decision->text.text - at->text.text), at->text.length);
    const size_t colon = text_span_find(decision->text, 0, ": ");
    if (colon == decision->text.length ||
        !has_mark(text_span_part(decision->text, colon + 2, decision->text.length)))
        return;
    const struct text_span after =
        text_span_strip(text_span_part(rest, decision->text.length, rest.length), ".;");
    if (has_mark(after))
        decision->text = text_span_trim(rest);
}

void decision_open_list(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    const struct text_span text = text_span_strip(at->text, "*_");
    struct decision_list *list = &reader->state.list;
    if (!reader->state.open || at->form == BLOCK_ROW)
        return;
    struct decision *decision = decision_reader_current(reader);
    if (!text.length || !decision->text.length || decision->text_block != block || list->next)
        return;
    const bool below = text.text[text.length - 1] == ':';
    const bool operative = is_operative(text);
    take_entries_within(at, decision);
    if (below || operative)
        *list = (struct decision_list){.open = true,
                                       .below = below,
                                       .operative = below || operative,
                                       .depth = at->form == BLOCK_ENTRY ? at->depth : 0,
                                       .next = block + 1};
}

/* Reports whether a sentence ends with the verb that decides, in capitals: "Sometido a votación, el
 * Pleno, con tres votos a favor, ACUERDA:". */
static bool ends_with_verb(const struct sentence *sentence)
{
    return sentence->count > 2 && sentence->list[sentence->count - 1].capitals &&
           pattern_at(PATTERN_OPERATIVE, sentence, sentence->count - 1);
}

/* Reports whether a block begins a list of operative parts: "Après en avoir délibéré, le conseil, à
 * l'unanimité :" above one that begins with a verb. */
static bool is_lead(const struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    const struct text_span text = text_span_strip(at->text, "*_");
    struct sentence sentence;
    if (!text.length || !strchr(":,", text.text[text.length - 1]) || block + 1 >= reader->count ||
        at->speaker.length || at->form == BLOCK_ROW)
        return false;
    const struct decision_block *next = &reader->blocks[block + 1];
    const struct text_span below = text_span_trim(next->text);
    sentence_read(text, 0, &sentence);
    const bool verb = ends_with_verb(&sentence);
    return (verb || pattern_is_in(PATTERN_DELIBERATED, &sentence)) && !next->speaker.length &&
           (is_operative(below) || (next->form == BLOCK_ENTRY && next->depth > at->depth) ||
            (verb && next->form == BLOCK_PARAGRAPH && has_mark(below)));
}

bool decision_read_lead(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct sentence sentence;
    struct sentence_marks marks;
    const struct text_span text = text_span_trim(at->text);
    if (!is_lead(reader, block) || !decision_reader_open(reader, block, text))
        return false;
    sentence_read(text, 0, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    struct decision *decision = decision_reader_current(reader);
    decision->result = "adopted";
    decision->unanimous = marks.unanimous;
    reader->state.statement = reader->state.assumed = true;
    sentence_marks_read_counts(&sentence, true, &marks);
    decision_reader_add_counts(reader, block, &marks.counts);
    if (marks.counts.count)
        decision_read_voters(reader, block, &sentence);
    reader->state.list = (struct decision_list){.open = true,
                                                .below = true,
                                                .operative = true,
                                                .depth = at->form == BLOCK_ENTRY ? at->depth : 0,
                                                .next = block + 1};
    return true;
}
