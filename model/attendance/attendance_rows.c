/* Members outside lists: in the rows of a table (A1, A2), in a roster in the header, in lists of
 * officers, and in the legends of abbreviations. */
#include "attendance/attendance_private.h"
#include "members/member.h"
#include "wording/words.h"

enum {
    ROSTER_LINE_BYTES_MAX = 100,
    OFFICERS_LABEL_MAX = 40, /* bytes before the colon */
    OFFICERS_MIN = 2,
    ROSTER_NAMES_MIN = 3 /* names in a block that make it a roster (A3c) */
};

/* Splits a row into its cells. */
static size_t split_row(struct text_span row, struct text_span cells[ATTENDANCE_COLUMNS_MAX])
{
    size_t count = 0;
    for (size_t at = 0; at < row.length && count < ATTENDANCE_COLUMNS_MAX;) {
        const size_t tab = text_span_find(row, at, "\t");
        cells[count++] = text_span_trim(text_span_part(row, at, tab));
        at = tab + 1;
    }
    return count;
}

static bool is_name_column(enum member_column column)
{
    return column == COLUMN_NAME || column == COLUMN_GIVEN_NAME || column == COLUMN_FAMILY_NAME ||
           column == COLUMN_HANDLE;
}

/* Reads the headers as groups. Reports whether each is one, or empty. */
static bool read_column_groups(struct attendance_reader *reader, const struct text_span *cells,
                               size_t count)
{
    size_t groups = 0;
    for (size_t i = 0; i < count; i++) {
        struct member_group *group = &reader->column_groups[i];
        *group = (struct member_group){0};
        if (!cells[i].length)
            continue;
        if (!member_group_read(cells[i], group) || group->rest.length || group->single)
            return false;
        groups++;
    }
    return groups > 0;
}

/* Takes note of the columns that the first row of a table names. */
static void read_columns(struct attendance_reader *reader, const struct text_span *cells,
                         size_t count)
{
    bool names = false;
    for (size_t i = 0; i < count; i++) {
        reader->columns[i] = member_column_of(cells[i]);
        names |= is_name_column(reader->columns[i]);
    }
    const bool groups = read_column_groups(reader, cells, count);
    reader->grouped = groups && !names;
    reader->column_count = names || groups ? count : 0;
    if (groups && names && reader->group.status == STATUS_UNKNOWN)
        reader->group = reader->column_groups[0];
}

/* Returns the cell with the name, or an empty text. */
static struct text_span name_cell(const struct attendance_reader *reader,
                                  const struct text_span *cells, size_t count)
{
    for (size_t i = 0; i < count && i < reader->column_count; i++)
        if (reader->columns[i] == COLUMN_NAME && cells[i].length)
            return cells[i];
    return (struct text_span){NULL, 0};
}

/* Reports whether the names in the rows below a line are "Surname, Given" (A4). Names without a
 * comma may be among them, but fewer. */
static bool has_reversed_names(const struct attendance_reader *reader, size_t line)
{
    const struct minutes *minutes = reader->minutes;
    struct text_span cells[ATTENDANCE_COLUMNS_MAX], family, given[ATTENDANCE_REVERSED_MAX];
    size_t turned = 0, others = 0;
    for (size_t i = line + 1;
         i < minutes->markdown.count && minutes->markdown.lines[i].form == MARKDOWN_ROW &&
         minutes->markdown.lines[i].table == reader->table && turned < ATTENDANCE_REVERSED_MAX;
         i++) {
        const struct text_span name =
            name_cell(reader, cells, split_row(minutes_text(minutes, i, i + 1), cells));
        if (!member_split_reversed(name, &family, &given[turned])) {
            if (text_span_find(name, 0, ",") < name.length)
                return false;
            others += name.length > 0;
            continue;
        }
        turned++;
    }
    return member_are_given_names(given, turned) && turned > others;
}

/* Reports whether a cell of a column after the first is a full name: then each column lists the
 * members of a group, although a header such as "Attendees" may also be above names. */
static bool has_names_beside(const struct attendance_reader *reader, const struct text_span *cells,
                             size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (reader->column_groups[i].status && text_span_find(cells[i], 0, " ") < cells[i].length &&
            member_is_name(cells[i], false))
            return true;
    return false;
}

/* Joins the given and the family name of a row in the cell of the latter. */
static void join_names(struct attendance_reader *reader, enum member_column *columns,
                       struct text_span *cells, size_t count)
{
    size_t given = count, family = count;
    for (size_t i = 0; i < count; i++) {
        given = columns[i] == COLUMN_GIVEN_NAME ? i : given;
        family = columns[i] == COLUMN_FAMILY_NAME || columns[i] == COLUMN_NAME ? i : family;
    }
    if (given == count || family == count || !cells[given].length || !cells[family].length)
        return;
    cells[family] = minutes_join(reader->minutes, cells[given], text_span_of(" "), cells[family]);
    columns[given] = COLUMN_OTHER;
}

/* Adds the members in the cells of a row, each to the group of its column. */
static void add_grouped(struct attendance_reader *reader, const struct text_span *cells,
                        size_t count, unsigned line)
{
    const struct member_group outer = reader->group;
    for (size_t i = 0; i < count; i++) {
        if (!reader->column_groups[i].status)
            continue;
        reader->group = reader->column_groups[i];
        attendance_add_list(reader, cells[i], line, "A2");
    }
    reader->group = outer;
}

void attendance_add_row(struct attendance_reader *reader, size_t line)
{
    const struct markdown_line *at = &reader->minutes->markdown.lines[line];
    struct text_span cells[ATTENDANCE_COLUMNS_MAX];
    const size_t count = split_row(minutes_text(reader->minutes, line, line + 1), cells);
    struct member member = {0};
    if (at->table != reader->table) {
        reader->table = at->table;
        read_columns(reader, cells, count);
        reader->reversed = has_reversed_names(reader, line);
        if (reader->column_count)
            draft_explain(reader->minutes->draft, minutes_lines(reader->minutes, line, line + 1),
                          "attendance", "A1");
        return;
    }
    const size_t columns = count < reader->column_count ? count : reader->column_count;
    if (!columns)
        return;
    reader->grouped |= has_names_beside(reader, cells, columns);
    if (reader->grouped) {
        add_grouped(reader, cells, columns, at->line);
        return;
    }
    enum member_column uses[ATTENDANCE_COLUMNS_MAX];
    memcpy(uses, reader->columns, sizeof uses);
    join_names(reader, uses, cells, columns);
    for (size_t i = 0; reader->reversed && i < columns; i++)
        if (uses[i] == COLUMN_NAME)
            cells[i] = attendance_turn_name(reader->minutes, cells[i]);
    const enum member_kind kind =
        member_read_row(uses, cells, columns, reader->minutes->language, &member);
    if (member.unknown.length)
        draft_warn(reader->minutes->draft, at->line,
                   "\"%.*s\" does not say whether \"%.*s\" was there; taken as present",
                   (int)member.unknown.length, member.unknown.text, (int)member.name.length,
                   member.name.text);
    if (kind == MEMBER_PERSON || kind == MEMBER_ORGANIZATION)
        attendance_add_member(reader, &member, at->line, "A1");
}

/* Reports whether a text begins with a full name. */
static bool begins_with_name(struct text_span text)
{
    struct member_list list;
    struct text_span entry;
    member_list_begin(&list, text);
    return member_list_next(&list, &entry) && member_is_name(entry, false) &&
           text_span_find(entry, 0, " ") < entry.length;
}

struct text_span attendance_row_label(struct minutes *minutes, size_t line)
{
    const struct text_span none = {NULL, 0};
    const struct text_span row = minutes_text(minutes, line, line + 1);
    struct text_span cells[ATTENDANCE_COLUMNS_MAX];
    struct member_group group;
    if (row.length > ATTENDANCE_LINE_BYTES_MAX || split_row(row, cells) != 2 || !cells[0].length ||
        !cells[1].length || member_column_of(cells[1]) != COLUMN_OTHER)
        return none;
    if (minutes->markdown.lines[line].head && !begins_with_name(cells[1]))
        return none;
    const struct text_span joined =
        minutes_join(minutes, text_span_strip(cells[0], ":"), text_span_of(": "), cells[1]);
    return joined.length && member_group_read(joined, &group) && group.rest.length &&
                   !(member_group_read(cells[1], &group) && !group.rest.length)
               ? joined
               : none;
}

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
        const struct member_entry entry = {.text = minutes_text(minutes, i, i + 1),
                                           .language = minutes->language};
        const enum member_kind kind =
            entry.text.length < ROSTER_LINE_BYTES_MAX ? member_read(&entry, &member) : MEMBER_NONE;
        names += kind == MEMBER_PERSON && member_is_name(member.name, false) &&
                 text_span_find(member.name, 0, " ") < member.name.length;
    }
    if (names < ROSTER_NAMES_MIN)
        return;
    for (size_t i = from; i < to; i++) {
        struct member member = {0};
        const struct member_entry entry = {.text = minutes_text(minutes, i, i + 1),
                                           .language = minutes->language};
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

/* Reports whether each entry of a list is a full name with an office in brackets. */
static bool are_officers(struct text_span names, enum words_language language)
{
    struct member_list list;
    struct member_entry entry = {.language = language};
    struct member member;
    size_t count = 0;
    for (member_list_begin(&list, names); member_list_next(&list, &entry.text); count++)
        if (text_span_find(entry.text, 0, " (") == entry.text.length ||
            member_read(&entry, &member) != MEMBER_PERSON || !member.post.length ||
            text_span_find(member.name, 0, " ") == member.name.length)
            return false;
    return count >= OFFICERS_MIN;
}

bool attendance_add_officers(struct attendance_reader *reader, size_t line, size_t end)
{
    const struct minutes *minutes = reader->minutes;
    const struct text_span text = minutes_text(minutes, line, end);
    const size_t colon = text_span_find(text, 0, ":");
    if (minutes->markdown.lines[line].form != MARKDOWN_PARAGRAPH || colon == text.length ||
        colon > OFFICERS_LABEL_MAX || text.length > ATTENDANCE_LINE_BYTES_MAX)
        return false;
    const struct text_span names = text_span_trim(text_span_part(text, colon + 1, text.length));
    if (!are_officers(names, minutes->language))
        return false;
    const struct member_group outer = reader->group;
    reader->group = (struct member_group){.single = true};
    attendance_add_list(reader, names, minutes->markdown.lines[line].line, "A7");
    reader->group = outer;
    return true;
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
