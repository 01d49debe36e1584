/* The programme of a meeting: a timetable if its talks or sessions have times and rooms; otherwise
 * a list of its sessions with their items, or of the items of its agenda. */
#include "meeting_page/timetable.h"
#include "work/work.h"

#include <stdlib.h>

enum {
    SESSIONS_MAX = 40, /* a link leads to the others */
    ITEMS_MAX = 30     /* of one session, or of an agenda without sessions */
};

static void separate(struct markup *markup, bool *any)
{
    markup_text(markup, *any ? " \xC2\xB7 " : "");
    *any = true;
}

/* Writes links to the people with a role, after the text `before`. */
static void write_people(struct page *page, const struct record *record, enum field_role role,
                         const char *before, bool *any)
{
    const struct field *field = field_list_with_role(record->type->fields, role);
    size_t count;
    if (!field || field->kind != FIELD_REFERENCE || !record_page_value(record, field)->count)
        return;
    const struct value *items = record_items(field, record_page_value(record, field), &count);
    separate(&page->markup, any);
    markup_text(&page->markup, before);
    for (size_t i = 0; i < count; i++) {
        markup_text(&page->markup, i ? ", " : "");
        page_link_record(page, items[i].record);
    }
}

/* Writes the chair, the time and the room of a session. */
static void write_session_line(struct page *page, const struct record *session)
{
    struct markup *markup = &page->markup;
    char words[SAY_DATE_BYTES];
    bool any = false;
    const struct value *room = record_value(session, ROLE_ROOM);
    markup_open(markup, "p", "class", "who", NULL);
    write_people(page, session, ROLE_CHAIR, "Chaired by ", &any);
    if (say_period(record_value(session, ROLE_START), record_value(session, ROLE_END), words)) {
        separate(markup, &any);
        markup_text(markup, words);
    }
    if (room->count) {
        separate(markup, &any);
        markup_name(markup, room->text, room->count);
    }
    markup_close(markup, "p");
}

static void write_number(struct markup *markup, const struct record *record)
{
    const struct value *number = record_value(record, ROLE_NUMBER);
    const struct value *printed = record_value(record, ROLE_PRINTED_NUMBER);
    markup_open(markup, "span", "class", "soft", NULL);
    if (number->count)
        markup_number(markup, (uint64_t)number->integer);
    else if (printed->count)
        markup_name(markup, printed->text, printed->count);
    markup_close(markup, "span");
}

/* Writes an item: a paper or an item of the agenda, with its number, its people and its time. */
static void write_item(struct record_page *page, const struct record *record)
{
    struct markup *markup = &page->page->markup;
    char words[SAY_DATE_BYTES];
    bool any = false;
    markup_open(markup, "li", NULL);
    write_number(markup, record);
    markup_open(markup, "span", NULL);
    write_people(page->page, record, ROLE_AUTHOR, "", &any);
    if (any)
        markup_void(markup, "br", NULL);
    page_link_record(page->page, record);
    if (say_period(record_value(record, ROLE_START), record_value(record, ROLE_END), words)) {
        markup_text(markup, " ");
        markup_element(markup, "span", words, "class", "soft", NULL);
    }
    markup_close(markup, "span");
    markup_close(markup, "li");
    markup_break(markup);
    work_spend(page->work, WORK_WRITING, WORK_RECORD);
    work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
}

/* Writes the items of a session or a meeting, and a link to all if there are more than ITEMS_MAX.
 */
static void write_items(struct record_page *page, const struct record *owner,
                        const struct relation *relation)
{
    struct markup *markup = &page->page->markup;
    size_t count;
    const struct record *const *items = relation_members(relation, owner, &count);
    markup_open(markup, "ol", NULL);
    for (size_t i = 0; i < count && i < ITEMS_MAX && !work_is_used_up(page->work); i++)
        write_item(page, items[i]);
    markup_close(markup, "ol");
    if (count > ITEMS_MAX)
        relations_write_more(page, owner, relation, count);
}

/* Returns the relation with the items of a session or a meeting: its agenda, else its papers; NULL
 * if it has neither. */
static const struct relation *find_items(const struct record_page *page, const struct record *owner)
{
    static const struct record_type *const types[] = {&agenda_item_type, &paper_type};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        size_t count;
        relations_find_members(page, owner, types[i], &count);
        if (count)
            return relations_find(page, owner, types[i]);
    }
    return NULL;
}

static void write_session(struct record_page *page, const struct record *session)
{
    struct markup *markup = &page->page->markup;
    char kind[SAY_BYTES];
    const struct value *title = record_value(session, ROLE_TITLE);
    const struct relation *items = find_items(page, session);
    markup_open(markup, "section", NULL);
    markup_open(markup, "h3", NULL);
    markup_open(markup, "a", NULL);
    page_href(page->page, url_of_record(page->page->base_path, session), NULL);
    markup_text(markup, say_kind(session, kind));
    if (title->count) {
        markup_text(markup, ": ");
        markup_name(markup, title->text, title->count);
    }
    markup_close(markup, "a");
    markup_close(markup, "h3");
    write_session_line(page->page, session);
    if (items)
        write_items(page, session, items);
    markup_close(markup, "section");
    markup_break(markup);
}

static void write_sessions(struct record_page *page, const struct record *const *sessions,
                           size_t count)
{
    markup_open(&page->page->markup, "div", "class", "programme", NULL);
    for (size_t i = 0; i < count && i < SESSIONS_MAX && !work_is_used_up(page->work); i++)
        write_session(page, sessions[i]);
    markup_close(&page->page->markup, "div");
    if (count > SESSIONS_MAX)
        relations_write_more(page, page->record, relations_find(page, page->record, &session_type),
                             count);
}

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
    for (size_t i = 0; i < count && written < ITEMS_MAX && !work_is_used_up(page->work); i++) {
        if (slots_can_hold(records[i]))
            continue;
        if (!written++) {
            markup_open(markup, "div", "class", "programme more", NULL);
            markup_open(markup, "section", NULL);
            markup_element(markup, "h3", "Without a time or a room", NULL);
            markup_open(markup, "ol", NULL);
        }
        write_item(page, records[i]);
    }
    if (!written)
        return;
    markup_close(markup, "ol");
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
    markup_text(markup, "Times are those of ");
    markup_name(markup, zone->text, zone->count);
    markup_text(markup, ".");
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
    if (is_timetable(slots, paper_count) && slots->room_count <= TIMETABLE_ROOMS_MAX &&
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
    timetable_write_days(page, slots);
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
    const struct relation *items = find_items(page, page->record);
    if (!count && !items)
        return;
    page_open_section(page->page, "programme",
                      !count && items->member == &agenda_item_type ? "Agenda" : "Programme", false);
    if (write_timetable(page, sessions, count)) {
        work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
    } else if (count) {
        write_sessions(page, sessions, count);
    } else {
        markup_open(markup, "div", "class", "programme", NULL);
        write_items(page, page->record, items);
        markup_close(markup, "div");
    }
    page_close_section(page->page);
}
