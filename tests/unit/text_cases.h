/* Tests of readers by texts and what each says, and by small changes of these texts: without one of
 * their marks, letters or words, or with another mark or digit. What the changed texts say stands
 * in tests/cases/changed-texts, in a file for each test. RAPPORTEUR_ACCEPT=1 writes these files.
 * Read their differences before you commit them. */
#pragma once

#include <stddef.h>

struct text_case {
    const char *text, *expected;
};

/* Writes what a reader finds in a text, in one line or more. */
typedef void describe_text(const char *text, char *found, size_t size);

enum {
    TEXT_CASE_BYTES_MAX = 4096 /* of a text and of what it says, with the NUL */
};

/* Expects each text to say what is expected, and each changed text what the file of the test says.
 * A test may call it once. */
void expect_texts(describe_text *describe, const struct text_case *cases, size_t count);
