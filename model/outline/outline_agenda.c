/* Agendas: which are the plan, and which are the minutes themselves (Z2, I4). */
#include "base/hash_table.h"
#include "outline/outline_private.h"

#include <string.h>

/* Returns the line of the next heading after one, or the number of lines. */
static size_t next_heading(const struct outline_reader *reader, size_t heading)
{
    for (size_t i = heading + 1; i < reader->heading_count; i++)
        if (reader->headings[i].kind != HEADING_LABEL)
            return reader->headings[i].line;
    return reader->markdown->count;
}

/* Counts the first-level entries between two lines, and those with nested lists or text. */
static size_t count_entries(struct outline_reader *reader, size_t from, size_t to,
                            size_t *ret_nested)
{
    const struct markdown *markdown = reader->markdown;
    size_t entries = 0;
    *ret_nested = 0;
    for (size_t i = from; i < to; i++)
        if (markdown->lines[i].entry && markdown->lines[i].depth == 1) {
            entries++;
            *ret_nested += outline_has_nested(markdown, i) ||
                           (markdown->lines[i].number && outline_list_is_titled(reader, i));
        }
    return entries;
}

static bool hash_is_there(const void *items, uint32_t place, const void *key)
{
    (void)items, (void)place, (void)key;
    return true;
}

/* Reports whether a title of an item is the text of an entry between two lines, and sets the line
 * of the plan of such items. */
static bool plans_items(struct outline_reader *reader, size_t from, size_t to, bool mark)
{
    const struct markdown *markdown = reader->markdown;
    struct hash_table table = {0};
    bool found = false;
    for (size_t i = from; i < to; i++)
        if (markdown->lines[i].entry) {
            if (!hash_table_reserve(&table, table.count + 1)) {
                reader->outline->out_of_memory = true;
                break;
            }
            hash_table_add(&table, outline_title_hash(outline_line_text(markdown, i)), (uint32_t)i);
        }
    for (size_t i = 0; i < reader->heading_count; i++) {
        if (reader->headings[i].kind != HEADING_ITEM || reader->headings[i].line < to)
            continue;
        const uint32_t place = hash_table_find(
            &table, outline_title_hash(outline_line_text(markdown, reader->headings[i].line)),
            hash_is_there, NULL, NULL);
        found |= place != HASH_TABLE_ABSENT;
    }
    for (size_t i = 0; mark && i < reader->outline->item_count; i++) {
        struct outline_item *item = &reader->outline->items[i];
        const uint32_t place =
            hash_table_find(&table, outline_title_hash(item->title), hash_is_there, NULL, NULL);
        if (place != HASH_TABLE_ABSENT && item->line >= to)
            item->planned_line = markdown->lines[place].line;
    }
    hash_table_finish(&table);
    return found;
}

/* Reports whether an agenda is the plan, and not the minutes themselves (Z2). */
static bool agenda_is_plan(struct outline_reader *reader, size_t heading)
{
    const size_t from = reader->headings[heading].line + 1, to = next_heading(reader, heading);
    bool items = false;
    size_t nested = 0;
    for (size_t i = heading + 1; i < reader->heading_count; i++) {
        if (reader->headings[i].kind == HEADING_CONTAINER)
            return true;
        items |= reader->headings[i].kind == HEADING_ITEM && reader->headings[i].line >= to;
    }
    if (plans_items(reader, from, to, false))
        return true;
    const size_t entries = count_entries(reader, from, to, &nested);
    return items && (!entries || 2 * nested < entries);
}

void outline_decide_labels(struct outline_reader *reader)
{
    bool item = false;
    for (size_t i = 0; i < reader->heading_count; i++) {
        struct outline_heading *heading = &reader->headings[i];
        if (heading->kind == HEADING_ITEM)
            item = true, reader->last_item = heading->line;
        if (!item || heading->level != LABEL_LEVEL)
            continue;
        if (heading->kind == HEADING_CONTAINER)
            heading->kind = HEADING_PART;
        else if (heading->zone == ZONE_AGENDA)
            heading->kind = HEADING_LABEL;
    }
}

void outline_decide_zones(struct outline_reader *reader)
{
    for (size_t i = 0; i < reader->heading_count; i++) {
        struct outline_heading *heading = &reader->headings[i];
        if (heading->kind != HEADING_ZONE || heading->zone != ZONE_AGENDA)
            continue;
        size_t nested;
        const size_t end = next_heading(reader, i);
        const bool empty = !count_entries(reader, heading->line + 1, end, &nested);
        if (empty || !agenda_is_plan(reader, i)) {
            heading->kind = HEADING_CONTAINER;
            heading->zone = ZONE_MINUTES;
            heading->rule = empty ? "Z1" : "Z2";
        } else
            heading->rule = "Z2";
    }
}

bool outline_entries_are_items(struct outline_reader *reader, size_t heading)
{
    size_t nested;
    const size_t from = heading < reader->heading_count ? reader->headings[heading].line + 1 : 0;
    const size_t to = heading + 1 < reader->heading_count ? reader->headings[heading + 1].line
                                                          : reader->markdown->count;
    if (heading < reader->heading_count && !strcmp(reader->headings[heading].rule, "Z2"))
        return true;
    const size_t entries = count_entries(reader, from, to, &nested);
    return entries && 2 * nested >= entries && nested > 0;
}

/* Marks the entries of the plan, between two lines, that are the title of no item and no heading.
 */
static void mark_unheld(struct outline_reader *reader, size_t from, size_t to)
{
    const struct markdown *markdown = reader->markdown;
    struct outline *outline = reader->outline;
    struct hash_table titles = {0};
    if (!hash_table_reserve(&titles, outline->item_count + reader->heading_count)) {
        outline->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < outline->item_count; i++)
        hash_table_add(&titles, outline_title_hash(outline->items[i].title), 0);
    for (size_t i = 0; i < reader->heading_count; i++)
        hash_table_add(
            &titles, outline_title_hash(outline_line_text(markdown, reader->headings[i].line)), 0);
    for (size_t i = from; i < to; i++) {
        const uint32_t hash = outline_title_hash(outline_line_text(markdown, i));
        outline->lines[i].unheld =
            markdown->lines[i].entry && markdown->lines[i].depth == 1 &&
            hash_table_find(&titles, hash, hash_is_there, NULL, NULL) == HASH_TABLE_ABSENT;
    }
    hash_table_finish(&titles);
}

void outline_compare_plan(struct outline_reader *reader)
{
    for (size_t i = 0; i < reader->heading_count; i++)
        if (reader->headings[i].zone == ZONE_AGENDA && reader->headings[i].kind == HEADING_ZONE) {
            const size_t from = reader->headings[i].line + 1, to = next_heading(reader, i);
            plans_items(reader, from, to, true);
            if (!reader->outline->out_of_memory)
                mark_unheld(reader, from, to);
        }
}
