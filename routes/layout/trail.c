/* Breadcrumbs. */
#include "layout/link.h"
#include "layout/say.h"

#include <stdio.h>

enum {
    TRAIL_MAX = 6 /* records that contain each other */
};

static void open_crumb(struct page *page)
{
    markup_open(&page->markup, "li", NULL);
    markup_open(&page->markup, "a", NULL);
}

static void close_crumb(struct page *page)
{
    markup_close(&page->markup, "a");
    markup_close(&page->markup, "li");
}

static void write_crumb(struct page *page, struct url url, const char *text, size_t length)
{
    open_crumb(page);
    page_href(page, url, NULL);
    markup_name(&page->markup, text, length);
    close_crumb(page);
}

/* Returns the record that contains another one: what it is a part of, its agenda item or its
 * session; NULL if there is none but the meeting. */
static const struct record *find_container(const struct record *record)
{
    static const enum field_role roles[] = {ROLE_PARENT, ROLE_AGENDA_ITEM, ROLE_SESSION};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        const struct value *value = record_value(record, roles[i]);
        if (value->count)
            return value->record;
    }
    return NULL;
}

/* Stores the records that contain a record, the innermost first. */
static size_t find_containers(const struct record *record,
                              const struct record *ret_containers[TRAIL_MAX])
{
    size_t count = 0;
    while (count < TRAIL_MAX && (record = find_container(record)))
        ret_containers[count++] = record;
    return count;
}

static void write_collection_crumb(struct page *page, const char *collection)
{
    char text[SAY_BYTES];
    say_collection(page->archive, collection, true, text);
    write_crumb(page, (struct url){page->base_path, {collection}, 1, NULL}, text, strlen(text));
}

/* Reports whether a record is named by its number. A session of a session, or one that contains
 * others, such as a day, has a title that says more. */
static bool is_numbered(const struct page *page, const struct record *record)
{
    const bool numbered = record_value(record, ROLE_NUMBER)->count ||
                          record_value(record, ROLE_PRINTED_NUMBER)->count;
    if (record->type != &session_type || !numbered || !record_value(record, ROLE_TITLE)->count)
        return numbered;
    const struct relation *parts =
        archive_relation(page->archive, &session_type, "parts", strlen("parts"));
    size_t count = 0;
    if (parts)
        relation_members(parts, record, &count);
    return !count && !record_value(record, ROLE_PARENT)->count;
}

/* Writes a record: a meeting by its short name, another one by its number, else by its label. */
static void write_record_crumb(struct page *page, const struct record *record)
{
    char text[SAY_MEETING_BYTES];
    if (record->type == &meeting_type) {
        const size_t length = say_meeting(page->archive, record, text);
        write_crumb(page, url_of_record(page->base_path, record), text, length);
    } else if (is_numbered(page, record)) {
        say_kind(record, text);
        write_crumb(page, url_of_record(page->base_path, record), text, strlen(text));
    } else {
        markup_open(&page->markup, "li", NULL);
        page_link_record(page, record);
        markup_close(&page->markup, "li");
    }
}

static void write_containers(struct page *page)
{
    const struct record *containers[TRAIL_MAX];
    const struct record *record = page->record;
    size_t count = find_containers(record, containers);
    if (record->type == &meeting_type || !page->meeting)
        write_collection_crumb(page, record->type->collection);
    else if (page->meeting)
        write_record_crumb(page, page->meeting);
    while (count-- > 0)
        write_record_crumb(page, containers[count]);
}

/* Writes the short name of the subject: its number, else its title, else its kind. */
static size_t say_subject(const struct page *page, const char *kind, char text[SAY_MEETING_BYTES])
{
    const struct record *record = page->record;
    if (record->type == &meeting_type)
        return say_meeting(page->archive, record, text);
    if (is_numbered(page, record) || !record_value(record, ROLE_TITLE)->count)
        return (size_t)snprintf(text, SAY_BYTES, "%.100s", kind);
    return say_name(record, text);
}

void page_write_trail(struct page *page, const char *name)
{
    struct markup *markup = &page->markup;
    char text[SAY_MEETING_BYTES];
    size_t length = strlen(name);
    if (page->home)
        return;
    markup_open(markup, "nav", "class", "crumbs", "aria-label", "You are here", NULL);
    markup_open(markup, "ul", NULL);
    markup_open(markup, "li", NULL);
    markup_open(markup, "a", NULL);
    page_href_home(page);
    markup_text(markup, "Home");
    close_crumb(page);
    if (page->record)
        write_containers(page);
    if (page->record && page->url.count == 3)
        write_record_crumb(page, page->record);
    else if (page->record) {
        length = say_subject(page, name, text);
        name = text;
    }
    markup_open(markup, "li", NULL);
    markup_open(markup, "span", "aria-current", "page", NULL);
    markup_name(markup, name, length);
    markup_close(markup, "span");
    markup_close(markup, "li");
    markup_close(markup, "ul");
    markup_close(markup, "nav");
    markup_break(markup);
}
