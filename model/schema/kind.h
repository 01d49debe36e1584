/* The kinds of field, and the texts that are valid values of each. */
#pragma once

#include "schema/field.h"

struct kind {
    const char *name;     /* in the field dictionary */
    const char *expected; /* a valid value in words, as the end of "expected ..." */
    /* Reports whether `length` bytes of UTF-8 are a valid value. NULL for kinds whose values are
     * not texts, and for those that are checked against other data (FIELD_ENUM, FIELD_FIELD_NAME,
     * FIELD_REFERENCE). */
    bool (*accepts)(const char *text, size_t length);
    /* The valid values as a regular expression of ECMA-262, for schemas, or NULL. It is as exact as
     * is reasonable: an interval that ends before it begins matches. */
    const char *pattern;
};

/* Indexed by enum field_kind. */
extern const struct kind kinds[FIELD_KIND_COUNT];

/* Reports whether values of the kind are compared by their folds (unicode/fold.h): human-readable
 * text, and language tags, in which case means nothing (RFC 5646, section 2.1.1). */
static inline bool kind_is_folded(enum field_kind kind)
{
    return kind == FIELD_TEXT || kind == FIELD_LANGUAGE;
}

/* A slug as a regular expression of ECMA-262, without the limit of SLUG_BYTES_MAX. */
#define SLUG_PATTERN "[a-z0-9]+([-._][a-z0-9]+)*"

/* Reports whether a text is a slug, as ids and references are. */
bool kind_is_slug(const char *text, size_t length);

/* Parses "34" or "34-39". Returns false, and leaves the results unchanged, if the text is not such
 * a range, a number begins with 0, or the range ends before it begins. */
bool kind_parse_lines(const char *text, size_t length, int64_t *ret_first, int64_t *ret_last);
