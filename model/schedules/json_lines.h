/* The lines of the objects and lists of a JSON text, which the JSON library does not keep.
 *
 * Only strings, brackets and commas are distinguished, so that the lines of a text that is not
 * valid mean nothing. The objects and lists are numbered from 0 in the order in which they begin.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct json_span {
    uint32_t first; /* line of its opening bracket, from 1 */
    uint32_t last;  /* line of its closing bracket */
    uint32_t count; /* of the objects and lists from this one to the last one inside it */
};

struct json_lines {
    struct json_span *at;
    size_t count;
};

enum json_lines_status {
    JSON_LINES_FOUND,
    JSON_LINES_TOO_MANY,
    JSON_LINES_OUT_OF_MEMORY
};

/* Finds the lines of a JSON text with at most `values_max` values. Leaves *ret_lines unchanged if
 * it fails; *ret_line is the line of the first value beyond. */
enum json_lines_status json_lines_find(const char *text, size_t length, size_t values_max,
                                       struct json_lines *ret_lines, unsigned *ret_line);

void json_lines_finish(struct json_lines *lines);
