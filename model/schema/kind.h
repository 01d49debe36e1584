/* The kinds of field, and what a text must be to be a value of one. */
#pragma once

#include "schema/field.h"

struct kind {
    const char *name;     /* for the field dictionary */
    const char *expected; /* what to write, as the end of "expected ..." */
    /* Whether `length` bytes of UTF-8 are such a value; NULL for kinds whose value is not a text,
     * or is checked against something besides itself (FIELD_ENUM, FIELD_FIELD_NAME,
     * FIELD_REFERENCE). */
    bool (*accepts)(const char *text, size_t length);
    /* The same as a regular expression of ECMA-262, for schemas: as exact as one reasonably is. An
     * interval that ends before it begins passes. NULL where there is none. */
    const char *pattern;
};

/* By enum field_kind. */
extern const struct kind kinds[FIELD_KIND_COUNT];

/* A slug as a regular expression of ECMA-262, without its bound of SLUG_BYTES_MAX. */
#define SLUG_PATTERN "[a-z0-9]+([-._][a-z0-9]+)*"

/* Whether a text is a slug; also what a bare reference must be. */
bool kind_is_slug(const char *text, size_t length);

/* Reads "34" or "34-39". False, with the results untouched, where it is no such range, begins with
 * 0 or ends before it begins. */
bool kind_parse_lines(const char *text, size_t length, int64_t *ret_first, int64_t *ret_last);
