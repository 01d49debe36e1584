#include "query/query.h"

#include "query/reading.h"

#include <string.h>

#define OF_MANY (QUERY_OF_LIST | QUERY_OF_SEARCH)
#define OF_RECORDS (QUERY_OF_LIST | QUERY_OF_ONE)

/* clang-format off */
static const struct parameter_row {
    struct query_parameter parameter;
    query_reader *read;
} rows[] = {
    {{"limit", "How many records a page holds, 1 to 1000; 100 if left out. A file, as .csv, holds "
              "everything if left out.", OF_MANY,
      QUERY_VALUES_NUMBER, 1, QUERY_LIMIT_MAX,
      .example = "/people?limit=2&fields=name"},
     query_read_limit},
    {{"offset", "How many records come before the page; none if left out.", OF_MANY,
      QUERY_VALUES_NUMBER, 0, QUERY_OFFSET_MAX,
      .example = "/people?limit=2&offset=2&fields=name"},
     query_read_offset},
    {{"sort", "Fields to order by, joined by commas, the first counting most; with a hyphen before "
              "its name in descending order. Records without a value come last, equal ones in the "
              "order of their ids. If left out, the order of the source.", QUERY_OF_LIST,
      .values = QUERY_VALUES_SORT_KEYS,
      .example = "/people?sort=-name&limit=2&fields=name"},
     query_read_sort},
    {{"fields", "The fields to show, joined by commas, besides id, type and links; all if left "
                "out.", OF_RECORDS, .values = QUERY_VALUES_FIELDS,
      .example = "/papers?fields=title,presenters&limit=1"},
     query_read_fields},
    {{"include", "Relations to show with whole records instead of references, joined by commas; "
                 "each may lead one step further, as in papers.presenters.", OF_RECORDS,
      .values = QUERY_VALUES_RELATIONS,
      .example = "/sessions?include=chair&fields=chair&limit=1"},
     query_read_include},
    {{"facet", "Fields whose values are to be counted, joined by commas, over all records that "
               "match; the answer is in meta.facets.", QUERY_OF_LIST,
      .values = QUERY_VALUES_FACETS,
      .example = "/people?facet=country&fields=name&limit=1"},
     query_read_facet},
    {{"q", "Words to search for: all of them, \"a phrase\", a beginning*, -without. Case, diacritics "
           "and English inflection do not matter.", OF_MANY,
      .values = QUERY_VALUES_WORDS, .required_of = QUERY_OF_SEARCH,
      .example = "/proposals?q=energy&fields=title&limit=2"},
     query_read_q},
    {{"type", "The types of records to search, joined by commas; all if left out.",
      QUERY_OF_SEARCH, .values = QUERY_VALUES_TYPES,
      .example = "/search?q=energy&type=paper&limit=1"},
     query_read_type},
    {{"pretty", "Indent the answer, for people.", OF_MANY | QUERY_OF_ONE,
      .values = QUERY_VALUES_TRUTH,
      .example = "/topics?pretty&fields=label&limit=1"},
     query_read_pretty},
};
/* clang-format on */

const struct query_parameter *query_parameter(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index].parameter : NULL;
}

static bool is_given_before(const struct target *target, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(target->parameters[i].name, target->parameters[index].name) == 0)
            return true;
    return false;
}

/* One record, and a search of all types, have no filters. */
static void fault_unknown(struct query_reading *reading)
{
    const char *name = reading->parameter->name;
    struct query_names names;
    query_names_begin(&names, QUERY_FAULT(reading, "unknown parameter \"%.60s\"", name), name,
                      strlen(name));
    for (size_t i = 0; query_parameter(i); i++)
        if (query_parameter(i)->of & reading->subject->of)
            query_names_add(&names, query_parameter(i)->name);
    query_names_end(&names);
}

/* It means something of these records, but not in the form in which they are asked for. */
static void fault_lacked(struct query_reading *reading)
{
    QUERY_FAULT(reading,
                "\"%.60s\" has no meaning in this representation; leave it out, or ask "
                "for JSON",
                reading->parameter->name);
}

static bool is_lacked(const struct query_reading *reading)
{
    for (const char *const *name = reading->subject->lacks; name && *name; name++)
        if (strcmp(*name, reading->parameter->name) == 0)
            return true;
    return false;
}

static query_reader *find_reader(const struct query_reading *reading)
{
    const enum query_of of = reading->subject->of;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(reading->parameter->name, rows[i].parameter.name) == 0 &&
            (rows[i].parameter.of & of))
            return is_lacked(reading) ? fault_lacked : rows[i].read;
    return of == QUERY_OF_LIST ? query_read_filter : fault_unknown;
}

bool query_parse(const struct query_subject *subject, const struct target *target,
                 struct query *ret_query, struct parameter_faults *faults)
{
    ret_query->target = target;
    ret_query->limit = ret_query->limit_default =
        subject->file ? SELECTION_PAGE_MAX : QUERY_LIMIT_DEFAULT;
    ret_query->offset = 0;
    ret_query->filter_count = ret_query->key_count = ret_query->facet_count = 0;
    ret_query->view.fields = ret_query->view.include_count = 0;
    ret_query->pretty = false;
    ret_query->q = NULL;
    ret_query->types = (1u << TYPE_COUNT) - 1;
    ret_query->text_length = 0;
    for (size_t i = 0; i < target->parameter_count; i++) {
        struct query_reading reading = {subject, &target->parameters[i], ret_query, faults};
        if (is_given_before(target, i))
            QUERY_FAULT(&reading, "\"%.60s\" is given more than once; give it once",
                        reading.parameter->name);
        else
            find_reader (&reading)(&reading);
    }
    return faults->count == 0;
}

bool query_refuse(const struct target *target, struct parameter_faults *faults)
{
    for (size_t i = 0; i < target->parameter_count; i++)
        parameter_faults_add(faults, target->parameters[i].name,
                             "unknown parameter \"%.60s\"; there are none here",
                             target->parameters[i].name);
    return faults->count == 0;
}
