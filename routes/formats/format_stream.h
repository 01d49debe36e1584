/* A file that is written record by record while it is sent. */
#pragma once

#include "formats/format.h"
#include "work/work.h"

#define FORMAT_STREAM_RECORD (20 * WORK_MILLION)

/* Creates the source of a file with these records. Copies what it needs of `writer`, but borrows
 * its archive and base path. Takes ownership of `records`, which was allocated with malloc, unless
 * it fails. `listed` is NULL, or `count` records of a list that outlives the source: if they are
 * the same, they are borrowed and `records` is freed at once. Returns NULL if out of memory. The
 * caller sets the identity.
 *
 * Each record may take FORMAT_STREAM_RECORD units of work, and the included records of all together
 * as many as a request may take in all. Their bytes are not limited, because a client that does not
 * read them stops the stream. If `writer->work` is NULL, nothing is limited. */
struct body_source *format_stream_create(const struct format *format,
                                         const struct format_writer *writer,
                                         const struct record **records, size_t count,
                                         const struct record *const *listed);

/* Sets the length of a source that nothing was read from, by writing all of it. Spends the work of
 * each byte, and leaves the length unknown if the work is used up or if out of memory. */
void format_stream_count(struct body_source *source, struct work *work);
