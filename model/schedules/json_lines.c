#include "schedules/json_lines.h"

#include "base/array.h"
#include "schedules/line_cursor.h"

#include <jansson.h>
#include <stdlib.h>

#ifndef JSON_PARSER_MAX_DEPTH
#define JSON_PARSER_MAX_DEPTH 2048
#endif

struct json_scan {
    struct json_lines found;
    size_t capacity;
    struct line_cursor lines;
    uint32_t open[JSON_PARSER_MAX_DEPTH + 1]; /* the numbers of those that have not ended */
    size_t depth;
};

static bool json_scan_open(struct json_scan *scan, size_t place)
{
    struct json_span *at = array_reserve(scan->found.at, &scan->capacity, scan->found.count + 1,
                                         sizeof *scan->found.at);
    if (!at)
        return false;
    scan->found.at = at;
    if (scan->depth > JSON_PARSER_MAX_DEPTH)
        return true;
    const unsigned line = line_cursor_move(&scan->lines, place);
    scan->open[scan->depth++] = (uint32_t)scan->found.count;
    at[scan->found.count++] = (struct json_span){.first = line, .last = line, .count = 1};
    return true;
}

static void json_scan_close(struct json_scan *scan, size_t place)
{
    if (!scan->depth)
        return;
    const uint32_t number = scan->open[--scan->depth];
    struct json_span *span = &scan->found.at[number];
    span->last = line_cursor_move(&scan->lines, place);
    span->count = (uint32_t)(scan->found.count - number);
}

/* Returns the place of the quotation mark that ends the string at `place`, or at least `length` if
 * the string does not end. */
static size_t json_string_end(const char *text, size_t length, size_t place)
{
    for (place++; place < length && text[place] != '"'; place++)
        if (text[place] == '\\')
            place++;
    return place;
}

enum json_lines_status json_lines_find(const char *text, size_t length, size_t values_max,
                                       struct json_lines *ret_lines, unsigned *ret_line)
{
    struct json_scan scan = {.lines = line_cursor_at_start(text, length)};
    enum json_lines_status status = JSON_LINES_FOUND;
    size_t values = 1; /* each but the first is after a bracket that opens or a comma */
    for (size_t i = 0; i < length && status == JSON_LINES_FOUND; i++) {
        const bool opens = text[i] == '{' || text[i] == '[';
        if (text[i] == '"') {
            i = json_string_end(text, length, i); /* beyond the text if it does not end */
            continue;
        }
        if (text[i] == '}' || text[i] == ']')
            json_scan_close(&scan, i);
        if ((opens || text[i] == ',') && ++values > values_max) {
            *ret_line = line_cursor_move(&scan.lines, i);
            status = JSON_LINES_TOO_MANY;
        } else if (opens && !json_scan_open(&scan, i))
            status = JSON_LINES_OUT_OF_MEMORY;
    }
    if (status == JSON_LINES_FOUND)
        *ret_lines = scan.found;
    else
        free(scan.found.at);
    return status;
}

void json_lines_finish(struct json_lines *lines)
{
    free(lines->at);
    lines->at = NULL;
    lines->count = 0;
}
