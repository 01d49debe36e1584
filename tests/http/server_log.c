/* The log of a running server on standard error. */
#include "served.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <regex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-log-XXXXXX";
static char record[64];

static void make_folder(void)
{
    cr_assert(mkdtemp(folder));
    snprintf(record, sizeof record, "%s/record.json", folder);
}

static void remove_folder(void)
{
    unlink(record);
    rmdir(folder);
}

TestSuite(server_log, .init = make_folder, .fini = remove_folder);

static void write_record(const char *topics)
{
    FILE *file = fopen(record, "w");
    cr_assert(file);
    fprintf(file, "{\"topics\":[%s]}", topics);
    cr_assert_eq(fclose(file), 0);
}

/* The output of a server that loads a good, a faulty and a good record, and stops. */
static void run_with(const char *format, char *said, size_t size)
{
    size_t length = 0;
    ssize_t count;
    write_record("{\"id\":\"tide\",\"label\":\"Ebb\"}");
    server_start(&served,
                 (const char *const[]){"--data", record, "--watch", "--log-format", format, NULL});
    client_init(&client, served.url);
    write_record("{\"id\":\"tide\",\"label\":\"\\u0001 \\\" faulty\",\"nothing\":1}");
    cr_expect(client_waits_for_text(&client, "/metrics", "loads_total{result=\"failure\"} 1"));
    write_record("{\"id\":\"tide\",\"label\":\"Flow\"}");
    cr_expect(client_waits_for_text(&client, "/topics/tide", "Flow"));
    client_finish(&client);
    kill(served.pid, SIGTERM);
    while (length + 1 < size && (count = read(served.errors, said + length, size - 1 - length)) > 0)
        length += (size_t)count;
    said[length] = '\0';
    cr_expect_eq(server_wait(&served), 0);
}

Test(server_log, each_line_has_its_time_and_level)
{
    static char said[1 << 16];
    regex_t line;
    run_with("text", said, sizeof said);
    cr_assert_eq(regcomp(&line,
                         "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z (info|warning|error) .",
                         REG_EXTENDED),
                 0);
    size_t count = 0;
    char *rest = said;
    for (const char *next; (next = strtok_r(rest, "\n", &rest)); count++)
        cr_expect_eq(regexec(&line, next, 0, NULL, 0), 0, "%s", next);
    cr_expect_geq(count, 3);
    regfree(&line);
}

Test(server_log, in_json_each_line_is_an_object)
{
    static char said[1 << 16];
    bool error = false, warning = false, info = false;
    run_with("json", said, sizeof said);
    char *rest = said;
    for (const char *next; (next = strtok_r(rest, "\n", &rest));) {
        json_t *object = json_loads(next, 0, NULL);
        cr_assert(object, "%s", next);
        const char *level = json_string_value(json_object_get(object, "level"));
        cr_assert(level && json_string_value(json_object_get(object, "time")) &&
                      json_string_value(json_object_get(object, "message")),
                  "%s", next);
        cr_expect_eq(json_object_size(object), 3, "%s", next);
        error |= strcmp(level, "error") == 0;
        warning |= strcmp(level, "warning") == 0;
        info |= strcmp(level, "info") == 0;
        json_decref(object);
    }
    cr_expect(error && warning && info);
}

/* Each load of a faulty record writes many lines. The pipe holds 64 KiB, and nobody reads it. */
Test(server_log, a_full_pipe_delays_neither_a_new_record_nor_the_end, .timeout = 0)
{
    static char faults[8192];
    for (int i = 0; i < 60; i++)
        sprintf(faults + strlen(faults), "%s{\"id\":\"t%d\",\"label\":%d,\"nothing%d\":1}",
                i ? "," : "", i, i, i);
    write_record("{\"id\":\"tide\",\"label\":\"Ebb\"}");
    server_start(&served, (const char *const[]){"--data", record, "--stop-seconds", "1", NULL});
    client_init(&client, served.url);
    write_record(faults);
    for (int i = 1; i < 1000; i++) {
        char expected[80];
        snprintf(expected, sizeof expected, "loads_total{result=\"failure\"} %d\n", i);
        kill(served.pid, SIGHUP);
        cr_assert(client_waits_for_text(&client, "/metrics", expected));
        struct answer answer = client_get(&client, "/metrics");
        const bool dropped = !strstr(answer.body, "rapporteur_log_dropped_lines_total 0\n");
        answer_finish(&answer);
        if (dropped)
            break;
        cr_assert_lt(i, 999, "no line was dropped");
    }
    write_record("{\"id\":\"tide\",\"label\":\"Flow\"}");
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, "/topics/tide", "Flow"));
    client_finish(&client);
    cr_expect_eq(server_stop(&served), 0);
}
