/* A person in the list of a meeting's people: the post, the roles at the meeting, the organization,
 * and how long and from where the person took part. */
#include "meeting_page/meeting_page_private.h"
#include "schema/types/every_record.h"

enum {
    DAY_BYTES = 10, /* of "2031-06-01" */
    CLOCK_BYTES = 5 /* of "09:30" */
};

/* The details of a person, in a span that begins with the first of them. */
struct details {
    struct page *page;
    bool any;
};

/* Begins a detail. */
static struct markup *details_add(struct details *details)
{
    struct markup *markup = &details->page->markup;
    if (details->any) {
        markup_text(markup, " \xC2\xB7 ");
    } else {
        markup_text(markup, " ");
        markup_open(markup, "span", "class", "small soft", NULL);
    }
    details->any = true;
    return markup;
}

/* Reports whether a date is before another one; the parts that both have decide. */
static bool is_before(const struct value *date, const struct value *other)
{
    size_t length = date->count < other->count ? date->count : other->count;
    length = length < DAY_BYTES ? length : DAY_BYTES;
    return length > 0 && memcmp(date->text, other->text, length) < 0;
}

/* Reports whether an organization is the body that meets. */
static bool is_body(const struct record *meeting, const struct record *organization)
{
    const struct value *body = record_value(meeting, ROLE_BODY);
    return body->count && body->record == organization;
}

/* Returns the membership that the meeting is about: that in its body, else the first one; of those
 * that had begun and not ended. Returns NULL if there is none. */
static const struct members *find_membership(const struct record *person,
                                             const struct record *meeting)
{
    const struct value *all = record_value(person, ROLE_MEMBERSHIPS);
    const struct value *date = record_value(meeting, ROLE_START);
    const struct members *first = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct members *membership = all->items[i].members;
        if (is_before(date, members_value(membership, MEMBERSHIP_START)) ||
            is_before(members_value(membership, MEMBERSHIP_END), date))
            continue;
        if (is_body(meeting, members_value(membership, MEMBERSHIP_ORGANIZATION)->record))
            return membership;
        first = first ? first : membership;
    }
    return first;
}

/* Writes the post, else the role in the organization; and the organization, unless it is
 * the one that meets. Returns the post. */
static const struct value *write_membership(struct details *details, const struct record *meeting,
                                            const struct members *membership)
{
    const struct record *organization = members_value(membership, MEMBERSHIP_ORGANIZATION)->record;
    const struct value *role = members_value(membership, MEMBERSHIP_ROLE);
    const struct value *post = members_value(membership, MEMBERSHIP_POST);
    post = post->count ? post : role;
    if (post->count)
        markup_name(details_add(details), post->text, post->count);
    if (is_body(meeting, organization))
        return post;
    if (post->count)
        markup_text(&details->page->markup, ", ");
    else
        details_add(details);
    page_link_record(details->page, organization);
    return post;
}

/* Writes the roles at the meeting, except those that say no more than the post. */
static void write_roles(struct details *details, const struct members *attendance,
                        const struct value *post)
{
    const struct value *roles = members_value(attendance, ATTENDANCE_ROLES);
    char text[SAY_BYTES];
    bool any = false;
    for (size_t i = 0; i < roles->count; i++) {
        const char *role = roles->items[i].text;
        if (strcmp(role, "participant") == 0 || (post->count && strcmp(role, "member") == 0))
            continue;
        if (any)
            markup_text(&details->page->markup, ", ");
        else
            details_add(details);
        any = true;
        markup_text(&details->page->markup, say_term(role, false, text));
    }
}

/* Writes a clock time of the meeting's day, or the date in words. */
static void write_moment(struct details *details, const struct record *meeting, const char *word,
                         const struct value *date)
{
    char words[SAY_DATE_BYTES];
    const struct value *start = record_value(meeting, ROLE_START);
    if (!date->count)
        return;
    struct markup *markup = details_add(details);
    markup_text(markup, word);
    say_date(date, words);
    if (date->count > DAY_BYTES + CLOCK_BYTES && start->count >= DAY_BYTES &&
        memcmp(date->text, start->text, DAY_BYTES + 1) == 0) {
        memcpy(words, date->text + DAY_BYTES + 1, CLOCK_BYTES);
        words[CLOCK_BYTES] = '\0';
    }
    markup_text(markup, words);
}

/* Writes from where and how long the person took part. */
static void write_part(struct details *details, const struct record *meeting,
                       const struct members *attendance)
{
    const struct value *mode = members_value(attendance, ATTENDANCE_MODE);
    if (mode->count && strcmp(mode->text, "remote") == 0)
        markup_text(details_add(details), "remote");
    write_moment(details, meeting, "from ", members_value(attendance, ATTENDANCE_START));
    write_moment(details, meeting, "until ", members_value(attendance, ATTENDANCE_END));
}

const struct field *person_find_representing(const struct record *person)
{
    const struct field_list fields = person->type->fields;
    for (size_t i = 0; i < fields.count; i++)
        if (fields.at[i].kind == FIELD_REFERENCE && !fields.at[i].list &&
            record_field(person, i)->count)
            return fields.at + i;
    return NULL;
}

/* Writes for whom the person took part, unless the membership or the meeting says so. */
static void write_represented(struct details *details, const struct record *meeting,
                              const struct record *person, const struct members *membership,
                              const struct members *attendance)
{
    const struct field *field = person_find_representing(person);
    const struct value *represented =
        attendance ? members_value(attendance, ATTENDANCE_ON_BEHALF_OF) : &value_absent;
    const bool general = !represented->count && field;
    if (general)
        represented = record_page_value(person, field);
    if (!represented->count || is_body(meeting, represented->record) ||
        (membership &&
         members_value(membership, MEMBERSHIP_ORGANIZATION)->record == represented->record))
        return;
    markup_text(details_add(details), "for ");
    page_link_record(details->page, represented->record);
    if (general && record_infers(person, field))
        page_mark_inferred(details->page);
}

void attendee_write(struct record_page *page, const struct record *person,
                    const struct members *attendance)
{
    struct markup *markup = &page->page->markup;
    struct details details = {page->page, false};
    const struct members *membership = find_membership(person, page->record);
    const struct value *post = &value_absent;
    markup_open(markup, "li", NULL);
    page_link_record(page->page, person);
    if (membership)
        post = write_membership(&details, page->record, membership);
    if (attendance)
        write_roles(&details, attendance, post);
    write_represented(&details, page->record, person, membership, attendance);
    if (attendance)
        write_part(&details, page->record, attendance);
    if (details.any)
        markup_close(markup, "span");
    markup_close(markup, "li");
}
