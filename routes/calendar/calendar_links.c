#include "calendar/calendar_links.h"

#include "calendar/calendar_line.h"
#include "calendar/calendar_place.h"

#include <stdio.h>
#include <string.h>

enum {
    MEDIA_TYPE_MAX = 255, /* RFC 6838, section 4.2 */
    ATTACH_MAX = MEDIA_TYPE_MAX + 20
};

void calendar_links_write_uid(const struct record *record, const char *host,
                              char uid[CALENDAR_UID_MAX])
{
    snprintf(uid, CALENDAR_UID_MAX, "%s-%s@%.*s", record->type->name, record_id(record),
             CALENDAR_HOST_MAX - 1, host);
}

/* Returns the value of a member of a link. */
static const struct value *link_value(struct field_list fields, const struct value *link,
                                      enum field_role role)
{
    const struct field *field = field_list_with_role(fields, role);
    return field ? members_value(link->members, (size_t)(field - fields.at)) : &value_absent;
}

static void append_attachment(struct buffer *out, const struct value *url,
                              const struct value *media_type)
{
    char name[ATTACH_MAX];
    const bool typed = media_type->count && media_type->count <= MEDIA_TYPE_MAX;
    snprintf(name, sizeof name, "ATTACH%s%s", typed ? ";FMTTYPE=" : "",
             typed ? media_type->text : "");
    calendar_line_append(out, name, url->text, url->count);
}

static void append_web_links(struct buffer *out, const struct record *record)
{
    const struct field_list all = record->type->fields;
    const struct field *field = field_list_with_role(all, ROLE_WEB_LINKS);
    const struct value *links = record_value(record, ROLE_WEB_LINKS);
    bool has_page = false;
    for (size_t i = 0; i < links->count; i++) {
        const struct value *link = &links->items[i];
        const struct value *url = link_value(field->members, link, ROLE_URL);
        const struct value *kind = link_value(field->members, link, ROLE_KIND);
        if (!has_page && kind->count && strcmp(kind->text, "page") == 0) {
            calendar_line_append(out, "URL", url->text, url->count);
            has_page = true;
        } else {
            append_attachment(out, url, link_value(field->members, link, ROLE_MEDIA_TYPE));
        }
    }
}

/* Appends the people of a list. In the types of records that have calendars, the authors and the
 * owners are lists. */
static void append_contacts(struct buffer *out, const struct record *record, enum field_role role)
{
    const struct value *people = record_value(record, role);
    for (size_t i = 0; i < people->count; i++) {
        const struct value *name = record_label(people->items[i].record);
        calendar_line_append_text(out, "CONTACT", name->text, name->count);
    }
}

static void append_related(struct buffer *out, const struct record *record, const char *host)
{
    char uid[CALENDAR_UID_MAX];
    const struct record *whole = calendar_place_container(record);
    if (!whole)
        return;
    calendar_links_write_uid(whole, host, uid);
    calendar_line_append(out, "RELATED-TO", uid, strlen(uid));
}

void calendar_links_append(struct buffer *out, const struct record *record, const char *host)
{
    const struct value *owners = record_value(record, ROLE_OWNER_TEXT);
    append_web_links(out, record);
    append_contacts(out, record, ROLE_AUTHOR);
    append_contacts(out, record, ROLE_OWNER);
    if (owners->count)
        calendar_line_append_text(out, "CONTACT", owners->text, owners->count);
    append_related(out, record, host);
}
