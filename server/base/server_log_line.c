#include "base/server_log_line.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    ESCAPE_MAX = 16, /* four bytes as \xHH */
    END_MAX = 4      /* "\"}\n" */
};

static const struct {
    const char *name;
    int priority; /* of syslog(3) */
} levels[] = {[SERVER_LOG_ERROR] = {"error", 3},
              [SERVER_LOG_WARNING] = {"warning", 4},
              [SERVER_LOG_INFO] = {"info", 6}};

/* Reports whether a valid character controls a terminal: C0, DEL, or C1 in two bytes. */
static bool is_control(const char *text, size_t length)
{
    const unsigned char first = (unsigned char)text[0];
    if (length == 1)
        return first < ' ' || first == 0x7f;
    return length == 2 && first == 0xc2 && (unsigned char)text[1] < 0xa0;
}

/* Writes a character that cannot stand for itself. `length` is 0 if it is not valid. */
static size_t escape_character(const char *text, size_t length, bool json, char out[ESCAPE_MAX + 1])
{
    if (json && length == 0)
        return (size_t)snprintf(out, ESCAPE_MAX + 1, "\xef\xbf\xbd");
    if (json) {
        const unsigned char last = (unsigned char)text[length - 1];
        return (size_t)snprintf(out, ESCAPE_MAX + 1, "\\u%04x", last);
    }
    size_t used = 0;
    for (size_t i = 0; i < (length ? length : 1); i++)
        used +=
            (size_t)snprintf(out + used, ESCAPE_MAX + 1 - used, "\\x%02x", (unsigned char)text[i]);
    return used;
}

size_t server_log_escape(const char *text, bool json, char *out, size_t length, size_t size)
{
    while (*text) {
        char escape[ESCAPE_MAX + 1];
        const char *from = text;
        const size_t character = utf8_character_length(text);
        size_t count = character;
        if (character == 0 || is_control(text, character)) {
            count = escape_character(text, character, json, escape);
            from = escape;
        } else if (json && (*text == '"' || *text == '\\')) {
            snprintf(escape, sizeof escape, "\\%c", *text);
            count = 2;
            from = escape;
        }
        if (count > size - length)
            break;
        memcpy(out + length, from, count);
        length += count;
        text += character ? character : 1;
    }
    return length;
}

static size_t write_time(char *out, size_t size, int64_t milliseconds)
{
    const time_t seconds = (time_t)(milliseconds / 1000);
    struct tm time;
    gmtime_r(&seconds, &time);
    const size_t used = strftime(out, size, "%Y-%m-%dT%H:%M:%S", &time);
    return used + (size_t)snprintf(out + used, size - used, ".%03dZ", (int)(milliseconds % 1000));
}

size_t server_log_write_line(char line[SERVER_LOG_LINE_MAX], enum server_log_format format,
                             enum server_log_level level, int64_t milliseconds, const char *name,
                             const char *message, bool journal)
{
    const bool json = format == SERVER_LOG_JSON;
    const size_t most = SERVER_LOG_LINE_MAX - END_MAX;
    char time[64], head[160];
    write_time(time, sizeof time, milliseconds);
    size_t length = 0;
    if (journal)
        length = (size_t)snprintf(line, most, "<%d>", levels[level].priority);
    if (json)
        snprintf(head, sizeof head, "{\"time\":\"%s\",\"level\":\"%s\",\"message\":\"", time,
                 levels[level].name);
    else
        snprintf(head, sizeof head, "%s %s %s", time, levels[level].name, name);
    length += (size_t)snprintf(line + length, most - length, "%s", head);
    length = server_log_escape(message, json, line, length, most);
    return length +
           (size_t)snprintf(line + length, SERVER_LOG_LINE_MAX - length, "%s\n", json ? "\"}" : "");
}
