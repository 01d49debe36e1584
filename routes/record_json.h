/* Records and references to them as JSON. */
#pragma once

#include "archive.h"
#include "json_writer.h"

/* The whole record: `id`, `type`, every field of its type (null or [] where there is no value) and
 * `links` with `self` and its relations. */
void record_json_write(struct json_writer *writer, const struct archive *archive,
                       const struct record *record);

/* {"id", "type", "label", "href"}: enough to show the record without asking for it. A long label
 * is cut at a word and ends with an ellipsis. */
void record_json_write_reference(struct json_writer *writer, const struct record *record);
