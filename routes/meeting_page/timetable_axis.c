/* Timetables of many rooms: an axis of hours, on which each slot is a bar in a row of its own. */
#include "meeting_page/timetable.h"
#include "work/work.h"

#include <stdio.h>

enum {
    HOUR = 60,           /* minutes */
    STEP = HOUR / 2,     /* minutes of a column */
    STEPS_MAX = 36 * 2,  /* a day, and the night after it */
    HOURS_NAMED_MAX = 12 /* with more hours, a heading stands for two */
};

/* The axis of one day, in steps from midnight. */
struct axis {
    const struct slot_list *list;
    size_t day; /* day_number of its slots */
    int first, end;
};

static int two_digits(const char *text)
{
    return (text[0] - '0') * 10 + text[1] - '0';
}

/* Returns the minutes of a time since the midnight at which its day begins. A time on another date
 * is one of the next. */
static int minutes_of(const struct axis *axis, const char *time)
{
    const bool next = strncmp(time, axis->list->days[axis->day], SLOT_DAY_BYTES) != 0;
    return (next ? 24 * HOUR : 0) + two_digits(time + 11) * HOUR + two_digits(time + 14);
}

static int limit_step(int step)
{
    return step < STEPS_MAX ? step : STEPS_MAX;
}

/* Returns the step in which a slot starts, and stores the one after it. */
static int find_steps(const struct axis *axis, const struct slot *slot, int *ret_end)
{
    const int start = minutes_of(axis, slot->start) / STEP;
    const int first = start < STEPS_MAX ? start : STEPS_MAX - 1;
    const int end = limit_step((minutes_of(axis, slot->end) + STEP - 1) / STEP);
    *ret_end = end > first ? end : first + 1;
    return first;
}

/* Finds the whole hours that contain all slots of the day, of which there are some. */
static void find_hours(struct axis *axis)
{
    axis->first = STEPS_MAX;
    axis->end = 0;
    for (size_t i = 0; i < axis->list->count; i++) {
        const struct slot *slot = &axis->list->at[i];
        int end;
        if (slot->day_number != axis->day)
            continue;
        const int first = find_steps(axis, slot, &end);
        axis->first = first < axis->first ? first : axis->first;
        axis->end = end > axis->end ? end : axis->end;
    }
    axis->first -= axis->first % 2;
    axis->end += axis->end % 2;
}

static void open_cells(struct markup *markup, const char *tag, int steps)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", steps);
    markup_open(markup, tag, NULL);
    if (steps > 1)
        markup_attribute(markup, "colspan", digits);
}

/* Writes the hours above their columns. */
static void write_hours(struct markup *markup, const struct axis *axis)
{
    const int hours = (axis->end - axis->first) / 2, every = hours > HOURS_NAMED_MAX ? 2 : 1;
    for (int hour = 0; hour < hours; hour += every) {
        char clock[16];
        const int steps = 2 * (hour + every <= hours ? every : hours - hour);
        snprintf(clock, sizeof clock, "%02d:00", (axis->first / 2 + hour) % 24);
        open_cells(markup, "th", steps);
        markup_attribute(markup, "scope", "col");
        markup_text(markup, clock);
        markup_close(markup, "th");
    }
}

static void write_free(struct markup *markup, int steps)
{
    if (steps <= 0)
        return;
    open_cells(markup, "td", steps);
    markup_close(markup, "td");
}

static void write_row(struct record_page *page, const struct axis *axis, const struct slot *slot)
{
    struct markup *markup = &page->page->markup;
    int end;
    const int first = find_steps(axis, slot, &end);
    markup_open(markup, "tr", NULL);
    timetable_write_room(markup, slot->room, "row");
    write_free(markup, first - axis->first);
    open_cells(markup, "td", end - first);
    slot_write(page, slot);
    markup_close(markup, "td");
    write_free(markup, axis->end - end);
    markup_close(markup, "tr");
    markup_break(markup);
    work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
}

static void write_day(struct record_page *page, const struct axis *axis)
{
    struct markup *markup = &page->page->markup;
    timetable_write_day_heading(page, axis->list, axis->day);
    timetable_open(markup, "tt axis", "Room");
    write_hours(markup, axis);
    timetable_end_head(markup);
    for (size_t i = 0; i < axis->list->count && !work_is_used_up(page->work); i++)
        if (axis->list->at[i].day_number == axis->day)
            write_row(page, axis, &axis->list->at[i]);
    timetable_close(markup);
}

void timetable_write_axis(struct record_page *page, const struct slot_list *list)
{
    for (size_t day = 0; day < list->day_count; day++) {
        struct axis axis = {.list = list, .day = day};
        find_hours(&axis);
        write_day(page, &axis);
    }
}
