/* A request target, parsed: the segments of its path and the parameters of its query.
 *
 * The target is split before percent-encoding is decoded, so an encoded slash or ampersand is part
 * of a name and not a separator (RFC 3986, section 2.4). In a query '+' is a space, as HTML forms
 * and most clients encode it. In a value, tabs and line breaks that are percent-encoded are spaces,
 * because white space of any kind is one space (unicode/fold.h).
 *
 * Commas separate the values of a list, and a comma within a value is percent-encoded (RFC 6570,
 * section 3.2.8). The list form of a value keeps the difference: it has "\," for an encoded comma.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    TARGET_BYTES_MAX = 8000, /* the minimum that RFC 9110, section 4.1, recommends */
    TARGET_SEGMENTS_MAX = 8,
    TARGET_PARAMETERS_MAX = 64
};

struct parameter {
    const char *name;
    const char *value; /* "" without '=' */
    const char *list;  /* the value with "\," for each encoded comma */
};

struct target {
    const char *segments[TARGET_SEGMENTS_MAX]; /* "/" has none */
    size_t segment_count;
    struct parameter parameters[TARGET_PARAMETERS_MAX]; /* in the order of the query */
    size_t parameter_count;
    bool trailing_slash;             /* true if the path ends with a slash, which adds no segment */
    char text[TARGET_BYTES_MAX + 1]; /* the memory of segments and parameters */
    char lists[TARGET_BYTES_MAX + 1]; /* of the list forms that differ from their values */
    size_t lists_used;
};

enum target_status {
    TARGET_OK,
    TARGET_TOO_LONG,
    TARGET_TOO_MANY_SEGMENTS, /* more than any route has */
    TARGET_TOO_MANY_PARAMETERS,
    TARGET_BAD_ENCODING, /* a broken escape, a control character, or invalid UTF-8 */
    TARGET_NO_PATH       /* neither a path nor an absolute URL (RFC 9112, section 3.2) */
};

/* Returns the path and query of a target: an absolute URL without its scheme and authority. Returns
 * NULL if there is no path. */
const char *target_path(const char *text);

/* Parses a target. *ret_target is complete only if TARGET_OK is returned. */
enum target_status target_parse(const char *text, struct target *ret_target);
