/* A growing list of records, and a way to find one in it by its id. Allocated with malloc. */
#pragma once

#include "archive/record.h"

/* A slot knows the hash, so that few ids are looked at which are not the wanted one. */
struct record_slot {
    uint32_t hash;
    uint32_t place; /* in the list, from 1; 0 is free */
};

struct record_list {
    struct record **at;
    size_t count;
    size_t capacity;
    /* Open addressing; a power of two, at least twice `count`. */
    struct record_slot *slots;
    size_t slot_count;
};

void record_list_finish(struct record_list *list);

/* Appends a record and sets its ordinal. A record whose id is there already is appended all the
 * same but found no more than before. False when out of memory: the list is as it was. */
bool record_list_append(struct record_list *list, struct record *record);

/* The first record with this id (`length` bytes), or NULL. */
struct record *record_list_find(const struct record_list *list, const char *id, size_t length);
