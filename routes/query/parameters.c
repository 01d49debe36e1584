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
    {{"limit", "How many records a page holds, 1 to 1000; 100 if left out. A file, as .csv, holds "
              "everything if left out.", FOR_LISTS,
      PARAMETER_NUMBER, 1, QUERY_LIMIT_MAX,
      .example = "/people?limit=2&fields=name"},
     query_scalars_read_limit},
    {{"offset", "How many records come before the page; none if left out.", FOR_LISTS,
      PARAMETER_NUMBER, 0, QUERY_OFFSET_MAX,
      .example = "/people?limit=2&offset=2&fields=name"},
     query_scalars_read_offset},
    {{"sort", "Fields to order by, joined by commas, the first counting most; with a hyphen before "
              "its name in descending order. Records without a value come last, equal ones in the "
              "order of their ids. If left out, the order of the source.", QUERY_LIST,
      .values = PARAMETER_SORT_KEYS,
      .example = "/people?sort=-name&limit=2&fields=name"},
     query_fields_read_sort},
    {{"fields", "The fields to show, joined by commas, besides id, type and links; all if left "
                "out.", FOR_RECORDS, .values = PARAMETER_FIELDS,
      .example = "/papers?fields=title,presenters&limit=1"},
     query_fields_read_shown},
    {{"include", "Relations to show with whole records instead of references, joined by commas; "
                 "each may lead one step further, as in papers.presenters.", FOR_RECORDS,
      .values = PARAMETER_RELATIONS,
      .example = "/sessions?include=chair&fields=chair&limit=1"},
     query_include_read},
    {{"facet", "Fields whose values are to be counted, joined by commas, over all records that "
               "match; the answer is in meta.facets.", QUERY_LIST,
      .values = PARAMETER_FACETS,
      .example = "/people?facet=country&fields=name&limit=1"},
     query_fields_read_facet},
    {{"q", "Words to search for: all of them, \"a phrase\", a beginning*, -without. Case, diacritics "
           "and English inflection do not matter.", FOR_LISTS,
      .values = PARAMETER_WORDS, .required_in = QUERY_SEARCH,
      .example = "/proposals?q=energy&fields=title&limit=2"},
     query_search_read_words},
    {{"type", "The types of records to search, joined by commas; all if left out.",
      QUERY_SEARCH, .values = PARAMETER_TYPES,
      .example = "/search?q=energy&type=paper&limit=1"},
     query_search_read_types},
    {{"pretty", "Indent the answer, for people.", FOR_LISTS | QUERY_RECORD,
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
