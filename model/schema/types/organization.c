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
     .documentation = "Whether it attended, hosted the meeting, or was invited and absent; a host "
                      "that attended has both entries."},
};

static const struct field fields[] = {
    RECORD_ID,
    {.name = "name",
     .role = ROLE_TITLE,
     .term = "schema:name",
     .kind = FIELD_TEXT,
     .required = true,
     .search = SEARCH_TITLE,
     .documentation = "What the organization is called."},
    {.name = "abbreviation",
     .term = "schema:alternateName",
     .kind = FIELD_TEXT,
     .search = SEARCH_TITLE,
     .documentation = "Its short form."},
    {.name = "kind",
     .kind = FIELD_ENUM,
     .choices = kinds,
     .documentation = "What sort of organization it is."},
    {.name = "country", .kind = FIELD_COUNTRY, .documentation = "The country it stands for or in."},
    {.name = "parent",
     .term = "schema:parentOrganization",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_ORGANIZATION),
     .inverse = "parts",
     .acyclic = true,
     .search = SEARCH_TEXT,
     .documentation = "The organization that it is part of."},
    {.name = "attendance",
     .kind = FIELD_OBJECT,
     .list = true,
     .members = FIELD_LIST(attendance),
     .documentation = "The meetings it was asked to, and whether it came."},
    EVERY_RECORD,
};

const struct record_type organization_type = {
    .ordinal = TYPE_ORGANIZATION,
    .name = "organization",
    .collection = "organizations",
    .term = "schema:Organization",
    .documentation = "A committee, institute, university, ministry or company.",
    .fields = FIELD_LIST(fields),
};
