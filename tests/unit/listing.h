/* Text that a test adds to, such as the description of a result. */
#pragma once

#include <stddef.h>

struct listing {
    char *text; /* of the test; it has room for `size` bytes with the NUL */
    size_t length, size;
};

/* Adds formatted text. The test fails if there is no room for it. */
__attribute__((format(printf, 2, 3))) void listing_add(struct listing *out, const char *format,
                                                       ...);
