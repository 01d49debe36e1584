/* Voters in brackets beside the counts of a vote, "4 for, 1 against (A. Example)", and behind
 * signs:
 * "+1: A, B; -1: C". */
#include "members/member.h"
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    OPTION_WORDS_MAX = 3, /* of an option before or after its voters: "voted against it" */
    SCORE_NUMBERS_MAX = 3 /* yes, no, abstentions */
};

/* Returns the option that the last words of a text name, or NULL. *ret_before is the text before
 * them. */
static const char *option_at_end(struct text_span text, struct text_span *ret_before)
{
    struct sentence words;
    const char *option = NULL;
    for (size_t from = text.length; from && !option;) {
        while (from && text.text[from - 1] == ' ')
            from--;
        while (from && text.text[from - 1] != ' ')
            from--;
        const struct text_span last = text_span_part(text, from, text.length);
        sentence_read_all(last, &words);
        if (words.count > OPTION_WORDS_MAX)
            return NULL;
        option = ballot_label(last);
        *ret_before = text_span_trim(text_span_part(text, 0, from));
    }
    return option;
}

/* Reports whether each entry of a list is a name. */
static bool are_names(struct text_span voters)
{
    struct member_list list;
    struct text_span name;
    size_t count = 0;
    for (member_list_begin(&list, voters); member_list_next(&list, &name); count++)
        if (!member_is_name(name, false) || span_is(WORDS_NONE, name))
            return false;
    return count > 0;
}

/* Reports whether the open decision has the ballot of a voter who is named at a place. */
static bool has_ballot(struct decision_reader *reader, const char *place)
{
    const struct decision *decision = decision_reader_current(reader);
    for (size_t i = 0; i < decision->part_count; i++) {
        const struct decision_part *part = &reader->out->parts[decision->first_part + i];
        if (part->role == PART_BALLOT && part->span.text == place)
            return true;
    }
    return false;
}

/* Adds the ballots of voters. They may be parties, as their number is stated. */
static void add_ballots(struct decision_reader *reader, size_t block, struct text_span voters,
                        const char *option)
{
    struct member_list list;
    struct text_span name;
    if (!are_names(voters))
        return;
    for (member_list_begin(&list, voters); member_list_next(&list, &name);) {
        if (has_ballot(reader, name.text))
            continue;
        decision_reader_add_part(reader, block, PART_BALLOT, name, option, 1);
        reader->state.ballots++;
    }
}

/* Returns the offset of the number after a comma or a semicolon, or the length of the text. */
static size_t next_number(struct text_span text, size_t from)
{
    for (size_t at = from; at < text.length; at++) {
        if (!strchr(",;", text.text[at]))
            continue;
        size_t digit = at + 1;
        while (digit < text.length && text.text[digit] == ' ')
            digit++;
        if (digit < text.length && text.text[digit] >= '0' && text.text[digit] <= '9')
            return at;
    }
    return text.length;
}

/* Reads the options of a bracket, each with its number and perhaps its voters: "6 for, 2 against: A
 * and B, 1 abstention: C". Returns false if it does not begin with a number. */
static bool read_counted_voters(struct decision_reader *reader, size_t block,
                                struct text_span inside)
{
    int number;
    if (!text_span_digits(inside, 0, &number))
        return false;
    for (size_t at = 0; at < inside.length;) {
        const size_t end = next_number(inside, at);
        const struct text_span part = text_span_strip(text_span_part(inside, at, end), " ,;");
        const size_t colon = text_span_find(part, 0, ":");
        const size_t digits = text_span_digits(part, 0, &number);
        const char *option = colon < part.length
                                 ? ballot_label(text_span_trim(text_span_part(part, digits, colon)))
                                 : NULL;
        if (option)
            add_ballots(reader, block, text_span_trim(text_span_part(part, colon + 1, part.length)),
                        option);
        at = end + 1;
    }
    return true;
}

/* Reads what is in brackets after a text: "(A. Example)", "(against: A. Example)", "(A. Example
 * opposed)". */
static void read_brackets(struct decision_reader *reader, size_t block, struct text_span before,
                          struct text_span inside)
{
    struct text_span names;
    const size_t colon = text_span_find(inside, 0, ":");
    const char *option = NULL;
    if (colon < inside.length && read_counted_voters(reader, block, inside))
        return;
    if (colon < inside.length) {
        option = ballot_label(text_span_trim(text_span_part(inside, 0, colon)));
        names = text_span_trim(text_span_part(inside, colon + 1, inside.length));
    } else if ((option = option_at_end(text_span_trim(before), &names))) {
        names = inside;
    } else
        option = option_at_end(inside, &names);
    if (option)
        add_ballots(reader, block, names, option);
}

void decision_read_voters(struct decision_reader *reader, size_t block,
                          const struct sentence *sentence)
{
    const struct text_span text = sentence->text;
    if (!reader->state.open || !sentence->count)
        return;
    const size_t last = sentence->list[sentence->count - 1].end;
    for (size_t open = sentence->list[0].start; open < last;) {
        open = text_span_find(text, open, "(");
        const size_t close = text_span_find(text, open, ")");
        if (open >= last || close >= text.length)
            return;
        read_brackets(reader, block, text_span_part(text, sentence->list[0].start, open),
                      text_span_trim(text_span_part(text, open + 1, close)));
        open = close;
    }
}

/* Returns the number of words at the beginning of a sentence that are a score, "4 : 2", or 0. */
static size_t score_at(const struct sentence *sentence)
{
    size_t numbers = 0;
    while (numbers < sentence->count && sentence->list[numbers].number &&
           (!numbers || strchr("-:/", sentence->list[numbers].before)))
        numbers++;
    return numbers > 1 && numbers <= SCORE_NUMBERS_MAX ? numbers : 0;
}

bool decision_read_score(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    const struct text_span text = text_span_strip(at->text, "*_ ");
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    const size_t numbers = score_at(&sentence);
    if (!numbers || !reader->state.open || reader->passed > 1 || reader->state.option_count ||
        at->speaker.length ||
        !(reader->state.labelled || reader->state.statement || reader->state.moved) ||
        (numbers < sentence.count && sentence.list[numbers].before != '('))
        return false;
    decision_read_vote(reader, block, text);
    return true;
}

/* Adds the ballots of the signs from an offset on. Returns the offset after them. */
static size_t add_voters_of_signs(struct decision_reader *reader, size_t block,
                                  struct text_span text, size_t from)
{
    struct vote_sign sign;
    struct member_list list;
    struct text_span name;
    while (vote_sign_find(text, from, &sign)) {
        member_list_begin(&list,
                          text_span_strip(text_span_part(text, sign.voters, sign.end), ";,|. "));
        while (member_list_next(&list, &name)) {
            decision_reader_add_part(reader, block, PART_BALLOT, name, sign.option, 0);
            reader->state.ballots++;
        }
        from = sign.end;
    }
    reader->state.named = decision_reader_current(reader)->voted = true;
    while (from < text.length && strchr(") .\n", text.text[from]))
        from++;
    return from;
}

static struct text_span last_sentence(struct text_span text)
{
    struct sentence sentence;
    size_t start = 0;
    for (size_t at = 0; at < text.length; at = sentence_read(text, at, &sentence))
        start = at;
    return text_span_trim(text_span_part(text, start, text.length));
}

/* Makes the text before the signs the open decision, unless it is only the label of a vote on it.
 * After other votes, they are on something else if they have a label, or are votes for it that are
 * not beside the others. Returns false if out of memory. */
static bool open_voted(struct decision_reader *reader, size_t block, struct text_span text,
                       const char *option)
{
    struct text_span rest, number;
    const enum block_label label = block_label_read(text, &rest, &number);
    if (!vote_sign_is_label(text)) {
        if (label == LABEL_DECISION)
            decision_read_statement(reader, block, text, rest, number);
        else if (label == LABEL_PROPOSAL)
            decision_read_proposal(reader, block, text, rest, number);
        else
            return decision_reader_open(reader, block, last_sentence(text));
    } else if (decision_reader_in_reach(reader) &&
               (!reader->state.ballots ||
                (!text.length && (reader->passed <= 1 || strcmp(option, "yes") != 0)))) {
        return true;
    }
    return (reader->state.open && !vote_sign_is_label(text)) ||
           decision_reader_open(reader, block, (struct text_span){NULL, 0});
}

bool decision_read_signs(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct vote_sign first;
    if (at->speaker.length || at->narrative || at->taken || !vote_signs_begin(at->text, &first))
        return false;
    const struct text_span before = text_span_strip(text_span_part(at->text, 0, first.start), " (");
    if (!open_voted(reader, block, before, first.option))
        return true;
    reader->state.labelled = true;
    const size_t end = add_voters_of_signs(reader, block, at->text, first.start);
    decision_read_sentences(reader, block, text_span_part(at->text, end, at->text.length));
    return true;
}
