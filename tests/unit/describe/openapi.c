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
    size_t count, relation_count, paths = 0;
    const struct collection *collections = archive_collections(fixture.archive, &count);
    for (size_t i = 0; i < routes.count; i++)
        if (!strchr(routes.at[i].pattern, '{') && routes.at[i].subject != ROUTE_ASSET)
            paths += operation(routes.at[i].pattern, "", "") != NULL;
    for (size_t i = 0; i < count; i++) {
        paths += operation("/", collections[i].name, "") != NULL;
        paths += operation("/", collections[i].name, "/{id}") != NULL;
        const struct relation *relations =
            archive_relations(fixture.archive, collections[i].type, &relation_count);
        char item[80];
        snprintf(item, sizeof item, "/%s/{id}", collections[i].name);
        for (size_t j = 0; j < relation_count; j++)
            paths += operation(item, "/", relations[j].name) != NULL;
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

Test(openapi, describes_every_field_of_every_type_as_schema_and_as_filter)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_type *type = record_types[i];
        char name[100];
        char class[60];
        snprintf(name, sizeof name, "%sSelection",
                 record_type_write_class(type, class, sizeof class));
        json_t *schema = component("schemas", name);
        json_t *properties = json_object_get(schema, "properties");
        json_t *list = json_object_get(operation("/", type->collection, ""), "parameters");
        cr_expect(json_is_false(json_object_get(schema, "additionalProperties")), "%s", name);
        for (size_t j = 0; j < type->fields.count; j++) {
            const struct field *field = &type->fields.at[j];
            json_t *property = json_object_get(properties, field->name);
            cr_expect_str_eq(json_string_value(json_object_get(property, "description")),
                             field->documentation);
            for (int k = 0; k < FILTER_COMPARISON_COUNT; k++) {
                const bool applies = filter_applies((enum filter_comparison)k, field);
                snprintf(name, sizeof name, "%s.%s%s%s", type->name, field->name, k ? "__" : "",
                         filter_comparison_names[k]);
                cr_expect_eq(component("parameters", name) != NULL, applies, "%s", name);
                cr_expect_eq(refers_to(list, name), applies, "%s", name);
            }
        }
    }
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

/* Returns the values that the parameter `name` of the list /events allows. */
static json_t *values_for_events(const char *name)
{
    char full[60];
    snprintf(full, sizeof full, "event.%s", name);
    json_t *schema = json_object_get(component("parameters", full), "schema");
    json_t *values = json_object_get(json_object_get(schema, "items"), "enum");
    cr_assert(values, "%s", full);
    return values;
}

Test(openapi, lists_facets_of_fields_of_their_members_and_of_fields_of_references)
{
    json_t *facets = values_for_events("facet");
    static const char *const listed[] = {"kind",          "meeting",      "meeting.city",
                                         "sources.lines", "notes.text",   "notes.sources.document",
                                         "inferred",      "meeting.lead", "web_links.url"};
    static const char *const not_listed[] = {
        "sources",               /* objects */
        "meeting.sources",       /* objects of a reference */
        "meeting.sources.lines", /* their members */
        "sources.document.title" /* the reference of a member */
    };
    for (size_t i = 0; i < sizeof listed / sizeof *listed; i++)
        cr_expect(lists(facets, listed[i]), "%s", listed[i]);
    for (size_t i = 0; i < sizeof not_listed / sizeof *not_listed; i++)
        cr_expect_not(lists(facets, not_listed[i]), "%s", not_listed[i]);
}

Test(openapi, lists_all_fields_as_fields_to_show)
{
    json_t *fields = values_for_events("fields");
    cr_expect_eq(json_array_size(fields), event_type.fields.count);
    for (size_t i = 0; i < event_type.fields.count; i++)
        cr_expect(lists(fields, event_type.fields.at[i].name), "%s", event_type.fields.at[i].name);
}

Test(openapi, lists_only_values_that_are_accepted)
{
    static const char *const names[] = {"sort", "fields", "include", "facet"};
    size_t requests = 0;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        for (size_t j = 0; j < sizeof names / sizeof *names; j++) {
            char name[100], target[200];
            size_t k;
            json_t *value;
            snprintf(name, sizeof name, "%s.%s", record_types[i]->name, names[j]);
            json_t *schema = json_object_get(component("parameters", name), "schema");
            json_array_foreach(json_object_get(json_object_get(schema, "items"), "enum"), k, value)
            {
                snprintf(target, sizeof target, "/%s?%s=%s", record_types[i]->collection, names[j],
                         json_string_value(value));
                json_decref(answer_json(&fixture, target, 200, NULL));
                requests++;
            }
        }
    cr_expect_gt(requests, 900);
}

Test(openapi, every_operation_has_the_parameters_of_its_scope)
{
    const struct query_parameter *parameter;
    json_t *list = json_object_get(operation("/papers", "", ""), "parameters");
    json_t *one = json_object_get(operation("/papers/{id}", "", ""), "parameters");
    for (size_t i = 0; (parameter = parameters_at(i)); i++) {
        char of_type[100];
        snprintf(of_type, sizeof of_type, "%s%s.%s",
                 parameter->required_in == parameter->scopes ? "required." : "",
                 parameter->values >= PARAMETER_IDS ? "search" : "paper", parameter->name);
        const char *name = component("parameters", of_type) ? of_type : parameter->name;
        cr_expect_str_eq(
            json_string_value(json_object_get(component("parameters", name), "description")),
            parameter->documentation);
        cr_expect_eq(refers_to(list, name), (parameter->scopes & QUERY_LIST) != 0, "%s", name);
        cr_expect_eq(refers_to(one, name), (parameter->scopes & QUERY_RECORD) != 0, "%s", name);
    }
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
        cr_expect_str_eq(text_of(parameter, "in"), "query", "%s", name);
        cr_expect_gt(json_object_size(json_object_get(parameter, "schema")), 0, "%s", name);
    }
}

/* A property that is only a reference has the description of what it refers to; a constant needs
 * none. */
Test(openapi, every_property_of_a_record_is_described)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        char name[100], class[60];
        const char *property;
        json_t *schema, *described;
        snprintf(name, sizeof name, "%sSelection",
                 record_type_write_class(record_types[i], class, sizeof class));
        schema = component("schemas", name);
        json_object_foreach(json_object_get(schema, "properties"), property, described)
            cr_expect(has_text(described, "description") || has_text(described, "$ref") ||
                          json_object_get(described, "const"),
                      "%s.%s", name, property);
    }
}

static bool has_alternative(const json_t *schema, const char *component_name)
{
    char ref[100];
    size_t i;
    json_t *one;
    snprintf(ref, sizeof ref, "#/components/schemas/%s", component_name);
    json_array_foreach(json_object_get(schema, "anyOf"), i, one)
    {
        const char *found = json_string_value(json_object_get(one, "$ref"));
        if (found && strcmp(found, ref) == 0)
            return true;
    }
    return false;
}

Test(openapi, a_reference_may_be_the_whole_record_of_each_type_that_it_leads_to)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_type *type = record_types[i];
        char name[100], class[60];
        snprintf(name, sizeof name, "%sSelection",
                 record_type_write_class(type, class, sizeof class));
        json_t *properties = json_object_get(component("schemas", name), "properties");
        for (size_t j = 0; j < type->fields.count; j++) {
            const struct field *field = &type->fields.at[j];
            json_t *schema = json_object_get(properties, field->name);
            if (field->kind != FIELD_REFERENCE)
                continue;
            if (field->list)
                schema = json_object_get(schema, "items");
            cr_expect(has_alternative(schema, "Reference"), "%s.%s", name, field->name);
            for (size_t k = 0; k < TYPE_COUNT; k++)
                cr_expect_eq(has_alternative(schema, record_type_write_class(record_types[k], class,
                                                                             sizeof class)),
                             (field->targets & TARGET(k)) != 0, "%s.%s: %s", name, field->name,
                             class);
        }
    }
}
