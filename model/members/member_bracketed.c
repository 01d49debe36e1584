/* Groups whose members are in brackets: "Directors (A. Example, B. Example)". */
#include "members/member_private.h"
#include "members/member_role.h"
#include "members/roster.h"
#include "phrases/word_class.h"

/* Returns the name at the beginning of an entry, without its title and what is beside it. An office
 * may be before it: "Clerk: A. Example". */
static struct text_span name_of(struct text_span entry)
{
    const size_t colon = text_span_find(entry, 0, ": ");
    if (colon < entry.length && member_is_office(text_span_part(entry, 0, colon)))
        entry = text_span_trim(text_span_part(entry, colon + 1, entry.length));
    for (size_t i = 0; i < entry.length; i++)
        if (strchr("(,;", entry.text[i]))
            entry = text_span_trim(text_span_part(entry, 0, i));
    for (size_t title; (title = roster_title_length(entry)) > 0 && title < entry.length;)
        entry = text_span_trim(text_span_part(entry, title, entry.length));
    return entry;
}

static bool is_full_name(struct text_span name)
{
    return text_span_find(name, 0, " ") < name.length && member_is_name(name, false) &&
           !member_is_organization(name) && !member_is_office(name);
}

/* Returns the number of full names of a list, or 0 if an entry is something else. What is beside a
 * name after a comma is not looked at in a list that ";" divides. */
static size_t count_names(struct text_span members)
{
    struct member_list list;
    struct text_span entry;
    size_t count = 0;
    member_list_begin(&list, members);
    for (; member_list_next(&list, &entry); count++)
        if (!is_full_name(name_of(entry)))
            return 0;
    return count;
}

/* Returns true if words name an office, or a group of members. */
static bool is_of_office(struct text_span words)
{
    return member_is_office(words) || member_roles_of(words) || span_is(WORDS_MEMBER, words) ||
           span_is(WORDS_COLLECTIVE, words) || span_is(WORDS_GUESTS, words);
}

bool member_split_bracketed(struct text_span text, struct text_span *ret_words,
                            struct text_span *ret_members)
{
    text = text_span_strip(text, " .*_");
    const size_t open = text_span_find(text, 0, "("), close = text_span_find(text, 0, ")");
    if (open > close || close >= text.length || (open && close + 1 != text.length))
        return false;
    const struct text_span inside = text_span_trim(text_span_part(text, open + 1, close));
    const struct text_span before = text_span_strip(text_span_part(text, 0, open), " *_:");
    const struct text_span after = text_span_trim(text_span_part(text, close + 1, text.length));
    *ret_words = open ? before : inside;
    *ret_members = open ? inside : after;
    if (!ret_words->length || !ret_members->length)
        return false;
    if (!open)
        return is_of_office(inside) && is_full_name(name_of(after));
    const size_t names = count_names(inside);
    return is_of_office(before) ? names > 0
                                : names > 1 && text_span_find(before, 0, " ") == before.length;
}
