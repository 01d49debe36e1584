#include "archive_fixture.h"
#include "routes.h"

#include <criterion/criterion.h>

static struct archive_fixture fixture;

static void start(void)
{
    fixture = load_two_meetings();
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(service, .init = start, .fini = stop);

Test(service, the_document_counts_the_records)
{
    json_t *service = answer_json(&fixture, "/", 200, NULL), *collection;
    size_t index, count;
    const struct collection *collections = archive_collections(fixture.archive, &count);
    json_array_foreach(json_object_get(service, "collections"), index, collection)
    {
        cr_expect_str_eq(text_of(collection, "name"), collections[index].name);
        cr_expect_eq(json_integer_value(json_object_get(collection, "count")),
                     (json_int_t)collections[index].count);
    }
    cr_expect_eq(index, count);
    json_t *data = json_object_get(service, "data");
    cr_expect_str_eq(text_of(data, "sha256"), archive_version(fixture.archive).sha256);
    cr_expect_eq(json_integer_value(json_object_get(data, "records")), 22);
    json_decref(service);
}

/* Expects that the links of a document to routes of the service are below the base path. */
static void expect_links(const char *base_path)
{
    static const struct publication publication = {.pages = PAGES_ON, .url = "https://example.org"};
    const struct request request = {
        .target = "/", .base_path = base_path, .publication = &publication};
    struct response response;
    size_t count, expected = 1;
    char path[100];
    answer_request(&fixture, &request, &response);
    json_t *service = json_loadb(response.body.bytes, response.body.length, 0, NULL);
    json_t *links = json_object_get(service, "links");
    for (size_t i = 1; i < routes.count; i++) {
        if (routes.at[i].subject != ROUTE_SERVICE)
            continue;
        snprintf(path, sizeof path, "%s%s", base_path ? base_path : "", routes.at[i].pattern);
        cr_expect_str_eq(text_of(links, routes.at[i].name), path);
        expected++;
    }
    snprintf(path, sizeof path, "%s/", base_path ? base_path : "");
    cr_expect_str_eq(text_of(links, "self"), path);
    cr_expect_eq(json_object_size(links), expected);
    const struct collection *collections = archive_collections(fixture.archive, &count);
    for (size_t i = 0; i < count; i++) {
        json_t *collection = json_array_get(json_object_get(service, "collections"), i);
        snprintf(path, sizeof path, "%s/%s", base_path ? base_path : "", collections[i].name);
        cr_expect_str_eq(text_of(collection, "href"), path);
        cr_expect_str_eq(text_of(collection, "type"), collections[i].type->name);
        cr_expect_str_eq(text_of(collection, "documentation"), collections[i].documentation);
    }
    json_decref(service);
    response_finish(&response);
}

Test(service, the_document_has_no_link_to_what_needs_a_public_address_that_is_unknown)
{
    const struct request request = {.target = "/", .host = "localhost"};
    struct response response;
    answer_request(&fixture, &request, &response);
    json_t *service = json_loadb(response.body.bytes, response.body.length, 0, NULL);
    json_t *links = json_object_get(service, "links");
    cr_expect(!json_object_get(links, "sitemap"));
    cr_expect(json_object_get(links, "robots"));
    json_decref(service);
    response_finish(&response);
}

Test(service, the_document_links_to_every_path_and_collection)
{
    expect_links(NULL);
    expect_links("/record");
}

Test(service, the_version_of_the_data_is_the_first_12_digits_of_their_hash)
{
    json_t *service = answer_json(&fixture, "/", 200, NULL);
    json_t *page = answer_json(&fixture, "/papers", 200, NULL);
    const char *version = text_of(json_object_get(service, "data"), "version");
    cr_expect_eq(strlen(version), 12);
    cr_expect_eq(strncmp(version, archive_version(fixture.archive).sha256, 12), 0);
    cr_expect_str_eq(text_of(json_object_get(page, "meta"), "version"), version);
    json_decref(service);
    json_decref(page);
}

Test(service, the_catalogue_lists_the_descriptions_with_their_types)
{
    const struct request request = {.target = "/.well-known/api-catalog", .base_path = "/record"};
    struct response response;
    char path[100];
    size_t expected = 1;
    answer_request(&fixture, &request, &response);
    json_t *catalog = json_loadb(response.body.bytes, response.body.length, 0, NULL);
    json_t *linkset = json_array_get(json_object_get(catalog, "linkset"), 0);
    cr_expect_str_eq(text_of(linkset, "anchor"), "/record/");
    for (size_t i = 0; i < routes.count; i++) {
        const struct route *route = &routes.at[i];
        if (!route->rel || strcmp(route->rel, "api-catalog") == 0)
            continue;
        json_t *link = json_array_get(json_object_get(linkset, route->rel), 0);
        snprintf(path, sizeof path, "/record%s", route->pattern);
        cr_expect_str_eq(text_of(link, "href"), path);
        cr_expect_str_eq(text_of(link, "type"), route->media_type);
        cr_expect_str_eq(text_of(link, "title"), route->documentation);
        expected++;
    }
    cr_expect_eq(json_object_size(linkset), expected);
    json_decref(catalog);
    response_finish(&response);
}
