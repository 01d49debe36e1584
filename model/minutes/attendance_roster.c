/* People outside a group: a roster in the header, and the legends of abbreviations. */
#include "minutes/attendance_private.h"
#include "wording/words.h"

enum {
    ROSTER_LINE_BYTES_MAX = 100,
    ROSTER_NAMES_MIN = 3 /* names in a block that make it a roster (A3c) */
};

/* Reports whether the text says that all members were there (A3c). */
static bool all_are_present(const struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count;) {
        const size_t end = outline_paragraph_end(&minutes->markdown, i);
        const struct text_span text = minutes_text(minutes, i, end);
        if (text.length < ATTENDANCE_LINE_BYTES_MAX &&
            words_has(WORDS_ALL_PRESENT, text.text, text.length))
            return true;
        i = end;
    }
    return false;
}

/* Reads the names of a block of the header, one on each line, if there are enough of them. A line
 * above them names the body. The people count as present only if `present` is true. */
static void read_roster_block(struct minutes *minutes, size_t from, size_t to, bool present)
{
    struct attendance_reader reader = {
        .minutes = minutes, .group = {.status = STATUS_PRESENT, .roles = ROLE_BIT_MEMBER}};
    size_t names = 0;
    for (size_t i = from; i < to; i++) {
        struct member member = {0};
        const struct member_entry entry = {.text = minutes_text(minutes, i, i + 1)};
        const enum member_kind kind =
            entry.text.length < ROSTER_LINE_BYTES_MAX ? member_read(&entry, &member) : MEMBER_NONE;
        names += kind == MEMBER_PERSON && member_is_name(member.name, false) &&
                 text_span_find(member.name, 0, " ") < member.name.length;
    }
    if (names < ROSTER_NAMES_MIN)
        return;
    for (size_t i = from; i < to; i++) {
        struct member member = {0};
        const struct member_entry entry = {.text = minutes_text(minutes, i, i + 1)};
        if (present && entry.text.length < ROSTER_LINE_BYTES_MAX &&
            member_read(&entry, &member) == MEMBER_PERSON && !member_is_organization(entry.text) &&
            text_span_find(member.name, 0, " ") < member.name.length)
            attendance_add_member(&reader, &member, minutes->markdown.lines[i].line, "A3c");
        else if (!minutes->body.length && i == from &&
                 (present || member_is_organization(entry.text))) {
            minutes->body = entry.text;
            minutes->body_lines = minutes_lines(minutes, i, i + 1);
        }
    }
}

void attendance_read_header_roster(struct minutes *minutes)
{
    const struct markdown *markdown = &minutes->markdown;
    const bool present = all_are_present(minutes);
    if (minutes->has_attendance)
        return;
    for (size_t i = 0; i < markdown->count && minutes->outline.lines[i].zone == ZONE_HEADER;) {
        size_t end = i + 1;
        while (end < markdown->count && markdown->lines[end].block == markdown->lines[i].block)
            end++;
        if (markdown->lines[i].form == MARKDOWN_PARAGRAPH)
            read_roster_block(minutes, i, end, present);
        i = end;
    }
}

void attendance_read_legends(struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        struct member member = {0};
        if (text.length > ROSTER_LINE_BYTES_MAX || text_span_find(text, 0, "=") == text.length ||
            !member_read_legend(text, &member) || !member.name.length)
            continue;
        const struct roster_person person = {.name = member.name,
                                             .abbreviation = member.abbreviation,
                                             .organization = member.organization,
                                             .roles = member.roles,
                                             .joined = -1,
                                             .left = -1,
                                             .line = minutes->markdown.lines[i].line,
                                             .rule = "A6"};
        roster_add(&minutes->roster, &person, NULL);
    }
}
