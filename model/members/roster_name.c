/* Names at the beginning of texts. */
#include "members/roster.h"

#include "wording/words.h"

enum {
    NAME_BYTES_MAX = 80,
    NAME_WORDS_MAX = 4
};

size_t roster_name_at(struct roster *roster, struct text_span text)
{
    const size_t max = text.length < NAME_BYTES_MAX ? text.length : NAME_BYTES_MAX;
    size_t words = 0, found = 0;
    for (size_t at = roster_title_length(text); at <= max && words < NAME_WORDS_MAX; at++) {
        const bool ends = at == text.length || strchr(" :,-", text.text[at]) ||
                          words_blank_at(text.text + at, text.length - at);
        if (!at || !ends)
            continue;
        words++;
        const struct roster_match match = roster_find(roster, text_span_part(text, 0, at));
        if (match.person && !match.other && match.form != ROSTER_INITIALS)
            found = at;
    }
    return found;
}
