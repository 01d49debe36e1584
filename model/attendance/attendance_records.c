/* The records of the people and organizations that the attendance and the proceedings name. */
#include "attendance/attendance.h"
#include "wording/words.h"

#include <string.h>

/* Returns the id of an organization by its name, which is added if it is new. */
static const char *add_organization(struct minutes *minutes, struct text_span name, unsigned line,
                                    char id[DRAFT_ID_BYTES])
{
    draft_slug(minutes->draft, name.text, name.length, id);
    if (!draft_find(minutes->draft, &organization_type, id)) {
        json_t *record =
            draft_add(minutes->draft, &organization_type, id, (struct line_span){line, line}, "A3");
        minutes_set(minutes, record, "name", name);
    }
    return id;
}

/* Names the person or organization that a member represents. */
static void set_represented(struct minutes *minutes, json_t *entry,
                            const struct roster_person *person)
{
    const struct roster_match match = roster_find(&minutes->roster, person->on_behalf_of);
    char id[DRAFT_ID_BYTES];
    if (match.person && !match.other && roster_person(&minutes->roster, match.person)->id[0])
        draft_set(minutes->draft, entry, "on_behalf_of",
                  attendance_reference(minutes, match.person));
    else if (!match.person && member_is_organization(person->on_behalf_of))
        draft_set(minutes->draft, entry, "on_behalf_of",
                  json_sprintf("organizations/%s",
                               add_organization(minutes, person->on_behalf_of, person->line, id)));
}

/* Sets when a member joined or left, if the time zone is known. `time` is -1 if it is not given. */
static void set_presence(struct minutes *minutes, json_t *entry, const char *member,
                         const struct roster_person *person, int time)
{
    char edtf[PHRASE_TIME_BYTES];
    const bool zoned = json_object_get(minutes->meeting, "time_zone") || minutes->zone.has_offset;
    if (time >= 0 && !zoned)
        draft_count_unread(minutes->draft, "times of people without a time zone", person->line);
    else if (time >= 0 && phrase_time_write(&minutes->date, time, &minutes->zone, edtf))
        draft_set(minutes->draft, entry, member, json_string(edtf));
}

/* Returns the entry of an attendance. */
static json_t *attendance_entry(struct minutes *minutes, const struct roster_person *person)
{
    json_t *entry = json_object();
    struct draft *draft = minutes->draft;
    const char *status = member_status_name(person->status);
    if (person->organization_itself && !status)
        status = "attended";
    draft_set(draft, entry, "meeting", json_string(minutes->meeting_id));
    if (status)
        draft_set(draft, entry, "status", json_string(status));
    if (member_mode_name(person->mode))
        draft_set(draft, entry, "mode", json_string(member_mode_name(person->mode)));
    for (size_t i = 0; i < MEMBER_ROLE_COUNT && !person->organization_itself; i++)
        if (person->roles & 1u << i)
            draft_append_once(draft, entry, "roles", member_role_names[i]);
    if (person->on_behalf_of.length)
        set_represented(minutes, entry, person);
    if (person->remark.length)
        draft_count_unread(draft, "remarks beside names", person->line);
    set_presence(minutes, entry, "start_date", person, person->joined);
    set_presence(minutes, entry, "end_date", person, person->left);
    return entry;
}

/* Adds the given and the family name of a name of two words. */
static void add_name_parts(struct minutes *minutes, json_t *record, struct text_span name)
{
    const size_t blank = text_span_find(name, 0, " ");
    if (blank == name.length || text_span_find(name, blank + 1, " ") < name.length)
        return;
    minutes_set(minutes, record, "given_name", text_span_part(name, 0, blank));
    minutes_set(minutes, record, "family_name", text_span_part(name, blank + 1, name.length));
    draft_infer(minutes->draft, record, "given_name");
    draft_infer(minutes->draft, record, "family_name");
}

/* Finds or makes the id of a person. Minutes of one body share people by their full names, so that
 * these begin with the body's id; one word, such as a nickname, is known in its meeting only.
 * Returns the record that an earlier meeting of the file has, or NULL. */
static json_t *person_of_name(struct minutes *minutes, const char *slug,
                              struct roster_person *person)
{
    struct draft *draft = minutes->draft;
    const bool full = text_span_find(person->name, 0, " ") < person->name.length;
    const char *prefix = full ? minutes->people_id : minutes->meeting_id;
    draft_write_id(prefix, slug, person->id);
    json_t *known = draft_find(draft, &person_type, person->id);
    if (known && json_object_get(minutes->people, person->id)) {
        draft_new_id(draft, &person_type, prefix, slug, person->id);
        known = NULL;
    }
    draft_set(draft, minutes->people, person->id, json_true());
    return known;
}

/* Finds or makes the id of an organization. Returns its record if the draft has it, or NULL. */
static json_t *organization_of_name(struct minutes *minutes, const char *slug,
                                    struct roster_person *organization)
{
    draft_write_id("", slug, organization->id);
    return draft_find(minutes->draft, &organization_type, organization->id);
}

/* Appends a value to a list, unless the list has it. */
static void append_once(struct draft *draft, json_t *record, const char *member, json_t *value)
{
    json_t *list = json_object_get(record, member);
    for (size_t i = 0; value && i < json_array_size(list); i++)
        if (json_equal(json_array_get(list, i), value)) {
            json_decref(value);
            return;
        }
    draft_append(draft, record, member, value);
}

static void add_membership(struct minutes *minutes, json_t *record,
                           const struct roster_person *person)
{
    char organization[DRAFT_ID_BYTES];
    struct draft *draft = minutes->draft;
    json_t *membership = json_object();
    add_organization(minutes, person->organization, person->line, organization);
    draft_set(draft, membership, "organization", json_string(organization));
    minutes_set(minutes, membership, "post", person->post);
    append_once(draft, record, "memberships", membership);
}

/* Adds an office that is not a role of the meeting: "Ada Rowan, Auditor". A member has it in the
 * body of the meeting. */
static void add_office(struct minutes *minutes, json_t *record, const struct roster_person *person)
{
    struct draft *draft = minutes->draft;
    if (!*minutes->body_id || person->roles & (ROLE_BIT_GUEST | ROLE_BIT_OBSERVER)) {
        draft_count_unread(draft, "offices of people without an organization", person->line);
        return;
    }
    json_t *membership = json_object();
    draft_set(draft, membership, "organization", json_string(minutes->body_id));
    minutes_set(minutes, membership, "post", person->post);
    append_once(draft, record, "memberships", membership);
    draft_infer(draft, record, "memberships");
}

static void add_attendee(struct minutes *minutes, struct roster_person *person)
{
    char slug[DRAFT_ID_BYTES];
    const struct record_type *type =
        person->organization_itself ? &organization_type : &person_type;
    const struct line_span lines = {person->line, person->line};
    struct draft *draft = minutes->draft;
    const unsigned no_roles = ROLE_BIT_MEMBER | ROLE_BIT_GUEST | ROLE_BIT_OBSERVER;
    draft_slug(minutes->draft, person->name.text, person->name.length, slug);
    json_t *known = person->organization_itself ? organization_of_name(minutes, slug, person)
                                                : person_of_name(minutes, slug, person);
    json_t *record = known ? known : draft_add(draft, type, person->id, lines, person->rule);
    if (known)
        draft_cite(draft, type, known, lines);
    else
        minutes_set(minutes, record, "name", person->name);
    for (unsigned i = 0; i < person->further_count; i++)
        draft_cite(draft, type, record,
                   (struct line_span){person->further_lines[i], person->further_lines[i]});
    if (person->attends)
        draft_append(draft, record, "attendance", attendance_entry(minutes, person));
    if (person->organization_itself)
        return;
    if (!known)
        add_name_parts(minutes, record, person->name);
    const struct text_span others[] = {person->abbreviation, person->nick, person->handle};
    for (size_t i = 0; i < 3; i++)
        if (others[i].length)
            append_once(draft, record, "other_names",
                        json_stringn(others[i].text, others[i].length));
    if (person->organization.length)
        add_membership(minutes, record, person);
    else if (person->post.length && !(person->roles & ~no_roles) &&
             !words_is(WORDS_MEMBER, person->post.text, person->post.length))
        add_office(minutes, record, person);
}

json_t *attendance_reference(const struct minutes *minutes, uint32_t number)
{
    const struct roster_person *person = roster_person(&minutes->roster, number);
    return json_sprintf("%s/%s", person->organization_itself ? "organizations" : "people",
                        person->id);
}

void attendance_add_person(struct minutes *minutes, uint32_t number)
{
    struct roster_person *person = roster_person(&minutes->roster, number);
    if (!person->id[0])
        add_attendee(minutes, person);
}

/* Returns the attendance of a person at this meeting, or NULL. */
static json_t *entry_of(struct minutes *minutes, const struct roster_person *person)
{
    const json_t *record = draft_find(minutes->draft, &person_type, person->id);
    const json_t *attendance = json_object_get(record, "attendance");
    return json_array_get(attendance, json_array_size(attendance) - 1);
}

/* Names those whom members represent and who are listed below them. */
static void add_represented(struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->roster.count; i++) {
        const struct roster_person *person = &minutes->roster.people[i];
        json_t *entry =
            person->on_behalf_of.length && person->id[0] ? entry_of(minutes, person) : NULL;
        if (entry && !json_object_get(entry, "on_behalf_of"))
            set_represented(minutes, entry, person);
    }
}

/* Names the person who votes for an absent one in that person's attendance. */
static void add_proxies(struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->roster.count; i++) {
        const struct roster_person *person = &minutes->roster.people[i];
        const struct roster_match match = person->proxy.length
                                              ? roster_find(&minutes->roster, person->proxy)
                                              : (struct roster_match){0};
        if (person->proxy.length && (!match.person || match.other))
            draft_count_unread(minutes->draft, "votes by proxy for an unknown person",
                               person->line);
        if (!match.person || match.other)
            continue;
        json_t *entry = entry_of(minutes, roster_person(&minutes->roster, match.person));
        if (entry && json_object_get(entry, "on_behalf_of"))
            draft_count_unread(minutes->draft, "further votes by proxy of one person",
                               person->line);
        else if (entry && person->id[0])
            draft_set(minutes->draft, entry, "on_behalf_of",
                      attendance_reference(minutes, (uint32_t)i + 1));
    }
}

void attendance_add(struct minutes *minutes)
{
    for (uint32_t i = 1; i <= minutes->roster.count; i++)
        attendance_add_person(minutes, i);
    add_represented(minutes);
    add_proxies(minutes);
}
