/* The people of a meeting: grouped by their attendance, the chairs first, the others by name. */
#include "archive/value_order.h"
#include "meeting_page/meeting_page_private.h"
#include "schema/types/every_record.h"
#include "work/work.h"

#include <stdlib.h>

enum {
    SHOWN_MAX = 60,    /* people of a group; a link leads to all */
    SORTED_MAX = 10000 /* people of whom the first are found */
};

/* The groups. The last one is of those without a status. */
static const char *const statuses[] = {"present", "excused", "absent", NULL};
enum {
    GROUP_COUNT = sizeof statuses / sizeof *statuses
};

struct attendee {
    const struct record *person;
    const struct members *attendance; /* of this meeting, or NULL */
    struct value_order *order;
    struct value_key name;
    size_t group;
    bool chairs;
};

/* Returns what the record says about a person at the meeting, or NULL. */
static const struct members *find_attendance(struct record_page *page, const struct record *person)
{
    const struct value *all = record_value(person, ROLE_ATTENDANCE);
    work_spend(page->work, WORK_WRITING, ((uint64_t)all->count + 1) * WORK_TEST);
    for (size_t i = 0; i < all->count; i++)
        if (members_value(all->items[i].members, ATTENDANCE_MEETING)->record == page->record)
            return all->items[i].members;
    return NULL;
}

static size_t find_group(const struct members *attendance)
{
    const struct value *status =
        attendance ? members_value(attendance, ATTENDANCE_STATUS) : &value_absent;
    size_t group = 0;
    while (statuses[group] && !(status->count && strcmp(statuses[group], status->text) == 0))
        group++;
    return group;
}

/* Reports whether a person had an office that leads the meeting. */
static bool chairs(const struct members *attendance)
{
    static const char *const offices[] = {"chair", "co_chair", "vice_chair"};
    const struct value *roles =
        attendance ? members_value(attendance, ATTENDANCE_ROLES) : &value_absent;
    for (size_t i = 0; i < roles->count; i++)
        for (size_t office = 0; office < sizeof offices / sizeof *offices; office++)
            if (strcmp(roles->items[i].text, offices[office]) == 0)
                return true;
    return false;
}

/* Makes the key of the name by which a person is sorted. */
static struct value_key name_key(struct value_order *order, const struct record *person)
{
    const struct value *form = record_value(person, ROLE_SORT_NAME);
    const struct value *family = record_value(person, ROLE_FAMILY_NAME);
    return value_order_key(order, form->count     ? form
                                  : family->count ? family
                                                  : record_label(person));
}

static int compare_attendees(const void *left, const void *right)
{
    const struct attendee *a = left, *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->chairs != b->chairs)
        return a->chairs ? -1 : 1;
    const int names = value_order_compare(a->order, &a->name, &b->name);
    if (names)
        return names;
    return (a->person->ordinal > b->person->ordinal) - (a->person->ordinal < b->person->ordinal);
}

/* Finds the group and the key of each person, and sorts them. */
static void sort_attendees(struct record_page *page, const struct record *const *people,
                           struct attendee *attendees, size_t count)
{
    struct value_order order;
    value_order_init(&order, field_list_with_role(person_type.fields, ROLE_TITLE));
    for (size_t i = 0; i < count; i++) {
        const struct members *attendance = find_attendance(page, people[i]);
        attendees[i] = (struct attendee){.person = people[i],
                                         .attendance = attendance,
                                         .order = &order,
                                         .name = name_key(&order, people[i]),
                                         .group = find_group(attendance),
                                         .chairs = chairs(attendance)};
        work_spend(page->work, WORK_WRITING, WORK_TEXT_KEY);
    }
    qsort(attendees, count, sizeof *attendees, compare_attendees);
    page->page->markup.out->failed |= order.failed;
    value_order_finish(&order);
}

static void write_group(struct record_page *page, const struct attendee *attendees, size_t count,
                        bool headed)
{
    struct markup *markup = &page->page->markup;
    const char *status = statuses[attendees->group];
    char text[SAY_BYTES];
    if (headed)
        markup_element(markup, "h3",
                       status ? say_term(status, true, text) : "Attendance not stated", NULL);
    markup_open(markup, "ul", "class", "cols tight", NULL);
    for (size_t i = 0; i < count && i < SHOWN_MAX && !work_is_used_up(page->work); i++) {
        attendee_write(page, attendees[i].person, attendees[i].attendance);
        work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
    }
    markup_close(markup, "ul");
}

/* Writes the groups. They have headings unless the record says of nobody whether they came. Returns
 * true if every person is shown. */
static bool write_groups(struct record_page *page, const struct attendee *attendees, size_t count)
{
    bool all = true;
    for (size_t at = 0, end; at < count; at = end) {
        for (end = at; end < count && attendees[end].group == attendees[at].group;)
            end++;
        write_group(page, attendees + at, end - at, attendees->group != GROUP_COUNT - 1);
        all &= end - at <= SHOWN_MAX;
    }
    return all;
}

void people_write(struct record_page *page)
{
    size_t count;
    const struct record *const *people =
        relations_find_members(page, page->record, &person_type, &count);
    const size_t sorted = count < SORTED_MAX ? count : SORTED_MAX;
    if (!count || work_is_used_up(page->work))
        return;
    struct attendee *attendees = malloc(sorted * sizeof *attendees);
    page->page->markup.out->failed |= !attendees;
    if (!attendees)
        return;
    sort_attendees(page, people, attendees, sorted);
    page_open_section(page->page, "people", "People", false);
    if (!write_groups(page, attendees, sorted) || sorted < count)
        relations_write_more(page, page->record, relations_find(page, page->record, &person_type),
                             count);
    page_close_section(page->page);
    free(attendees);
}
