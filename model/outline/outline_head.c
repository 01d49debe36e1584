/* Bold lines of the head of minutes, which are not items: "**Meeting of 12 May 2031**" (I2). */
#include "members/member.h"
#include "outline/outline_labels.h"
#include "outline/outline_private.h"
#include "phrases/date.h"
#include "wording/words.h"

enum {
    HEAD_LINES_MAX = 30, /* lines between a bold line and the attendance below it */
    LABEL_BYTES_MAX = 400
};

bool outline_begins_attendance(const struct markdown *markdown, size_t line)
{
    struct member_group group;
    const struct text_span text = outline_without_signs(outline_line_text(markdown, line));
    return text.length && text.length < LABEL_BYTES_MAX && member_group_begins(text, &group) &&
           !group.single;
}

/* Reports whether a line is one of the head: bold, a fact, or a rule. */
static bool is_of_head(const struct markdown *markdown, size_t line)
{
    struct outline_item item = {0};
    const struct markdown_line *at = &markdown->lines[line];
    const struct text_span text = outline_without_signs(outline_line_text(markdown, line));
    if (at->form == MARKDOWN_RULE || outline_is_head_fact(text))
        return true;
    outline_split_title(text, &item);
    return at->form == MARKDOWN_PARAGRAPH && !at->depth && at->bold + 1 >= at->length &&
           !item.number.length;
}

/* Reports whether a line begins an item. */
static bool begins_item(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    return at->form == MARKDOWN_HEADING || (at->bold && at->bold + 1 >= at->length && !at->soft);
}

bool outline_is_bold_head(const struct markdown *markdown, size_t line)
{
    struct phrase_date date;
    const bool dated =
        phrase_date_find(outline_line_text(markdown, line), 0, DATE_ORDER_UNKNOWN, &date) &&
        date.day && date.year;
    for (size_t i = line + 1; i < markdown->count && i - line < HEAD_LINES_MAX; i++) {
        if (outline_begins_attendance(markdown, i))
            return true;
        if (!is_of_head(markdown, i) && (!dated || begins_item(markdown, i)))
            return false;
    }
    return false;
}
