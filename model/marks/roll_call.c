/* Ballots with the name of the voter before the option: "A. Example - aye" (V4), and candidates
 * with their votes (V6). */
#include "marks/marks.h"
#include "members/member.h"
#include "phrases/word_class.h"

enum {
    BALLOT_BYTES_MAX = 80,
    OPTION_WORDS_MAX = 3,
    LABEL_BYTES_MAX = 40,
    CANDIDATE_VOTES_MAX = 9999
};

/* Returns the name of a voter or candidate before the other words of an entry, or an empty text. */
static struct text_span name_before(struct text_span text, size_t end)
{
    const struct text_span name =
        text_span_strip(text_span_part(text, 0, end), " -:=(,*_\xE2\x80\x93\x94");
    return member_is_name(name, *text.text == '@') && !ballot_label(name)
               ? name
               : (struct text_span){NULL, 0};
}

const char *ballot_of_voter(struct text_span text, struct text_span *ret_name)
{
    struct sentence sentence;
    struct text_span rest;
    text = text_span_strip(text, " .;,");
    if (text.length < 4 || text.length > BALLOT_BYTES_MAX)
        return NULL;
    for (size_t at = text.length - 1; at > text.length - 3; at--)
        if (text.text[at - 1] == ' ' && (text.text[at] < '0' || text.text[at] > '9')) {
            const char *option = ballot_at(text_span_part(text, at, text.length), &rest);
            *ret_name = name_before(text, at);
            if (option && ret_name->length)
                return option;
        }
    sentence_read_all(text, &sentence);
    for (size_t words = OPTION_WORDS_MAX; words; words--) {
        if (words >= sentence.count)
            continue;
        const size_t start = sentence.list[sentence.count - words].start;
        const char *option = ballot_label(text_span_part(text, start, text.length));
        *ret_name = name_before(text, start);
        if (option && ret_name->length)
            return option;
    }
    return NULL;
}

/* Returns the offset after the label of a vote at the beginning of a text, or 0. */
static size_t vote_label_end(struct text_span text)
{
    const struct text_span first =
        text_span_part(text, 0, LABEL_BYTES_MAX < text.length ? LABEL_BYTES_MAX : text.length);
    const size_t colon = text_span_find(first, 0, ":");
    return colon < first.length &&
                   span_is(WORDS_VOTE, text_span_strip(text_span_part(text, 0, colon), "*_ "))
               ? colon + 1
               : 0;
}

/* Returns the end of the entry that begins at an offset: "A. Example - aye", or "A. Example, aye;"
 * in a list that ";" divides. */
static size_t entry_end(struct text_span text, size_t from)
{
    size_t comma = text.length;
    for (size_t at = from; at < text.length && at - from <= BALLOT_BYTES_MAX; at++)
        if (text.text[at] == ';')
            return at;
        else if (text.text[at] == ',' && comma == text.length)
            comma = at;
    return comma;
}

size_t roll_call_at(struct text_span text, size_t *ret_first)
{
    struct sentence sentence;
    struct member_list list;
    struct text_span entry, name;
    size_t count = 0;
    const size_t label = vote_label_end(text), comma = entry_end(text, label);
    *ret_first = label;
    if ((!label && comma == text.length) || comma - label > BALLOT_BYTES_MAX ||
        !ballot_of_voter(text_span_part(text, label, comma), &name))
        return 0;
    const size_t end = sentence_read(text, 0, &sentence);
    member_list_begin(&list, text_span_trim(text_span_part(text, label, end)));
    for (; member_list_next(&list, &entry); count++)
        if (!ballot_of_voter(entry, &name))
            return 0;
    return count >= 2 || (count && label) ? end : 0;
}

int votes_of_candidate(struct text_span text, struct text_span *ret_name)
{
    struct sentence sentence;
    int value = 0;
    text = text_span_strip(text, " .;,");
    sentence_read_all(text, &sentence);
    size_t count = sentence.count;
    if (count && (pattern_at(PATTERN_VOTE, &sentence, count - 1) ||
                  span_is(WORDS_VOTE, sentence_part(&sentence, count - 1, count))))
        count--;
    if (count < 2 || !sentence.list[count - 1].number)
        return -1;
    const size_t start = sentence.list[count - 1].start;
    text_span_digits(text, start, &value);
    *ret_name = name_before(text, start);
    return ret_name->length && value <= CANDIDATE_VOTES_MAX ? value : -1;
}
