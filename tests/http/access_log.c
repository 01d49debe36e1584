#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <regex.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void read_log(char *log, size_t size)
{
    size_t used = 0;
    ssize_t count;
    while (used + 1 < size && (count = read(served.output, log + used, size - 1 - used)) > 0)
        used += (size_t)count;
    log[used] = '\0';
}

/* Serves, asks, stops, and leaves what was logged. */
static void log_requests(const char *const *arguments, char *log, size_t size)
{
    struct raw raw;
    server_start(&served, arguments);
    client_init(&client, served.url);
    struct answer answer = client_get(&client, "/papers/1?limit=%22");
    answer_finish(&answer);
    answer = client_send(&client, "HEAD", "/sessions");
    answer_finish(&answer);
    raw_open(&raw, served.port);
    raw_send_text(&raw, "BREW /\"tea\\pot HTTP/1.1\r\nHost: localhost\r\n\r\n");
    struct raw_answer refused = raw_receive(&raw, false);
    raw_answer_finish(&refused);
    raw_close(&raw);
    client_finish(&client);
    kill(served.pid, SIGTERM);
    read_log(log, size);
    cr_expect_eq(server_stop(&served), 0);
}

static bool matches(const char *text, const char *pattern)
{
    regex_t expression;
    cr_assert_eq(regcomp(&expression, pattern, REG_EXTENDED | REG_NOSUB), 0);
    const bool matched = regexec(&expression, text, 0, NULL, 0) == 0;
    regfree(&expression);
    return matched;
}

/* One thread, so that lines come in the order of the requests. */
Test(access_log, a_line_a_request_in_the_common_log_format)
{
    static const char *const arguments[] = {"--access-log", "--threads", "1", NULL};
    static const char every[] =
        "^127\\.0\\.0\\.1 - - \\[[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9:]{8} \\+0000\\] \"";
    static const char *const patterns[] = {
        "\"GET /papers/1\\?limit=%22 HTTP/1\\.1\" 400 [1-9][0-9]*$",
        "\"HEAD /sessions HTTP/1\\.1\" 200 0$",
        "\"BREW /\\\\x22tea\\\\x5cpot HTTP/1\\.1\" 405 [1-9][0-9]*$"};
    char log[8192], *rest;
    log_requests(arguments, log, sizeof log);
    size_t lines = 0;
    for (char *line = strtok_r(log, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest), lines++)
        if (lines < 3)
            cr_expect(matches(line, every) && matches(line, patterns[lines]), "%s", line);
    cr_expect_eq(lines, 3);
}

Test(access_log, without_the_flag_there_is_none)
{
    char log[8192];
    log_requests(NULL, log, sizeof log);
    cr_expect_str_empty(log);
}

Test(access_log, a_reader_that_is_gone_does_not_stop_the_server)
{
    static const char *const arguments[] = {"--access-log", NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
    close(served.output);
    for (int i = 0; i < 10; i++) {
        struct answer answer = client_get(&client, "/papers");
        cr_expect_eq(answer.status, 200);
        answer_finish(&answer);
    }
    served.output = dup(served.errors);
    stop_serving();
}
