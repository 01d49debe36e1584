/* Files that programs request at fixed paths. */
#include "discovery/discovery.h"

#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct publication known = {.pages = PAGES_ON, .url = "https://example.org"};
static const struct publication suffixed = {.pages = PAGES_SUFFIX, .url = "https://example.org"};

/* Returns the body of the answer, which the caller frees. Takes the archive. */
static char *answer(struct archive *archive, const struct request *request,
                    struct response *ret_response)
{
    struct archive_fixture fixture = archive_fixture_create(archive);
    answer_request(&fixture, request, ret_response);
    buffer_append_byte(&ret_response->body, '\0');
    char *body = strdup(ret_response->body.bytes);
    cr_assert(body);
    archive_fixture_finish(&fixture);
    return body;
}

static void expect_body(const struct request *request, const char *expected)
{
    struct response response;
    char *body = answer(load_text("{'topics': [{'id': 't', 'label': 'T'}]}"), request, &response);
    cr_expect_eq(response.status, 200);
    cr_expect_str_eq(body, expected);
    free(body);
    response_finish(&response);
}

Test(discovery, robots_are_kept_from_searches_and_led_to_the_sitemap)
{
    const struct request request = {
        .target = "/robots.txt", .base_path = "/base", .publication = &known};
    const struct request unknown = {.target = "/robots.txt"};
    expect_body(&request, "User-agent: *\nDisallow: /base/search\nDisallow: /base/*?\n\n"
                          "Sitemap: https://example.org/base/sitemap.xml\n");
    expect_body(&unknown, "User-agent: *\nDisallow: /search\nDisallow: /*?\n");
}

#define BEGIN "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NAMESPACE " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"

Test(discovery, sitemap_has_the_home_page_each_collection_and_each_record)
{
    static const struct publication *const publications[] = {&known, &suffixed};
    static const char *const records[] = {"/topics/t</loc>", "/topics/t.html</loc>"};
    static const char *const homes[] = {"org/base/</loc>", "org/base/index.html</loc>"};
    for (size_t i = 0; i < 2; i++) {
        const struct request request = {
            .target = "/sitemap.xml", .base_path = "/base", .publication = publications[i]};
        struct response response;
        char *body =
            answer(load_text("{'topics': [{'id': 't', 'label': 'T'}]}"), &request, &response);
        cr_expect_eq(strncmp(body, BEGIN "<urlset" NAMESPACE, strlen(BEGIN "<urlset" NAMESPACE)),
                     0);
        cr_expect(strstr(body, records[i]), "%s", body);
        cr_expect(strstr(body, homes[i]), "%s", body);
        cr_expect(strstr(body, "<url><loc>https://example.org/base/meetings"), "%s", body);
        cr_expect(strstr(body, "</urlset>\n"));
        free(body);
        response_finish(&response);
    }
}

/* Returns an archive with `count` topics. */
static struct archive *load_topics(size_t count)
{
    char *text = calloc(1, 40 * count + 100), *at = text;
    cr_assert(text);
    at += sprintf(at, "{'topics': [");
    for (size_t i = 0; i < count; i++)
        at += sprintf(at, "%s{'id': 't%zu', 'label': 'T'}", i ? "," : "", i);
    sprintf(at, "]}");
    struct archive *archive = load_text(text);
    free(text);
    return archive;
}

static size_t count_of(const char *body, const char *part)
{
    size_t count = 0;
    for (; (body = strstr(body, part)); body++)
        count++;
    return count;
}

Test(discovery, sitemap_over_the_limit_has_parts_that_together_have_each_address_once)
{
    struct archive_fixture fixture =
        archive_fixture_create(load_topics((size_t)2 * SITEMAP_URLS_MAX));
    size_t urls = 0, collections;
    archive_collections(fixture.archive, &collections);
    cr_expect_eq(sitemap_part_count(fixture.archive), 3);
    for (int part = 0; part <= 4; part++) {
        char target[60] = "/sitemap.xml";
        if (part)
            snprintf(target, sizeof target, "/sitemap-%d.xml", part);
        const struct request request = {.target = target, .publication = &known};
        struct response response;
        answer_request(&fixture, &request, &response);
        buffer_append_byte(&response.body, '\0');
        cr_expect_eq(response.status, part == 4 ? 404 : 200, "%s", target);
        if (part == 0) {
            cr_expect_eq(count_of(response.body.bytes, "<sitemap><loc>"), 3);
            cr_expect(strstr(response.body.bytes, "<loc>https://example.org/sitemap-3.xml</loc>"));
        } else {
            const size_t count = count_of(response.body.bytes, "<url><loc>");
            cr_expect_leq(count, SITEMAP_URLS_MAX);
            urls += count;
        }
        if (part == 1)
            cr_expect(strstr(response.body.bytes, "/topics/t0</loc>"));
        if (part == 3)
            cr_expect(strstr(response.body.bytes, "/topics/t19999</loc>"));
        response_finish(&response);
    }
    cr_expect_eq(urls, 1 + collections + (size_t)2 * SITEMAP_URLS_MAX);
    archive_fixture_finish(&fixture);
}

Test(discovery, addresses_are_those_of_the_host_if_the_public_one_is_unknown)
{
    struct response response;
    const struct request request = {.target = "/sitemap.xml", .host = "localhost:8080"};
    char *body = answer(load_topics(1), &request, &response);
    cr_expect(strstr(body, "<loc>http://localhost:8080/</loc>"), "%s", body);
    cr_expect(response.varies_by_host);
    free(body);
    response_finish(&response);
}

/* The client chooses the host, so it may be anything. */
Test(discovery, a_host_that_is_no_plain_name_is_not_written)
{
    static const char *const hosts[] = {NULL, "", "a<b", "a\"b", "a/b"};
    static const char *const targets[] = {"/sitemap.xml", "/opensearch.xml"};
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        for (size_t j = 0; j < 2; j++) {
            struct response response;
            const struct request request = {.target = targets[j], .host = hosts[i]};
            free(answer(load_topics(1), &request, &response));
            cr_expect_eq(response.status, 404, "%s", hosts[i]);
            response_finish(&response);
        }
}

Test(discovery, browsers_learn_how_to_search)
{
    static const struct publication off = {.pages = PAGES_OFF, .url = "https://example.org"};
    static const struct {
        const struct publication *publication;
        const char *url;
    } cases[] = {{&known, "<Url type=\"text/html\" "
                          "template=\"https://example.org/base/search?q={searchTerms}\"/>"},
                 {&suffixed, "<Url type=\"text/html\" "
                             "template=\"https://example.org/base/search.html?q={searchTerms}\"/>"},
                 {&off, "<Url type=\"application/json\" "
                        "template=\"https://example.org/base/search?q={searchTerms}\"/>"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response;
        const struct request request = {
            .target = "/opensearch.xml", .base_path = "/base", .publication = cases[i].publication};
        char *body = answer(load_topics(1), &request, &response);
        cr_expect(strstr(body, cases[i].url), "%s", body);
        cr_expect(strstr(body, "<ShortName>rapporteur</ShortName>"), "%s", body);
        free(body);
        response_finish(&response);
    }
}

Test(discovery, manifest_leads_to_the_home_page_and_the_icon)
{
    struct response response;
    const struct request request = {.target = "/manifest.webmanifest", .base_path = "/base"};
    char *body = answer(load_topics(1), &request, &response);
    json_t *json = json_loads(body, 0, NULL);
    cr_assert(json, "%s", body);
    cr_expect_str_eq(text_of(json, "start_url"), "/base/");
    const char *icon = text_of(json_array_get(json_object_get(json, "icons"), 0), "src");
    cr_expect_eq(strncmp(icon, "/base/assets/", 13), 0, "%s", icon);
    json_decref(json);
    free(body);
    response_finish(&response);
}
