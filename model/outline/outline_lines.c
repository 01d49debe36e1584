/* The lines that are headings, and those that are lines of their own (P5, I2, Z1). */
#include "actions/action.h"
#include "outcomes/outcomes.h"
#include "outline/outline_labels.h"
#include "outline/outline_number.h"
#include "outline/outline_private.h"
#include "wording/words.h"

#include <string.h>

enum {
    NUMBER_DIGITS_MAX = 3, /* of a number in bold before a title */
    BOLD_BYTES_MAX = 120,  /* of a bold paragraph that is a heading (I2) */
    ENTRY_BYTES_MAX = 60   /* of an entry that is one (Z1) */
};

/* The numbers of lists that a label divides from the list before it begin here. */
#define DIVIDED_LIST 0x80000000u

bool outline_has_nested(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *lines = markdown->lines;
    for (size_t i = line + 1; i < markdown->count && lines[i].depth; i++) {
        if (lines[i].depth > lines[line].depth)
            return true;
        if (lines[i].entry && lines[i].depth <= lines[line].depth)
            return false;
    }
    return false;
}

/* Reports whether a text is an outcome after its label, not a title: "RESOLVED: paint it". */
static bool is_outcome(struct text_span text)
{
    struct text_span rest;
    const enum block_label label = block_label_read(text, &rest, NULL);
    return action_is_labelled(text) || (rest.length && label != LABEL_NONE && label != LABEL_NOTE);
}

/* Reports whether the bold beginning of a line is nothing but a number: "**4.** Budget". */
static bool begins_with_bold_number(const struct markdown *markdown, size_t i)
{
    const struct markdown_line *line = &markdown->lines[i];
    const struct text_span text = outline_line_text(markdown, i);
    const size_t bold = line->bold < text.length ? line->bold : text.length;
    const struct text_span number = text_span_strip(text_span_part(text, 0, bold), " .):");
    size_t digits = 0;
    while (digits < number.length && number.text[digits] >= '0' && number.text[digits] <= '9')
        digits++;
    return digits && digits == number.length && digits <= NUMBER_DIGITS_MAX;
}

/* Reports whether a line is a paragraph of its own, all of which or whose number is bold, and no
 * outcome (I2). */
static bool is_bold_heading(const struct markdown *markdown, size_t i)
{
    const struct markdown_line *line = &markdown->lines[i];
    if (line->form != MARKDOWN_PARAGRAPH || line->depth || line->quoted ||
        line->length > BOLD_BYTES_MAX || !line->bold ||
        (line->bold + 1 < line->length && !begins_with_bold_number(markdown, i)))
        return false;
    if ((i && line[-1].block == line->block) ||
        (i + 1 < markdown->count && line[1].block == line->block))
        return false;
    if (is_outcome(outline_line_text(markdown, i)))
        return false;
    const char last = markdown->text.bytes[line->start + line->length - 1];
    return !strchr(".?!;,", last) || outline_tells_times(outline_line_text(markdown, i));
}

/* Reports whether a line is an entry whose text is a structural word (Z1). */
static bool is_entry_heading(const struct markdown *markdown, size_t i)
{
    struct outline_heading heading = {0};
    const struct markdown_line *line = &markdown->lines[i];
    if (!line->entry || line->depth != 1 || line->checkbox || line->length > ENTRY_BYTES_MAX ||
        !outline_has_nested(markdown, i))
        return false;
    const struct text_span text = text_span_strip(outline_line_text(markdown, i), " :");
    return outline_heading_is_structural(text, &heading) && heading.zone != ZONE_SKIPPED;
}

/* Returns the last heading that was found, or NULL. */
static const struct outline_heading *last_heading(const struct outline_reader *reader)
{
    return reader->heading_count ? &reader->headings[reader->heading_count - 1] : NULL;
}

/* Reports whether a line is a label that begins a part (Z1). */
static bool is_part_label(const struct outline_reader *reader, size_t i)
{
    const struct text_span text = text_span_strip(outline_line_text(reader->markdown, i), " :");
    return outline_is_part_label(reader->markdown, i) &&
           !(reader->has_items && words_is(WORDS_AGENDA, text.text, text.length));
}

/* Reports whether a line is a numbered title in bold letters that is an item (I2). */
static bool is_bold_item(const struct outline_reader *reader, size_t i)
{
    const struct outline_heading *last = last_heading(reader);
    return outline_is_bold_number(reader->markdown, i) &&
           !(last && (last->zone == ZONE_AGENDA ||
                      (last->kind == HEADING_ITEM && last->level < BOLD_LEVEL)));
}

/* Reports whether a line is a numbered title, or the line below one or below a label. */
static bool stands_alone(const struct outline_reader *reader, size_t i)
{
    const struct outline_heading *last = last_heading(reader);
    const bool below =
        last && last->line + 1 == i && (last->level == BOLD_LEVEL || last->level == LABEL_LEVEL);
    return below || is_bold_item(reader, i);
}

void outline_detach_line(struct outline_reader *reader, size_t i)
{
    struct markdown_line *lines = reader->markdown->lines;
    lines[i].soft = false;
    if (!lines[i].depth)
        return;
    reader->divided_list = lines[i].list;
    reader->divided_at = (uint32_t)i;
    reader->number = 0;
    for (size_t at = i;
         at < reader->markdown->count && lines[at].block == lines[i].block && !lines[at].entry;
         at++)
        lines[at].depth = lines[at].number = 0;
}

/* Gives the entries below a label within a list a list of their own, whose numbers begin at 1. */
static void divide_list(struct outline_reader *reader, size_t i)
{
    struct markdown_line *line = &reader->markdown->lines[i];
    if (!line->depth || !reader->divided_list || line->list != reader->divided_list)
        return;
    line->list = DIVIDED_LIST + reader->divided_at;
    if (line->depth == 1 && line->number)
        line->number = line->entry ? ++reader->number : reader->number;
}

/* Reports whether a line begins with a number of several parts: "1.2 It was agreed". */
static bool begins_numbered_paragraph(const struct markdown *markdown, size_t i)
{
    struct outline_number number;
    const struct text_span text = outline_without_signs(outline_line_text(markdown, i));
    return outline_number_read(text, false, &number) && number.groups > 1 &&
           number.end < text.length;
}

/* Makes a line after a soft break one of its own, if it begins with a label, a number of several
 * parts or a numbered title or is below one or below a title line (P5). */
static void divide_paragraph(struct outline_reader *reader, size_t i)
{
    struct markdown_line *line = &reader->markdown->lines[i];
    if (!line->soft)
        return;
    if (is_part_label(reader, i) || outline_is_tail_label(reader->markdown, i) ||
        (!reader->has_items && outline_is_head_label(reader->markdown, i)))
        outline_detach_line(reader, i);
    else if (stands_alone(reader, i) || begins_numbered_paragraph(reader->markdown, i) ||
             (i && outline_is_title_line(reader->markdown, i - 1)))
        line->soft = false;
}

/* Reports whether two headings have numbers without marks, one after the other: "## 1 Title", "## 2
 * Title". */
static bool has_bare_numbers(const struct markdown *markdown)
{
    unsigned last = 0;
    struct outline_number number;
    for (size_t i = 0; i < markdown->count; i++) {
        if (markdown->lines[i].form != MARKDOWN_HEADING ||
            !outline_number_read(outline_without_signs(outline_line_text(markdown, i)), true,
                                 &number) ||
            number.form != NUMBER_BARE)
            continue;
        if (last && number.value == last + 1)
            return true;
        last = number.value;
    }
    return false;
}

/* Finds the numbered list with the minutes below a list that is their plan: its first entry has the
 * title of that of the plan, or both are below the heading of the agenda and have numbers. */
static void find_repeated_list(struct outline_reader *reader, size_t i)
{
    const struct markdown_line *line = &reader->markdown->lines[i];
    if (reader->repeated || !line->entry || line->depth != 1 || line->list == reader->first_list)
        return;
    const struct outline_heading *last = last_heading(reader);
    const uint32_t title = outline_title_hash(outline_line_text(reader->markdown, i));
    const bool planned = reader->first_numbered && last && last->zone == ZONE_AGENDA;
    if (reader->first_list && line->number == 1 && (title == reader->first_entry || planned))
        reader->repeated = i;
    reader->first_list = line->list;
    reader->first_entry = title;
    reader->first_numbered = line->number > 0;
}

void outline_find_headings(struct outline_reader *reader)
{
    const struct markdown *markdown = reader->markdown;
    reader->bare = has_bare_numbers(markdown);
    for (size_t i = 0; i < markdown->count; i++) {
        const struct markdown_line *line = &markdown->lines[i];
        const struct outline_heading *last = last_heading(reader);
        divide_list(reader, i);
        divide_paragraph(reader, i);
        find_repeated_list(reader, i);
        if (line->form == MARKDOWN_HEADING && line->length <= HEADING_BYTES_MAX && !line->quoted)
            outline_join_title(reader, i), outline_add_heading(reader, i, line->level);
        else if (is_bold_heading(markdown, i) || is_bold_item(reader, i))
            outline_add_heading(reader, i, BOLD_LEVEL);
        else if (is_part_label(reader, i))
            outline_add_heading(reader, i, LABEL_LEVEL);
        else if (is_entry_heading(markdown, i) && !(last && last->zone == ZONE_AGENDA))
            outline_add_heading(reader, i, ENTRY_LEVEL);
        else if (!reader->has_items && !reader->attended)
            reader->attended = outline_begins_attendance(markdown, i);
    }
}
