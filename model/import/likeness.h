/* The names of files that are not data, by their first bytes. Private to model/import. */
#pragma once

#include "draft/draft.h"

enum {
    LIKENESS_BYTES = 100 /* with the NUL */
};

/* Something that a file is known to be, and cannot be read. */
struct likeness {
    char name[LIKENESS_BYTES]; /* with its article: "a PDF document" */
    const char *advice;        /* a clause in the imperative, or NULL */
    bool encoding;             /* true if only the encoding prevents that it is read */
    bool text;                 /* true if it is a text of no known kind */
};

/* Returns true, and writes what the source is, if its contents show that it has none of the formats
 * that can be read, whatever its name. */
bool likeness_find(const struct draft_source *source, struct likeness *ret_likeness);

/* Writes what a source looks like that has no known format: XML, or a text. */
void likeness_guess(const struct draft_source *source, struct likeness *ret_likeness);
