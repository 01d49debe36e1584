/* The objects of a record that are not statements: memberships, votes, links; and its topics. */
#include "record_page/record_page_private.h"
#include "schema/types/every_record.h"
#include "work/work.h"

enum {
    OBJECTS_MAX = 200 /* of one field; all are in the formats for programs */
};

/* The headings of fields whose names say little to a reader. Others have the name of their field.
 */
static const char *const headings[][2] = {
    {"attendance", "At meetings"},
    {"related", "Takes up"},
};

static void write_members(struct record_page *page, struct field_list fields,
                          const struct members *members, const struct field *but);

/* Writes a value of a member; a list with commas between its items. */
static void write_member(struct record_page *page, const struct field *field,
                         const struct value *value)
{
    size_t count;
    const struct value *items = record_items(field, value, &count);
    for (size_t i = 0; i < count && i < OBJECTS_MAX; i++) {
        markup_text(&page->page->markup, i ? ", " : "");
        if (field->kind == FIELD_OBJECT)
            write_members(page, field->members, items[i].members, NULL);
        else
            value_write(page->page, field, &items[i]);
    }
}

/* Writes the name of a member and its value: "required 5". A boolean is "met" or "not met". */
static void write_named_member(struct record_page *page, const struct field *field,
                               const struct value *value)
{
    struct markup *markup = &page->page->markup;
    char name[SAY_BYTES];
    say_term(field->name, false, name);
    if (field->kind == FIELD_BOOLEAN) {
        markup_text(markup, value->integer ? "" : "not ");
        markup_text(markup, name);
        return;
    }
    markup_text(markup, name);
    markup_text(markup, " ");
    write_member(page, field, value);
}

/* Returns the field that ends the period which a field begins, or NULL. */
static const struct field *find_end(struct field_list fields, const struct field *start)
{
    for (size_t i = 0; i < fields.count; i++)
        if (fields.at[i].not_before && strcmp(fields.at[i].not_before, start->name) == 0)
            return fields.at + i;
    return NULL;
}

/* Returns the value of a member; absent if `field` is NULL. */
static const struct value *member_of(struct field_list fields, const struct members *members,
                                     const struct field *field)
{
    return field ? members_value(members, (size_t)(field - fields.at)) : &value_absent;
}

/* Writes a period, of which `field` is the first member that has a value: "1 April 2031 – 31 March
 * 2033", "from 1 April 2031", "until 31 March 2033". Returns false, and writes nothing, if the
 * field is not of a period. */
static bool write_period(struct markup *markup, struct field_list fields,
                         const struct members *members, const struct field *field)
{
    char words[SAY_DATE_BYTES];
    const struct field *end = field->not_before ? field : find_end(fields, field);
    const struct value *from = member_of(fields, members, field->not_before ? NULL : field);
    const struct value *to = member_of(fields, members, end);
    if (!end)
        return false;
    if (!from->count || !to->count)
        markup_text(markup, from->count ? "from " : "until ");
    say_period(from, to, words);
    markup_text(markup, words);
    return true;
}

/* Reports whether a member ends a period that has a start, which is written with it. */
static bool is_written_with_start(struct field_list fields, const struct members *members,
                                  const struct field *field)
{
    const char *start = field->not_before;
    return start &&
           member_of(fields, members, field_list_find(fields, start, strlen(start)))->count;
}

/* Writes the members that have a value, except `but`, with points between them. */
static void write_members(struct record_page *page, struct field_list fields,
                          const struct members *members, const struct field *but)
{
    bool any = false;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = members_value(members, i);
        const struct field *field = &fields.at[i];
        if (!value->count || field == but || is_written_with_start(fields, members, field))
            continue;
        markup_text(&page->page->markup, any ? " \xC2\xB7 " : "");
        if (field->kind == FIELD_REFERENCE || field->kind == FIELD_TEXT ||
            field->kind == FIELD_ENUM)
            write_member(page, field, value);
        else if (!write_period(&page->page->markup, fields, members, field))
            write_named_member(page, field, value);
        any = true;
    }
}

/* Returns the member that an object is about: its first reference, else its first text; NULL if it
 * has neither. */
static const struct field *find_main(struct field_list fields, const struct members *members)
{
    static const enum field_kind kinds[] = {FIELD_REFERENCE, FIELD_TEXT};
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++)
        for (size_t i = 0; i < fields.count; i++)
            if (fields.at[i].kind == kinds[kind] && members_value(members, i)->count)
                return fields.at + i;
    return NULL;
}

/* Reports whether an object has members other than `but`. */
static bool has_others(struct field_list fields, const struct members *members,
                       const struct field *but)
{
    for (size_t i = 0; i < fields.count; i++)
        if (&fields.at[i] != but && members_value(members, i)->count)
            return true;
    return false;
}

/* Returns the record that an object is about, or NULL. */
static const struct record *find_about(struct field_list fields, const struct members *members)
{
    const struct field *about = find_main(fields, members);
    return about && about->kind == FIELD_REFERENCE
               ? members_value(members, (size_t)(about - fields.at))->record
               : NULL;
}

/* Writes an object as a row: what it is about, and the others below it. The former is omitted if
 * `again` is true: the object before it is about the same record. */
static void write_object_row(struct record_page *page, struct field_list fields,
                             const struct members *members, bool again)
{
    struct markup *markup = &page->page->markup;
    const struct field *about = find_main(fields, members);
    if (about && !again) {
        markup_open(markup, "p", "class", "t", NULL);
        write_member(page, about, members_value(members, (size_t)(about - fields.at)));
        markup_close(markup, "p");
    }
    if (!has_others(fields, members, about))
        return;
    markup_open(markup, "p", "class", about ? "small soft" : "small", NULL);
    write_members(page, fields, members, about);
    markup_close(markup, "p");
}

/* Returns the member of a link to the web with a role, which links have. */
static const struct value *link_member(const struct members *link, enum field_role role)
{
    size_t position = 0;
    while (web_link_fields[position].role != role)
        position++;
    return members_value(link, position);
}

/* Writes what the address of a link leads to: its host, as in "fosdem.org". */
static void write_host(struct markup *markup, const struct value *url)
{
    const char *host = strstr(url->text, "://");
    host = host ? host + strlen("://") : url->text;
    if (strncmp(host, "www.", strlen("www.")) == 0)
        host += strlen("www.");
    markup_name(markup, host, strcspn(host, "/?#"));
}

/* Writes one link to the web: its title, its kind or its host. */
static void write_web_link(struct record_page *page, const struct members *link)
{
    struct markup *markup = &page->page->markup;
    const struct value *url = link_member(link, ROLE_URL), *title = link_member(link, ROLE_TITLE);
    const struct value *kind = link_member(link, ROLE_KIND);
    char words[SAY_BYTES];
    markup_open(markup, "a", "rel", "nofollow", NULL);
    markup_attribute(markup, "href", url->text);
    if (title->count)
        markup_name(markup, title->text, title->count);
    else if (kind->count && strcmp(kind->text, "other") != 0)
        markup_text(markup, say_term(kind->text, true, words));
    else
        write_host(markup, url);
    markup_close(markup, "a");
}

/* Writes an object, in the same item of the list as the one before it if `again` is true. */
static void write_object(struct record_page *page, const struct field *field,
                         const struct value *object, bool again)
{
    const struct field *sources = record_page_find_sources(field->members);
    if (field->role == ROLE_WEB_LINKS)
        write_web_link(page, object->members);
    else
        write_object_row(page, field->members, object->members, again);
    if (sources)
        sources_write_summary(
            page, members_value(object->members, (size_t)(sources - field->members.at)));
}

static const char *say_heading(const struct field *field, char text[SAY_BYTES])
{
    if (field->role == ROLE_WEB_LINKS)
        return "On the web";
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        if (strcmp(headings[i][0], field->name) == 0)
            return headings[i][1];
    return say_term(field->name, true, text);
}

/* Writes the objects of a field as a section. */
static void write_objects(struct record_page *page, const struct field *field,
                          const struct value *value)
{
    char heading[SAY_BYTES];
    size_t count;
    const struct value *items = record_items(field, value, &count);
    page_open_section(page->page, field->name, say_heading(field, heading), false);
    const struct record *last = NULL;
    bool open = false;
    markup_open(&page->page->markup, "ul", "class", "rows", NULL);
    for (size_t i = 0; i < count && i < OBJECTS_MAX && !work_is_used_up(page->work); i++) {
        const struct record *about = find_about(field->members, items[i].members);
        const bool again = i && about && about == last;
        if (!again) {
            if (open)
                markup_close(&page->page->markup, "li");
            markup_open(&page->page->markup, "li", NULL);
            open = true;
        }
        write_object(page, field, &items[i], again);
        last = about;
        work_spend_bytes(page->work, WORK_WRITING, page->page->markup.out->length);
    }
    if (open)
        markup_close(&page->page->markup, "li");
    markup_close(&page->page->markup, "ul");
    rest_write(page, OBJECTS_MAX, count);
    page_close_section(page->page);
}

static void write_topics(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    const struct value *topics = record_value(page->record, ROLE_SUBJECT);
    if (!topics->count)
        return;
    markup_open(markup, "section", "class", "topics", NULL);
    markup_element(markup, "h2", "Topics", "class", "vh", NULL);
    markup_open(markup, "ul", "class", "chips", NULL);
    for (size_t i = 0; i < topics->count; i++) {
        markup_open(markup, "li", NULL);
        page_link_record(page->page, topics->items[i].record);
        markup_close(markup, "li");
    }
    markup_close(markup, "ul");
    markup_close(markup, "section");
}

/* Reports whether the objects of a field are shown here. */
static bool is_shown(const struct field *field)
{
    return field->kind == FIELD_OBJECT && field->members.at != source_fields &&
           field->role != ROLE_IDENTIFIERS && field->role != ROLE_ACTORS &&
           !record_page_has_statements(field);
}

void objects_write(struct record_page *page)
{
    const struct field_list fields = page->record->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = record_field(page->record, i);
        if (!value->count || !is_shown(&fields.at[i]))
            continue;
        if (fields.at[i].members.at == vote_fields)
            votes_write(page, &fields.at[i], value);
        else
            write_objects(page, &fields.at[i], value);
    }
    write_topics(page);
}
