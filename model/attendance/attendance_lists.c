/* The members of a list of names in one line. */
#include "attendance/attendance_private.h"
#include "members/member_role.h"
#include "phrases/pattern.h"
#include "wording/words.h"

#include <string.h>

enum {
    SPEECH_LINES_MAX = 2000
};

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

bool attendance_is_full_name(struct text_span text)
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
        if (!attendance_is_full_name(name))
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

void attendance_add_count(struct attendance_reader *reader, const struct member *member,
                          unsigned line)
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

bool attendance_has_several(const struct minutes *minutes, struct text_span text)
{
    struct member_list list;
    member_list_begin(&list, text);
    return link_before_link(minutes, text) ||
           (list.separator == ' ' && text_span_find(text, 0, " ") < text.length);
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

/* A list of names that is being read. */
struct list_reading {
    struct member_list list;
    bool reversed, shouted; /* true if the names are "Surname, Given" or "SURNAME, Given" */
    bool beside;            /* true if the entry before is one of a pair */
    bool named;             /* true if an entry before was a member */
    unsigned line;
    const char *rule;
};

/* Returns an entry with what the list says of its name: the given name in the next entry, or the
 * surname of all. */
static struct text_span complete_entry(struct attendance_reader *reader,
                                       struct list_reading *reading, struct text_span entry)
{
    struct text_span given_name;
    if (reading->shouted && member_list_next(&reading->list, &given_name))
        entry.length = (size_t)(given_name.text - entry.text) + given_name.length;
    if (reading->reversed || reading->shouted)
        entry = attendance_turn_name(reader->minutes, entry);
    const struct text_span surname = member_list_surname(&reading->list, entry);
    return surname.length ? minutes_join(reader->minutes, entry, text_span_of(" "), surname)
                          : entry;
}

/* Adds the members of an entry of a list: mostly one. */
static void add_list_entry(struct attendance_reader *reader, struct list_reading *reading,
                           struct text_span entry)
{
    struct member member = {0};
    const struct text_span titled =
        reading->list.separator == ';' ? without_plural_title(entry) : (struct text_span){NULL, 0};
    if (titled.length) {
        attendance_add_list(reader, titled, reading->line, reading->rule);
        return;
    }
    const struct text_span among = without_among(entry);
    if (among.text != entry.text) {
        attendance_add_list(reader, among, reading->line, reading->rule);
        return;
    }
    if (add_bracketed(reader, entry, reading->line, reading->rule))
        return;
    for (size_t link; (link = link_before_link(reader->minutes, entry));
         entry = text_span_part(entry, link, entry.length))
        attendance_add_list(reader, text_span_part(entry, 0, link), reading->line, reading->rule);
    const struct member_entry given = {.text = complete_entry(reader, reading, entry),
                                       .proxies = reader->group.proxies,
                                       .language = reader->minutes->language};
    const enum member_kind kind = member_read(&given, &member);
    member.further |= reading->beside || reading->named; /* "Ada Tidewater and 12 others" */
    if (kind == MEMBER_COUNT && member.count > 0)
        attendance_add_count(reader, &member, reading->line);
    reading->beside = reading->list.pair;
    if (kind != MEMBER_PERSON && kind != MEMBER_ORGANIZATION)
        return;
    reading->named = true;
    attendance_add_member(reader, &member, reading->line, reading->rule);
}

void attendance_add_list(struct attendance_reader *reader, struct text_span text, unsigned line,
                         const char *rule)
{
    struct list_reading reading = {.line = line, .rule = rule};
    struct text_span entry;
    if (text.length > (size_t)ATTENDANCE_LINE_BYTES_MAX * 16)
        return;
    const struct text_span names = without_plural_title(text);
    member_list_begin(&reading.list, names.length ? names : text);
    reading.list.remarks = true;
    reading.reversed = member_list_is_reversed(&reading.list);
    reading.shouted = member_list_is_shouted(&reading.list);
    if (has_names_in_entries(reader->minutes, &reading.list)) {
        while (member_list_next(&reading.list, &entry))
            attendance_add_list(reader, entry, line, rule);
        return;
    }
    while (member_list_next(&reading.list, &entry))
        add_list_entry(reader, &reading, entry);
}
