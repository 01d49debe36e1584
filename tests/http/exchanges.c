/* tests/cases/exchanges: requests to a server, and the whole heads of its answers, as a transcript.
 *
 * The first line of a file has the flags of the server, after "$ ". A request follows: each line
 * begins with "> ", and the last is ">" alone. The lines of the answer begin with "< ", its fields
 * in the order of their names, without those that are the library's. Fields that depend on the
 * time, on the look of pages or on a library are shown without their value. A short body without a
 * content coding follows the head; the line "closed" says that the server has closed the
 * connection.
 *
 * TEST_ACCEPT=1 writes the transcripts.
 */
#define _GNU_SOURCE /* open_memstream */
#include "../expected_file.h"
#include "../source_path.h"
#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum {
    FLAGS_MAX = 30,
    FIELDS_MAX = 60,
    REQUEST_BYTES_MAX = 16 * 1024,
    BODY_SHOWN_MAX = 600
};

/* Starts the server with the flags in a line, which are separated by spaces. Changes the line. */
static void start_server(char *line)
{
    const char *flags[FLAGS_MAX + 1] = {NULL};
    char *rest = NULL;
    size_t count = 0;
    for (char *flag = strtok_r(line, " ", &rest); flag; flag = strtok_r(NULL, " ", &rest)) {
        cr_assert_lt(count, FLAGS_MAX);
        flags[count++] = flag;
    }
    server_start(&served, flags);
}

static bool is_one_of(const char *line, const char *const *fields)
{
    for (; *fields; fields++)
        if (strncasecmp(line, *fields, strlen(*fields)) == 0)
            return true;
    return false;
}

static int compare_lines(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Writes the status and the fields. `is_shown` is true if the body follows. */
static void write_head(char *head, bool is_shown, FILE *out)
{
    static const char *const of_library[] = {"Date:", "Connection:", NULL};
    static const char *const varying[] = {"Last-Modified:", "ETag:", NULL};
    char *lines[FIELDS_MAX], *rest = NULL;
    size_t count = 0;
    fprintf(out, "< %s\n", strtok_r(head, "\r\n", &rest));
    for (char *line; (line = strtok_r(NULL, "\r\n", &rest)) && count < FIELDS_MAX;)
        if (!is_one_of(line, of_library))
            lines[count++] = line;
    qsort(lines, count, sizeof *lines, compare_lines);
    for (size_t i = 0; i < count; i++) {
        const bool hidden = is_one_of(lines[i], varying) ||
                            (!is_shown && strncasecmp(lines[i], "Content-Length:", 15) == 0);
        fprintf(out, "< %.*s\n", (int)(hidden ? strcspn(lines[i], " ") : strlen(lines[i])),
                lines[i]);
    }
}

static void write_answer(struct raw_answer *answer, FILE *out)
{
    const bool is_shown = answer->length && answer->length <= BODY_SHOWN_MAX &&
                          !strcasestr(answer->head, "\r\nContent-Encoding:") &&
                          !strstr(answer->body, "/assets/");
    write_head(answer->head, is_shown, out);
    if (is_shown)
        fprintf(out, "%s%s", answer->body, answer->body[answer->length - 1] == '\n' ? "" : "\n");
}

/* Sends a request, and writes it and its answer. */
static void exchange(const char *request, FILE *out)
{
    struct raw raw;
    raw_open(&raw, served.port);
    raw_send_text(&raw, request);
    struct raw_answer answer = raw_receive(&raw, strncmp(request, "HEAD ", 5) == 0);
    write_answer(&answer, out);
    if (raw_is_closed(&raw))
        fputs("closed\n", out);
    raw_answer_finish(&answer);
    raw_close(&raw);
}

/* Repeats the requests of a transcript. Returns the new transcript, which the caller frees. */
static char *repeat(const char *transcript)
{
    static char request[REQUEST_BYTES_MAX];
    char *lines = strdup(transcript), *rest = NULL, *written = NULL;
    size_t length, used = 0;
    FILE *out = open_memstream(&written, &length);
    cr_assert(lines && out);
    char *line = strtok_r(lines, "\n", &rest);
    cr_assert(line && strncmp(line, "$ ", 2) == 0, "the first line has no flags");
    fprintf(out, "%s\n", line);
    start_server(line + 2);
    while ((line = strtok_r(NULL, "\n", &rest))) {
        if (*line != '>')
            continue;
        fprintf(out, "%s\n", line);
        used += (size_t)snprintf(request + used, sizeof request - used, "%s\r\n",
                                 line + 1 + (line[1] == ' '));
        cr_assert_lt(used, sizeof request);
        if (line[1])
            continue;
        exchange(request, out);
        used = 0;
    }
    cr_expect_eq(server_stop(&served), 0);
    fclose(out);
    free(lines);
    return written;
}

static void check_transcript(const char *path)
{
    char *transcript = expected_file_text(path), *actual = repeat(transcript);
    expected_file_check(path, actual);
    free(transcript);
    free(actual);
}

Test(exchanges, every_answer_has_exactly_the_expected_head)
{
    cr_assert_eq(chdir(source_path("")), 0);
    expected_files_visit("tests/cases/exchanges", check_transcript);
}
