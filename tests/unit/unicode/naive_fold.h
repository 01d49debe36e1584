/* A slow but obvious implementation of unicode/fold.h, on whole texts and without a table. */
#pragma once

/* Returns the fold of a text, which the caller frees. */
char *naive_fold(const char *text);
