/* The value indexes of an archive, one for each path. Each is built when it is first needed, and
 * never removed.
 *
 * They are a linked list that only grows at its head, so finding an index takes no lock; building
 * one does. Any number of threads may call value_indexes_get at once. All indexes together have a
 * ceiling of memory.
 */
#pragma once

#include "archive/archive.h"
#include "select/value_index.h"

struct value_indexes;

/* Returns the ceiling for the indexes of an archive of `archive_bytes`: a quarter of that, and at
 * least 64 MiB. */
size_t value_indexes_ceiling(size_t archive_bytes);

/* Creates an empty collection of indexes of the archive, which must outlive it. The indexes take at
 * most `ceiling` bytes. Returns NULL if out of memory. */
struct value_indexes *value_indexes_create(const struct archive *archive, size_t ceiling);

/* Accepts NULL. */
void value_indexes_destroy(struct value_indexes *indexes);

/* Returns the index of a path over all records of a type, which lives as long as `indexes`. Returns
 * NULL if it would exceed the ceiling, or if out of memory; the caller then scans the records.
 * Returns NULL, with `work` used up, if `work` is a trial and the index is not built yet. */
const struct value_index *value_indexes_get(struct value_indexes *indexes,
                                            const struct record_type *type,
                                            const struct field_path *path, struct work *work);
