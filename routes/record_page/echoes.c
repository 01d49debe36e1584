/* The proposals that take up what a person said or wrote. */
#include "record_page/record_page_private.h"
#include "schema/types/every_record.h"
#include "work/work.h"

enum {
    ROWS_MAX = 20,   /* of the section */
    ECHOED_MAX = 200 /* papers and points whose proposals are looked for */
};

/* Proposals, each once. */
struct proposals {
    const struct record *at[ROWS_MAX];
    size_t count;
};

/* Adds the proposals that take up a record. */
static void add_proposals(struct record_page *page, const struct record *record,
                          struct proposals *found)
{
    size_t count;
    const struct record *const *members =
        relations_find_members(page, record, &proposal_type, &count);
    for (size_t i = 0; i < count && found->count < ROWS_MAX; i++) {
        size_t at = 0;
        while (at < found->count && found->at[at] != members[i])
            at++;
        if (at == found->count)
            found->at[found->count++] = members[i];
    }
    work_spend(page->work, WORK_WRITING, WORK_TEST);
}

void echoes_write(struct record_page *page)
{
    static const struct record_type *const types[] = {&paper_type, &discussion_type};
    struct proposals found = {.count = 0};
    if (page->record->type != &person_type)
        return;
    for (size_t type = 0; type < sizeof types / sizeof *types; type++) {
        size_t count;
        const struct record *const *said =
            relations_find_members(page, page->record, types[type], &count);
        for (size_t i = 0; i < count && i < ECHOED_MAX; i++)
            if (record_page_names(page, said[i], ROLE_AUTHOR))
                add_proposals(page, said[i], &found);
    }
    if (!found.count)
        return;
    page_open_section(page->page, "echoed", "Echoed in proposals", false);
    markup_open(&page->page->markup, "ul", "class", "rows beside", NULL);
    for (size_t i = 0; i < found.count; i++)
        row_write_with_source(page, found.at[i]);
    markup_close(&page->page->markup, "ul");
    page_close_section(page->page);
}
