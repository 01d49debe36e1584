/* The conversion of data files into one record in rapporteur's own JSON, and what is said about it.
 *
 * The files have been loaded without faults before, so that a file that cannot be read now is an
 * error without details.
 *
 * May include: base, schema, archive, draft, import, files.
 */
#pragma once

#include "archive/archive.h"
#include "base/buffer.h"
#include "files/record_files.h"

/* Appends the records of an archive as one data file, as indented JSON: extended and joined records
 * are whole, and the ids of joined ones stay known. Leaves out the files of texts that documents
 * name, because the record may be moved to any folder. Returns false if out of memory. */
bool convert_record(const struct archive *archive, struct buffer *out);

/* Appends for each file its format, the numbers of its records, and what was not read; then the
 * numbers of records that were joined in the archive, which was loaded from the files. Returns
 * false if a file cannot be read any more, or if out of memory. */
bool convert_report(struct record_files *files, const struct archive *archive, struct buffer *out);

/* Appends the lines of each file with what they became (draft_write_margin). Returns false like
 * convert_report. */
bool convert_explain(struct record_files *files, struct buffer *out);
