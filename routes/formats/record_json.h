/* Records and references to them as JSON. */
#pragma once

#include "archive/archive.h"
#include "base/json_writer.h"
#include "query/record_view.h"

struct work;

/* Writes a record: `id`, `type`, the fields of the view (null or [] without a value), whole records
 * for the relations that the view includes, and `links` with `self` and the relations. A record
 * that would contain itself becomes a reference there. URLs begin with `base_path`, which may be
 * NULL. Included records spend `work`, which may be NULL, and are omitted if it is used up. */
void record_json_write(struct json_writer *writer, const char *base_path,
                       const struct archive *archive, const struct record *record,
                       const struct record_view *view, struct work *work);

/* Writes a reference: {"id", "type", "label", "href"}, so that a client can show the record without
 * another request. A long label is cut between words and ends with an ellipsis. */
void record_json_write_reference(struct json_writer *writer, const char *base_path,
                                 const struct record *record);

/* Writes the members of a reference without the braces. */
void record_json_write_reference_members(struct json_writer *writer, const char *base_path,
                                         const struct record *record);

/* Writes the label of a record, cut as in a reference. */
void record_json_write_label(struct json_writer *writer, const struct record *record);
