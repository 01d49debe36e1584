/* Reads `include`: the relations whose members are shown as whole records. */
#include "query/parameter_reader.h"

#include <string.h>

static void fault_unknown_relation(struct parameter_reader *reader, const struct record_type *type,
                                   const char *name, size_t length)
{
    size_t count;
    const struct relation *relations = archive_relations(reader->subject->archive, type, &count);
    struct suggestion known;
    suggestion_begin(&known,
                     PARAMETER_FAULT(reader, "%s %s has no relation \"%.*s\"",
                                     name_article(type->name), type->name,
                                     parameter_reader_quoted(length), name),
                     name, length);
    for (size_t i = 0; i < count; i++)
        suggestion_offer(&known, relations[i].name);
    suggestion_end(&known);
}

static const struct relation *read_relation(struct parameter_reader *reader,
                                            const struct record_type *type, const char *name,
                                            size_t length)
{
    const struct relation *relation =
        archive_relation(reader->subject->archive, type, name, length);
    if (!relation)
        fault_unknown_relation(reader, type, name, length);
    return relation;
}

static void read_one_include(struct parameter_reader *reader, const char *item, size_t length)
{
    struct record_view *view = &reader->query->view;
    const char *dot = memchr(item, '.', length);
    const size_t first = dot ? (size_t)(dot - item) : length;
    struct include include = {0};
    include.relation = read_relation(reader, reader->subject->type, item, first);
    if (!include.relation)
        return;
    if (dot)
        include.further =
            read_relation(reader, include.relation->member, dot + 1, length - first - 1);
    if (dot && !include.further)
        return;
    if (view->include_count == INCLUDES_MAX)
        PARAMETER_FAULT(reader, "too many relations; at most %d are allowed", INCLUDES_MAX);
    else
        view->includes[view->include_count++] = include;
}

void query_include_read(struct parameter_reader *reader)
{
    parameter_reader_visit_items(reader, read_one_include);
}
