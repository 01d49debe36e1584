#define _GNU_SOURCE /* strcasestr */
#include "citation/citation.h"

#include "citation/citation_private.h"
#include "schema/types/every_record.h"

#include <string.h>

const struct record *citation_find_referred(const struct record *record, enum field_role role)
{
    const struct value *value = record_value(record, role);
    return value->count ? value->record : NULL;
}

static enum citation_kind citation_kind_of(const struct record *record)
{
    static const enum citation_kind kinds[TYPE_COUNT] = {
        [TYPE_DOCUMENT] = CITATION_DOCUMENT, [TYPE_PROPOSAL] = CITATION_PROPOSAL,
        [TYPE_MEETING] = CITATION_MEETING,   [TYPE_SESSION] = CITATION_PART,
        [TYPE_AGENDA_ITEM] = CITATION_PART,  [TYPE_DECISION] = CITATION_PART,
        [TYPE_ACTION] = CITATION_PART,       [TYPE_DISCUSSION] = CITATION_SPEECH,
    };
    const struct value *kind = record_value(record, ROLE_KIND);
    if (kinds[record->type->ordinal] != CITATION_PAPER)
        return kinds[record->type->ordinal];
    return kind->count && (!strcmp(kind->text, "statement") || !strcmp(kind->text, "remarks"))
               ? CITATION_SPEECH
               : CITATION_PAPER;
}

/* Returns the title. A record of a type other than papers is named by its label if it has none: the
 * abstract of a paper does not name it. */
static const struct value *citation_find_title(const struct record *record)
{
    const struct value *title = record_value(record, ROLE_TITLE);
    return title->count || record->type == &paper_type ? title : record_label(record);
}

/* Returns the first identifier of a scheme, or value_absent. */
static const struct value *citation_identifier(const struct record *record, const char *scheme)
{
    const struct value *all = record_value(record, ROLE_IDENTIFIERS);
    for (size_t i = 0; i < all->count; i++) {
        const struct members *members = all->items[i].members;
        if (strcmp(members_value(members, IDENTIFIER_SCHEME)->text, scheme) == 0)
            return members_value(members, IDENTIFIER_VALUE);
    }
    return &value_absent;
}

const char *citation_kind_before_title(const struct record *record)
{
    const struct record *meeting = citation_find_referred(record, ROLE_DOCUMENTED);
    const struct value *title = record_value(record, ROLE_TITLE);
    const struct value *kind = record_value(record, ROLE_DOCUMENT_KIND);
    const struct value *name = record_value(meeting, ROLE_TITLE);
    if (!title->count || title->count != name->count ||
        memcmp(title->text, name->text, title->count) != 0)
        return NULL;
    const char *word =
        kind->count && strcmp(kind->text, "other") != 0 ? kind->text : record->type->name;
    return strcasestr(title->text, word) ? NULL : word;
}

struct citation citation_of(const struct record *record, const char *origin, const char *base_path)
{
    struct citation citation = {.record = record,
                                .kind = citation_kind_of(record),
                                .title = citation_find_title(record),
                                .doi = citation_identifier(record, "doi"),
                                .origin = origin,
                                .base_path = base_path,
                                .session = citation_find_referred(record, ROLE_SESSION),
                                .meeting = citation_find_referred(record, ROLE_MEETING)};
    citation.date =
        citation_date_of(record, record->type == &meeting_type ? record : citation.meeting);
    return citation;
}

const struct record *citation_author(const struct citation *citation, size_t index)
{
    const struct field_list fields = citation->record->type->fields;
    const struct field *field = field_list_with_role(fields, ROLE_AUTHOR);
    if (!field)
        return NULL;
    const struct value *authors = record_field(citation->record, (size_t)(field - fields.at));
    if (index >= authors->count)
        return NULL;
    return field->list ? authors->items[index].record : authors->record;
}

bool citation_read_name(const struct citation *citation, size_t index, struct citation_name *name)
{
    const struct record *person = citation_author(citation, index);
    const struct value *words = record_value(citation->record, ROLE_ATTRIBUTION);
    *name = (struct citation_name){&value_absent, &value_absent, words};
    if (!person)
        return index == 0 && words->count;
    const struct value *family = record_value(person, ROLE_FAMILY_NAME);
    const struct value *given = record_value(person, ROLE_GIVEN_NAME);
    name->whole = record_label(person);
    if (family->count && given->count) {
        name->family = family;
        name->given = given;
    }
    return true;
}
