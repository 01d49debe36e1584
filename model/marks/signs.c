/* Votes by signs and the names behind them: "(+1: A, B; -1: C)", "Vote: +1 a, b; -1 c" (V4). */
#include "marks/marks.h"
#include "members/member.h"
#include "phrases/word_class.h"

enum {
    NICK_BYTES_MAX = 39,
    VOTE_LABEL_BYTES_MAX = 30
};

/* Returns the length of the sign at an offset, or 0. */
static size_t sign_at(struct text_span text, size_t at, const char **ret_option)
{
    static const struct {
        const char *mark, *option;
    } signs[] = {
        {"+1", "yes"},
        {"-1", "no"},
        {"\xE2\x88\x92"
         "1",
         "no"},
        {"+0", "abstain"},
        {"-0", "abstain"},
        {"\xC2\xB1"
         "0",
         "abstain"},
        {"0", "abstain"},
        {":+1:", "yes"},
        {":-1:", "no"},
        {"\xF0\x9F\x91\x8D", "yes"},
        {"\xF0\x9F\x91\x8E", "no"},
    };
    const struct text_span rest = text_span_part(text, at, text.length);
    if (at && !strchr(" (;,|:\n", text.text[at - 1]))
        return 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_span_begins(rest, signs[i].mark)) {
            *ret_option = signs[i].option;
            return strlen(signs[i].mark);
        }
    return 0;
}

/* Reads the sign at an offset and what divides it from its voters. Returns false if there is none.
 */
static bool vote_sign_at_voters(struct text_span text, size_t at, struct vote_sign *ret_sign)
{
    *ret_sign = (struct vote_sign){.start = at};
    const size_t length = sign_at(text, at, &ret_sign->option);
    size_t next = at + length;
    if (!length || next >= text.length)
        return false;
    ret_sign->colon = text.text[next] == ':';
    next += ret_sign->colon;
    if (next >= text.length || text.text[next] != ' ')
        return false;
    ret_sign->voters = next + 1;
    return true;
}

/* Returns the offset of the end of the voters of a group: a bracket, a line end, the end of a
 * sentence, or the next sign. */
static size_t voters_end(struct text_span text, size_t from)
{
    struct vote_sign next;
    for (size_t at = from; at < text.length; at++) {
        if (strchr(")\n", text.text[at]) ||
            (text.text[at] == '.' && (at + 1 == text.length || text.text[at + 1] == ' ')) ||
            vote_sign_at_voters(text, at, &next))
            return at;
    }
    return text.length;
}

static bool is_voter(struct text_span name)
{
    const bool nick = !memchr(name.text, ' ', name.length) && name.length <= NICK_BYTES_MAX;
    return member_is_name(name, nick) && !span_is(WORDS_FUNCTION_WORD, name);
}

/* Returns the number of voters of a group, or 0 if one of its entries is something else. */
static size_t count_voters(struct text_span voters)
{
    struct member_list list;
    struct text_span name;
    size_t count = 0;
    for (member_list_begin(&list, text_span_strip(voters, ";,|. ")); member_list_next(&list, &name);
         count++)
        if (!is_voter(name))
            return 0;
    return count;
}

bool vote_sign_find(struct text_span text, size_t from, struct vote_sign *ret_sign)
{
    for (size_t at = from; at < text.length; at++) {
        if (!vote_sign_at_voters(text, at, ret_sign))
            continue;
        ret_sign->end = voters_end(text, ret_sign->voters);
        if (count_voters(text_span_part(text, ret_sign->voters, ret_sign->end)))
            return true;
    }
    return false;
}

bool vote_sign_is_label(struct text_span text)
{
    text = text_span_strip(text, ":( *_-");
    return !text.length || (text.length <= VOTE_LABEL_BYTES_MAX && span_is(WORDS_VOTE, text));
}

bool vote_signs_begin(struct text_span text, struct vote_sign *ret_first)
{
    struct vote_sign next;
    if (!vote_sign_find(text, 0, ret_first) || !strcmp(ret_first->option, "abstain"))
        return false;
    const struct text_span before = text_span_trim(text_span_part(text, 0, ret_first->start));
    const bool bracket = before.length && before.text[before.length - 1] == '(';
    const bool several =
        count_voters(text_span_part(text, ret_first->voters, ret_first->end)) > 1 ||
        vote_sign_find(text, ret_first->end, &next);
    return (bracket || vote_sign_is_label(before)) &&
           (ret_first->colon || (several && before.length));
}
