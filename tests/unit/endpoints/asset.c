#include "archive_fixture.h"
#include "looks/looks.h"

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

TestSuite(asset, .init = start, .fini = stop);

static struct response answer(const char *target)
{
    const struct request request = {.method = METHOD_GET, .target = target, .accept = "*/*"};
    struct response response;
    answer_request(&fixture, &request, &response);
    return response;
}

static const char *header(const struct response *response, const char *name)
{
    const char *value = response_header(response, name);
    return value ? value : "none";
}

static void expect_asset(const char *version, const char *name, const char *media_type,
                         const unsigned char *bytes, size_t length)
{
    char target[200];
    snprintf(target, sizeof target, "/assets/%s/%s", version, name);
    struct response response = answer(target);
    cr_expect_eq(response.status, 200, "%s", target);
    cr_expect_str_eq(header(&response, "Content-Type"), media_type);
    cr_expect_str_eq(header(&response, "Cache-Control"), "public, max-age=31536000, immutable");
    cr_expect_str_eq(header(&response, "Vary"), "Accept-Encoding");
    cr_expect_neq(strcmp(header(&response, "ETag"), "none"), 0);
    cr_expect_eq(response.body.length, length);
    cr_expect_eq(memcmp(response.body.bytes, bytes, length), 0, "%s", target);
    response_finish(&response);
}

Test(asset, files_of_the_looks_are_cacheable_for_a_year_under_versioned_names)
{
    for (const struct looks_file *file = looks_files; file->name; file++)
        expect_asset(looks_version, file->name, file->media_type, file->bytes, file->length);
}

Test(asset, a_file_of_another_version_is_404)
{
    static const char *const targets[] = {"/assets/000000000000/site.css", "/assets/x/../app.js"};
    for (size_t i = 0; i < 2; i++) {
        struct response response = answer(targets[i]);
        cr_expect_eq(response.status, 404, "%s", targets[i]);
        cr_expect_str_eq(header(&response, "Cache-Control"), "public, no-cache");
        response_finish(&response);
    }
}

/* Expects an answer to a stylesheet of the looks' version. */
static void expect_stylesheet(const char *name, unsigned status, const char *body)
{
    char target[200];
    snprintf(target, sizeof target, "/assets/%s/%s", looks_version, name);
    struct response response = answer(target);
    buffer_append_byte(&response.body, '\0');
    cr_expect_eq(response.status, status, "%s", name);
    if (body)
        cr_expect_str_eq(response.body.bytes, body);
    response_finish(&response);
}

Test(asset, a_colour_in_the_name_of_a_stylesheet_is_the_accent)
{
    static const char *const others[] = {
        "accent-a3290g.css", "accent-a3290.css",  "accent-a3290f1.css", "accent_a3290f.css",
        "accent-a3290f.csx", "accent-a3290fxcss", "accent-.css",        "accent-a3290f.css.css"};
    expect_stylesheet("accent-a3290f.css", 200,
                      ":root { --accent: #a3290f; --accent-dark: color-mix(in srgb, #a3290f 55%, "
                      "white); }\n");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        expect_stylesheet(others[i], 404, NULL);
    struct response response = answer("/assets/000000000000/accent-a3290f.css");
    cr_expect_eq(response.status, 404);
    response_finish(&response);
}

/* Browsers request the icon at this path for files that are not pages. */
Test(asset, the_icon_is_also_at_a_path_without_a_version)
{
    struct response response = answer("/favicon.svg");
    cr_expect_eq(response.status, 200);
    cr_expect_str_eq(header(&response, "Content-Type"), "image/svg+xml");
    cr_expect_neq(strcmp(header(&response, "ETag"), "none"), 0);
    cr_expect(strstr(header(&response, "Cache-Control"), "no-cache"));
    cr_expect_eq(strncmp(response.body.bytes, "<svg ", 5), 0);
    response_finish(&response);
}
