/* A request target taken apart: the segments of its path and the parameters of its query.
 *
 * Percent-encoding is decoded after the target is split, so an encoded slash or ampersand is part
 * of a name and not a separator (RFC 3986, section 2.4). In a query '+' is a space, as forms and
 * most clients write it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    TARGET_BYTES_MAX = 8000, /* the least that RFC 9110, section 4.1 asks servers to take */
    TARGET_SEGMENTS_MAX = 8,
    TARGET_PARAMETERS_MAX = 64
};

struct parameter {
    const char *name;
    const char *value; /* "" where there is no '=' */
};

struct target {
    const char *segments[TARGET_SEGMENTS_MAX]; /* "/" has none */
    size_t segment_count;
    struct parameter parameters[TARGET_PARAMETERS_MAX]; /* in the order given */
    size_t parameter_count;
    bool trailing_slash;             /* the path ended with a slash, which is no segment */
    char text[TARGET_BYTES_MAX + 1]; /* what the above point into */
};

enum target_status {
    TARGET_OK,
    TARGET_TOO_LONG,
    TARGET_TOO_MANY_SEGMENTS, /* so there is nothing of that name */
    TARGET_TOO_MANY_PARAMETERS,
    TARGET_BAD_ENCODING, /* a broken escape, or one of a control character or of no UTF-8 */
    TARGET_NO_PATH       /* neither a path nor an absolute URL (RFC 9112, section 3.2) */
};

/* The path and query of a target: of an absolute URL without scheme and authority; NULL where there
 * is no path. */
const char *target_path(const char *text);

/* Takes a target apart; *ret_target is whole only with TARGET_OK. */
enum target_status target_parse(const char *text, struct target *ret_target);
