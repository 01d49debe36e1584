/* The thread that writes the access log: whole lines, in order, many at once. */
#define _GNU_SOURCE /* O_DIRECT */
#include "access_log/access_log.h"
#include "access_log/log_ring.h"
#include "base/event.h"
#include "base/monotonic_clock.h"
#include "base/process.h"
#include "caught_errors.h"
#include "failing_calls.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum {
    LINES = 600,
    SECONDS_MAX = 60
};

static struct access_log access_log;
static struct log_ring *ring;
static int reader; /* of the pipe that replaces standard output */
static int writer;

/* Each read of a pipe with O_DIRECT returns the bytes of one write. */
static void start(void)
{
    int ends[2];
    cr_assert_eq(pipe2(ends, O_DIRECT | O_CLOEXEC), 0);
    reader = ends[0];
    writer = ends[1];
    cr_assert_geq(fcntl(reader, F_SETPIPE_SZ, 1 << 20), 0);
}

static void log_to(int file)
{
    cr_assert_geq(dup2(file, STDOUT_FILENO), 0);
}

static void start_log(void)
{
    cr_assert(access_log_start(&access_log, ACCESS_LOG_COMBINED));
    ring = access_log_join(&access_log);
    cr_assert(ring);
}

/* Logs requests whose targets are their numbers, followed by so many letters. */
static void log_requests(size_t count, size_t (*letters)(size_t number))
{
    for (size_t i = 0; i < count; i++) {
        static char target[2000];
        const int length = snprintf(target, sizeof target, "/%zu/", i);
        memset(target + length, 'a', letters(i));
        target[(size_t)length + letters(i)] = '\0';
        const struct logged logged = {.status = 200,
                                      .client = {AF_INET, {192, 0, 2, 7}},
                                      .texts = {"GET", target, "HTTP/1.1"}};
        if (i + 1 < count)
            cr_assert(log_ring_put(ring, &logged));
        else
            access_log_add(&access_log, ring, &logged);
    }
}

/* Ends the thread if its lines cannot be written for so long. On a busy machine it ends later than
 * access_log_stop waits for it.
 */
static void stop_log_after(int milliseconds)
{
    struct pollfd ended = {access_log.ended, POLLIN, 0};
    if (access_log_stop(&access_log, monotonic_milliseconds() + milliseconds))
        return;
    cr_assert_eq(poll(&ended, 1, SECONDS_MAX * 1000), 1, "the thread has not ended");
    pthread_join(access_log.thread, NULL);
}

static void stop_log(void)
{
    cr_expect(access_log_stop(&access_log, monotonic_milliseconds() + SECONDS_MAX * 1000));
    cr_expect_eq(access_log_dropped(&access_log), 0);
    access_log_finish(&access_log);
    close(STDOUT_FILENO);
    close(writer);
}

/* Checks that all lines arrive, whole and in order. Returns the number of writes. */
static size_t expect_lines(size_t count, size_t (*letters)(size_t number))
{
    char bytes[PIPE_BUF + 1];
    ssize_t length;
    size_t number = 0, writes = 0;
    for (; (length = read(reader, bytes, PIPE_BUF)) > 0; writes++) {
        bytes[length] = '\0';
        cr_assert_eq(bytes[length - 1], '\n', "a write ends with a whole line");
        for (char *line = strtok(bytes, "\n"); line; line = strtok(NULL, "\n"), number++) {
            char expected[40];
            snprintf(expected, sizeof expected, "\"GET /%zu/", number);
            const char *found = strstr(line, expected);
            cr_assert(found, "%s is not in %s", expected, line);
            cr_assert_eq(strspn(found + strlen(expected), "a"), letters(number), "%s", line);
        }
    }
    cr_expect_eq(number, count);
    return writes;
}

static size_t no_letters(size_t number)
{
    (void)number;
    return 0;
}

static size_t some_letters(size_t number)
{
    return number * 37 % 1900;
}

TestSuite(access_log_writer, .init = start);

Test(access_log_writer, short_lines_are_written_many_at_once)
{
    log_to(writer);
    start_log();
    log_requests(LINES, no_letters);
    stop_log();
    cr_expect_lt(expect_lines(LINES, no_letters), LINES / 5);
}

Test(access_log_writer, lines_of_all_lengths_are_whole_and_in_order)
{
    log_to(writer);
    start_log();
    log_requests(LINES, some_letters);
    stop_log();
    expect_lines(LINES, some_letters);
}

/* Each worker has its own ring. */
Test(access_log_writer, the_lines_of_all_rings_are_written)
{
    log_to(writer);
    start_log();
    struct log_ring *const first = ring;
    log_requests(3, no_letters);
    ring = access_log_join(&access_log);
    cr_assert(ring && ring != first);
    log_requests(4, no_letters);
    stop_log();
    char bytes[PIPE_BUF];
    size_t lines = 0;
    for (ssize_t length; (length = read(reader, bytes, sizeof bytes)) > 0;)
        for (ssize_t i = 0; i < length; i++)
            lines += bytes[i] == '\n';
    cr_expect_eq(lines, 7);
}

Test(access_log_writer, lines_wait_while_the_disk_is_full)
{
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    cr_assert_geq(full, 0);
    log_to(full);
    start_log();
    log_requests(LINES, some_letters);
    usleep(200 * 1000); /* the test also passes if nothing is written in this time */
    log_to(writer);
    stop_log();
    expect_lines(LINES, some_letters);
}

Test(access_log_writer, lines_are_lost_and_counted_if_the_disk_stays_full)
{
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    cr_assert_geq(full, 0);
    log_to(full);
    start_log();
    log_requests(LINES, some_letters);
    stop_log_after(200);
    cr_expect_eq(access_log_dropped(&access_log), LINES);
    access_log_finish(&access_log);
}

/* The lines are dropped while the writer waits for room on the disk. */
Test(access_log_writer, a_full_disk_is_reported_while_it_lasts)
{
    static char target[1900];
    char said[400];
    size_t length = 0;
    int errors[2];
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    const struct logged logged = {.status = 200, .texts = {"GET", target, "HTTP/1.1"}};
    memset(target, 'a', sizeof target - 1);
    cr_assert(pipe2(errors, O_CLOEXEC) == 0 && dup2(errors[1], STDERR_FILENO) >= 0);
    log_to(full);
    start_log();
    while (access_log_dropped(&access_log) == 0)
        access_log_add(&access_log, ring, &logged);
    while (length + 1 < sizeof said && read(errors[0], said + length, 1) == 1 &&
           said[length] != '\n')
        length++;
    said[length] = '\0';
    cr_expect(strstr(said, "standard output cannot be written: No space left on device; lines"),
              "%s", said);
    stop_log_after(0);
}

Test(access_log_writer, lines_are_lost_and_counted_without_a_reader)
{
    log_to(writer);
    close(reader);
    signal(SIGPIPE, SIG_IGN);
    start_log();
    log_requests(LINES, no_letters);
    cr_expect(access_log_stop(&access_log, monotonic_milliseconds() + SECONDS_MAX * 1000));
    cr_expect_eq(access_log_dropped(&access_log), LINES);
    access_log_finish(&access_log);
}

/* Leaves descriptors for one of the two events. */
Test(access_log_writer, a_lack_of_descriptors_is_reported)
{
    cr_assert(access_log_start(&access_log, ACCESS_LOG_COMBINED));
    const struct rlimit limit = {.rlim_cur = (rlim_t)access_log.ended,
                                 .rlim_max = (rlim_t)access_log.ended};
    access_log_stop(&access_log, monotonic_milliseconds() + SECONDS_MAX * 1000);
    access_log_finish(&access_log);
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
    cr_expect_not(access_log_start(&access_log, ACCESS_LOG_COMBINED));
    cr_expect_eq(dup(STDERR_FILENO), access_log.wake, "the event is not closed");
}

/* Reads the lines of a log whose writes do not end with whole lines. */
static size_t count_lines(void)
{
    char bytes[PIPE_BUF];
    size_t lines = 0;
    for (ssize_t length; (length = read(reader, bytes, sizeof bytes)) > 0;)
        for (ssize_t i = 0; i < length; i++) {
            static char line[4000];
            static size_t at;
            line[at++] = bytes[i];
            if (bytes[i] != '\n')
                continue;
            char expected[40];
            line[at] = '\0';
            at = 0;
            snprintf(expected, sizeof expected, "\"GET /%zu/ HTTP/1.1\" ", lines++);
            cr_assert(strstr(line, expected), "%s is not in %s", expected, line);
        }
    return lines;
}

Test(access_log_writer, lines_that_are_written_in_parts_are_whole)
{
    int ends[2];
    cr_assert_eq(pipe2(ends, O_CLOEXEC), 0);
    cr_assert_geq(fcntl(ends[0], F_SETPIPE_SZ, 1 << 20), 0);
    close(reader), close(writer);
    reader = ends[0];
    writer = ends[1];
    log_to(writer);
    failing_call_shorten_writes(7);
    start_log();
    log_requests(LINES, no_letters);
    stop_log();
    cr_expect_eq(count_lines(), LINES);
}

static void expect_one_line(void)
{
    char line[400];
    const ssize_t length = read(reader, line, sizeof line - 1);
    cr_assert_gt(length, 0);
    line[length] = '\0';
    cr_expect(strstr(line, "\"GET /0/ HTTP/1.1\" 200 "), "%s", line);
    cr_expect_eq(strchr(line, '\n'), line + length - 1);
}

Test(access_log_writer, an_error_that_passes_loses_no_line)
{
    static const int errors[] = {EAGAIN, EINTR, ENOSPC, EDQUOT};
    log_to(writer);
    for (size_t i = 0; i < 4; i++) {
        failing_call_set(CALL_WRITE, 0, errors[i]);
        cr_assert(access_log_start(&access_log, ACCESS_LOG_COMBINED));
        cr_assert(ring = access_log_join(&access_log));
        log_requests(1, no_letters);
        cr_expect(access_log_stop(&access_log, monotonic_milliseconds() + SECONDS_MAX * 1000));
        cr_expect_eq(access_log_dropped(&access_log), 0, "%s", strerror(errors[i]));
        access_log_finish(&access_log);
        expect_one_line();
    }
}

Test(access_log_writer, an_error_that_stays_loses_the_lines_of_one_write)
{
    log_to(writer);
    failing_call_set(CALL_WRITE, 0, EIO);
    start_log();
    log_requests(3, no_letters);
    cr_expect(access_log_stop(&access_log, monotonic_milliseconds() + SECONDS_MAX * 1000));
    cr_expect_eq(access_log_dropped(&access_log), 3);
    access_log_finish(&access_log);
}

/* After a write that a full disk refuses, the next one is tried only 50 milliseconds later. */
Test(access_log_writer, a_full_disk_is_not_tried_all_the_time)
{
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    cr_assert_geq(full, 0);
    log_to(full);
    start_log();
    const int64_t began = monotonic_milliseconds();
    log_requests(1, no_letters);
    while (failing_call_count(CALL_WRITE) < 4)
        usleep(1000);
    /* The event of the request may end the first wait. */
    cr_expect_geq(monotonic_milliseconds() - began, 2 * 50);
    stop_log_after(0);
    access_log_finish(&access_log);
}

/* The reader does not read until the writer has looked in vain for room in its pipe. */
Test(access_log_writer, a_slow_reader_gets_the_lines_that_are_not_dropped)
{
    static char target[1900];
    int errors[2], small[2];
    char byte, bytes[PIPE_BUF];
    size_t lines = 0, added = 0;
    const struct logged logged = {.status = 200, .texts = {"GET", target, "HTTP/1.1"}};
    memset(target, 'a', sizeof target - 1);
    cr_assert(pipe2(small, O_CLOEXEC) == 0 && pipe2(errors, O_CLOEXEC) == 0);
    cr_assert_geq(fcntl(small[1], F_SETPIPE_SZ, 4096), 0);
    cr_assert_geq(dup2(errors[1], STDERR_FILENO), 0);
    log_to(small[1]);
    close(small[1]);
    start_log();
    for (; access_log_dropped(&access_log) == 0; added++)
        access_log_add(&access_log, ring, &logged);
    cr_assert_eq(read(errors[0], &byte, 1), 1, "it is not reported");
    const size_t dropped = access_log_dropped(&access_log);
    atomic_store(&access_log.stopping, true);
    access_log.end = monotonic_milliseconds() + SECONDS_MAX * 1000;
    event_signal(access_log.wake);
    for (; lines < added - dropped;) {
        const ssize_t length = read(small[0], bytes, sizeof bytes);
        cr_assert_gt(length, 0);
        for (ssize_t i = 0; i < length; i++)
            lines += bytes[i] == '\n';
    }
    cr_expect(access_log_stop(&access_log, monotonic_milliseconds() + SECONDS_MAX * 1000));
    cr_expect_eq(access_log_dropped(&access_log), dropped);
    access_log_finish(&access_log);
}

static void expect_no_start(enum failing_call call, int index, int error, const char *reason)
{
    char expected[200];
    const uint64_t before = process_read_figures().open_files;
    failing_call_set(call, index, error);
    cr_expect_not(access_log_start(&access_log, ACCESS_LOG_COMBINED));
    snprintf(expected, sizeof expected, "rapporteur: cannot start the access log: %s\n", reason);
    cr_expect_str_eq(caught_errors(), expected);
    cr_expect_eq(process_read_figures().open_files, before);
}

Test(access_log_writer, each_failure_of_its_start_is_reported)
{
    caught_errors_begin();
    expect_no_start(CALL_EVENTFD, 0, EMFILE, "Too many open files");
    expect_no_start(CALL_EVENTFD, 1, ENFILE, "Too many open files in system");
    expect_no_start(CALL_PTHREAD_CREATE, 0, EAGAIN, "Resource temporarily unavailable");
}

Test(access_log_writer, standard_input_may_be_closed)
{
    close(STDIN_FILENO);
    log_to(writer);
    start_log();
    cr_expect_eq(access_log.wake, STDIN_FILENO);
    log_requests(LINES, no_letters);
    stop_log();
    cr_expect_eq(fcntl(STDIN_FILENO, F_GETFD), -1, "the event is not closed");
    expect_lines(LINES, no_letters);
}
