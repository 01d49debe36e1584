/* The signs and labels of ballots: "+1", "AYES:" (V4). */
#include "marks/marks.h"

enum {
    LABEL_BYTES_MAX = 31 /* of the label of ballots, with the colon */
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

const char *ballots_at(struct text_span text, size_t *ret_colon)
{
    const size_t colon = text_span_find(
        text_span_part(text, 0, LABEL_BYTES_MAX < text.length ? LABEL_BYTES_MAX : text.length), 0,
        ":");
    *ret_colon = colon;
    return colon < text.length && text.text[colon] == ':'
               ? ballot_label(text_span_trim(text_span_part(text, 0, colon)))
               : NULL;
}
