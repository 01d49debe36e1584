#include "minutes/outline.h"

#include "base/array.h"
#include "base/hash_table.h"
#include "members/member.h"
#include "minutes/outline_labels.h"
#include "outcomes/action.h"
#include "phrases/time.h"
#include "wording/words.h"

#include <stdlib.h>

enum {
    BOLD_LEVEL = 7,
    ENTRY_LEVEL = 8,      /* an entry of a list that is a heading or an item */
    LINKED_LEVEL = 9,     /* an entry below a heading that is an item (I4) */
    LABEL_LEVEL = 10,     /* a label that begins a part: "Agenda:" */
    BOLD_BYTES_MAX = 120, /* of a bold paragraph that is a heading (I2) */
    HEADING_BYTES_MAX = 300
};

/* The numbers of lists that a label divides from the list before it begin here. */
#define DIVIDED_LIST 0x80000000u

/* The parts of minutes that a heading can begin. */
enum heading_kind {
    HEADING_NONE,
    HEADING_LABEL, /* "Date: ..." is a line of its zone */
    HEADING_TITLE,
    HEADING_ITEM,
    HEADING_PART,
    HEADING_CONTAINER,
    HEADING_ZONE /* of the zone of the heading */
};

struct outline_heading {
    size_t line;
    unsigned level;
    enum heading_kind kind;
    enum zone zone;
    const char *rule;
};

/* An outline that is being found. */
struct outline_reader {
    const struct markdown *markdown;
    struct outline *outline;
    struct outline_heading *headings;
    size_t heading_count, heading_capacity;
    uint32_t title;        /* the hash of the title of the meeting, once it is found */
    uint32_t list;         /* the last numbered list that was asked about */
    bool titled;           /* true if its entries are titles */
    bool has_items;        /* true if any heading is an item */
    size_t last_item;      /* the line of the last heading that is an item, or 0 */
    uint32_t divided_list; /* the list that a label divides, or 0 */
    uint32_t divided_at;   /* the line of the label */
    unsigned number;       /* of the last entry below the label */
};

size_t outline_paragraph_end(const struct markdown *markdown, size_t line)
{
    size_t end = line + 1;
    while (end < markdown->count && markdown->lines[end].soft &&
           markdown->lines[end].block == markdown->lines[line].block && !markdown->lines[end].entry)
        end++;
    return end;
}

static struct text_span line_text(const struct markdown *markdown, size_t line)
{
    return markdown_text(markdown, line, line + 1);
}

/* Reports whether the entry at a line has a nested list. */
static bool has_nested(const struct markdown *markdown, size_t line)
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

/* Reports whether a heading is a label with its value: "Date: 1 May" (P3). */
static bool is_label_heading(struct text_span text)
{
    static const enum words_class labels[] = {
        WORDS_DATE,  WORDS_PLACE,        WORDS_TIME,      WORDS_START,        WORDS_END,
        WORDS_CHAIR, WORDS_MINUTE_TAKER, WORDS_MODERATOR, WORDS_DURATION,     WORDS_SECRETARY,
        WORDS_HOST,  WORDS_PRESENT,      WORDS_REGRETS,   WORDS_NEXT_MEETING,
    };
    const size_t colon = text_span_find(text, 0, ":");
    if (colon + 1 >= text.length)
        return false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (words_is(labels[i], text.text, colon))
            return true;
    return false;
}

/* Reports whether a text tells when the meeting began or ended. */
static bool tells_start_or_end(struct text_span text)
{
    struct phrase_time time;
    bool actual = false;
    if (!phrase_time_find(text, 0, &time))
        return false;
    const enum time_meaning meaning = phrase_time_meaning(text, &actual);
    return meaning == TIME_START || meaning == TIME_END || meaning == TIME_BREAK;
}

/* Reports whether a text begins a group of the attendance and has nothing after its label. */
static bool is_attendance(struct text_span text)
{
    struct member_group group;
    return member_group_read(text, &group) && !group.rest.length && !group.single;
}

/* Sets what a structural heading begins. Returns false if it is not structural. */
static bool heading_is_structural(struct text_span title, struct outline_heading *heading)
{
    static const struct {
        enum words_class words;
        enum zone zone;
    } zones[] = {
        {WORDS_FACTS, ZONE_HEADER},          {WORDS_AGENDA, ZONE_AGENDA},
        {WORDS_CONCLUSION, ZONE_CONCLUSION}, {WORDS_ACTIONS, ZONE_ACTIONS},
        {WORDS_NEXT_STEPS, ZONE_STEPS},      {WORDS_SUMMARY, ZONE_SUMMARY},
        {WORDS_SKIPPED, ZONE_SKIPPED},       {WORDS_NEXT_MEETING, ZONE_NEXT_MEETING},
    };
    heading->kind = HEADING_ZONE;
    heading->rule = "Z1";
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (words_is(zones[i].words, title.text, title.length)) {
            heading->zone = zones[i].zone;
            return true;
        }
    const enum action_zone actions = action_zone_of(title);
    heading->zone = actions == ACTION_ZONE_ACTIONS  ? ZONE_ACTIONS
                    : actions == ACTION_ZONE_STEPS  ? ZONE_STEPS
                    : actions == ACTION_ZONE_REVIEW ? ZONE_REVIEW
                                                    : ZONE_HEADER;
    if (actions != ACTION_ZONE_NONE)
        return true;
    heading->zone = ZONE_ATTENDANCE;
    return is_attendance(title);
}

/* Reports whether a heading is above one of its own level or a higher one that is an item. */
static bool has_item_above(const struct outline_reader *reader, unsigned level)
{
    for (size_t i = reader->heading_count; i-- > 0;)
        if (reader->headings[i].kind == HEADING_ITEM)
            return reader->headings[i].level < level;
        else if (reader->headings[i].kind == HEADING_CONTAINER)
            return false;
    return false;
}

/* Returns a hash of the words of a title. */
static uint32_t title_hash(struct text_span title)
{
    uint32_t hash = 2166136261u;
    struct outline_item item = {0};
    outline_split_title(title, &item);
    for (size_t i = 0; i < item.title.length; i++) {
        const unsigned char byte = (unsigned char)item.title.text[i];
        const unsigned char lower = byte >= 'A' && byte <= 'Z' ? byte + 32 : byte;
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower >= 0x80)
            hash = (hash ^ lower) * 16777619u;
    }
    return hash;
}

static bool has_title(const struct outline_reader *reader)
{
    return reader->outline->title_line < reader->markdown->count;
}

/* Reports whether the first heading is the title of the meeting. */
static bool heading_is_title(const struct outline_reader *reader, struct text_span text,
                             const struct outline_heading *heading, bool numbered)
{
    struct phrase_date date;
    if (has_title(reader) || heading->level >= BOLD_LEVEL || numbered || reader->has_items)
        return false;
    return heading->level == 1 || phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date) ||
           (words_has(WORDS_TITLE, text.text, text.length) && !reader->heading_count);
}

/* Reports whether a line is an entry of a list or a row of a table. */
static bool begins_list(const struct markdown *markdown, size_t line)
{
    return line < markdown->count &&
           (markdown->lines[line].entry || markdown->lines[line].form == MARKDOWN_ROW);
}

/* Decides what a heading begins. */
static void heading_classify(struct outline_reader *reader, struct outline_heading *heading)
{
    struct outline_item item = {0};
    const struct text_span text = line_text(reader->markdown, heading->line);
    outline_split_title(text, &item);
    const bool numbered = item.number.length > 0 || reader->markdown->lines[heading->line].number;
    if (is_label_heading(outline_without_signs(text)) ||
        (has_title(reader) && title_hash(text) == reader->title))
        heading->kind = HEADING_LABEL, heading->rule = "P3";
    else if (heading_is_structural(item.title, heading) &&
             !(numbered && heading->zone == ZONE_ATTENDANCE &&
               !begins_list(reader->markdown, heading->line + 1)) &&
             !(heading->zone == ZONE_HEADER && reader->has_items)) {
        if (heading->zone == ZONE_SUMMARY && numbered)
            heading->kind = HEADING_ITEM, heading->rule = "I1";
        if (heading->zone == ZONE_CONCLUSION && !has_item_above(reader, heading->level))
            heading->zone = ZONE_DECISIONS;
    } else if (words_is(WORDS_PART, item.title.text, item.title.length) && !numbered &&
               has_item_above(reader, heading->level))
        heading->kind = HEADING_PART, heading->rule = "I1";
    else if (words_is(WORDS_MINUTES, item.title.text, item.title.length) && !numbered)
        heading->kind = HEADING_CONTAINER, heading->zone = ZONE_MINUTES, heading->rule = "Z1";
    else if (!numbered && (words_is(WORDS_PROCEDURE, item.title.text, item.title.length) ||
                           tells_start_or_end(text)))
        heading->kind = HEADING_ZONE, heading->zone = ZONE_PROCEDURE, heading->rule = "I4";
    else if (heading_is_title(reader, text, heading, numbered)) {
        heading->kind = HEADING_TITLE, heading->zone = ZONE_HEADER, heading->rule = "D4";
        reader->outline->title_line = heading->line;
        reader->title = title_hash(text);
    } else {
        heading->kind = HEADING_ITEM, heading->zone = ZONE_MINUTES;
        heading->rule = heading->level < BOLD_LEVEL ? "I1" : "I2";
    }
}

/* Reports whether a line is a paragraph of its own, all of which is bold (I2). */
static bool is_bold_heading(const struct markdown *markdown, size_t i)
{
    const struct markdown_line *line = &markdown->lines[i];
    if (line->form != MARKDOWN_PARAGRAPH || line->depth || line->quoted ||
        line->length > BOLD_BYTES_MAX || line->bold + 1 < line->length || !line->bold)
        return false;
    if ((i && line[-1].block == line->block) ||
        (i + 1 < markdown->count && line[1].block == line->block))
        return false;
    const char last = markdown->text.bytes[line->start + line->length - 1];
    return !strchr(".?!;,", last) || tells_start_or_end(line_text(markdown, i));
}

/* Reports whether a line is an entry whose text is a structural word (Z1). */
static bool is_entry_heading(const struct markdown *markdown, size_t i)
{
    struct outline_heading heading = {0};
    const struct markdown_line *line = &markdown->lines[i];
    if (!line->entry || line->depth != 1 || line->checkbox || line->length > 60 ||
        !has_nested(markdown, i))
        return false;
    const struct text_span text = text_span_strip(line_text(markdown, i), " :");
    return heading_is_structural(text, &heading) && heading.zone != ZONE_SKIPPED;
}

/* Reports whether an entry is one of a numbered list of titles above their text. */
static bool list_is_titled(struct outline_reader *reader, size_t entry)
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
    if (line->entry && line->depth == 1 && list_is_titled(reader, i))
        return true;
    if (line->form != MARKDOWN_PARAGRAPH || line->quoted || line->length > BOLD_BYTES_MAX ||
        line->soft || (i + 1 < markdown->count && line[1].block == line->block) || line->depth > 1)
        return false;
    const char last = markdown->text.bytes[line->start + line->length - 1];
    if (strchr(".?!;,", last))
        return false;
    if (!line->depth) {
        outline_split_title(line_text(markdown, i), &item);
        return item.number.length && item.title.length;
    }
    const bool alone = (!i || line[-1].list != line->list || !line[-1].depth) &&
                       (i + 1 == markdown->count || !line[1].depth || line[1].list != line->list);
    return alone && line->number && line->entry;
}

static void outline_add_heading(struct outline_reader *reader, size_t line, unsigned level)
{
    struct outline_heading *at = array_reserve(reader->headings, &reader->heading_capacity,
                                               reader->heading_count + 1, sizeof *at);
    if (!at) {
        reader->outline->out_of_memory = true;
        return;
    }
    reader->headings = at;
    struct outline_heading heading = {.line = line, .level = level};
    heading_classify(reader, &heading);
    at[reader->heading_count++] = heading;
    reader->has_items |= heading.kind == HEADING_ITEM;
}

/* Returns the last heading that was found, or NULL. */
static const struct outline_heading *last_heading(const struct outline_reader *reader)
{
    return reader->heading_count ? &reader->headings[reader->heading_count - 1] : NULL;
}

/* Reports whether a line is a label that begins a part (Z1). */
static bool is_part_label(const struct outline_reader *reader, size_t i)
{
    const struct text_span text = text_span_strip(line_text(reader->markdown, i), " :");
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

/* Takes a line off the paragraph and the list entry that it continues. */
static void detach_line(struct outline_reader *reader, size_t i)
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

/* Makes a line after a soft break one of its own, if it begins with a label or a numbered title or
 * is below one (P5). */
static void divide_paragraph(struct outline_reader *reader, size_t i)
{
    struct markdown_line *line = &reader->markdown->lines[i];
    if (!line->soft)
        return;
    if (is_part_label(reader, i) || outline_is_tail_label(reader->markdown, i) ||
        (!reader->has_items && outline_is_head_label(reader->markdown, i)))
        detach_line(reader, i);
    else if (stands_alone(reader, i))
        line->soft = false;
}

static void outline_find_headings(struct outline_reader *reader)
{
    const struct markdown *markdown = reader->markdown;
    for (size_t i = 0; i < markdown->count; i++) {
        const struct markdown_line *line = &markdown->lines[i];
        const struct outline_heading *last = last_heading(reader);
        divide_list(reader, i);
        divide_paragraph(reader, i);
        if (line->form == MARKDOWN_HEADING && line->length <= HEADING_BYTES_MAX && !line->quoted)
            outline_add_heading(reader, i, line->level);
        else if (is_bold_heading(markdown, i) || is_bold_item(reader, i))
            outline_add_heading(reader, i, BOLD_LEVEL);
        else if (is_part_label(reader, i))
            outline_add_heading(reader, i, LABEL_LEVEL);
        else if (is_entry_heading(markdown, i) && !(last && last->zone == ZONE_AGENDA))
            outline_add_heading(reader, i, ENTRY_LEVEL);
    }
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

/* Takes numbered lines as headings if nothing else is an item (I3). */
static void outline_find_numbered_lines(struct outline_reader *reader)
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
            !(markdown->lines[i].depth && list_is_titled(reader, i) &&
              !may_have_numbered_items(reader, above)))
            add_numbered_line(reader, i);
    }
    merge_headings(reader, before);
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
    outline_split_title(markdown_text(reader->markdown, line, end), &item);
    if (!item.title.length)
        item.title = line_text(reader->markdown, line);
    if (reader->markdown->lines[line].entry)
        item.entry_number = reader->markdown->lines[line].number;
    for (uint32_t above = (uint32_t)outline->item_count; above; above = items[above - 1].parent)
        if (items[above - 1].level < level) {
            item.parent = above;
            break;
        }
    items[outline->item_count++] = item;
}

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
            *ret_nested +=
                has_nested(markdown, i) || (markdown->lines[i].number && list_is_titled(reader, i));
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
            hash_table_add(&table, title_hash(line_text(markdown, i)), (uint32_t)i);
        }
    for (size_t i = 0; i < reader->heading_count; i++) {
        if (reader->headings[i].kind != HEADING_ITEM || reader->headings[i].line < to)
            continue;
        const uint32_t place =
            hash_table_find(&table, title_hash(line_text(markdown, reader->headings[i].line)),
                            hash_is_there, NULL, NULL);
        found |= place != HASH_TABLE_ABSENT;
    }
    for (size_t i = 0; mark && i < reader->outline->item_count; i++) {
        struct outline_item *item = &reader->outline->items[i];
        const uint32_t place =
            hash_table_find(&table, title_hash(item->title), hash_is_there, NULL, NULL);
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

/* Makes labels below an item the labels of its parts (Z1). */
static void outline_decide_labels(struct outline_reader *reader)
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

/* Decides about agendas, and about lists whose entries are the items (Z2, I4). */
static void outline_decide_zones(struct outline_reader *reader)
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

/* Reports whether the entries of a zone are its items (I4). */
static bool entries_are_items(struct outline_reader *reader, size_t heading)
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

/* Reports whether an entry below a heading is an item: a link, a reference, or a topic
 * after a name in brackets, with a nested list. */
static bool is_linked_item(const struct markdown *markdown, size_t i)
{
    const struct markdown_line *line = &markdown->lines[i];
    if (!line->entry || line->depth != 1 || line->length > HEADING_BYTES_MAX)
        return false;
    const struct text_span text = line_text(markdown, i);
    const bool reference = (line->ends_linked && text_span_find(text, 0, "#") < text.length) ||
                           outline_named_topic(text, NULL);
    return (reference || (line->linked && line->linked == line->length)) && has_nested(markdown, i);
}

/* Where the pass over the lines is. */
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
        place->entries = entries_are_items(reader, place->heading);
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

/* Gives each line its zone and its item. */
static void outline_mark_lines(struct outline_reader *reader)
{
    const struct markdown *markdown = reader->markdown;
    struct outline *outline = reader->outline;
    struct outline_place place = {.zone = ZONE_HEADER};
    for (size_t i = 0; i < markdown->count && !outline->out_of_memory; i++) {
        const struct markdown_line *line = &markdown->lines[i];
        outline_leave(reader, &place, i);
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
            if (place.entries && list_is_titled(reader, i) && i + 1 < markdown->count)
                markdown->lines[i + 1].soft = false;
        }
        outline->lines[i].zone = place.zone;
        outline->lines[i].item = place.item;
    }
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
        hash_table_add(&titles, title_hash(outline->items[i].title), 0);
    for (size_t i = 0; i < reader->heading_count; i++)
        hash_table_add(&titles, title_hash(line_text(markdown, reader->headings[i].line)), 0);
    for (size_t i = from; i < to; i++) {
        const uint32_t hash = title_hash(line_text(markdown, i));
        outline->lines[i].unheld =
            markdown->lines[i].entry && markdown->lines[i].depth == 1 &&
            hash_table_find(&titles, hash, hash_is_there, NULL, NULL) == HASH_TABLE_ABSENT;
    }
    hash_table_finish(&titles);
}

/* Compares the plan with the items. */
static void outline_compare_plan(struct outline_reader *reader)
{
    for (size_t i = 0; i < reader->heading_count; i++)
        if (reader->headings[i].zone == ZONE_AGENDA && reader->headings[i].kind == HEADING_ZONE) {
            const size_t from = reader->headings[i].line + 1, to = next_heading(reader, i);
            plans_items(reader, from, to, true);
            if (!reader->outline->out_of_memory)
                mark_unheld(reader, from, to);
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
    outline_find_headings(&reader);
    if (!outline->out_of_memory)
        outline_find_numbered_lines(&reader);
    if (!outline->out_of_memory) {
        outline_decide_labels(&reader);
        outline_decide_zones(&reader);
        outline_mark_lines(&reader);
        outline_compare_plan(&reader);
    }
    free(reader.headings);
}

void outline_finish(struct outline *outline)
{
    free(outline->lines);
    free(outline->items);
    *outline = (struct outline){0};
}
