/* The sections of an organization: the motions and the statements of its people. */
#include "record_page/record_page_private.h"
#include "schema/types/every_record.h"
#include "work/work.h"

enum {
    ROWS_MAX = 20,  /* of one section */
    PEOPLE_MAX = 50 /* whose motions and statements are looked for */
};

/* Stores what the people of an organization said: at most `max` points of its first people. Returns
 * how many there are among those. */
static size_t find_points(struct record_page *page, const struct record **ret_points, size_t max)
{
    size_t people, count, found = 0;
    const struct record *const *members =
        relations_find_members(page, page->record, &person_type, &people);
    for (size_t i = 0; i < people && i < PEOPLE_MAX; i++) {
        const struct record *const *points =
            relations_find_members(page, members[i], &discussion_type, &count);
        for (size_t j = 0; j < count && found <= max; j++) {
            const struct value *speaker = record_value(points[j], ROLE_AUTHOR);
            if (!speaker->count || speaker->record != members[i])
                continue;
            if (found < max)
                ret_points[found] = points[j];
            found++;
        }
        work_spend(page->work, WORK_WRITING, WORK_TEST * (count + 1));
    }
    return found;
}

/* Writes a link to all points of the members of an organization. */
static void write_all_points(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    struct url url = {page->page->base_path, {discussion_type.collection}, 1, NULL};
    markup_open(markup, "p", "class", "more", NULL);
    markup_open(markup, "a", NULL);
    page_href_with(page->page, url, "speaker.memberships.organization", record_id(page->record));
    markup_text(markup, "All that its members said");
    markup_close(markup, "a");
    markup_close(markup, "p");
}

/* Stores the decisions that the people of an organization moved, each once: at most ROWS_MAX.
 * Returns their number. */
static size_t find_moved(struct record_page *page, const struct record **ret_decisions)
{
    size_t people, count, found = 0;
    const struct record *const *members =
        relations_find_members(page, page->record, &person_type, &people);
    for (size_t i = 0; i < people && i < PEOPLE_MAX; i++) {
        const struct record *const *decisions =
            relations_find_members(page, members[i], &decision_type, &count);
        const struct record_page person = {.page = page->page, .record = members[i]};
        for (size_t j = 0; j < count && found < ROWS_MAX; j++) {
            size_t at = 0;
            while (at < found && ret_decisions[at] != decisions[j])
                at++;
            if (at == found && record_page_names(&person, decisions[j], ROLE_MOVER))
                ret_decisions[found++] = decisions[j];
        }
        work_spend(page->work, WORK_WRITING, WORK_TEST * (count + 1));
    }
    return found;
}

static void write_moved(struct record_page *page)
{
    const struct record *decisions[ROWS_MAX];
    const size_t count = find_moved(page, decisions);
    if (!count)
        return;
    page_open_section(page->page, "moved-by-people", "What its people moved", false);
    markup_open(&page->page->markup, "ul", "class", "rows beside", NULL);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++) {
        row_write_with_source(page, decisions[i]);
        work_spend_bytes(page->work, WORK_WRITING, page->page->markup.out->length);
    }
    markup_close(&page->page->markup, "ul");
    page_close_section(page->page);
}

void organization_people_write(struct record_page *page)
{
    const struct record *points[ROWS_MAX];
    if (page->record->type != &organization_type)
        return;
    write_moved(page);
    const size_t count = find_points(page, points, ROWS_MAX);
    if (!count)
        return;
    page_open_section(page->page, "said-by-people", "What its people said", true);
    thread_write(page, NULL, points, count < ROWS_MAX ? count : ROWS_MAX, 0);
    if (count > ROWS_MAX)
        write_all_points(page);
    page_close_section(page->page);
}
