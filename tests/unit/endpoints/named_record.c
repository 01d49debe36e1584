#include "endpoints/named_record.h"

#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
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

TestSuite(named_record, .init = start, .fini = stop);

Test(named_record, an_unambiguous_number_names_its_record)
{
    static const struct {
        const char *target, *location;
    } cases[] = {{"/sessions/2", "/sessions/lisbon-2001-session-2"},
                 {"/papers/1", "/papers/tides-at-night"},
                 {"/papers/2/presenters", "/papers/untitled/presenters"},
                 {"/papers/2/presenters?limit=1", "/papers/untitled/presenters?limit=1"},
                 {"/speakers/b-berg", "/people/b-berg"},
                 {"/papers/untitled", NULL},
                 {"/people/b-berg/papers", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response;
        json_decref(answer_json(&fixture, cases[i].target, 200, &response));
        const char *location = response_header(&response, "Content-Location");
        cr_expect_str_eq(location ? location : "none",
                         cases[i].location ? cases[i].location : "none", "%s", cases[i].target);
        response_finish(&response);
    }
}

Test(named_record, an_ambiguous_number_is_300_with_the_choices)
{
    static const char *const targets[] = {"/sessions/1", "/sessions/1/papers"};
    for (size_t i = 0; i < 2; i++) {
        struct response response;
        json_t *answer = answer_json(&fixture, targets[i], 300, &response);
        json_t *choices = json_object_get(answer, "choices");
        cr_assert_eq(json_array_size(choices), 2);
        cr_expect_str_eq(text_of(json_array_get(choices, 0), "href"),
                         "/sessions/lisbon-2001-session-1");
        cr_expect_eq(strncmp(response_header(&response, "Link"), "</sessions>; rel=\"collection\"",
                             sizeof "</sessions>; rel=\"collection\"" - 1),
                     0);
        response_finish(&response);
        json_decref(answer);
    }
}

Test(named_record, an_ambiguous_number_is_a_page_for_browsers_and_for_the_suffix)
{
    static const struct {
        const char *target, *accept;
    } cases[] = {{"/sessions/1", "text/html"}, {"/sessions/1.html", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.target = cases[i].target, .accept = cases[i].accept};
        struct response response;
        answer_request(&fixture, &request, &response);
        buffer_append_byte(&response.body, '\0');
        const char *body = response.body.bytes;
        cr_expect_eq(response.status, 300, "%s: %u", cases[i].target, response.status);
        cr_expect_str_eq(response_header(&response, "Content-Type"), "text/html; charset=utf-8");
        cr_expect(strstr(body, "<h1>2 sessions have the number 1</h1>"), "%s", body);
        cr_expect(strstr(body, "href=\"/sessions/oslo-2002-session-1\""), "%s", body);
        response_finish(&response);
    }
}

/* Returns the number of choices for a number that `sessions` sessions have. */
static size_t choices_of(int sessions)
{
    char *text = malloc(200 * (size_t)sessions + 1000);
    cr_assert(text);
    int used = sprintf(text, "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': "
                             "'d'}]}], 'meetings': [");
    for (int i = 0; i < sessions; i++)
        used += sprintf(text + used,
                        "%s{'id': 'm-%d', 'name': 'M', 'status': 'held', 'sources': [{'document': "
                        "'d'}]}",
                        i ? ", " : "", i);
    used += sprintf(text + used, "], 'sessions': [");
    for (int i = 0; i < sessions; i++)
        used += sprintf(text + used,
                        "%s{'id': 's-%d', 'number': 7, 'meeting': 'm-%d', 'sources': [{'document': "
                        "'d'}]}",
                        i ? ", " : "", i, i);
    sprintf(text + used, "]}");
    struct archive_fixture many = archive_fixture_create(load_text(text));
    json_t *answer = answer_json(&many, "/sessions/7", 300, NULL);
    const size_t count = json_array_size(json_object_get(answer, "choices"));
    json_decref(answer);
    archive_fixture_finish(&many);
    free(text);
    return count;
}

Test(named_record, up_to_100_choices_are_listed)
{
    cr_expect_eq(choices_of(2), 2);
    cr_expect_eq(choices_of(100), 100);
    cr_expect_eq(choices_of(101), 100);
}

Test(named_record, an_unknown_one_is_told_what_is_near)
{
    static const struct {
        const char *target, *near;
    } cases[] = {{"/people/brg", "did you mean \"/people/b-berg\"?"},
                 {"/persons/b-brg", "did you mean \"/people/b-berg\"?"},
                 {"/person", "did you mean \"/people\"?"},
                 {"/papers/99", "did you mean \"/papers/2\"?"},
                 {"/people/zzzzzzzz", "see /people for its records"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *problem = answer_json(&fixture, cases[i].target, 404, NULL);
        cr_expect(strstr(text_of(problem, "detail"), cases[i].near), "%s: %s", cases[i].target,
                  text_of(problem, "detail"));
        json_decref(problem);
    }
}
