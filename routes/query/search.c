/* Reads the parameters of a search: `q`, the search terms, and `type`, the types of record. */
#include "query/parameter_reader.h"
#include "search/query.h"

#include <string.h>

void query_search_read_words(struct parameter_reader *reader)
{
    reader->query->q = reader->parameter->value;
    if (strlen(reader->parameter->value) > SEARCH_QUERY_BYTES_MAX)
        PARAMETER_FAULT(reader, "the search is longer than %d bytes; use fewer words",
                        SEARCH_QUERY_BYTES_MAX);
}

static void read_one_type(struct parameter_reader *reader, const char *item, size_t length)
{
    struct suggestion known;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (name_is(record_types[i]->name, item, length)) {
            reader->query->types |= TARGET(i);
            return;
        }
    suggestion_begin(
        &known,
        PARAMETER_FAULT(reader, "unknown type \"%.*s\"", parameter_reader_quoted(length), item),
        item, length);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        suggestion_offer(&known, record_types[i]->name);
    suggestion_end(&known);
}

void query_search_read_types(struct parameter_reader *reader)
{
    reader->query->types = 0;
    parameter_reader_visit_items(reader, read_one_type);
}
