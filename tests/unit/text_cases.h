/* Tests readers with texts and the results that are expected, and with small changes of these
 * texts: one mark, letter or word is missing, or one mark or digit is another. The results of the
 * changed texts are in tests/cases/changed-texts, in a file for each test. TEST_ACCEPT=1
 * writes these files. */
#pragma once

#include <stddef.h>

struct text_case {
    const char *text, *expected;
};

/* Writes the result of a reader for a text, in one or more lines. */
typedef void describe_text(const char *text, char *found, size_t size);

enum {
    TEXT_CASE_BYTES_MAX = 4096 /* of a text, and of its result, with the NUL */
};

/* Expects each text to have its expected result. */
void expect_exact_texts(describe_text *describe, const struct text_case *cases, size_t count);

/* Expects the same, and each changed text to have the result in the file of the test. A test may
 * call it only once. The result must not depend on the version of a library. */
void expect_texts(describe_text *describe, const struct text_case *cases, size_t count);
