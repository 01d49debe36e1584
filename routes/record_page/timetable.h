/* Timetables: what takes place in a room at a time, and tables of it. Private to the folder. */
#pragma once

#include "record_page/record_page_private.h"

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
    bool full; /* true if there was no place for a record */
};

/* Reports whether a record has a time and a room. */
bool slots_can_hold(const struct record *record);

/* Adds the records that have a time and a room; a paper without a room has that of its session.
 * What takes place after midnight belongs to the day of its session. */
void slots_add(struct slot_list *list, const struct record *const *records, size_t count);

/* Orders the slots and the days, and numbers the days. */
void slots_sort(struct slot_list *list);

/* Writes a slot: its time and room, its title as a link, and its people, or how many talks it has.
 * `day`: the day is written before the time for narrow screens. */
void slot_write(struct record_page *page, const struct slot *slot, bool day);

enum {
    TIMETABLE_ROOMS_MAX = 6, /* columns that fit beside each other */
    TIMETABLE_SLOTS_MAX = 160
};

/* Writes a table of rooms and hours for each day. The list has at most TIMETABLE_ROOMS_MAX rooms
 * and TIMETABLE_SLOTS_MAX slots. */
void timetable_write_hours(struct record_page *page, const struct slot_list *list);

/* Writes a table of rooms and days. */
void timetable_write_days(struct record_page *page, const struct slot_list *list);
