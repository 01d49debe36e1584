/* A growing list of the records of one type, with an index by id. */
#pragma once

#include "archive/record.h"
#include "base/hash_table.h"

/* All zeros is an empty list. */
struct record_list {
    struct record **at; /* allocated with malloc */
    size_t count;
    size_t capacity;
    struct hash_table by_id; /* holds positions in `at` */
};

/* Frees the list, not the records. */
void record_list_finish(struct record_list *list);

/* Appends a record and sets its ordinal. If two records have the same id, record_list_find returns
 * the first one. Returns false, and leaves the list unchanged, if out of memory. */
bool record_list_append(struct record_list *list, struct record *record);

/* Reports whether a record stays in a list. */
typedef bool record_list_keeps(const struct record *record, void *context);

/* Takes the other records out of the list, and sets the ordinals of those that stay. If out of
 * memory, returns false, and the list has lost some of the records that stay. */
bool record_list_filter(struct record_list *list, record_list_keeps *keeps, void *context);

/* Returns the first record with the id `id` (`length` bytes), or NULL. */
struct record *record_list_find(const struct record_list *list, const char *id, size_t length);
