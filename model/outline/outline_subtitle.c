/* Headings that begin no item. Directly below the title: "## Planning Commission", "### Regular
 * Meeting", "#### Community Room" (P3). In the attendance: "### Liberal Party". */
#include "members/member.h"
#include "outline/outline_labels.h"
#include "outline/outline_private.h"
#include "phrases/date.h"
#include "phrases/pattern.h"

enum {
    MEMBER_BYTES_MAX = 200,
    TITLE_WORDS_MAX = 12
};

/* Reports whether a heading says which kind of meeting it was and nothing else, except for its
 * date: "Minutes of the Regular Meeting of May 13, 2031". */
static bool is_kind_of_meeting(const struct markdown *markdown, size_t line)
{
    struct phrase_date date;
    struct text_span text = outline_without_signs(outline_line_text(markdown, line));
    if (phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date))
        text.length = (size_t)(date.span.text - text.text);
    return pattern_is(PATTERN_KIND_OF_MEETING, text);
}

static bool is_heading(const struct markdown *markdown, size_t line)
{
    return line < markdown->count && markdown->lines[line].form == MARKDOWN_HEADING;
}

/* Reports whether attendance or facts follow the headings that begin at a line. */
static bool has_head_below(const struct markdown *markdown, size_t line)
{
    while (is_heading(markdown, line))
        line++;
    return line < markdown->count &&
           (outline_begins_attendance(markdown, line) ||
            outline_is_head_fact(outline_without_signs(outline_line_text(markdown, line))));
}

/* Reports whether a heading names the meeting or its minutes, and attendance or facts of the head
 * follow it: "Town Council Regular Meeting Minutes". */
static bool is_above_head(const struct markdown *markdown, size_t line)
{
    struct sentence sentence;
    const struct text_span text = outline_line_text(markdown, line);
    sentence_read_all(text, &sentence);
    return sentence.count > 1 && sentence.count <= TITLE_WORDS_MAX &&
           pattern_is_in(PATTERN_OWN_MEETING, &sentence) && has_head_below(markdown, line);
}

bool outline_is_subtitle(const struct markdown *markdown, size_t title, size_t line)
{
    size_t first = line, kind = title + 1;
    while (first > title + 1 && is_heading(markdown, first - 1))
        first--;
    if (first != title + 1)
        return false;
    while (is_heading(markdown, kind) && !is_kind_of_meeting(markdown, kind) &&
           !is_above_head(markdown, kind))
        kind++;
    return is_heading(markdown, kind) && (line <= kind || has_head_below(markdown, line));
}

bool outline_has_members_only(const struct markdown *markdown, size_t heading)
{
    size_t members = 0;
    for (size_t i = heading + 1; i < markdown->count; i++) {
        const struct markdown_line *line = &markdown->lines[i];
        const struct member_entry entry = {.text = outline_line_text(markdown, i)};
        struct member member;
        if (line->form == MARKDOWN_HEADING || line->bold + 1 >= line->length)
            break;
        if (line->form != MARKDOWN_PARAGRAPH || entry.text.length > MEMBER_BYTES_MAX ||
            member_read(&entry, &member) == MEMBER_NONE)
            return false;
        members += member.kind == MEMBER_PERSON &&
                   text_span_find(member.name, 0, " ") < member.name.length;
    }
    return members > 0;
}
