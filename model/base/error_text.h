/* The texts of the C library's error numbers. */
#pragma once

#include <string.h>

/* Returns the text, which is valid until the next call by the same thread. All code calls this
 * instead of strerror, so that the exception for the linter is in one place. */
static inline const char *error_text(int error)
{
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): glibc 2.32 and musl have one text per thread. */
    return strerror(error);
}
