/* The members of a group: lists, entries and rows of tables become people of the roster. */
#include "base/array.h"
#include "members/member_role.h"
#include "minutes/attendance_private.h"
#include "phrases/pattern.h"
#include "wording/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    LABEL_BYTES_MAX = 40, /* before the colon of a label */
    SPEECH_LINES_MAX = 2000
};

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

struct text_span attendance_turn_name(struct minutes *minutes, struct text_span entry)
{
    struct text_span family, given;
    if (!member_split_reversed(entry, &family, &given))
        return entry;
    const size_t end = (size_t)(given.text - entry.text) + given.length;
    const struct text_span titles = text_span_part(entry, 0, (size_t)(family.text - entry.text));
    const struct text_span name = minutes_join(
        minutes, titles, minutes_join(minutes, given, text_span_of(" "), family), text_span_of(""));
    const struct text_span rest = text_span_part(entry, end, entry.length);
    return rest.length ? minutes_join(minutes, name, text_span_of(""), rest) : name;
}

/* Reports whether a text is the name of a person in several words, and no office or organization.
 */
static bool is_full_name(struct text_span text)
{
    const struct text_span name = text_span_part(text, 0, text_span_find(text, 0, " ("));
    return memchr(name.text, ' ', name.length) && member_is_name(name, false) &&
           !member_is_organization(name) && !member_roles_of(name) &&
           !words_has(WORDS_OFFICE, name.text, name.length);
}

/* Counts the full names that commas divide. Returns 0 if an entry has something else. *ret_last is
 * the last one of several. */
static size_t count_names(struct text_span entry, struct text_span *ret_last)
{
    struct member_list list;
    struct text_span name;
    size_t count = 0;
    *ret_last = (struct text_span){0};
    for (member_list_begin(&list, entry); member_list_next(&list, &name); count++) {
        if (!is_full_name(name))
            return 0;
        if (count)
            *ret_last = name;
    }
    return count;
}

/* Reports whether a line begins with a name, or the first word of it, and a colon: then a person
 * with this name speaks. */
static bool speaks(const struct minutes *minutes, struct text_span name)
{
    const size_t given = text_span_find(name, 0, " ");
    for (size_t i = 0; i < minutes->markdown.count && i < SPEECH_LINES_MAX; i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        const size_t colon = text_span_find(text, 0, ":");
        const struct text_span who = text_span_trim(text_span_part(text, 0, colon));
        if ((who.length == name.length || who.length == given) && colon < text.length &&
            !memcmp(who.text, name.text, who.length))
            return true;
    }
    return false;
}

/* Reports whether both ";" and "," separate names: "A Bee, C Dee; E Eff". If instead the entries
 * are people with their organizations, each entry has a comma, or two entries have the same
 * organization, and no organization speaks. */
static bool has_names_in_entries(const struct minutes *minutes, const struct member_list *list)
{
    struct member_list rest = *list;
    struct text_span entry, last, before = {0};
    bool single = false, several = false, heard = false;
    if (list->separator != ';')
        return false;
    while (member_list_next(&rest, &entry)) {
        const size_t names = count_names(entry, &last);
        if (!names || (last.length && last.length == before.length &&
                       !memcmp(last.text, before.text, last.length)))
            return false;
        single |= names == 1;
        several |= names > 1;
        heard = heard || (names > 1 && speaks(minutes, last));
        before = last.length ? last : before;
    }
    return several && (single || heard);
}

/* Returns the number of people who are listed as present. */
static int count_present(const struct roster *roster)
{
    int count = 0;
    for (size_t i = 0; i < roster->count; i++)
        count += roster->people[i].attends && roster->people[i].status == STATUS_PRESENT;
    return count;
}

/* Keeps the number of those who were there, unless it counts further people only: guests, or fewer
 * than have names. */
static void add_count(struct attendance_reader *reader, const struct member *member, unsigned line)
{
    struct minutes *minutes = reader->minutes;
    if (member->further || (reader->group.roles & (ROLE_BIT_GUEST | ROLE_BIT_OBSERVER)) ||
        member->count < count_present(&minutes->roster)) {
        draft_count_unread(minutes->draft, "numbers of people without names", line);
        return;
    }
    minutes->participants = member->count;
    minutes->participants_lines = (struct line_span){line, line};
}

/* Returns a text without a title in the plural at its beginning, which each name after it has:
 * "Councillors Ruiz, Yost and Park". Returns an empty text if no names follow one. */
static struct text_span without_plural_title(struct text_span text)
{
    const struct text_span none = {NULL, 0};
    struct member_list list;
    struct text_span name;
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    const size_t words = pattern_at(PATTERN_PLURAL_TITLE, &sentence, 0);
    if (!words || words >= sentence.count || sentence.list[words].before == '(')
        return none;
    const struct text_span rest = text_span_part(text, sentence.list[words].start, text.length);
    member_list_begin(&list, rest);
    if (list.separator == ';')
        return none;
    while (member_list_next(&list, &name))
        if (!member_is_name(text_span_part(name, 0, text_span_find(name, 0, " (")), false))
            return none;
    return rest;
}

/* Returns the length of the link at the beginning of a text if it is a name or a handle and nothing
 * else, or 0. */
static size_t name_link_at(const struct minutes *minutes, struct text_span text)
{
    const size_t length = markdown_link_at(&minutes->markdown, text);
    return member_is_name(text_span_part(text, 0, length), *text.text == '@') ? length : 0;
}

/* Returns the length of the first of several links to people in a text, with the blank after it, if
 * nothing but blanks divides it from the next one; else 0. A handle after a name is of the same
 * person. */
static size_t link_before_link(const struct minutes *minutes, struct text_span text)
{
    const size_t first = text.length ? name_link_at(minutes, text) : 0;
    if (!first || first + 1 >= text.length || text.text[first] != ' ' ||
        (text.text[first + 1] == '@') != (*text.text == '@'))
        return 0;
    return name_link_at(minutes, text_span_part(text, first + 1, text.length)) ? first + 1 : 0;
}

/* Reads the members in the brackets of a group: "Directors (A, B)". An office belongs to its
 * holder. Returns false if an entry is not that. */
static bool add_bracketed(struct attendance_reader *reader, struct text_span entry, unsigned line,
                          const char *rule)
{
    struct minutes *minutes = reader->minutes;
    struct text_span words, members, name;
    struct member_list list;
    if (!member_split_bracketed(entry, &words, &members))
        return false;
    member_list_begin(&list, members);
    if (!list.separator && (member_roles_of(words) || member_is_office(words))) {
        name = minutes_join(minutes, members, text_span_of(" ("), words);
        attendance_add_list(
            reader, minutes_join(minutes, name, text_span_of(")"), text_span_of("")), line, rule);
        return true;
    }
    if (list.separator != ';' || text_span_find(members, 0, ": ") == members.length) {
        attendance_add_list(reader, members, line, rule);
        return true;
    }
    while (member_list_next(&list, &name)) {
        const size_t colon = text_span_find(name, 0, ": ");
        const struct text_span holder =
            text_span_trim(text_span_part(name, colon + 1, name.length));
        attendance_add_list(reader,
                            colon < name.length ? minutes_join(minutes, holder, text_span_of(", "),
                                                               text_span_part(name, 0, colon))
                                                : name,
                            line, rule);
    }
    return true;
}

/* Returns an entry without the word that says that it is of those who were counted before it: "34
 * members, including N". */
static struct text_span without_among(struct text_span entry)
{
    struct sentence sentence;
    sentence_read_all(entry, &sentence);
    const size_t words = pattern_at(PATTERN_AMONG, &sentence, 0);
    return words && words < sentence.count
               ? text_span_part(entry, sentence.list[words].start, entry.length)
               : entry;
}

void attendance_add_list(struct attendance_reader *reader, struct text_span text, unsigned line,
                         const char *rule)
{
    struct member_list list;
    struct text_span entry, given_name;
    bool beside = false, named = false;
    if (text.length > (size_t)ATTENDANCE_LINE_BYTES_MAX * 16)
        return;
    const struct text_span names = without_plural_title(text);
    text = names.length ? names : text;
    member_list_begin(&list, text);
    list.remarks = true;
    const bool reversed = member_list_is_reversed(&list), shouted = member_list_is_shouted(&list);
    if (has_names_in_entries(reader->minutes, &list)) {
        while (member_list_next(&list, &entry))
            attendance_add_list(reader, entry, line, rule);
        return;
    }
    while (member_list_next(&list, &entry)) {
        struct member member = {0};
        const struct text_span titled =
            list.separator == ';' ? without_plural_title(entry) : (struct text_span){NULL, 0};
        if (titled.length) {
            attendance_add_list(reader, titled, line, rule);
            continue;
        }
        const struct text_span among = without_among(entry);
        if (among.text != entry.text) {
            attendance_add_list(reader, among, line, rule);
            continue;
        }
        if (add_bracketed(reader, entry, line, rule))
            continue;
        for (size_t link; (link = link_before_link(reader->minutes, entry));
             entry = text_span_part(entry, link, entry.length))
            attendance_add_list(reader, text_span_part(entry, 0, link), line, rule);
        if (shouted && member_list_next(&list, &given_name))
            entry.length = (size_t)(given_name.text - entry.text) + given_name.length;
        if (reversed || shouted)
            entry = attendance_turn_name(reader->minutes, entry);
        const struct text_span surname = member_list_surname(&list, entry);
        if (surname.length)
            entry = minutes_join(reader->minutes, entry, text_span_of(" "), surname);
        const struct member_entry given = {
            .text = entry, .proxies = reader->group.proxies, .language = reader->minutes->language};
        const enum member_kind kind = member_read(&given, &member);
        member.further |= beside || named; /* "Ada Tidewater and 12 others" */
        if (kind == MEMBER_COUNT && member.count > 0)
            add_count(reader, &member, line);
        beside = list.pair;
        if (kind != MEMBER_PERSON && kind != MEMBER_ORGANIZATION)
            continue;
        named = true;
        attendance_add_member(reader, &member, line, rule);
    }
}

/* Returns a text up to its first comma. */
static struct text_span head_of(struct text_span text)
{
    return text_span_trim(text_span_part(text, 0, text_span_find(text, 0, ",")));
}

/* Reports whether a word before a colon may be the name of a group, such as a party: no office. */
static bool is_group_name(struct text_span word)
{
    return !member_roles_of(word) && !member_is_office(word) &&
           !words_has(WORDS_OFFICE, word.text, word.length) &&
           !words_has(WORDS_PERSON_TITLE, word.text, word.length);
}

/* Reports whether an entry without a full name is above a nested list with one: it is the name of a
 * group, such as a party or an office. */
static bool is_above_members(const struct minutes *minutes, size_t line)
{
    const struct markdown_line *at = &minutes->markdown.lines[line];
    if (!at->entry || line + 1 >= minutes->markdown.count || at[1].depth <= at->depth ||
        !at[1].entry || is_full_name(head_of(minutes_text(minutes, line, line + 1))))
        return false;
    struct member member = {0};
    const struct member_entry entry = {.text = minutes_text(minutes, line + 1, line + 2),
                                       .language = minutes->language};
    return entry.text.length < ATTENDANCE_LINE_BYTES_MAX &&
           member_read(&entry, &member) == MEMBER_PERSON && is_full_name(member.name);
}

/* Reports whether a line has several people who have links or handles, and nothing between them. */
static bool has_several(const struct minutes *minutes, struct text_span text)
{
    struct member_list list;
    member_list_begin(&list, text);
    return link_before_link(minutes, text) ||
           (list.separator == ' ' && text_span_find(text, 0, " ") < text.length);
}

/* Reads "Words: A, B" in a list: a group of its own, whose words say nothing (A2). Returns false if
 * the text is not that. *ret_label is true if one word is before a colon, which is not a name. */
static bool add_labelled(struct attendance_reader *reader, struct text_span text, unsigned line,
                         bool *ret_label)
{
    const size_t colon = text_span_find(text, 0, ": ");
    struct member_list list;
    struct text_span entry;
    size_t names = 0, others = 0;
    *ret_label = colon < text.length && text_span_find(text, 0, " ") > colon;
    if (colon == text.length || colon > LABEL_BYTES_MAX)
        return false;
    const struct text_span rest = text_span_part(text, colon + 1, text.length);
    member_list_begin(&list, rest);
    while (member_list_next(&list, &entry)) {
        const bool name = member_is_name(head_of(entry), false);
        names += name;
        others += !name;
    }
    if (others || (names < 2 && !(*ret_label && is_full_name(head_of(rest)) &&
                                  is_group_name(text_span_part(text, 0, colon)))))
        return false;
    attendance_add_list(reader, rest, line, "A2");
    return true;
}

/* Reports whether an entry of a list of Markdown and each one beside it is "Surname, Given" (A4).
 */
static bool is_among_reversed(const struct minutes *minutes, size_t line)
{
    const struct markdown_line *lines = minutes->markdown.lines;
    struct text_span family, given[ATTENDANCE_REVERSED_MAX];
    size_t first = line, count = 0;
    if (!lines[line].entry)
        return false;
    while (first && line - first < ATTENDANCE_REVERSED_MAX && lines[first - 1].entry &&
           lines[first - 1].depth == lines[line].depth)
        first--;
    for (size_t i = first; i < minutes->markdown.count && lines[i].entry &&
                           lines[i].depth == lines[line].depth && count < ATTENDANCE_REVERSED_MAX;
         i++, count++) {
        if (!member_split_reversed(minutes_text(minutes, i, i + 1), &family, &given[count]))
            return false;
    }
    return member_are_given_names(given, count);
}

/* Returns the text of a line. The given name is first if the line and those beside it are "Surname,
 * Given", or if the surname is in capitals. */
static struct text_span text_of_entry(struct minutes *minutes, size_t line)
{
    const struct text_span text = minutes_text(minutes, line, line + 1);
    struct text_span family, given;
    return member_split_reversed(text, &family, &given) &&
                   ((member_is_shouted(family) && !memchr(given.text, ' ', given.length)) ||
                    is_among_reversed(minutes, line))
               ? attendance_turn_name(minutes, text)
               : text;
}

bool attendance_add_labelled(struct attendance_reader *reader, size_t line)
{
    const struct text_span text = minutes_text(reader->minutes, line, line + 1);
    const size_t colon = text_span_find(text, 0, ": ");
    if (colon >= text.length || colon > LABEL_BYTES_MAX)
        return false;
    const struct text_span label = text_span_part(text, 0, colon);
    const struct text_span rest = text_span_trim(text_span_part(text, colon + 1, text.length));
    struct member_list list;
    struct text_span entry;
    member_list_begin(&list, rest);
    if (!list.separator || !member_list_next(&list, &entry) || is_full_name(label))
        return false;
    struct text_span name = head_of(entry);
    for (size_t title; (title = roster_title_length(name)) > 0 && title < name.length;)
        name = text_span_trim(text_span_part(name, title, name.length));
    if (!is_full_name(name) || !is_group_name(label) ||
        text_span_find(label, 0, ",") < label.length ||
        text_span_find(label, 0, ";") < label.length)
        return false;
    attendance_add_list(reader, rest, reader->minutes->markdown.lines[line].line, "A2");
    return true;
}

bool attendance_add_entry(struct attendance_reader *reader, size_t line)
{
    const struct markdown_line *at = &reader->minutes->markdown.lines[line];
    struct member member = {0};
    const struct member_entry entry = {.text = text_of_entry(reader->minutes, line),
                                       .checkbox = at->checkbox,
                                       .checked = at->checked,
                                       .struck = at->struck,
                                       .group_checked = reader->group_checked,
                                       .proxies = reader->group.proxies,
                                       .language = reader->minutes->language};
    if (entry.text.length > ATTENDANCE_LINE_BYTES_MAX)
        return false;
    bool label = false;
    if (is_above_members(reader->minutes, line))
        return true;
    if (add_labelled(reader, entry.text, at->line, &label))
        return true;
    if (member_list_is_pair(entry.text) || has_several(reader->minutes, entry.text)) {
        attendance_add_list(reader, entry.text, at->line, "A4");
        return true;
    }
    const enum member_kind kind = member_read(&entry, &member);
    member.further |= reader->listed;
    if (kind == MEMBER_COUNT && member.count > 0)
        add_count(reader, &member, at->line);
    if (label && member.organization.length && member.name.text < member.organization.text)
        return false;
    if (kind == MEMBER_PERSON || kind == MEMBER_ORGANIZATION)
        attendance_add_member(reader, &member, at->line, at->checkbox ? "A1" : "A3");
    return kind != MEMBER_NONE;
}
