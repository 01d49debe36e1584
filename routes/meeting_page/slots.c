#include "meeting_page/timetable.h"

#include <stdlib.h>

/* Returns the text of a date with a time, or NULL. */
static const char *read_time(const struct value *date)
{
    return date->count >= SLOT_TIME_BYTES && date->text[SLOT_DAY_BYTES] == 'T' ? date->text : NULL;
}

static size_t number_room(struct slot_list *list, const struct value *room)
{
    size_t number = 0;
    while (number < list->room_count && strcmp(list->rooms[number]->text, room->text) != 0)
        number++;
    if (number == list->room_count && number < SLOT_ROOMS_MAX)
        list->rooms[list->room_count++] = room;
    return number;
}

static bool add_day(struct slot_list *list, const char *day)
{
    for (size_t i = 0; i < list->day_count; i++)
        if (strncmp(list->days[i], day, SLOT_DAY_BYTES) == 0)
            return true;
    if (list->day_count == SLOT_DAYS_MAX)
        return false;
    list->days[list->day_count++] = day;
    return true;
}

/* Returns a text that begins with the day of the programme to which a slot belongs. */
static const char *day_of(const struct slot *slot)
{
    const struct value *session = record_value(slot->record, ROLE_SESSION);
    const char *start =
        session->count ? read_time(record_value(session->record, ROLE_START)) : NULL;
    return start ? start : slot->start;
}

static bool read_slot(const struct record *record, struct slot *ret_slot)
{
    const struct value *session = record_value(record, ROLE_SESSION);
    const char *end = read_time(record_value(record, ROLE_END));
    *ret_slot = (struct slot){.record = record,
                              .start = read_time(record_value(record, ROLE_START)),
                              .room = record_value(record, ROLE_ROOM)};
    if (!ret_slot->room->count && session->count)
        ret_slot->room = record_value(session->record, ROLE_ROOM);
    if (!ret_slot->start || !ret_slot->room->count)
        return false;
    ret_slot->end =
        end && strncmp(end, ret_slot->start, SLOT_TIME_BYTES) > 0 ? end : ret_slot->start;
    return true;
}

bool slots_can_hold(const struct record *record)
{
    struct slot slot;
    return read_slot(record, &slot);
}

void slots_add(struct slot_list *list, const struct record *const *records, size_t count)
{
    struct slot slot;
    for (size_t i = 0; i < count && !list->full; i++) {
        if (!read_slot(records[i], &slot))
            continue;
        list->full = list->count == SLOTS_MAX || !add_day(list, day_of(&slot));
        slot.room_number = number_room(list, slot.room);
        list->full |= slot.room_number == SLOT_ROOMS_MAX;
        if (!list->full)
            list->at[list->count++] = slot;
    }
}

static int compare_slots(const void *left, const void *right)
{
    const struct slot *a = left, *b = right;
    const int order = strncmp(a->start, b->start, SLOT_TIME_BYTES);
    if (order)
        return order;
    return (a->room_number > b->room_number) - (a->room_number < b->room_number);
}

static int compare_days(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;
    return strncmp(*a, *b, SLOT_DAY_BYTES);
}

void slots_sort(struct slot_list *list)
{
    qsort(list->at, list->count, sizeof *list->at, compare_slots);
    qsort(list->days, list->day_count, sizeof *list->days, compare_days);
    for (size_t i = 0; i < list->count; i++) {
        size_t day = 0;
        while (day + 1 < list->day_count &&
               strncmp(list->days[day], day_of(&list->at[i]), SLOT_DAY_BYTES) != 0)
            day++;
        list->at[i].day_number = day;
    }
}

static void write_clock(struct markup *markup, const char *time)
{
    const char clock[] = {time[11], time[12], time[13], time[14], time[15], '\0'};
    markup_element(markup, "time", clock, NULL);
}

/* Writes the hours, the room and the kind. */
static void write_first_line(struct page *page, const struct slot *slot)
{
    struct markup *markup = &page->markup;
    char term[SAY_BYTES];
    const struct value *kind = record_value(slot->record, ROLE_KIND);
    markup_open(markup, "span", "class", "meta", NULL);
    write_clock(markup, slot->start);
    if (slot->end != slot->start) {
        markup_text(markup, "\xE2\x80\x93");
        write_clock(markup, slot->end);
    }
    markup_open(markup, "span", "class", "room", NULL);
    markup_text(markup, " \xC2\xB7 ");
    markup_name(markup, slot->room->text, slot->room->count);
    markup_close(markup, "span");
    if (kind->count && strcmp(kind->text, "talk") != 0) {
        markup_text(markup, " \xC2\xB7 ");
        markup_text(markup, say_term(kind->text, false, term));
    }
    markup_close(markup, "span");
    markup_text(markup, " ");
}

/* Writes the people of a talk, or the number of talks of a session. */
static void write_last_line(struct record_page *page, const struct slot *slot)
{
    struct markup *markup = &page->page->markup;
    const struct value *people = record_value(slot->record, ROLE_AUTHOR);
    size_t papers;
    relations_find_members(page, slot->record, &paper_type, &papers);
    if (!people->count && !papers)
        return;
    markup_open(markup, "span", "class", "meta", NULL);
    for (size_t i = 0; i < people->count; i++) {
        const struct value *name = record_label(people->items[i].record);
        markup_text(markup, i ? ", " : "");
        markup_name(markup, name->text, name->count);
    }
    if (papers) {
        markup_number(markup, papers);
        markup_text(markup, papers == 1 ? " talk" : " talks");
    }
    markup_close(markup, "span");
}

void slot_write(struct record_page *page, const struct slot *slot)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "div", "class", "slot", NULL);
    write_first_line(page->page, slot);
    markup_open(markup, "span", "class", "t", NULL);
    page_link_record(page->page, slot->record);
    markup_close(markup, "span");
    markup_text(markup, " ");
    write_last_line(page, slot);
    markup_close(markup, "div");
}
