/* The texts of the C library's error numbers. */
#pragma once

#include <string.h>

/* Returns the text, which stays until the calling thread asks again. Everything calls this in place
 * of strerror, so that the linter's exception stands in one place. */
static inline const char *error_text(int error)
{
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): glibc (since 2.32) and musl keep one text a thread. */
    return strerror(error);
}
