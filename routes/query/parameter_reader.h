/* Reads one parameter into a query: the code that the files of this folder share. */
#pragma once

#include "base/name.h"
#include "query/query.h"
#include "query/suggestion.h"

struct parameter_reader {
    const struct query_subject *subject;
    const struct parameter *parameter;
    struct query *query;
    struct parameter_faults *faults;
};

/* Reads the parameter into the query, or adds faults. */
typedef void parameter_read_function(struct parameter_reader *reader);

parameter_read_function query_scalars_read_limit, query_scalars_read_offset,
    query_scalars_read_pretty, query_scalars_read_bom;
parameter_read_function query_fields_read_sort, query_fields_read_shown, query_fields_read_facet;
parameter_read_function query_search_read_words, query_search_read_types,
    query_search_read_meetings, query_search_read_years, query_search_read_topics,
    query_search_read_people;
parameter_read_function query_include_read;

/* Reads a filter, which is any parameter without a row: "field", "field__operator" or
 * "field.field__operator". */
parameter_read_function query_filters_read;

/* Returns the function that reads the parameter `name` in a scope, or NULL if the table of
 * parameters has no entry for it. */
parameter_read_function *parameters_find(const char *name, enum query_scope scope);

/* The maximum number of bytes that a fault quotes from the request. */
enum {
    PARAMETER_QUOTED_BYTES_MAX = 60
};

/* Adds a fault about the parameter. Returns the fault, or NULL if the list of faults is full. */
#define PARAMETER_FAULT(reader, ...) \
    problem_add_fault((reader)->faults, (reader)->parameter->name, __VA_ARGS__)

/* Returns `length` for "%.*s", but at most PARAMETER_QUOTED_BYTES_MAX. */
int parameter_reader_quoted(size_t length);

/* Receives one item of a list that is separated by commas. */
typedef void parameter_item_visitor(struct parameter_reader *reader, const char *item,
                                    size_t length);

/* Visits the items of the parameter's value, which commas separate. */
void parameter_reader_visit_items(struct parameter_reader *reader, parameter_item_visitor *visit);

typedef bool parameter_field_test(const struct field *field);

/* Reads a path to a field. If there is no such field, adds a fault that suggests the fields that
 * pass `applies`, and returns false. `applies` may be NULL: all fields pass. */
bool parameter_reader_read_path(struct parameter_reader *reader, const char *text, size_t length,
                                parameter_field_test *applies, struct field_path *ret_path);

/* Returns a copy of the text, ended by a NUL, that lives as long as the query. */
const char *query_copy_text(struct query *query, const char *text, size_t length);
