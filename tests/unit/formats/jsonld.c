/* JSON-LD has the values of JSON, and the context has the meaning of every field. */
#include "formats/jsonld_context.h"

#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct archive_fixture fixture;

static void set_up(void)
{
    fixture = load_two_meetings();
}

static void tear_down(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(jsonld, .init = set_up, .fini = tear_down);

static void expect_equal(json_t *own, json_t *expected, const char *place)
{
    char *own_text = json_dumps(own, JSON_ENCODE_ANY);
    char *expected_text = json_dumps(expected, JSON_ENCODE_ANY);
    cr_expect(json_equal(own, expected), "%s: %s, not %s", place, own_text, expected_text);
    free(own_text);
    free(expected_text);
    json_decref(expected);
}

static const char *date_type(const char *text)
{
    static const char *const types[] = {"xsd:gYear", "xsd:gYearMonth", "xsd:date"};
    static const char *const precisions[] = {"9999", "9999-99", "9999-99-99"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strspn(text, "0123456789-") == strlen(precisions[i]) &&
            strlen(text) == strlen(precisions[i]))
            return types[i];
    return "edtf:EDTF";
}

static json_t *expected_members(struct field_list fields, json_t *json);

static json_t *expected_item(const struct field *field, json_t *json)
{
    const char *text = json_string_value(json);
    if (field->kind == FIELD_DATE)
        return json_pack("{ssss}", "@value", text, "@type", date_type(text));
    if (field->kind == FIELD_REFERENCE)
        return json_string(text_of(json, "href"));
    if (field->kind == FIELD_OBJECT)
        return expected_members(field->members, json);
    return json_incref(json);
}

/* Returns the members that have a value, except the id. */
static json_t *expected_members(struct field_list fields, json_t *json)
{
    json_t *members = json_object(), *item;
    size_t j;
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        json_t *value = json_object_get(json, field->name);
        if (json_is_null(value) || field->kind == FIELD_ID ||
            (field->list && !json_array_size(value)))
            continue;
        json_t *expected = field->list ? json_array() : expected_item(field, value);
        json_array_foreach(value, j, item)
        {
            json_array_append_new(expected, expected_item(field, item));
        }
        json_object_set_new(members, field->name, expected);
    }
    return members;
}

static json_t *expected_record(const struct record_type *type, json_t *json)
{
    char class[JSONLD_CONTEXT_CLASS_MAX];
    record_type_write_class(type, class, sizeof class);
    json_t *record = expected_members(type->fields, json);
    json_object_set(record, "id", json_object_get(json_object_get(json, "links"), "self"));
    json_object_set_new(record, "type", json_string(class));
    return record;
}

/* Expects that a file has the part of /context.jsonld which its type needs, and nothing that must
 * be fetched. */
static void expect_context(json_t *own, const struct record_type *type)
{
    char class[JSONLD_CONTEXT_CLASS_MAX], other[JSONLD_CONTEXT_CLASS_MAX];
    json_t *document = answer_json(&fixture, JSONLD_CONTEXT_PATH, 200, NULL);
    json_t *expected = json_deep_copy(json_object_get(document, "@context"));
    record_type_write_class(type, class, sizeof class);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (strcmp(record_type_write_class(record_types[i], other, sizeof other), class) != 0)
            json_object_del(expected, other);
    expect_equal(own, expected, class);
    json_decref(document);
}

Test(jsonld, a_list_has_the_values_of_json_and_references_as_urls)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        char target[80];
        size_t j;
        json_t *record;
        snprintf(target, sizeof target, "/%s", record_types[i]->collection);
        json_t *page = answer_json(&fixture, target, 200, NULL);
        strcat(target, ".jsonld");
        json_t *list = answer_json(&fixture, target, 200, NULL);
        json_t *graph = json_object_get(list, "@graph");
        json_array_foreach(json_object_get(page, "data"), j, record)
        {
            expect_equal(json_array_get(graph, j), expected_record(record_types[i], record),
                         target);
        }
        cr_expect_eq(json_array_size(graph), j);
        cr_expect_eq(json_object_size(list), 2);
        expect_context(json_object_get(list, "@context"), record_types[i]);
        json_decref(page);
        json_decref(list);
    }
}

Test(jsonld, one_record_has_its_context_and_the_selected_fields)
{
    json_t *json = answer_json(&fixture, "/papers/tides-at-night", 200, NULL);
    json_t *whole = answer_json(&fixture, "/papers/tides-at-night.jsonld", 200, NULL);
    json_t *expected = expected_record(&paper_type, json);
    expect_context(json_object_get(whole, "@context"), &paper_type);
    json_object_set(expected, "@context", json_object_get(whole, "@context"));
    expect_equal(whole, expected, "a paper");
    json_t *part = answer_json(&fixture, "/papers/1.jsonld?fields=title,position", 200, NULL);
    expect_equal(part,
                 json_pack("{sOsssssssi}", "@context", json_object_get(whole, "@context"), "id",
                           "/papers/tides-at-night", "type", "Paper", "title", "Tides at Night",
                           "position", 1),
                 "a part of a paper");
    json_decref(json);
    json_decref(whole);
    json_decref(part);
}

Test(jsonld, a_date_has_the_datatype_of_its_precision)
{
    static const struct {
        const char *date, *type;
    } cases[] = {{"2001", "xsd:gYear"},
                 {"2001-02", "xsd:gYearMonth"},
                 {"2001-12", "xsd:gYearMonth"},
                 {"2001-02-03", "xsd:date"},
                 {"2001-21", "edtf:EDTF"},
                 {"2001?", "edtf:EDTF"},
                 {"2001/2002", "edtf:EDTF"},
                 {"200X", "edtf:EDTF"},
                 {"2001-XX", "edtf:EDTF"},
                 {"-0001", "edtf:EDTF"},
                 {"2001-02-03T04:05:06Z", "xsd:dateTime"},
                 {"2001-02-03T04:05:06+07:00", "xsd:dateTime"},
                 {"2001-02-03T04:05Z", "edtf:EDTF"},
                 {"2001-02-03T04:05+07:00", "edtf:EDTF"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[400];
        snprintf(text, sizeof text,
                 "{'documents': [{'id': 'd', 'title': 'D', 'date': '%s',"
                 " 'sources': [{'document': 'd'}]}]}",
                 cases[i].date);
        struct archive_fixture one = archive_fixture_create(load_text(text));
        json_t *record = answer_json(&one, "/documents/d.jsonld", 200, NULL);
        json_t *date = json_object_get(record, "date");
        cr_expect_str_eq(text_of(date, "@value"), cases[i].date);
        cr_expect_str_eq(text_of(date, "@type"), cases[i].type, "%s", cases[i].date);
        json_decref(record);
        archive_fixture_finish(&one);
    }
}

static json_t *expected_terms(struct field_list fields)
{
    json_t *terms = json_object();
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (field->kind == FIELD_ID)
            continue;
        json_t *term = json_object();
        if (field->term && *field->term == '^')
            json_object_set_new(term, "@reverse", json_string(field->term + 1));
        else
            json_object_set_new(term, "@id", json_string(field->term ? field->term : field->name));
        if (field->kind == FIELD_REFERENCE || field->kind == FIELD_URL)
            json_object_set_new(term, "@type", json_string("@id"));
        if (field->kind == FIELD_OBJECT)
            json_object_set_new(term, "@context", expected_terms(field->members));
        json_object_set_new(terms, field->name, term);
    }
    return terms;
}

/* Expects that the prefix of each term is defined. */
static void expect_prefixes(json_t *context, json_t *terms)
{
    const char *name;
    json_t *member;
    json_object_foreach(terms, name, member)
    {
        const char *text = json_string_value(member);
        const bool is_term = strcmp(name, "@id") == 0 || strcmp(name, "@reverse") == 0;
        if (text && is_term && strchr(text, ':'))
            cr_expect(json_string_value(json_object_getn(context, text, strcspn(text, ":"))), "%s",
                      text);
        expect_prefixes(context, member);
    }
}

Test(jsonld, the_context_defines_every_type_and_field_once)
{
    json_t *document = answer_json(&fixture, JSONLD_CONTEXT_PATH, 200, NULL);
    json_t *context = json_object_get(document, "@context");
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_type *type = record_types[i];
        char class[JSONLD_CONTEXT_CLASS_MAX];
        record_type_write_class(type, class, sizeof class);
        json_t *terms = expected_terms(type->fields);
        expect_equal(json_object_get(context, class),
                     json_pack("{ssso}", "@id", type->term, "@context", terms), class);
    }
    expect_prefixes(context, context);
    cr_expect_eq(json_object_size(document), 1);
    cr_expect_eq(json_object_size(context), TYPE_COUNT + 11, "2 keywords, 2 aliases, 7 prefixes");
    cr_expect_eq(json_number_value(json_object_get(context, "@version")), 1.1);
    cr_expect_str_eq(text_of(context, "@vocab"), JSONLD_CONTEXT_PATH "#");
    cr_expect_str_eq(text_of(context, "id"), "@id");
    cr_expect_str_eq(text_of(context, "type"), "@type");
    cr_expect_str_eq(text_of(context, "schema"), "https://schema.org/");
    cr_expect_str_eq(text_of(context, "skos"), "http://www.w3.org/2004/02/skos/core#");
    cr_expect_str_eq(text_of(context, "opengov"), "http://www.w3.org/ns/opengov#");
    cr_expect_str_eq(text_of(context, "org"), "http://www.w3.org/ns/org#");
    cr_expect_str_eq(text_of(context, "rdf"), "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    cr_expect_str_eq(text_of(context, "xsd"), "http://www.w3.org/2001/XMLSchema#");
    cr_expect_str_eq(text_of(context, "edtf"), "http://id.loc.gov/datatypes/edtf/");
    json_decref(document);
}

/* The terms of Popolo's own contexts (popoloproject.com/contexts). */
static const struct {
    const struct record_type *type;
    const char *path[3], *term;
} popolo_terms[] = {
    {&decision_type, {"text"}, "schema:text"},
    {&decision_type, {"movers"}, "schema:creator"},
    {&decision_type, {"result"}, "opengov:result"},
    {&decision_type, {"votes"}, "opengov:voteEvent"},
    {&decision_type, {"votes", "date"}, "schema:startDate"},
    {&decision_type, {"votes", "required"}, "opengov:requirement"},
    {&decision_type, {"votes", "result"}, "opengov:result"},
    {&decision_type, {"votes", "counts"}, "opengov:count"},
    {&decision_type, {"votes", "counts", "value"}, "rdf:value"},
    {&decision_type, {"votes", "ballots"}, "opengov:vote"},
    {&decision_type, {"votes", "ballots", "person"}, "schema:agent"},
    {&decision_type, {"votes", "ballots", "organization"}, "schema:agent"},
    {&decision_type, {"votes", "ballots", "option"}, "schema:option"},
    {&decision_type, {"votes", "ballots", "on_behalf_of"}, "opengov:onBehalfOf"},
    {&person_type, {"sort_name"}, "opengov:sortName"},
    {&person_type, {"attendance", "on_behalf_of"}, "opengov:onBehalfOf"},
    {&organization_type, {"kind"}, "org:classification"},
    {&organization_type, {"attendance", "on_behalf_of"}, "opengov:onBehalfOf"},
};

Test(jsonld, decisions_and_votes_have_the_terms_of_popolo)
{
    for (size_t i = 0; i < sizeof popolo_terms / sizeof *popolo_terms; i++) {
        struct field_list fields = popolo_terms[i].type->fields;
        const struct field *field = NULL;
        for (size_t j = 0; j < 3 && popolo_terms[i].path[j]; j++) {
            const char *name = popolo_terms[i].path[j];
            field = field_list_find(fields, name, strlen(name));
            cr_assert(field, "%s", name);
            fields = field->members;
        }
        cr_expect_str_eq(field->term, popolo_terms[i].term, "%s", field->name);
    }
}

/* Expects that all addresses in the answer to a request begin with that of the service. */
static void expect_addresses(const struct request *request, const char *address)
{
    static const char *const expected[][2] = {{"\"@vocab\":\"", "/b/context.jsonld#\""},
                                              {"\"id\":\"", "/b/papers/tides-at-night\""},
                                              {"[\"", "/b/people/b-berg\""}};
    struct response response;
    answer_request(&fixture, request, &response);
    buffer_append_byte(&response.body, '\0');
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char text[100];
        snprintf(text, sizeof text, "%s%s%s", expected[i][0], address, expected[i][1]);
        cr_expect(strstr(response.body.bytes, text), "%s: %s", text, response.body.bytes);
    }
    cr_expect_not(strstr(response.body.bytes, "\"/b/"), "%s", response.body.bytes);
    response_finish(&response);
}

Test(jsonld, addresses_are_complete_if_the_address_of_the_service_is_known)
{
    static const struct publication published = {.pages = PAGES_ON, .url = "https://example.org"};
    struct request request = {
        .target = "/papers/tides-at-night.jsonld", .base_path = "/b", .host = "localhost:8080"};
    expect_addresses(&request, "http://localhost:8080");
    request.https = true;
    expect_addresses(&request, "https://localhost:8080");
    request.publication = &published;
    expect_addresses(&request, "https://example.org");
}

Test(jsonld, a_file_and_the_context_have_the_same_vocabulary)
{
    const struct request request = {.target = JSONLD_CONTEXT_PATH, .host = "example.org"};
    struct response response;
    answer_request(&fixture, &request, &response);
    buffer_append_byte(&response.body, '\0');
    cr_expect(strstr(response.body.bytes, "\"@vocab\":\"http://example.org/context.jsonld#\""));
    cr_expect(response.varies_by_host);
    response_finish(&response);
}
