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
     .documentation = "The date of the event."},
    {.name = "title",
     .role = ROLE_TITLE,
     .term = "schema:name",
     .kind = FIELD_TEXT,
     .required = true,
     .search = SEARCH_TITLE,
     .documentation = "A short title of the event."},
    {.name = "kind",
     .role = ROLE_KIND,
     .kind = FIELD_ENUM,
     .choices = kinds,
     .documentation = "The kind of event."},
    {.name = "description",
     .role = ROLE_DESCRIPTION,
     .term = "schema:description",
     .kind = FIELD_TEXT,
     .search = SEARCH_TEXT,
     .documentation = "A description of the event, in one paragraph."},
    {.name = "certainty",
     .role = ROLE_EVENT_STATUS,
     .kind = FIELD_ENUM,
     .choices = certainties,
     .documentation = "Whether the event is certain, probable or planned according to the source."},
    {.name = "meeting",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_MEETING),
     .inverse = "events",
     .gives_time_zone = true,
     .documentation = "The meeting to which the event is related."},
    EVERY_RECORD,
};

const struct record_type event_type = {
    .ordinal = TYPE_EVENT,
    .name = "event",
    .collection = "events",
    .term = "schema:Event",
    .documentation =
        "An event related to a meeting, such as an agreement, talks, or an earlier or planned "
        "meeting.",
    .fields = FIELD_LIST(fields),
};
