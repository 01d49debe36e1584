/* Where in a data file something stands.
 *
 * A place is a path of members and elements from the top of a file, kept as a chain on the stack of
 * those who walk down the file. It can be written as a JSON Pointer (RFC 6901) and found in the
 * file's text, since the JSON library does not say on which line a value stood.
 */
#pragma once

#include "load/record_file.h"

struct place {
    const struct record_file *file;
    const struct place *parent; /* NULL at the top of the file */
    const char *member;         /* an object's member, or NULL: then the element `index` */
    size_t index;
};

struct place place_top(const struct record_file *file);
struct place place_member(const struct place *parent, const char *member);
struct place place_element(const struct place *parent, size_t index);

/* The place as a JSON Pointer; the caller frees it. NULL when out of memory. "" is the top. */
char *place_pointer(const struct place *place);

/* The line, from 1, on which the value at a place begins in `file`, which has the text. It must be
 * valid JSON; what is not there counts as standing where the innermost value around it begins. */
unsigned place_line(const struct place *place, const struct record_file *file);
