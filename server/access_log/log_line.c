#include "access_log/log_line.h"

#include "base/json_writer.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* Together with the rest of the line, they are shorter than LOG_LINE_MAX. */
const size_t logged_text_max[LOGGED_TEXT_COUNT] = {
    [LOGGED_METHOD] = 48,   [LOGGED_TARGET] = 2000,    [LOGGED_PROTOCOL] = 32,
    [LOGGED_REFERER] = 600, [LOGGED_USER_AGENT] = 500, [LOGGED_REPRESENTATION] = 100,
    [LOGGED_HOST] = 200,    [LOGGED_REQUEST_ID] = 128, [LOGGED_TRACEPARENT] = 55};

enum {
    TEXT_MAX = 2000, /* the largest of them */
    NANOSECONDS = 1000000000
};

static struct tm broken_down(int64_t nanoseconds)
{
    const time_t seconds = (time_t)(nanoseconds / NANOSECONDS);
    struct tm time;
    gmtime_r(&seconds, &time);
    return time;
}

/* Appends a text that is between quotes. Quotes, backslashes and bytes that are not printable ASCII
 * become \xHH, and so do spaces in the request line, whose parts they would separate. */
static void log_append_quoted(struct buffer *out, const struct logged *logged,
                              enum logged_text which)
{
    const bool may_have_spaces = which == LOGGED_REFERER || which == LOGGED_USER_AGENT;
    const char *text = logged->texts[which] ? logged->texts[which] : "-";
    size_t used = 0;
    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;
        char escape[5] = {(char)c, '\0'};
        if (c < ' ' || c >= 0x7f || c == '"' || c == '\\' || (c == ' ' && !may_have_spaces))
            snprintf(escape, sizeof escape, "\\x%02x", c);
        used += strlen(escape);
        if (used > logged_text_max[which])
            return;
        buffer_append_text(out, escape);
    }
}

static void log_append_combined(const struct logged *logged, struct buffer *out)
{
    char address[ADDRESS_TEXT_MAX], date[64], numbers[48];
    const char *client = address_write(&logged->client, address);
    const struct tm time = broken_down(logged->time);
    buffer_append_text(out, client ? client : "-");
    strftime(date, sizeof date, " - - [%d/%b/%Y:%H:%M:%S +0000] \"", &time);
    buffer_append_text(out, date);
    log_append_quoted(out, logged, LOGGED_METHOD);
    buffer_append_byte(out, ' ');
    log_append_quoted(out, logged, LOGGED_TARGET);
    buffer_append_byte(out, ' ');
    log_append_quoted(out, logged, LOGGED_PROTOCOL);
    snprintf(numbers, sizeof numbers, "\" %u %" PRIu64 " \"", logged->status, logged->bytes);
    buffer_append_text(out, numbers);
    log_append_quoted(out, logged, LOGGED_REFERER);
    buffer_append_text(out, "\" \"");
    log_append_quoted(out, logged, LOGGED_USER_AGENT);
    buffer_append_text(out, "\"\n");
}

/* Returns the maximum length in JSON of a character of one byte. */
static size_t log_escaped_length(unsigned char c)
{
    if (c < ' ' || c == 0x7f)
        return sizeof "\\u0000" - 1;
    return c == '"' || c == '\\' ? 2 : 1;
}

/* Copies a text as valid UTF-8, with U+FFFD for each byte that is not part of a character, cut so
 * that it takes at most `max` bytes in JSON. Returns the length of the copy. */
static size_t log_repair_text(const char *text, size_t max, char repaired[TEXT_MAX])
{
    size_t length = 0, shown = 0;
    while (*text) {
        const size_t sequence = utf8_character_length(text);
        const char *from = sequence ? text : "\xef\xbf\xbd";
        const size_t size = sequence ? sequence : 3;
        shown += size == 1 ? log_escaped_length((unsigned char)*text) : size;
        if (shown > max)
            break;
        memcpy(repaired + length, from, size);
        length += size;
        text += sequence ? sequence : 1;
    }
    return length;
}

static void log_write_text(struct json_writer *json, const char *name, const struct logged *logged,
                           enum logged_text which)
{
    char repaired[TEXT_MAX];
    const char *text = logged->texts[which];
    json_write_name(json, name);
    if (text && *text)
        json_write_string(json, repaired, log_repair_text(text, logged_text_max[which], repaired));
    else
        json_write_null(json);
}

static void log_write_time(struct json_writer *json, int64_t nanoseconds)
{
    char text[48];
    const struct tm time = broken_down(nanoseconds);
    const size_t used = strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &time);
    snprintf(text + used, sizeof text - used, ".%03dZ", (int)(nanoseconds % NANOSECONDS / 1000000));
    json_write_text_member(json, "time", text);
}

static void log_append_seconds(struct buffer *out, const char *name, uint64_t nanoseconds)
{
    char text[80];
    snprintf(text, sizeof text, ",\"%s\":%" PRIu64 ".%06" PRIu64, name, nanoseconds / NANOSECONDS,
             nanoseconds % NANOSECONDS / 1000);
    buffer_append_text(out, text);
}

static void log_append_json(const struct logged *logged, struct buffer *out)
{
    struct json_writer json;
    char address[ADDRESS_TEXT_MAX];
    const char *client = address_write(&logged->client, address);
    json_writer_init(&json, out);
    json_write_open(&json, '{');
    log_write_time(&json, logged->time);
    json_write_name(&json, "remote_address");
    if (client)
        json_write_text(&json, client);
    else
        json_write_null(&json);
    log_write_text(&json, "method", logged, LOGGED_METHOD);
    log_write_text(&json, "target", logged, LOGGED_TARGET);
    log_write_text(&json, "protocol", logged, LOGGED_PROTOCOL);
    json_write_integer_member(&json, "status", logged->status);
    json_write_integer_member(&json, "bytes", (int64_t)logged->bytes);
    log_append_seconds(out, "first_byte_seconds", logged->ready);
    log_append_seconds(out, "duration_seconds", logged->duration);
    log_write_text(&json, "referer", logged, LOGGED_REFERER);
    log_write_text(&json, "user_agent", logged, LOGGED_USER_AGENT);
    log_write_text(&json, "representation", logged, LOGGED_REPRESENTATION);
    log_write_text(&json, "host", logged, LOGGED_HOST);
    log_write_text(&json, "request_id", logged, LOGGED_REQUEST_ID);
    log_write_text(&json, "traceparent", logged, LOGGED_TRACEPARENT);
    json_write_close(&json, '}');
    buffer_append_byte(out, '\n');
}

void log_line_append(const struct logged *logged, enum access_log_format format, struct buffer *out)
{
    if (format == ACCESS_LOG_JSON)
        log_append_json(logged, out);
    else
        log_append_combined(logged, out);
}
