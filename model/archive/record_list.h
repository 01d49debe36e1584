/* A growing list of the records of one type, in which a record is found by its id. */
#pragma once

#include "archive/record.h"
#include "base/hash_table.h"

/* All zeros is an empty list. */
struct record_list {
    struct record **at; /* allocated with malloc */
    size_t count;
    size_t capacity;
    struct hash_table by_id; /* of the places in `at` */
};

/* Frees the list, not the records. */
void record_list_finish(struct record_list *list);

/* Appends a record and sets its ordinal. If a record with its id is there already, that one is
 * still the one found. Returns false if out of memory: the list is then unchanged. */
bool record_list_append(struct record_list *list, struct record *record);

/* Returns the first record with this id (`length` bytes), or NULL. */
struct record *record_list_find(const struct record_list *list, const char *id, size_t length);
