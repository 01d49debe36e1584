#include "meeting_page/programme_list.h"

#include "work/work.h"

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
    record_page_mark_role(page, record, role);
}

/* Writes the sign of an inferred value after a period: once, also if both of its ends have it. */
static void mark_period(struct page *page, const struct record *record)
{
    const struct field *start = field_list_with_role(record->type->fields, ROLE_START);
    const bool inferred =
        start && record_page_value(record, start)->count && record_infers(record, start);
    record_page_mark_role(page, record, inferred ? ROLE_START : ROLE_END);
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
        mark_period(page, session);
    }
    if (room->count) {
        separate(markup, &any);
        markup_name(markup, room->text, room->count);
        record_page_mark_role(page, session, ROLE_ROOM);
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
    markup_text(markup, " ");
}

static size_t count_discussion(struct record_page *page, const struct record *record)
{
    size_t count;
    relations_find_members(page, record, &discussion_type, &count);
    return count;
}

/* Writes a link to the discussion of a session or an item of the agenda. */
static void write_discussion(struct record_page *page, const struct record *record)
{
    struct markup *markup = &page->page->markup;
    const size_t count = count_discussion(page, record);
    markup_open(markup, "a", NULL);
    page_href(page->page, url_of_record(page->page->base_path, record), "discussions");
    markup_text(markup, "Discussion");
    markup_close(markup, "a");
    markup_open(markup, "span", "class", "soft", NULL);
    markup_text(markup, " ");
    markup_number(markup, count);
    markup_text(markup, count == 1 ? " point" : " points");
    markup_close(markup, "span");
}

void programme_write_item(struct record_page *page, const struct record *record)
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
        mark_period(page->page, record);
    }
    if (record->type == &agenda_item_type && count_discussion(page, record)) {
        markup_void(markup, "br", NULL);
        write_discussion(page, record);
    }
    markup_close(markup, "span");
    markup_close(markup, "li");
    markup_break(markup);
    work_spend(page->work, WORK_WRITING, WORK_RECORD);
    work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
}

void programme_write_items(struct record_page *page, const struct record *owner,
                           const struct relation *relation)
{
    struct markup *markup = &page->page->markup;
    size_t count;
    const struct record *const *items = relation_members(relation, owner, &count);
    markup_open(markup, "ul", NULL);
    for (size_t i = 0; i < count && i < ITEMS_MAX && !work_is_used_up(page->work); i++)
        programme_write_item(page, items[i]);
    markup_close(markup, "ul");
    if (count > ITEMS_MAX)
        relations_write_more(page, owner, relation, count);
}

const struct relation *programme_find_items(const struct record_page *page,
                                            const struct record *owner)
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
    const struct relation *items = programme_find_items(page, session);
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
        programme_write_items(page, session, items);
    if (count_discussion(page, session) && !(items && items->member == &agenda_item_type)) {
        markup_open(markup, "p", "class", "talk", NULL);
        write_discussion(page, session);
        markup_close(markup, "p");
    }
    markup_close(markup, "section");
    markup_break(markup);
}

void programme_write_sessions(struct record_page *page, const struct record *const *sessions,
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
