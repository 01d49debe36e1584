/* Lines of a form: a label, and a name or a result after it. */
#include "members/member.h"
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    FORM_LABEL_BYTES = 40,
    PROPOSAL_WORDS = 3, /* of a proposal in a cell: fewer are the name of a column */
    SUBJECT_WORDS = 2   /* of what was decided before an outcome: fewer are a label */
};

/* Reads the names at the beginning of a value. Returns their number; 0 unless a mark, the end or a
 * word for the seconder follows them. *ret_rest is the text after them. */
static size_t names_of_value(struct text_span value, struct text_span names[NAMES_MAX],
                             struct text_span *ret_rest)
{
    struct sentence sentence;
    sentence_read(value, 0, &sentence);
    const size_t count =
        pattern_at(PATTERN_TASK_VERB, &sentence, 0) ? 0 : sentence_names_after(&sentence, 0, names);
    if (!count || !member_is_name(names[0], true))
        return 0;
    const struct text_span last = names[count - 1];
    const size_t end = (size_t)(last.text + last.length - value.text);
    *ret_rest = text_span_part(value, end, value.length);
    for (size_t at = 0; at < sentence.count; at++)
        if (sentence.list[at].start >= end)
            return strchr(",;/(.-", sentence.list[at].before) ||
                           pattern_at(PATTERN_SECONDS, &sentence, at)
                       ? count
                       : 0;
    return count;
}

/* Reads a mover or a seconder. Returns false if the label is not one of theirs, or no name follows.
 */
static bool read_name_value(struct decision_reader *reader, size_t block, struct text_span label,
                            struct text_span value)
{
    struct text_span names[NAMES_MAX], rest;
    const bool seconder = span_is(WORDS_SECONDER, label);
    const bool mover = span_is(WORDS_MOVER, label);
    const size_t count = seconder || mover || pattern_is(PATTERN_MOVED_LABEL, label)
                             ? names_of_value(value, names, &rest)
                             : 0;
    if (!count || (seconder && !decision_reader_in_reach(reader)))
        return false;
    if (seconder)
        reader->state.seconded = true;
    else if (!decision_reader_open_for_mover(reader, block))
        return true;
    for (size_t i = 0; i < count; i++)
        decision_reader_add_part(reader, block, seconder ? PART_SECONDER : PART_MOVER, names[i],
                                 NULL, 0);
    decision_read_sentences(reader, block, text_span_strip(rest, " .,;/-"));
    return true;
}

bool decision_read_names(struct decision_reader *reader, size_t block)
{
    const struct text_span text = reader->blocks[block].text;
    const size_t colon = text_span_find(text, 0, ":");
    if (colon > FORM_LABEL_BYTES || colon >= text.length)
        return false;
    return read_name_value(reader, block, text_span_strip(text_span_part(text, 0, colon), "*_"),
                           text_span_strip(text_span_part(text, colon + 1, text.length), "*_"));
}

/* Reads a cell with a proposal: it is the text of the decision, whose mover may be above it. */
static bool read_proposal_cell(struct decision_reader *reader, size_t block, struct text_span value)
{
    struct sentence sentence;
    sentence_read_all(value, &sentence);
    if (sentence.count < PROPOSAL_WORDS)
        return false;
    if (!decision_reader_take_text(reader, block, value))
        decision_read_proposal(reader, block, reader->blocks[block].text, value,
                               (struct text_span){NULL, 0});
    return true;
}

bool decision_read_row(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    const struct text_span row = text_span_trim(at->text);
    const size_t tab = text_span_find(row, 0, "\t");
    if (at->form != BLOCK_ROW || at->narrative || tab > FORM_LABEL_BYTES || tab == row.length ||
        text_span_find(row, tab + 1, "\t") < row.length)
        return false;
    const struct text_span label = text_span_strip(text_span_part(row, 0, tab), ":*_");
    const struct text_span value = text_span_trim(text_span_part(row, tab + 1, row.length));
    if (read_name_value(reader, block, label, value))
        return true;
    if (span_is(WORDS_PROPOSAL, label))
        return read_proposal_cell(reader, block, value);
    if (!decision_reader_in_reach(reader) ||
        (!span_is(WORDS_CONCLUSION, label) && !span_is(WORDS_VOTE, label) && !ballot_label(label)))
        return false;
    if (ballot_label(label))
        decision_read_sentences(reader, block, row);
    else
        decision_read_vote(reader, block, value);
    return true;
}

/* Divides a text at its first colon, or else at its first dash between blanks. Returns false if it
 * has neither. */
static bool divide_at_mark(struct text_span text, struct text_span *ret_before,
                           struct text_span *ret_after)
{
    static const char *const marks[] = {": ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const size_t at = text_span_find(text, 0, marks[i]);
        if (!at || at >= text.length)
            continue;
        *ret_before = text_span_strip(text_span_part(text, 0, at), "*_ ");
        *ret_after = text_span_trim(text_span_part(text, at + strlen(marks[i]), text.length));
        return true;
    }
    return false;
}

/* Returns true if a text is long enough to say what was decided. */
static bool is_subject(struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    return sentence.count >= SUBJECT_WORDS;
}

bool decision_read_subject(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct text_span subject, outcome, number;
    struct sentence sentence;
    struct sentence_marks marks;
    const enum block_label label = block_label_read(at->text, NULL, &number);
    const bool numbered = label == LABEL_DECISION && number.length;
    const bool other = label != LABEL_NONE && !(label == LABEL_NOTE && number.length);
    if ((at->form != BLOCK_ENTRY || other) && !numbered)
        return false;
    if (at->speaker.length || at->narrative || !divide_at_mark(at->text, &subject, &outcome))
        return false;
    sentence_read(outcome, 0, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    const bool awaited =
        decision_reader_in_reach(reader) && !decision_reader_current(reader)->result;
    if (!marks.outcome || !marks.result || awaited || (!numbered && !is_subject(subject)) ||
        !decision_reader_open(reader, block, subject))
        return false;
    if (numbered) {
        decision_reader_current(reader)->number = number;
        decision_reader_current(reader)->kind = decision_label_kind(at->text);
    }
    decision_read_sentences(reader, block, outcome);
    return true;
}
