/* Those who vote for others (A3). */
#include "members/member_private.h"
#include "members/roster.h"
#include "phrases/word_class.h"

bool member_read_proxy(struct text_span part, struct member *member)
{
    size_t length = span_at(WORDS_PROXY, part);
    struct sentence sentence;
    if (!length)
        return false;
    const struct text_span words = text_span_part(part, 0, length);
    const struct text_span name =
        text_span_strip(text_span_part(part, length, part.length), ":,. ");
    if (!name.length || !member_is_name(name, true))
        return false;
    sentence_read_all(words, &sentence);
    size_t at;
    if (pattern_find(PATTERN_REPRESENTS, &sentence, 0, &at) &&
        !pattern_find(PATTERN_GIVES_PROXY, &sentence, 0, &at))
        member->on_behalf_of = name;
    else {
        member->proxy = name;
        member->stands_in = pattern_is_in(PATTERN_REPRESENTED, &sentence);
    }
    return true;
}

/* Returns the length of an arrow at the beginning of a text, or 0. */
static size_t arrow_at(struct text_span text)
{
    static const char *const arrows[] = {"\xE2\x86\x92", "->", "=>"};
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++)
        if (text_span_begins(text, arrows[i]))
            return strlen(arrows[i]);
    return 0;
}

/* Returns true if a text is a name, which may have a title before it. */
static bool is_titled_name(struct text_span text)
{
    const size_t title = roster_title_length(text);
    return member_is_name(text_span_trim(text_span_part(text, title, text.length)), true);
}

struct text_span member_divide_proxy(struct text_span entry, struct member *member)
{
    const size_t of = span_at(WORDS_OF, entry);
    if (of && of < entry.length && entry.text[of] == ' ')
        entry = text_span_trim(text_span_part(entry, of, entry.length));
    for (size_t at = 1; at < entry.length; at++) {
        const struct text_span rest = text_span_part(entry, at, entry.length);
        const size_t arrow = arrow_at(rest);
        const bool begins = entry.text[at - 1] == ' ' || entry.text[at - 1] == '(';
        const size_t length = arrow || !begins ? arrow : span_at(WORDS_PROXY_TO, rest);
        const struct text_span giver = text_span_strip(text_span_part(entry, 0, at), "(, ");
        const struct text_span taker =
            text_span_strip(text_span_part(rest, length, rest.length), "):,. ");
        if (!length || !is_titled_name(giver) || !is_titled_name(taker))
            continue;
        member->proxy = taker;
        return giver;
    }
    return entry;
}
