#include "dashboard/dashboard.h"
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct archive_fixture fixture;

static void start(void)
{
    fixture = load_two_meetings();
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(dashboard, .init = start, .fini = stop);

static struct response answer(const char *target, const char *accept)
{
    const struct request request = {.method = METHOD_GET, .target = target, .accept = accept};
    struct response response;
    answer_request(&fixture, &request, &response);
    return response;
}

static const char *header(const struct response *response, const char *name)
{
    const char *value = response_header(response, name);
    return value ? value : "none";
}

/* A build without the dashboard has only the service document. */
Test(dashboard, browsers_get_it_and_other_clients_get_the_service_document)
{
    static const struct {
        const char *accept;
        bool page;
    } cases[] = {
        {"text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", true},
        {"text/html", true},
        {"application/json;q=0.5, text/html", true},
        {"application/json, text/html;q=0.5", false},
        {"text/html, application/json", false},
        {"application/json", false},
        {"*/*", false},
        {NULL, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response = answer("/", cases[i].accept);
        const char *type = cases[i].page && dashboard_page.length ? "text/html; charset=utf-8"
                                                                  : "application/json";
        if (response.status == 200)
            cr_expect_str_eq(header(&response, "Content-Type"), type, "%s", cases[i].accept);
        cr_expect(response.status == 200 || dashboard_page.length == 0, "%s", cases[i].accept);
        cr_expect_str_eq(header(&response, "Vary"), "Accept, Accept-Encoding");
        response_finish(&response);
    }
}

Test(dashboard, its_page_loads_only_from_its_origin_and_has_no_inline_code)
{
    if (dashboard_page.length == 0)
        cr_skip_test("this build leaves the dashboard out");
    struct response response = answer("/", "text/html");
    const char *policy = header(&response, "Content-Security-Policy");
    cr_expect(strstr(policy, "default-src 'self'"), "%s", policy);
    cr_expect(!strstr(policy, "unsafe"), "%s", policy);
    cr_expect_str_eq(header(&response, "Referrer-Policy"), "same-origin");
    cr_expect_str_eq(header(&response, "Cache-Control"), "public, no-cache");
    buffer_append_byte(&response.body, '\0');
    cr_expect(!strstr(response.body.bytes, "//"), "the page has a URL with a host");
    cr_expect(!strstr(response.body.bytes, "style="));
    cr_expect(!strstr(response.body.bytes, "<script>"));
    response_finish(&response);
}

/* Returns the page for a base path, terminated by a NUL. The caller finishes the response. */
static const char *get_page(const char *base_path, struct response *ret_response)
{
    const struct request request = {
        .method = METHOD_GET, .target = "/", .accept = "text/html", .base_path = base_path};
    answer_request(&fixture, &request, ret_response);
    cr_assert_eq(ret_response->status, 200);
    buffer_append_byte(&ret_response->body, '\0');
    return ret_response->body.bytes;
}

static size_t count_links(const char *page, const char *prefix)
{
    static const char *const attributes[] = {"href=\"", "src=\""};
    size_t count = 0;
    for (size_t i = 0; i < 2; i++)
        for (const char *at = page; (at = strstr(at, attributes[i]));) {
            at += strlen(attributes[i]);
            count += strncmp(at, prefix, strlen(prefix)) == 0;
        }
    return count;
}

Test(dashboard, its_page_loads_every_file_below_the_base_path)
{
    struct response plain, based;
    char assets[80];
    if (dashboard_page.length == 0)
        cr_skip_test("this build leaves the dashboard out");
    const char *page = get_page(NULL, &plain);
    cr_expect_eq(memcmp(page, dashboard_page.bytes, dashboard_page.length), 0);
    snprintf(assets, sizeof assets, "assets/%s/", dashboard_version);
    const size_t files = count_links(page, assets);
    cr_expect_gt(files, 5);
    page = get_page("/record", &based);
    snprintf(assets, sizeof assets, "/record/assets/%s/", dashboard_version);
    cr_expect_eq(count_links(page, assets), files);
    cr_expect_eq(count_links(page, "/record/meetings"), 1);
    cr_expect_eq(count_links(page, "assets/"), 0);
    cr_expect_str_eq(page + strlen(page) - 8, "</html>\n");
    response_finish(&plain);
    response_finish(&based);
}
