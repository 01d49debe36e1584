/* The schema of data files has every row of the tables, and its patterns accept the same values as
 * the loader. tests/tools/node/schema.test.js tests it with a validator. */
#include "describe/data_schema.h"
#include "archive_fixture.h"
#include "describe/field_schema.h"
#include "describe/schema_validator.h"
#include "schema/kind.h"
#include "source_path.h"
#include "values/edtf.h"

#include <criterion/criterion.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

static json_t *schema;

static void start(void)
{
    struct buffer text;
    json_error_t error;
    buffer_init(&text, RESPONSE_BODY_MAX);
    data_schema_write(&text);
    schema = json_loadb(text.bytes, text.length, JSON_REJECT_DUPLICATES, &error);
    buffer_finish(&text);
    cr_assert(schema, "line %d: %s", error.line, error.text);
}

static void stop(void)
{
    json_decref(schema);
}

TestSuite(data_schema, .init = start, .fini = stop);

Test(data_schema, describes_exactly_the_fields_of_every_type)
{
    json_t *collections = json_object_get(schema, "properties");
    json_t *definitions = json_object_get(schema, "$defs");
    cr_expect_eq(json_object_size(collections), TYPE_COUNT + 1, "besides $schema");
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        cr_expect(json_object_get(collections, record_types[i]->collection));
        json_t *type = json_object_get(definitions, record_types[i]->name);
        cr_expect_str_eq(json_string_value(json_object_get(type, "description")),
                         record_types[i]->documentation);
        expect_object_schema(&(struct schema_subject){schema, record_types[i], false}, type,
                             record_types[i]->fields);
    }
}

Test(data_schema, accepts_a_data_file_and_refuses_unknown_members)
{
    json_t *file = json_load_file(source_path("tests/cases/valid/two-meetings.json"), 0, NULL);
    const char *name;
    json_t *definition;
    cr_assert(file);
    cr_expect(schema_accepts(schema, schema, file));
    cr_expect(!schema_accepts_new(schema, schema, json_array()));
    cr_expect(!schema_accepts_new(schema, schema, json_pack("{si}", "$schema", 1)));
    cr_expect(!schema_accepts_new(schema, schema, json_pack("{s[i]}", "papers", 1)));
    cr_expect(!schema_accepts_new(schema, schema, json_pack("{s{}}", "papers")));
    json_object_set_new(file, "unknown", json_array());
    cr_expect(!schema_accepts_new(schema, schema, file));
    expect_complete_schema(schema, schema);
    json_object_foreach(json_object_get(schema, "$defs"), name, definition)
    {
        cr_expect(json_object_get(definition, "description"), "%s", name);
        expect_complete_schema(schema, definition);
    }
    json_object_foreach(json_object_get(schema, "properties"), name, definition)
    {
        cr_expect(json_object_get(definition, "description"), "%s", name);
    }
    cr_expect_str_eq(json_string_value(json_object_get(schema, "$schema")),
                     "https://json-schema.org/draft/2020-12/schema");
    cr_expect(json_object_get(schema, "title") && json_object_get(schema, "description"));
}

Test(data_schema, accepts_extensions_that_have_only_an_id)
{
    cr_expect(schema_accepts_new(schema, schema,
                                 json_pack("{s[{ss sb s[s] ss}]}", "people", "id", "ida", "extends",
                                           1, "replaces", "name", "name", "Ada")));
    cr_expect(schema_accepts_new(
        schema, schema,
        json_pack("{s[{ss sb ss}]}", "people", "id", "ida", "distinct", 1, "name", "Ida")));
    cr_expect(!schema_accepts_new(schema, schema,
                                  json_pack("{s[{ss sb}]}", "people", "id", "ida", "extends", 0)));
    cr_expect(!schema_accepts_new(schema, schema, json_pack("{s[{sb}]}", "people", "extends", 1)));
}

Test(data_schema, is_the_same_when_served_printed_and_in_the_data_folder)
{
    struct archive_fixture fixture = load_two_meetings();
    struct response response;
    struct buffer printed;
    buffer_init(&printed, RESPONSE_BODY_MAX);
    data_schema_write(&printed);
    json_decref(answer_json(&fixture, DATA_SCHEMA_PATH, 200, &response));
    cr_expect_str_eq(response_header(&response, "Content-Type"), "application/schema+json");
    cr_expect(response_header(&response, "ETag"));
    cr_expect_eq(response.body.length, printed.length);
    cr_expect_arr_eq(response.body.bytes, printed.bytes, printed.length);
    char *beside = calloc(1, printed.length + 2);
    FILE *in = fopen(source_path("data/schema.json"), "rb");
    cr_assert(in && beside);
    cr_expect_eq(fread(beside, 1, printed.length + 1, in), printed.length,
                 "data/schema.json is outdated; run ./dev dictionary");
    cr_expect_arr_eq(beside, printed.bytes, printed.length);
    fclose(in);
    free(beside);
    buffer_finish(&printed);
    response_finish(&response);
    archive_fixture_finish(&fixture);
}

/* Writes a text that is nearly a value: pieces of values, in half of the cases with a changed byte.
 */
static void make_text(unsigned *seed, const char *const *pieces, size_t piece_count, char *text)
{
    static const char bytes[] = "0123456789X-/.?~%Ya Z";
    const int count = 1 + rand_r(seed) % 4;
    text[0] = '\0';
    for (int i = 0; i < count; i++)
        strcat(text, pieces[(size_t)rand_r(seed) % piece_count]);
    if (*text && rand_r(seed) % 2)
        text[(size_t)rand_r(seed) % strlen(text)] =
            bytes[(size_t)rand_r(seed) % (sizeof bytes - 1)];
}

static size_t compare(enum field_kind kind, const char *const *pieces, size_t piece_count)
{
    unsigned seed = 1;
    size_t taken = 0;
    regex_t pattern;
    cr_assert_eq(regcomp(&pattern, kinds[kind].pattern, REG_EXTENDED | REG_NOSUB), 0);
    for (int i = 0; i < 20000; i++) {
        char text[100];
        make_text(&seed, pieces, piece_count, text);
        const bool matches = regexec(&pattern, text, 0, NULL, 0) == 0;
        const bool accepted = kinds[kind].accepts(text, strlen(text));
        const bool range = strchr(text, kind == FIELD_DATE ? '/' : '-') && kind != FIELD_ID;
        taken += accepted;
        cr_expect(matches == accepted || (matches && range), "%s \"%s\": %s, but the schema %s",
                  kinds[kind].name, text, accepted ? "accepted" : "refused",
                  matches ? "accepts it" : "refuses it");
    }
    regfree(&pattern);
    return taken;
}

#define COMPARE(kind, ...)                            \
    compare(kind, (const char *const[]){__VA_ARGS__}, \
            sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* Only the loader detects ranges that end before they begin. */
Test(data_schema, patterns_accept_the_same_values_as_the_loader)
{
    cr_expect_gt(COMPARE(FIELD_DATE, "2006", "2004-02-29", "2003-02-28", "-04", "-31", "-0001",
                         "1900", "2000", "-02-29", "-30", "/", "..", "/..", "-XX", "199X", "XXXX",
                         "-21", "~", "?", "%", "Y12345", "Y-170000002"),
                 1000);
    cr_expect_gt(COMPARE(FIELD_ID, "a", "0", "-", ".", "_", "beijing", "2006", "A"), 1000);
    cr_expect_gt(COMPARE(FIELD_LINES, "1", "34", "-", "0", "39", "123456789"), 1000);
    cr_expect_gt(COMPARE(FIELD_MEDIA_TYPE, "text/", "/", "plain", "+xml", ".", "x-y", "a/b"), 500);
}
