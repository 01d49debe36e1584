/* The sections of an organization: what its people argued, moved, asked and said. */
#include "record_page/record_page_private.h"
#include "schema/types/every_record.h"
#include "work/work.h"

enum {
    ROWS_MAX = 20,  /* of one section */
    PEOPLE_MAX = 50 /* whose records are looked for */
};

static bool is_argued(const struct record_page *person, const struct record *paper)
{
    return record_page_names(person, paper, ROLE_AUTHOR);
}

static bool is_moved(const struct record_page *person, const struct record *decision)
{
    return record_page_names(person, decision, ROLE_MOVER);
}

static bool is_asked(const struct record_page *person, const struct record *point)
{
    return record_page_names(person, point, ROLE_AUTHOR) && record_page_is_kind(point, "question");
}

static bool is_said(const struct record_page *person, const struct record *point)
{
    return record_page_names(person, point, ROLE_AUTHOR) && !record_page_is_kind(point, "question");
}

/* The sections, in their order: each has the records of the people that pass a test. */
static const struct part {
    const struct record_type *type;
    bool (*has)(const struct record_page *person, const struct record *record);
    const char *id, *heading;
} parts[] = {
    {&paper_type, is_argued, "argued-by-people", "What its people argued"},
    {&decision_type, is_moved, "moved-by-people", "What its people moved"},
    {&discussion_type, is_asked, "asked-by-people", "What its people asked"},
    {&discussion_type, is_said, "said-by-people", "What its people said"},
};

enum {
    PART_COUNT = sizeof parts / sizeof *parts
};

/* Stores the records of a part, each once: at most ROWS_MAX of the first people. Returns how many
 * there are; more than ROWS_MAX are not counted to their end. */
static size_t find_records(struct record_page *page, const struct part *part,
                           const struct record *ret_records[ROWS_MAX + 1])
{
    size_t people, count, found = 0;
    const struct record *const *members =
        relations_find_members(page, page->record, &person_type, &people);
    for (size_t i = 0; i < people && i < PEOPLE_MAX; i++) {
        const struct record_page person = {.page = page->page, .record = members[i]};
        const struct record *const *records =
            relations_find_members(page, members[i], part->type, &count);
        for (size_t j = 0; j < count && found <= ROWS_MAX; j++) {
            size_t at = 0;
            while (at < found && ret_records[at] != records[j])
                at++;
            if (at == found && part->has(&person, records[j]))
                ret_records[found++] = records[j];
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

static void write_decisions(struct record_page *page, const struct record *const *decisions,
                            size_t count)
{
    markup_open(&page->page->markup, "ul", "class", "rows beside", NULL);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++) {
        row_write_with_source(page, decisions[i]);
        work_spend_bytes(page->work, WORK_WRITING, page->page->markup.out->length);
    }
    markup_close(&page->page->markup, "ul");
}

/* Writes a part, if it has records. Returns the number of written points, after `points` others. */
static size_t write_part(struct record_page *page, const struct part *part, size_t points)
{
    const struct record *records[ROWS_MAX + 1];
    const size_t all = find_records(page, part, records);
    const size_t shown = all < ROWS_MAX ? all : ROWS_MAX;
    const bool said = part->type == &discussion_type;
    if (part->type == &paper_type)
        argued_write_papers(page, part->id, part->heading, records, shown);
    if (!all || part->type == &paper_type)
        return 0;
    page_open_section(page->page, part->id, part->heading, said);
    if (said)
        thread_write(page, NULL, records, shown, points);
    else
        write_decisions(page, records, shown);
    if (said && all > shown)
        write_all_points(page);
    page_close_section(page->page);
    return said ? shown : 0;
}

void organization_people_write(struct record_page *page)
{
    size_t points = 0;
    for (size_t i = 0; page->record->type == &organization_type && i < PART_COUNT; i++)
        points += write_part(page, &parts[i], points);
}
