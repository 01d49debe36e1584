/* The signs and labels of ballots: "+1", "AYES:" (V4). */
#include "marks/marks.h"
#include "phrases/word_class.h"

enum {
    LABEL_BYTES_MAX = 31, /* of the label of ballots, with the colon */
    COUNT_MAX = 9999      /* of votes */
};

const char *ballot_at(struct text_span text, struct text_span *ret_rest)
{
    static const struct {
        const char *mark;
        const char *option;
    } marks[] = {
        {":+1:", "yes"}, {":-1:", "no"}, {"\xF0\x9F\x91\x8D", "yes"}, {"\xF0\x9F\x91\x8E", "no"}};
    text = text_span_trim(text);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_span_begins(text, marks[i].mark)) {
            *ret_rest = text_span_trim(text_span_part(text, strlen(marks[i].mark), text.length));
            return marks[i].option;
        }
    size_t at = 0;
    const char sign = text.length ? *text.text : 0;
    const bool wide = text_span_begins(text, "\xE2\x88\x92"); /* the minus sign */
    at = sign == '+' || sign == '-' ? 1 : wide ? 3 : 0;
    int value, part = 0;
    size_t digits = text_span_digits(text, at, &value);
    if (digits != 1 || value > 1)
        return NULL;
    at += digits;
    if (at + 1 < text.length && text.text[at] == '.' &&
        (digits = text_span_digits(text, at + 1, &part)))
        at += digits + 1;
    const char next = at < text.length ? text.text[at] : ' ';
    const bool zero = !value && !part;
    if ((!sign || strchr("+-", sign) == NULL) && !wide && (!zero || at < text.length))
        return NULL;
    if (next != ' ' && next != '\n' && next != '.' && next != ',' && next != ';' && next != '!')
        return NULL;
    *ret_rest = text_span_trim(text_span_part(text, at, text.length));
    return zero ? "abstain" : sign == '+' ? "yes" : "no";
}

/* Takes the number at the end of a label off it: "Ayes (2)", "Ayes - 2". Returns it, or -1. */
static int take_count(struct text_span *label)
{
    struct sentence sentence;
    int value;
    sentence_read_all(*label, &sentence);
    const struct sentence_word *last = sentence.count ? &sentence.list[sentence.count - 1] : NULL;
    if (sentence.count < 2 || !last->number || !text_span_digits(*label, last->start, &value) ||
        value > COUNT_MAX)
        return -1;
    *label = text_span_part(*label, 0, sentence.list[sentence.count - 2].end);
    return value;
}

/* Returns the length of the mark at an offset after which voters may follow, or 0. */
static size_t voters_mark_at(struct text_span text, size_t at)
{
    static const char *const dashes[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    const char next = at + 1 < text.length ? text.text[at + 1] : 0;
    if (text.text[at] == ':' || (text.text[at] == '(' && !(next >= '0' && next <= '9')))
        return 1;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (text_span_begins(text_span_part(text, at, text.length), dashes[i])) {
            const size_t end = at + strlen(dashes[i]);
            return end < text.length && text.text[end] >= '0' && text.text[end] <= '9'
                       ? 0 /* "Ayes - 2 (A, B)" */
                       : strlen(dashes[i]);
        }
    return 0;
}

/* Reads the number and the bracket after the colon of a label, "Votes for: 3 (A, B)". Returns the
 * offset after the bracket, or 0 if there are none. */
static size_t counted_bracket_at(struct text_span text, size_t at, int *ret_count)
{
    while (at < text.length && text.text[at] == ' ')
        at++;
    const size_t digits = text_span_digits(text, at, ret_count);
    if (!digits || *ret_count > COUNT_MAX)
        return 0;
    at += digits;
    while (at < text.length && text.text[at] == ' ')
        at++;
    return at < text.length && text.text[at] == '(' ? at + 1 : 0;
}

bool ballots_label_read(struct text_span text, struct ballots_label *ret_label)
{
    size_t at = 0, mark = 0;
    while (at < text.length && at < LABEL_BYTES_MAX && !(mark = voters_mark_at(text, at)))
        at++;
    struct text_span label = text_span_strip(text_span_part(text, 0, at), " *_");
    if (!mark || !label.length)
        return false;
    int count = -1;
    const size_t counted = text.text[at] == ':' ? counted_bracket_at(text, at + 1, &count) : 0;
    const bool bracket = counted || text.text[at] == '(';
    *ret_label = (struct ballots_label){.end = counted ? counted : at + mark,
                                        .dash = text.text[at] != ':' && !bracket,
                                        .bracket = bracket,
                                        .count = counted ? count : take_count(&label)};
    ret_label->option = ballot_label(label);
    ret_label->absent = !ret_label->option && span_is(WORDS_REGRETS, label);
    return (ret_label->option || ret_label->absent) && (!bracket || ret_label->count >= 0);
}

const char *ballots_at(struct text_span text)
{
    struct ballots_label label;
    return ballots_label_read(text, &label) && !label.dash ? label.option : NULL;
}
