/* Members in the rows of a table. */
#include "members/member.h"
#include "members/member_role.h"
#include "phrases/sentence.h"

enum member_column member_column_of(struct text_span header)
{
    static const struct {
        const char *pattern;
        enum member_column column;
    } columns[] = {
        {"first|given name*", COLUMN_GIVEN_NAME},
        {"firstname|vorname|prenom|given", COLUMN_GIVEN_NAME},
        {"last|family name*", COLUMN_FAMILY_NAME},
        {"lastname|surname|nachname|familienname|apellido*", COLUMN_FAMILY_NAME},
        {"abbreviation*|initials|abbr|kurzel|acronym|initiales|iniciales", COLUMN_ABBREVIATION},
        {"irc|github|slack|user|twitter|nick ?nick|name|handle|id", COLUMN_HANDLE},
        {"handle|username|nickname|alias|login", COLUMN_HANDLE},
        {"company|organisation|organization|affiliation|employer|org|firma|organisme|structure|"
         "entidad|organizacion|association|institution|verein|empresa",
         COLUMN_ORGANIZATION},
        {"status|attendance|attended|present|presence|anwesend*|asistencia|here|attending",
         COLUMN_STATUS},
        {"role|roles|position|function|funktion|fonction|cargo|rol|rolle|amt|type|membership|"
         "office",
         COLUMN_ROLE},
        {"mode|location|how|remote", COLUMN_MODE},
        {"name|names|nom|noms|nombre|who|attendee*|participant*|member*|mitglied*|person|people|"
         "teilnehm*|asistente*",
         COLUMN_NAME},
    };
    struct sentence sentence;
    size_t at;
    sentence_read_all(header, &sentence);
    if (!sentence.count || sentence.count > 5)
        return COLUMN_OTHER;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (sentence_find(&sentence, 0, columns[i].pattern, &at))
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
    if (text_matches(cell, "regrets|excused|apologies|entschuldigt|excuse|excusee|excusado|"
                           "excusada|leave"))
        return STATUS_EXCUSED;
    if (text_matches(cell,
                     "yes|y|x|p|present|ja|oui|si|attended|here|anwesend|presente|true|remote|"
                     "online|attending ?present|remotely|online"))
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
