/* The object by which a proposal refers to the records that it takes up. */
#pragma once

#include "archive/record.h"

enum {
    RELATED_RECORD = 0, /* its members */
    RELATED_BASIS = 1,
    RELATED_NOTE = 2
};

/* Returns the field of proposals that relates them to other records: a reference to several types,
 * whether the source states it, and a note; or NULL. */
const struct field *related_find_field(void);
