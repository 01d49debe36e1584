#include "members/member_private.h"
#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    PAIR_BYTES_MAX = 200 /* of "A and B"; a longer entry is not divided */
};

/* Changes the depth of brackets by a byte. */
static int depth_after(int depth, char byte)
{
    if (byte == '(' || byte == '[')
        return depth + 1;
    return (byte == ')' || byte == ']') && depth ? depth - 1 : depth;
}

static bool has_outside_brackets(struct text_span text, char mark)
{
    int depth = 0;
    for (size_t at = 0; at < text.length; at++) {
        depth = depth_after(depth, text.text[at]);
        if (!depth && text.text[at] == mark)
            return true;
    }
    return false;
}

/* Returns true if a text consists of handles that blanks divide. */
static bool is_handles(struct text_span text)
{
    bool begins = true;
    for (size_t at = 0; at < text.length; at++) {
        if (text.text[at] == ' ') {
            begins = true;
            continue;
        }
        if (begins && text.text[at] != '@')
            return false;
        begins = false;
    }
    return text.length > 0;
}

void member_list_begin(struct member_list *list, struct text_span text)
{
    static const char marks[] = {';', ',', '\n'};
    *list = (struct member_list){.text = text_span_strip(text, ".,;")};
    if (is_handles(list->text))
        list->separator = ' ';
    for (size_t i = 0; !list->separator && i < sizeof marks; i++)
        if (has_outside_brackets(list->text, marks[i]))
            list->separator = marks[i];
}

/* Returns true if a text begins with a part of the name before it: "Jr.". */
static bool is_suffix(struct text_span text)
{
    struct sentence sentence;
    const size_t comma = text_span_find(text, 0, ",");
    sentence_read_all(text_span_part(text, 0, comma), &sentence);
    return sentence.count == 1 && (pattern_at(PATTERN_NAME_SUFFIX, &sentence, 0) ||
                                   pattern_at(PATTERN_LETTERS_AFTER, &sentence, 0));
}

/* Returns true if "y" divides two surnames of one person: "Hugo Ancla y Vela". */
static bool is_double_surname(struct text_span left, struct text_span mark, struct text_span right)
{
    return memchr(left.text, ' ', left.length) && !memchr(right.text, ' ', right.length) &&
           words_at_in(WORDS_SPANISH, WORDS_AND, mark.text, mark.length) > 0;
}

/* Returns a text up to its first comma. */
static struct text_span up_to_comma(struct text_span text)
{
    return text_span_trim(text_span_part(text, 0, text_span_find(text, 0, ",")));
}

/* Returns a text up to its first comma outside brackets. */
static struct text_span first_entry(struct text_span text)
{
    int depth = 0;
    size_t at = 0;
    for (; at < text.length && (depth || text.text[at] != ','); at++)
        depth = depth_after(depth, text.text[at]);
    return text_span_trim(text_span_part(text, 0, at));
}

/* Returns the offset of the separator that ends an entry, looked for from an offset on. A legal
 * form or a proxy after a comma belongs to the entry, and so does one office or remark, unless the
 * list begins with one. */
static size_t entry_end(const struct member_list *list, size_t from)
{
    int depth = 0;
    struct text_span words, members;
    bool beside = !list->remarks || list->separator != ',' ||
                  member_is_beside(up_to_comma(list->text)) ||
                  member_split_bracketed(first_entry(list->text), &words, &members);
    for (size_t at = from; at < list->text.length; at++) {
        depth = depth_after(depth, list->text.text[at]);
        if (depth || !list->separator || list->text.text[at] != list->separator)
            continue;
        const struct text_span rest =
            text_span_trim(text_span_part(list->text, at + 1, list->text.length));
        if (list->separator == ',' &&
            (span_at(WORDS_LEGAL_FORM, rest) || span_at(WORDS_PROXY, rest) || is_suffix(rest)))
            continue;
        if (beside || !member_is_beside(up_to_comma(rest)))
            return at;
        beside = true;
    }
    return list->text.length;
}

/* Returns the length of "and" or "&" with its blanks at an offset, or 0. */
static size_t and_at(struct text_span text, size_t at)
{
    if (text.text[at] != ' ' || at + 3 >= text.length)
        return 0;
    const struct text_span rest = text_span_part(text, at + 1, text.length);
    const size_t length = *rest.text == '&' ? 1 : span_at(WORDS_AND, rest);
    return length && length + 1 < rest.length && rest.text[length] == ' ' ? length + 2 : 0;
}

/* Returns true if a text is an office with an article: "the Clerk". */
static bool is_the_office(struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    return sentence.count > 1 && pattern_at(PATTERN_ARTICLE, &sentence, 0) &&
           member_is_office(text);
}

/* Returns the end of the first name of "A and B" or "A and 12 others", or the end of the entry if
 * it is one name. *ret_next is the offset of the text after it. */
static size_t first_of_pair(struct text_span text, size_t from, size_t end, size_t *ret_next)
{
    const struct text_span whole = text_span_trim(text_span_part(text, from, end));
    int depth = 0;
    *ret_next = end;
    if (end - from > PAIR_BYTES_MAX)
        return end;
    for (size_t at = from; at < end; at++) {
        depth = depth_after(depth, text.text[at]);
        const size_t mark = depth ? 0 : and_at(text, at);
        if (!mark || at + mark >= end)
            continue;
        struct text_span left = text_span_trim(text_span_part(text, from, at));
        struct text_span right = text_span_trim(text_span_part(text, at + mark, end));
        for (size_t i = 0; i < right.length; i++)
            if (right.text[i] == '(' || and_at(right, i))
                right = text_span_trim(text_span_part(right, 0, i));
        for (size_t i = 0; i < left.length; i++)
            if (left.text[i] == '(')
                left = text_span_trim(text_span_part(left, 0, i));
        const bool counts = right.length && *right.text >= '1' && *right.text <= '9';
        const bool office = member_is_office(left) && memchr(right.text, ' ', right.length);
        if (!(office || member_is_name(left, true)) ||
            !(counts || member_is_name(right, true) || is_the_office(right)))
            continue;
        if (!memchr(left.text, ' ', left.length) && member_is_organization(whole))
            continue; /* "Parks and Recreation" */
        if (span_is(WORDS_PERSON_TITLE, left))
            continue; /* "Mr & Mrs Rowan" */
        if (is_double_surname(left, text_span_part(text, at + 1, end), right))
            continue;
        *ret_next = at + mark;
        return at;
    }
    return end;
}

bool member_list_next(struct member_list *list, struct text_span *ret_entry)
{
    while (list->at < list->text.length) {
        size_t end = entry_end(list, list->at);
        size_t next;
        const size_t first = first_of_pair(list->text, list->at, end, &next);
        list->pair = first != end;
        if (!list->pair)
            next = end + 1;
        struct text_span entry = text_span_strip(text_span_part(list->text, list->at, first), ",;");
        list->at = next;
        const size_t word = span_at(WORDS_AND, entry);
        if (word && word < entry.length && entry.text[word] == ' ')
            entry = text_span_trim(text_span_part(entry, word, entry.length));
        else if (entry.length > 2 && *entry.text == '&' && entry.text[1] == ' ')
            entry = text_span_trim(text_span_part(entry, 1, entry.length));
        if (!entry.length)
            continue;
        *ret_entry = entry;
        return true;
    }
    return false;
}

/* Returns the surname of a name in several words: the words after the given name and initials. */
static struct text_span surname_of(struct text_span name)
{
    size_t at = text_span_find(name, 0, " ") + 1;
    while (at + 2 < name.length && name.text[at + 1] == '.' && name.text[at + 2] == ' ')
        at += 3;
    return at < name.length ? text_span_part(name, at, name.length) : (struct text_span){NULL, 0};
}

static bool is_one_word(struct text_span text)
{
    return text.length && !memchr(text.text, ' ', text.length);
}

struct text_span member_list_surname(const struct member_list *list, struct text_span entry)
{
    const struct text_span none = {NULL, 0};
    struct member_list rest = *list, all = *list;
    struct text_span next, other;
    size_t words = 0;
    if (!list->pair || !is_one_word(entry) || !member_is_name(entry, false) ||
        !member_list_next(&rest, &next))
        return none;
    for (size_t i = 0; i < next.length; i++)
        if (next.text[i] == '(' || next.text[i] == ',')
            next = text_span_trim(text_span_part(next, 0, i));
    for (all.at = 0; member_list_next(&all, &other);)
        words += is_one_word(other) && !all.pair;
    return words || is_one_word(next) || !member_is_name(next, false) ? none : surname_of(next);
}

bool member_list_is_pair(struct text_span entry)
{
    struct member_list list;
    struct text_span first, second;
    for (size_t i = 0; i < entry.length; i++)
        if (strchr("(,[:/", entry.text[i]))
            entry = text_span_trim(text_span_part(entry, 0, i));
    if (member_is_organization(entry))
        return false;
    member_list_begin(&list, entry);
    return !list.separator && member_list_next(&list, &first) && list.pair &&
           member_list_next(&list, &second) && !list.pair && list.at >= list.text.length &&
           member_is_name(first, false) && member_is_name(second, false) && !is_one_word(second);
}
