/* The attendance: groups, and the members in them (3.4). */
#include "attendance/attendance_private.h"
#include "wording/words.h"

#include <string.h>

enum {
    GROUPS_OF_LINE_MAX = 8, /* labels in one line */
    TAIL_LINES = 8,         /* lines at the end in which roles count (A7) */
    LABEL_BYTES_MAX = 40    /* before the colon of a label */
};

/* Reports whether any entry of the list that begins at a line is checked. */
static bool list_is_checked(const struct minutes *minutes, size_t line)
{
    const struct markdown_line *lines = minutes->markdown.lines;
    for (size_t i = line; i < minutes->markdown.count && lines[i].form == MARKDOWN_PARAGRAPH &&
                          (lines[i].depth || i == line);
         i++)
        if (lines[i].checked)
            return true;
    return false;
}

/* Reads the members after the colon of a group's label. Those of a role, and of a group within a
 * group, end with the label; then the outer group continues. */
static void read_rest(struct attendance_reader *reader, const struct attendance_reader *outer,
                      unsigned line, bool inherits)
{
    const bool single = reader->group.single;
    attendance_add_list(reader, reader->group.rest, line, single ? "A7" : "A4");
    if (!inherits && !single)
        return;
    reader->group = outer->group;
    reader->open = outer->open;
    reader->group_checked = outer->group_checked;
}

/* Begins a group, and reads the members after its colon. */
static void begin_group(struct attendance_reader *reader, struct member_group group, size_t line,
                        bool inherits)
{
    const struct minutes *minutes = reader->minutes;
    const struct attendance_reader outer = *reader;
    if (inherits) {
        group.status = group.status ? group.status : outer.group.status;
        group.mode = group.mode ? group.mode : outer.group.mode;
    }
    reader->group = group;
    reader->open = !group.rest.length;
    reader->entered = false;
    reader->group_checked =
        line + 1 < minutes->markdown.count && list_is_checked(minutes, line + 1);
    draft_explain(minutes->draft, minutes_lines(minutes, line, line + 1),
                  group.single ? "role" : "attendance", group.single ? "A7" : "A2");
    if (group.rest.length)
        read_rest(reader, &outer, minutes->markdown.lines[line].line, inherits);
}

/* Reports whether a line ends the people, although it is not a heading in Markdown: "ORDEN DEL
 * DÍA". */
static bool is_heading_line(struct text_span text)
{
    return words_is(WORDS_AGENDA, text.text, text.length) ||
           words_is(WORDS_MINUTES, text.text, text.length);
}

/* Reads a line as a member. */
static enum member_kind read_line(const struct attendance_reader *reader, size_t line,
                                  struct member *ret_member)
{
    const struct member_entry entry = {.text = minutes_text(reader->minutes, line, line + 1),
                                       .language = reader->minutes->language};
    *ret_member = (struct member){0};
    return entry.text.length < ATTENDANCE_LINE_BYTES_MAX ? member_read(&entry, ret_member)
                                                         : MEMBER_NONE;
}

/* Reports whether a member is a person with a title or a name of several words. */
static bool is_full_person(const struct member *member)
{
    return member->kind == MEMBER_PERSON &&
           (member->title.length || text_span_find(member->name, 0, " ") < member->name.length);
}

/* Reports whether a line has a colon, as a label does. */
static bool has_label(const struct minutes *minutes, size_t line)
{
    const struct text_span text = minutes_text(minutes, line, line + 1);
    return text_span_find(text, 0, ":") < text.length;
}

/* Reports whether a list has one entry. */
static bool is_one_entry(struct text_span text)
{
    struct member_list list;
    struct text_span entry;
    member_list_begin(&list, text);
    return member_list_next(&list, &entry) && !member_list_next(&list, &entry);
}

/* Adds the people in the lines after a label and its first people: "Mrs Drift" below "Councillors:
 * Mr Salt". Each line is a name with a title; or a full name, if the label has one name. Returns
 * the line after them. */
static size_t read_lines_of_rest(struct attendance_reader *reader, const struct member_group *group,
                                 size_t line, size_t end)
{
    const struct markdown *markdown = &reader->minutes->markdown;
    const struct member_group outer = reader->group;
    const bool one = is_one_entry(group->rest);
    struct member member;
    reader->group = *group;
    while (line < markdown->count && !has_label(reader->minutes, line) &&
           (line < end || markdown->lines[line].block == markdown->lines[line - 1].block) &&
           read_line(reader, line, &member) == MEMBER_PERSON &&
           (one ? is_full_person(&member) : member.title.length > 0))
        attendance_add_member(reader, &member, markdown->lines[line++].line, "A4");
    reader->group = outer;
    return line;
}

/* Reports whether the part after the only comma of a line is not a name: "Fay Gull, Harbour
 * Office". A line without a comma is a full name. */
static bool is_entry_line(struct text_span line, const struct member *member)
{
    const size_t comma = text_span_find(line, 0, ",");
    if (comma == line.length)
        return member->kind == MEMBER_COUNT || is_full_person(member);
    const struct text_span beside = text_span_trim(text_span_part(line, comma + 1, line.length));
    return beside.length && text_span_find(beside, 0, ",") == beside.length &&
           !(text_span_find(beside, 0, " ") < beside.length && member_is_name(beside, false) &&
             !member_is_organization(beside));
}

/* Reports whether each line of a paragraph is an entry, although some have commas. */
static bool has_entry_lines(const struct attendance_reader *reader, size_t line, size_t end)
{
    size_t alone = 0;
    struct member member;
    for (size_t i = line; i < end; i++) {
        const struct text_span text = minutes_text(reader->minutes, i, i + 1);
        if (read_line(reader, i, &member) == MEMBER_NONE || !is_entry_line(text, &member))
            return false;
        alone += text_span_find(text, 0, ",") == text.length;
    }
    return alone > 0 && end > line + 1;
}

/* Reports whether a line is the only one of its block. */
static bool is_alone(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    return (!line || at[-1].block != at->block) &&
           (line + 1 >= markdown->count || at[1].block != at->block);
}

/* Reports whether a line continues a list of names, one on each line: it is a full name, in the
 * same block as the name before it, or both are blocks of one line. */
static bool continues_lines(const struct attendance_reader *reader, size_t line)
{
    const struct markdown *markdown = &reader->minutes->markdown;
    const struct markdown_line *at = &markdown->lines[line];
    struct member member;
    if (!line ||
        (at[-1].block != at->block && !(is_alone(markdown, line) && is_alone(markdown, line - 1))))
        return false;
    return read_line(reader, line, &member) == MEMBER_PERSON && is_full_person(&member);
}

/* Reads a line of an attendance zone, or of the header after a label. */
static void read_member_line(struct attendance_reader *reader, size_t line, size_t end, bool zone)
{
    const struct markdown_line *at = &reader->minutes->markdown.lines[line];
    const struct text_span text = minutes_text(reader->minutes, line, end);
    if (at->form == MARKDOWN_ROW) {
        attendance_add_row(reader, line);
        return;
    }
    if (at->form != MARKDOWN_PARAGRAPH)
        return;
    const size_t colon = text_span_find(text, 0, ":");
    if (is_heading_line(text)) {
        reader->open = false;
        return;
    }
    if (!reader->open || (colon < LABEL_BYTES_MAX && words_is(WORDS_NO_SPEAKER, text.text, colon)))
        return;
    if (at->depth || at->checkbox) {
        if (!reader->entered || at[-1].list != at->list)
            reader->group_checked |= list_is_checked(reader->minutes, line);
        reader->entered = true;
        if (!attendance_add_entry(reader, line) && !at->depth)
            reader->open = false;
        return;
    }
    if ((reader->entered || (reader->listed && !continues_lines(reader, line))) && !zone) {
        reader->open = false;
        return;
    }
    const bool entries = has_entry_lines(reader, line, end);
    for (size_t i = line; i < end; i++) {
        const struct text_span one = minutes_text(reader->minutes, i, i + 1);
        if (attendance_add_labelled(reader, i))
            continue;
        if (!entries && (text_span_find(one, 0, ",") < one.length ||
                         text_span_find(one, 0, ";") < one.length)) {
            attendance_add_list(reader, text, at->line, "A4");
            return;
        }
        attendance_add_entry(reader, i);
    }
}

/* Reports whether a line is near the end of the minutes, where roles count (A7). */
static bool is_tail(const struct minutes *minutes, size_t line)
{
    return line + TAIL_LINES >= minutes->markdown.count && !minutes->markdown.lines[line].depth &&
           !minutes->markdown.lines[line].quoted;
}

/* Reports whether a line continues the names of the line before it: that ends with a comma, or this
 * one is too long for a label. */
static bool continues_names(struct text_span before, struct text_span line)
{
    const size_t colon = text_span_find(line, 0, ":");
    if (colon < line.length && colon < LABEL_BYTES_MAX)
        return false;
    return line.length >= LABEL_BYTES_MAX ||
           (before.length && strchr(",;", before.text[before.length - 1]));
}

/* Reads a line as the label of a group. The names after its colon may continue in the next lines
 * of the paragraph, unless these are labels. Sets *ret_end to the first line after them. */
static bool read_group(const struct attendance_reader *reader, size_t line, size_t end,
                       size_t *ret_end, struct member_group *ret_group)
{
    const struct minutes *minutes = reader->minutes;
    const struct text_span text = minutes_text(minutes, line, line + 1);
    const enum markdown_form form = minutes->markdown.lines[line].form;
    *ret_end = line + 1;
    if (form == MARKDOWN_ROW &&
        (minutes->markdown.lines[line].table != reader->table || !reader->column_count)) {
        const struct text_span label = attendance_row_label(reader->minutes, line);
        return label.length && member_group_read(label, ret_group);
    }
    if (form == MARKDOWN_RULE || form == MARKDOWN_ROW || text.length >= ATTENDANCE_LINE_BYTES_MAX ||
        minutes->outline.lines[line].title ||
        !member_group_read(outline_without_signs(text), ret_group))
        return form == MARKDOWN_PARAGRAPH && !minutes->outline.lines[line].title &&
               (*ret_end = end) > line &&
               member_group_introduced(minutes_text(minutes, line, end), ret_group);
    if (!ret_group->rest.length || form != MARKDOWN_PARAGRAPH)
        return true;
    for (struct member_group next; *ret_end < end; ++*ret_end) {
        const struct text_span more = minutes_text(minutes, *ret_end, *ret_end + 1);
        const struct text_span before = minutes_text(minutes, *ret_end - 1, *ret_end);
        if (member_group_read(more, &next) || !continues_names(before, more))
            break;
    }
    return *ret_end == line + 1 ||
           member_group_read(outline_without_signs(minutes_text(minutes, line, *ret_end)),
                             ret_group);
}

/* Reads the group that begins at a line. */
static void read_group_line(struct attendance_reader *reader, const struct member_group *group,
                            size_t line, bool attendance)
{
    const struct markdown_line *at = &reader->minutes->markdown.lines[line];
    const bool top = reader->minutes->outline.lines[line].heading;
    const bool role_of_member =
        at->depth && !group->rest.length && !group->sentence && attendance && group->single;
    if (top)
        reader->listed = false;
    const bool below = at->depth > reader->depth; /* in a list below the label of a group */
    const unsigned depth = reader->depth;
    struct member_group first = *group, next;
    for (size_t i = 0; i < GROUPS_OF_LINE_MAX && member_group_split(&first, &next); i++) {
        begin_group(reader, first, line, (attendance || below) && !top && reader->open);
        first = next;
    }
    if (!role_of_member)
        begin_group(reader, first, line, (attendance || below) && !top && reader->open);
    reader->depth = below && first.rest.length ? depth : at->depth;
    if (!group->rest.length && !top)
        reader->listed = false;
}

/* Reports whether the text after a role at the end of the minutes is a name, and not what its
 * holder says: "Chair: Thank you." A name of one word, or one before a point, must be known. */
static bool is_signature(struct attendance_reader *reader, const struct member_group *group)
{
    const struct text_span rest = group->rest;
    if (!rest.length || roster_find(&reader->minutes->roster, rest).person)
        return true;
    const bool one_word = text_span_find(rest, 0, " ") == rest.length;
    return !strchr(".!?", rest.text[rest.length - 1]) &&
           !(one_word && (group->roles & ROLE_BIT_CHAIR));
}

/* Reads the sentences of a paragraph that say who was there. */
static bool read_sentences(struct attendance_reader *reader, size_t line, size_t end, bool anywhere)
{
    if (!attendance_add_sentences(reader, line, end, anywhere))
        return false;
    draft_explain(reader->minutes->draft, minutes_lines(reader->minutes, line, end), "attendance",
                  "A2");
    return true;
}

/* Reads a paragraph of the attendance, of the header or of the tail. Returns the line after it. */
static size_t read_paragraph(struct attendance_reader *reader, size_t line, size_t end)
{
    const struct minutes *minutes = reader->minutes;
    const struct outline_line *outline = &minutes->outline.lines[line];
    const bool attendance = outline->zone == ZONE_ATTENDANCE;
    const bool header =
        outline->zone == ZONE_HEADER || (outline->zone == ZONE_PROCEDURE && !outline->item);
    struct member_group group;
    size_t group_end;
    const bool topic = !outline->heading && attendance_is_topic(minutes, line);
    if ((attendance || header || topic || !outline->item) && !outline->heading)
        attendance_add_leaders(reader, line, end);
    if (!attendance && !header && topic)
        attendance_add_sentences(reader, line, end, true);
    if (!attendance && !header && !is_tail(minutes, line)) {
        reader->open = false;
        return end;
    }
    if ((attendance || header) && !outline->heading && read_sentences(reader, line, end, false))
        return end;
    if (read_group(reader, line, end, &group_end, &group) &&
        (attendance || header || (group.single && is_signature(reader, &group)))) {
        read_group_line(reader, &group, line, attendance);
        return group.single || !group.rest.length
                   ? group_end
                   : read_lines_of_rest(reader, &group, group_end, end);
    }
    if (outline->heading) {
        reader->open = attendance;
        reader->listed = reader->listed && !attendance;
    } else if (header && !reader->open && attendance_add_officers(reader, line, end)) {
        draft_explain(minutes->draft, minutes_lines(minutes, line, end), "role", "A7");
    } else if ((attendance || header) && !read_sentences(reader, line, end, true))
        read_member_line(reader, line, end, attendance);
    return end;
}

/* Reads the group that a key of the front matter names, "attendees". Returns false if it names
 * none, or if its value is no name. */
static bool read_front_group(const struct front_matter_value *value, struct member_group *ret_group)
{
    char label[FRONT_MATTER_KEY_BYTES];
    bool name = false;
    for (const char *byte = value->text; *byte; byte++)
        name |= (*byte >= 'A' && *byte <= 'Z') || *byte == '@' || (unsigned char)*byte >= 0x80;
    memcpy(label, value->key, sizeof label);
    for (char *byte = label; *byte; byte++)
        *byte = *byte == '_' || *byte == '-' ? ' ' : *byte;
    return name && member_group_read(text_span_of(label), ret_group);
}

bool attendance_is_in_front(const struct minutes *minutes)
{
    struct member_group group;
    for (size_t i = 0; i < minutes->front.value_count; i++)
        if (read_front_group(&minutes->front.values[i], &group) && !group.single)
            return true;
    return false;
}

/* Adds the people of the front matter: those of roles, and the others unless the text lists some.
 * An entry of a list is one person. */
static void read_front(struct attendance_reader *reader)
{
    const struct front_matter *front = &reader->minutes->front;
    const bool listed = reader->minutes->has_attendance;
    for (size_t i = 0; i < front->value_count; i++) {
        const struct front_matter_value *value = &front->values[i];
        const struct text_span text = text_span_of(value->text);
        struct member_entry entry = {.text = text, .language = reader->minutes->language};
        struct member member = {0};
        if (!read_front_group(value, &reader->group) || (listed && !reader->group.single))
            continue;
        entry.proxies = reader->group.proxies;
        draft_explain(reader->minutes->draft, (struct line_span){value->line, value->line},
                      "attendance", reader->group.single ? "A7" : "A2");
        const enum member_kind kind = value->listed ? member_read(&entry, &member) : MEMBER_NONE;
        if (!value->listed)
            attendance_add_list(reader, text, value->line, "A4");
        else if (kind == MEMBER_PERSON || kind == MEMBER_ORGANIZATION)
            attendance_add_member(reader, &member, value->line, "A4");
    }
}

/* Reads the zones of the attendance, the header and the tail. */
static void read_groups(struct minutes *minutes)
{
    struct attendance_reader reader = {.minutes = minutes};
    for (size_t i = 0; i < minutes->markdown.count;)
        i = read_paragraph(&reader, i, outline_paragraph_end(&minutes->markdown, i));
    read_front(&reader);
    attendance_add_offices(&reader);
}

void attendance_read(struct minutes *minutes)
{
    read_groups(minutes);
    attendance_read_header_roster(minutes);
    attendance_read_legends(minutes);
}
