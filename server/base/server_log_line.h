/* Writes one line of the server's log into an array, without an allocation. */
#pragma once

#include "base/server_log.h"

#include <stddef.h>

/* Appends a text to out[0..size) after `length` bytes, and returns the new length. Whatever bytes
 * the text has, the result is one line: in JSON a part of a string in valid UTF-8; else control
 * characters and bytes that are not UTF-8 become \xHH. Stops before a character that does not fit.
 */
size_t server_log_escape(const char *text, bool json, char *out, size_t length, size_t size);

/* Writes a line with its line feed, in SERVER_LOG_TEXT or SERVER_LOG_JSON. `milliseconds` is the
 * time since 1970. `name` precedes the message in text: "rapporteur: " or "". Writes the priority
 * of the journal first if `journal` is true. Returns the length. */
size_t server_log_write_line(char line[SERVER_LOG_LINE_MAX], enum server_log_format format,
                             enum server_log_level level, int64_t milliseconds, const char *name,
                             const char *message, bool journal);
