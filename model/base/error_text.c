#include "base/error_text.h"

#include <string.h>

const char *error_text(int error)
{
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): glibc (since 2.32) and musl keep one text a thread. */
    return strerror(error);
}
