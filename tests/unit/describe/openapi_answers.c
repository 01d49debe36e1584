/* The OpenAPI description says what the server does: each answer has the described status, headers
 * and schema, and each described value of a parameter is accepted. */
#include "archive_fixture.h"
#include "describe/describe.h"
#include "describe/field_schema.h"
#include "describe/schema_validator.h"
#include "http/target.h"
#include "query/parameter_choices.h"
#include "query/query.h"
#include "routes.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct archive_fixture fixture;
static json_t *api;

static void start(void)
{
    fixture = load_two_meetings();
    api = answer_json(&fixture, OPENAPI_PATH, 200, NULL);
}

static void stop(void)
{
    json_decref(api);
    archive_fixture_finish(&fixture);
}

TestSuite(openapi_answers, .init = start, .fini = stop);

static json_t *component(const char *kind, const char *name)
{
    return json_object_get(json_object_get(json_object_get(api, "components"), kind), name);
}

static json_t *type_schema(const struct record_type *type, const char *suffix)
{
    char class[40], name[80];
    snprintf(name, sizeof name, "%s%s", record_type_write_class(type, class, sizeof class), suffix);
    return component("schemas", name);
}

static bool accepts(json_t *schema, json_t *value)
{
    return schema_accepts(api, schema, value);
}

/* Visits GET of each path, with targets that it answers: "{id}" becomes an id of the collection,
 * and the path of relations each relation of each collection. */
typedef void operation_visitor(const char *path, json_t *operation, const char *target);

static void visit_relations(const char *path, json_t *operation, operation_visitor *visit)
{
    size_t count, relation_count;
    char target[200];
    const struct collection *collections = archive_collections(fixture.archive, &count);
    for (size_t i = 0; i < count; i++) {
        const struct relation *relations =
            archive_relations(fixture.archive, collections[i].type, &relation_count);
        for (size_t j = 0; j < relation_count && collections[i].count; j++) {
            snprintf(target, sizeof target, "/%s/%s/%s", collections[i].name,
                     record_id(collections[i].records[0]), relations[j].name);
            visit(path, operation, target);
        }
    }
}

static void visit_operation(const char *path, json_t *operation, operation_visitor *visit)
{
    char target[200], name[80];
    const char *id = strstr(path, "/{id}");
    const char *query = strcmp(path, "/search") == 0    ? "?q=tide"
                        : strcmp(path, "/compare") == 0 ? "?people=a-almada,b-berg"
                                                        : "";
    snprintf(target, sizeof target, "%s%s", path, query);
    if (strstr(path, "/{relation}")) {
        visit_relations(path, operation, visit);
        return;
    }
    if (id) {
        snprintf(name, sizeof name, "%.*s", (int)(id - path - 1), path + 1);
        const struct collection *collection =
            archive_collection(fixture.archive, name, strlen(name));
        cr_assert(collection);
        if (!collection->count)
            return;
        snprintf(target, sizeof target, "/%s/%s", name, record_id(collection->records[0]));
    }
    visit(path, operation, target);
}

static void visit_operations(operation_visitor *visit)
{
    const char *path;
    json_t *item;
    size_t count = 0;
    json_object_foreach(json_object_get(api, "paths"), path, item)
    {
        cr_expect_eq(json_object_size(item), 1, "%s has GET only", path);
        visit_operation(path, json_object_get(item, "get"), visit);
        count++;
    }
    cr_expect_gt(count, 40);
}

static json_t *described_answer(json_t *operation, unsigned status)
{
    char name[8];
    snprintf(name, sizeof name, "%u", status);
    return schema_resolve(api, json_object_get(json_object_get(operation, "responses"), name));
}

/* Returns the description of an answer with a status, perhaps as that of any other problem. */
static json_t *answer_or_default(json_t *operation, unsigned status)
{
    json_t *answer = described_answer(operation, status);
    json_t *others = json_object_get(json_object_get(operation, "responses"), "default");
    return answer ? answer : schema_resolve(api, others);
}

/* Expects that the body of an answer meets the schema of its status and media type. */
static void expect_described(json_t *operation, const struct request *request, unsigned status)
{
    struct response response;
    answer_request(&fixture, request, &response);
    const char *type = response_header(&response, "Content-Type");
    json_t *answer = answer_or_default(operation, status);
    json_t *content =
        json_object_getn(json_object_get(answer, "content"), type, strcspn(type, ";"));
    cr_expect_eq(response.status, status, "%s: %u", request->target, response.status);
    cr_assert(content, "%s: %u %s is not described", request->target, status, type);
    json_t *schema = json_object_get(content, "schema");
    json_t *body = strstr(type, "+json") || strncmp(type, "application/json", 16) == 0
                       ? json_loadb(response.body.bytes, response.body.length, 0, NULL)
                       : json_string("");
    cr_expect(!schema || schema_accepts(api, schema, body), "%s: %u", request->target, status);
    cr_expect(schema || strncmp(type, "application/json", 16) != 0, "%s", request->target);
    json_decref(body);
    response_finish(&response);
}

static void expect_answers_described(const char *path, json_t *operation, const char *target)
{
    static const char *const suffixes[] = {".csv", ".ndjson", ".jsonld"};
    char other[TARGET_BYTES_MAX + 100];
    struct request request = {
        .target = target, .host = "localhost", .coding = {CODING_IDENTITY, false}};
    if (strcmp(path, "/readyz") && strcmp(path, "/metrics"))
        expect_described(operation, &request, 200);
    snprintf(other, sizeof other, "%s%cunknown=1", target, strchr(target, '?') ? '&' : '?');
    request.target = other;
    expect_described(operation, &request, 400);
    memset(other + strlen(other), 'x', TARGET_BYTES_MAX);
    other[TARGET_BYTES_MAX + 50] = '\0';
    expect_described(operation, &request, 414);
    if (strstr(path, "{id}")) {
        const char *relation = strchr(strchr(target + 1, '/') + 1, '/');
        snprintf(other, sizeof other, "%.*s/no-such-record%s", (int)strcspn(target + 1, "/") + 1,
                 target, relation ? relation : "");
        expect_described(operation, &request, 404);
    }
    if (!json_object_get(json_object_get(operation, "responses"), "304"))
        return;
    request =
        (struct request){.target = target, .host = "localhost", .coding = {CODING_NONE, true}};
    expect_described(operation, &request, 406);
    for (size_t i = 0; i < 3 && strstr(path, "{id}"); i++) {
        snprintf(other, sizeof other, "%s%s", target, suffixes[i]);
        request = (struct request){.target = other};
        expect_described(operation, &request, 200);
    }
}

Test(openapi_answers, every_answer_meets_the_schema_of_its_path_and_status)
{
    visit_operations(expect_answers_described);
}

/* A reader of answers relies on the headers that are described, and no other is a promise. */
static void expect_headers_described(const char *path, json_t *operation, const char *target)
{
    static const char *const others[] = {
        "Content-Type",
        "Content-Location",
        "Content-Security-Policy",
        "Referrer-Policy",
        "Access-Control-Expose-Headers", /* those of every answer, which the text describes: */
        "Cache-Control",
        "Link",
        "Vary",
        "X-Content-Type-Options",
        "Access-Control-Allow-Origin"};
    json_t *described = json_object_get(described_answer(operation, 200), "headers");
    const char *name;
    json_t *header;
    struct response response;
    const struct request request = {.target = target, .host = "localhost"};
    answer_request(&fixture, &request, &response);
    json_object_foreach(described, name, header)
    {
        json_t *schema = json_object_get(schema_resolve(api, header), "schema");
        const bool is_number = strcmp(name, "X-Total-Count") == 0;
        cr_expect(response_header(&response, name) || strcmp(name, "Content-Location") == 0,
                  "%s: %s", path, name);
        cr_expect_eq(schema_accepts_new(api, schema, json_integer(1)), is_number, "%s", name);
        cr_expect_eq(schema_accepts_new(api, schema, json_string("")), !is_number, "%s", name);
    }
    for (size_t i = 0; i < response.header_count; i++) {
        bool is_known = json_object_get(described, response.headers[i].name);
        for (size_t j = 0; j < sizeof others / sizeof *others; j++)
            is_known |= strcmp(response.headers[i].name, others[j]) == 0;
        cr_expect(is_known, "%s: %s", path, response.headers[i].name);
    }
    cr_expect_eq(json_object_get(described, "Content-Location") != NULL,
                 response_header(&response, "X-Total-Count") || strstr(path, "{id}"), "%s", path);
    response_finish(&response);
}

Test(openapi_answers, every_answer_has_the_described_headers_and_no_others)
{
    visit_operations(expect_headers_described);
}

static void expect_statuses_described(const char *path, json_t *operation, const char *target)
{
    (void)target;
    const bool monitors = strcmp(path, "/livez") == 0 || strcmp(path, "/readyz") == 0 ||
                          strcmp(path, "/metrics") == 0;
    const bool has_id = strstr(path, "{id}");
    const bool is_complete = strcmp(path, "/sitemap.xml") == 0 || strncmp(path, "/feed.", 6) == 0 ||
                             strcmp(path, "/opensearch.xml") == 0;
    const struct {
        const char *status;
        bool described, validated, content;
    } statuses[] = {{"200", true, !monitors, true},
                    {"300", has_id, false, true},
                    {"304", !monitors, true, false},
                    {"400", true, false, true},
                    {"404", has_id || is_complete, false, true},
                    {"default", true, false, true},
                    {"500", false, false, true}};
    json_t *answers = json_object_get(operation, "responses");
    size_t described = 0;
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        const char *status = statuses[i].status;
        json_t *answer = schema_resolve(api, json_object_get(answers, status));
        json_t *headers = json_object_get(answer, "headers");
        cr_expect_eq(answer != NULL, statuses[i].described, "%s: %s", path, status);
        if (!answer)
            continue;
        cr_expect(json_string_length(json_object_get(answer, "description")) > 0);
        cr_expect(i == 0 || json_object_get(headers, "Link"), "%s: %s", path, status);
        cr_expect_eq(json_object_get(headers, "ETag") != NULL, statuses[i].validated, "%s: %s",
                     path, status);
        cr_expect_eq(json_object_get(answer, "content") != NULL, statuses[i].content, "%s: %s",
                     path, status);
        described++;
    }
    cr_expect_eq(json_object_size(answers), described, "%s", path);
}

Test(openapi_answers, every_path_has_the_statuses_of_its_kind)
{
    visit_operations(expect_statuses_described);
}

static json_t *operation_ids;

static void expect_operation_named(const char *path, json_t *operation, const char *target)
{
    char tag[80] = "service", expected[200], summary[200];
    const char *id = text_of(operation, "operationId");
    (void)target;
    cr_expect_eq(json_object_set_new(operation_ids, id, json_true()), 0);
    cr_expect(!strstr(path, "/{relation}") || strcmp(id, "relation") == 0);
    for (size_t i = 0; i < routes.count; i++)
        if (strcmp(path, routes.at[i].pattern) == 0) {
            cr_expect_str_eq(id, routes.at[i].name);
            cr_expect_str_eq(text_of(operation, "summary"), routes.at[i].name);
            cr_expect_str_eq(text_of(operation, "description"), routes.at[i].documentation);
        }
    if (archive_collection(fixture.archive, path + 1, strcspn(path + 1, "/"))) {
        const char *last = strrchr(path, '/') + 1;
        snprintf(tag, sizeof tag, "%.*s", (int)strcspn(path + 1, "/"), path + 1);
        const bool is_list = last == path + 1;
        snprintf(expected, sizeof expected, "%s_%s", tag, is_list ? "list" : "item");
        cr_expect_str_eq(id, expected);
        snprintf(summary, sizeof summary, "%s%s", is_list ? "List " : "One of the ", tag);
        cr_expect_str_eq(text_of(operation, "summary"), summary);
    }
    json_t *tags = json_object_get(operation, "tags");
    cr_expect_eq(json_array_size(tags), 1);
    cr_expect_str_eq(json_string_value(json_array_get(tags, 0)), tag);
}

Test(openapi_answers, every_operation_has_a_name_of_its_own_a_tag_and_a_summary)
{
    json_t *tag;
    size_t i, count;
    operation_ids = json_object();
    visit_operations(expect_operation_named);
    cr_expect_eq(json_object_size(operation_ids), json_object_size(json_object_get(api, "paths")));
    json_decref(operation_ids);
    const struct collection *collections = archive_collections(fixture.archive, &count);
    json_t *tags = json_object_get(api, "tags");
    cr_expect_eq(json_array_size(tags), count + 1);
    json_array_foreach(tags, i, tag)
    {
        cr_expect_str_eq(text_of(tag, "name"), i ? collections[i - 1].name : "service");
        cr_expect(!i || strcmp(text_of(tag, "description"), collections[i - 1].documentation) == 0);
        cr_expect(json_object_get(tag, "description"));
    }
}

Test(openapi_answers, it_names_its_version_its_licence_and_the_server_with_its_base_path)
{
    static const char *const base_paths[] = {NULL, "/record"};
    json_t *info = json_object_get(api, "info");
    cr_expect_str_eq(text_of(api, "openapi"), "3.1.0");
    cr_expect_str_eq(text_of(info, "title"), "rapporteur");
    cr_expect_neq(strcmp(text_of(info, "version"), "none"), 0);
    cr_expect_neq(strcmp(text_of(info, "summary"), "none"), 0);
    cr_expect_gt(strlen(text_of(info, "description")), 1000);
    cr_expect_str_eq(text_of(json_object_get(info, "contact"), "name"),
                     "The operator of this server");
    cr_expect_str_eq(text_of(json_object_get(info, "license"), "name"), "MIT");
    cr_expect_str_eq(text_of(json_object_get(info, "license"), "identifier"), "MIT");
    cr_expect(json_is_array(json_object_get(api, "security")));
    cr_expect_eq(json_array_size(json_object_get(api, "security")), 0);
    for (size_t i = 0; i < 2; i++) {
        const struct request request = {.target = OPENAPI_PATH, .base_path = base_paths[i]};
        struct response response;
        answer_request(&fixture, &request, &response);
        json_t *described = json_loadb(response.body.bytes, response.body.length, 0, NULL);
        json_t *servers = json_object_get(described, "servers");
        cr_expect_eq(json_array_size(servers), 1);
        cr_expect_str_eq(text_of(json_array_get(servers, 0), "url"), i ? "/record" : "/");
        cr_expect(json_object_get(json_array_get(servers, 0), "description"));
        json_decref(described);
        response_finish(&response);
    }
}

Test(openapi_answers, every_schema_is_complete)
{
    static const char *const kinds[] = {"parameters", "headers"};
    const char *name;
    json_t *schema;
    json_object_foreach(json_object_get(json_object_get(api, "components"), "schemas"), name,
                        schema)
    {
        if (strcmp(name, "AnyObject") != 0)
            expect_complete_schema(api, schema);
    }
    for (size_t i = 0; i < 2; i++)
        json_object_foreach(json_object_get(json_object_get(api, "components"), kinds[i]), name,
                            schema)
        {
            cr_expect(json_string_length(json_object_get(schema, "description")) > 0, "%s", name);
            if (strcmp(name, "filters") != 0)
                expect_complete_schema(api, json_object_get(schema, "schema"));
        }
}

/* Returns a new record of a type as it is in answers, with all its relations. */
static json_t *sample_record(const struct schema_subject *subject)
{
    size_t count;
    json_t *record = field_schema_sample(subject, subject->type->fields);
    json_t *links = json_pack("{ss}", "self", "/a");
    const struct relation *relations = archive_relations(fixture.archive, subject->type, &count);
    for (size_t i = 0; i < count; i++)
        json_object_set_new(links, relations[i].name, json_string("/a"));
    json_object_set_new(record, "type", json_string(subject->type->name));
    json_object_set_new(record, "links", links);
    return record;
}

/* Expects that a record without a member is refused, unless "fields" may leave the member out. */
static void expect_member_required(const struct schema_subject *subject, json_t *record,
                                   const char *name)
{
    const bool is_always_shown =
        strcmp(name, "id") == 0 || strcmp(name, "type") == 0 || strcmp(name, "links") == 0;
    json_t *partial = json_copy(record);
    json_object_del(partial, name);
    cr_expect_eq(accepts(type_schema(subject->type, ""), partial), !is_always_shown, "%s", name);
    json_decref(partial);
}

static void expect_links_described(const struct record_type *type, json_t *record)
{
    json_t *schema = type_schema(type, ""), *link;
    const char *name;
    json_object_foreach(json_object_get(record, "links"), name, link)
    {
        json_t *other = json_deep_copy(record);
        json_object_set_new(json_object_get(other, "links"), name, json_null());
        cr_expect(!accepts(schema, other), "%s with null for the link %s", type->name, name);
        json_object_del(json_object_get(other, "links"), name);
        cr_expect_eq(accepts(schema, other), strcmp(name, "self") != 0, "%s without the link %s",
                     type->name, name);
        json_decref(other);
    }
}

/* A relation that is not a field is a member only if it is included. */
static void expect_relations_described(const struct record_type *type, json_t *record)
{
    json_t *schema = type_schema(type, "");
    size_t count;
    const struct relation *relations = archive_relations(fixture.archive, type, &count);
    for (size_t i = 0; i < count; i++) {
        const char *name = relations[i].name;
        if (field_list_find(type->fields, name, strlen(name)))
            continue;
        const struct schema_subject other = {api, relations[i].member, true};
        json_t *included = sample_record(&other);
        json_t *value = relations[i].to_one ? included : json_pack("[o]", included);
        json_object_set_new(record, name, value);
        cr_expect(accepts(schema, record), "%s with %s", type->name, name);
        json_object_del(included, "links");
        cr_expect(!accepts(schema, record), "%s with a part of %s", type->name, name);
        json_object_set_new(record, name, json_null());
        cr_expect_eq(accepts(schema, record), relations[i].to_one, "%s without %s", type->name,
                     name);
        json_object_del(record, name);
    }
}

Test(openapi_answers, schemas_of_records_accept_exactly_their_fields_links_and_relations)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct schema_subject subject = {api, record_types[i], true};
        json_t *record = sample_record(&subject);
        json_t *schema = type_schema(record_types[i], "");
        char *text = json_dumps(record, 0);
        cr_expect(accepts(schema, record), "%s", text);
        for (size_t j = 0; j < record_types[i]->fields.count; j++)
            expect_member_required(&subject, record, record_types[i]->fields.at[j].name);
        expect_member_required(&subject, record, "type");
        expect_member_required(&subject, record, "links");
        expect_links_described(record_types[i], record);
        expect_relations_described(record_types[i], record);
        expect_field_schemas(&subject, json_object_get(schema, "properties"),
                             record_types[i]->fields);
        json_object_set_new(record, "type", json_string("other"));
        cr_expect(!accepts(schema, record));
        free(text);
        json_decref(record);
    }
}

static unsigned status_of(const char *collection, const char *name, const char *value)
{
    char target[300];
    struct response response;
    snprintf(target, sizeof target, "/%s?%s=%s", collection, name, value);
    get_answer(&fixture, target, &response);
    const unsigned status = response.status;
    response_finish(&response);
    return status;
}

/* Expects that the server takes a value of a filter if and only if the schema does. */
static void expect_filter_value(const struct record_type *type, const char *name, json_t *schema,
                                json_t *value)
{
    char text[100] = "";
    if (json_is_integer(value))
        snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_boolean(value))
        snprintf(text, sizeof text, "%s", json_is_true(value) ? "true" : "false");
    else
        snprintf(text, sizeof text, "%s", json_string_value(value));
    json_t *values = json_pack("[o]", value);
    cr_expect_eq(accepts(schema, values), status_of(type->collection, name, text) == 200,
                 "%s of %s: %s", name, type->name, text);
    for (size_t i = 1; i < FILTER_OPERANDS_MAX; i++)
        json_array_append(values, value);
    cr_expect_eq(accepts(schema, values), status_of(type->collection, name, text) == 200);
    json_array_append(values, value);
    cr_expect(!accepts(schema, values), "%s of %s has no limit", name, type->name);
    json_decref(values);
}

/* Returns the filter of a field, or NULL. */
static json_t *filter_of(const struct record_type *type, const struct field *field)
{
    char name[100];
    size_t i;
    json_t *ref;
    snprintf(name, sizeof name, "/%s", type->collection);
    json_t *item = json_object_get(json_object_get(api, "paths"), name);
    json_array_foreach(json_object_get(json_object_get(item, "get"), "parameters"), i, ref)
    {
        const char *last = strrchr(text_of(ref, "$ref"), '/');
        json_t *parameter = last ? component("parameters", last + 1) : NULL;
        if (strcmp(text_of(parameter, "name"), field->name) == 0)
            return parameter;
    }
    return NULL;
}

static void expect_filter_described(const struct record_type *type, const struct field *field)
{
    const struct schema_subject subject = {api, type, false};
    json_t *parameter = filter_of(type, field);
    json_t *schema = json_object_get(parameter, "schema");
    cr_expect_str_eq(text_of(parameter, "in"), "query");
    cr_expect_str_eq(text_of(parameter, "style"), "form");
    cr_expect(json_is_false(json_object_get(parameter, "explode")));
    json_t *sample = field_schema_sample(&subject, (struct field_list){field, 1});
    json_t *value = json_object_get(sample, field->name);
    value = json_is_array(value) ? json_array_get(value, 0) : value;
    expect_filter_value(type, field->name, schema, json_incref(value));
    if (field->kind != FIELD_INTEGER && field->kind != FIELD_BOOLEAN)
        expect_filter_value(type, field->name, schema, json_string("no_such_value"));
    else
        cr_expect(!schema_accepts_new(api, schema, json_pack("[s]", "1")));
    json_decref(sample);
}

/* Every operator that applies to a field takes its values, or with "isnull" whether it has one. */
static void expect_operators_taken(const struct record_type *type, const struct field *field)
{
    const struct schema_subject subject = {api, type, false};
    json_t *sample = field_schema_sample(&subject, (struct field_list){field, 1});
    json_t *value = json_object_get(sample, field->name);
    value = json_is_array(value) ? json_array_get(value, 0) : value;
    char *text = json_dumps(value, JSON_ENCODE_ANY);
    const char *bare = json_is_string(value) ? json_string_value(value) : text;
    for (int i = FILTER_NOT; i < FILTER_COMPARISON_COUNT; i++) {
        char name[100];
        snprintf(name, sizeof name, "%s__%s", field->name, filter_comparison_names[i]);
        if (filter_applies((enum filter_comparison)i, field))
            cr_expect_eq(status_of(type->collection, name, i == FILTER_IS_NULL ? "true" : bare),
                         200, "%s of %s: %s", name, type->name, bare);
    }
    free(text);
    json_decref(sample);
}

Test(openapi_answers, a_filter_takes_exactly_the_values_of_its_schema)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        for (size_t j = 0; j < record_types[i]->fields.count; j++) {
            const struct field *field = &record_types[i]->fields.at[j];
            if (filter_applies(FILTER_IS, field))
                expect_filter_described(record_types[i], field);
            expect_operators_taken(record_types[i], field);
        }
}

static void expect_number_described(const struct query_parameter *parameter, json_t *schema)
{
    char text[40];
    cr_expect(schema_accepts_new(api, schema, json_integer(parameter->minimum)));
    cr_expect(schema_accepts_new(api, schema, json_integer(parameter->maximum)));
    cr_expect(!schema_accepts_new(api, schema, json_integer(parameter->minimum - 1)));
    cr_expect(!schema_accepts_new(api, schema, json_string("1")));
    snprintf(text, sizeof text, "%lld", (long long)parameter->maximum);
    cr_expect_eq(status_of("papers", parameter->name, text), 200);
    cr_expect_eq(json_integer_value(json_object_get(schema, "maximum")), parameter->maximum);
}

/* Checks a parameter of lists and records, or "required.q" of the search. One of a type has the
 * first sentence of its documentation. */
static void expect_parameter_described(const struct query_parameter *parameter, const char *name,
                                       bool required)
{
    json_t *described = component("parameters", name);
    json_t *schema = json_object_get(described, "schema");
    const bool is_list = parameter->values >= PARAMETER_FIRST_OF_NAMES;
    const bool of_any = strncmp(name, "any.", 4) == 0;
    const char *text = text_of(described, "description");
    cr_expect_str_eq(text_of(described, "name"), parameter->name);
    cr_expect_str_eq(text_of(described, "in"), "query");
    cr_expect_eq(json_is_true(json_object_get(described, "required")), required);
    cr_expect_eq(strncmp(text, parameter->documentation, strlen(text)), 0, "%s: %s", name, text);
    cr_expect_eq(json_is_false(json_object_get(described, "explode")), is_list, "%s", name);
    cr_expect_str_eq(text_of(described, "style"), is_list ? "form" : "none");
    if (parameter->values == PARAMETER_NUMBER)
        expect_number_described(parameter, schema);
    else if (is_list)
        cr_expect(schema_accepts_new(api, schema, json_pack("[s]", "no such name")) ==
                      (parameter->values == PARAMETER_IDS || of_any) &&
                  schema_accepts_new(api, schema, json_array()) &&
                  !schema_accepts_new(api, schema, json_string("id")) &&
                  schema_accepts_new(api, schema, json_pack("[I]", parameter->maximum)) ==
                      (parameter->values == PARAMETER_NUMBERS));
    else
        cr_expect_eq(schema_accepts_new(api, schema, json_true()),
                     parameter->values == PARAMETER_BOOLEAN, "%s", name);
}

static void expect_parameter_of_each_type(const struct query_parameter *parameter)
{
    char name[80];
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        snprintf(name, sizeof name, "%s.%s", record_types[i]->name, parameter->name);
        expect_parameter_described(parameter, name, false);
    }
    snprintf(name, sizeof name, "any.%s", parameter->name);
    expect_parameter_described(parameter, name, false);
}

Test(openapi_answers, every_parameter_has_its_schema_and_says_whether_it_is_required)
{
    const struct query_parameter *parameter;
    for (size_t i = 0; (parameter = parameters_at(i)); i++) {
        const bool always = parameter->required_in == parameter->scopes;
        char name[80];
        snprintf(name, sizeof name, "%s%s%s", always ? "required." : "",
                 parameter->values >= PARAMETER_IDS ? "search." : "", parameter->name);
        if (parameter_choices_depend_on_type(parameter->values))
            expect_parameter_of_each_type(parameter);
        else
            expect_parameter_described(parameter, name, always);
        snprintf(name, sizeof name, "required.%s", parameter->name);
        if (parameter->required_in && !always)
            expect_parameter_described(parameter, name, true);
    }
}
