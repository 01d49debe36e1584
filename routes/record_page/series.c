/* The meetings before and after a meeting in its series. */
#include "record_page/record_page_private.h"
#include "work/work.h"

/* Returns the field by which the meetings of a series are told: the name of the series, else the
 * body that meets; NULL if the meeting has neither. */
static const struct field *find_series_field(const struct record *meeting)
{
    static const char *const names[] = {"series", "body"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct field *field =
            field_list_find(meeting->type->fields, names[i], strlen(names[i]));
        if (field && record_page_value(meeting, field)->count)
            return field;
    }
    return NULL;
}

static bool is_same(const struct field *field, const struct value *a, const struct value *b)
{
    if (!a->count || !b->count)
        return false;
    return field->kind == FIELD_REFERENCE
               ? a->record == b->record
               : a->count == b->count && memcmp(a->text, b->text, a->count) == 0;
}

/* Compares two meetings by their numbers, else by their dates. Returns 0 if they have no order. */
static int compare_meetings(const struct record *left, const struct record *right)
{
    const struct value *a = record_value(left, ROLE_NUMBER);
    const struct value *b = record_value(right, ROLE_NUMBER);
    if (a->count && b->count && a->integer != b->integer)
        return a->integer < b->integer ? -1 : 1;
    a = record_value(left, ROLE_START);
    b = record_value(right, ROLE_START);
    const int order = a->count && b->count ? strcmp(a->text, b->text) : 0;
    return order || left == right || !a->count || !b->count ? order
           : left->ordinal < right->ordinal                 ? -1
                                                            : 1;
}

void series_find(struct record_page *page)
{
    size_t count;
    const struct record *meeting = page->record;
    const struct field *field = find_series_field(meeting);
    const struct record *const *meetings = archive_all(page->page->archive, meeting->type, &count);
    const struct record **before = &page->page->before, **after = &page->page->after;
    if (!field || !work_spend(page->work, WORK_WRITING, (uint64_t)count * WORK_TEST))
        return;
    for (size_t i = 0; i < count; i++) {
        if (!is_same(field, record_page_value(meetings[i], field),
                     record_page_value(meeting, field)))
            continue;
        const int order = compare_meetings(meetings[i], meeting);
        if (order < 0 && (!*before || compare_meetings(*before, meetings[i]) < 0))
            *before = meetings[i];
        if (order > 0 && (!*after || compare_meetings(meetings[i], *after) < 0))
            *after = meetings[i];
    }
}
