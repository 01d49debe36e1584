/* Sentences that say who was there: "Apologies were received from A and B." */
#include "members/member_private.h"
#include "phrases/word_class.h"

enum {
    NAMES_BYTES_MAX = 4000,
    LABEL_WORDS_MAX = 7 /* of the label of a group before a colon, which is no sentence */
};

/* The patterns of a status: before the names, and after them. */
static const struct {
    enum words_pattern before, after;
    enum member_status status;
} forms[] = {
    {PATTERN_EXCUSED_BEFORE, PATTERN_EXCUSED_AFTER, STATUS_EXCUSED},
    {PATTERN_ABSENT_BEFORE, PATTERN_ABSENT_AFTER, STATUS_ABSENT},
    {PATTERN_PRESENT_BEFORE, PATTERN_PRESENT_AFTER, STATUS_PRESENT},
};

/* Returns true if a list has a member: a name of several words, a name with a title, one of several
 * names, or a number of people. */
static bool has_member(struct text_span names)
{
    struct member_list list;
    struct text_span text;
    size_t words = 0;
    for (member_list_begin(&list, names); member_list_next(&list, &text);) {
        struct member member;
        const struct member_entry entry = {.text = text};
        if (member_read(&entry, &member) == MEMBER_NONE)
            continue;
        if (member.title.length || member.kind == MEMBER_COUNT || words++ ||
            text_span_find(member.name, 0, " ") < member.name.length)
            return true;
    }
    return false;
}

/* Reads a sentence whose first words have a pattern. The longest one counts. */
static bool read_before(const struct sentence *sentence, size_t end, struct member_group *group)
{
    size_t most = 0;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const size_t words = pattern_at(forms[i].before, sentence, 0);
        if (words <= most || words >= sentence->count ||
            (words <= LABEL_WORDS_MAX && sentence->list[words].before == ':'))
            continue;
        most = words;
        group->status = forms[i].status;
        group->rest = text_span_strip(
            text_span_part(sentence->text, sentence->list[words - 1].end, end), ".,;:!");
    }
    return most > 0;
}

/* Reports whether the words from one on, after a comma, say who votes for the member. */
static bool is_proxy_at(const struct sentence *sentence, size_t at)
{
    const struct text_span rest =
        text_span_part(sentence->text, sentence->list[at].start, sentence->text.length);
    return sentence->list[at].before == ',' && span_at(WORDS_PROXY, rest);
}

/* Returns 1 if a word, after a comma, says that the members before it are excused, or 0. */
static size_t excuse_at(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    const struct text_span span = text_span_part(sentence->text, word->start, word->end);
    return word->before == ',' && member_is_excuse(span);
}

/* Reads a sentence that begins with names and ends with a pattern, or with who votes for the
 * member: "A, excusée, pouvoir à B". */
static bool read_after(const struct sentence *sentence, struct member_group *group)
{
    for (size_t at = 1; at < sentence->count; at++)
        for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
            const size_t pattern = pattern_at(forms[i].after, sentence, at);
            const size_t words = pattern || i ? pattern : excuse_at(sentence, at);
            const size_t next = at + words;
            if (!words || sentence->list[at].upper ||
                (next != sentence->count && !is_proxy_at(sentence, next)))
                continue;
            group->status = forms[i].status;
            group->rest = text_span_strip(
                text_span_part(sentence->text, sentence->list[0].start,
                               next < sentence->count ? sentence->list[sentence->count - 1].end
                                                      : sentence->list[at].start),
                ".,;:");
            return true;
        }
    return false;
}

bool member_sentence_read(const struct sentence *sentence, size_t end,
                          struct member_group *ret_group)
{
    struct member_group group = {0};
    if (sentence->count < 2 || end > NAMES_BYTES_MAX ||
        (!read_before(sentence, end, &group) && !read_after(sentence, &group)))
        return false;
    group.sentence = true;
    *ret_group = group;
    return has_member(group.rest);
}
