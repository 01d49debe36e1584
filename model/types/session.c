#include "every_record.h"

static const char *const kinds[] = {"presentations", "wrap_up", "opening",    "closing",
                                    "keynote",       "panel",   "discussion", NULL};

static const struct field fields[] = {
    RECORD_ID,
    {.name = "number",
     .kind = FIELD_INTEGER,
     .minimum = 1,
     .required = true,
     .unique_within = "meeting",
     .documentation = "Its place in the meeting, from 1."},
    {.name = "title",
     .kind = FIELD_TEXT,
     .search = SEARCH_TITLE,
     .documentation = "Its heading in the programme."},
    {.name = "kind",
     .kind = FIELD_ENUM,
     .choices = kinds,
     .documentation = "What sort of sitting it was."},
    {.name = "meeting",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_MEETING),
     .inverse = "sessions",
     .required = true,
     .documentation = "The meeting it was a sitting of."},
    {.name = "chair",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_PERSON),
     .inverse = "sessions",
     .search = SEARCH_TEXT,
     .documentation = "Who chaired it."},
    {.name = "summary",
     .kind = FIELD_TEXT,
     .search = SEARCH_TEXT,
     .documentation = "What happened in it, in a paragraph."},
    EVERY_RECORD,
};

const struct record_type session_type = {
    .index = TYPE_SESSION,
    .name = "session",
    .collection = "sessions",
    .documentation = "A sitting of a meeting.",
    .fields = FIELD_LIST(fields),
    .label = {"title", "summary"},
};
