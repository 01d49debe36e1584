/* The files of an export are the URLs that the server answers, each once. */
#include "site.h"

#include "archive_fixture.h"
#include "formats/format.h"
#include "looks/looks.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct publication publication = {
    .pages = PAGES_SUFFIX, .files = true, .url = "https://example.org"};
static struct archive_fixture fixture;
static json_t *visited; /* targets, with the names of their files */

static void set_up(void)
{
    fixture = load_two_meetings();
    visited = json_object();
}

static void tear_down(void)
{
    json_decref(visited);
    archive_fixture_finish(&fixture);
}

TestSuite(site, .init = set_up, .fini = tear_down);

/* Returns the suffix of a target, or "" if it has none. */
static const char *extension(const char *target)
{
    if (strcmp(target, "/documents/d.csv") == 0) /* an id */
        return "";
    const char *dot = strchr(strrchr(target, '/'), '.');
    return dot ? dot : "";
}

/* Expects that the target is answered and that the file has the name of its type. */
static bool expect_answered(void *context, const struct site_file *file)
{
    const struct request request = {.target = file->target, .publication = &publication};
    struct response response;
    (void)context;
    answer_request(&fixture, &request, &response);
    const char *type = response_header(&response, "Content-Type");
    cr_expect_eq(response.status == 200 || response.status == 300, true, "%s: %u", file->target,
                 response.status);
    if (*extension(file->target))
        cr_expect(!file->file_name, "%s", file->target);
    else
        cr_expect_str_eq(file->file_name,
                         strncmp(type, "text/html", 9) == 0 ? "index.html" : "_index.json",
                         "%s: %s", file->target, type);
    cr_expect(!json_object_get(visited, file->target), "%s is visited twice", file->target);
    json_object_set_new(visited, file->target, json_true());
    response_finish(&response);
    return true;
}

static void expect_links_visited(json_t *json)
{
    static const char *const of_the_moment[] = {"/livez", "/readyz", "/metrics", "/search"};
    const char *text = json_string_value(json), *name;
    json_t *member;
    size_t i;
    bool is_file = text && *text == '/' && !strchr(text, '?');
    for (i = 0; is_file && i < sizeof of_the_moment / sizeof *of_the_moment; i++)
        is_file = strcmp(text, of_the_moment[i]) != 0;
    if (is_file)
        cr_expect(json_object_get(visited, text), "%s is not visited", text);
    json_array_foreach(json, i, member) expect_links_visited(member);
    json_object_foreach(json, name, member) expect_links_visited(member);
}

/* Expects that a target with each suffix is visited if and only if the server answers it. */
static void expect_formats_visited(const char *target)
{
    const struct format *format;
    for (size_t i = 0; (format = format_at(i)); i++) {
        char other[300];
        struct response response;
        snprintf(other, sizeof other, "%s%s", target, format->suffix);
        get_answer(&fixture, other, &response);
        cr_expect_eq(json_object_get(visited, other) != NULL, response.status == 200, "%s: %u",
                     other, response.status);
        response_finish(&response);
    }
}

static void expect_all_visited(void)
{
    const char *target;
    json_t *value;
    cr_expect(site_visit(fixture.archive, &publication, expect_answered, NULL));
    json_object_foreach(visited, target, value)
    {
        struct response response;
        if (*extension(target))
            continue;
        get_answer(&fixture, target, &response);
        json_t *json = json_loadb(response.body.bytes, response.body.length, 0, NULL);
        expect_links_visited(json);
        if (strcmp(target, "/") != 0 && response_header(&response, "X-Total-Count"))
            expect_formats_visited(target);
        json_decref(json);
        response_finish(&response);
    }
}

static void expect_asset_visited(const char *version, const char *name)
{
    char target[200];
    snprintf(target, sizeof target, "/assets/%s/%s", version, name);
    cr_expect(json_object_get(visited, target), "%s", target);
}

Test(site, every_link_and_every_format_of_a_list_is_a_file)
{
    expect_all_visited();
    cr_expect(json_object_get(visited, "/index.html"));
    cr_expect(json_object_get(visited, "/search-index.json"));
    for (const struct looks_file *file = looks_files; file->name; file++)
        expect_asset_visited(looks_version, file->name);
}

Test(site, a_text_is_a_file_if_the_document_has_one)
{
    archive_fixture_finish(&fixture);
    fixture = archive_fixture_create(load_path(source_path("data/examples")));
    cr_expect(site_visit(fixture.archive, &publication, expect_answered, NULL));
    cr_expect(json_object_get(visited, "/documents/port-fable-2031-03-11-minutes.txt"));
    cr_expect_null(json_object_get(visited, "/documents/lamp-slides.txt"));
    cr_expect_null(json_object_get(visited, "/documents.txt"));
}

/* Expects that a record has a file under its number if and only if this names only the record. */
static void expect_number_visited(const struct collection *collection, const struct record *record)
{
    char target[200];
    struct response response;
    const struct value *number = record_value(record, ROLE_NUMBER);
    if (!number->count)
        return;
    snprintf(target, sizeof target, "/%s/%lld", collection->name, (long long)number->integer);
    get_answer(&fixture, target, &response);
    cr_expect_eq(json_object_get(visited, target) != NULL, response.status == 200, "%s: %u", target,
                 response.status);
    response_finish(&response);
}

Test(site, a_record_is_a_file_under_its_id_and_its_number_in_every_format)
{
    size_t count;
    expect_all_visited();
    const struct collection *collections = archive_collections(fixture.archive, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < collections[i].count; j++) {
            char target[200];
            const struct record *record = collections[i].records[j];
            snprintf(target, sizeof target, "/%s/%s", collections[i].name, record_id(record));
            cr_expect(json_object_get(visited, target), "%s", target);
            expect_formats_visited(target);
            expect_number_visited(&collections[i], record);
        }
    cr_expect(json_object_get(visited, "/papers/1/presenters.csv"));
    cr_expect(!json_object_get(visited, "/sessions/1"), "two sessions have this number");
}

Test(site, an_id_that_another_record_has_with_a_suffix_is_a_file_of_that_record)
{
    archive_fixture_finish(&fixture);
    fixture = archive_fixture_create(
        load_text("{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]},"
                  " {'id': 'd.csv', 'title': 'E', 'sources': [{'document': 'd'}]}],"
                  " 'papers': [], 'meetings': [{'id': '7', 'number': 8, 'name': 'M',"
                  " 'status': 'held', 'sources': [{'document': 'd'}]},"
                  " {'id': 'n', 'number': 7, 'name': 'N', 'status': 'held',"
                  " 'sources': [{'document': 'd'}]}]}"));
    expect_all_visited();
    cr_expect(json_object_get(visited, "/documents/d.csv.csv"));
    cr_expect(json_object_get(visited, "/documents/d.csv/meeting"));
    cr_expect(json_object_get(visited, "/meetings/8"));
}

struct countdown {
    size_t left, visits;
};

static bool count_down(void *context, const struct site_file *file)
{
    struct countdown *countdown = context;
    (void)file;
    countdown->visits++;
    return countdown->left-- > 0;
}

Test(site, a_visitor_can_stop_at_every_file)
{
    struct countdown all = {SIZE_MAX, 0};
    cr_assert(site_visit(fixture.archive, &publication, count_down, &all));
    cr_assert_gt(all.visits, 500);
    for (size_t i = 0; i < all.visits; i++) {
        struct countdown some = {i, 0};
        cr_expect(!site_visit(fixture.archive, &publication, count_down, &some));
        cr_expect_eq(some.visits, i + 1);
    }
}
