/* Finds values in the text of a JSON document that is known to be valid.
 *
 * The JSON library reads a document but keeps no positions; these walk its text instead, which is
 * done only where a fault has to be shown. `end` is the end of the whole text.
 */
#pragma once

#include <stddef.h>

/* The first byte of the document's value. */
const char *json_scan_top(const char *text, const char *end);

/* The value of a member of the object that begins at `object`; NULL where that is no object or has
 * no such member. */
const char *json_scan_member(const char *object, const char *end, const char *member);

/* The `index`th value, from 0, of the array that begins at `array`; NULL likewise. */
const char *json_scan_element(const char *array, const char *end, size_t index);
