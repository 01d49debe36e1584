/* The people who represented an organization at a meeting, without those whom its page has as its
 * people. */
#include "record_page/record_page_private.h"

#include <stdlib.h>

/* Reports whether a field leads to the relation "people" of what it refers to. */
static bool is_of_people(const struct field *field)
{
    return field->kind == FIELD_REFERENCE && !field->list && field->inverse &&
           strcmp(field->inverse, person_type.collection) == 0;
}

/* Reports whether an object of a list refers to an organization as its person. */
static bool has_membership(const struct field *field, const struct value *objects,
                           const struct record *organization)
{
    for (size_t i = 0; i < field->members.count; i++)
        for (size_t at = 0; is_of_people(&field->members.at[i]) && at < objects->count; at++) {
            const struct value *value = members_value(objects->items[at].members, i);
            if (value->record == organization)
                return true;
        }
    return false;
}

/* Reports whether a person is in the relation "people" of an organization. */
static bool is_person_of(const struct record *person, const struct record *organization)
{
    const struct field_list fields = person->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = record_field(person, i);
        if (fields.at[i].kind == FIELD_OBJECT && has_membership(&fields.at[i], value, organization))
            return true;
        if (is_of_people(&fields.at[i]) && value->record == organization)
            return true;
    }
    return false;
}

/* Writes the others as a section, if there are any. */
static void write_others(struct record_page *page, const struct relation *relation,
                         const struct record *const *others, size_t count)
{
    char heading[SAY_BYTES];
    if (!count)
        return;
    page_open_section(page->page, relation->name,
                      say_collection(page->page->archive, relation->name, true, heading), false);
    relations_write_rows(page, relation, others, count);
    page_close_section(page->page);
}

bool representatives_write(struct record_page *page, const struct relation *relation,
                           const struct record *const *members, size_t count)
{
    if (page->record->type != &organization_type || relation->member != &person_type ||
        strcmp(relation->name, person_type.collection) == 0)
        return false;
    const struct record **others = calloc(count, sizeof *others);
    size_t other_count = 0;
    page->page->markup.out->failed |= !others;
    for (size_t i = 0; others && i < count; i++)
        if (!is_person_of(members[i], page->record))
            others[other_count++] = members[i];
    write_others(page, relation, others, other_count);
    free(others);
    return true;
}
