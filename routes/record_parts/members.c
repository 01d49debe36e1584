/* The members of relations. */
#include "record_parts/record_parts.h"
#include "work/work.h"

enum {
    ROWS_MAX = 20 /* of one relation; the rest is on its own page */
};

void relations_write_more(struct record_page *page, const struct record *owner,
                          const struct relation *relation, size_t count)
{
    struct markup *markup = &page->page->markup;
    char name[SAY_BYTES];
    markup_open(markup, "p", "class", "more", NULL);
    markup_open(markup, "a", NULL);
    page_href(page->page, url_of_relation(page->page->base_path, owner, relation), NULL);
    markup_text(markup, "All ");
    markup_number(markup, count);
    markup_text(markup, " ");
    markup_text(markup, say_collection(page->page->archive, relation->name, false, name));
    markup_close(markup, "a");
    markup_close(markup, "p");
}

void relations_write_rows(struct record_page *page, const struct relation *relation,
                          const struct record *const *members, size_t count)
{
    markup_open(&page->page->markup, "ul", "class",
                row_has_source(relation->member) ? "rows beside" : "rows", NULL);
    for (size_t i = 0; i < count && i < ROWS_MAX && !work_is_used_up(page->work); i++) {
        if (row_has_source(relation->member))
            row_write_with_source(page, members[i]);
        else
            row_write(page->page, members[i], false);
        work_spend(page->work, WORK_WRITING, WORK_RECORD);
        work_spend_bytes(page->work, WORK_WRITING, page->page->markup.out->length);
    }
    markup_close(&page->page->markup, "ul");
    if (count > ROWS_MAX)
        relations_write_more(page, page->record, relation, count);
}

const struct relation *relations_find(const struct record_page *page, const struct record *owner,
                                      const struct record_type *member)
{
    size_t count;
    const struct relation *relations = archive_relations(page->page->archive, owner->type, &count);
    for (size_t i = 0; i < count; i++)
        if (relations[i].member == member && strcmp(relations[i].name, member->collection) == 0)
            return &relations[i];
    return NULL;
}

const struct record *const *relations_find_members(const struct record_page *page,
                                                   const struct record *owner,
                                                   const struct record_type *member,
                                                   size_t *ret_count)
{
    const struct relation *relation = relations_find(page, owner, member);
    *ret_count = 0;
    return relation ? relation_members(relation, owner, ret_count) : NULL;
}
