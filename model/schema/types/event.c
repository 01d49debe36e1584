#include "schema/types/every_record.h"

static const char *const kinds[] = {"meeting",      "agreement", "talks",
                                    "presentation", "report",    "publication",
                                    "policy",       "other",     NULL};
static const char *const certainties[] = {"certain", "probable", "planned", NULL};

static const struct field fields[] = {
    RECORD_ID,
    {.name = "date",
     .role = ROLE_START,
     .term = "schema:startDate",
     .kind = FIELD_DATE,
     .documentation = "When it took or takes place."},
    {.name = "title",
     .role = ROLE_TITLE,
     .term = "schema:name",
     .kind = FIELD_TEXT,
     .required = true,
     .search = SEARCH_TITLE,
     .documentation = "What it is, in a line."},
    {.name = "kind",
     .role = ROLE_KIND,
     .kind = FIELD_ENUM,
     .choices = kinds,
     .documentation = "What sort of event it is."},
    {.name = "description",
     .role = ROLE_DESCRIPTION,
     .term = "schema:description",
     .kind = FIELD_TEXT,
     .search = SEARCH_TEXT,
     .documentation = "What it is, in a paragraph."},
    {.name = "certainty",
     .role = ROLE_EVENT_STATUS,
     .kind = FIELD_ENUM,
     .choices = certainties,
     .documentation = "How sure the source is of it."},
    {.name = "meeting",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_MEETING),
     .inverse = "events",
     .documentation = "The meeting around which the fact stands."},
    EVERY_RECORD,
};

const struct record_type event_type = {
    .ordinal = TYPE_EVENT,
    .name = "event",
    .collection = "events",
    .term = "schema:Event",
    .documentation =
        "A dated fact around a meeting: earlier and planned meetings, agreements, talks.",
    .fields = FIELD_LIST(fields),
};
