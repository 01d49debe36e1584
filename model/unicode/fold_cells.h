/* The folds of characters, in a table that fills as they occur. Most characters are inert: their
 * fold does not depend on those before them. Private to the folder.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    FOLD_CELL_TEXT_MAX = 7,
    FOLD_CELL_SPACE = 0xfc,   /* the fold is a space, which may be dropped */
    FOLD_CELL_FOLLOWS = 0xfd, /* the fold is one character that may compose with the one before it
                               */
    FOLD_CELL_MARK = 0xfe,    /* the fold is one mark that may not be dropped */
    FOLD_CELL_OTHER = 0xff    /* the fold is made each time */
};

struct fold_cell {
    /* The fold of an inert character; for FOLD_CELL_FOLLOWS and FOLD_CELL_MARK a uint32_t. */
    char text[FOLD_CELL_TEXT_MAX];
    unsigned char tag; /* 1 + the length of the text; or FOLD_CELL_... */
};

/* Returns the fold of a character. */
struct fold_cell fold_cell_of(uint32_t character);
