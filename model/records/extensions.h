/* The records that extend others: what a data file adds to a record of another file, or to one that
 * an editor says is the same. */
#pragma once

#include "archive/record.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A record that extends another one (extend_records.c). */
struct extension {
    struct record *record;
    struct record *base; /* the record that it extends, after find_extended_records */
    uint64_t replaced;   /* a set of positions of fields, which it replaces */
    bool joined;         /* true if another file of another format has a record with its id, or if
                            an editor says that it is the same as the base */
    const char *same_as; /* the id of the record that it is the same as, or NULL */
};

struct extensions {
    struct extension *at; /* in the order of the files */
    size_t count;
    size_t capacity;
};

/* Adds an extension. Returns false if out of memory. */
bool extensions_add(struct extensions *list, struct extension extension);
