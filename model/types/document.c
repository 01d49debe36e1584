#include "every_record.h"

static const struct field fields[] = {
    RECORD_ID,
    {.name = "title", .kind = FIELD_TEXT, .required = true, .documentation = "What it is called."},
    {.name = "author",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_PERSON),
     .inverse = "documents",
     .documentation = "Who wrote it."},
    {.name = "date", .kind = FIELD_DATE, .documentation = "When it was written or issued."},
    {.name = "publisher", .kind = FIELD_TEXT, .documentation = "Who issued it."},
    {.name = "media_type",
     .kind = FIELD_MEDIA_TYPE,
     .documentation = "Its media type, as in text/plain."},
    {.name = "lines",
     .kind = FIELD_INTEGER,
     .minimum = 1,
     .documentation = "How many lines it has; a citation must stay inside them."},
    {.name = "sha256",
     .kind = FIELD_SHA256,
     .documentation = "The SHA-256 of the very bytes that are cited, in hexadecimal."},
    {.name = "url", .kind = FIELD_URL, .documentation = "Where it can be read."},
    {.name = "meeting",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_MEETING),
     .inverse = "documents",
     .documentation = "The meeting that it is about."},
    EVERY_RECORD,
};

const struct record_type document_type = {
    .index = TYPE_DOCUMENT,
    .name = "document",
    .collection = "documents",
    .documentation = "A source from which the record was drawn up.",
    .fields = FIELD_LIST(fields),
    .label = {"title"},
};
