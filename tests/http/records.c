/* The shipped record as a client sees it. */
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(records, .init = serve, .fini = stop_serving);

static void follow(json_t *seen, json_t *json);

/* Expects that a path resolves; follows the links in the answer if that is application/json. */
static void follow_link(json_t *seen, const char *path)
{
    struct answer answer = client_get(&client, path);
    cr_expect_eq(answer.status, 200, "%s answers %ld", path, answer.status);
    if (strcmp(answer_header(&answer, "Content-Type"), "application/json") == 0) {
        json_t *next = json_loadb(answer.body, answer.length, JSON_REJECT_DUPLICATES, NULL);
        cr_assert(next, "%s is not JSON", path);
        follow(seen, next);
        json_decref(next);
    }
    answer_finish(&answer);
}

/* Requests every path in a JSON value, that is every member that begins with "/", once. */
static void follow(json_t *seen, json_t *json)
{
    const char *key;
    json_t *value;
    size_t index;
    json_array_foreach(json, index, value) follow(seen, value);
    json_object_foreach(json, key, value)
    {
        const char *text = json_string_value(value);
        if (!text || text[0] != '/' || json_object_get(seen, text)) {
            follow(seen, value);
            continue;
        }
        json_object_set_new(seen, text, json_true());
        follow_link(seen, text);
    }
}

Test(records, every_link_reachable_from_the_service_document_resolves)
{
    json_t *seen = json_object();
    json_t *service = client_get_json(&client, "/", 200);
    follow(seen, service);
    cr_expect_gt(json_object_size(seen), 500);
    json_decref(service);
    json_decref(seen);
}

/* Returns the number of records on all pages of a path. */
static json_int_t count_by_pages(const char *path, int limit)
{
    char next[256];
    json_int_t count = 0;
    snprintf(next, sizeof next, "%s?limit=%d", path, limit);
    while (*next) {
        json_t *page = client_get_json(&client, next, 200);
        count += (json_int_t)json_array_size(json_object_get(page, "data"));
        const char *link =
            json_string_value(json_object_get(json_object_get(page, "links"), "next"));
        snprintf(next, sizeof next, "%s", link ? link : "");
        json_decref(page);
    }
    return count;
}

Test(records, all_pages_have_as_many_records_as_the_service_document_counts)
{
    json_t *service = client_get_json(&client, "/", 200), *collection;
    size_t index;
    json_array_foreach(json_object_get(service, "collections"), index, collection)
    {
        const char *path = json_string_value(json_object_get(collection, "href"));
        const json_int_t count = json_integer_value(json_object_get(collection, "count"));
        cr_expect_eq(count_by_pages(path, 1), count, "%s", path);
        cr_expect_eq(count_by_pages(path, 7), count, "%s", path);
    }
    json_decref(service);
}

static const char *label_of(json_t *record, const char *list)
{
    return json_string_value(
        json_object_get(json_array_get(json_object_get(record, list), 0), "label"));
}

Test(records, third_session_has_its_six_presentations_in_order)
{
    static const char *const presenters[] = {"James Cotton",  "Tanya Ogilvie-White",
                                             "Hideya Kurata", "Seung-bae Yeo",
                                             "Shen Shishun",  "Jo Kyong Wan"};
    json_t *page = client_get_json(&client, "/sessions/3/papers", 200), *paper;
    size_t index;
    json_array_foreach(json_object_get(page, "data"), index, paper)
    {
        cr_expect_eq(json_integer_value(json_object_get(paper, "position")), (json_int_t)index + 1);
        cr_expect_str_eq(label_of(paper, "presenters"), presenters[index]);
    }
    cr_expect_eq(index, 6);
    json_decref(page);
}

Test(records, counts_match_those_of_the_source)
{
    static const struct {
        const char *path;
        json_int_t count;
    } cases[] = {{"/sessions", 5},          {"/papers", 15},
                 {"/proposals", 15},        {"/people?limit=1000", 22},
                 {"/documents", 1},         {"/speakers/tj-pempel/papers", 1},
                 {"/sessions/1/papers", 3}, {"/sessions/2/papers", 3},
                 {"/sessions/4/papers", 3}, {"/sessions/5/papers", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *page = client_get_json(&client, cases[i].path, 200);
        cr_expect_eq(json_integer_value(json_object_get(json_object_get(page, "meta"), "total")),
                     cases[i].count, "%s", cases[i].path);
        json_decref(page);
    }
}

Test(records, popolo_has_its_media_type_validators_and_an_answer_to_head)
{
    static const char *const paths[] = {"/people.popolo.json", "/people/tj-pempel.popolo.json",
                                        "/organizations.popolo.json?kind=committee",
                                        "/decisions.popolo.json"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        char field[100];
        struct answer answer = client_get(&client, paths[i]);
        struct answer head = client_send(&client, "HEAD", paths[i]);
        char *tag = header_of(&answer, "ETag");
        snprintf(field, sizeof field, "If-None-Match: %s", tag);
        struct answer current = get_with(paths[i], field);
        cr_expect_eq(answer.status, 200, "%s", paths[i]);
        cr_expect_str_eq(answer_header(&answer, "Content-Type"), "application/vnd.popolo+json");
        cr_expect_eq(head.status, 200, "%s", paths[i]);
        cr_expect_eq(head.length, 0);
        char *head_tag = header_of(&head, "ETag");
        cr_expect_str_eq(head_tag, tag);
        cr_expect_eq(current.status, 304, "%s", paths[i]);
        free(tag);
        free(head_tag);
        answer_finish(&answer);
        answer_finish(&head);
        answer_finish(&current);
    }
}
