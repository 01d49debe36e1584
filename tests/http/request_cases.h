/* The reader of tests/cases/requests.txt, whose head describes the format. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct request_case {
    char name[128];
    char expected[64]; /* as written in the file, for the library in use */
    char *bytes;       /* allocated with malloc */
    size_t length;
};

/* Reads the next case from a FILE. Returns false at its end. `old_library` selects the expectation
 * for libmicrohttpd 0.9.75 if the case has one. The caller frees `bytes`. */
bool request_case_read(void *file, bool old_library, struct request_case *ret_case);

/* Reports whether the case allows this outcome: the status of the answer (0 if there was none), and
 * whether the connection was closed after it. */
bool request_case_allows(const struct request_case *request, long status, bool closed);
