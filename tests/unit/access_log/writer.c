/* The thread that writes the access log: whole lines, in order, many at once. */
#define _GNU_SOURCE /* O_DIRECT */
#include "access_log/access_log.h"
#include "access_log/log_ring.h"
#include "base/monotonic_clock.h"

#include <criterion/criterion.h>
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
