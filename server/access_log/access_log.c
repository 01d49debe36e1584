#include "access_log/access_log.h"

#include "base/error_text.h"
#include "base/event.h"
#include "base/monotonic_clock.h"
#include "base/server_log.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

enum {
    TURN = 256,                      /* entries taken from a ring before the next ring */
    GATHER_MILLISECONDS = 50,        /* wait for more lines to write at once */
    WAKE_ABOVE = LOG_RING_BYTES / 2, /* bytes in a ring that end that wait */
    LOOK_AGAIN_MILLISECONDS = 1000, /* interval of checks for dropped lines if the reader is slow */
    WARN_AGAIN_MILLISECONDS = 60000,
    END_LATE_MILLISECONDS = 500, /* the thread may end this much after its deadline */
    WAIT_MILLISECONDS_MAX = 3600000
};

/* Whole lines, at most as long as one atomic write to a pipe. */
struct batch {
    char bytes[LOG_LINE_MAX];
    size_t length, lines;
};

static int milliseconds_until(int64_t end)
{
    const int64_t left = end - monotonic_milliseconds();
    return left < 0 ? 0 : left > WAIT_MILLISECONDS_MAX ? WAIT_MILLISECONDS_MAX : (int)left;
}

/* Warns if lines were dropped; warns again only after a pause without dropped lines. */
static void access_log_warn_of_dropped(struct access_log *log)
{
    const uint64_t dropped = access_log_dropped(log);
    if (dropped == log->dropped_before)
        return;
    const int64_t now = monotonic_milliseconds();
    if (log->dropped_before == 0 || now - log->dropped_at >= WARN_AGAIN_MILLISECONDS)
        server_log(
            SERVER_LOG_WARNING,
            "standard output %s%s; lines of the access log are dropped (/metrics counts them)",
            log->error ? "cannot be written: " : "is read too slowly",
            log->error ? error_text(log->error) : "");
    log->dropped_at = now;
    log->dropped_before = dropped;
}

/* Waits until standard output accepts more, or for a moment if it is `full`. Returns false if the
 * deadline for stopping has passed. */
static bool access_log_wait_for_reader(struct access_log *log, bool full)
{
    for (;;) {
        const bool stopping = atomic_load(&log->stopping);
        struct pollfd awaited[] = {{stopping ? -1 : log->wake, POLLIN, 0},
                                   {full ? -1 : STDOUT_FILENO, POLLOUT, 0}};
        int wait = full ? GATHER_MILLISECONDS : LOOK_AGAIN_MILLISECONDS;
        if (stopping && milliseconds_until(log->end) < wait)
            wait = milliseconds_until(log->end);
        uint64_t count;
        poll(awaited, 2, wait);
        if (awaited[1].revents)
            return true;
        if (stopping && milliseconds_until(log->end) == 0)
            return false;
        access_log_warn_of_dropped(log);
        if (awaited[0].revents && read(log->wake, &count, sizeof count) < 0)
            return false;
        if (full)
            return true;
    }
}

static bool is_slow_error(int error)
{
    return error == EAGAIN || error == EINTR;
}

static bool is_full_error(int error)
{
    return error == EAGAIN || error == ENOSPC || error == EDQUOT;
}

static void access_log_write_batch(struct access_log *log, struct batch *batch)
{
    bool full = false;
    for (size_t done = 0; done < batch->length;) {
        if (!access_log_wait_for_reader(log, full)) {
            counter_add(&log->lost, batch->lines);
            break;
        }
        const ssize_t count = write(STDOUT_FILENO, batch->bytes + done, batch->length - done);
        full = count < 0 && is_full_error(errno);
        log->error = count < 0 && !is_slow_error(errno) ? errno : 0;
        if (count >= 0) {
            done += (size_t)count;
        } else if (!full && log->error) {
            counter_add(&log->lost, batch->lines);
            break;
        }
    }
    batch->length = batch->lines = 0;
}

/* Makes an identifier for a request that has none: random for each start of the server, and a
 * number. */
static void access_log_identify(struct access_log *log, struct logged *logged)
{
    if (log->format != ACCESS_LOG_JSON || logged->texts[LOGGED_REQUEST_ID])
        return;
    snprintf(log->made_id, sizeof log->made_id, "%016" PRIx64 "-%" PRIu64, log->id_prefix,
             ++log->last_id);
    logged->texts[LOGGED_REQUEST_ID] = log->made_id;
}

static void access_log_add_line(struct access_log *log, struct batch *batch, struct logged *logged,
                                struct buffer *line)
{
    access_log_identify(log, logged);
    line->length = 0;
    line->failed = false;
    log_line_append(logged, log->format, line);
    if (line->failed) {
        counter_add(&log->lost, 1);
        return;
    }
    if (line->length > sizeof batch->bytes - batch->length)
        access_log_write_batch(log, batch);
    memcpy(batch->bytes + batch->length, line->bytes, line->length);
    batch->length += line->length;
    batch->lines++;
}

/* Writes the entries of all rings. Returns false if they were empty. */
static bool access_log_write_all(struct access_log *log, struct batch *batch, struct buffer *line)
{
    char texts[LOG_ENTRY_MAX];
    struct logged logged;
    bool any = false, more = true;
    while (more) {
        more = false;
        for (struct log_ring *ring = atomic_load(&log->rings); ring; ring = *log_ring_next(ring))
            for (int i = 0; i < TURN && log_ring_take(ring, texts, &logged); i++) {
                access_log_add_line(log, batch, &logged, line);
                more = any = true;
            }
        access_log_write_batch(log, batch);
        access_log_warn_of_dropped(log);
    }
    return any;
}

static bool access_log_is_empty(const struct access_log *log)
{
    const struct log_ring *ring = atomic_load(&log->rings);
    while (ring && log_ring_is_empty(ring))
        ring = *log_ring_next((struct log_ring *)(uintptr_t)ring);
    return !ring;
}

/* Waits for an entry in a ring. If `soon` is true, waits only for a moment, to write many lines at
 * once. */
static void access_log_wait_for_lines(struct access_log *log, bool soon)
{
    struct pollfd wake = {log->wake, POLLIN, 0};
    uint64_t count;
    atomic_store(&log->wake_above, soon ? (size_t)WAKE_ABOVE : 0);
    if (!soon && !access_log_is_empty(log))
        return;
    if (poll(&wake, 1, soon ? GATHER_MILLISECONDS : -1) > 0 &&
        read(log->wake, &count, sizeof count) < 0)
        return;
}

static void *access_log_run(void *context)
{
    struct access_log *log = context;
    struct batch batch = {.length = 0};
    struct buffer line;
    buffer_init(&line, LOG_LINE_MAX);
    for (;;) {
        const bool stopping = atomic_load(&log->stopping);
        atomic_store(&log->wake_above, SIZE_MAX);
        const bool any = access_log_write_all(log, &batch, &line);
        if (stopping)
            break;
        access_log_wait_for_lines(log, any);
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
    if (getrandom(&log->id_prefix, sizeof log->id_prefix, GRND_NONBLOCK) < 0)
        log->id_prefix = (uint64_t)monotonic_nanoseconds();
    int reason = log->wake < 0 || log->ended < 0 ? errno : 0;
    if (reason == 0)
        reason = pthread_create(&log->thread, NULL, access_log_run, log);
    if (reason == 0)
        return true;
    server_log(SERVER_LOG_ERROR, "cannot start the access log: %s", error_text(reason));
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
    if (used > atomic_load(&log->wake_above) &&
        atomic_exchange(&log->wake_above, SIZE_MAX) != SIZE_MAX)
        event_signal(log->wake);
}

uint64_t access_log_dropped(const struct access_log *log)
{
    uint64_t dropped = counter_read(&log->lost);
    for (struct log_ring *ring = atomic_load(&log->rings); ring; ring = *log_ring_next(ring))
        dropped += log_ring_refused(ring);
    return dropped;
}

bool access_log_stop(struct access_log *log, int64_t end)
{
    struct pollfd ended = {log->ended, POLLIN, 0};
    log->end = end;
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
