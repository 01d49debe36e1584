/* The first sentences of the page of a meeting that has no lead: what the record has of it. */
#include "meeting_page/meeting_page.h"

#include "meeting_page/meeting_page_private.h"

/* A number of records, in words. */
struct amount {
    const struct record_type *type;
    const char *one, *many; /* NULL for the words of the archive */
};

enum {
    AMOUNTS_MAX = 5
};

/* Counts the records of a type, without decisions by which nothing was decided, and without
 * sessions that contain others, such as days. */
static size_t count_of(const struct record_page *page, const struct record_type *type)
{
    size_t count, parts, left_out = 0;
    const struct record *const *members = relations_find_members(page, page->record, type, &count);
    const struct relation *relation =
        type == &session_type
            ? archive_relation(page->page->archive, type, "parts", strlen("parts"))
            : NULL;
    for (size_t i = 0; i < count; i++) {
        parts = 0;
        if (relation)
            relation_members(relation, members[i], &parts);
        left_out += parts > 0 || !meeting_is_outcome(members[i]);
    }
    return count - left_out;
}

static void write_amount(struct record_page *page, const struct amount *amount, size_t count)
{
    struct markup *markup = &page->page->markup;
    char text[SAY_BYTES];
    const char *words = count == 1 ? amount->one : amount->many;
    if (!words)
        words = count == 1
                    ? say_type(page->page->archive, amount->type, false, text)
                    : say_collection(page->page->archive, amount->type->collection, false, text);
    markup_number(markup, count);
    markup_text(markup, " ");
    markup_text(markup, words);
}

/* Writes a sentence with the amounts that are not 0. Returns false, and writes nothing, if all are.
 */
static bool write_sentence(struct record_page *page, const char *before,
                           const struct amount *amounts, size_t amount_count)
{
    struct markup *markup = &page->page->markup;
    size_t counts[AMOUNTS_MAX], left = 0;
    for (size_t i = 0; i < amount_count; i++) {
        counts[i] = count_of(page, amounts[i].type);
        left += counts[i] > 0;
    }
    const size_t all = left;
    for (size_t i = 0; i < amount_count; i++) {
        if (!counts[i])
            continue;
        markup_text(markup, left == all ? before : left == 1 ? " and " : ", ");
        write_amount(page, &amounts[i], counts[i]);
        left--;
    }
    markup_text(markup, all ? "." : "");
    return all > 0;
}

void meeting_write_lead(struct record_page *page)
{
    static const struct amount held[] = {
        {&session_type, NULL, NULL},
        {&agenda_item_type, "item on the agenda", "items on the agenda"},
        {&paper_type, NULL, NULL},
        {&discussion_type, "point of discussion", "points of discussion"},
        {&person_type, NULL, NULL},
    };
    static const struct amount outcomes[] = {
        {&decision_type, NULL, NULL}, {&proposal_type, NULL, NULL}, {&action_type, NULL, NULL}};
    const struct value *status = record_value(page->record, ROLE_EVENT_STATUS);
    const bool planned = status->count && strcmp(status->text, "planned") == 0;
    struct markup *markup = &page->page->markup;
    const size_t before = markup->out->length;
    markup_open(markup, "p", "class", "lead", NULL);
    bool any = write_sentence(page, planned ? "The programme lists " : "The record lists ", held,
                              sizeof held / sizeof *held);
    any |= write_sentence(page, any ? " The meeting led to " : "The meeting led to ", outcomes,
                          sizeof outcomes / sizeof *outcomes);
    markup_close(markup, "p");
    if (!any && !markup->out->failed)
        markup->out->length = before;
}
