/* What all fuzz targets have in common: bytes that anybody may have written, and promises.
 *
 * A target is one file that says what such bytes are fed to. Under clang it is linked with
 * libFuzzer, which makes them up (`./dev fuzz`); in ordinary builds with corpus.c, which reads them
 * from tests/fuzz/corpus.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The target. Returns 0; what is wrong ends the program. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program where a promise is broken, also in builds without assertions. */
#define MUST(promise)                                                                     \
    do                                                                                    \
        if (!(promise)) {                                                                 \
            fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #promise); \
            abort();                                                                      \
        }                                                                                 \
    while (0)

/* The bytes as a text, which ends at the first NUL among them; the caller frees it. It has no byte
 * to spare, so that AddressSanitizer sees who reads on. */
char *input_text(const uint8_t *data, size_t size);

/* Takes the next line from a text, whose line feed becomes NUL; NULL behind the last, and where
 * there is none or it is empty: a field that is not sent. */
char *input_line(char **text);
