/* A file that is written record by record while it is sent. */
#pragma once

#include "formats/format.h"

/* Creates the source of a file with these records. Copies what it needs of `writer`, but borrows
 * its archive and base path. Takes ownership of `records`, which was allocated with malloc, unless
 * it fails. `listed` is NULL, or `count` records of a list that outlives the source: if they are
 * the same, they are borrowed and `records` is freed at once. Returns NULL if out of memory. The
 * caller sets the identity. */
struct body_source *format_stream_create(const struct format *format,
                                         const struct format_writer *writer,
                                         const struct record **records, size_t count,
                                         const struct record *const *listed);
