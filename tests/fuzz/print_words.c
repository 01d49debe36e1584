/* Prints a dictionary for libFuzzer: names and values from the program's own tables. */
#include "formats/format.h"
#include "http/negotiation.h"
#include "query/query.h"
#include "routes.h"
#include "schema/kind.h"

#include <stdio.h>

static void print_word(const char *word)
{
    if (!word)
        return;
    putchar('"');
    for (; *word; word++)
        printf(*word == '"' || *word == '\\' ? "\\%c" : "%c", *word);
    puts("\"");
}

static void print_fields(struct field_list fields)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        print_word(field->name);
        print_word(field->inverse);
        for (const char *const *choice = field->choices; choice && *choice; choice++)
            print_word(*choice);
        print_fields(field->members);
    }
}

static void print_routes(void)
{
    const struct query_parameter *parameter;
    for (size_t i = 0; i < routes.count; i++) {
        print_word(routes.at[i].pattern);
        print_word(routes.at[i].example);
    }
    for (size_t i = 0; (parameter = parameters_at(i)); i++) {
        print_word(parameter->name);
        print_word(parameter->example);
    }
}

static void print_forms(void)
{
    const struct format *format;
    for (size_t i = 0; (format = format_at(i)); i++) {
        print_word(format->suffix);
        print_word(format->media_type);
    }
    for (size_t i = 0; i < CODING_COUNT; i++)
        print_word(coding_names[i]);
}

int main(void)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        print_word(record_types[i]->collection);
        print_fields(record_types[i]->fields);
    }
    print_routes();
    print_forms();
    return 0;
}
