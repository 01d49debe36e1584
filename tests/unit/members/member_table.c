/* The columns and rows of a table of members (A1), and names at the beginning of texts. */
#include "members/member.h"
#include "members/roster.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes which column a header names. */
static void describe_header(const char *text, char *found, size_t size)
{
    static const struct {
        enum member_column column;
        const char *name;
    } names[] = {
        {COLUMN_NAME, "name"},
        {COLUMN_GIVEN_NAME, "given name"},
        {COLUMN_FAMILY_NAME, "family name"},
        {COLUMN_ABBREVIATION, "abbreviation"},
        {COLUMN_HANDLE, "handle"},
        {COLUMN_ORGANIZATION, "organization"},
        {COLUMN_STATUS, "status"},
        {COLUMN_ROLE, "role"},
        {COLUMN_MODE, "mode"},
        {COLUMN_PROXY, "proxy"},
        {COLUMN_REMOTE, "remote"},
        {COLUMN_IN_PERSON, "in person"},
        {COLUMN_ABSENT, "absent"},
        {COLUMN_EXCUSED, "excused"},
    };
    const enum member_column column = member_column_of(text_span_of(text));
    snprintf(found, size, "other");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].column == column)
            snprintf(found, size, "%s", names[i].name);
}

static const struct text_case headers[] = {
    {"Name", "name"},
    {"First name", "given name"},
    {"Surname", "family name"},
    {"Initials", "abbreviation"},
    {"GitHub", "handle"},
    {"Organization", "organization"},
    {"Status", "status"},
    {"Role", "role"},
    {"Proxy", "proxy"},
    {"Proxies", "proxy"},
    {"Remote", "remote"},
    {"Online", "remote"},
    {"In person", "in person"},
    {"Absent", "absent"},
    {"Excused", "excused"},
    {"Apologies", "excused"},
    {"Name of the voting member", "name"},
    {"Name of the old voting member", "other"},
    {"Lamps", "other"},
    {"", "other"},
    {"Present", "status"},
    {"Entschuldigt", "excused"},
    {"Pouvoir", "proxy"},
    {"Nombre", "name"},
    {"Nom", "name"},
    {"Prénom", "given name"},
    {"Vorname", "given name"},
    {"Funktion", "role"},
};

Test(member_table, a_header_names_a_column)
{
    expect_exact_texts(describe_header, headers, sizeof headers / sizeof *headers);
}

/* Writes what a row says whose columns are those below, divided by "|". */
static void describe_row(const char *text, char *found, size_t size)
{
    static const enum member_column columns[] = {COLUMN_NAME,   COLUMN_IN_PERSON, COLUMN_REMOTE,
                                                 COLUMN_ABSENT, COLUMN_EXCUSED,   COLUMN_ROLE,
                                                 COLUMN_PROXY,  COLUMN_HANDLE,    COLUMN_MODE};
    struct text_span cells[9];
    struct member member = {0};
    size_t count = 0;
    const struct text_span all = text_span_of(text);
    for (size_t at = 0, end; at <= all.length && count < 9; at = end + 1) {
        end = text_span_find(all, at, "|");
        cells[count++] = text_span_part(all, at, end);
    }
    if (!member_read_row(columns, cells, count, WORDS_ENGLISH, &member)) {
        snprintf(found, size, "none");
        return;
    }
    const char *status = member_status_name(member.status), *mode = member_mode_name(member.mode);
    snprintf(found, size, "%.*s%s%s%s%s%s%s%.*s %.*s %.*s", (int)member.name.length,
             member.name.text, status ? " " : "", status ? status : "", mode ? " " : "",
             mode ? mode : "", member.roles ? " roles" : "", member.post.length ? " as " : "",
             (int)member.post.length, member.post.length ? member.post.text : "",
             (int)member.proxy.length, member.proxy.length ? member.proxy.text : "",
             (int)member.handle.length, member.handle.length ? member.handle.text : "");
}

static const struct text_case rows[] = {
    {"Ada Reef|x|", "Ada Reef present in_person  "},
    {"Ada Reef||x", "Ada Reef present remote  "},
    {"Ada Reef||", "Ada Reef absent  "},
    {"Ada Reef|", "Ada Reef  "},
    {"Ada Reef|-|-", "Ada Reef absent  "},
    {"Ada Reef|+|", "Ada Reef present in_person  "},
    {"Ada Reef|||x|", "Ada Reef absent  "},
    {"Ada Reef||||x", "Ada Reef excused  "},
    {"Ada Reef|x||x|", "Ada Reef absent in_person  "},
    {"Ada Reef|||-|-", "Ada Reef absent  "},
    {"Ada Reef|no|yes", "Ada Reef present remote  "},
    {"Ada Reef|yes|no", "Ada Reef present in_person  "},
    {"Ada Reef|||||Chair", "Ada Reef absent roles as Chair  "},
    {"Ada Reef|||||lamps", "Ada Reef absent as lamps  "},
    {"Ada Reef||||||Bert Tang", "Ada Reef absent Bert Tang "},
    {"Ada Reef||||||the lamps", "Ada Reef absent  "},
    {"Ada Reef|||||||@ada", "Ada Reef absent  @ada"},
    {"|||||||@ada", "@ada absent  @ada"},
    {"||||||", "none"},
    {"Ada Reef||||||||online", "Ada Reef absent remote  "},
    {"lamps and boats|x", "none"},
    {"Ada Reef||||||||lamps", "Ada Reef absent  "},
    {"Ada Reef (absent)||", "Ada Reef absent  "},
};

Test(member_table, a_row_tells_status_mode_and_more)
{
    expect_exact_texts(describe_row, rows, sizeof rows / sizeof *rows);
}

/* Writes how much of a text is the name of somebody who is listed, and whose office it names. */
static void describe_name(const char *text, char *found, size_t size)
{
    static const char *const names[] = {"Ada Reef", "Bert Tang", "Ana Bela Cara Dora Reef",
                                        "Juno Marie-Luise Quist"};
    struct roster roster;
    const struct text_span span = text_span_of(text);
    roster_init(&roster);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct roster_person person = {.name = text_span_of(names[i]),
                                             .joined = -1,
                                             .left = -1,
                                             .status = i == 2 ? STATUS_ABSENT : STATUS_PRESENT,
                                             .post = text_span_of(i == 1 ? "Clerk" : ""),
                                             .roles = i == 0 ? ROLE_BIT_CHAIR : 0};
        roster_add(&roster, &person, NULL);
    }
    const struct roster_match match = roster_find(&roster, span);
    snprintf(found, size, "%zu person %u other %u office %zu holder %u%s",
             roster_name_at(&roster, span), match.person, match.other,
             roster_office_of(span).length, roster_holder(&roster, span),
             roster_is_initials(span) ? " initials" : "");
    roster_finish(&roster);
}

static const struct text_case names[] = {
    {"Ada Reef", "8 person 1 other 0 office 0 holder 0"},
    {"Ada Reef spoke", "8 person 0 other 0 office 0 holder 0"},
    {"Ada Reef: lamps", "9 person 0 other 0 office 0 holder 0"},
    {"Ada Reef, lamps", "8 person 0 other 0 office 0 holder 0"},
    {"Ada Reef- lamps", "8 person 0 other 0 office 0 holder 0"},
    {"Ada Reefs spoke", "3 person 0 other 0 office 0 holder 0"},
    {"Ada spoke", "3 person 0 other 0 office 0 holder 0"},
    {"Reef spoke", "0 person 0 other 0 office 0 holder 0"},
    {"Tang", "4 person 2 other 0 office 0 holder 0"},
    {"Mr Tang spoke", "7 person 0 other 0 office 0 holder 0"},
    {"Mr. Tang spoke", "8 person 0 other 0 office 0 holder 0"},
    {"AR spoke", "0 person 0 other 0 office 0 holder 0"},
    {"AR", "0 person 1 other 3 office 0 holder 0 initials"},
    {"A.R.", "0 person 0 other 0 office 0 holder 0 initials"},
    {"BT", "0 person 2 other 0 office 0 holder 0 initials"},
    {"bt", "0 person 0 other 0 office 0 holder 0"},
    {"ABCDR", "0 person 0 other 0 office 0 holder 0"},
    {"A", "0 person 0 other 0 office 0 holder 0"},
    {"JMLQ", "0 person 4 other 0 office 0 holder 0 initials"},
    {"JMQ", "0 person 4 other 0 office 0 holder 0 initials"},
    {"JQ", "0 person 4 other 0 office 0 holder 0 initials"},
    {"A. Reef", "0 person 1 other 3 office 0 holder 0"},
    {"B. Tang", "7 person 2 other 0 office 0 holder 0"},
    {"B Tang", "6 person 2 other 0 office 0 holder 0"},
    {"Bert T.", "7 person 2 other 0 office 0 holder 0"},
    {"Bert T", "6 person 2 other 0 office 0 holder 0"},
    {"Ana Bela Cara Dora Reef", "18 person 3 other 0 office 0 holder 0"},
    {"Ana Bela Cara Dora", "18 person 3 other 0 office 0 holder 0"},
    {"Ana Bela", "8 person 3 other 0 office 0 holder 0"},
    {"Ana Reef", "8 person 3 other 0 office 0 holder 0"},
    {"Bela Cara Dora Reef", "19 person 3 other 0 office 0 holder 0"},
    {"Cara Dora Reef", "0 person 0 other 0 office 0 holder 0"},
    {"Juno Quist", "10 person 4 other 0 office 0 holder 0"},
    {"@bert", "5 person 2 other 0 office 0 holder 0"},
    {"Bert_Tang", "9 person 2 other 0 office 0 holder 0"},
    {"**Bert Tang**:", "14 person 2 other 0 office 0 holder 0"},
    {"Chair", "0 person 0 other 0 office 5 holder 1"},
    {"The Chair", "0 person 0 other 0 office 5 holder 1"},
    {"Mrs Chair", "0 person 0 other 0 office 5 holder 1"},
    {"Mrs the Chair", "0 person 0 other 0 office 5 holder 1"},
    {"Clerk", "0 person 0 other 0 office 5 holder 2"},
    {"the clerk", "0 person 0 other 0 office 5 holder 0"},
    {"clérk", "0 person 0 other 0 office 6 holder 2"},
    {"Secretary", "0 person 0 other 0 office 9 holder 0"},
    {"lamps", "0 person 0 other 0 office 0 holder 0"},
    {"", "0 person 0 other 0 office 0 holder 0"},
};

Test(member_table, a_text_begins_with_the_name_of_a_person)
{
    expect_exact_texts(describe_name, names, sizeof names / sizeof *names);
}
