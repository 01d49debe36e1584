/* The lines of the objects and lists of a JSON text, which the JSON library does not keep.
 *
 * The text has been parsed already, so that only strings and brackets need to be told apart. The
 * objects and lists are numbered from 0 in the order in which they begin.
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

/* Finds the lines of a valid JSON text. Returns false, and leaves *ret_lines unchanged, if out of
 * memory. */
bool json_lines_find(const char *text, size_t length, struct json_lines *ret_lines);

void json_lines_finish(struct json_lines *lines);
