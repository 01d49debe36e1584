/* The attendance: groups, and the members in them (3.4). */
#include "minutes/minutes_private.h"
#include "wording/words.h"

#include <string.h>

enum {
    COLUMNS_MAX = 12,
    TAIL_LINES = 8,       /* lines at the end in which roles count (A7) */
    ROSTER_NAMES_MIN = 3, /* names in a block that make it a roster (A3c) */
    MEMBER_LINE_BYTES_MAX = 4000
};

/* Where the reading of the attendance is. */
struct attendance_reader {
    struct minutes *minutes;
    struct member_group group; /* of the members that follow */
    bool open;                 /* true if members may follow */
    bool listed;               /* true if members of the group were found in a list or table */
    bool group_checked;
    struct text_span group_text;
    enum member_column columns[COLUMNS_MAX];
    size_t column_count;
    uint32_t table;
    bool first_group; /* the first group in which a name is listed twice gives a warning */
};

/* Adds a member with what its group says. */
static void add_member(struct attendance_reader *reader, const struct member *member, unsigned line,
                       const char *rule)
{
    struct minutes *minutes = reader->minutes;
    const struct member_group *group = &reader->group;
    const bool absent_by_entry = member->status != STATUS_UNKNOWN;
    struct roster_person person = {
        .name = member->name,
        .title = member->title,
        .nick = member->nick,
        .handle = member->handle,
        .abbreviation = member->abbreviation,
        .organization = member->organization,
        .post = member->post,
        .proxy = member->proxy,
        .on_behalf_of = member->on_behalf_of,
        .status = absent_by_entry ? member->status : group->status,
        .mode = member->mode != MODE_UNKNOWN ? member->mode : group->mode,
        .roles = member->roles | group->roles,
        .joined = member->joined,
        .left = member->left,
        .line = line,
        .organization_itself = member->kind == MEMBER_ORGANIZATION,
        .attends = true,
        .rule = rule,
    };
    bool known = false;
    if (group->single)
        person.rule = "A7";
    if (!person.name.length)
        person.name = text_span_strip(member->handle.length ? member->handle : member->nick, "@");
    if (!person.name.length)
        return;
    const uint32_t number = roster_add(&minutes->roster, &person, &known);
    const struct roster_person *first = number ? roster_person(&minutes->roster, number) : NULL;
    if (known && !group->single && first && first->line != line && strcmp(first->rule, "A7") != 0 &&
        first->status == person.status && reader->listed)
        draft_warn(minutes->draft, line, "\"%.*s\" is listed twice; one person is taken",
                   (int)person.name.length, person.name.text);
    minutes->has_attendance |= !group->single;
    reader->listed |= !group->single;
}

/* Reads the members of a comma list. */
static void add_list(struct attendance_reader *reader, struct text_span text, unsigned line,
                     const char *rule)
{
    struct member_list list;
    struct text_span entry;
    if (text.length > (size_t)MEMBER_LINE_BYTES_MAX * 16)
        return;
    member_list_begin(&list, text);
    while (member_list_next(&list, &entry)) {
        struct member member = {0};
        const struct member_entry given = {.text = entry};
        const enum member_kind kind = member_read(&given, &member);
        if (kind == MEMBER_COUNT && member.count > 0)
            reader->minutes->participants = member.count;
        if (kind == MEMBER_PERSON || kind == MEMBER_ORGANIZATION)
            add_member(reader, &member, line, rule);
    }
}

/* Reads a list entry or a line with one member. Returns false if it is none. */
static bool add_entry(struct attendance_reader *reader, size_t line)
{
    const struct markdown_line *at = &reader->minutes->markdown.lines[line];
    struct member member = {0};
    const struct member_entry entry = {.text = minutes_text(reader->minutes, line, line + 1),
                                       .checkbox = at->checkbox,
                                       .checked = at->checked,
                                       .struck = at->struck,
                                       .group_checked = reader->group_checked};
    if (entry.text.length > MEMBER_LINE_BYTES_MAX)
        return false;
    const enum member_kind kind = member_read(&entry, &member);
    if (kind == MEMBER_PERSON || kind == MEMBER_ORGANIZATION)
        add_member(reader, &member, at->line, at->checkbox ? "A1" : "A3");
    return kind != MEMBER_NONE;
}

/* Splits a row into its cells. */
static size_t split_row(struct text_span row, struct text_span cells[COLUMNS_MAX])
{
    size_t count = 0;
    for (size_t at = 0; at < row.length && count < COLUMNS_MAX;) {
        const size_t tab = text_span_find(row, at, "\t");
        cells[count++] = text_span_trim(text_span_part(row, at, tab));
        at = tab + 1;
    }
    return count;
}

/* Reads a row of a table. */
static void add_row(struct attendance_reader *reader, size_t line)
{
    const struct markdown_line *at = &reader->minutes->markdown.lines[line];
    struct text_span cells[COLUMNS_MAX];
    const size_t count = split_row(minutes_text(reader->minutes, line, line + 1), cells);
    struct member member = {0};
    if (at->table != reader->table) {
        reader->table = at->table;
        reader->column_count = 0;
        bool names = false;
        for (size_t i = 0; i < count; i++) {
            reader->columns[i] = member_column_of(cells[i]);
            names |= reader->columns[i] == COLUMN_NAME ||
                     reader->columns[i] == COLUMN_FAMILY_NAME ||
                     reader->columns[i] == COLUMN_HANDLE;
        }
        reader->column_count = names ? count : 0;
        return;
    }
    const size_t columns = count < reader->column_count ? count : reader->column_count;
    if (!columns)
        return;
    const enum member_kind kind = member_read_row(reader->columns, cells, columns, &member);
    if (kind == MEMBER_PERSON || kind == MEMBER_ORGANIZATION)
        add_member(reader, &member, at->line, "A1");
}

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

/* Begins a group, and reads the members after its colon. */
static void begin_group(struct attendance_reader *reader, struct member_group group, size_t line,
                        bool inherits)
{
    const unsigned number = reader->minutes->markdown.lines[line].line;
    if (inherits) {
        group.status = group.status ? group.status : reader->group.status;
        group.mode = group.mode ? group.mode : reader->group.mode;
    }
    const struct member_group outer = reader->group;
    const bool open = reader->open, checked = reader->group_checked;
    reader->group = group;
    reader->open = !group.rest.length;
    reader->group_checked =
        line + 1 < reader->minutes->markdown.count && list_is_checked(reader->minutes, line + 1);
    draft_explain(reader->minutes->draft, minutes_lines(reader->minutes, line, line + 1),
                  group.single ? "role" : "attendance", group.single ? "A7" : "A2");
    if (group.rest.length) {
        add_list(reader, group.rest, number, group.single ? "A7" : "A4");
        if (inherits || group.single) {
            reader->group = outer;
            reader->open = open;
            reader->group_checked = checked;
        } else {
            reader->open = true; /* hard lines below may have more names */
            reader->open = false;
        }
    }
}

/* Reads a line of an attendance zone, or of the header after a label. */
static void read_member_line(struct attendance_reader *reader, size_t line, size_t end, bool zone)
{
    const struct markdown_line *at = &reader->minutes->markdown.lines[line];
    const struct text_span text = minutes_text(reader->minutes, line, end);
    if (at->form == MARKDOWN_ROW) {
        add_row(reader, line);
        return;
    }
    if (at->form != MARKDOWN_PARAGRAPH)
        return;
    const size_t colon = text_span_find(text, 0, ":");
    if (!reader->open || (colon < 40 && words_is(WORDS_NO_SPEAKER, text.text, colon)))
        return;
    if (at->depth || at->checkbox) {
        if (!add_entry(reader, line) && !at->depth)
            reader->open = false;
        return;
    }
    if (reader->listed && !zone) {
        reader->open = false;
        return;
    }
    for (size_t i = line; i < end; i++) {
        const struct text_span one = minutes_text(reader->minutes, i, i + 1);
        if (text_span_find(one, 0, ",") < one.length) {
            add_list(reader, text, at->line, "A4");
            return;
        }
        add_entry(reader, i);
    }
}

/* Reports whether a line is near the end of the minutes, where roles count (A7). */
static bool is_tail(const struct minutes *minutes, size_t line)
{
    return line + TAIL_LINES >= minutes->markdown.count && !minutes->markdown.lines[line].depth &&
           !minutes->markdown.lines[line].quoted;
}

/* Reads the zones of the attendance and the header. */
static void read_groups(struct minutes *minutes)
{
    struct attendance_reader reader = {.minutes = minutes};
    const struct markdown *markdown = &minutes->markdown;
    for (size_t i = 0; i < markdown->count;) {
        const struct outline_line *outline = &minutes->outline.lines[i];
        const struct markdown_line *line = &markdown->lines[i];
        const size_t end = outline_paragraph_end(markdown, i);
        const bool attendance = outline->zone == ZONE_ATTENDANCE;
        const bool header =
            outline->zone == ZONE_HEADER || (outline->zone == ZONE_PROCEDURE && !outline->item);
        const bool tail = is_tail(minutes, i);
        struct member_group group;
        if (!attendance && !header && !tail) {
            reader.open = false;
            i = end;
            continue;
        }
        size_t group_end = i + 1;
        const struct text_span text = minutes_text(minutes, i, i + 1);
        bool is_group = line->form != MARKDOWN_RULE && line->form != MARKDOWN_ROW &&
                        text.length < MEMBER_LINE_BYTES_MAX && !outline->title &&
                        member_group_read(outline_without_signs(text), &group);
        /* A label whose names go on in the next lines, unless these are labels. */
        if (is_group && group.rest.length && line->form == MARKDOWN_PARAGRAPH) {
            while (group_end < end) {
                struct member_group next;
                const struct text_span more = minutes_text(minutes, group_end, group_end + 1);
                if (member_group_read(more, &next) || text_span_find(more, 0, ":") < 40)
                    break;
                group_end++;
            }
            if (group_end > i + 1)
                is_group = member_group_read(
                    outline_without_signs(minutes_text(minutes, i, group_end)), &group);
        }
        if (is_group && (attendance || header || group.single)) {
            const bool top = outline->heading;
            if (top)
                reader.listed = false;
            if (!(line->depth && !group.rest.length && !group.sentence && attendance &&
                  group.single))
                begin_group(&reader, group, i, attendance && !top && reader.open);
            if (!group.rest.length && !top)
                reader.listed = false;
            i = group_end;
            continue;
        }
        if (outline->heading && attendance) {
            reader.open = true;
            reader.listed = false;
        } else if ((attendance || header) && !outline->heading)
            read_member_line(&reader, i, end, attendance);
        else if (outline->heading)
            reader.open = false;
        i = end;
    }
}

/* Reports whether the text says that all members were there (A3c). */
static bool all_are_present(const struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count;) {
        const size_t end = outline_paragraph_end(&minutes->markdown, i);
        const struct text_span text = minutes_text(minutes, i, end);
        if (text.length < MEMBER_LINE_BYTES_MAX &&
            words_has(WORDS_ALL_PRESENT, text.text, text.length))
            return true;
        i = end;
    }
    return false;
}

/* Reads the names of a block of the header, one on each line, if there are enough of them. */
static void read_roster_block(struct minutes *minutes, size_t from, size_t to)
{
    struct attendance_reader reader = {
        .minutes = minutes, .group = {.status = STATUS_PRESENT, .roles = ROLE_BIT_MEMBER}};
    size_t names = 0;
    for (size_t i = from; i < to; i++) {
        struct member member = {0};
        const struct member_entry entry = {.text = minutes_text(minutes, i, i + 1)};
        const enum member_kind kind =
            entry.text.length < 100 ? member_read(&entry, &member) : MEMBER_NONE;
        names += kind == MEMBER_PERSON && member_is_name(member.name, false) &&
                 text_span_find(member.name, 0, " ") < member.name.length;
    }
    if (names < ROSTER_NAMES_MIN)
        return;
    for (size_t i = from; i < to; i++) {
        struct member member = {0};
        const struct member_entry entry = {.text = minutes_text(minutes, i, i + 1)};
        if (entry.text.length < 100 && member_read(&entry, &member) == MEMBER_PERSON &&
            !member_is_organization(entry.text) &&
            text_span_find(member.name, 0, " ") < member.name.length)
            add_member(&reader, &member, minutes->markdown.lines[i].line, "A3c");
        else if (!minutes->body.length && i == from)
            minutes->body = entry.text;
    }
}

/* Takes a roster in the header as the attendance (A3c). */
static void read_header_roster(struct minutes *minutes)
{
    const struct markdown *markdown = &minutes->markdown;
    if (minutes->has_attendance || !all_are_present(minutes))
        return;
    for (size_t i = 0; i < markdown->count && minutes->outline.lines[i].zone == ZONE_HEADER;) {
        size_t end = i + 1;
        while (end < markdown->count && markdown->lines[end].block == markdown->lines[i].block)
            end++;
        if (markdown->lines[i].form == MARKDOWN_PARAGRAPH)
            read_roster_block(minutes, i, end);
        i = end;
    }
}

/* Adds the people whom legends such as "MN = Name" explain (A6). */
static void read_legends(struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        struct member member = {0};
        if (text.length > 100 || text_span_find(text, 0, "=") == text.length ||
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

void attendance_read(struct minutes *minutes)
{
    read_groups(minutes);
    read_header_roster(minutes);
    read_legends(minutes);
}

/* Returns the id of an organization by its name, which is added if it is new. */
static const char *add_organization(struct minutes *minutes, struct text_span name, unsigned line,
                                    char id[DRAFT_ID_BYTES])
{
    draft_slug(name.text, name.length, id);
    if (!draft_find(minutes->draft, &organization_type, id)) {
        json_t *record =
            draft_add(minutes->draft, &organization_type, id, (struct line_span){line, line}, "A3");
        minutes_set(minutes, record, "name", name);
    }
    return id;
}

/* Returns the entry of an attendance. */
static json_t *attendance_entry(struct minutes *minutes, const struct roster_person *person)
{
    static const char *const organization_statuses[] = {NULL, "present", "absent", "excused"};
    json_t *entry = json_object();
    struct draft *draft = minutes->draft;
    const char *status = person->organization_itself ? organization_statuses[person->status]
                                                     : member_status_name(person->status);
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
    if (person->on_behalf_of.length) {
        const struct roster_match match = roster_find(&minutes->roster, person->on_behalf_of);
        char id[DRAFT_ID_BYTES];
        if (match.person && !match.other && roster_person(&minutes->roster, match.person)->id[0])
            draft_set(draft, entry, "on_behalf_of", attendance_reference(minutes, match.person));
        else if (!match.person && member_is_organization(person->on_behalf_of))
            draft_set(
                draft, entry, "on_behalf_of",
                json_sprintf("organizations/%s",
                             add_organization(minutes, person->on_behalf_of, person->line, id)));
    }
    char edtf[PHRASE_TIME_BYTES];
    const bool zoned = json_object_get(minutes->meeting, "time_zone") || minutes->zone.has_offset;
    if (person->joined >= 0 && zoned &&
        phrase_time_write(&minutes->date, person->joined, &minutes->zone, edtf))
        draft_set(draft, entry, "start_date", json_string(edtf));
    if (person->left >= 0 && zoned &&
        phrase_time_write(&minutes->date, person->left, &minutes->zone, edtf))
        draft_set(draft, entry, "end_date", json_string(edtf));
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

static void add_attendee(struct minutes *minutes, struct roster_person *person)
{
    char slug[DRAFT_ID_BYTES], organization[DRAFT_ID_BYTES];
    const struct record_type *type =
        person->organization_itself ? &organization_type : &person_type;
    struct draft *draft = minutes->draft;
    draft_slug(person->name.text, person->name.length, slug);
    if (person->organization_itself && draft_find(draft, type, slug))
        memcpy(person->id, slug, sizeof slug);
    else
        draft_new_id(draft, type, person->organization_itself ? "" : minutes->meeting_id, slug,
                     person->id);
    json_t *record = draft_find(draft, type, person->id);
    if (!record)
        record = draft_add(draft, type, person->id, (struct line_span){person->line, person->line},
                           person->rule);
    minutes_set(minutes, record, "name", person->name);
    if (person->attends)
        draft_append(draft, record, "attendance", attendance_entry(minutes, person));
    if (person->organization_itself)
        return;
    add_name_parts(minutes, record, person->name);
    const struct text_span others[] = {person->abbreviation, person->nick, person->handle};
    for (size_t i = 0; i < 3; i++)
        if (others[i].length)
            draft_append(draft, record, "other_names",
                         json_stringn(others[i].text, others[i].length));
    if (person->organization.length) {
        json_t *membership = json_object();
        draft_set(draft, membership, "organization",
                  json_string(
                      add_organization(minutes, person->organization, person->line, organization)));
        minutes_set(minutes, membership, "post", person->post);
        draft_append(draft, record, "memberships", membership);
    }
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

/* Names the person who votes for an absent one in that person's attendance. */
static void add_proxies(struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->roster.count; i++) {
        const struct roster_person *person = &minutes->roster.people[i];
        const struct roster_match match = person->proxy.length
                                              ? roster_find(&minutes->roster, person->proxy)
                                              : (struct roster_match){0};
        if (!match.person || match.other)
            continue;
        json_t *record = draft_find(minutes->draft, &person_type,
                                    roster_person(&minutes->roster, match.person)->id);
        json_t *entry = json_array_get(json_object_get(record, "attendance"), 0);
        if (entry && !json_object_get(entry, "on_behalf_of") && person->id[0])
            draft_set(minutes->draft, entry, "on_behalf_of",
                      attendance_reference(minutes, (uint32_t)i + 1));
    }
}

void attendance_add(struct minutes *minutes)
{
    for (uint32_t i = 1; i <= minutes->roster.count; i++)
        attendance_add_person(minutes, i);
    add_proxies(minutes);
}
