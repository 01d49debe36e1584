/* Several groups in one line. */
#include "members/member_private.h"

#include "phrases/word_class.h"

static const char *const marks[] = {". ", "; ", ", ", " | ", " / "};

/* Returns true if a label has a mark that divides groups: it begins too early. */
static bool has_mark(struct text_span label)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_span_find(label, 0, marks[i]) < label.length)
            return true;
    return false;
}

/* Returns true if a text ends with a title or an initial, after which a point ends no sentence: "D.
 * N". */
static bool ends_with_title(struct text_span text)
{
    size_t start = text.length;
    while (start && text.text[start - 1] != ' ')
        start--;
    return start + 1 == text.length ||
           span_is(WORDS_PERSON_TITLE, text_span_part(text, start, text.length));
}

/* Reads the first sentence, "Apologies were received from A." */
static bool read_sentence(struct text_span text, struct member_group *ret_group)
{
    struct sentence sentence;
    const size_t end = sentence_read(text, 0, &sentence);
    return member_sentence_read(&sentence, end, ret_group);
}

bool member_group_begins(struct text_span text, struct member_group *ret_group)
{
    return member_group_read(text, ret_group) || read_sentence(text, ret_group);
}

/* Reads the label of a group that follows another one. After one, "Notes: Bruno Salt" names the
 * minute taker. */
static bool read_next(struct text_span text, struct member_group *ret_group)
{
    const size_t colon = text_span_find(text, 0, ":");
    const struct text_span label = text_span_part(text, 0, colon);
    if (colon == text.length || has_mark(label) ||
        (text_span_find(label, 0, "(") < label.length &&
         text_span_find(label, 0, ")") == label.length))
        return false; /* also "Officers (Clerk: N)" */
    const struct text_span rest = text_span_trim(text_span_part(text, colon + 1, text.length));
    if (member_group_read(text, ret_group))
        return ret_group->rest.length && !ret_group->sentence;
    *ret_group =
        (struct member_group){.roles = ROLE_BIT_MINUTE_TAKER, .rest = rest, .single = true};
    return span_is(WORDS_MINUTES, label) && member_is_name(rest, true);
}

bool member_group_split(struct member_group *group, struct member_group *ret_next)
{
    const struct text_span rest = group->rest;
    int depth = 0;
    for (size_t at = 0; at < rest.length; at++) {
        depth += rest.text[at] == '(';
        depth -= rest.text[at] == ')' && depth;
        for (size_t i = 0; at && !depth && i < sizeof marks / sizeof *marks; i++) {
            const struct text_span after = text_span_part(rest, at, rest.length);
            if (!text_span_begins(after, marks[i]))
                continue;
            const struct text_span next = text_span_part(after, strlen(marks[i]), after.length);
            if (!i && ends_with_title(text_span_part(rest, 0, at)))
                continue;
            if (!read_next(next, ret_next) && (i || !read_sentence(next, ret_next)))
                continue;
            group->rest = text_span_part(rest, 0, at);
            return true;
        }
    }
    return false;
}
