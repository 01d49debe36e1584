/* The programme of a meeting: a timetable if its talks or sessions have times and rooms; otherwise
 * a list. */
#include "meeting_page/programme_list.h"
#include "meeting_page/timetable.h"
#include "work/work.h"

#include <stdlib.h>

enum {
    UNPLACED_MAX = 30,   /* records without a time or a room */
    TALK_COLUMNS_MAX = 6 /* rooms with columns wide enough for talks */
};

/* Adds the sessions that contain no other sessions. Returns their number. */
static size_t add_innermost(struct slot_list *slots, const struct record_page *page,
                            const struct record *const *sessions, size_t count)
{
    const struct relation *relation =
        archive_relation(page->page->archive, &session_type, "parts", strlen("parts"));
    size_t innermost = 0;
    for (size_t i = 0; i < count; i++) {
        size_t parts = 0;
        if (relation)
            relation_members(relation, sessions[i], &parts);
        if (parts)
            continue;
        slots_add(slots, &sessions[i], 1);
        innermost++;
    }
    return innermost;
}

/* Reports whether a table is useful: it has several rooms, and at least half of `count` records. */
static bool is_timetable(const struct slot_list *slots, size_t count)
{
    return !slots->full && slots->count > 1 && slots->room_count > 1 && 2 * slots->count >= count;
}

/* Writes the records that are not in the timetable. */
static void write_unplaced(struct record_page *page, const struct record *const *records,
                           size_t count)
{
    struct markup *markup = &page->page->markup;
    size_t written = 0;
    for (size_t i = 0; i < count && written < UNPLACED_MAX && !work_is_used_up(page->work); i++) {
        if (slots_can_hold(records[i]))
            continue;
        if (!written++) {
            markup_open(markup, "div", "class", "programme more", NULL);
            markup_open(markup, "section", NULL);
            markup_element(markup, "h3", "Without a time or a room", NULL);
            markup_open(markup, "ul", NULL);
        }
        programme_write_item(page, records[i]);
    }
    if (!written)
        return;
    markup_close(markup, "ul");
    markup_close(markup, "section");
    markup_close(markup, "div");
}

static void say_zone(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    const struct value *zone = record_value(page->record, ROLE_TIME_ZONE);
    if (!zone->count)
        return;
    markup_open(markup, "p", "class", "say", NULL);
    markup_text(markup, "All times are local (");
    markup_name(markup, zone->text, zone->count);
    markup_text(markup, ").");
    markup_close(markup, "p");
}

/* Writes a timetable of the talks if there are few rooms, else of the sessions. `slots` is empty.
 * Returns false, and writes nothing, if too few of them have times and rooms. */
static bool write_slots(struct record_page *page, struct slot_list *slots,
                        const struct record *const *sessions, size_t count)
{
    size_t paper_count;
    const struct record *const *papers =
        relations_find_members(page, page->record, &paper_type, &paper_count);
    slots_add(slots, papers, paper_count);
    if (is_timetable(slots, paper_count) && slots->room_count <= TALK_COLUMNS_MAX &&
        slots->count <= TIMETABLE_SLOTS_MAX) {
        slots_sort(slots);
        say_zone(page);
        timetable_write_hours(page, slots);
        write_unplaced(page, papers, paper_count);
        return true;
    }
    *slots = (struct slot_list){.count = 0};
    if (!is_timetable(slots, add_innermost(slots, page, sessions, count)))
        return false;
    slots_sort(slots);
    say_zone(page);
    if (slots->room_count <= TIMETABLE_ROOMS_MAX && slots->count <= TIMETABLE_SLOTS_MAX)
        timetable_write_hours(page, slots);
    else
        timetable_write_axis(page, slots);
    return true;
}

static bool write_timetable(struct record_page *page, const struct record *const *sessions,
                            size_t count)
{
    struct slot_list *slots = calloc(1, sizeof *slots);
    page->page->markup.out->failed |= !slots;
    const bool written = slots && write_slots(page, slots, sessions, count);
    free(slots);
    return written;
}

void programme_write(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    size_t count;
    const struct record *const *sessions =
        relations_find_members(page, page->record, &session_type, &count);
    const struct relation *items = programme_find_items(page, page->record);
    if (!count && !items)
        return;
    page_open_section(page->page, "programme",
                      !count && items->member == &agenda_item_type ? "Agenda" : "Programme", false);
    if (write_timetable(page, sessions, count)) {
        work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
    } else if (count) {
        programme_write_sessions(page, sessions, count);
    } else {
        markup_open(markup, "div", "class", "programme", NULL);
        programme_write_items(page, page->record, items);
        markup_close(markup, "div");
    }
    page_close_section(page->page);
}
