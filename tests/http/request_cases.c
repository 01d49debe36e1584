#include "request_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINE_MAX_BYTES = 4096,
    REQUEST_MAX_BYTES = 256 * 1024
};

static bool read_line(FILE *in, char *line)
{
    if (!fgets(line, LINE_MAX_BYTES, in))
        return false;
    line[strcspn(line, "\n")] = '\0';
    return true;
}

/* Reads one byte, escaped or not, and moves *text after it. */
static char read_byte(const char **text)
{
    static const char names[] = "rnt\\", bytes[] = "\r\n\t\\";
    const char *at = *text;
    if (*at != '\\') {
        *text = at + 1;
        return *at;
    }
    if (at[1] == 'x') {
        const char digits[] = {at[2], at[3], '\0'};
        *text = at + 4;
        return (char)strtol(digits, NULL, 16);
    }
    const char *name = strchr(names, at[1]);
    cr_assert(name && at[1], "unknown escape: %s", at);
    *text = at + 2;
    return bytes[name - names];
}

static void append_byte(struct request_case *request, char byte)
{
    cr_assert_lt(request->length, REQUEST_MAX_BYTES);
    request->bytes[request->length++] = byte;
}

/* Reads {N TEXT}, appends TEXT N times, and moves *text after it. */
static void append_repeated(struct request_case *request, const char **text)
{
    char *inner;
    const long times = strtol(*text + 1, &inner, 10);
    const char *end = strchr(inner, '}');
    cr_assert(times > 0 && *inner == ' ' && end, "malformed repetition: %s", *text);
    for (long i = 0; i < times; i++)
        for (const char *at = inner + 1; at < end;)
            append_byte(request, read_byte(&at));
    *text = end + 1;
}

static void read_bytes(struct request_case *request, const char *text)
{
    request->bytes = malloc(REQUEST_MAX_BYTES);
    request->length = 0;
    cr_assert(request->bytes);
    while (*text) {
        if (*text == '{')
            append_repeated(request, &text);
        else
            append_byte(request, read_byte(&text));
    }
}

bool request_case_read(void *file, bool old_library, struct request_case *ret_case)
{
    static const char old_mark[] = " 0.9.75: ";
    char line[LINE_MAX_BYTES];
    do {
        if (!read_line(file, line))
            return false;
    } while (*line == '#' || !*line);
    snprintf(ret_case->name, sizeof ret_case->name, "%.127s", line);
    cr_assert(read_line(file, line), "%s has no expectation", ret_case->name);
    char *old = strstr(line, old_mark);
    if (old)
        *old = '\0';
    snprintf(ret_case->expected, sizeof ret_case->expected, "%.63s",
             old && old_library ? old + sizeof old_mark - 1 : line);
    cr_assert(read_line(file, line), "%s has no bytes", ret_case->name);
    read_bytes(ret_case, line);
    return true;
}

bool request_case_allows(const struct request_case *request, long status, bool closed)
{
    char seen[16] = "", one[64];
    snprintf(seen, sizeof seen, status ? "%ld%s" : "%.0ld%s", status, closed ? "!" : "");
    for (const char *at = request->expected; *at; at += *at == '|') {
        const size_t length = strcspn(at, "|");
        snprintf(one, sizeof one, "%.*s", (int)length, at);
        if (strcmp(one, seen) == 0)
            return true;
        at += length;
    }
    return false;
}
