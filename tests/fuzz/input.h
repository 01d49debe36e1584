/* The entry point of all fuzz targets, access to their input, and assertions.
 *
 * A target is one file, which passes the input to the code under test. `./dev fuzz` builds it with
 * clang and links it with libFuzzer, which generates inputs. Ordinary builds link it with corpus.c,
 * which reads them from tests/fuzz/corpus.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Runs the target on one input. Returns 0; aborts the program if a promise is broken. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Aborts the program if a promise is broken, in builds without assertions, too. */
#define MUST(promise)                                                                     \
    do                                                                                    \
        if (!(promise)) {                                                                 \
            fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #promise); \
            abort();                                                                      \
        }                                                                                 \
    while (0)

/* Returns the bytes up to the first NUL as a string, which the caller frees. Its block has no spare
 * byte, so that AddressSanitizer finds reads beyond it. */
char *input_text(const uint8_t *data, size_t size);

/* Returns the next line of *text, whose line feed becomes a NUL, and moves *text after it. Returns
 * NULL, for a field that is not sent, if the line is empty or there are no more. */
char *input_line(char **text);
