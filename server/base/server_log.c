#include "base/server_log.h"

#include "base/counter.h"
#include "base/error_text.h"
#include "base/event.h"
#include "base/monotonic_clock.h"
#include "base/server_log_line.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum {
    AGAIN_MILLISECONDS = 50,     /* pause after an error that may pass, such as a full disk */
    END_MILLISECONDS = 1000,     /* for the last lines: a reader that has stopped reads none */
    END_LATE_MILLISECONDS = 500, /* the thread may end this much after its deadline */
    WAIT_MILLISECONDS_MAX = 3600000
};

/* The queue is a ring of whole lines. */
static struct {
    enum server_log_format format;
    enum server_log_level least;
    bool journal;
    pthread_mutex_t lock; /* of the members up to `dropped` */
    bool queues;          /* true while there is a thread */
    bool stopping;
    int64_t end; /* deadline in milliseconds of the monotonic clock */
    char bytes[SERVER_LOG_QUEUE_BYTES];
    size_t first, length;
    uint64_t unreported;  /* lines dropped since the last line in the queue */
    int error;            /* why the last write failed, or 0 if the reader is only slow */
    int unreported_error; /* of the dropped lines, or 0 */
    counter dropped;
    int wake, ended; /* eventfds: lines are queued; the thread has ended */
    pthread_t thread;
} server_logger = {.least = SERVER_LOG_INFO, .lock = PTHREAD_MUTEX_INITIALIZER};

/* Reports whether standard error is the stream that systemd names: "DEVICE:INODE". */
static bool is_journal(void)
{
    const char *stream = getenv("JOURNAL_STREAM");
    struct stat status;
    char own[64];
    if (!stream || fstat(STDERR_FILENO, &status) != 0)
        return false;
    snprintf(own, sizeof own, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    return strcmp(stream, own) == 0;
}

void server_log_start(enum server_log_format format)
{
    server_logger.format = format;
    server_logger.journal = format != SERVER_LOG_PLAIN && is_journal();
}

void server_log_leave_out_below(enum server_log_level level)
{
    server_logger.least = level;
}

enum server_log_format server_log_format(void)
{
    return server_logger.format;
}

uint64_t server_log_dropped(void)
{
    return counter_read(&server_logger.dropped);
}

static int milliseconds_until(int64_t end)
{
    const int64_t left = end - monotonic_milliseconds();
    return left < 0 ? 0 : left > WAIT_MILLISECONDS_MAX ? WAIT_MILLISECONDS_MAX : (int)left;
}

/* Appends bytes that fit. The lock is held. */
static void queue_append(const char *bytes, size_t length)
{
    const size_t at = (server_logger.first + server_logger.length) % SERVER_LOG_QUEUE_BYTES;
    const size_t to_end = SERVER_LOG_QUEUE_BYTES - at;
    const size_t before = length < to_end ? length : to_end;
    memcpy(server_logger.bytes + at, bytes, before);
    memcpy(server_logger.bytes, bytes + before, length - before);
    server_logger.length += length;
}

/* Takes at most `max` bytes from the queue, whole lines only. The lock is held. */
static size_t queue_take(char *bytes, size_t max)
{
    size_t length = 0;
    for (size_t i = 0; i < server_logger.length && i < max; i++) {
        bytes[i] = server_logger.bytes[(server_logger.first + i) % SERVER_LOG_QUEUE_BYTES];
        if (bytes[i] == '\n')
            length = i + 1;
    }
    server_logger.first = (server_logger.first + length) % SERVER_LOG_QUEUE_BYTES;
    server_logger.length -= length;
    return length;
}

static size_t make_line(char line[SERVER_LOG_LINE_MAX], enum server_log_level level,
                        const char *name, const char *message)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return server_log_write_line(line, server_logger.format, level,
                                 (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000, name, message,
                                 server_logger.journal);
}

/* Counts lines that are dropped. The lock is held. */
static void drop_lines(uint64_t count)
{
    server_logger.unreported += count;
    if (server_logger.error)
        server_logger.unreported_error = server_logger.error;
    counter_add(&server_logger.dropped, count);
}

/* Queues a line, after one that tells how many were dropped before it. The lock is held. */
static void queue_line(const char *line, size_t length)
{
    char lost[SERVER_LOG_LINE_MAX], message[160];
    size_t lost_length = 0;
    if (server_logger.unreported > 0) {
        const int error = server_logger.unreported_error;
        snprintf(message, sizeof message,
                 "%" PRIu64 " lines of this log were dropped, because standard error %s%s",
                 server_logger.unreported, error ? "could not be written: " : "is read too slowly",
                 error ? error_text(error) : "");
        lost_length = make_line(lost, SERVER_LOG_WARNING, "rapporteur: ", message);
    }
    if (length + lost_length > SERVER_LOG_QUEUE_BYTES - server_logger.length) {
        drop_lines(1);
        return;
    }
    queue_append(lost, lost_length);
    queue_append(line, length);
    server_logger.unreported = 0;
    server_logger.unreported_error = 0;
}

static void log_message(enum server_log_level level, const char *name, const char *message)
{
    char line[SERVER_LOG_LINE_MAX];
    const size_t length = make_line(line, level, name, message);
    pthread_mutex_lock(&server_logger.lock);
    const bool queues = server_logger.queues;
    if (queues) {
        queue_line(line, length);
        event_signal(server_logger.wake); /* under the lock: server_log_stop closes it afterwards */
    }
    pthread_mutex_unlock(&server_logger.lock);
    if (!queues)
        fwrite(line, 1, length, stderr);
}

void server_log(enum server_log_level level, const char *format, ...)
{
    char message[SERVER_LOG_LINE_MAX];
    va_list arguments;
    if (level > server_logger.least)
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (server_logger.format == SERVER_LOG_PLAIN)
        fprintf(stderr, "rapporteur: %s%s\n", level == SERVER_LOG_WARNING ? "warning: " : "",
                message);
    else
        log_message(level, "rapporteur: ", message);
}

void server_log_line(enum server_log_level level, const char *line)
{
    if (server_logger.format == SERVER_LOG_PLAIN)
        fprintf(stderr, "%s\n", line);
    else
        log_message(level, "", line);
}

/* Copies the state that the thread waits for. */
static bool is_stopping(int64_t *ret_end)
{
    pthread_mutex_lock(&server_logger.lock);
    const bool stopping = server_logger.stopping;
    *ret_end = server_logger.end;
    pthread_mutex_unlock(&server_logger.lock);
    return stopping;
}

/* Waits until standard error accepts more, or for a moment if it is `full`. Returns false if the
 * deadline for stopping has passed. */
static bool wait_for_reader(bool full)
{
    const int64_t again = monotonic_milliseconds() + AGAIN_MILLISECONDS;
    for (;;) {
        int64_t end;
        const bool stopping = is_stopping(&end);
        const int left = stopping ? milliseconds_until(end) : WAIT_MILLISECONDS_MAX;
        /* A wake-up is for the queue or for stopping. While stopping, the end is the only one. */
        struct pollfd awaited[] = {{full ? -1 : STDERR_FILENO, POLLOUT, 0},
                                   {stopping ? -1 : server_logger.wake, POLLIN, 0}};
        const int pause = full ? milliseconds_until(again) : left;
        uint64_t count;
        poll(awaited, 2, left < pause ? left : pause);
        if (awaited[0].revents)
            return true;
        if (stopping && milliseconds_until(end) == 0)
            return false;
        if (full && milliseconds_until(again) == 0)
            return true;
        if (awaited[1].revents && read(server_logger.wake, &count, sizeof count) < 0)
            return false;
    }
}

static bool is_slow(int error)
{
    return error == EAGAIN || error == EINTR;
}

static bool passes(int error)
{
    return is_slow(error) || error == ENOSPC || error == EDQUOT;
}

static void note_error(int error)
{
    pthread_mutex_lock(&server_logger.lock);
    server_logger.error = error;
    pthread_mutex_unlock(&server_logger.lock);
}

/* Writes lines of at most PIPE_BUF bytes together, so that poll(2) promises room for them in a
 * pipe. Returns false if they, or a part of them, could not be written. */
static bool write_lines(const char *lines, size_t length)
{
    bool full = false;
    for (size_t done = 0; done < length;) {
        if (!wait_for_reader(full))
            return false;
        const ssize_t count = write(STDERR_FILENO, lines + done, length - done);
        const int error = count < 0 ? errno : 0;
        full = passes(error) && error != EINTR;
        note_error(is_slow(error) ? 0 : error);
        if (error == 0)
            done += (size_t)count;
        else if (!passes(error))
            return false;
    }
    return true;
}

static void count_lost(const char *lines, size_t length)
{
    uint64_t lost = 0;
    for (size_t i = 0; i < length; i++)
        lost += lines[i] == '\n';
    pthread_mutex_lock(&server_logger.lock);
    drop_lines(lost);
    pthread_mutex_unlock(&server_logger.lock);
}

static void *log_thread_run(void *context)
{
    static char lines[PIPE_BUF];
    (void)context;
    for (;;) {
        struct pollfd wake = {server_logger.wake, POLLIN, 0};
        uint64_t count;
        pthread_mutex_lock(&server_logger.lock);
        const size_t length = queue_take(lines, sizeof lines);
        const bool ends = length == 0 && server_logger.stopping;
        pthread_mutex_unlock(&server_logger.lock);
        if (ends)
            break;
        if (length > 0 && !write_lines(lines, length))
            count_lost(lines, length);
        if (length == 0 && poll(&wake, 1, -1) > 0 &&
            read(server_logger.wake, &count, sizeof count) < 0)
            continue;
    }
    event_signal(server_logger.ended);
    return NULL;
}

static void close_events(void)
{
    if (server_logger.wake >= 0)
        close(server_logger.wake);
    if (server_logger.ended >= 0)
        close(server_logger.ended);
}

bool server_log_start_thread(void)
{
    server_logger.wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    server_logger.ended = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    server_logger.stopping = false;
    int reason = server_logger.wake < 0 || server_logger.ended < 0 ? errno : 0;
    fflush(stderr);
    if (reason == 0)
        reason = pthread_create(&server_logger.thread, NULL, log_thread_run, NULL);
    if (reason == 0) {
        pthread_mutex_lock(&server_logger.lock);
        server_logger.queues = true;
        pthread_mutex_unlock(&server_logger.lock);
        return true;
    }
    close_events();
    server_log(SERVER_LOG_ERROR, "cannot start a thread: %s", error_text(reason));
    return false;
}

bool server_log_stop(int64_t end)
{
    struct pollfd ended = {server_logger.ended, POLLIN, 0};
    const int64_t latest = monotonic_milliseconds() + END_MILLISECONDS;
    if (end > latest)
        end = latest;
    pthread_mutex_lock(&server_logger.lock);
    const bool queues = server_logger.queues;
    server_logger.end = end;
    server_logger.stopping = true;
    pthread_mutex_unlock(&server_logger.lock);
    if (!queues)
        return true;
    event_signal(server_logger.wake);
    if (poll(&ended, 1, milliseconds_until(end) + END_LATE_MILLISECONDS) <= 0)
        return false;
    pthread_join(server_logger.thread, NULL);
    pthread_mutex_lock(&server_logger.lock);
    server_logger.queues = false;
    pthread_mutex_unlock(&server_logger.lock);
    close_events();
    return true;
}
