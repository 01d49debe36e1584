#include "schema/types/every_record.h"

static const char *const kinds[] = {
    "council", "committee",     "study_group", "institute",  "university", "ministry", "department",
    "company", "group",         "parliament",  "party",      "commission", "agency",   "government",
    "board",   "working_group", "association", "foundation", "media",      "project",  "other",
    NULL};
static const char *const statuses[] = {"attended", "host", "invited_absent", "present", "absent",
                                       "excused",  NULL};
static const char *const modes[] = {"in_person", "remote", NULL};

static const struct field attendance[] = {
    {.name = "meeting",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_MEETING),
     .inverse = "organizations",
     .relation = "attended_meetings",
     .required = true,
     .gives_time_zone = true,
     .documentation = "The meeting."},
    {.name = "status",
     .kind = FIELD_ENUM,
     .choices = statuses,
     .required = true,
     .documentation = "Whether the organization attended, hosted the meeting, or was invited but "
                      "absent; a host that attended has two entries."},
    {.name = "mode",
     .kind = FIELD_ENUM,
     .choices = modes,
     .documentation = "Whether the organization was in the room or took part from elsewhere."},
    {.name = "on_behalf_of",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_ORGANIZATION) | TARGET(TYPE_PERSON),
     .inverse = "representing_organizations",
     .documentation = "The organization or person for which the organization attended."},
    PERIOD("The day or the time at which the organization came.",
           "The day or the time at which the organization left."),
};

static const struct field fields[] = {
    RECORD_ID,
    {.name = "name",
     .role = ROLE_TITLE,
     .term = "schema:name",
     .kind = FIELD_TEXT,
     .required = true,
     .search = SEARCH_TITLE,
     .documentation = "The name of the organization."},
    {.name = "abbreviation",
     .term = "schema:alternateName",
     .kind = FIELD_TEXT,
     .search = SEARCH_TITLE,
     .documentation = "The abbreviated name of the organization."},
    {.name = "kind",
     .kind = FIELD_ENUM,
     .choices = kinds,
     .documentation = "The kind of organization."},
    {.name = "country",
     .kind = FIELD_COUNTRY,
     .documentation = "The country that the organization represents or is located in."},
    {.name = "parent",
     .term = "schema:parentOrganization",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_ORGANIZATION),
     .inverse = "parts",
     .acyclic = true,
     .search = SEARCH_TEXT,
     .documentation = "The organization of which this one is a part."},
    {.name = "attendance",
     .kind = FIELD_OBJECT,
     .list = true,
     .members = FIELD_LIST(attendance),
     .documentation = "The meetings that the organization attended, hosted or was invited to."},
    EVERY_RECORD,
};

const struct record_type organization_type = {
    .ordinal = TYPE_ORGANIZATION,
    .name = "organization",
    .collection = "organizations",
    .term = "schema:Organization",
    .documentation = "An organization, such as a committee, institute, university or ministry.",
    .fields = FIELD_LIST(fields),
};
