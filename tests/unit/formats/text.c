/* The texts of documents: data/examples has two documents, one of which has its text. */
#include "archive_fixture.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BYTES_MAX = 65536
};

#define DOCUMENT "/documents/port-fable-2031-03-11-minutes"

static struct archive_fixture fixture;

static void set_up(void)
{
    fixture = archive_fixture_create(load_path(source_path("data/examples")));
}

static void tear_down(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(text, .init = set_up, .fini = tear_down);

static void expect_text(const char *target, const char *accept, const char *location)
{
    static char text[BYTES_MAX];
    const struct request request = {.method = METHOD_GET, .target = target, .accept = accept};
    struct response response;
    FILE *in = fopen(source_path("data/examples/port-fable-2031-03-11.md"), "rb");
    cr_assert(in);
    const size_t length = fread(text, 1, sizeof text, in);
    fclose(in);
    answer_request(&fixture, &request, &response);
    cr_assert_eq(response.status, 200, "%s", target);
    cr_expect_str_eq(response_header(&response, "Content-Type"), "text/plain; charset=utf-8");
    cr_assert_eq(response.body.length, length);
    cr_expect_eq(memcmp(response.body.bytes, text, length), 0, "%s", target);
    const char *own = response_header(&response, "Content-Location");
    cr_expect_str_eq(own ? own : "none", location, "%s", target);
    response_finish(&response);
}

Test(text, is_the_bytes_of_its_file)
{
    expect_text(DOCUMENT ".txt", NULL, "none");
    expect_text(DOCUMENT ".txt", "application/json", "none");
    expect_text(DOCUMENT, "text/plain", DOCUMENT ".txt");
    expect_text(DOCUMENT, "text/plain, application/json;q=0.9", DOCUMENT ".txt");
}

static void expect_answer(const char *target, const char *accept, unsigned status, const char *said)
{
    const struct request request = {.method = METHOD_GET, .target = target, .accept = accept};
    struct response response;
    answer_request(&fixture, &request, &response);
    char *body = strndup(response.body.bytes, response.body.length);
    cr_expect_eq(response.status, status, "%s: %u", target, response.status);
    cr_expect(body && strstr(body, said), "%s: %s", target, body);
    free(body);
    response_finish(&response);
}

Test(text, is_not_sent_in_place_of_json_to_clients_that_accept_both)
{
    expect_answer(DOCUMENT, "application/json, text/plain, */*", 200, "\"text_file\":\"port-");
    expect_answer(DOCUMENT, "*/*", 200, "\"text_file\":\"port-");
}

Test(text, of_a_document_without_one_is_404_and_says_why)
{
    expect_answer("/documents/lamp-slides.txt", NULL, 404,
                  "document lamp-slides is not available as \\\".txt\\\": the data do not have");
    expect_answer("/documents/lamp-slides.txt", NULL, 404, "\"/documents/lamp-slides.json\"");
    expect_answer("/documents/lamp-slides", "text/plain", 406, "\"/documents/lamp-slides.json\"");
}

Test(text, is_not_a_format_of_lists_or_other_records)
{
    expect_answer("/documents.txt", NULL, 404, "only as .json, .html, .ndjson");
    expect_answer("/meetings/88/documents.txt", NULL, 404, "only as .json, .html, .ndjson");
    expect_answer("/people/odile-renard.txt", NULL, 404, "only as .json, .html, .ndjson");
    expect_answer("/documents", "text/plain", 406, "\"/documents.json\"");
}

Test(text, is_listed_where_the_document_has_it)
{
    expect_answer(DOCUMENT ".xml", NULL, 404, "\"href\":\"" DOCUMENT ".txt\"");
}

Test(text, refuses_parameters_that_select_parts_of_a_record)
{
    expect_answer(DOCUMENT ".txt?fields=title", NULL, 400, "\"parameter\":\"fields\"");
    expect_answer(DOCUMENT ".txt?include=author", NULL, 400, "\"parameter\":\"include\"");
    expect_answer(DOCUMENT ".txt?pretty", NULL, 400, "\"parameter\":\"pretty\"");
}
