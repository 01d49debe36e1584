#include "members/member.h"
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    COMMON_PERCENT = 60,      /* of their words that two equal decisions share (V9) */
    LIKELY_SENTENCES_MAX = 20 /* sentences of a text that are read */
};

bool decision_begins_motion(struct text_span text)
{
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    return sentence.count > 2 && sentence.list[0].upper &&
           pattern_at(PATTERN_MOTION_TEXT, &sentence, 0);
}

/* Reports whether a block is the text of a motion whose mover is above it, perhaps with its
 * outcome.
 */
static bool is_motion_text(const struct decision_reader *reader, size_t block)
{
    const struct text_span text = reader->blocks[block].text;
    if (decision_begins_motion(text))
        return true;
    const size_t length = decision_length_without_outcome(text);
    return reader->passed <= 1 && reader->state.seconded && length < text.length &&
           !reader->out->list[reader->out->count - 1].result &&
           block_label_read(text, NULL, NULL) == LABEL_NONE;
}

void decision_take_motion(struct decision_reader *reader, size_t block)
{
    struct decision *decision = decision_reader_current(reader);
    const struct text_span text = text_span_trim(reader->blocks[block].text);
    const size_t length = decision_length_without_outcome(text);
    reader->state.names_only = reader->state.titled = false;
    decision->text = text_span_trim(text_span_part(text, 0, length));
    decision->text_block = block;
    decision->text_blocks = 1;
    decision_reader_add_part(reader, block, PART_TEXT, decision->text, NULL, 0);
    decision_read_sentences(reader, block, text_span_part(text, length, text.length));
}

/* Reports whether a text states the result of a motion that it names. It is then not the text of a
 * motion. */
static bool states_result(struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    sentence_read(text, 0, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    return marks.motion && marks.result_certain;
}

/* Reports whether a person says the words of a decision without a label: "N: Agreed that it leaks."
 */
static bool is_talk(const struct decision_block *at, enum block_label label, struct text_span rest)
{
    const struct text_span text = text_span_strip(at->text, "*_");
    return label == LABEL_DECISION && at->speaker.length && rest.text == text.text;
}

/* Reads a block that is votes by signs, a ballot, an election, a decision below its title, the
 * answer to an application, or a score. Returns false if it is not that. */
static bool read_form(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    if (decision_read_signs(reader, block) || decision_read_plus_one(reader, block))
        return true;
    return !at->taken && !at->narrative &&
           (decision_read_ballot(reader, block) || decision_read_election(reader, block) ||
            decision_read_text_of_title(reader, block) || decision_read_titled(reader, block) ||
            decision_read_response(reader, block) || decision_read_score(reader, block));
}

/* Takes a block as text of the open decision, or as that of the motion whose mover is above it.
 * Returns false if it is not that. */
static bool take_text(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    if (reader->state.open && reader->state.text_open && !at->taken &&
        block_label_read(at->text, NULL, NULL) == LABEL_NONE && !states_result(at->text) &&
        decision_extend_text(reader, block)) {
        reader->state.text_open = reader->section == SECTION_PROPOSAL;
        decision_continue_list(reader, block);
        return true;
    }
    const bool names = reader->state.names_only || (reader->state.open && reader->state.moved &&
                                                    !decision_reader_current(reader)->text.length);
    if (!names || !is_motion_text(reader, block) || !decision_reader_in_reach(reader))
        return false;
    decision_take_motion(reader, block);
    return true;
}

/* Reads a block that begins with the label of a vote, which is of the open decision, or begins one
 * without a text. */
static void read_labelled_vote(struct decision_reader *reader, size_t block, struct text_span rest)
{
    if (!decision_reader_in_reach(reader) ||
        (decision_reader_current(reader)->result && reader->state.option_count)) {
        if (!decision_reader_open(reader, block, (struct text_span){NULL, 0}))
            return;
        reader->state.labelled = true;
    }
    decision_read_vote(reader, block, rest);
}

/* Reads a block by its label, or else its sentences. */
static void read_labelled(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct text_span rest, number;
    const struct text_span text = text_span_without_point(at->text);
    enum block_label label = block_label_read(text, &rest, &number);
    if (at->narrative || is_talk(at, label, rest))
        label = LABEL_NONE;
    if (label == LABEL_DECISION)
        decision_read_statement(reader, block, text, rest, number);
    else if (label == LABEL_PROPOSAL && (rest.length || at->bold))
        decision_read_proposal(reader, block, text, rest, number);
    else if (label == LABEL_VOTE)
        read_labelled_vote(reader, block, rest);
    else
        decision_read_sentences(reader, block, text);
}

/* Reads a block that no section takes. */
static void read_block(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    if (read_form(reader, block) || take_text(reader, block))
        return;
    if (ballots_at(at->text)) {
        decision_read_sentences(reader, block, at->text);
        return;
    }
    if (decision_read_table(reader, block) || decision_read_row(reader, block) ||
        (!at->narrative && decision_read_names(reader, block)) ||
        (!at->taken && decision_read_subject(reader, block)))
        return;
    read_labelled(reader, block);
}

static void read_one(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    if (at->struck)
        return;
    if (at->form == BLOCK_RULE) {
        if (reader->section == SECTION_PROPOSAL) {
            reader->section = SECTION_NONE;
            if (reader->state.open)
                reader->state.text_open = false;
        } else if (reader->section != SECTION_NONE) {
            reader->section = SECTION_NONE;
            decision_reader_close(reader);
        }
        return;
    }
    reader->passed++;
    if (at->form == BLOCK_HEADING || (at->bold && decision_section_of(at->text) != SECTION_NONE) ||
        decision_is_list_label(at)) {
        decision_begin_section(reader, block);
        return;
    }
    if (reader->section == SECTION_CONCLUSION || reader->section == SECTION_DECISIONS)
        if ((!at->taken && decision_read_table(reader, block)) ||
            decision_read_section_block(reader, block))
            return;
    if (at->taken || decision_extend_list(reader, block))
        return;
    if (at->narrative || !decision_read_lead(reader, block))
        read_block(reader, block);
    decision_open_list(reader, block);
}

bool decisions_read(const struct decision_block *blocks, size_t count, struct decisions *decisions)
{
    struct decision_reader reader = {
        .blocks = blocks, .count = count, .out = decisions, .first = decisions->count};
    for (size_t block = 0; block < count && !decisions->out_of_memory; block++)
        read_one(&reader, block);
    decision_reader_close(&reader);
    decision_reader_drop_abandoned(&reader);
    return !decisions->out_of_memory;
}

bool decision_is_likely(struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    struct text_span rest;
    const enum block_label label = block_label_read(text, &rest, NULL);
    if (label == LABEL_DECISION || label == LABEL_PROPOSAL)
        return rest.length && !span_is(WORDS_NONE, rest);
    for (size_t from = 0, i = 0; from < text.length && i < LIKELY_SENTENCES_MAX; i++) {
        from = sentence_read(text, from, &sentence);
        sentence_marks_read(&sentence, false, &marks);
        if (marks.prose ||
            (marks.moved && !marks.moved_weak && !pattern_at(PATTERN_MOVED_BY, &sentence, 0)) ||
            marks.counts.count > 1 || (marks.result_certain && marks.motion))
            return true;
    }
    return false;
}

bool decision_is_outcome(struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    sentence_read(text, 0, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    return marks.result_alone || marks.result_certain || marks.outcome || marks.moved ||
           marks.seconded || block_label_read(text, NULL, NULL) != LABEL_NONE;
}

/* Reports whether a text is a full name and how its bearer was elected: "Ada Tidewater, 30 in
 * favour, 2 against", "Ada Tidewater, unopposed". */
static bool tells_election(struct text_span text)
{
    struct sentence name, rest;
    struct vote_counts counts = {0};
    const size_t comma = text_span_find(text, 0, ",");
    sentence_read_all(text_span_part(text, 0, comma), &name);
    if (comma >= text.length || name.count < 2 || !member_is_name(name.text, false))
        return false;
    sentence_read(text_span_trim(text_span_part(text, comma + 1, text.length)), 0, &rest);
    vote_counts_read(&rest, false, &counts);
    return counts.marked || pattern_at(PATTERN_ELECTED_TO, &rest, 0);
}

bool decision_is_election(struct text_span label, struct text_span text)
{
    struct sentence sentence;
    struct text_span name;
    if (!text.length)
        return false;
    if (tells_election(text))
        return true;
    const size_t length = (size_t)(text.text - label.text) + text.length;
    sentence_read((struct text_span){label.text, length}, 0, &sentence);
    return sentence.count && sentence_find_elected(&sentence, &name) &&
           name.text == sentence.text.text + (text.text - label.text);
}

bool decision_begins_with_movers(struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    sentence_read(text, 0, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    return marks.bracketed;
}

/* Returns the words of a text that occur in another. */
static size_t common_words(const struct sentence *words, const struct sentence *other)
{
    size_t common = 0;
    for (size_t i = 0; i < words->count; i++)
        for (size_t k = 0; k < other->count; k++)
            if (!strcmp(words->list[i].fold, other->list[k].fold)) {
                common++;
                break;
            }
    return common;
}

bool decision_is_repeated(struct text_span number, struct text_span text,
                          struct text_span other_number, struct text_span other_text)
{
    struct sentence words, other;
    if (number.length && other_number.length)
        return number.length == other_number.length &&
               !memcmp(number.text, other_number.text, number.length);
    sentence_read_all(text, &words);
    sentence_read_all(other_text, &other);
    const size_t most = words.count > other.count ? words.count : other.count;
    return most && common_words(&words, &other) * 100 >= most * COMMON_PERCENT;
}
