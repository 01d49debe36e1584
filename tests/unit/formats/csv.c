/* CSV has the same values as JSON: the test reads both and compares them cell by cell. */
#include "archive_fixture.h"
#include "schema/targets.h"
#include "values/evaluated_cell.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CELL_MAX = 8192
};

static struct archive_fixture fixture;

static void set_up(void)
{
    fixture = load_two_meetings();
}

static void tear_down(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(csv, .init = set_up, .fini = tear_down);

/* Reads a cell, without its quotes. Returns the text after its separator. */
static const char *read_cell(const char *text, char *cell)
{
    bool quoted = false;
    for (; *text && (quoted || !strchr(",\r", *text)); text++) {
        if (*text == '"' && !(quoted && text[1] == '"')) {
            quoted = !quoted;
            continue;
        }
        text += *text == '"';
        *cell++ = *text;
    }
    *cell = '\0';
    return text + (*text == '\r' ? 2 : 1);
}

static void append_reference(char *out, const struct field *field, const json_t *reference,
                             bool label)
{
    char collection[40] = "";
    sscanf(text_of(reference, "href"), "/%39[^/]", collection);
    if (label) {
        const struct value *text =
            record_label(find_record(fixture.archive, collection, text_of(reference, "id")));
        strncat(out, text->text, text->count);
        return;
    }
    if (targets_are_several(field->targets))
        strcat(strcat(out, collection), "/");
    strcat(out, text_of(reference, "id"));
}

/* Appends the text of a cell: the value of a field in JSON. `rest` are the further members in the
 * name of the column, `lists` the lists that hold the value. */
static void append_expected(char *out, const struct field *field, const json_t *json,
                            const char *rest, size_t lists)
{
    static const char *const separators[] = {"; ", ", ", " "};
    size_t i;
    json_t *item;
    if (json_is_array(json)) {
        json_array_foreach(json, i, item)
        {
            strcat(out, i ? separators[lists] : "");
            append_expected(out, field, item, rest, lists + 1);
        }
    } else if (json_is_object(json) && field->kind == FIELD_REFERENCE) {
        append_reference(out, field, json, strcmp(rest, ".label") == 0);
    } else if (json_is_object(json)) {
        const size_t length = strcspn(rest + 1, ".");
        const struct field *member = field_list_find(field->members, rest + 1, length);
        cr_assert(member, "%s has no member %s", field->name, rest);
        append_expected(out, member, json_object_get(json, member->name), rest + 1 + length, lists);
    } else if (json_is_integer(json)) {
        sprintf(out + strlen(out), "%" JSON_INTEGER_FORMAT, json_integer_value(json));
    } else if (json_is_boolean(json)) {
        strcat(out, json_is_true(json) ? "true" : "false");
    } else if (json_is_string(json)) {
        strcat(out, json_string_value(json));
    }
}

static void expect_row(const struct record_type *type, const char *header, const char **row,
                       const json_t *record)
{
    char column[CELL_MAX], cell[CELL_MAX];
    while (*header) {
        char expected[CELL_MAX] = "";
        const bool is_last = header[strcspn(header, ",\r")] == '\r';
        header = read_cell(header, column);
        *row = read_cell(*row, cell);
        cell[evaluated_cell_plain(cell, strlen(cell), cell)] = '\0';
        const size_t length = strcspn(column, ".");
        const struct field *field = field_list_find(type->fields, column, length);
        if (field)
            append_expected(expected, field, json_object_get(record, field->name), column + length,
                            0);
        else
            strcat(expected, text_of(record, column));
        cr_expect_str_eq(cell, expected, "%s of %s", column, text_of(record, "id"));
        if (is_last)
            return;
    }
}

/* Returns the number of columns of a field and its members. */
static size_t count_columns(const struct field *field)
{
    size_t count = 0;
    if (field->kind == FIELD_REFERENCE)
        return field->targets == TARGET(TYPE_DOCUMENT) ? 1 : 2;
    for (size_t i = 0; i < field->members.count; i++)
        count += count_columns(&field->members.at[i]);
    return count ? count : 1;
}

static void expect_same_as_json(const struct record_type *type)
{
    char target[80], column[CELL_MAX];
    size_t i, columns = 1, expected = 1;
    json_t *record;
    snprintf(target, sizeof target, "/%s", type->collection);
    json_t *page = answer_json(&fixture, target, 200, NULL);
    snprintf(target, sizeof target, "/%s.csv", type->collection);
    char *csv = get_body(&fixture, target);
    const char *row = strchr(csv, '\n') + 1;
    for (const char *at = csv; at < row; columns++)
        at = read_cell(at, column);
    for (i = 0; i < type->fields.count; i++)
        expected += count_columns(&type->fields.at[i]);
    cr_expect_eq(columns - 1, expected, "%s has %zu columns", target, columns - 1);
    json_array_foreach(json_object_get(page, "data"), i, record)
        expect_row(type, csv, &row, record);
    cr_expect_gt(i, 0);
    cr_expect_str_eq(row, "", "no row is left over");
    free(csv);
    json_decref(page);
}

Test(csv, has_every_field_and_member_with_the_values_of_json)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        expect_same_as_json(record_types[i]);
}

Test(csv, cells_are_quoted_joined_and_never_formulas)
{
    static const char text[] =
        "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": [{\"document\": \"d\"}]}],"
        "\"people\": ["
        "{\"id\": \"a\", \"name\": \"=1+1\", \"given_name\": \"@x\", \"family_name\": \"-5\","
        " \"other_names\": [\"b, c\", \"d \\\"e\\\"\"], \"sources\": [{\"document\": \"d\"}]},"
        "{\"id\": \"b\", \"name\": \"two\\nlines\", \"given_name\": \"+1.5\","
        " \"family_name\": \"\\tt\", \"sources\": [{\"document\": \"d\"}]}]}";
    static const char expected[] = "id,type,name,given_name,family_name,other_names\r\n"
                                   "a,person,\"'=1+1\",\"'@x\",-5,\"b, c; d \"\"e\"\"\"\r\n"
                                   "b,person,\"two\nlines\",+1.5,\"'\tt\",\r\n";
    archive_fixture_finish(&fixture);
    fixture = archive_fixture_create(load_json(text));
    char *body = get_body(&fixture, "/people.csv?fields=name,given_name,family_name,other_names");
    cr_expect_str_eq(body, expected);
    free(body);
}

/* A formula may begin like a number. */
Test(csv, only_a_whole_number_may_begin_with_a_sign)
{
    static const struct {
        const char *text, *cell;
    } cases[] = {
        {"-5", "-5"},        {"+1.5", "+1.5"},        {"-", "\"'-\""},
        {"+", "\"'+\""},     {"-5+A1", "\"'-5+A1\""}, {"+1e", "\"'+1e\""},
        {"-.5", "\"'-.5\""}, {"-1-1", "\"'-1-1\""},   {"5+A1", "5+A1"},
        {"--1", "\"'--1\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[300], expected[100];
        snprintf(text, sizeof text,
                 "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
                 "'people': [{'id': 'a', 'name': '%s', 'sources': [{'document': 'd'}]}]}",
                 cases[i].text);
        snprintf(expected, sizeof expected, "id,type,name\r\na,person,%s\r\n", cases[i].cell);
        archive_fixture_finish(&fixture);
        fixture = archive_fixture_create(load_text(text));
        char *body = get_body(&fixture, "/people.csv?fields=name");
        cr_expect_str_eq(body, expected);
        free(body);
    }
}

/* Programs that read CSV may cut blanks off the ends of a cell that has no quotes. */
Test(csv, cell_that_begins_or_ends_with_a_blank_is_quoted)
{
    static const char text[] =
        "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": [{\"document\": \"d\"}]}],"
        "\"people\": [{\"id\": \"a\", \"name\": \"A b\", \"given_name\": \" a\","
        " \"family_name\": \"b \", \"sources\": [{\"document\": \"d\"}]}]}";
    archive_fixture_finish(&fixture);
    fixture = archive_fixture_create(load_json(text));
    char *body = get_body(&fixture, "/people.csv?fields=name,given_name,family_name");
    cr_expect_str_eq(body, "id,type,name,given_name,family_name\r\n"
                           "a,person,A b,\" a\",\"b \"\r\n");
    free(body);
}

/* Expects the cell that the name of a person is written as. */
static void expect_name(const char *name, const char *cell)
{
    char text[400], expected[200];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
             "'people': [{'id': 'a', 'name': '%s', 'sources': [{'document': 'd'}]}]}",
             name);
    snprintf(expected, sizeof expected, "id,type,name\r\na,person,%s\r\n", cell);
    archive_fixture_finish(&fixture);
    fixture = archive_fixture_create(load_text(text));
    char *body = get_body(&fixture, "/people.csv?fields=name");
    cr_expect_str_eq(body, expected, "%s: %s", name, body);
    free(body);
}

/* Spreadsheets of many countries split at semicolons, and do not know quotes within a cell. */
Test(csv, no_part_of_a_cell_is_a_formula)
{
    expect_name("Ann Berg;=1+41;x", "\"Ann Berg;'=1+41;x\"");
    expect_name("a; +A1\\t@x\\n-y", "\"a; '+A1\t'@x\n'-y\"");
    expect_name("a; -5; +1.5", "\"a; -5; +1.5\"");
    expect_name("a;-5+A1", "\"a;'-5+A1\"");
    expect_name("a;\\\"=1", "\"a;'\"\"=1\"");
    expect_name("a = b; c - d", "\"a = b; c - d\"");
    expect_name(" =1", "\" '=1\"");
}

Test(csv, numbers_that_spreadsheets_read_as_a_day_are_text)
{
    expect_name("8-9", "\"'8-9\"");
    expect_name("3/9/01", "\"'3/9/01\"");
    expect_name("31-1999", "\"'31-1999\"");
    expect_name("32-40", "32-40");
    expect_name("8", "8");
    expect_name("8-", "8-");
    expect_name("8-9a", "8-9a");
    expect_name("1-2-3-4", "1-2-3-4");
    expect_name("2001-03-04", "2001-03-04");
    expect_name("0001-01-01", "0001-01-01");
    expect_name("8-9; 12-13", "\"'8-9; '12-13\"");
    expect_name("8;3/4\\n5-6 \\n 7-8", "\"8;'3/4\n'5-6 \n '7-8\"");
    expect_name("8; 40-41; 7 - 8; 5-4 for", "\"8; 40-41; 7 - 8; 5-4 for\"");
}

Test(csv, lines_of_a_source_are_text)
{
    archive_fixture_finish(&fixture);
    fixture =
        archive_fixture_create(load_text("{'documents': [{'id': 'd', 'title': 'D', 'sources': "
                                         "[{'document': 'd', 'lines': '3-9'}]}]}"));
    char *body = get_body(&fixture, "/documents.csv?fields=title,sources");
    cr_expect(strstr(body, "d,document,D,d,\"'3-9\","), "%s", body);
    free(body);
}

Test(csv, begins_with_a_byte_order_mark_if_it_is_requested)
{
    static const char *const with[] = {"/people.csv?bom", "/people.csv?bom=true&limit=1",
                                       "/people/a-almada.csv?bom=1"};
    static const char *const without[] = {"/people.csv", "/people.csv?bom=false",
                                          "/people.ndjson?bom"};
    for (size_t i = 0; i < 3; i++) {
        char *body = get_body(&fixture, with[i]);
        cr_expect_eq(strncmp(body, "\xEF\xBB\xBFid,type,", 11), 0, "%s", with[i]);
        free(body);
        body = get_body(&fixture, without[i]);
        cr_expect_neq((unsigned char)*body, 0xEF, "%s", without[i]);
        free(body);
    }
    json_decref(answer_json(&fixture, "/people.csv?bom=maybe", 400, NULL));
}

Test(csv, begins_with_a_byte_order_mark_by_option_unless_the_request_forbids_it)
{
    static const struct publication marked = {.pages = PAGES_ON, .csv_bom = true};
    static const struct {
        const char *target;
        bool has_mark;
    } cases[] = {{"/people.csv", true},     {"/people/a-almada.csv", true},
                 {"/people.csv?bom", true}, {"/people.csv?bom=false", false},
                 {"/people.ndjson", false}, {"/people", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.target = cases[i].target, .publication = &marked};
        struct response response;
        answer_request(&fixture, &request, &response);
        cr_assert_eq(response.status, 200, "%s", cases[i].target);
        cr_expect_eq(strncmp(response.body.bytes, "\xEF\xBB\xBF", 3) == 0, cases[i].has_mark, "%s",
                     cases[i].target);
        response_finish(&response);
    }
}
