/* The members of a group, which become people of the roster, with their offices and deputies. */
#include "attendance/attendance_private.h"
#include "base/array.h"
#include "phrases/pattern.h"

#include <stdlib.h>
#include <string.h>

/* Returns the status of a member. In a group of proxies, those who hold one are there. */
static enum member_status status_of(const struct member_group *group, const struct member *member)
{
    if (member->status != STATUS_UNKNOWN)
        return member->status;
    return group->proxies && member->on_behalf_of.length ? STATUS_PRESENT : group->status;
}

/* Returns the person of a member with what its group says. */
static struct roster_person person_of(const struct member_group *group, const struct member *member)
{
    return (struct roster_person){
        .name = member->name,
        .title = member->title,
        .nick = member->nick,
        .handle = member->handle,
        .abbreviation = member->abbreviation,
        .organization = member->organization,
        .post = member->post,
        .proxy = member->proxy,
        .on_behalf_of = member->on_behalf_of,
        .remark = member->remark,
        .status = status_of(group, member),
        .mode = member->mode != MODE_UNKNOWN ? member->mode : group->mode,
        .roles = member->roles | group->roles,
        .joined = member->joined,
        .left = member->left,
        .organization_itself = member->kind == MEMBER_ORGANIZATION,
        .attends = true,
    };
}

/* Keeps a person of a role label: the attendance may have the full name (A7). */
static void add_office(struct attendance_reader *reader, const struct roster_person *person)
{
    struct roster_person *offices = array_reserve(reader->offices, &reader->office_capacity,
                                                  reader->office_count + 1, sizeof *offices);
    if (!offices) {
        reader->minutes->roster.out_of_memory = true;
        return;
    }
    reader->offices = offices;
    offices[reader->office_count++] = *person;
}

void attendance_add_offices(struct attendance_reader *reader)
{
    struct roster *roster = &reader->minutes->roster;
    for (size_t i = 0; i < reader->office_count; i++) {
        struct roster_person person = reader->offices[i];
        const struct roster_match match = roster_find(roster, person.name);
        if (match.person && !match.other)
            person.name = roster_person(roster, match.person)->name;
        roster_add(roster, &person, NULL);
    }
    free(reader->offices);
    reader->offices = NULL;
}

/* Adds the person who is there for a member: "A, represented by B". */
static void add_deputy(struct attendance_reader *reader, const struct member *member, unsigned line)
{
    struct roster *roster = &reader->minutes->roster;
    const struct roster_match match = roster_find(roster, member->proxy);
    if (match.person || !memchr(member->proxy.text, ' ', member->proxy.length))
        return;
    const size_t title = roster_title_length(member->proxy);
    const struct roster_person deputy = {
        .name = text_span_trim(text_span_part(member->proxy, title, member->proxy.length)),
        .title = text_span_trim(text_span_part(member->proxy, 0, title)),
        .status = STATUS_PRESENT,
        .joined = -1,
        .left = -1,
        .attends = true,
        .line = line,
        .rule = "A3"};
    roster_add(roster, &deputy, NULL);
}

/* Gives a member who is named by the surname only, "M. Vent", the full name that is known. */
static void complete_name(struct roster *roster, struct roster_person *person)
{
    if (memchr(person->name.text, ' ', person->name.length))
        return;
    const struct roster_match match = roster_find(roster, person->name);
    if (match.person && !match.other && match.form == ROSTER_SURNAME)
        person->name = roster_person(roster, match.person)->name;
}

/* Reports whether words beside somebody who is not there are a reason, and not an organization:
 * "work commitments", "Family emergency". */
static bool is_reason(struct text_span words)
{
    struct sentence sentence;
    sentence_read_all(words, &sentence);
    return sentence.count && (!sentence.list[0].upper || pattern_at(PATTERN_REASON, &sentence, 0) ||
                              pattern_at(PATTERN_REASON, &sentence, sentence.count - 1));
}

/* Keeps the reason of an absence as a remark. */
static void take_reason(struct roster_person *person)
{
    const struct text_span words = person->organization;
    if (!words.length || person->organization_itself || !is_reason(words))
        return;
    person->organization.length = 0;
    if (!person->remark.length)
        person->remark = words;
}

void attendance_add_member(struct attendance_reader *reader, const struct member *member,
                           unsigned line, const char *rule)
{
    struct minutes *minutes = reader->minutes;
    const struct member_group *group = &reader->group;
    struct roster_person person = person_of(group, member);
    bool known = false;
    person.line = line;
    person.rule = group->single ? "A7" : rule;
    if (!person.name.length)
        person.name = text_span_strip(member->handle.length ? member->handle : member->nick, "@");
    if (!person.name.length)
        return;
    if (person.status == STATUS_EXCUSED || person.status == STATUS_ABSENT)
        take_reason(&person);
    const bool struck = markdown_is_struck(&minutes->markdown, person.name);
    if (group->single) {
        if (!struck)
            add_office(reader, &person);
        return;
    }
    if (struck && person.status != STATUS_EXCUSED)
        person.status = STATUS_ABSENT;
    if (group->proxies || member->title.length)
        complete_name(&minutes->roster, &person);
    if (member->stands_in && person.status == STATUS_PRESENT && !person.organization_itself)
        person.status = STATUS_EXCUSED;
    const uint32_t number = roster_add(&minutes->roster, &person, &known);
    if (member->stands_in)
        add_deputy(reader, member, line);
    const struct roster_person *first = number ? roster_person(&minutes->roster, number) : NULL;
    const bool completed = person.name.text != member->name.text && member->name.length;
    if (known && first && first->line != line && first->status == person.status && reader->listed &&
        !group->proxies && !completed)
        draft_warn(minutes->draft, line, "\"%.*s\" is listed twice; one person is taken",
                   (int)person.name.length, person.name.text);
    minutes->has_attendance = true;
    reader->listed = true;
}
