/* The definition of a field of a record.
 *
 * A field is one row of a const table. The row holds everything that the program knows about the
 * field: the loader, the checks, the relations between records and the formats all read it, so a
 * new field needs only a new row. A member that a row omits means "no".
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The kinds of value; kind.h defines how each is checked. */
enum field_kind {
    FIELD_ID,          /* a slug: [a-z0-9] in groups joined by '-', '.' or '_' */
    FIELD_TEXT,        /* human-readable text */
    FIELD_INTEGER,     /* a whole number, at least `minimum` */
    FIELD_BOOLEAN,     /* true or false; stored as the integer 1 or 0 */
    FIELD_DATE,        /* EDTF levels 0 and 1, see edtf.h */
    FIELD_ENUM,        /* one of `choices` */
    FIELD_COUNTRY,     /* ISO 3166-1 alpha-2 */
    FIELD_URL,         /* http or https */
    FIELD_MEDIA_TYPE,  /* RFC 6838 type/subtype */
    FIELD_SHA256,      /* 64 lower-case hexadecimal digits */
    FIELD_PATH,        /* of a file below the folder of the data file */
    FIELD_LINES,       /* "34" or "34-39", counted from 1 */
    FIELD_LANGUAGE,    /* a language tag (BCP 47) */
    FIELD_TIME_ZONE,   /* the name of a time zone in the IANA database */
    FIELD_DURATION,    /* ISO 8601, such as PT20M */
    FIELD_TIME_OFFSET, /* a time from the beginning of a recording, such as 01:02:03 */
    FIELD_EMAIL,
    FIELD_WORD,       /* lower-case letters, digits, '-' and '_' */
    FIELD_FIELD_NAME, /* the name of a field of the record's own type */
    FIELD_REFERENCE,  /* the id of a record of a type in `targets` */
    FIELD_OBJECT,     /* an object with `members` */
    FIELD_KIND_COUNT
};

/* The length limit of an id, which bounds the paths of URLs. */
enum {
    SLUG_BYTES_MAX = 100
};

/* The meaning of a field to the code that reads records: formats, collections, labels and checks.
 * This code looks up a field by its role and never by its name, so only the row changes when a
 * field is renamed. A role occurs at most once in a list of fields, and only if some code reads it.
 */
enum field_role {
    ROLE_NONE,
    ROLE_TITLE, /* the name of the record */
    ROLE_SUBTITLE,
    ROLE_ABBREVIATION,
    ROLE_DESCRIPTION,    /* a paragraph; the label of a record without a title */
    ROLE_NUMBER,         /* the number in a series or list, which a URL may use instead of the id */
    ROLE_PRINTED_NUMBER, /* the number as the source prints it, such as 4.2 */
    ROLE_KIND,           /* the kind of meeting, paper or event */
    ROLE_DOCUMENT_KIND,  /* the kind of a source: "minutes" */
    ROLE_EVENT_STATUS,   /* the status of a meeting, event, paper or action: "held" */
    ROLE_START,          /* the first day, or the only date */
    ROLE_END,            /* the last day */
    ROLE_DURATION,       /* the planned time between them */
    ROLE_ISSUED,         /* the date of publication */
    ROLE_DUE,            /* the day by which an action is to be done */
    ROLE_COMPLETED,      /* the day on which an action was done */
    ROLE_TIME_ZONE,      /* the time zone of the record's dates, and of those that follow it */
    ROLE_ROOM,
    ROLE_VENUE, /* the building */
    ROLE_CITY,
    ROLE_COUNTRY,
    ROLE_MEETING,     /* the meeting that the record belongs to */
    ROLE_DOCUMENTED,  /* the meeting that a document is about */
    ROLE_SESSION,     /* the session that the record belongs to */
    ROLE_AGENDA_ITEM, /* the agenda item that the record belongs to */
    ROLE_BODY,        /* the organization that meets */
    ROLE_PARENT,      /* the record of the same type of which it is a part */
    ROLE_CHAIR,
    ROLE_AUTHOR,      /* the people who wrote, presented or said the content */
    ROLE_OWNER,       /* the people and organizations that are to do an action */
    ROLE_OWNER_TEXT,  /* the owners in the words of the source */
    ROLE_MOVER,       /* the people and organizations that moved a decision or proposal */
    ROLE_RESULT,      /* the result of a decision, or the status of a proposal */
    ROLE_ACTORS,      /* objects: who is to carry out a proposal, in words or references */
    ROLE_ATTRIBUTION, /* the speaker in the words of the source */
    ROLE_ADDRESSEE,   /* the people to whom the content was said */
    ROLE_STANCE,      /* whether the record supports or opposes its subject */
    ROLE_REPLY_TO,    /* the record of the same type to which the record replies */
    ROLE_SUBJECT,     /* the subject headings */
    ROLE_TRACK,       /* the track of the programme, which may be a subject heading */
    ROLE_LANGUAGE,
    ROLE_PUBLISHER,
    ROLE_WEB_LINKS,
    ROLE_IDENTIFIERS,
    ROLE_SCHEME,     /* the register of an identifier */
    ROLE_IDENTIFIER, /* the identifier in it */
    ROLE_URL,        /* a URL outside the service */
    ROLE_MEDIA_TYPE,
    ROLE_LINE_COUNT, /* the number of lines that citations can point to */
    ROLE_PAGE_COUNT, /* the number of pages that citations can point to */
    ROLE_DIGEST,     /* the SHA-256 of the cited file */
    ROLE_TEXT_FILE,  /* the path of the text of the document */
    ROLE_IMAGE,
    ROLE_EMAIL,
    ROLE_GIVEN_NAME,
    ROLE_FAMILY_NAME,
    ROLE_SORT_NAME,   /* the form of the name by which lists are sorted */
    ROLE_MEMBERSHIPS, /* the organizations to which a person belongs */
    ROLE_ATTENDANCE,  /* the meetings that a person attended */
    ROLE_FUNCTION,    /* the person's roles at such a meeting */
    ROLE_COUNT
};

/* A set of roles. */
#define ROLE_SET(role) (UINT64_C(1) << (role))

/* The column of the search index that holds the words of a field, which decides their weight:
 * titles weigh more than texts, and texts more than notes. For a reference these are the words of
 * the target's label. */
enum search_column {
    SEARCH_NOWHERE,
    SEARCH_TITLE,
    SEARCH_TEXT,
    SEARCH_NOTES,
    SEARCH_COLUMN_COUNT
};

/* The maximum number of fields of a type: sets of fields are 64 bits wide. */
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

/* A property in Popolo, the vocabulary of open government data (popoloproject.com), that has the
 * value of a field. The names in a row are those of Popolo, except `from`. */
struct popolo_property {
    const char *name;   /* the member of a JSON object; NULL for the objects in `list` themselves */
    const char *list;   /* the list of objects, one for each value, that have the member; or NULL */
    const char *object; /* the object that has the member; or NULL */
    const char *each;   /* the list of the same record whose objects all have the member; or NULL */
    const char *from;   /* the field of the value's record or object that is written; or NULL */
    const char *word;   /* the text that is written in place of the value; or NULL */
    const char *prefix; /* the word before the value. Texts with a prefix are joined by commas. */
    unsigned targets;   /* the types of reference that are written: a set; 0 means all */
    bool otherwise;     /* true if it is written only if no other field has the property */
    bool inverse;       /* true if `list` is a property of the record in a reference, too */
    bool url;           /* true if a reference is written as a URL, and not as an id */
    bool date_time;     /* true if only dates with a time are written (RFC 3339) */
};

/* clang-format off */
/* The properties of a field; one without a name and a list ends them. */
#define POPOLO(...) (const struct popolo_property[]){__VA_ARGS__, {.name = NULL}}
/* clang-format on */

struct field {
    const char *name;
    const char *old_name; /* a name under which data files and filters may still use it, or NULL */
    enum field_kind kind;
    enum field_role role; /* ROLE_NONE if no code looks for this field in particular */
    bool list;            /* true if the value is an array, whose order is significant */
    bool required;
    const char
        *recommended; /* what to do about the warning if it is missing; NULL for no warning */
    const char *documentation; /* one sentence for the reference, which does not repeat the name */
    /* The property of schema.org ("schema:name"), Popolo or SKOS that the field is in linked data.
     * After
     * '^' the property leads from the value to the record. NULL stands for a property that the
     * service itself defines. */
    const char *term;
    const struct popolo_property *popolo; /* POPOLO(...), or NULL */
    enum search_column search;            /* for FIELD_TEXT and FIELD_REFERENCE */

    /* FIELD_INTEGER */
    int64_t minimum;
    /* FIELD_ENUM: the allowed values, then NULL */
    const char *const *choices;
    /* FIELD_OBJECT */
    struct field_list members;
    bool
        shorthand; /* true if a text in a data file stands for an object whose first member it is */

    /* FIELD_REFERENCE: a set of TARGET(type). If it holds one type, a reference in a data file is
     * the bare id; if it holds several, "collection/id". */
    unsigned targets;
    /* The relation of the target that holds the records that refer to it. Rows with the same target
     * type and the same `inverse` form one relation. */
    const char *inverse;
    /* For a reference within an object: the relation of the record that holds the targets, or NULL.
     * A reference that is a field has a relation under its own name. */
    const char *relation;
    /* The role of a reference field of the target's type, or ROLE_NONE. The record to which that
     * field leads becomes a relation of this record too, under the name of that field, and has
     * `inverse` as well. Example: a paper refers to its session, and so belongs to the session's
     * meeting. */
    enum field_role through;
    /* true if a chain of references by this field must not form a cycle. */
    bool acyclic;

    /* true if the record to which the reference leads says in which time zone the record's dates
     * are, unless the record does. */
    bool gives_time_zone;

    /* Names of fields, then NULL: the field is required if none of them has a value. NULL for no
     * such rule. */
    const char *const *required_without;
    /* FIELD_REFERENCE: true if a missing value is implied by the first reference whose `through` is
     * the role of this field. */
    bool implied;
    /* true if a value needs a source, unless the record names the field as inferred. */
    bool needs_source;

    /* FIELD_INTEGER: names of to-one relations, then NULL. Records that share the target of the
     * first of them that has one must have different values. */
    const char *const *unique_within;
    /* true if the value is required of a record that shares this target with other records. */
    bool required_among;
    /* FIELD_DATE: the name of a date field of the same list that must not be later than this one,
     * or NULL. */
    const char *not_before;
    /* FIELD_REFERENCE of a record: the role of a reference that the record and the target have, and
     * that should lead to the same record, or ROLE_NONE. Example: an agenda item and its parent
     * have one meeting. */
    enum field_role shares;
};

/* Returns the field called `name` (`length` bytes, no NUL needed), or NULL. */
const struct field *field_list_find(struct field_list fields, const char *name, size_t length);

/* Returns the field that was called `name` in an earlier version, or NULL. */
const struct field *field_list_find_old(struct field_list fields, const char *name, size_t length);

/* Returns the field with a role, or NULL. `role` is not ROLE_NONE. */
const struct field *field_list_with_role(struct field_list fields, enum field_role role);
