/* A passage of a document that a record cites. Private to the folder. */
#pragma once

#include "archive/record.h"

struct passage {
    const struct record *document;
    const struct value *lines; /* may be absent */
    uint32_t from, to;         /* 0 if no lines are given */
};

/* Reads a passage from an object of source_fields: its lines are "34" or "34-39". */
struct passage passage_of(const struct value *source);
