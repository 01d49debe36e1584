#include "schema/types/every_record.h"

static const struct field fields[] = {
    RECORD_ID,
    {.name = "label",
     .role = ROLE_TITLE,
     .term = "skos:prefLabel",
     .kind = FIELD_TEXT,
     .required = true,
     .search = SEARCH_TITLE,
     .documentation = "The text of the heading."},
    {.name = "broader",
     .term = "skos:broader",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_TOPIC),
     .inverse = "narrower",
     .acyclic = true,
     .search = SEARCH_TEXT,
     .documentation = "The more general heading to which this one belongs."},
    {.name = "description",
     .role = ROLE_DESCRIPTION,
     .term = "skos:definition",
     .kind = FIELD_TEXT,
     .search = SEARCH_TEXT,
     .documentation = "The scope of the heading."},
    EVERY_RECORD,
};

const struct record_type topic_type = {
    .ordinal = TYPE_TOPIC,
    .name = "topic",
    .collection = "topics",
    .term = "skos:Concept",
    .documentation = "A subject heading.",
    .fields = FIELD_LIST(fields),
};
