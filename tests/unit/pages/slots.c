/* The slots of a timetable: their order and their limits. */
#include "archive_fixture.h"
#include "meeting_page/timetable.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#define SOURCES "'sources': [{'document': 'd'}]"

static struct archive *archive;
static struct slot_list list;

static void end(void)
{
    archive_destroy(archive);
}

TestSuite(slots, .fini = end);

/* Adds sessions in rooms, on days or at hours; # stands for the number of a session. */
static void add_sessions(const char *times, int count)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    cr_assert(out);
    fputs("{'documents': [{'id': 'd', 'title': 'D', " SOURCES "}], 'meetings': [{'id': 'm', "
          "'name': 'M', 'status': 'held', 'time_zone': 'UTC', " SOURCES "}], 'sessions': [",
          out);
    for (int i = 0; i < count; i++) {
        fprintf(out, "%s{'id': 's%d', 'number': %d, 'title': 'S', 'meeting': 'm', " SOURCES ", ",
                i ? ", " : "", i, i + 1);
        for (const char *at = times; *at; at++)
            if (*at == '#')
                fprintf(out, "%02d", i + 1);
            else
                fputc(*at, out);
        fputc('}', out);
    }
    fputs("]}", out);
    fclose(out);
    archive = load_text(text);
    free(text);
    size_t loaded;
    const struct record *const *sessions = archive_all(archive, &session_type, &loaded);
    slots_add(&list, sessions, loaded);
}

Test(slots, one_hundred_rooms_are_a_list_that_is_not_full)
{
    add_sessions("'start_date': '2031-05-06T09:00', 'room': 'Room #'", SLOT_ROOMS_MAX);
    cr_expect_eq(list.count, SLOT_ROOMS_MAX);
    cr_expect_eq(list.room_count, SLOT_ROOMS_MAX);
    cr_expect_not(list.full);
}

Test(slots, one_room_more_is_not_added)
{
    add_sessions("'start_date': '2031-05-06T09:00', 'room': 'Room #'", SLOT_ROOMS_MAX + 1);
    cr_expect_eq(list.count, SLOT_ROOMS_MAX);
    cr_expect_eq(list.room_count, SLOT_ROOMS_MAX);
    cr_expect(list.full);
}

Test(slots, fourteen_days_are_a_list_that_is_not_full)
{
    add_sessions("'start_date': '2031-05-#T09:00', 'room': 'R'", SLOT_DAYS_MAX);
    cr_expect_eq(list.count, SLOT_DAYS_MAX);
    cr_expect_eq(list.day_count, SLOT_DAYS_MAX);
    cr_expect_not(list.full);
}

Test(slots, one_day_more_is_not_added)
{
    add_sessions("'start_date': '2031-05-#T09:00', 'room': 'R'", SLOT_DAYS_MAX + 1);
    cr_expect_eq(list.count, SLOT_DAYS_MAX);
    cr_expect_eq(list.day_count, SLOT_DAYS_MAX);
    cr_expect(list.full);
}

Test(slots, four_hundred_slots_are_a_list_that_is_not_full)
{
    add_sessions("'start_date': '2031-05-06T09:00', 'room': 'R'", SLOTS_MAX);
    cr_expect_eq(list.count, SLOTS_MAX);
    cr_expect_not(list.full);
}

Test(slots, one_slot_more_is_not_added)
{
    add_sessions("'start_date': '2031-05-06T09:00', 'room': 'R'", SLOTS_MAX + 1);
    cr_expect_eq(list.count, SLOTS_MAX);
    cr_expect(list.full);
}

Test(slots, at_one_time_in_one_room_are_in_the_order_of_the_record)
{
    add_sessions("'start_date': '2031-05-06T09:00', 'room': 'R'", 9);
    slots_sort(&list);
    for (size_t i = 0; i < list.count; i++)
        cr_expect_eq(list.at[i].record->ordinal, i);
}

/* A slot needs a minute and a room, and its end is after its start. */
Test(slots, a_record_without_a_time_or_a_room_has_none)
{
    static const struct {
        const char *times;
        size_t count;
        bool ends;
    } cases[] = {
        {"'start_date': '2031-05-06', 'room': 'R'", 0, false},
        {"'start_date': '2031-05-06T09:00'", 0, false},
        {"'room': 'R'", 0, false},
        {"'start_date': '2031-05-06T09:00', 'end_date': '2031-05-06T09:00', 'room': 'R'", 1, false},
        {"'start_date': '2031-05-06T09:00', 'end_date': '2031-05-06T09:01', 'room': 'R'", 1, true},
        {"'start_date': '2031-05-06T09:00', 'end_date': '2031-05-07', 'room': 'R'", 1, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        list = (struct slot_list){.count = 0};
        archive_destroy(archive);
        add_sessions(cases[i].times, 1);
        cr_expect_eq(list.count, cases[i].count, "%s", cases[i].times);
        if (list.count)
            cr_expect_eq(list.at[0].end != list.at[0].start, cases[i].ends, "%s", cases[i].times);
    }
}
