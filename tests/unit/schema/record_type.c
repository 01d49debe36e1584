/* The tables are complete and consistent with each other. */
#include "schema/record_type.h"

#include "archive/relation.h"
#include "schema/kind.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const struct field *find_field(struct field_list fields, const char *name)
{
    return field_list_find(fields, name, strlen(name));
}

static void check_documentation(const char *name, const char *documentation)
{
    cr_assert(documentation && *documentation, "%s has no documentation", name);
    cr_expect_eq(documentation[strlen(documentation) - 1], '.', "%s: %s", name, documentation);
}

static void check_fields(struct field_list fields)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        check_documentation(field->name, field->documentation);
        cr_expect_not_null(kinds[field->kind].name);
        cr_expect_eq(find_field(fields, field->name), field, "there are two fields called %s",
                     field->name);
        cr_expect_eq(field->choices != NULL, field->kind == FIELD_ENUM, "%s", field->name);
        cr_expect_eq(field->targets != 0, field->kind == FIELD_REFERENCE, "%s", field->name);
        cr_expect_eq(field->members.count != 0, field->kind == FIELD_OBJECT, "%s", field->name);
        cr_expect(kind_is_slug(field->name, strlen(field->name)), "%s", field->name);
        if (field->not_before)
            cr_expect(find_field(fields, field->not_before), "%s", field->name);
        check_fields(field->members);
    }
}

Test(record_type, every_row_is_documented_and_complete)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_type *type = record_types[i];
        cr_expect_eq(type->ordinal, i);
        cr_expect_str_eq(type->fields.at[0].name, "id");
        cr_expect_eq(record_type_of_collection(type->collection, strlen(type->collection)), type);
        check_documentation(type->name, type->documentation);
        check_fields(type->fields);
    }
}

Test(record_type, a_set_of_fields_has_a_bit_for_every_field)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        cr_expect_leq(record_types[i]->fields.count, FIELDS_MAX, "%s", record_types[i]->name);
}

static bool has_relation(const struct relation_list *list, const char *name, bool to_one)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->at[i].name, name) == 0)
            return !to_one || list->at[i].to_one;
    return false;
}

Test(record_type, fields_and_relations_that_a_row_names_exist)
{
    struct relation_list *relations = calloc(TYPE_COUNT, sizeof *relations);
    cr_assert(relations);
    relations_declare(relations);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_type *type = record_types[i];
        for (size_t j = 0; j < type->fields.count; j++) {
            const struct field *field = &type->fields.at[j];
            if (field->shares)
                cr_expect(field_list_with_role(type->fields, field->shares), "%s.%s", type->name,
                          field->name);
            for (const char *const *scope = field->unique_within; scope && *scope; scope++)
                cr_expect(has_relation(&relations[i], *scope, true), "%s.%s", type->name,
                          field->name);
            if (field->acyclic)
                cr_expect_eq(field->targets, TARGET(i), "%s.%s", type->name, field->name);
        }
    }
    free(relations);
}

Test(record_type, class_is_cut_to_the_size_of_its_buffer)
{
    static const char *const cut[] = {"", "A", "Ag", "Age", "Agen", "Agend", "Agenda", "AgendaI"};
    for (size_t size = 1; size <= sizeof cut / sizeof *cut; size++) {
        char name[16] = "---------------";
        cr_expect_str_eq(record_type_write_class(&agenda_item_type, name, size), cut[size - 1]);
        cr_expect_eq(name[size], '-', "%zu", size);
    }
}

Test(record_type, relation_names_of_a_type_are_unique)
{
    struct relation_list *relations = calloc(TYPE_COUNT, sizeof *relations);
    cr_assert(relations);
    relations_declare(relations);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        cr_expect_gt(relations[i].count, 0);
        cr_expect(!has_relation(&relations[i], "self", false));
        for (size_t j = 0; j < relations[i].count; j++)
            for (size_t k = 0; k < j; k++)
                cr_expect_str_neq(relations[i].at[j].name, relations[i].at[k].name);
    }
    free(relations);
}
