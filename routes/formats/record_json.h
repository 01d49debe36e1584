/* Records and references to them as JSON. */
#pragma once

#include "archive/archive.h"
#include "base/json_writer.h"
#include "query/record_view.h"

/* Writes a record: `id`, `type`, the fields of the view (null or [] if there is no value), whole
 * records for the relations that it includes, and `links` with `self` and its relations. A record
 * within itself is cut to a reference. URLs begin with `base_path`, which may be NULL. */
void record_json_write(struct json_writer *writer, const char *base_path,
                       const struct archive *archive, const struct record *record,
                       const struct record_view *view);

/* Writes {"id", "type", "label", "href"}, enough to show the record without a further request. A
 * long label is cut at a word and ends with an ellipsis. */
void record_json_write_reference(struct json_writer *writer, const char *base_path,
                                 const struct record *record);

/* Writes the members of that object without its braces. */
void record_json_write_reference_members(struct json_writer *writer, const char *base_path,
                                         const struct record *record);

/* Writes the label of a record as a reference has it. */
void record_json_write_label(struct json_writer *writer, const struct record *record);
