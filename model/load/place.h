/* The place of a value in a data file.
 *
 * A place is a path of members and elements from the top of a file: a chain of structs on the stack
 * of the functions that walk down the file. It can be written as a JSON Pointer (RFC 6901) and
 * found in the file's text, because the JSON library does not tell the line of a value.
 */
#pragma once

#include "load/record_file.h"

struct place {
    const struct record_file *file;
    const struct place *parent; /* NULL at the top of the file */
    const char *member;         /* the name of an object's member; NULL for an array's element */
    size_t position;            /* of that element in its array, from 0 */
};

struct place place_top(const struct record_file *file);
struct place place_member(const struct place *parent, const char *member);
struct place place_element(const struct place *parent, size_t position);

/* Returns the place as a JSON Pointer, "" for the top; the caller frees it. Returns NULL if out of
 * memory. */
char *place_pointer(const struct place *place);

/* Returns the line, from 1, on which the value at a place begins in `file`, which has the text. The
 * text is valid JSON. For a value that is not there, returns the line of the innermost value around
 * it. */
unsigned place_line(const struct place *place, const struct record_file *file);
