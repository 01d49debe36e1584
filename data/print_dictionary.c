/* Prints the field dictionary of data/README.md, in Markdown, from the tables that the program
 * itself reads. */
#include "schema/kind.h"
#include "schema/record_type.h"

#include <stdio.h>

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

static void print_fields(struct field_list fields, const char *outer)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        char name[64];
        snprintf(name, sizeof name, "%s%s%s", outer, *outer ? "." : "", field->name);
        printf("| `%s`%s | ", name, field->required ? " *" : "");
        print_kind(field);
        printf(" | %s |\n", field->documentation);
        print_fields(field->members, name);
    }
}

int main(void)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_type *type = record_types[i];
        printf("### %s\n\n%s\n\n| field | kind | what it holds |\n| --- | --- | --- |\n",
               type->collection, type->documentation);
        print_fields(type->fields, "");
        printf("\n");
    }
    return 0;
}
