/* The server's log: lines that no text can break, and a reader that has stopped delays nobody. */
#define _GNU_SOURCE /* pipe2 */
#include "base/server_log.h"
#include "base/log_stream.h"
#include "base/monotonic_clock.h"
#include "base/process.h"
#include "base/server_log_line.h"
#include "caught_errors.h"
#include "failing_calls.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    TIME = 1777368600 /* 2026-04-28T09:30:00Z */
};

static char written[SERVER_LOG_LINE_MAX + 1];
static char output[1 << 20];

static const char *write_line(enum server_log_format format, const char *message)
{
    const size_t length =
        server_log_write_line(written, format, SERVER_LOG_WARNING, INT64_C(1000) * TIME + 123,
                              "rapporteur: ", message, false);
    written[length] = '\0';
    return written;
}

Test(server_log, text_has_time_level_and_message)
{
    cr_expect_str_eq(write_line(SERVER_LOG_TEXT, "cannot read"),
                     "2026-04-28T09:30:00.123Z warning rapporteur: cannot read\n");
}

Test(server_log, json_is_one_object_per_line)
{
    cr_expect_str_eq(write_line(SERVER_LOG_JSON, "a \"quote\" and a \\"),
                     "{\"time\":\"2026-04-28T09:30:00.123Z\",\"level\":\"warning\","
                     "\"message\":\"a \\\"quote\\\" and a \\\\\"}\n");
}

static const struct {
    const char *message, *text, *repaired;
} hostile[] = {
    {"a\nb\r\tc", "a\\x0ab\\x0d\\x09c", "a\nb\r\tc"},
    {"\x1b[31mred", "\\x1b[31mred", "\x1b[31mred"},
    {"\xc2\x9b"
     "31m",
     "\\xc2\\x9b31m",
     "\xc2\x9b"
     "31m"},
    {"\xff\xc3", "\\xff\\xc3", "\xef\xbf\xbd\xef\xbf\xbd"},
    {"\x7f", "\\x7f", "\x7f"},
    {"Zürich 東京", "Zürich 東京", "Zürich 東京"},
};

Test(server_log, no_message_ends_a_line_or_controls_a_terminal)
{
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        const char *line = write_line(SERVER_LOG_TEXT, hostile[i].message);
        const char *message = strstr(line, "rapporteur: ") + strlen("rapporteur: ");
        cr_expect_eq(strncmp(message, hostile[i].text, strlen(hostile[i].text)), 0, "%s", line);
        cr_expect_str_eq(message + strlen(hostile[i].text), "\n");
    }
}

Test(server_log, every_message_is_a_string_of_json)
{
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        json_error_t error;
        const char *line = write_line(SERVER_LOG_JSON, hostile[i].message);
        json_t *object = json_loads(line, 0, &error);
        cr_assert(object, "%s: %s", line, error.text);
        cr_expect_str_eq(json_string_value(json_object_get(object, "message")),
                         hostile[i].repaired);
        cr_expect_eq(strchr(line, '\n'), line + strlen(line) - 1);
        json_decref(object);
    }
}

Test(server_log, a_long_message_is_cut_and_its_line_is_complete)
{
    static char message[3 * SERVER_LOG_LINE_MAX];
    for (size_t i = 0; i + 2 < sizeof message; i += 2)
        memcpy(message + i, "\xc3\xa9", 2);
    for (int format = SERVER_LOG_TEXT; format <= SERVER_LOG_JSON; format++) {
        const char *line = write_line(format, message);
        cr_expect_leq(strlen(line), (size_t)SERVER_LOG_LINE_MAX);
        cr_expect_geq(strlen(line), (size_t)SERVER_LOG_LINE_MAX - 8);
        cr_expect_eq(strchr(line, '\n'), line + strlen(line) - 1);
        json_t *object = format == SERVER_LOG_JSON ? json_loads(line, 0, NULL) : NULL;
        cr_expect_eq(object != NULL, format == SERVER_LOG_JSON);
        json_decref(object);
    }
}

Test(server_log, every_byte_and_every_pair_of_bytes_gives_valid_lines)
{
    for (unsigned pair = 1; pair < 0x10000; pair++) {
        const char message[] = {(char)(pair & 0xff), (char)(pair >> 8), 'z', '\0'};
        if (!message[0])
            continue;
        json_t *object = json_loads(write_line(SERVER_LOG_JSON, message), 0, NULL);
        cr_assert(object, "%04x: %s", pair, written);
        json_decref(object);
    }
}

/* Replaces standard error by a pipe, and returns its reading end. */
static int catch_errors(void)
{
    int ends[2];
    fflush(stderr);
    cr_assert_eq(pipe2(ends, O_CLOEXEC), 0);
    cr_assert_eq(dup2(ends[1], STDERR_FILENO), STDERR_FILENO);
    close(ends[1]);
    return ends[0];
}

/* Reads what is in the pipe, or waits for the first byte. */
static const char *read_errors(int reader)
{
    const ssize_t count = read(reader, output, sizeof output - 1);
    output[count > 0 ? count : 0] = '\0';
    return output;
}

Test(server_log, is_plain_before_it_starts)
{
    const int reader = catch_errors();
    server_log(SERVER_LOG_WARNING, "the sea is %s", "calm");
    server_log(SERVER_LOG_INFO, "ready");
    server_log_line(SERVER_LOG_ERROR, "a.json:1: fault");
    cr_expect_str_eq(read_errors(reader), "rapporteur: warning: the sea is calm\n"
                                          "rapporteur: ready\na.json:1: fault\n");
}

Test(server_log, lines_for_the_journal_begin_with_their_priority)
{
    struct stat status;
    char stream[64];
    const int reader = catch_errors();
    cr_assert_eq(fstat(STDERR_FILENO, &status), 0);
    snprintf(stream, sizeof stream, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    setenv("JOURNAL_STREAM", stream, 1);
    server_log_start(SERVER_LOG_TEXT);
    server_log(SERVER_LOG_WARNING, "calm");
    cr_expect_eq(strncmp(read_errors(reader), "<4>20", 5), 0, "%s", output);
    setenv("JOURNAL_STREAM", "1:2", 1);
    server_log_start(SERVER_LOG_TEXT);
    server_log(SERVER_LOG_ERROR, "calm");
    cr_expect_eq(strncmp(read_errors(reader), "20", 2), 0, "%s", output);
}

Test(server_log, a_stream_becomes_lines)
{
    struct log_stream stream;
    const int reader = catch_errors();
    server_log_start(SERVER_LOG_JSON);
    log_stream_open(&stream);
    fputs("a.json:1: one\na.json:2: two\n", stream.file);
    log_stream_close(&stream, SERVER_LOG_ERROR);
    read_errors(reader);
    cr_expect(strstr(output, "\"level\":\"error\",\"message\":\"a.json:1: one\"}\n"), "%s", output);
    cr_expect(strstr(output, "\"level\":\"error\",\"message\":\"a.json:2: two\"}\n"), "%s", output);
}

Test(server_log, the_thread_writes_lines_in_order)
{
    const int reader = catch_errors();
    server_log_start(SERVER_LOG_TEXT);
    cr_assert(server_log_start_thread());
    for (int i = 0; i < 300; i++)
        server_log(SERVER_LOG_INFO, "line %d", i);
    cr_expect(server_log_stop(monotonic_milliseconds() + 60000));
    const char *at = read_errors(reader);
    for (int i = 0; i < 300; i++) {
        char expected[64];
        snprintf(expected, sizeof expected, "Z info rapporteur: line %d\n", i);
        cr_assert(at = strstr(at, expected), "%s is missing or late", expected);
    }
    cr_expect_eq(server_log_dropped(), 0);
}

/* Logs until lines are dropped, with nobody reading. */
static void fill(void)
{
    for (int i = 0; i < 100000 && server_log_dropped() < 10; i++)
        server_log(SERVER_LOG_INFO, "line %d", i);
    cr_assert_eq(server_log_dropped(), 10);
}

Test(server_log, a_full_pipe_delays_neither_logging_nor_stopping)
{
    catch_errors();
    server_log_start(SERVER_LOG_TEXT);
    cr_assert(server_log_start_thread());
    fill();
    const int64_t before = monotonic_milliseconds();
    server_log_stop(before + 600000);
    cr_expect_lt(monotonic_milliseconds() - before, 30000);
    cr_expect_gt(server_log_dropped(), 100, "lines that were never written are not counted");
}

Test(server_log, dropped_lines_are_told_once_there_is_room)
{
    const int reader = catch_errors();
    server_log_start(SERVER_LOG_TEXT);
    cr_assert(server_log_start_thread());
    fill();
    cr_assert_eq(fcntl(reader, F_SETFL, O_NONBLOCK), 0);
    const char *told = NULL;
    for (int i = 0; i < 3000 && !told; i++) {
        struct timespec pause = {.tv_nsec = 20000000};
        read_errors(reader);
        told = strstr(output, " lines of this log were dropped");
        nanosleep(&pause, NULL);
        server_log(SERVER_LOG_INFO, "again");
    }
    cr_assert(told);
    while (told[-1] != ' ')
        told--;
    cr_expect_geq(atoi(told), 10);
    cr_expect(server_log_stop(monotonic_milliseconds() + 60000));
}

Test(server_log, a_closed_pipe_ends_nothing)
{
    const int reader = catch_errors();
    signal(SIGPIPE, SIG_IGN);
    server_log_start(SERVER_LOG_TEXT);
    cr_assert(server_log_start_thread());
    close(reader);
    server_log(SERVER_LOG_INFO, "nobody reads this");
    cr_expect(server_log_stop(monotonic_milliseconds() + 60000));
    cr_expect_eq(server_log_dropped(), 1);
}

static int open_full(void)
{
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    cr_assert_geq(full, 0);
    return full;
}

static void log_lines(int count)
{
    for (int i = 0; i < count; i++)
        server_log(SERVER_LOG_INFO, "line %d", i);
}

static void expect_lines(int count)
{
    const char *at = output;
    for (int i = 0; i < count; i++) {
        char expected[64];
        snprintf(expected, sizeof expected, "Z info rapporteur: line %d\n", i);
        cr_assert(at = strstr(at, expected), "%s is missing or late", expected);
    }
}

static void start_thread(void)
{
    server_log_start(SERVER_LOG_TEXT);
    cr_assert(server_log_start_thread());
}

/* The thread may end later than server_log_stop waits for it on a busy machine. */
static void stop_thread(void)
{
    cr_expect(server_log_stop(monotonic_milliseconds() + 60000));
}

Test(server_log, lines_that_are_written_in_parts_are_whole)
{
    const int reader = catch_errors();
    failing_call_shorten_writes(7);
    start_thread();
    log_lines(20);
    stop_thread();
    read_errors(reader);
    expect_lines(20);
    cr_expect_eq(server_log_dropped(), 0);
}

Test(server_log, an_error_that_passes_loses_no_line)
{
    static const int errors[] = {EAGAIN, EINTR, ENOSPC, EDQUOT};
    const int reader = catch_errors();
    for (size_t i = 0; i < 4; i++) {
        failing_call_set(CALL_WRITE, 0, errors[i]);
        start_thread();
        log_lines(1);
        stop_thread();
        read_errors(reader);
        expect_lines(1);
        cr_expect_eq(server_log_dropped(), 0, "%s", strerror(errors[i]));
    }
}

Test(server_log, lines_wait_while_the_disk_is_full)
{
    const int reader = catch_errors(), full = open_full(), pipe = dup(STDERR_FILENO);
    cr_assert_geq(dup2(full, STDERR_FILENO), 0);
    start_thread();
    log_lines(3);
    while (failing_call_count(CALL_WRITE) < 2)
        usleep(1000);
    cr_assert_geq(dup2(pipe, STDERR_FILENO), 0);
    stop_thread();
    read_errors(reader);
    expect_lines(3);
    cr_expect_eq(server_log_dropped(), 0);
}

Test(server_log, lines_are_lost_and_counted_if_the_disk_stays_full)
{
    cr_assert_geq(dup2(open_full(), STDERR_FILENO), 0);
    start_thread();
    log_lines(3);
    server_log_stop(monotonic_milliseconds());
    while (server_log_dropped() < 3) /* the thread may still write */
        usleep(1000);
    cr_expect_eq(server_log_dropped(), 3);
}

/* After a write that a full disk refuses, the next one is tried only 50 milliseconds later, however
 * many lines are logged meanwhile. */
Test(server_log, a_full_disk_is_tried_again_but_not_all_the_time)
{
    cr_assert_geq(dup2(open_full(), STDERR_FILENO), 0);
    start_thread();
    const int64_t began = monotonic_milliseconds();
    while (failing_call_count(CALL_WRITE) < 4)
        log_lines(1), usleep(1000);
    cr_expect_geq(monotonic_milliseconds() - began, 3 * 50 - 3); /* each wait rounds down */
}

Test(server_log, a_write_error_is_told_with_the_number_of_lines_that_it_lost)
{
    const int reader = catch_errors();
    failing_call_set(CALL_WRITE, 0, EIO);
    start_thread();
    log_lines(1);
    while (server_log_dropped() == 0)
        usleep(1000);
    server_log(SERVER_LOG_INFO, "again");
    stop_thread();
    read_errors(reader);
    cr_expect(strstr(output, "Z warning rapporteur: 1 lines of this log were dropped, because "
                             "standard error could not be written: Input/output error\n"),
              "%s", output);
    cr_expect(strstr(output, "Z info rapporteur: again\n"), "%s", output);
    cr_expect_eq(server_log_dropped(), 1);
}

static void expect_no_thread(enum failing_call call, int index, int error, const char *reason)
{
    char expected[200];
    const uint64_t before = process_read_figures().open_files;
    failing_call_set(call, index, error);
    cr_expect_not(server_log_start_thread());
    snprintf(expected, sizeof expected, "rapporteur: cannot start a thread: %s\n", reason);
    cr_expect_str_eq(caught_errors(), expected);
    cr_expect_eq(process_read_figures().open_files, before);
    server_log(SERVER_LOG_INFO, "without a thread");
    cr_expect_str_eq(caught_errors(), "rapporteur: without a thread\n");
    cr_expect(server_log_stop(monotonic_milliseconds()));
}

Test(server_log, each_failure_of_the_start_of_its_thread_is_reported)
{
    caught_errors_begin();
    expect_no_thread(CALL_EVENTFD, 0, EMFILE, "Too many open files");
    expect_no_thread(CALL_EVENTFD, 1, ENFILE, "Too many open files in system");
    expect_no_thread(CALL_PTHREAD_CREATE, 0, EAGAIN, "Resource temporarily unavailable");
}

Test(server_log, standard_input_may_be_closed)
{
    const int reader = catch_errors();
    close(STDIN_FILENO);
    start_thread();
    cr_expect_geq(fcntl(STDIN_FILENO, F_GETFD), 0, "no event has this descriptor");
    log_lines(3);
    stop_thread();
    read_errors(reader);
    expect_lines(3);
    cr_expect_eq(fcntl(STDIN_FILENO, F_GETFD), -1, "the event is not closed");
}

Test(server_log, a_stream_that_is_incomplete_says_so)
{
    struct log_stream stream;
    const int reader = catch_errors();
    server_log_start(SERVER_LOG_TEXT);
    log_stream_open(&stream);
    fputs("a.json:1: one\n", stream.file);
    fclose(stream.file);
    stream.file = fopen("/dev/full", "w"); /* as if the memory had been full */
    fputs("a.json:2: two\n", stream.file);
    log_stream_close(&stream, SERVER_LOG_WARNING);
    read_errors(reader);
    const char *first = strstr(output, "Z warning a.json:1: one\n");
    cr_assert(first, "%s", output);
    cr_expect(strstr(first, "Z error rapporteur: out of memory\n"), "%s", output);
}

Test(server_log, a_plain_stream_is_standard_error)
{
    struct log_stream stream;
    const int reader = catch_errors();
    log_stream_open(&stream);
    cr_expect_eq(stream.file, stderr);
    fputs("one\n", stream.file);
    log_stream_close(&stream, SERVER_LOG_WARNING);
    server_log(SERVER_LOG_INFO, "open");
    cr_expect_str_eq(read_errors(reader), "one\nrapporteur: open\n");
}

Test(server_log, lines_below_the_least_level_are_left_out)
{
    const int reader = catch_errors();
    server_log_leave_out_below(SERVER_LOG_WARNING);
    server_log(SERVER_LOG_INFO, "calm");
    server_log(SERVER_LOG_WARNING, "windy");
    server_log(SERVER_LOG_ERROR, "stormy");
    cr_expect_str_eq(read_errors(reader), "rapporteur: warning: windy\nrapporteur: stormy\n");
}
