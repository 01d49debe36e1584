/* Searches in texts of many scripts and languages, of tests/cases/search. */
#include "../source_path.h"
#include "client.h"
#include "server.h"

#include <criterion/criterion.h>
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct test_server server;
static struct client client;

static void start(void)
{
    char data[600];
    snprintf(data, sizeof data, "%s", source_path("tests/cases/search/record.json"));
    server_start(&server, (const char *[]){"--data", data, NULL});
    client_init(&client, server.url);
}

static void stop(void)
{
    client_finish(&client);
    cr_expect_eq(server_stop(&server), 0);
}

TestSuite(search_scripts, .init = start, .fini = stop);

/* Replaces each occurrence of a text by one that is not longer. */
static void replace(char *text, const char *from, const char *to)
{
    for (char *at = text; (at = strstr(at, from)) != NULL; at += strlen(to)) {
        memmove(at + strlen(to), at + strlen(from), strlen(at + strlen(from)) + 1);
        memcpy(at, to, strlen(to));
    }
}

/* Returns the page of a search. */
static json_t *search_for(const char *q)
{
    char path[4000];
    char *escaped = curl_easy_escape(NULL, q, 0);
    snprintf(path, sizeof path, "/search?q=%s", escaped);
    curl_free(escaped);
    return client_get_json(&client, path, 200);
}

static void check_snippet(const char *q, const json_t *hit, const char *expected)
{
    char snippet[400];
    snprintf(snippet, sizeof snippet, "%s", json_string_value(json_object_get(hit, "snippet")));
    replace(snippet, "<mark>", "[");
    replace(snippet, "</mark>", "]");
    replace(snippet, "&#39;", "'");
    cr_expect_str_eq(snippet, expected, "%s: %s, not %s", q, snippet, expected);
}

/* Checks a case: the query, the ids and the snippet, which is NULL if the case has none. */
static void check_case(const char *q, const char *expected, const char *snippet)
{
    char ids[400] = "";
    json_t *page = search_for(q), *hits = json_object_get(page, "data"), *hit;
    size_t index;
    json_array_foreach(hits, index, hit)
        strcat(strcat(ids, index ? " " : ""), json_string_value(json_object_get(hit, "id")));
    cr_expect_str_eq(ids, expected, "%s: %s, not %s", q, ids, expected);
    if (snippet)
        check_snippet(q, json_array_get(hits, 0), snippet);
    json_decref(page);
}

/* Ends the text before " | ", and returns the text after it, or NULL. */
static char *cut_column(char *text)
{
    char *bar = text ? strstr(text, " |") : NULL;
    if (!bar)
        return NULL;
    *bar = '\0';
    return bar + 2 + (bar[2] == ' ');
}

Test(search_scripts, each_query_finds_the_records_and_marks_the_words_of_its_case)
{
    char line[1000];
    size_t count = 0;
    FILE *file = fopen(source_path("tests/cases/search/queries.txt"), "r");
    cr_assert(file);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (!*line || *line == '#')
            continue;
        char *ids = cut_column(line), *snippet = cut_column(ids);
        cr_assert(ids, "%s", line);
        check_case(line, ids, snippet);
        count++;
    }
    fclose(file);
    cr_expect_gt(count, 50);
}

/* Checks that each path lists the same records, at least one, as the one after it. */
static void check_same_lists(const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i += 2) {
        json_t *page = client_get_json(&client, paths[i], 200);
        json_t *other = client_get_json(&client, paths[i + 1], 200);
        cr_expect_gt(json_array_size(json_object_get(page, "data")), 0, "%s", paths[i]);
        cr_expect(json_equal(json_object_get(page, "data"), json_object_get(other, "data")), "%s",
                  paths[i + 1]);
        json_decref(page);
        json_decref(other);
    }
}

/* RFC 5646, section 2.1.1. The record has "zh-Hant" once and "ja" more often. */
Test(search_scripts, the_case_of_a_language_tag_has_no_meaning)
{
    static const char *const paths[] = {
        "/events?language=zh-Hant",      "/events?language=ZH-hant",
        "/events?language__not=JA,KO",   "/events?language__not=ja,ko",
        "/events?language__gte=ZH-HANT", "/events?language__gte=zh-Hant",
    };
    check_same_lists(paths, sizeof paths / sizeof *paths);
}

Test(search_scripts, encoded_white_space_of_any_kind_is_a_space)
{
    static const char *const paths[] = {
        "/search?q=negotiations+fisheries",
        "/search?q=negotiations%09fisheries",
        "/search?q=negotiations+fisheries",
        "/search?q=%0d%0anegotiations%0b%0cfisheries%0a",
        "/search?q=%22negotiations+on%22",
        "/search?q=%22negotiations%e2%80%a8%0aon%22",
        "/events?title=les+negociations+nationales",
        "/events?title=%09les%0anegociations%0d%0anationales",
        "/events?title__contains=die+verhandlungen",
        "/events?title__contains=die%0averhandlungen",
        "/events?title__startswith=die+verhandlungen&q=fl%C3%BCsse",
        "/events?title__startswith=die%0cverhandlungen&q=fl%C3%BCsse%0a",
    };
    check_same_lists(paths, sizeof paths / sizeof *paths);
}

Test(search_scripts, a_run_counts_as_one_word_however_long_it_is)
{
    char q[1000] = "";
    for (int i = 0; i < 330; i++)
        strcat(q, i % 2 ? "安" : "全");
    json_decref(search_for(q));
}
