/* tests/cases/requests.txt: requests as bytes, and what becomes of them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct request_case {
    char name[128];
    char expected[64]; /* as the file has it, for the library in use */
    char *bytes;       /* allocated with malloc */
    size_t length;
};

/* Reads the next case from the file; false at its end. The caller frees `bytes`. `old_library`
 * takes what is expected with libmicrohttpd 0.9.75 where that differs. */
bool request_case_read(void *file, bool old_library, struct request_case *ret_case);

/* Whether what was seen, a status (0 for no answer) and whether the connection was closed behind
 * it, is one of those expected. */
bool request_case_allows(const struct request_case *request, long status, bool closed);
