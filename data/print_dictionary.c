/* Prints the field dictionary of data/README.md as Markdown, from the tables that the program
 * reads. The fields that all types share are printed once, before the types. */
#include "schema/kind.h"
#include "schema/record_type.h"

#include <stdio.h>
#include <string.h>

static bool is_same_field(const struct field *left, const struct field *right)
{
    return left->kind == right->kind && left->list == right->list &&
           left->required == right->required && left->members.at == right->members.at &&
           strcmp(left->documentation, right->documentation) == 0;
}

/* Returns true if all types have the field. */
static bool is_shared(const struct field *field)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct field *found =
            field_list_find(record_types[i]->fields, field->name, strlen(field->name));
        if (!found || !is_same_field(field, found))
            return false;
    }
    return true;
}

/* Returns the shared field that has these members, or NULL. */
static const struct field *find_shared_members(struct field_list members)
{
    const struct field *fields = record_types[0]->fields.at;
    for (size_t i = 0; members.count > 0 && i < record_types[0]->fields.count; i++)
        if (fields[i].members.at == members.at && is_shared(&fields[i]))
            return &fields[i];
    return NULL;
}

static void print_targets(unsigned targets)
{
    const char *separator = "";
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (targets & TARGET(i)) {
            printf("%s%s", separator, record_types[i]->name);
            separator = " or ";
        }
}

static void print_kind(const struct field *field)
{
    if (field->list)
        printf("list of ");
    printf("%s", kinds[field->kind].name);
    if (field->kind == FIELD_REFERENCE) {
        printf(" to ");
        print_targets(field->targets);
    }
    for (const char *const *choice = field->choices; choice && *choice; choice++)
        printf("%s`%s`", choice == field->choices ? ": " : ", ", *choice);
}

static void print_fields(struct field_list fields, const char *outer);

/* Prints a field and its members, whose names begin with `outer`. The members of a shared field are
 * printed only with that field. */
static void print_field(const struct field *field, const char *outer)
{
    const struct field *shared = find_shared_members(field->members);
    char name[64];
    snprintf(name, sizeof name, "%s%s%s", outer, *outer ? "." : "", field->name);
    printf("| `%s`%s | ", name, field->required ? " *" : "");
    print_kind(field);
    if (shared && shared != field)
        printf(", as in `%s`", shared->name);
    printf(" | %s |\n", field->documentation);
    if (!shared || shared == field)
        print_fields(field->members, name);
}

static void print_fields(struct field_list fields, const char *outer)
{
    for (size_t i = 0; i < fields.count; i++)
        print_field(&fields.at[i], outer);
}

static void print_heading(const char *heading, const char *documentation)
{
    printf("### %s\n\n%s\n\n| field | kind | description |\n| --- | --- | --- |\n", heading,
           documentation);
}

/* Prints the fields of a type that all types share, or those that they do not share. */
static void print_table(const struct record_type *type, bool shared)
{
    for (size_t i = 0; i < type->fields.count; i++)
        if (is_shared(&type->fields.at[i]) == shared)
            print_field(&type->fields.at[i], "");
    printf("\n");
}

int main(void)
{
    print_heading("Every record", "The fields of every record, whatever its type.");
    print_table(record_types[0], true);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        print_heading(record_types[i]->collection, record_types[i]->documentation);
        print_table(record_types[i], false);
    }
    return 0;
}
