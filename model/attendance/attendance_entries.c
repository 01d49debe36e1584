/* The members of lines, and of the entries of lists of Markdown. */
#include "attendance/attendance_private.h"
#include "members/member_role.h"
#include "wording/words.h"

#include <string.h>

enum {
    LABEL_BYTES_MAX = 40 /* before the colon of a label */
};

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
        !at[1].entry || attendance_is_full_name(head_of(minutes_text(minutes, line, line + 1))))
        return false;
    struct member member = {0};
    const struct member_entry entry = {.text = minutes_text(minutes, line + 1, line + 2),
                                       .language = minutes->language};
    return entry.text.length < ATTENDANCE_LINE_BYTES_MAX &&
           member_read(&entry, &member) == MEMBER_PERSON && attendance_is_full_name(member.name);
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
    if (others || (names < 2 && !(*ret_label && attendance_is_full_name(head_of(rest)) &&
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
    if (!list.separator || !member_list_next(&list, &entry) || attendance_is_full_name(label))
        return false;
    struct text_span name = head_of(entry);
    for (size_t title; (title = roster_title_length(name)) > 0 && title < name.length;)
        name = text_span_trim(text_span_part(name, title, name.length));
    if (!attendance_is_full_name(name) || !is_group_name(label) ||
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
    if (member_list_is_pair(entry.text) || attendance_has_several(reader->minutes, entry.text)) {
        attendance_add_list(reader, entry.text, at->line, "A4");
        return true;
    }
    const enum member_kind kind = member_read(&entry, &member);
    member.further |= reader->listed;
    if (kind == MEMBER_COUNT && member.count > 0)
        attendance_add_count(reader, &member, at->line);
    if (label && member.organization.length && member.name.text < member.organization.text)
        return false;
    if (kind == MEMBER_PERSON || kind == MEMBER_ORGANIZATION)
        attendance_add_member(reader, &member, at->line, at->checkbox ? "A1" : "A3");
    return kind != MEMBER_NONE;
}
