#include "net/access_log.h"

#include "base/error_text.h"
#include "base/event.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    TURN = 256,                        /* records of a ring, before the next ring has its turn */
    SIGNAL_ABOVE = LOG_RING_BYTES / 2, /* while the writer waits for more lines to write at once */
    GATHER_MILLISECONDS = 50,          /* for so long */
    LOOK_AGAIN_MILLISECONDS = 1000,    /* at what has been dropped, while the reader is slow */
    WARN_AGAIN_SECONDS = 60,
    END_LATE_MILLISECONDS = 500 /* allowed to a thread that has to see first that it is time */
};

/* Whole lines, as many as one write to a pipe takes. */
struct batch {
    char bytes[LOG_LINE_MAX];
    size_t length, lines;
};

static struct timespec now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time;
}

static int milliseconds_until(const struct timespec *end)
{
    const struct timespec time = now();
    const long long left =
        (long long)(end->tv_sec - time.tv_sec) * 1000 + (end->tv_nsec - time.tv_nsec) / 1000000;
    return left < 0 ? 0 : left > 3600000 ? 3600000 : (int)left;
}

/* Says that lines are dropped when that begins: not again as long as it goes on. */
static void watch_dropped(struct access_log *log)
{
    const uint64_t dropped = access_log_dropped(log);
    if (dropped == log->dropped_before)
        return;
    const time_t time = now().tv_sec;
    if (log->dropped_before == 0 || time - log->dropped_at >= WARN_AGAIN_SECONDS)
        fputs("rapporteur: nobody reads the access log fast enough from standard output; lines are "
              "dropped (/metrics counts them)\n",
              stderr);
    log->dropped_at = time;
    log->dropped_before = dropped;
}

/* Waits until standard output takes more, or for so long where `full` says that it will not for
 * now. False where it is time to give up. */
static bool wait_for_reader(struct access_log *log, bool full)
{
    struct pollfd awaited[] = {{log->wake, POLLIN, 0}, {full ? -1 : STDOUT_FILENO, POLLOUT, 0}};
    for (;;) {
        const bool stopping = atomic_load(&log->stopping);
        int wait = full ? GATHER_MILLISECONDS : LOOK_AGAIN_MILLISECONDS;
        if (stopping && milliseconds_until(&log->end) < wait)
            wait = milliseconds_until(&log->end);
        const int ready = poll(awaited + stopping, 2 - stopping, wait);
        if (awaited[1].revents)
            return true;
        if (stopping && milliseconds_until(&log->end) == 0)
            return false;
        if (full && ready == 0)
            return true;
        uint64_t count;
        if (!stopping && awaited[0].revents && read(log->wake, &count, sizeof count) < 0)
            return false;
        watch_dropped(log);
    }
}

static bool is_full(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == ENOSPC || error == EDQUOT;
}

static void write_batch(struct access_log *log, struct batch *batch)
{
    bool full = false;
    for (size_t done = 0; done < batch->length;) {
        if (!wait_for_reader(log, full)) {
            counter_add(&log->lost, batch->lines);
            break;
        }
        const ssize_t count = write(STDOUT_FILENO, batch->bytes + done, batch->length - done);
        full = count < 0 && is_full(errno);
        if (count >= 0) {
            done += (size_t)count;
        } else if (!full && errno != EINTR) {
            counter_add(&log->lost, batch->lines);
            break;
        }
    }
    batch->length = batch->lines = 0;
}

static void add_line(struct access_log *log, struct batch *batch, const struct logged *logged,
                     struct buffer *line)
{
    line->length = 0;
    line->failed = false;
    log_line_append(logged, log->format, line);
    if (line->failed) {
        counter_add(&log->lost, 1);
        return;
    }
    if (line->length > sizeof batch->bytes - batch->length)
        write_batch(log, batch);
    memcpy(batch->bytes + batch->length, line->bytes, line->length);
    batch->length += line->length;
    batch->lines++;
}

/* Writes what there is in all rings; false where there was nothing. */
static bool write_all(struct access_log *log, struct batch *batch, struct buffer *line)
{
    char texts[LOG_RECORD_MAX];
    struct logged logged;
    bool any = false, more = true;
    while (more) {
        more = false;
        for (struct log_ring *ring = atomic_load(&log->rings); ring; ring = *log_ring_next(ring))
            for (int i = 0; i < TURN && log_ring_take(ring, texts, &logged); i++) {
                add_line(log, batch, &logged, line);
                more = any = true;
            }
        write_batch(log, batch);
        watch_dropped(log);
    }
    return any;
}

static bool is_empty(const struct access_log *log)
{
    const struct log_ring *ring = atomic_load(&log->rings);
    while (ring && log_ring_is_empty(ring))
        ring = *log_ring_next((struct log_ring *)(uintptr_t)ring);
    return !ring;
}

/* Where there has just been something there is soon more, and it is cheaper to write much at once:
 * then waits a moment, else until a thread has put something into its ring. */
static void wait_for_lines(struct access_log *log, bool soon)
{
    struct pollfd wake = {log->wake, POLLIN, 0};
    uint64_t count;
    atomic_store(&log->signal_above, soon ? (size_t)SIGNAL_ABOVE : 0);
    if (!soon && !is_empty(log))
        return;
    if (poll(&wake, 1, soon ? GATHER_MILLISECONDS : -1) > 0 &&
        read(log->wake, &count, sizeof count) < 0)
        return;
}

static void *run(void *context)
{
    struct access_log *log = context;
    struct batch batch = {.length = 0};
    struct buffer line;
    buffer_init(&line, LOG_LINE_MAX);
    for (;;) {
        const bool stopping = atomic_load(&log->stopping);
        atomic_store(&log->signal_above, SIZE_MAX);
        const bool any = write_all(log, &batch, &line);
        if (stopping)
            break;
        wait_for_lines(log, any);
    }
    buffer_finish(&line);
    event_signal(log->ended);
    return NULL;
}

bool access_log_start(struct access_log *log, enum access_log_format format)
{
    *log = (struct access_log){.format = format,
                               .wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK),
                               .ended = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    int reason = log->wake < 0 || log->ended < 0 ? errno : 0;
    if (reason == 0)
        reason = pthread_create(&log->thread, NULL, run, log);
    if (reason == 0)
        return true;
    fprintf(stderr, "rapporteur: cannot prepare the access log: %s\n", error_text(reason));
    access_log_finish(log);
    return false;
}

struct log_ring *access_log_join(struct access_log *log)
{
    struct log_ring *ring = log_ring_create();
    if (!ring)
        return NULL;
    *log_ring_next(ring) = atomic_load(&log->rings);
    atomic_store(&log->rings, ring);
    return ring;
}

void access_log_add(struct access_log *log, struct log_ring *ring, const struct logged *logged)
{
    const size_t used = log_ring_put(ring, logged);
    if (used > atomic_load(&log->signal_above) &&
        atomic_exchange(&log->signal_above, SIZE_MAX) != SIZE_MAX)
        event_signal(log->wake);
}

uint64_t access_log_dropped(const struct access_log *log)
{
    uint64_t dropped = counter_read(&log->lost);
    for (struct log_ring *ring = atomic_load(&log->rings); ring; ring = *log_ring_next(ring))
        dropped += log_ring_refused(ring);
    return dropped;
}

bool access_log_stop(struct access_log *log, const struct timespec *end)
{
    struct pollfd ended = {log->ended, POLLIN, 0};
    log->end = *end;
    atomic_store(&log->stopping, true);
    event_signal(log->wake);
    if (poll(&ended, 1, milliseconds_until(end) + END_LATE_MILLISECONDS) <= 0)
        return false;
    pthread_join(log->thread, NULL);
    return true;
}

void access_log_finish(struct access_log *log)
{
    for (struct log_ring *ring = atomic_load(&log->rings), *next; ring; ring = next) {
        next = *log_ring_next(ring);
        log_ring_destroy(ring);
    }
    if (log->wake >= 0)
        close(log->wake);
    if (log->ended >= 0)
        close(log->ended);
}
