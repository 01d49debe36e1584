/* /search, and q= of collections. */
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

TestSuite(search, .init = serve, .fini = stop_serving);

Test(search, best_hits_come_first_with_snippets_links_and_entity_tag)
{
    struct answer answer = client_get(&client, "/search?q=energy%20security&limit=2");
    json_error_t error;
    json_t *page = json_loads(answer.body, 0, &error), *hit;
    size_t index;
    double best = 1e9;
    cr_assert(page, "%s", error.text);
    json_array_foreach(json_object_get(page, "data"), index, hit)
    {
        const double score = json_number_value(json_object_get(hit, "score"));
        cr_expect_leq(score, best);
        cr_expect(strstr(json_string_value(json_object_get(hit, "snippet")), "<mark>"));
        json_t *record =
            client_get_json(&client, json_string_value(json_object_get(hit, "href")), 200);
        cr_expect_str_eq(json_string_value(json_object_get(record, "id")),
                         json_string_value(json_object_get(hit, "id")));
        json_decref(record);
        best = score;
    }
    cr_expect_eq(index, 2);
    cr_expect(answer_header(&answer, "X-Total-Count"));
    cr_expect(strstr(answer_header(&answer, "Link"),
                     "</search?q=energy%20security&limit=2&offset=2>; rel=\"next\""));
    cr_expect(answer_header(&answer, "ETag"));
    json_decref(page);
    answer_finish(&answer);
}

static json_int_t total_of(const char *path)
{
    json_t *page = client_get_json(&client, path, 200);
    const json_int_t total =
        json_integer_value(json_object_get(json_object_get(page, "meta"), "total"));
    json_decref(page);
    return total;
}

/* Each count of the facet `type` must be the total of both ways to search in that type. */
Test(search, type_facet_has_the_totals_of_the_search_and_of_the_collection)
{
    json_t *page = client_get_json(&client, "/search?q=multilateral", 200), *value;
    json_t *facets = json_object_get(json_object_get(page, "meta"), "facets");
    size_t index;
    json_int_t all = 0;
    json_array_foreach(json_object_get(facets, "type"), index, value)
    {
        char path[80];
        const char *type = json_string_value(json_object_get(value, "value"));
        const json_int_t count = json_integer_value(json_object_get(value, "count"));
        snprintf(path, sizeof path, "/search?q=multilateral&type=%s", type);
        cr_expect_eq(total_of(path), count, "%s", path);
        all += count;
        if (strcmp(type, "person") == 0)
            continue;
        snprintf(path, sizeof path, "/%ss?q=multilateral", type);
        cr_expect_eq(total_of(path), count, "%s", path);
    }
    cr_expect_geq(index, 3);
    cr_expect_eq(total_of("/search?q=multilateral"), all);
    json_decref(page);
}

Test(search, paper_is_found_by_its_presenter)
{
    json_t *page = client_get_json(&client, "/search?q=cotton&type=paper", 200);
    json_t *hit = json_array_get(json_object_get(page, "data"), 0);
    cr_expect_eq(strncmp(json_string_value(json_object_get(hit, "label")), "The Six Party", 13), 0);
    json_decref(page);
}

static void check_refused(const char *path, const char *parameter, const char *detail)
{
    json_t *problem = client_get_json(&client, path, 400);
    json_t *error = json_array_get(json_object_get(problem, "errors"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(error, "parameter")), parameter);
    cr_expect(strstr(json_string_value(json_object_get(error, "detail")), detail), "%s: %s", path,
              json_string_value(json_object_get(error, "detail")));
    json_decref(problem);
}

Test(search, invalid_search_is_400_with_a_hint)
{
    char path[1200] = "/search?q=";
    check_refused("/search", "q", "is missing");
    check_refused("/search?q=sea&type=papers", "type", "did you mean \"paper\"?");
    check_refused("/search?q=sea&type=", "type", "unknown type");
    check_refused("/search?q=sea&sort=title", "sort", "unknown parameter");
    check_refused("/search?q=sea&limit=-1", "limit", "0 to 1000");
    check_refused("/papers/1?q=sea", "q", "unknown parameter");
    for (int i = 0; i < 33; i++)
        sprintf(path + strlen(path), "a%d+", i);
    check_refused(path, "q", "more than 32 words");
    memset(path + 10, 'x', 1100);
    check_refused(path, "q", "longer than 1000 bytes");
    memcpy(path, "/papers?q=", 10);
    check_refused(path, "q", "longer than 1000 bytes");
}

Test(search, any_text_is_a_valid_query)
{
    static const char *const paths[] = {
        "/search?q=",         "/search?q=%22",      "/search?q=AND",
        "/search?q=-x",       "/search?q=%27%3B--", "/search?q=NEAR(a+b)",
        "/search?q=a*+(%22*", "/papers?q=%5Ea%3Ab", "/search?q=%F0%9F%8C%8A"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        json_decref(client_get_json(&client, paths[i], 200));
}

/* A word may be as long as the text that has it. */
static void write_long_words(const char *path, size_t records)
{
    static char word[1000 * 1000 + 1];
    FILE *file = fopen(path, "w");
    cr_assert(file);
    memset(word, 'a', sizeof word - 1);
    fputs("{\"events\": [", file);
    for (size_t i = 0; i < records; i++)
        fprintf(file, "%s{\"id\": \"e%zu\", \"title\": \"E\", \"description\": \"%s\"}",
                i ? ", " : "", i, word);
    fputs("]}", file);
    cr_assert_eq(fclose(file), 0);
}

Test(long_words, have_snippets_of_bounded_length)
{
    enum {
        RECORDS = 2 /* with sanitizers, many more take longer than a request may */
    };
    char path[] = "/tmp/rapporteur-words-XXXXXX";
    size_t index;
    json_t *hit;
    const int file = mkstemp(path);
    cr_assert_geq(file, 0);
    close(file);
    write_long_words(path, RECORDS);
    server_start(&served, (const char *const[]){"--data", path, "--idle-seconds", "3600", NULL});
    client_init(&client, served.url);
    unlink(path);
    json_t *page = client_get_json(&client, "/search?q=aaa*", 200);
    json_t *hits = json_object_get(page, "data");
    cr_expect_eq(json_array_size(hits), RECORDS);
    json_array_foreach(hits, index, hit)
    {
        const char *snippet = json_string_value(json_object_get(hit, "snippet"));
        cr_assert(snippet);
        cr_expect_lt(strlen(snippet), 2100);
        cr_expect(strstr(snippet, "<mark>aaa") == snippet);
        cr_expect(strstr(snippet, "aaa</mark>\xe2\x80\xa6"));
    }
    json_decref(page);
    stop_serving();
}
