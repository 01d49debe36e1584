/* tests/cases/answers: requests to small records, and their whole answers. If a change of the code
 * changes something for clients, the difference of a file shows it.
 *
 * The first line of NAME.requests is the path of the record, below the source tree. Two spaces and
 * a base path may follow it; the record is then published under an address and in a style of its
 * own, too. Each other line is a target, which two spaces and an `Accept` may follow. NAME.expected
 * has the answers.
 *
 * TEST_ACCEPT=1 writes the expected files.
 */
#include "archive_fixture.h"
#include "expected_file.h"
#include "looks/looks.h"
#include "source_path.h"
#include "test_clock.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PATH_BYTES = 4200
};

/* Reports whether the files have a header. The others are the same in every answer, or depend on
 * the whole record. */
static bool is_of_answer(const char *name)
{
    return strcmp(name, "Content-Type") == 0 || strcmp(name, "Content-Disposition") == 0 ||
           strcmp(name, "Link") == 0 || strcmp(name, "Location") == 0;
}

/* Reports whether a line depends on more than the record: on the fonts that the build found, or on
 * the time at which the record changed. */
static bool depends_on_build(const char *line)
{
    static const char *const parts[] = {".woff2\"", "DTSTAMP:", "LAST-MODIFIED:", "<updated>",
                                        "<lastmod>"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strstr(line, parts[i]))
            return true;
    return false;
}

/* Writes a line with BUILD instead of the version of the scripts and styles, which each build has
 * of its own. */
static void write_line(const char *line, FILE *out)
{
    for (const char *version; (version = strstr(line, looks_version));
         line = version + strlen(looks_version))
        fprintf(out, "%.*sBUILD", (int)(version - line), line);
    fprintf(out, "%s\n", line);
}

static void write_body(const struct buffer *body, FILE *out)
{
    char *text = strndup(body->length ? body->bytes : "", body->length), *rest = NULL;
    cr_assert(text);
    for (const char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        if (!depends_on_build(line))
            write_line(line, out);
    free(text);
}

static void write_answer(const struct archive_fixture *fixture, const char *base_path,
                         const char *target, const char *accept, FILE *out)
{
    static const struct publication publication = {.url = "https://record.example.org",
                                                   .title = "Lamps & \"Oil\"",
                                                   .footer = "The <Society> of Lamps",
                                                   .accent = "#a3290f"};
    const struct request request = {.target = target,
                                    .accept = accept,
                                    .base_path = base_path,
                                    .publication = base_path ? &publication : NULL,
                                    .host = "example.org"};
    struct response response;
    answer_request(fixture, &request, &response);
    fprintf(out, "=== %s%s%s\n%u\n", target, accept ? "  " : "", accept ? accept : "",
            response.status);
    for (size_t i = 0; i < response.header_count; i++)
        if (is_of_answer(response.headers[i].name))
            fprintf(out, "%s: %s\n", response.headers[i].name, response.headers[i].value);
    fputc('\n', out);
    write_body(&response.body, out);
    response_finish(&response);
}

/* Returns what follows two spaces in a line, and ends the line before them. Returns NULL if nothing
 * follows. */
static char *split_line(char *line)
{
    char *spaces = strstr(line, "  ");
    if (!spaces)
        return NULL;
    *spaces = '\0';
    return spaces + 2;
}

/* Returns the answers to the requests of a file, which the caller frees. Changes `requests`. */
static char *answers_of(char *requests)
{
    char *answers = NULL, *rest = NULL;
    size_t length, count = 0;
    FILE *out = open_memstream(&answers, &length);
    char *record = strtok_r(requests, "\n", &rest);
    cr_assert(out && record);
    const char *base_path = split_line(record);
    struct archive_fixture fixture = archive_fixture_create(load_path(source_path(record)));
    for (char *target; (target = strtok_r(NULL, "\n", &rest)); count++) {
        const char *accept = split_line(target);
        write_answer(&fixture, base_path, target, accept, out);
    }
    cr_expect_gt(count, 0, "there is no request");
    archive_fixture_finish(&fixture);
    fclose(out);
    return answers;
}

/* Compares the answers to the requests of a file; other files are not looked at. */
static void check_answers(const char *path)
{
    const char *suffix = strstr(path, ".requests");
    char beside[PATH_BYTES];
    if (!suffix)
        return;
    char *requests = expected_file_text(path), *actual = answers_of(requests);
    snprintf(beside, sizeof beside, "%.*s.expected", (int)(suffix - path), path);
    expected_file_check(beside, actual);
    free(actual);
    free(requests);
}

Test(answer_cases, every_answer_has_exactly_the_expected_bytes)
{
    test_clock_set_time(1798761600); /* 1 January 2027: before the meetings that are planned */
    expected_files_visit("tests/cases/answers", check_answers);
}
