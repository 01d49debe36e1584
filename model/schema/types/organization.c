#include "schema/types/every_record.h"

static const char *const kinds[] = {"council",    "committee", "study_group", "institute",
                                    "university", "ministry",  "department",  "company",
                                    "group",      NULL};
static const char *const statuses[] = {"attended", "host", "invited_absent", NULL};

static const struct field attendance[] = {
    {.name = "meeting",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_MEETING),
     .inverse = "organizations",
     .required = true,
     .documentation = "The meeting."},
    {.name = "status",
     .kind = FIELD_ENUM,
     .choices = statuses,
     .required = true,
     .documentation = "Whether the organization attended, hosted the meeting, or was invited but "
                      "absent; a host that attended has two entries."},
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
