#include "outline/outline.h"

#include "base/array.h"
#include "outline/outline_labels.h"
#include "outline/outline_private.h"
#include "wording/words.h"

#include <stdlib.h>

size_t outline_paragraph_end(const struct markdown *markdown, size_t line)
{
    size_t end = line + 1;
    while (end < markdown->count && markdown->lines[end].soft &&
           markdown->lines[end].block == markdown->lines[line].block && !markdown->lines[end].entry)
        end++;
    return end;
}

/* Adds an item. */
static void outline_add_item(struct outline_reader *reader, size_t line, unsigned level,
                             const char *rule)
{
    struct outline *outline = reader->outline;
    struct outline_item *items = array_reserve(outline->items, &outline->item_capacity,
                                               outline->item_count + 1, sizeof *items);
    if (!items) {
        outline->out_of_memory = true;
        return;
    }
    outline->items = items;
    struct outline_item item = {.line = line, .level = level, .rule = rule};
    const size_t end = outline_paragraph_end(reader->markdown, line);
    outline_split_heading(reader, line, markdown_text(reader->markdown, line, end), &item);
    if (!item.title.length)
        item.title = outline_line_text(reader->markdown, line);
    if (reader->markdown->lines[line].entry)
        item.entry_number = reader->markdown->lines[line].number;
    for (uint32_t above = (uint32_t)outline->item_count; above; above = items[above - 1].parent)
        if (items[above - 1].level < level) {
            item.parent = above;
            break;
        }
    items[outline->item_count++] = item;
}

/* Reports whether an entry below a heading is an item: a link, a reference, or a topic
 * after a name in brackets, with a nested list. */
static bool is_linked_item(const struct markdown *markdown, size_t i)
{
    const struct markdown_line *line = &markdown->lines[i];
    if (!line->entry || line->depth != 1 || line->length > HEADING_BYTES_MAX)
        return false;
    const struct text_span text = outline_line_text(markdown, i);
    const bool reference = (line->ends_linked && text_span_find(text, 0, "#") < text.length) ||
                           outline_named_topic(text, NULL);
    return (reference || (line->linked && line->linked == line->length)) &&
           outline_has_nested(markdown, i);
}

/* The state of the pass over the lines. */
struct outline_place {
    enum zone zone;
    unsigned level; /* of the heading of the zone */
    uint32_t item;
    bool entries; /* true if first-level entries are items */
    size_t heading;
    unsigned label_zones; /* a bit for the zone of each label above */
    size_t list_end;      /* the first line after the lists below a label, or 0 if it has none */
};

/* Returns the first line after the last list below a heading, or 0 if it has none. */
static size_t find_list_end(const struct outline_reader *reader, size_t heading)
{
    const size_t end = heading + 1 < reader->heading_count ? reader->headings[heading + 1].line
                                                           : reader->markdown->count;
    for (size_t i = end; i > reader->headings[heading].line + 1; i--)
        if (reader->markdown->lines[i - 1].depth)
            return i;
    return 0;
}

/* Reports whether the actions below a label are those of the whole meeting: no item follows, and
 * the items above have no such labels of their own. */
static bool label_is_of_meeting(const struct outline_reader *reader,
                                const struct outline_place *place)
{
    const struct outline_heading *label = &reader->headings[place->heading];
    return label->level == LABEL_LEVEL && label->line > reader->last_item &&
           !(place->label_zones & 1u << label->zone);
}

/* Begins what a heading begins. */
static void outline_begin(struct outline_reader *reader, struct outline_place *place,
                          struct outline_line *line)
{
    struct outline *outline = reader->outline;
    const struct outline_heading *heading = &reader->headings[place->heading];
    const unsigned level = heading->level;
    const bool of_meeting = label_is_of_meeting(reader, place);
    const bool in_item =
        place->item && outline->items[place->item - 1].level < level && !of_meeting;
    line->heading = heading->kind != HEADING_LABEL;
    line->title = heading->kind == HEADING_TITLE;
    line->rule = heading->rule;
    line->level = level;
    if (heading->kind == HEADING_LABEL)
        return;
    if (place->zone == ZONE_SKIPPED && level > place->level && heading->kind != HEADING_CONTAINER &&
        heading->zone != ZONE_ATTENDANCE)
        return;
    place->entries = false;
    if (heading->kind == HEADING_PART) {
        line->part = true;
        place->zone = ZONE_MINUTES;
        return;
    }
    place->level = level;
    place->zone = heading->zone;
    place->label_zones |= level == LABEL_LEVEL ? 1u << heading->zone : 0;
    place->list_end = level == LABEL_LEVEL ? find_list_end(reader, place->heading) : 0;
    if (heading->kind == HEADING_ITEM) {
        outline_add_item(reader, heading->line, level, heading->rule);
        place->item = (uint32_t)outline->item_count;
    } else if (!in_item || heading->kind != HEADING_ZONE)
        place->item = 0;
    line->part = in_item && heading->kind == HEADING_ZONE;
    if (heading->kind == HEADING_CONTAINER)
        place->entries = outline_entries_are_items(reader, place->heading);
}

/* Ends the zone of a label with its lists, and the zone of an agenda at a label of the head. */
static void leave_label(const struct outline_reader *reader, struct outline_place *place, size_t i)
{
    const bool agenda = place->zone == ZONE_AGENDA || place->entries;
    const bool head =
        agenda && !reader->markdown->lines[i].soft && outline_is_head_label(reader->markdown, i);
    if (!head && (!place->list_end || i < place->list_end))
        return;
    place->zone = head ? ZONE_HEADER : ZONE_MINUTES;
    place->item = agenda ? 0 : place->item;
    place->entries = false;
    place->level = 0;
}

/* Ends a zone that a line does not belong to: a list entry's zone ends with its list. */
static void outline_leave(const struct outline_reader *reader, struct outline_place *place,
                          size_t i)
{
    const struct markdown_line *line = &reader->markdown->lines[i];
    if (place->level == LABEL_LEVEL)
        leave_label(reader, place, i);
    if (place->level == ENTRY_LEVEL && place->zone != ZONE_MINUTES &&
        (!line->depth || (line->entry && line->depth == 1))) {
        place->zone = reader->outline->item_count ? ZONE_MINUTES : ZONE_HEADER;
        place->level = 0;
    }
    if (line->form == MARKDOWN_RULE && !place->item &&
        (place->zone == ZONE_ATTENDANCE || place->zone == ZONE_SKIPPED ||
         place->zone == ZONE_AGENDA)) {
        place->zone = ZONE_HEADER;
        place->level = 0;
    }
}

bool outline_is_agenda_title(struct text_span title)
{
    size_t start, length;
    return words_find(WORDS_AGENDA, title.text, title.length, &start, &length) &&
           !words_has(WORDS_MINUTES, title.text, title.length);
}

/* Reports whether the entry at a line begins the numbered list of an agenda without headings but
 * its title. */
static bool begins_agenda(const struct outline_reader *reader, const struct outline_place *place,
                          size_t i)
{
    const struct markdown_line *line = &reader->markdown->lines[i];
    const size_t title = reader->outline->title_line;
    return place->zone == ZONE_HEADER && !reader->has_items && !reader->outline->item_count &&
           line->entry && line->depth == 1 && line->number == 1 && title < i &&
           outline_is_agenda_title(outline_line_text(reader->markdown, title));
}

/* Gives each line its zone and its item. */
static void outline_mark_lines(struct outline_reader *reader)
{
    const struct markdown *markdown = reader->markdown;
    struct outline *outline = reader->outline;
    struct outline_place place = {.zone = ZONE_HEADER};
    for (size_t i = 0; i < markdown->count && !outline->out_of_memory; i++) {
        const struct markdown_line *line = &markdown->lines[i];
        outline_leave(reader, &place, i);
        if (begins_agenda(reader, &place, i)) {
            place.zone = ZONE_MINUTES;
            place.entries = true;
        }
        if (place.heading < reader->heading_count && reader->headings[place.heading].line == i) {
            outline_begin(reader, &place, &outline->lines[i]);
            place.heading++;
        } else if (place.zone == ZONE_MINUTES &&
                   ((place.entries && line->entry && line->depth == 1) ||
                    is_linked_item(markdown, i))) {
            outline_add_item(reader, i, place.entries ? ENTRY_LEVEL : LINKED_LEVEL, "I4");
            place.item = (uint32_t)outline->item_count;
            outline->lines[i].heading = true;
            outline->lines[i].rule = "I4";
            if (place.entries && outline_list_is_titled(reader, i) && i + 1 < markdown->count)
                markdown->lines[i + 1].soft = false;
        }
        outline->lines[i].zone = place.zone;
        outline->lines[i].item = place.item;
    }
}

void outline_read(const struct markdown *markdown, struct outline *outline)
{
    struct outline_reader reader = {.markdown = markdown, .outline = outline};
    *outline = (struct outline){.title_line = markdown->count};
    outline->lines = calloc(markdown->count + 1, sizeof *outline->lines);
    if (!outline->lines) {
        outline->out_of_memory = true;
        return;
    }
    outline_join_resolutions(&reader);
    outline_find_headings(&reader);
    if (!outline->out_of_memory)
        outline_find_numbered_lines(&reader);
    if (!outline->out_of_memory) {
        outline_find_plain_titles(&reader);
        outline_decide_labels(&reader);
        outline_decide_zones(&reader);
        outline_mark_lines(&reader);
        outline_compare_plan(&reader);
        outline_find_chat(&reader);
        outline_find_text(&reader);
    }
    free(reader.headings);
}

void outline_finish(struct outline *outline)
{
    free(outline->lines);
    free(outline->items);
    *outline = (struct outline){0};
}
