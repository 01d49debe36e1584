/* Slots, which are records with a time and a room, and the timetables made of them. Private to the
 * folder. */
#pragma once

#include "meeting_page/meeting_page_private.h"

enum {
    SLOTS_MAX = 400,
    SLOT_ROOMS_MAX = 100,
    SLOT_DAYS_MAX = 14,
    SLOT_DAY_BYTES = 10, /* of "2031-06-01" */
    SLOT_TIME_BYTES = 16 /* of "2031-06-01T09:30" */
};

struct slot {
    const struct record *record;
    const char *start, *end;  /* texts that begin with SLOT_TIME_BYTES of local time */
    const struct value *room; /* not absent */
    size_t room_number, day_number;
};

struct slot_list {
    struct slot at[SLOTS_MAX]; /* by time */
    size_t count;
    const struct value *rooms[SLOT_ROOMS_MAX]; /* in the order in which they first occur */
    size_t room_count;
    const char *days[SLOT_DAYS_MAX]; /* texts that begin with SLOT_DAY_BYTES, in their order */
    size_t day_count;
    bool full; /* true if a record was not added, because of a limit */
};

/* Reports whether a record has a time and a room. */
bool slots_can_hold(const struct record *record);

/* Adds the records that have a time and a room. A record without a room takes the room of its
 * session. A record after midnight belongs to the day on which its session starts. */
void slots_add(struct slot_list *list, const struct record *const *records, size_t count);

/* Orders the slots and the days, and numbers the days. */
void slots_sort(struct slot_list *list);

/* Writes a slot: its time and room, its title as a link, and its people or its number of talks. */
void slot_write(struct record_page *page, const struct slot *slot);

enum {
    TIMETABLE_ROOMS_MAX = 12, /* columns that fit side by side */
    TIMETABLE_SLOTS_MAX = 160
};

/* Writes a table for each day, with a column for each room and a row for each time. The list has at
 * most TIMETABLE_ROOMS_MAX rooms and TIMETABLE_SLOTS_MAX slots. */
void timetable_write_hours(struct record_page *page, const struct slot_list *list);

/* Writes a table for each day, with an axis of hours and a row for each slot, which names its room;
 * in the order of time. For many rooms, in which few slots follow each other. */
void timetable_write_axis(struct record_page *page, const struct slot_list *list);

/* The parts of both tables: the table up to the columns of its head, of which the first has the
 * hidden heading `corner`; the rest of the head; the end. */
void timetable_open(struct markup *markup, const char *class, const char *corner);
void timetable_end_head(struct markup *markup);
void timetable_close(struct markup *markup);

/* Writes the heading of a room; `scope` is "col" or "row". */
void timetable_write_room(struct markup *markup, const struct value *room, const char *scope);

/* Writes the date of a day above its table, if there are several. */
void timetable_write_day_heading(struct record_page *page, const struct slot_list *list,
                                 size_t number);
