/* The place of a value in a data file.
 *
 * A place is a path of members and elements from the top of a file: a linked list of structs on the
 * stacks of the functions that traverse the file. It can be written as a JSON Pointer (RFC 6901).
 * Its line is found by a search in the text, because the JSON library does not report lines of
 * values.
 */
#pragma once

#include "files/record_file.h"

struct place {
    const struct record_file *file;
    const struct place *parent; /* NULL at the top of the file */
    const char *member; /* the name of a member of an object; NULL for an element of an array */
    size_t position;    /* position of an element in its array, from 0 */
};

/* Return the place of the whole file, of a member of an object, and of an element of an array. */
struct place place_top(const struct record_file *file);
struct place place_member(const struct place *parent, const char *member);
struct place place_element(const struct place *parent, size_t position);

/* Returns the place as a JSON Pointer, "" for the top, which the caller frees. Returns NULL if out
 * of memory. */
char *place_pointer(const struct place *place);

/* Returns the line of the source of the value at a place in an imported file or, if the text of its
 * draft is not in memory, of the record at this place. Returns 0 if it is unknown. */
unsigned place_imported_line(const struct place *place, const struct record_file *file);

/* Returns the line, from 1, on which the value at a place begins. The text of `file` is in memory
 * and valid JSON. If there is no such value, returns the line of the innermost value that encloses
 * the place. */
unsigned place_line(const struct place *place, const struct record_file *file);
