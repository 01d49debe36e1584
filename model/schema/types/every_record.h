/* The fields that every record has: the first row of each table and the last three rows. */
#pragma once

#include "schema/record_type.h"

/* The members of "sources": a document and the cited lines in it. */
extern const struct field source_fields[2];
/* The members of "notes": a text and the lines that it refers to. */
extern const struct field note_fields[2];

/* clang-format off */
#define SOURCES(advice, text)                                                                      \
    {.name = "sources", .term = "schema:citation", .kind = FIELD_OBJECT, .list = true,             \
     .recommended = (advice), .members = FIELD_LIST(source_fields), .documentation = (text)}

#define RECORD_ID                                                                                  \
    {.name = "id", .kind = FIELD_ID, .required = true,                                             \
     .documentation = "The name of the record in URLs and references; unique in its collection "   \
                      "across all loaded files."}

#define EVERY_RECORD                                                                               \
    SOURCES("name a document and the lines that support the record",                               \
            "The passages of the source that support the record."),                                \
    {.name = "inferred", .kind = FIELD_FIELD_NAME, .list = true,                                   \
     .documentation = "Names of the fields whose values the source implies but does not state."},  \
    {.name = "notes", .term = "schema:comment", .kind = FIELD_OBJECT, .list = true,                \
     .members = FIELD_LIST(note_fields),                                                           \
     .documentation = "Editor's notes on oddities, variants and open questions in the source."}
/* clang-format on */
