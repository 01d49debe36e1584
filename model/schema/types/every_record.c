#include "schema/types/every_record.h"

const struct field source_fields[2] = {
    {.name = "document",
     .term = "schema:isPartOf",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_DOCUMENT),
     .required = true,
     .documentation = "The cited document."},
    {.name = "lines",
     .term = "schema:pagination",
     .kind = FIELD_LINES,
     .documentation = "The cited line or range of lines, counted from 1."},
};

const struct field note_fields[2] = {
    {.name = "text",
     .term = "schema:text",
     .kind = FIELD_TEXT,
     .required = true,
     .search = SEARCH_NOTES,
     .documentation = "The text of the note."},
    SOURCES(NULL, "The passages that the note refers to."),
};
