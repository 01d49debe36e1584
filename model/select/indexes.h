/* The value indexes of an archive: each is made when it is first asked for, and kept.
 *
 * Making one takes a lock, finding one does not, so any number of threads may ask at once. All of
 * them together have a ceiling of memory: a quarter of the archive's own, and at least 64 MiB.
 */
#pragma once

#include "archive/archive.h"
#include "select/value_index.h"

/* The index of a path over all records of a type; it lives as long as the archive. NULL where that
 * would exceed the ceiling or memory: whoever asked then looks at the records one by one. */
const struct value_index *archive_index(const struct archive *archive,
                                        const struct record_type *type,
                                        const struct field_path *path);
