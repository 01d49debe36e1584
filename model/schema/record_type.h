/* The types of record.
 *
 * Each type has one const table in types/. The service lists the types in the order of the
 * enumeration.
 */
#pragma once

#include "schema/field.h"

enum record_type_ordinal {
    TYPE_MEETING,
    TYPE_SESSION,
    TYPE_AGENDA_ITEM,
    TYPE_PERSON,
    TYPE_ORGANIZATION,
    TYPE_PAPER,
    TYPE_DISCUSSION,
    TYPE_PROPOSAL,
    TYPE_DECISION,
    TYPE_ACTION,
    TYPE_TOPIC,
    TYPE_EVENT,
    TYPE_DOCUMENT,
    TYPE_COUNT
};

#define TARGET(type) (1u << (type))

struct record_type {
    enum record_type_ordinal ordinal;
    const char *name;          /* singular: the member "type" of a record */
    const char *collection;    /* plural: the array in a data file and the path of the service */
    const char *term;          /* class of the records in linked data, such as "schema:Event" */
    const char *documentation; /* one sentence for the reference */
    struct field_list fields;  /* the first is "id" */
};

extern const struct record_type meeting_type, session_type, agenda_item_type, person_type,
    organization_type, paper_type, discussion_type, proposal_type, decision_type, action_type,
    topic_type, event_type, document_type;

/* Indexed by enum record_type_ordinal. */
extern const struct record_type *const record_types[TYPE_COUNT];

/* Writes the name of a type in camel case, such as "AgendaItem", to `name`, cut at `size` bytes.
 * Returns `name`. */
const char *record_type_write_class(const struct record_type *type, char *name, size_t size);

/* Returns the type of the collection called `name` (`length` bytes, no NUL needed), or NULL. */
const struct record_type *record_type_of_collection(const char *name, size_t length);
