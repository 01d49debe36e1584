/* Names with the surname first: "Surname, Given", "SURNAME, Given" (A4). */
#include "members/member.h"
#include "members/roster.h"

#include <string.h>

bool member_is_shouted(struct text_span name)
{
    struct sentence sentence;
    sentence_read_all(name, &sentence);
    for (size_t i = 0; i < sentence.count; i++)
        if (!sentence.list[i].capitals)
            return false;
    return sentence.count && member_is_name(name, false);
}

/* Returns a name without the titles before it: "Ehrmann" of "Prof. Dr. Ehrmann". */
static struct text_span without_titles(struct text_span name)
{
    for (size_t title; (title = roster_title_length(name)) > 0 && title < name.length;)
        name = text_span_trim(text_span_part(name, title, name.length));
    return name;
}

bool member_split_reversed(struct text_span entry, struct text_span *ret_family,
                           struct text_span *ret_given)
{
    const size_t comma = text_span_find(entry, 0, ",");
    struct sentence sentence;
    if (comma == entry.length || text_span_find(entry, comma + 1, ",") < entry.length)
        return false;
    *ret_family = without_titles(text_span_trim(text_span_part(entry, 0, comma)));
    *ret_given = text_span_trim(text_span_part(entry, comma + 1, entry.length));
    ret_given->length = text_span_find(*ret_given, 0, " (");
    sentence_read_all(*ret_family, &sentence);
    size_t capitals = 0;
    for (size_t i = 0; i < sentence.count; i++)
        capitals += sentence.list[i].upper;
    const struct text_span given = without_titles(*ret_given);
    sentence_read_all(given, &sentence);
    return (capitals == 1 || member_is_shouted(*ret_family)) && sentence.count <= 2 &&
           member_is_name(*ret_family, false) && member_is_name(given, false) &&
           !member_is_organization(given) && !member_is_organization(*ret_family);
}

bool member_are_given_names(const struct text_span *names, size_t count)
{
    size_t repeated = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (names[k].length == names[i].length &&
                !memcmp(names[k].text, names[i].text, names[i].length)) {
                repeated++;
                break;
            }
    return count > 1 && repeated * MEMBER_GIVEN_NAMES_TO_REPEATED < count;
}

static bool is_one_word(struct text_span text)
{
    return !memchr(text.text, ' ', text.length);
}

bool member_list_is_reversed(const struct member_list *list)
{
    struct member_list rest = *list;
    struct text_span entry, family, given;
    size_t count = 0;
    if (list->separator != ';')
        return false;
    bool shouted = true;
    for (; member_list_next(&rest, &entry); count++) {
        if (!member_split_reversed(entry, &family, &given))
            return false;
        shouted &= member_is_shouted(family);
    }
    return count > 1 || (count && shouted && is_one_word(given));
}

bool member_list_is_shouted(const struct member_list *list)
{
    struct member_list rest = *list;
    struct text_span entry;
    size_t count = 0;
    if (list->separator != ',')
        return false;
    for (; member_list_next(&rest, &entry); count++) {
        entry.length = text_span_find(entry, 0, " (");
        if (!member_is_name(entry, false) || member_is_shouted(entry) != (count % 2 == 0))
            return false;
    }
    return count && count % 2 == 0;
}
