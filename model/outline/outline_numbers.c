/* Numbered lines that are items (I3). */
#include "outline/outline_labels.h"
#include "outline/outline_private.h"

#include <string.h>

enum {
    NUMBERED_BYTES_MAX = 120 /* of a numbered line that is an item */
};

bool outline_list_is_titled(struct outline_reader *reader, size_t entry)
{
    const uint32_t list = reader->markdown->lines[entry].list;
    if (list != reader->list) {
        reader->list = list;
        reader->titled = outline_is_titled_list(reader->markdown, entry);
    }
    return reader->titled;
}

/* Reports whether a line is a numbered title alone (I3): "TOP 3: Title", or a list of one entry; or
 * an entry of a list of titles above their text. */
static bool is_numbered_line(struct outline_reader *reader, size_t i)
{
    const struct markdown *markdown = reader->markdown;
    struct outline_item item = {0};
    const struct markdown_line *line = &markdown->lines[i];
    if (line->entry && line->depth == 1 && outline_list_is_titled(reader, i))
        return true;
    if (line->form != MARKDOWN_PARAGRAPH || line->quoted || line->length > NUMBERED_BYTES_MAX ||
        line->soft || (i + 1 < markdown->count && line[1].block == line->block) || line->depth > 1)
        return false;
    const char last = markdown->text.bytes[line->start + line->length - 1];
    if (strchr(".?!;,", last))
        return false;
    if (!line->depth) {
        outline_split_title(outline_line_text(markdown, i), &item);
        return item.number.length && item.title.length;
    }
    const bool alone = (!i || line[-1].list != line->list || !line[-1].depth) &&
                       (i + 1 == markdown->count || !line[1].depth || line[1].list != line->list);
    return alone && line->number && line->entry;
}

/* Reports whether entries of a numbered list below a heading may be items. `above` is the number of
 * headings above the list. */
static bool may_have_numbered_items(const struct outline_reader *reader, size_t above)
{
    const enum zone zone = above ? reader->headings[above - 1].zone : ZONE_HEADER;
    return zone == ZONE_HEADER || zone == ZONE_MINUTES;
}

/* Puts the headings from `middle` on, and those before them, in the order of their lines. Both are
 * in order. */
static void merge_headings(struct outline_reader *reader, size_t middle)
{
    for (size_t i = middle; i < reader->heading_count; i++)
        for (size_t j = i; j && reader->headings[j].line < reader->headings[j - 1].line; j--) {
            const struct outline_heading moved = reader->headings[j];
            reader->headings[j] = reader->headings[j - 1];
            reader->headings[j - 1] = moved;
        }
}

/* Takes a numbered line as a heading. */
static void add_numbered_line(struct outline_reader *reader, size_t i)
{
    const struct markdown *markdown = reader->markdown;
    outline_add_heading(reader, i, BOLD_LEVEL);
    if (reader->outline->out_of_memory)
        return;
    reader->headings[reader->heading_count - 1].rule = "I3";
    if (i + 1 < markdown->count && markdown->lines[i + 1].soft)
        markdown->lines[i + 1].soft = false;
}

void outline_find_numbered_lines(struct outline_reader *reader)
{
    const struct markdown *markdown = reader->markdown;
    const size_t before = reader->heading_count;
    size_t numbered = 0, above = 0;
    if (reader->has_items)
        return;
    for (size_t i = 0; i < markdown->count; i++)
        numbered += is_numbered_line(reader, i);
    if (numbered < 2)
        return;
    for (size_t i = 0; i < markdown->count && !reader->outline->out_of_memory; i++) {
        while (above < before && reader->headings[above].line <= i)
            above++;
        if (is_numbered_line(reader, i) &&
            !(markdown->lines[i].depth && outline_list_is_titled(reader, i) &&
              !may_have_numbered_items(reader, above)))
            add_numbered_line(reader, i);
    }
    merge_headings(reader, before);
}
