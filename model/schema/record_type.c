#include "schema/record_type.h"

#include "base/name.h"

const struct record_type *const record_types[TYPE_COUNT] = {
    [TYPE_MEETING] = &meeting_type,
    [TYPE_SESSION] = &session_type,
    [TYPE_AGENDA_ITEM] = &agenda_item_type,
    [TYPE_PERSON] = &person_type,
    [TYPE_ORGANIZATION] = &organization_type,
    [TYPE_PAPER] = &paper_type,
    [TYPE_DISCUSSION] = &discussion_type,
    [TYPE_PROPOSAL] = &proposal_type,
    [TYPE_DECISION] = &decision_type,
    [TYPE_ACTION] = &action_type,
    [TYPE_TOPIC] = &topic_type,
    [TYPE_EVENT] = &event_type,
    [TYPE_DOCUMENT] = &document_type,
};

const struct record_type *record_type_of_collection(const char *name, size_t length)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (name_is(record_types[i]->collection, name, length))
            return record_types[i];
    return NULL;
}

const char *record_type_write_class(const struct record_type *type, char *name, size_t size)
{
    size_t used = 0;
    bool begins = true;
    for (const char *c = type->name; *c && used + 1 < size; c++) {
        if (*c != '_')
            name[used++] = begins ? (char)(*c - 'a' + 'A') : *c;
        begins = *c == '_';
    }
    name[used] = '\0';
    return name;
}
