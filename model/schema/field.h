/* What a field of a record is.
 *
 * A field is one row of a const table. Whatever the program knows about a field stands in that
 * row: the loader, the checks, the relations between records and every representation read it,
 * so a new field is a new row and nothing else. Absent members of a row mean "no".
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What one value of a field looks like; kind.h says how each is checked. */
enum field_kind {
    FIELD_ID,         /* a slug: [a-z0-9] in groups joined by '-', '.' or '_' */
    FIELD_TEXT,       /* words for people */
    FIELD_INTEGER,    /* a whole number, at least `minimum` */
    FIELD_DATE,       /* EDTF level 1, see edtf.h */
    FIELD_ENUM,       /* one of `choices` */
    FIELD_COUNTRY,    /* ISO 3166-1 alpha-2 */
    FIELD_URL,        /* http or https */
    FIELD_MEDIA_TYPE, /* RFC 6838 type/subtype */
    FIELD_SHA256,     /* 64 lower-case hexadecimal digits */
    FIELD_LINES,      /* "34" or "34-39", counted from 1 */
    FIELD_FIELD_NAME, /* the name of a field of the record's own type */
    FIELD_REFERENCE,  /* the id of a record of a type in `targets` */
    FIELD_OBJECT,     /* an object with `members` */
    FIELD_KIND_COUNT
};

/* How long an id may be, so that paths of URLs have a bound. */
enum {
    SLUG_BYTES_MAX = 100
};

/* What a field means to the code that reads records: formats, collections, labels and checks. They
 * ask for a role and never for a field's name, so a field can be renamed in its row alone. A role
 * occurs at most once in a list of fields, and only if something reads it. */
enum field_role {
    ROLE_NONE,
    ROLE_TITLE,        /* what the record is called */
    ROLE_DESCRIPTION,  /* a paragraph; it names a record that has no title */
    ROLE_NUMBER,       /* its place in a series or list, by which a URL may name it */
    ROLE_KIND,         /* what sort of thing it is */
    ROLE_EVENT_STATUS, /* whether it took place, or is planned or uncertain */
    ROLE_START,        /* its first day, or its only date */
    ROLE_END,          /* its last day */
    ROLE_ISSUED,       /* the date of publication */
    ROLE_VENUE,        /* the building */
    ROLE_CITY,
    ROLE_COUNTRY,
    ROLE_MEETING, /* the meeting that it is part of */
    ROLE_SESSION, /* the session that it is part of */
    ROLE_CHAIR,
    ROLE_AUTHOR,  /* the people who wrote, presented or said it */
    ROLE_SUBJECT, /* its subject headings */
    ROLE_PUBLISHER,
    ROLE_URL,        /* an address outside the service */
    ROLE_LINE_COUNT, /* how many lines citations can point to */
    ROLE_GIVEN_NAME,
    ROLE_FAMILY_NAME,
    ROLE_ATTENDANCE, /* the meetings that a person attended */
    ROLE_FUNCTION,   /* as what, within ROLE_ATTENDANCE */
    ROLE_COUNT
};

/* Where full text search finds the words of a field, which is what they weigh: a title above a
 * text, a text above a note. Of a reference they are those that name the record it leads to. */
enum search_column {
    SEARCH_NOWHERE,
    SEARCH_TITLE,
    SEARCH_TEXT,
    SEARCH_NOTES,
    SEARCH_COLUMN_COUNT
};

/* How many fields a type may have: sets of fields are 64 bits wide. */
enum {
    FIELDS_MAX = 64
};

struct field_list {
    const struct field *at;
    size_t count;
};

/* clang-format off */
#define FIELD_LIST(array) {(array), sizeof(array) / sizeof *(array)}
/* clang-format on */

struct field {
    const char *name;
    enum field_kind kind;
    enum field_role role; /* ROLE_NONE if no code reads this field in particular */
    bool list;            /* an array of such values, in an order that means something */
    bool required;
    const char *documentation; /* one sentence for the reference, without the name */
    /* The property that it is in linked data: of schema.org ("schema:name") or SKOS. With '^'
     * before it the property leads from the value to the record. NULL is one of the program's own.
     */
    const char *term;
    enum search_column search; /* of FIELD_TEXT and FIELD_REFERENCE */

    /* FIELD_INTEGER */
    int64_t minimum;
    /* FIELD_ENUM: ends with NULL */
    const char *const *choices;
    /* FIELD_OBJECT */
    struct field_list members;

    /* FIELD_REFERENCE. `targets` is a set of TARGET(type). Where it holds one type, the file writes
     * the bare id; where it holds several, "collection/id". */
    unsigned targets;
    /* The relation in which a target finds the records that refer to it. Rows that give the same
     * name to the same target's type are one relation. */
    const char *inverse;
    /* The role of a reference field of the target's type, or ROLE_NONE. The record which that field
     * leads to is a relation of this record too, under that field's name, and gets `inverse` as
     * well: a paper, which names its session, is found from the session's meeting. */
    enum field_role through;
    /* No record may lead back to itself by this field alone. */
    bool acyclic;

    /* FIELD_INTEGER: no two records that share this to-one relation have the same value. */
    const char *unique_within;
    /* FIELD_DATE: the role of the field whose date must not be later than this one, or ROLE_NONE.
     */
    enum field_role not_before;
};

/* The row called `name` (not terminated by NUL, `length` bytes), or NULL. */
const struct field *field_list_find(struct field_list fields, const char *name, size_t length);

/* Returns the row with a role, or NULL. `role` is not ROLE_NONE. */
const struct field *field_list_with_role(struct field_list fields, enum field_role role);
