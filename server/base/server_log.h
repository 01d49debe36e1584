/* The log of a server: lines on standard error, each with its time and level.
 *
 * Any thread may log. server_log copies the line into a bounded queue and returns; one thread
 * writes. So a reader of standard error that is slow or has stopped delays no new record, and
 * the end of the server by a second at most: lines that do not fit into the queue are dropped and
 * counted, and the next line that fits says how many.
 *
 * There is one log per process. Before server_log_start, as in all commands except `serve`, a line
 * is written at once, as a person reads it: without time and level. Between server_log_start and
 * server_log_start_thread, and after server_log_stop, it is written at once with both.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum server_log_level {
    SERVER_LOG_ERROR,   /* something failed; a server that runs continues without it */
    SERVER_LOG_WARNING, /* somebody should look at it */
    SERVER_LOG_INFO
};

enum server_log_format {
    SERVER_LOG_PLAIN, /* neither time nor level */
    SERVER_LOG_TEXT,  /* "2026-04-28T09:30:00.123Z warning rapporteur: MESSAGE" */
    SERVER_LOG_JSON   /* an object with the members time, level and message */
};

enum {
    SERVER_LOG_LINE_MAX = 4096, /* bytes, with the line feed; the message is cut */
    SERVER_LOG_QUEUE_BYTES = 256 * 1024
};

/* Chooses the format of all further lines. If standard error is the journal of systemd
 * (JOURNAL_STREAM), each line also begins with its priority, such as <4>, which the journal takes
 * off (sd-daemon(3)). Call it before any thread logs. */
void server_log_start(enum server_log_format format);

/* Leaves out all lines that are less important than `level`, for a command whose standard error a
 * person should not need to read. Call it before any thread logs. */
void server_log_leave_out_below(enum server_log_level level);

/* Starts the thread that writes. Returns false, with the reason logged, if it cannot. */
bool server_log_start_thread(void);

/* Logs a message, without a line feed. In plain lines and in text "rapporteur: " precedes it. */
__attribute__((format(printf, 2, 3))) void server_log(enum server_log_level level,
                                                      const char *format, ...);

/* Logs a line as it is, such as a fault of the data, which names the file first. */
void server_log_line(enum server_log_level level, const char *line);

/* Returns the format of the lines. */
enum server_log_format server_log_format(void);

/* Returns the number of lines dropped so far. */
uint64_t server_log_dropped(void);

/* Writes the queued lines until `end`, in milliseconds of the monotonic clock, but for a second at
 * most, and ends the thread, if there is one. Returns false if it is still blocked in write(2): the
 * caller must then _exit(2).
 */
bool server_log_stop(int64_t end);
