/* The records that refer to a record. */
#include "pages/record_page_private.h"
#include "pages/row.h"
#include "work/work.h"

enum {
    ROWS_MAX = 20 /* of one relation; the rest is on its own page */
};

/* Writes a link to the whole relation. */
static void write_more(struct record_page *page, const struct relation *relation, size_t count)
{
    struct markup *markup = &page->page->markup;
    char name[SAY_BYTES];
    markup_open(markup, "p", "class", "more", NULL);
    markup_open(markup, "a", NULL);
    page_href(page->page, url_of_relation(page->page->base_path, page->record, relation), NULL);
    markup_text(markup, "All ");
    markup_number(markup, count);
    markup_text(markup, " ");
    markup_text(markup, say_term(relation->name, false, name));
    markup_close(markup, "a");
    markup_close(markup, "p");
}

static void write_relation(struct record_page *page, const struct relation *relation,
                           const struct record *const *members, size_t count)
{
    char heading[SAY_BYTES];
    page_open_section(page->page, relation->name, say_term(relation->name, true, heading), false);
    markup_open(&page->page->markup, "ul", "class", "rows", NULL);
    for (size_t i = 0; i < count && i < ROWS_MAX && !work_is_used_up(page->work); i++) {
        row_write(page->page, members[i], false);
        work_spend(page->work, WORK_WRITING, WORK_RECORD);
        work_spend_bytes(page->work, WORK_WRITING, page->page->markup.out->length);
    }
    markup_close(&page->page->markup, "ul");
    if (count > ROWS_MAX)
        write_more(page, relation, count);
    page_close_section(page->page);
}

/* Reports whether a relation leads only to what the record itself names. */
static bool is_field(const struct record *record, const struct relation *relation)
{
    return relation->to_one ||
           field_list_find(record->type->fields, relation->name, strlen(relation->name)) ||
           (!relation->inverse && relation->member != &meeting_type);
}

void relations_write(struct record_page *page)
{
    size_t count, members;
    const struct relation *relations =
        archive_relations(page->page->archive, page->record->type, &count);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++) {
        if (is_field(page->record, &relations[i]))
            continue;
        const struct record *const *found = relation_members(&relations[i], page->record, &members);
        if (members)
            write_relation(page, &relations[i], found, members);
    }
}
