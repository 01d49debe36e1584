/* The fields that every record has: the first row of each table, and its last three. */
#pragma once

#include "schema/record_type.h"

/* [{document, lines}]: where a statement stands in a source. */
extern const struct field source_fields[2];
/* [{text, sources}]: an editor's note. */
extern const struct field note_fields[2];

/* clang-format off */
#define SOURCES(is_required, text)                                                                 \
    {.name = "sources", .term = "schema:citation", .kind = FIELD_OBJECT, .list = true,             \
     .required = (is_required), .members = FIELD_LIST(source_fields), .documentation = text}

#define RECORD_ID                                                                                  \
    {.name = "id", .kind = FIELD_ID, .required = true,                                             \
     .documentation = "The record's name in URLs and references; unique in its collection over "   \
                      "all loaded files."}

#define EVERY_RECORD                                                                               \
    SOURCES(true, "Where the source says so."),                                                    \
    {.name = "inferred", .kind = FIELD_FIELD_NAME, .list = true,                                   \
     .documentation = "Names of this record's fields that the source does not state outright but " \
                      "that follow from it."},                                                     \
    {.name = "notes", .term = "schema:comment", .kind = FIELD_OBJECT, .list = true,                \
     .members = FIELD_LIST(note_fields),                                                           \
     .documentation = "The editor's notes: what is odd, varies or is left open."}
/* clang-format on */
