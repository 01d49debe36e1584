/* The conversion of data files into one record in rapporteur's own JSON, and what is said about it.
 *
 * The files have been loaded without faults before, so that a file that cannot be read now is an
 * error without details.
 *
 * May include: base, schema, draft, import, files.
 */
#pragma once

#include "base/buffer.h"
#include "files/record_files.h"

/* Appends one record with the records of all files, as indented JSON. Leaves out the files of texts
 * that documents name, because the record may be moved to any folder. Returns false if a file
 * cannot be read any more, or if out of memory. */
bool convert_record(struct record_files *files, struct buffer *out);

/* Appends for each file its format, the numbers of its records, and what was joined and not read.
 * Returns false like convert_record. */
bool convert_report(struct record_files *files, struct buffer *out);

/* Appends the lines of each file with what they became (draft_write_margin). Returns false like
 * convert_record. */
bool convert_explain(struct record_files *files, struct buffer *out);
