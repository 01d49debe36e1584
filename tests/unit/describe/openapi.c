/* The descriptions of the service have every route, collection, relation, field and parameter.
 * tests/tools/node tests them with a linter and a typed client. */
#include "archive_fixture.h"
#include "describe/describe.h"
#include "query/query.h"
#include "routes.h"

#include <criterion/criterion.h>
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

TestSuite(openapi, .init = start, .fini = stop);

/* Returns the operation GET of a path, given in three parts. */
static json_t *operation(const char *first, const char *second, const char *third)
{
    char path[100];
    snprintf(path, sizeof path, "%s%s%s", first, second, third);
    json_t *found = json_object_get(json_object_get(json_object_get(api, "paths"), path), "get");
    cr_expect(found, "there is no %s", path);
    return found;
}

static json_t *component(const char *kind, const char *name)
{
    return json_object_get(json_object_get(json_object_get(api, "components"), kind), name);
}

Test(openapi, describes_the_parameter_of_a_path_of_the_service)
{
    size_t described = 0;
    for (size_t i = 0; i < routes.count; i++) {
        const struct route *route = &routes.at[i];
        if (!route->parameter)
            continue;
        json_t *parameters = json_object_get(operation(route->pattern, "", ""), "parameters");
        json_t *name = json_object_get(json_array_get(parameters, 0), "name");
        cr_expect_eq(json_array_size(parameters), 1);
        cr_expect_str_eq(json_string_value(name), route->parameter->name);
        described++;
    }
    cr_expect_gt(described, 0);
}

Test(openapi, has_every_path)
{
    size_t count, paths = 0;
    const struct collection *collections = archive_collections(fixture.archive, &count);
    for (size_t i = 0; i < routes.count; i++)
        if (routes.at[i].subject == ROUTE_RELATION ||
            (!strchr(routes.at[i].pattern, '{') && routes.at[i].subject != ROUTE_ASSET))
            paths += operation(routes.at[i].pattern, "", "") != NULL;
    for (size_t i = 0; i < count; i++) {
        paths += operation("/", collections[i].name, "") != NULL;
        paths += operation("/", collections[i].name, "/{id}") != NULL;
    }
    cr_expect_eq(json_object_size(json_object_get(api, "paths")), paths, "and no other");
}

/* Expects that all references lead to components. */
static void expect_refs_resolve(json_t *json)
{
    const char *name, *ref = json_string_value(json_object_get(json, "$ref"));
    json_t *member;
    size_t i;
    if (ref) {
        char kind[40] = "", named[100] = "";
        cr_assert_eq(sscanf(ref, "#/components/%39[^/]/%99s", kind, named), 2, "%s", ref);
        cr_expect(component(kind, named), "%s does not resolve", ref);
    }
    json_object_foreach(json, name, member) expect_refs_resolve(member);
    json_array_foreach(json, i, member) expect_refs_resolve(member);
}

/* Spectral and generators of clients refuse an array without "items". */
static void expect_items(json_t *json)
{
    const char *name;
    json_t *member, *type = json_object_get(json, "type");
    size_t i;
    bool array = json_is_string(type) && strcmp(json_string_value(type), "array") == 0;
    json_array_foreach(type, i, member) array |= strcmp(json_string_value(member), "array") == 0;
    cr_expect(!array || json_object_get(json, "items"), "%s", json_dumps(json, 0));
    json_object_foreach(json, name, member) expect_items(member);
    if (json_is_array(json))
        json_array_foreach(json, i, member) expect_items(member);
}

Test(openapi, every_array_has_items)
{
    expect_items(json_object_get(api, "paths"));
    expect_items(json_object_get(api, "components"));
}

Test(openapi, has_only_references_that_resolve)
{
    expect_refs_resolve(api);
}

static bool refers_to(json_t *parameters, const char *name)
{
    char ref[128];
    size_t i;
    json_t *parameter;
    snprintf(ref, sizeof ref, "#/components/parameters/%s", name);
    json_array_foreach(parameters, i, parameter)
    {
        const char *found = json_string_value(json_object_get(parameter, "$ref"));
        if (found && strcmp(found, ref) == 0)
            return true;
    }
    return false;
}

/* Returns the query parameter with a name of the list of a type, or NULL. */
static json_t *list_parameter(const struct record_type *type, const char *name)
{
    size_t i;
    json_t *ref;
    json_array_foreach(json_object_get(operation("/", type->collection, ""), "parameters"), i, ref)
    {
        const char *last = strrchr(text_of(ref, "$ref"), '/');
        json_t *parameter = last ? component("parameters", last + 1) : NULL;
        if (strcmp(text_of(parameter, "name"), name) == 0)
            return parameter;
    }
    return NULL;
}

Test(openapi, describes_every_field_of_every_type_as_schema_and_as_filter)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_type *type = record_types[i];
        char class[60];
        json_t *schema = component("schemas", record_type_write_class(type, class, sizeof class));
        json_t *properties = json_object_get(schema, "properties");
        cr_expect(json_is_false(json_object_get(schema, "additionalProperties")), "%s", class);
        for (size_t j = 0; j < type->fields.count; j++) {
            const struct field *field = &type->fields.at[j];
            json_t *property = json_object_get(properties, field->name);
            if (!json_object_get(property, "description"))
                property = component("schemas", field->name);
            cr_expect_str_eq(text_of(property, "description"), field->documentation);
            cr_expect_eq(list_parameter(type, field->name) != NULL,
                         filter_applies(FILTER_IS, field), "%s.%s", type->name, field->name);
        }
    }
}

Test(openapi, describes_each_operator_once)
{
    json_t *filters = component("parameters", "filters");
    json_t *names = json_object_get(json_object_get(filters, "schema"), "propertyNames");
    for (int i = FILTER_NOT; i < FILTER_COMPARISON_COUNT; i++) {
        char line[200];
        snprintf(line, sizeof line, "\n- `__%s`: %s.", filter_comparison_names[i],
                 filter_comparison_meanings[i]);
        cr_expect(strstr(text_of(filters, "description"), line), "%s", line);
        cr_expect(strstr(text_of(names, "pattern"), filter_comparison_names[i]), "%s", line);
    }
    for (size_t i = 0; i < TYPE_COUNT; i++)
        cr_expect_eq(list_parameter(record_types[i], "filters"), filters);
}

/* Programs that read it unfold it in memory: 2.4 MB took tools minutes. */
Test(openapi, has_at_most_200_kilobytes)
{
    struct response response;
    get_answer(&fixture, OPENAPI_PATH, &response);
    cr_expect_leq(response.body.length, 200 * 1000, "%zu bytes", response.body.length);
    response_finish(&response);
}

static bool lists(json_t *values, const char *value)
{
    size_t i;
    json_t *listed;
    json_array_foreach(values, i, listed)
    {
        if (strcmp(json_string_value(listed), value) == 0)
            return true;
    }
    return false;
}

/* Returns the values that a parameter of the list of a type has by name. */
static json_t *named_values(const struct record_type *type, const char *name)
{
    json_t *items = json_object_get(json_object_get(list_parameter(type, name), "schema"), "items");
    json_t *first = json_array_get(json_object_get(items, "anyOf"), 0);
    const char *ref = json_string_value(json_object_get(items, "$ref"));
    if (first)
        items = first;
    else if (ref)
        items = component("schemas", strrchr(ref, '/') + 1);
    cr_assert(json_object_get(items, "enum"), "%s of %s", name, type->name);
    return json_object_get(items, "enum");
}

static const char *const named[] = {"sort", "fields", "include", "facet"};

enum {
    NAMED_COUNT = sizeof named / sizeof *named
};

/* Expects that the values are those that the problem of a wrong value allows. A hyphen sorts in
 * descending order. */
static void expect_allowed(const struct record_type *type, const char *name)
{
    char target[100];
    size_t i, allowed_count;
    json_t *value, *values = named_values(type, name);
    snprintf(target, sizeof target, "/%s?%s=no-such-name", type->collection, name);
    json_t *problem = answer_json(&fixture, target, 400, NULL);
    json_t *allowed =
        json_object_get(json_array_get(json_object_get(problem, "errors"), 0), "allowed");
    json_array_foreach(allowed, i, value) cr_expect(lists(values, json_string_value(value)),
                                                    "%s: %s", target, json_string_value(value));
    json_array_foreach(values, i, value)
    {
        const char *text = json_string_value(value);
        cr_expect(lists(allowed, text + (*text == '-')), "%s does not allow %s", target, text);
    }
    allowed_count = json_array_size(allowed) * (strcmp(name, "sort") == 0 ? 2 : 1);
    cr_expect_eq(json_array_size(values), allowed_count, "%s", target);
    json_decref(problem);
}

Test(openapi, lists_the_values_that_a_problem_allows)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        for (size_t j = 0; j < NAMED_COUNT; j++)
            expect_allowed(record_types[i], named[j]);
}

Test(openapi, an_included_relation_may_lead_one_step_further)
{
    json_t *schema = json_object_get(list_parameter(&session_type, "include"), "schema");
    json_t *pattern = json_array_get(json_object_get(json_object_get(schema, "items"), "anyOf"), 1);
    cr_expect_str_eq(text_of(pattern, "pattern"), "^[a-z_]+[.][a-z_]+$");
    json_decref(answer_json(&fixture, "/sessions?include=papers.presenters", 200, NULL));
}

Test(openapi, lists_only_values_that_are_accepted)
{
    size_t requests = 0;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        for (size_t j = 0; j < NAMED_COUNT; j++) {
            char target[200];
            size_t k;
            json_t *value;
            json_array_foreach(named_values(record_types[i], named[j]), k, value)
            {
                snprintf(target, sizeof target, "/%s?%s=%s", record_types[i]->collection, named[j],
                         json_string_value(value));
                json_decref(answer_json(&fixture, target, 200, NULL));
                requests++;
            }
        }
    cr_expect_gt(requests, 700);
}

Test(openapi, every_operation_has_the_parameters_of_its_scope)
{
    const struct query_parameter *parameter;
    json_t *list = json_object_get(operation("/papers", "", ""), "parameters");
    json_t *one = json_object_get(operation("/papers/{id}", "", ""), "parameters");
    json_t *relation =
        json_object_get(operation("/{collection}/{id}/{relation}", "", ""), "parameters");
    for (size_t i = 0; (parameter = parameters_at(i)); i++) {
        const bool always = parameter->required_in == parameter->scopes;
        char of_type[100], of_any[100];
        snprintf(of_type, sizeof of_type, "%s%s.%s", always ? "required." : "",
                 parameter->values >= PARAMETER_IDS ? "search" : "paper", parameter->name);
        snprintf(of_any, sizeof of_any, "any.%s", parameter->name);
        const bool depends = component("parameters", of_any) != NULL;
        const char *name = component("parameters", of_type) ? of_type : parameter->name;
        const char *whole = depends ? of_any : name;
        cr_expect_str_eq(text_of(component("parameters", whole), "description"),
                         parameter->documentation);
        cr_expect_eq(refers_to(list, name), (parameter->scopes & QUERY_LIST) != 0, "%s", name);
        cr_expect_eq(refers_to(relation, whole), (parameter->scopes & QUERY_LIST) != 0, "%s", name);
        cr_expect_eq(refers_to(one, name), (parameter->scopes & QUERY_RECORD) != 0, "%s", name);
    }
    cr_expect(refers_to(relation, "collection") && refers_to(relation, "relation"));
    cr_expect(refers_to(relation, "id") && refers_to(one, "id"));
}

Test(openapi, the_reference_has_every_field_parameter_operator_and_path)
{
    struct response response;
    const struct query_parameter *parameter;
    char text[300];
    get_answer(&fixture, DOCS_PATH, &response);
    buffer_append_byte(&response.body, '\0');
    const char *page = response.body.bytes;
    for (size_t i = 0; (parameter = parameters_at(i)); i++) {
        snprintf(text, sizeof text, "<section id=\"parameter-%s\">", parameter->name);
        cr_expect(strstr(page, text), "%s", text);
    }
    for (size_t i = 0; i < routes.count; i++) {
        const struct route *route = &routes.at[i];
        snprintf(text, sizeof text, "<code>%s</code>", route->pattern);
        cr_expect(strchr(route->pattern, '{') || route->subject == ROUTE_ASSET ||
                      strstr(page, text),
                  "%s", text);
    }
    for (int i = FILTER_IS; i < FILTER_COMPARISON_COUNT; i++) {
        snprintf(text, sizeof text, "<code>field%s%s</code></th>", i == FILTER_IS ? "" : "__",
                 filter_comparison_names[i]);
        cr_expect(strstr(page, text), "%s", text);
        cr_expect(strstr(page, filter_comparison_meanings[i]), "%s", text);
    }
    for (size_t i = 0; i < TYPE_COUNT; i++)
        for (size_t j = 0; j < record_types[i]->fields.count; j++) {
            snprintf(text, sizeof text, "<code>%s</code></th>", record_types[i]->fields.at[j].name);
            cr_expect(strstr(page, text), "%s", text);
        }
    response_finish(&response);
}

/* RFC 8631, RFC 9727. */
Test(openapi, every_answer_links_to_the_descriptions)
{
    static const char *const targets[] = {
        "/", "/papers", "/papers?limit=1", "/meetings/none", "/livez", "/papers?x=1", OPENAPI_PATH};
    static const unsigned statuses[] = {200, 200, 200, 404, 200, 400, 200};
    static const char links[] =
        "</openapi.json>; rel=\"service-desc\", </docs>; rel=\"service-doc\", "
        "</schema.json>; rel=\"describedby\"";
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct response response;
        get_answer(&fixture, targets[i], &response);
        cr_expect_eq(response.status, statuses[i], "%s", targets[i]);
        cr_expect(strstr(response_header(&response, "Link"), links), "%s", targets[i]);
        response_finish(&response);
    }
    json_t *catalog = answer_json(&fixture, "/.well-known/api-catalog", 200, NULL);
    json_t *linkset = json_array_get(json_object_get(catalog, "linkset"), 0);
    json_t *link = json_array_get(json_object_get(linkset, "service-desc"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(link, "href")), OPENAPI_PATH);
    json_decref(catalog);
}

/* A client must not be able to inject commands into the examples. */
Test(openapi, examples_in_the_reference_have_the_host_of_the_request)
{
    static const struct {
        const char *host, *shown;
    } cases[] = {{"record.example:8443", "http://record.example:8443/"},
                 {"[::1]:80", "http://[::1]:80/"},
                 {NULL, "http://localhost:8080/"},
                 {"a';id;'", "http://localhost:8080/"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {
            .method = METHOD_GET, .target = DOCS_PATH, .host = cases[i].host};
        struct response response;
        response_init(&response);
        answer_request(&fixture, &request, &response);
        buffer_append_byte(&response.body, '\0');
        cr_expect(strstr(response.body.bytes, cases[i].shown), "%s", cases[i].shown);
        cr_expect(response.varies_by_host, "the answer must not be cached");
        response_finish(&response);
    }
}

static bool has_text(const json_t *json, const char *name)
{
    const char *text = json_string_value(json_object_get(json, name));
    return text && *text;
}

Test(openapi, every_operation_and_each_of_its_answers_is_described)
{
    const char *path, *method, *status;
    json_t *methods, *found, *answer;
    json_object_foreach(json_object_get(api, "paths"), path, methods)
    {
        json_object_foreach(methods, method, found)
        {
            if (strcmp(method, "parameters") == 0)
                continue;
            cr_expect(has_text(found, "operationId"), "%s", path);
            cr_expect(has_text(found, "summary"), "%s", path);
            cr_expect(has_text(found, "description"), "%s", path);
            cr_expect_eq(json_array_size(json_object_get(found, "tags")), 1, "%s", path);
            json_t *answers = json_object_get(found, "responses");
            cr_expect_gt(json_object_size(answers), 1, "%s", path);
            json_object_foreach(answers, status, answer) cr_expect(
                has_text(answer, "$ref") || has_text(answer, "description"), "%s %s", path, status);
        }
    }
}

Test(openapi, every_parameter_has_a_description_and_a_schema)
{
    const char *name;
    json_t *parameter,
        *parameters = json_object_get(json_object_get(api, "components"), "parameters");
    cr_expect_gt(json_object_size(parameters), 100);
    json_object_foreach(parameters, name, parameter)
    {
        cr_expect(has_text(parameter, "name"), "%s", name);
        cr_expect(has_text(parameter, "description"), "%s", name);
        const bool in_path = strcmp(name, "id") == 0 || strcmp(name, "collection") == 0 ||
                             strcmp(name, "relation") == 0;
        cr_expect_str_eq(text_of(parameter, "in"), in_path ? "path" : "query", "%s", name);
        cr_expect_gt(json_object_size(json_object_get(parameter, "schema")), 0, "%s", name);
    }
}

/* A property that is only a reference has the description of what it refers to; a constant needs
 * none. */
Test(openapi, every_property_of_a_record_is_described)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        char class[60];
        const char *property;
        json_t *schema, *described;
        schema =
            component("schemas", record_type_write_class(record_types[i], class, sizeof class));
        json_object_foreach(json_object_get(schema, "properties"), property, described)
            cr_expect(has_text(described, "description") || has_text(described, "$ref") ||
                          json_object_get(described, "const") || strcmp(property, "links") == 0,
                      "%s.%s", class, property);
    }
}

static json_t *resolved(json_t *schema)
{
    const char *ref = json_string_value(json_object_get(schema, "$ref"));
    return ref ? component("schemas", strrchr(ref, '/') + 1) : schema;
}

static bool has_alternative(json_t *schema, const char *component_name)
{
    char ref[100];
    size_t i;
    json_t *one;
    snprintf(ref, sizeof ref, "#/components/schemas/%s", component_name);
    json_array_foreach(json_object_get(schema, "anyOf"), i, one)
    {
        if (strcmp(text_of(one, "$ref"), ref) == 0)
            return true;
    }
    return false;
}

Test(openapi, a_reference_may_be_a_whole_record)
{
    json_t *related = component("schemas", "Related");
    cr_expect(has_alternative(related, "Reference") && has_alternative(related, "IncludedRecord"));
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_type *type = record_types[i];
        char class[60];
        record_type_write_class(type, class, sizeof class);
        json_t *properties = json_object_get(component("schemas", class), "properties");
        for (size_t j = 0; j < type->fields.count; j++) {
            const struct field *field = &type->fields.at[j];
            json_t *schema = resolved(json_object_get(properties, field->name));
            if (field->kind != FIELD_REFERENCE)
                continue;
            if (field->list)
                schema = resolved(json_object_get(schema, "items"));
            cr_expect(schema == related || has_alternative(schema, "Related"), "%s.%s", class,
                      field->name);
        }
    }
}

/* Visits the schemas that a schema leads to. `depth` is the number of references so far. */
static void expect_no_circle(json_t *schema, size_t depth)
{
    const char *name;
    json_t *member, *target = resolved(schema);
    size_t i;
    cr_assert_lt(depth, 12, "schemas refer to each other in a circle");
    if (target != schema) {
        expect_no_circle(target, depth + 1);
        return;
    }
    json_object_foreach(schema, name, member) expect_no_circle(member, depth);
    json_array_foreach(schema, i, member) expect_no_circle(member, depth);
}

/* Tools that unfold schemas, such as Redoc and Prism, do not end, or run out of memory. */
Test(openapi, no_schema_refers_to_itself_through_others)
{
    const char *name;
    json_t *schema;
    json_object_foreach(json_object_get(json_object_get(api, "components"), "schemas"), name,
                        schema) expect_no_circle(schema, 0);
}
