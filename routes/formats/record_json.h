/* Records and references to them as JSON. */
#pragma once

#include "archive/archive.h"
#include "base/json_writer.h"
#include "query/record_view.h"

/* URLs in what is written stand behind `base_path`, which may be NULL.
 *
 * A record: `id`, `type`, the fields of the view (null or [] where there is no value), whole
 * records for the relations that it includes, and `links` with `self` and its relations. A record
 * that would stand within itself is cut to a reference. */
void record_json_write(struct json_writer *writer, const char *base_path,
                       const struct archive *archive, const struct record *record,
                       const struct record_view *view);

/* {"id", "type", "label", "href"}: enough to show the record without asking for it. A long label
 * is cut at a word and ends with an ellipsis. */
void record_json_write_reference(struct json_writer *writer, const char *base_path,
                                 const struct record *record);

/* The members of that object without its braces, for one that has more of them. */
void record_json_write_reference_members(struct json_writer *writer, const char *base_path,
                                         const struct record *record);

/* What a reader calls the record, as a reference gives it. */
void record_json_write_label(struct json_writer *writer, const struct record *record);
