#include "every_record.h"

static const char *const roles[] = {"co_chair",   "chair",       "presenter", "summariser",
                                    "rapporteur", "participant", NULL};

static const struct field organizations[] = {
    {.name = "organization",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_ORGANIZATION),
     .inverse = "people",
     .required = true,
     .documentation = "The organization."},
    {.name = "position", .kind = FIELD_TEXT, .documentation = "The post held there."},
};

static const struct field attendance[] = {
    {.name = "meeting",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_MEETING),
     .inverse = "people",
     .required = true,
     .documentation = "The meeting."},
    {.name = "roles",
     .kind = FIELD_ENUM,
     .choices = roles,
     .list = true,
     .documentation = "What the person was there."},
};

static const struct field fields[] = {
    RECORD_ID,
    {.name = "name",
     .kind = FIELD_TEXT,
     .required = true,
     .documentation = "The name as the person is known, without titles."},
    {.name = "given_name", .kind = FIELD_TEXT, .documentation = "The given name or initials."},
    {.name = "family_name", .kind = FIELD_TEXT, .documentation = "The family name."},
    {.name = "sort_name",
     .kind = FIELD_TEXT,
     .documentation = "The name as a list of names is sorted by."},
    {.name = "honorific_prefix", .kind = FIELD_TEXT, .documentation = "Title before the name."},
    {.name = "other_names",
     .kind = FIELD_TEXT,
     .list = true,
     .documentation = "Other forms of the name in the source."},
    {.name = "country",
     .kind = FIELD_COUNTRY,
     .documentation = "The country of the person's committee or institution."},
    {.name = "organizations",
     .kind = FIELD_OBJECT,
     .list = true,
     .members = FIELD_LIST(organizations),
     .documentation = "Where the person works, and as what."},
    {.name = "represents",
     .kind = FIELD_REFERENCE,
     .targets = TARGET(TYPE_ORGANIZATION),
     .inverse = "people",
     .documentation = "The committee for which the person spoke."},
    {.name = "attendance",
     .kind = FIELD_OBJECT,
     .list = true,
     .members = FIELD_LIST(attendance),
     .documentation = "The meetings the person was at, and in which roles."},
    EVERY_RECORD,
};

const struct record_type person_type = {
    .index = TYPE_PERSON,
    .name = "person",
    .collection = "people",
    .documentation = "Everyone named.",
    .fields = FIELD_LIST(fields),
    .label = {"name"},
};
