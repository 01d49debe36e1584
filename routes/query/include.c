/* The parameter that names relations whose members are to be shown whole. */
#include "query/reading.h"

#include <string.h>

static void fault_unknown_relation(struct query_reading *reading, const struct record_type *type,
                                   const char *name, size_t length)
{
    size_t count;
    const struct relation *relations = archive_relations(reading->subject->archive, type, &count);
    struct query_names names;
    query_names_begin(&names,
                      QUERY_FAULT(reading, "%s %s has no relation \"%.*s\"", article_of(type->name),
                                  type->name, query_quoted(length), name),
                      name, length);
    for (size_t i = 0; i < count; i++)
        query_names_add(&names, relations[i].name);
    query_names_end(&names);
}

static const struct relation *read_relation(struct query_reading *reading,
                                            const struct record_type *type, const char *name,
                                            size_t length)
{
    const struct relation *relation =
        archive_relation(reading->subject->archive, type, name, length);
    if (!relation)
        fault_unknown_relation(reading, type, name, length);
    return relation;
}

static void read_one_include(struct query_reading *reading, const char *item, size_t length)
{
    struct record_view *view = &reading->query->view;
    const char *dot = memchr(item, '.', length);
    const size_t first = dot ? (size_t)(dot - item) : length;
    struct include include = {0};
    include.relation = read_relation(reading, reading->subject->type, item, first);
    if (!include.relation)
        return;
    if (dot)
        include.further =
            read_relation(reading, include.relation->member, dot + 1, length - first - 1);
    if (dot && !include.further)
        return;
    if (view->include_count == INCLUDES_MAX)
        QUERY_FAULT(reading, "there are more than %d", INCLUDES_MAX);
    else
        view->includes[view->include_count++] = include;
}

void query_read_include(struct query_reading *reading)
{
    query_read_items(reading, read_one_include);
}
