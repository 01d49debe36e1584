/* What is searched for, and in which types of record. */
#include "query/reading.h"
#include "search/query.h"

#include <string.h>

void query_read_q(struct query_reading *reading)
{
    reading->query->q = reading->parameter->value;
    if (strlen(reading->parameter->value) > SEARCH_QUERY_BYTES_MAX)
        QUERY_FAULT(reading, "this is longer than %d bytes; search for the few words that matter",
                    SEARCH_QUERY_BYTES_MAX);
}

static void read_one_type(struct query_reading *reading, const char *item, size_t length)
{
    struct query_names names;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (name_is(record_types[i]->name, item, length)) {
            reading->query->types |= TARGET(i);
            return;
        }
    query_names_begin(&names,
                      QUERY_FAULT(reading, "unknown type \"%.*s\"", query_quoted(length), item),
                      item, length);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        query_names_add(&names, record_types[i]->name);
    query_names_end(&names);
}

void query_read_type(struct query_reading *reading)
{
    reading->query->types = 0;
    query_read_items(reading, read_one_type);
}
