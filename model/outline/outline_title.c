/* The parts of a heading: number, title, presenters, duration (3.5). */
#include "members/members.h"
#include "members/roster.h"
#include "outline/outline.h"
#include "outline/outline_number.h"
#include "phrases/duration.h"
#include "phrases/time.h"
#include "wording/words.h"

enum {
    NAME_BYTES_MAX = 60 /* of a name in brackets before a topic */
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

struct text_span outline_without_signs(struct text_span text)
{
    text = text_span_trim(text);
    while (text.length && !words_blank_at(text.text, text.length)) {
        const unsigned char first = (unsigned char)*text.text;
        if ((first | 32) >= 'a' && (first | 32) <= 'z')
            break;
        if (is_digit((char)first) || text_span_begins(text, OUTLINE_SECTION_SIGN) ||
            strchr("`\"'([#@<$?~", first) || (first >= 0xc3 && first < 0xe2))
            break;
        if (first == 0xe2 && text.length > 2 && (unsigned char)text.text[1] == 0x80)
            break; /* quotation marks and the ellipsis */
        size_t size = 1;
        while (size < text.length && ((unsigned char)text.text[size] & 0xc0) == 0x80)
            size++;
        text = text_span_trim(text_span_part(text, size, text.length));
    }
    return text;
}

/* Takes the number off the beginning of a title. */
static void split_number(struct outline_item *item, bool bare)
{
    struct outline_number number;
    const struct text_span title = item->title;
    if (!outline_number_read(title, bare, &number))
        return;
    struct text_span rest = text_span_strip(text_span_part(title, number.end, title.length), ":./");
    if (text_span_begins(rest, "\xe2\x80\x93") || text_span_begins(rest, "\xe2\x80\x94"))
        rest = text_span_part(rest, 3, rest.length);
    else if (text_span_begins(rest, "- "))
        rest = text_span_part(rest, 2, rest.length);
    rest = text_span_trim(rest);
    if (!rest.length)
        return;
    item->title = rest;
    item->number = number.text;
}

/* Returns the place of the bracket that the last one of a text closes, or its length. */
static size_t last_bracket(struct text_span text)
{
    const char close = text.length ? text.text[text.length - 1] : 0;
    const char open = close == ')' ? '(' : close == ']' ? '[' : 0;
    size_t level = 0;
    for (size_t i = text.length; open && i-- > 0;) {
        level += text.text[i] == close;
        if (text.text[i] == open && --level == 0)
            return i;
    }
    return text.length;
}

/* Takes presenters and a duration off the end of a title: "(N, 10m)", "[N & N, 40 mins]". */
static void split_presenters(struct outline_item *item)
{
    for (int tries = 0; tries < 3; tries++) {
        const size_t open = last_bracket(item->title);
        if (open == item->title.length || open == 0)
            return;
        struct text_span inside = text_span_part(item->title, open + 1, item->title.length - 1);
        struct text_span duration = {0};
        const int minutes = phrase_duration_find(inside, &duration);
        const bool link = words_is(WORDS_SKIPPED, inside.text, inside.length) ||
                          words_same("slides", inside.text, inside.length);
        if (!minutes && !link)
            return;
        if (minutes && !item->minutes) {
            item->minutes = minutes;
            inside.length = (size_t)(duration.text - inside.text);
            item->presenters = text_span_strip(inside, " ,;-:");
        }
        item->title = text_span_trim(text_span_part(item->title, 0, open));
    }
}

bool outline_named_topic(struct text_span text, size_t *ret_length)
{
    const size_t close = text_span_find(text, 0, "] ");
    if (!text_span_begins(text, "[") || close == text.length || close > NAME_BYTES_MAX)
        return false;
    const struct text_span name = text_span_part(text, 1, close);
    if (!member_is_name(name, false) || words_is(WORDS_NO_NAME, name.text, name.length) ||
        roster_is_initials(name) || words_same("ACTION", name.text, name.length) ||
        words_same("TODO", name.text, name.length))
        return false;
    if (ret_length)
        *ret_length = close + 1;
    return true;
}

void outline_split_title(struct text_span text, struct outline_item *item)
{
    outline_split_numbered_title(text, false, item);
}

void outline_split_numbered_title(struct text_span text, bool bare, struct outline_item *item)
{
    item->title = outline_without_signs(text);
    const size_t brace = text_span_find(item->title, 0, "{#");
    if (brace && brace < item->title.length)
        item->title = text_span_trim(text_span_part(item->title, 0, brace));
    size_t name;
    if (outline_named_topic(item->title, &name)) {
        item->presenters = text_span_part(item->title, 1, name - 1);
        item->title = text_span_trim(text_span_part(item->title, name, item->title.length));
    }
    split_number(item, bare);
    split_presenters(item);
    struct text_span title = text_span_strip(item->title, ":");
    if (title.length)
        item->title = title;
}
