#include "query/parameters.h"

#include "query/parameter_reader.h"

#include <string.h>

#define FOR_LISTS (QUERY_LIST | QUERY_SEARCH)
#define FOR_RECORDS (QUERY_LIST | QUERY_RECORD)

/* clang-format off */
static const struct parameter_row {
    struct query_parameter parameter;
    parameter_read_function *read;
} rows[] = {
    {{"limit", "The maximum number of records on a page, from 0 to 1000 (default 100); 0 returns "
               "the total and the facets alone. A file such "
               "as .csv holds all records by default, or the first 1000 results of a search.", FOR_LISTS,
      PARAMETER_NUMBER, 0, QUERY_LIMIT_MAX,
      .example = "/people?limit=2&fields=name"},
     query_scalars_read_limit},
    {{"offset", "The number of records to skip before the page (default 0).", FOR_LISTS,
      PARAMETER_NUMBER, 0, QUERY_OFFSET_MAX,
      .example = "/people?limit=2&offset=2&fields=name"},
     query_scalars_read_offset},
    {{"sort", "The fields to sort by, separated by commas, the most important first. A hyphen "
              "before a name sorts in descending order. Records without a value come last; records "
              "with equal values are sorted by id. A name such as session.number sorts by a "
              "field of the record that a reference names; of several, the first that has a value "
              "counts. The "
              "default is the order of the data.",
      QUERY_LIST,
      .values = PARAMETER_SORT_KEYS,
      .example = "/people?sort=-name&limit=2&fields=name"},
     query_fields_read_sort},
    {{"fields", "The fields to show in addition to id, type and links, separated by commas "
                "(default: all).", FOR_RECORDS, .values = PARAMETER_FIELDS,
      .example = "/papers?fields=title,presenters&limit=1"},
     query_fields_read_shown},
    {{"include", "The relations whose records are shown in full instead of as references, "
                 "separated by commas. A dot leads one step further, as in papers.presenters, "
                 "but not from a field that leads to several types.",
      FOR_RECORDS, .values = PARAMETER_RELATIONS,
      .example = "/sessions?include=chair&fields=chair&limit=1"},
     query_include_read},
    {{"facet", "The fields whose values are counted over all matching records, separated by "
               "commas. The counts are in meta.facets.", QUERY_LIST,
      .values = PARAMETER_FACETS,
      .example = "/people?facet=country&fields=name&limit=1"},
     query_fields_read_facet},
    {{"q", "The search terms, all of which must match: a word, a \"quoted phrase\", a prefix*, or "
           "an -excluded word. Case, accents and word endings are ignored. Chinese, Japanese, "
           "Korean and Thai text is found by any part of it.", FOR_LISTS,
      .values = PARAMETER_WORDS, .required_in = QUERY_SEARCH,
      .example = "/proposals?q=energy&fields=title&limit=2"},
     query_search_read_words},
    {{"type", "The types of record to search, separated by commas (default: all).",
      QUERY_SEARCH, .values = PARAMETER_TYPES,
      .example = "/search?q=energy&type=paper&limit=1"},
     query_search_read_types},
    {{"meeting", "The ids of meetings, separated by commas (default: all).",
      QUERY_SEARCH, .values = PARAMETER_IDS},
     query_search_read_meetings},
    {{"year", "The years of the records, or else of their meetings, separated by commas.",
      QUERY_SEARCH, .values = PARAMETER_NUMBERS, .maximum = SEARCH_YEARS - 1},
     query_search_read_years},
    {{"people", "The ids of the two to six people who are compared, separated by commas.",
      QUERY_COMPARISON, .values = PARAMETER_IDS, .required_in = QUERY_COMPARISON},
     query_search_read_people},
    {{"topic", "The ids of topics, separated by commas.",
      QUERY_SEARCH | QUERY_COMPARISON, .values = PARAMETER_IDS},
     query_search_read_topics},
    {{"person", "The ids of people whom the records name, separated by commas.",
      QUERY_SEARCH, .values = PARAMETER_IDS},
     query_search_read_people},
    {{"bom", "Whether a CSV file begins with a byte order mark, by which Excel recognises UTF-8. "
             "Other formats do not change.", FOR_RECORDS | QUERY_SEARCH,
      .values = PARAMETER_BOOLEAN},
     query_scalars_read_bom},
    {{"pretty", "Whether to indent the JSON for human readers.", FOR_LISTS | QUERY_RECORD | QUERY_COMPARISON,
      .values = PARAMETER_BOOLEAN,
      .example = "/topics?pretty&fields=label&limit=1"},
     query_scalars_read_pretty},
};
/* clang-format on */

const struct query_parameter *parameters_at(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index].parameter : NULL;
}

parameter_read_function *parameters_find(const char *name, enum query_scope scope)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(name, rows[i].parameter.name) == 0 && (rows[i].parameter.scopes & scope))
            return rows[i].read;
    return NULL;
}
