/* Members in the rows of a table. */
#include "members/member_private.h"
#include "members/member_role.h"
#include "phrases/word_class.h"

enum member_column member_column_of(struct text_span header)
{
    static const struct {
        enum words_pattern pattern;
        enum member_column column;
    } columns[] = {
        {PATTERN_GIVEN_NAME_COLUMN, COLUMN_GIVEN_NAME},
        {PATTERN_FAMILY_NAME_COLUMN, COLUMN_FAMILY_NAME},
        {PATTERN_ABBREVIATION_COLUMN, COLUMN_ABBREVIATION},
        {PATTERN_HANDLE_COLUMN, COLUMN_HANDLE},
        {PATTERN_ORGANIZATION_COLUMN, COLUMN_ORGANIZATION},
        {PATTERN_STATUS_COLUMN, COLUMN_STATUS},
        {PATTERN_ROLE_COLUMN, COLUMN_ROLE},
        {PATTERN_MODE_COLUMN, COLUMN_MODE},
        {PATTERN_NAME_COLUMN, COLUMN_NAME},
    };
    struct sentence sentence;
    sentence_read_all(header, &sentence);
    if (!sentence.count || sentence.count > 5)
        return COLUMN_OTHER;
    if (span_is(WORDS_REGRETS, header))
        return span_is(WORDS_ABSENT, header) ? COLUMN_ABSENT : COLUMN_EXCUSED;
    if (span_is(WORDS_PROXIES, header))
        return COLUMN_PROXY;
    if (pattern_is(PATTERN_REMOTE, header) || span_is(WORDS_REMOTE, header))
        return COLUMN_REMOTE;
    if (pattern_is(PATTERN_IN_PERSON, header) || span_is(WORDS_IN_PERSON, header))
        return COLUMN_IN_PERSON;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (pattern_is_in(columns[i].pattern, &sentence))
            return columns[i].column;
    return COLUMN_OTHER;
}

/* Reads a cell whose header is a status or a mode: "Absent", "Online". */
static void read_mark(enum member_column column, struct text_span cell, struct member *member)
{
    if (!member_is_marked(cell))
        return;
    const bool away = column == COLUMN_ABSENT || column == COLUMN_EXCUSED;
    member->status = column == COLUMN_ABSENT    ? STATUS_ABSENT
                     : column == COLUMN_EXCUSED ? STATUS_EXCUSED
                                                : STATUS_PRESENT;
    if (!away)
        member->mode = column == COLUMN_REMOTE ? MODE_REMOTE : MODE_IN_PERSON;
}

static void read_cell(enum member_column column, struct text_span cell, struct member *member)
{
    switch (column) {
    case COLUMN_ABBREVIATION:
        member->abbreviation = cell;
        break;
    case COLUMN_ORGANIZATION:
        member->organization = cell;
        break;
    case COLUMN_ROLE:
        member->roles |= member_roles_of(cell);
        member->post = cell;
        break;
    case COLUMN_STATUS:
        member_read_status(cell, member);
        break;
    case COLUMN_HANDLE:
        member->handle = cell;
        break;
    case COLUMN_PROXY:
        if (member_is_name(cell, true))
            member->proxy = cell;
        break;
    case COLUMN_MODE:
        member->mode = member_mode_of(cell);
        break;
    case COLUMN_IN_PERSON:
    case COLUMN_REMOTE:
    case COLUMN_ABSENT:
    case COLUMN_EXCUSED:
        read_mark(column, cell, member);
        break;
    default:
        break;
    }
}

/* Joins the cells of the given name and of the family name if they are in one text. */
static struct text_span join_names(struct text_span given, struct text_span family)
{
    if (!given.length || !family.length)
        return given.length ? given : family;
    if (family.text > given.text && family.text - given.text < 120)
        return (struct text_span){given.text, (size_t)(family.text - given.text) + family.length};
    return family;
}

enum member_kind member_read_row(const enum member_column *columns, const struct text_span *cells,
                                 size_t count, enum words_language language,
                                 struct member *ret_member)
{
    struct member_entry entry = {.language = language};
    struct text_span given = {NULL, 0}, family = {NULL, 0}, handle = {NULL, 0};
    unsigned modes = 0; /* a bit for each mode that has a column */
    for (size_t i = 0; i < count; i++) {
        const struct text_span cell = text_span_trim(cells[i]);
        if (columns[i] == COLUMN_NAME && !entry.text.length)
            entry.text = cell;
        else if (columns[i] == COLUMN_GIVEN_NAME)
            given = cell;
        else if (columns[i] == COLUMN_FAMILY_NAME)
            family = cell;
        else if (columns[i] == COLUMN_HANDLE)
            handle = cell;
    }
    if (!entry.text.length)
        entry.text = join_names(given, family);
    if (!entry.text.length)
        entry.text = handle;
    if (member_read(&entry, ret_member) == MEMBER_NONE)
        return MEMBER_NONE;
    for (size_t i = 0; i < count; i++) {
        const struct text_span cell = text_span_trim(cells[i]);
        if (cell.length || (columns[i] == COLUMN_STATUS && !ret_member->status))
            read_cell(columns[i], cell, ret_member);
        modes |= columns[i] == COLUMN_REMOTE ? 2u : columns[i] == COLUMN_IN_PERSON;
    }
    if (modes == 3 && !ret_member->status)
        ret_member->status = STATUS_ABSENT;
    return ret_member->kind;
}
