/* Pages of a collection and the links between them. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    TOTAL = 3 /* the people of the fixture */
};

/* Returns the offset in a link of a page, or -1 for null. */
static int64_t offset_of(json_t *page, const char *relation)
{
    json_t *links = json_object_get(page, "links");
    json_t *link = json_object_get(links, relation);
    cr_assert(link, "there is no %s", relation);
    if (json_is_null(link))
        return -1;
    cr_assert_eq(strncmp(json_string_value(link), "/people", 7), 0);
    const char *offset = strstr(json_string_value(link), "offset=");
    return offset ? strtoll(offset + 7, NULL, 10) : 0;
}

static void check_page(const struct archive_fixture *fixture, int64_t limit, int64_t offset)
{
    char target[80];
    struct response response;
    snprintf(target, sizeof target, "/people?limit=%" PRId64 "&offset=%" PRId64, limit, offset);
    json_t *page = answer_json(fixture, target, 200, &response);
    const int64_t left = offset < TOTAL ? TOTAL - offset : 0;
    const int64_t last = (TOTAL - 1) / limit * limit;
    cr_expect_eq((int64_t)json_array_size(json_object_get(page, "data")),
                 left < limit ? left : limit, "%s", target);
    cr_expect_eq(offset_of(page, "self"), offset, "%s", target);
    cr_expect_eq(offset_of(page, "first"), 0, "%s", target);
    cr_expect_eq(offset_of(page, "last"), last, "%s", target);
    cr_expect_eq(offset_of(page, "next"), offset + limit < TOTAL ? offset + limit : -1, "%s",
                 target);
    const int64_t previous = offset_of(page, "prev");
    cr_expect_eq(previous == -1, offset == 0, "%s", target);
    cr_expect_lt(previous, offset == 0 ? 0 : offset, "%s", target);
    cr_expect_leq(previous, last, "%s", target);
    cr_expect_str_eq(response_header(&response, "X-Total-Count"), "3");
    json_decref(page);
    response_finish(&response);
}

Test(listing, every_page_links_to_its_neighbours)
{
    static const int64_t limits[] = {1, 2, 3, 4, 100, 1000};
    static const int64_t offsets[] = {0, 1, 2, 3, 4, 5, 1000, INT64_C(1) << 53};
    struct archive_fixture fixture = load_two_meetings();
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        for (size_t j = 0; j < sizeof offsets / sizeof *offsets; j++)
            check_page(&fixture, limits[i], offsets[j]);
    archive_fixture_finish(&fixture);
}

Test(listing, following_next_visits_every_record_once)
{
    struct archive_fixture fixture = load_two_meetings();
    char next[200] = "/people?limit=1", seen[200] = "";
    while (*next) {
        json_t *page = answer_json(&fixture, next, 200, NULL);
        json_t *record = json_array_get(json_object_get(page, "data"), 0);
        strcat(strcat(seen, json_string_value(json_object_get(record, "id"))), " ");
        json_t *link = json_object_get(json_object_get(page, "links"), "next");
        snprintf(next, sizeof next, "%s", json_is_null(link) ? "" : json_string_value(link));
        json_decref(page);
    }
    cr_expect_str_eq(seen, "a-almada b-berg c-cruz ");
    archive_fixture_finish(&fixture);
}

Test(listing, links_and_the_link_header_agree)
{
    static const char *const relations[] = {"self", "first", "prev", "next", "last"};
    struct archive_fixture fixture = load_two_meetings();
    struct response response;
    json_t *page = answer_json(&fixture, "/people?limit=1&offset=1", 200, &response);
    char expected[1000] = "";
    for (size_t i = 0; i < 5; i++)
        sprintf(expected + strlen(expected), "%s<%s>; rel=\"%s\"", i ? ", " : "",
                json_string_value(json_object_get(json_object_get(page, "links"), relations[i])),
                relations[i]);
    cr_expect_eq(strncmp(response_header(&response, "Link"), expected, strlen(expected)), 0);
    json_decref(page);
    response_finish(&response);
    archive_fixture_finish(&fixture);
}

Test(listing, an_empty_list_is_an_empty_page)
{
    struct archive_fixture fixture = load_two_meetings();
    json_t *page = answer_json(&fixture, "/people/c-cruz/papers", 200, NULL);
    cr_expect_eq(json_array_size(json_object_get(page, "data")), 0);
    cr_expect_eq(json_integer_value(json_object_get(json_object_get(page, "meta"), "total")), 0);
    json_t *links = json_object_get(page, "links");
    cr_expect_str_eq(json_string_value(json_object_get(links, "last")), "/people/c-cruz/papers");
    cr_expect(json_is_null(json_object_get(links, "next")));
    json_decref(page);
    archive_fixture_finish(&fixture);
}
