#include "outline/outline_labels.h"

#include "actions/action.h"
#include "members/member.h"
#include "outline/outline.h"
#include "wording/words.h"

#include <string.h>

enum {
    LABEL_BYTES_MAX = 60,
    TITLE_BYTES_MAX = 80, /* of a numbered title that is not bold */
    BOLD_BYTES_MAX = 120
};

/* Reports whether a line is one of a paragraph outside quotations that begins no entry of a list.
 * It may be below an entry: there, CommonMark takes a line that is not indented as its
 * continuation. */
static bool is_plain(const struct markdown_line *line)
{
    return line->form == MARKDOWN_PARAGRAPH && (!line->depth || line->soft) && !line->quoted;
}

/* Reports whether a line is a paragraph of its own above a list: "Agenda". */
static bool is_alone_above_list(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    return line + 1 < markdown->count && !at->soft && !at->depth && at[1].entry && !at[1].checkbox;
}

bool outline_is_part_label(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    if (!is_plain(at) || at->length > LABEL_BYTES_MAX || !at->length)
        return false;
    const struct text_span text = outline_without_signs(markdown_text(markdown, line, line + 1));
    const bool bold = at->bold + 1 >= at->length && at->bold;
    const struct text_span label = text_span_strip(text, " :");
    if (text.length && words_is(WORDS_AGENDA, label.text, label.length) &&
        is_alone_above_list(markdown, line))
        return true;
    if (!text.length || (!bold && text.text[text.length - 1] != ':'))
        return false;
    if (words_is(WORDS_CONCLUSION, label.text, label.length) ||
        words_is(WORDS_SUMMARY, label.text, label.length))
        return false;
    const enum action_zone zone = action_zone_of(label);
    if (zone == ACTION_ZONE_STEPS) /* "Action:" is the label of one action */
        return words_is(WORDS_NEXT_STEPS, label.text, label.length);
    return zone != ACTION_ZONE_NONE || words_is(WORDS_AGENDA, label.text, label.length) ||
           words_is(WORDS_MINUTES, label.text, label.length);
}

bool outline_is_tail_label(const struct markdown *markdown, size_t line)
{
    if (!is_plain(&markdown->lines[line]))
        return false;
    const struct text_span text = outline_without_signs(markdown_text(markdown, line, line + 1));
    const size_t colon = text_span_find(text, 0, ":");
    return colon < text.length && colon < LABEL_BYTES_MAX &&
           (words_is(WORDS_NEXT_MEETING, text.text, colon) ||
            words_is(WORDS_END, text.text, colon));
}

bool outline_is_head_fact(struct text_span text)
{
    static const enum words_class labels[] = {WORDS_DATE,  WORDS_PLACE, WORDS_TIME,
                                              WORDS_START, WORDS_END,   WORDS_DURATION};
    struct member_group group;
    const size_t colon = text_span_find(text, 0, ":");
    if (colon == text.length || colon > LABEL_BYTES_MAX)
        return false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (words_is(labels[i], text.text, colon))
            return true;
    return member_group_read(text, &group) && !group.sentence;
}

bool outline_is_head_label(const struct markdown *markdown, size_t line)
{
    return is_plain(&markdown->lines[line]) &&
           outline_is_head_fact(outline_without_signs(markdown_text(markdown, line, line + 1)));
}

/* Reports whether a line ends as titles do. */
static bool ends_as_title(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    return at->length && !strchr(".?!;,:", markdown->text.bytes[at->start + at->length - 1]);
}

/* Reports whether text follows in the entry of a list that begins at a line. */
static bool has_text_below(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    return line + 1 < markdown->count && at[1].depth >= at->depth &&
           !(at[1].entry && at[1].depth == at->depth);
}

bool outline_is_bold_number(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    struct outline_item item = {0};
    if (at->form != MARKDOWN_PARAGRAPH || at->quoted || !at->bold || at->bold + 1 < at->length ||
        at->length > BOLD_BYTES_MAX || !ends_as_title(markdown, line))
        return false;
    if (at->depth)
        return at->depth == 1 && at->entry && at->number && has_text_below(markdown, line);
    outline_split_title(markdown_text(markdown, line, line + 1), &item);
    return item.number.length && item.title.length &&
           !(line + 1 < markdown->count && at[1].block == at->block && at[1].bold == at[1].length);
}

bool outline_is_titled_list(const struct markdown *markdown, size_t line)
{
    const uint32_t list = markdown->lines[line].list;
    size_t entries = 0, titles = 0;
    for (size_t i = line; i < markdown->count && markdown->lines[i].depth; i++) {
        const struct markdown_line *at = &markdown->lines[i];
        if (at->list != list)
            break;
        if (!at->entry || at->depth != 1)
            continue;
        if (!at->number || at->checkbox || at->quoted || at->length > TITLE_BYTES_MAX ||
            !ends_as_title(markdown, i))
            return false;
        entries++;
        titles += has_text_below(markdown, i);
    }
    return entries > 1 && 2 * titles >= entries;
}
