#include "meeting_page/timetable.h"

#include "work/work.h"

#include <stdio.h>
#include <stdlib.h>

/* The table of one day. A row is the time from one beginning or end of a slot to the next. */
struct day_table {
    const struct slot_list *list;
    size_t number; /* day_number of its slots */
    const char *times[2 * TIMETABLE_SLOTS_MAX];
    size_t time_count;
    size_t covered_until[TIMETABLE_ROOMS_MAX]; /* the first row that is free, by room */
    bool used[TIMETABLE_ROOMS_MAX];            /* true if the room has a slot on this day */
};

static int compare_times(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;
    return strncmp(*a, *b, SLOT_TIME_BYTES);
}

/* Collects the times of a day, each once. */
static void find_times(struct day_table *table)
{
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < table->list->count; i++) {
        const struct slot *slot = &table->list->at[i];
        if (slot->day_number != table->number)
            continue;
        table->times[count++] = slot->start;
        table->times[count++] = slot->end;
        table->used[slot->room_number] = true;
    }
    qsort(table->times, count, sizeof *table->times, compare_times);
    for (size_t i = 0; i < count; i++)
        if (!kept || compare_times(&table->times[kept - 1], &table->times[i]) != 0)
            table->times[kept++] = table->times[i];
    table->time_count = kept;
}

static size_t row_of(const struct day_table *table, const char *time)
{
    size_t row = 0;
    while (row + 1 < table->time_count && compare_times(&table->times[row], &time) != 0)
        row++;
    return row;
}

/* Returns the row after a slot. A slot without an end has one row. */
static size_t row_after(const struct day_table *table, const struct slot *slot)
{
    const size_t first = row_of(table, slot->start), last = row_of(table, slot->end);
    return last > first ? last : first + 1;
}

/* Reports whether a slot of a room starts in a row; of any room if `room` is TIMETABLE_ROOMS_MAX.
 */
static bool starts_in(const struct day_table *table, size_t row, size_t room)
{
    for (size_t i = 0; i < table->list->count; i++) {
        const struct slot *slot = &table->list->at[i];
        if (slot->day_number == table->number && row_of(table, slot->start) == row &&
            (room == TIMETABLE_ROOMS_MAX || slot->room_number == room))
            return true;
    }
    return false;
}

/* Returns the number of rows. The last time has a row only if a slot starts at that time. */
static size_t row_count(const struct day_table *table)
{
    const size_t last = table->time_count - 1;
    return table->time_count == 1 || starts_in(table, last, TIMETABLE_ROOMS_MAX) ? last + 1 : last;
}

static void open_cell(struct markup *markup, size_t rows)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", rows);
    markup_open(markup, "td", NULL);
    if (rows > 1)
        markup_attribute(markup, "rowspan", digits);
}

/* Returns the row after a block: the slots of a room that begin in a row, and the slots that
 * overlap with them. */
static size_t block_end(const struct day_table *table, size_t row, size_t room)
{
    size_t end = row + 1;
    for (size_t i = 0; i < table->list->count; i++) {
        const struct slot *slot = &table->list->at[i];
        if (slot->day_number != table->number || slot->room_number != room)
            continue;
        const size_t first = row_of(table, slot->start), after = row_after(table, slot);
        if (first >= row && first < end && after > end)
            end = after;
    }
    return end;
}

static void write_block(struct record_page *page, struct day_table *table, size_t row, size_t room)
{
    const size_t end = block_end(table, row, room);
    open_cell(&page->page->markup, end - row);
    for (size_t i = 0; i < table->list->count; i++) {
        const struct slot *slot = &table->list->at[i];
        const size_t first = row_of(table, slot->start);
        if (slot->day_number == table->number && slot->room_number == room && first >= row &&
            first < end)
            slot_write(page, slot);
    }
    markup_close(&page->page->markup, "td");
    table->covered_until[room] = end;
}

/* Writes the free time of a room as one empty cell. */
static void write_gap(struct record_page *page, struct day_table *table, size_t row, size_t room)
{
    const size_t rows = row_count(table);
    size_t end = row + 1;
    while (end < rows && !starts_in(table, end, room))
        end++;
    open_cell(&page->page->markup, end - row);
    markup_close(&page->page->markup, "td");
    table->covered_until[room] = end;
}

static void write_row(struct record_page *page, struct day_table *table, size_t row)
{
    struct markup *markup = &page->page->markup;
    const char *time = table->times[row] + SLOT_DAY_BYTES + 1;
    const char clock[] = {time[0], time[1], time[2], time[3], time[4], '\0'};
    const bool starts = starts_in(table, row, TIMETABLE_ROOMS_MAX);
    markup_open(markup, "tr", NULL);
    markup_open(markup, "th", "class", "hour", "scope", "row", NULL);
    markup_element(markup, "span", clock, "class", starts ? "clock" : "vh", NULL);
    markup_close(markup, "th");
    for (size_t room = 0; room < table->list->room_count; room++) {
        if (!table->used[room] || table->covered_until[room] > row)
            continue;
        if (starts_in(table, row, room))
            write_block(page, table, row, room);
        else
            write_gap(page, table, row, room);
    }
    markup_close(markup, "tr");
    markup_break(markup);
    work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
}

void timetable_open(struct markup *markup, const char *class, const char *corner)
{
    markup_open(markup, "table", "class", class, NULL);
    markup_element(markup, "caption", "By room and time", "class", "vh", NULL);
    markup_open(markup, "thead", NULL);
    markup_open(markup, "tr", NULL);
    markup_open(markup, "th", "class", "hour", "scope", "col", NULL);
    markup_element(markup, "span", corner, "class", "vh", NULL);
    markup_close(markup, "th");
}

void timetable_end_head(struct markup *markup)
{
    markup_close(markup, "tr");
    markup_close(markup, "thead");
    markup_open(markup, "tbody", NULL);
}

void timetable_close(struct markup *markup)
{
    markup_close(markup, "tbody");
    markup_close(markup, "table");
    markup_break(markup);
}

void timetable_write_room(struct markup *markup, const struct value *room, const char *scope)
{
    markup_open(markup, "th", "scope", scope, NULL);
    if (strcmp(scope, "row") == 0)
        markup_attribute(markup, "class", "hour");
    markup_name(markup, room->text, room->count);
    markup_close(markup, "th");
}

void timetable_write_day_heading(struct record_page *page, const struct slot_list *list,
                                 size_t number)
{
    char words[SAY_DATE_BYTES];
    const struct value date = {.count = SLOT_DAY_BYTES, .text = list->days[number]};
    if (list->day_count == 1)
        return;
    say_date(&date, words);
    markup_element(&page->page->markup, "h3", words, "class", "day", NULL);
}

static void write_day(struct record_page *page, struct day_table *table)
{
    struct markup *markup = &page->page->markup;
    timetable_write_day_heading(page, table->list, table->number);
    timetable_open(markup, "tt", "Time");
    for (size_t room = 0; room < table->list->room_count; room++)
        if (table->used[room])
            timetable_write_room(markup, table->list->rooms[room], "col");
    timetable_end_head(markup);
    const size_t rows = row_count(table);
    for (size_t row = 0; row < rows && !work_is_used_up(page->work); row++)
        write_row(page, table, row);
    timetable_close(markup);
}

void timetable_write_hours(struct record_page *page, const struct slot_list *list)
{
    for (size_t day = 0; day < list->day_count; day++) {
        struct day_table table = {.list = list, .number = day};
        find_times(&table);
        if (table.time_count)
            write_day(page, &table);
    }
}
