/* Members in the rows of a table. */
#include "members/member.h"
#include "members/member_role.h"
#include "phrases/pattern.h"

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
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (pattern_is_in(columns[i].pattern, &sentence))
            return columns[i].column;
    return COLUMN_OTHER;
}

static enum member_status status_of_cell(struct text_span cell)
{
    static const char *const ticks[] = {"\xE2\x9C\x85", "\xE2\x9C\x93", "\xE2\x9C\x94",
                                        "\xE2\x98\x91", "\xF0\x9F\x91\x8D"};
    cell = text_span_strip(cell, "[]");
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
        if (text_span_begins(cell, ticks[i]))
            return STATUS_PRESENT;
    if (pattern_is(PATTERN_EXCUSED_CELL, cell))
        return STATUS_EXCUSED;
    if (pattern_is(PATTERN_PRESENT_CELL, cell))
        return STATUS_PRESENT;
    return STATUS_ABSENT;
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
        member->status = status_of_cell(cell);
        break;
    case COLUMN_HANDLE:
        member->handle = cell;
        break;
    case COLUMN_MODE:
        member->mode = member_mode_of(cell);
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
                                 size_t count, struct member *ret_member)
{
    struct member_entry entry = {0};
    struct text_span given = {NULL, 0}, family = {NULL, 0}, handle = {NULL, 0};
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
        if (columns[i] == COLUMN_STATUS || cell.length)
            read_cell(columns[i], cell, ret_member);
    }
    return ret_member->kind;
}
