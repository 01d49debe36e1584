/* Ballots: "AYES: A. Example", and "+1" of a speaker; and results that only the votes give (V4). */
#include "members/member.h"
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    ELECTION_LABEL_BYTES = 40,
    PARTY_DIGITS_MAX = 3,  /* of the votes of a party */
    OUTCOME_BYTES_MAX = 60 /* of what became of the motion, behind the voters */
};

/* Returns the offset, up to `end`, at which the voters end because the last words say what became
 * of the motion: "A. Example Motion carried." */
static size_t before_outcome(struct text_span text, size_t from, size_t end)
{
    const size_t first = end > from + OUTCOME_BYTES_MAX ? end - OUTCOME_BYTES_MAX : from;
    for (size_t i = first; i + 1 < end; i++)
        if (text.text[i] == ' ' && text.text[i + 1] >= 'A' && text.text[i + 1] <= 'Z' && i > from &&
            text.text[i - 1] != ',' && decision_is_outcome(text_span_part(text, i + 1, end)))
            return i;
    return end;
}

/* Returns the end of the voters after a label, before what ends them: the end of the sentence or of
 * the brackets, the next label, or the outcome. A label with a dash ends them only after one with a
 * dash. */
static size_t voters_end(struct text_span text, const struct ballots_label *label)
{
    struct ballots_label next;
    struct sentence sentence;
    const size_t from = label->end;
    const size_t close = text_span_find(text, from, ")");
    if (label->bracket && close < text.length)
        return close;
    const size_t end = sentence_read(text, from, &sentence);
    for (size_t i = from; i < end; i++)
        if (strchr(".;,|\n", text.text[i]) &&
            ballots_label_read(text_span_trim(text_span_part(text, i + 1, text.length)), &next) &&
            (label->dash || !next.dash) && !next.bracket)
            return i;
    return before_outcome(text, from, end);
}

/* Reports whether a voter is named by a flat: "1.º A". */
static bool is_unit(struct text_span voter)
{
    static const char *const marks[] = {".\xC2\xBA", "\xC2\xBA", ".\xC2\xAA", "\xC2\xAA",
                                        "\xC2\xB0"};
    int value;
    const size_t digits = text_span_digits(voter, 0, &value);
    for (size_t i = 0; digits && i < sizeof marks / sizeof *marks; i++)
        if (text_span_begins(text_span_part(voter, digits, voter.length), marks[i]))
            return true;
    return false;
}

/* Returns the votes of a party, "SPD 5", "Harbour List (3)", or 0 if the text has none. */
static int votes_of_party(struct text_span voter)
{
    int value;
    voter = text_span_strip(voter, " ().:");
    size_t at = voter.length;
    while (at && voter.text[at - 1] >= '0' && voter.text[at - 1] <= '9')
        at--;
    const struct text_span name = text_span_strip(text_span_part(voter, 0, at), " (:-");
    return at < voter.length && at && strchr(" (:", voter.text[at - 1]) && name.length &&
                   !(*name.text >= '0' && *name.text <= '9') && !ballot_label(name) &&
                   text_span_digits(voter, at, &value) <= PARTY_DIGITS_MAX
               ? value
               : 0;
}

/* Adds the voters of an option. If their number is stated, the names may be those of parties.
 * Returns true if there are any, or if out of memory. */
static bool read_voters(struct decision_reader *reader, size_t block, struct text_span voters,
                        const char *option, bool counted)
{
    struct member_list list;
    struct text_span name;
    struct vote_counts units = {.count = 1, .list = {{option, 0}}};
    bool found = false;
    member_list_begin(&list, voters);
    while (member_list_next(&list, &name)) {
        const int party = votes_of_party(name);
        const bool unit = party || is_unit(name);
        if (!unit && (!member_is_name(name, *name.text == '@') || span_is(WORDS_NONE, name) ||
                      ballot_label(name)))
            continue;
        if (!found && !decision_reader_in_reach(reader) &&
            !decision_reader_open(reader, block, (struct text_span){NULL, 0}))
            return true;
        found = true;
        units.list[0].value += party ? party : unit;
        if (unit)
            continue;
        decision_reader_add_part(reader, block, PART_BALLOT, name, option, counted);
        reader->state.named = true;
        reader->state.ballots++;
        decision_reader_current(reader)->voted = true;
    }
    if (units.list[0].value)
        decision_reader_add_counts(reader, block, &units);
    return found;
}

/* Adds the ballot of a voter. If no decision is in reach, begins one. Returns false if out of
 * memory.
 */
static bool add_ballot(struct decision_reader *reader, size_t block, struct text_span name,
                       const char *option)
{
    if (!decision_reader_in_reach(reader) &&
        !decision_reader_open(reader, block, (struct text_span){NULL, 0}))
        return false;
    decision_reader_add_part(reader, block, PART_BALLOT, name, option, 0);
    reader->state.named = decision_reader_current(reader)->voted = true;
    reader->state.ballots++;
    return true;
}

/* Reads "Vote: A. Example - aye, B. Example - nay". Returns its length, or 0. */
static size_t read_roll_call(struct decision_reader *reader, size_t block, struct text_span text)
{
    struct member_list list;
    struct text_span entry, name = {NULL, 0};
    size_t first;
    const size_t end = roll_call_at(text, &first);
    if (!end)
        return 0;
    member_list_begin(&list, text_span_trim(text_span_part(text, first, end)));
    while (member_list_next(&list, &entry)) {
        const char *option = ballot_of_voter(entry, &name);
        if (option && !add_ballot(reader, block, name, option))
            return end;
    }
    return end;
}

/* Reports whether each entry of a list is a name. */
static bool are_names(struct text_span voters)
{
    struct member_list list;
    struct text_span name;
    size_t count = 0;
    for (member_list_begin(&list, voters); member_list_next(&list, &name); count++)
        if (!member_is_name(name, *name.text == '@'))
            return false;
    return count > 0;
}

/* Takes a number before the voters off them: "Ayes: 2 (A, B)". */
static void take_count(struct ballots_label *label, struct text_span *voters)
{
    int value;
    *voters = text_span_trim(*voters);
    const size_t digits = text_span_digits(*voters, 0, &value);
    const struct text_span rest = text_span_trim(text_span_part(*voters, digits, voters->length));
    if (!digits || rest.length < 2 || *rest.text != '(')
        return;
    label->count = value;
    *voters = text_span_strip(rest, "(). ");
}

/* Reads the voters after the label of ballots. Nobody, and those who were absent, are a part of the
 * vote, too. Returns false if the text has something else. */
static bool read_voters_of_label(struct decision_reader *reader, size_t block,
                                 struct ballots_label *label, struct text_span voters)
{
    const bool nobody = label->absent || span_is(WORDS_NONE, text_span_strip(voters, " -"));
    if (nobody) {
        if (!reader->state.ballots || !decision_reader_in_reach(reader))
            return false;
        decision_reader_add_part(reader, block, PART_VOTE, voters, NULL, 0);
        return true;
    }
    take_count(label, &voters);
    const bool counted = label->count >= 0;
    if ((label->dash && !are_names(voters)) ||
        !read_voters(reader, block, voters, label->option, counted))
        return false;
    if (counted)
        decision_reader_add_counts(
            reader, block,
            &(struct vote_counts){.count = 1, .list = {{label->option, label->count}}});
    return true;
}

size_t decision_read_ballots(struct decision_reader *reader, size_t block, struct text_span text)
{
    struct ballots_label label;
    if (!ballots_label_read(text, &label) || (label.dash && !reader->state.open))
        return read_roll_call(reader, block, text);
    size_t end = voters_end(text, &label);
    if (!read_voters_of_label(reader, block, &label, text_span_part(text, label.end, end)))
        return 0;
    while (end < text.length && strchr(" .;,|)\n", text.text[end]))
        end++;
    return end;
}

/* Returns the option of a block that is the ballot of one voter: "A. Example: aye", "- A. Example
 * +1", or NULL. */
static const char *ballot_of_block(const struct decision_block *block, struct text_span *ret_voter)
{
    const struct text_span text = text_span_strip(block->text, " .*_");
    if (!block->speaker.length)
        return ballot_of_voter(text, ret_voter);
    *ret_voter = block->speaker;
    return ballot_label(text);
}

/* Reports whether ballots may follow the open decision. In talk, "yes" and "no" are answers. */
static bool is_voted_on(const struct decision_reader *reader)
{
    const struct open_decision *state = &reader->state;
    const struct decision *decision = &reader->out->list[reader->out->count - 1];
    return state->ballots || decision->method || decision->voted ||
           ((state->labelled || state->moved) && !decision->result && reader->passed <= 1);
}

bool decision_read_ballot(struct decision_reader *reader, size_t block)
{
    struct text_span voter, other;
    const char *option = ballot_of_block(&reader->blocks[block], &voter);
    const struct decision_block *blocks = reader->blocks;
    if (!option)
        return false;
    const bool beside = (block && ballot_of_block(&blocks[block - 1], &other)) ||
                        (block + 1 < reader->count && ballot_of_block(&blocks[block + 1], &other));
    return beside && decision_reader_in_reach(reader) && is_voted_on(reader) &&
           add_ballot(reader, block, voter, option);
}

/* Reads a list of candidates. Returns the number of them; 0 if one entry is not a candidate, or has
 * no votes although they must have some. */
static size_t read_candidates(struct decision_reader *reader, size_t block, struct text_span text,
                              bool elected, bool add)
{
    struct member_list list;
    struct text_span entry, name;
    size_t count = 0;
    member_list_begin(&list, text);
    for (; member_list_next(&list, &entry); count++) {
        const int votes = votes_of_candidate(entry, &name);
        if (votes < 0 && !(elected && member_is_name(entry, false)))
            return 0;
        if (add && votes >= 0) {
            decision_reader_add_part(reader, block, PART_COUNT, name, NULL, votes);
            reader->state.named = decision_reader_current(reader)->voted = true;
        }
        if (add && elected)
            decision_reader_add_part(reader, block, PART_ELECTED, votes < 0 ? entry : name, NULL,
                                     0);
    }
    return count;
}

bool decision_read_election(struct decision_reader *reader, size_t block)
{
    const struct text_span text = reader->blocks[block].text;
    const size_t colon = text_span_find(text, 0, ":");
    if (colon > ELECTION_LABEL_BYTES || colon >= text.length)
        return false;
    const struct text_span label = text_span_strip(text_span_part(text, 0, colon), " *_");
    const struct text_span rest =
        text_span_strip(text_span_part(text, colon + 1, text.length), " *_.");
    const bool elected = pattern_is(PATTERN_ELECTED_LABEL, label);
    if ((!elected && !pattern_is(PATTERN_ELECTION_LABEL, label)) ||
        read_candidates(reader, block, rest, elected, false) < (elected ? 1 : 2) ||
        !decision_reader_open(reader, block, text_span_trim(text)))
        return false;
    read_candidates(reader, block, rest, elected, true);
    decision_reader_current(reader)->kind = "election";
    reader->state.named = true;
    decision_reader_current(reader)->result = elected ? "adopted" : NULL;
    return true;
}

bool decision_read_plus_one(struct decision_reader *reader, size_t block)
{
    const struct decision_block *at = &reader->blocks[block];
    struct text_span rest;
    const char *option = ballot_at(at->text, &rest);
    if (!option)
        return false;
    if (!reader->state.open || !reader->state.labelled || decision_reader_current(reader)->result)
        return true;
    if (at->speaker.length) {
        decision_reader_add_part(reader, block, PART_BALLOT, at->speaker, option, 0);
        reader->state.ballots++;
        return true;
    }
    const bool from = text_span_begins(rest, "from ");
    struct member_list list;
    struct text_span name;
    member_list_begin(&list, text_span_part(rest, from ? strlen("from ") : 0, rest.length));
    while (member_list_next(&list, &name))
        if (*name.text == '@' || (from && member_is_name(name, true))) {
            decision_reader_add_part(reader, block, PART_BALLOT, name, option, 0);
            reader->state.ballots++;
        }
    return true;
}

void decision_reader_note_majority(struct decision_reader *reader, size_t block,
                                   const struct sentence *sentence)
{
    const bool near = reader->state.open && decision_reader_in_reach(reader);
    const bool decided =
        !near || (decision_reader_current(reader)->result && !reader->state.assumed);
    enum vote_majority *majority = decided ? &reader->majority : &reader->state.majority;
    if (pattern_is_in(PATTERN_TWO_THIRDS, sentence))
        *majority = MAJORITY_TWO_THIRDS;
    else if (pattern_is_in(PATTERN_THREE_QUARTERS, sentence))
        *majority = MAJORITY_THREE_QUARTERS;
    if (!near)
        return;
    reader->state.casting |= pattern_is_in(PATTERN_CASTING_VOTE, sentence);
    size_t at;
    const size_t words = pattern_find(PATTERN_NO_MAJORITY, sentence, 0, &at);
    if (words && !decided)
        decision_reader_set_result(reader, block, "rejected",
                                   sentence_part(sentence, at, at + words));
}

/* Adds the votes of the open decision for and against. A stated number counts before names. Returns
 * false if it has none for an option of the two. */
static bool count_votes(const struct decision_reader *reader, long *ret_yes, long *ret_no)
{
    const struct decisions *out = reader->out;
    const struct decision *decision = &out->list[out->count - 1];
    bool yes = false;
    *ret_yes = *ret_no = 0;
    for (size_t i = 0; i < decision->part_count; i++) {
        const struct decision_part *part = &out->parts[decision->first_part + i];
        const bool ballot = part->role == PART_BALLOT && reader->state.named;
        if ((part->role != PART_COUNT && !ballot) || !part->option ||
            (ballot && decision_reader_has_option(reader, part->option)))
            continue;
        const long value = ballot ? 1 : part->value;
        if (!strcmp(part->option, "yes"))
            *ret_yes += value, yes = true;
        else if (!strcmp(part->option, "no"))
            *ret_no += value, yes |= ballot;
    }
    return yes;
}

/* Reports whether votes for and against are the majority that the decision needs. */
static bool is_majority(enum vote_majority majority, long yes, long no)
{
    if (majority == MAJORITY_TWO_THIRDS)
        return yes > 0 && 3 * yes >= 2 * (yes + no);
    if (majority == MAJORITY_THREE_QUARTERS)
        return yes > 0 && 4 * yes >= 3 * (yes + no);
    return yes > no;
}

void decision_reader_count_result(struct decision_reader *reader)
{
    struct decision *decision = decision_reader_current(reader);
    long yes, no;
    if ((decision->result && !reader->state.assumed) || reader->state.casting ||
        reader->state.poll || (decision->kind && !strcmp(decision->kind, "election")))
        return;
    if (!count_votes(reader, &yes, &no)) {
        if (!decision->result && decision->unanimous && reader->state.seconded) {
            decision->result = "adopted"; /* "All in favour." after the seconder */
            decision->counted = true;
        }
        return;
    }
    const bool adopted = is_majority(reader->state.majority, yes, no);
    decision->counted = !decision->result || !adopted;
    decision->result = adopted ? "adopted" : "rejected";
}
