/* The Link header and the member `links` of the body agree, and every link resolves. */
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(links, .init = serve, .fini = stop_serving);

enum {
    URL_MAX = 512
};

/* Reads the URL and the relation of the next element of a `Link`. Returns false at the end. */
static bool next_link(const char **at, char url[URL_MAX], char relation[64])
{
    int length = 0;
    if (!**at)
        return false;
    cr_assert_eq(sscanf(*at, "<%511[^>]>; rel=\"%63[a-z-]\"%n", url, relation, &length), 2, "%s",
                 *at);
    *at += length;
    *at += strncmp(*at, "; type=", strlen("; type=")) == 0 ? strcspn(*at, ",") : 0;
    *at += strspn(*at, ", ");
    return true;
}

static json_t *parse(const struct answer *answer)
{
    json_t *json = json_loadb(answer->body, answer->length, 0, NULL);
    cr_assert(json, "%s", answer->body);
    return json;
}

/* Reports whether a relation of `links` must be in the Link header, too. */
static bool is_in_link_header(const char *relation)
{
    static const char *const relations[] = {"self", "first", "prev", "next", "last"};
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (strcmp(relations[i], relation) == 0)
            return true;
    return false;
}

static void expect_present(const char *url)
{
    struct answer answer = client_send(&client, "HEAD", url);
    cr_expect_eq(answer.status, 200, "%s does not resolve: %ld", url, answer.status);
    answer_finish(&answer);
}

static void compare_with_header(const char *path, const char *header, json_t *links)
{
    char url[URL_MAX], relation[64];
    size_t in_both = 0, in_body = 0;
    const char *name;
    json_t *value;
    while (next_link(&header, url, relation)) {
        const char *in_links = is_in_link_header(relation)
                                   ? json_string_value(json_object_get(links, relation))
                                   : NULL;
        if (strncmp(url, "https://schema.org/", strlen("https://schema.org/")) != 0)
            expect_present(url);
        cr_expect(!in_links || strcmp(in_links, url) == 0, "%s: %s is %s and %s", path, relation,
                  url, in_links);
        in_both += in_links != NULL;
    }
    json_object_foreach(links, name, value)
    {
        in_body += json_is_string(value) && is_in_link_header(name);
        if (json_is_string(value))
            expect_present(json_string_value(value));
    }
    cr_expect_eq(in_both, in_body, "%s: Link lacks a relation of links", path);
}

/* Compares Link with `links`. Returns `links`, which the caller decrefs. */
static json_t *expect_agreement(const char *path)
{
    struct answer answer = client_get(&client, path);
    char *header = header_of(&answer, "Link");
    cr_assert_eq(answer.status, 200, "%s", path);
    json_t *body = parse(&answer), *links = json_incref(json_object_get(body, "links"));
    cr_expect(json_is_string(json_object_get(links, "self")), "%s", path);
    compare_with_header(path, header, links);
    json_decref(body);
    free(header);
    answer_finish(&answer);
    return links;
}

Test(links, header_and_body_agree_on_pages)
{
    static const char *const paths[] = {"/",
                                        "/papers",
                                        "/papers?limit=5",
                                        "/papers?limit=5&offset=5",
                                        "/papers?limit=4&offset=3",
                                        "/papers?offset=14",
                                        "/papers?limit=1000&offset=2000",
                                        "/speakers?limit=2&offset=2",
                                        "/sessions/3/papers?limit=2&offset=2",
                                        "/speakers/tj-pempel/papers"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        json_decref(expect_agreement(paths[i]));
}

/* Checks a record and every resource that it links to. */
static void expect_record_agrees(const char *collection, const char *id)
{
    char path[URL_MAX];
    const char *name;
    json_t *value;
    snprintf(path, sizeof path, "/%s/%s", collection, id);
    json_t *links = expect_agreement(path);
    json_object_foreach(links, name, value)
    {
        if (strcmp(name, "self") != 0)
            json_decref(expect_agreement(json_string_value(value)));
    }
    json_decref(links);
}

/* The first and the last record of each collection: all have the same kinds of links. */
Test(links, header_and_body_agree_on_records_and_relations)
{
    json_t *service = client_get_json(&client, "/", 200), *collection;
    size_t index;
    json_array_foreach(json_object_get(service, "collections"), index, collection)
    {
        const char *name = json_string_value(json_object_get(collection, "name"));
        char path[URL_MAX];
        snprintf(path, sizeof path, "/%s?limit=1000", name);
        json_t *page = client_get_json(&client, path, 200), *data = json_object_get(page, "data");
        const size_t ends[] = {0, json_array_size(data) - 1};
        for (size_t i = 0; i < 2 && json_array_size(data) > 0; i++)
            expect_record_agrees(
                name, json_string_value(json_object_get(json_array_get(data, ends[i]), "id")));
        json_decref(page);
    }
    cr_expect_gt(index, 0);
    json_decref(service);
}

Test(links, record_links_to_the_collection_of_its_path)
{
    static const struct {
        const char *path, *link;
    } cases[] = {{"/speakers/tj-pempel",
                  "</people/tj-pempel>; rel=\"self\", </speakers>; rel=\"collection\""},
                 {"/papers/1", "; rel=\"self\", </papers>; rel=\"collection\""},
                 {"/papers/99", "</papers>; rel=\"collection\""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer answer = client_get(&client, cases[i].path);
        char *link = header_of(&answer, "Link");
        cr_expect(strstr(link, cases[i].link), "%s: %s", cases[i].path, link);
        free(link);
        answer_finish(&answer);
    }
}
