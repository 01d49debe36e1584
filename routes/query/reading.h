/* The reading of one parameter into a query: what the files query_*.c share. */
#pragma once

#include "base/name.h"
#include "query/query.h"

struct query_reading {
    const struct query_subject *subject;
    const struct parameter *parameter;
    struct query *query;
    struct parameter_faults *faults;
};

typedef void query_reader(struct query_reading *reading);

query_reader query_read_limit, query_read_offset, query_read_pretty; /* query_scalar.c */
query_reader query_read_sort, query_read_fields, query_read_facet;   /* query_fields.c */
query_reader query_read_q, query_read_type;                          /* query_search.c */
query_reader query_read_include;                                     /* query_include.c */

/* A parameter that is none of these: "field", "field__operator", "field.field__operator". */
query_reader query_read_filter; /* query_filter.c */

/* How much of what came is repeated in a fault. */
enum {
    QUOTED_BYTES_MAX = 60
};

/* Adds a fault of the parameter; NULL where there are too many to be listed. */
#define QUERY_FAULT(reading, ...) \
    parameter_faults_add((reading)->faults, (reading)->parameter->name, __VA_ARGS__)

/* `length` for "%.*s", cut to what a fault repeats. */
int query_quoted(size_t length);

/* A fault with the names that there are, and the nearest of them. */
struct query_names {
    struct parameter_fault *fault; /* or NULL */
    struct nearest nearest;
};
void query_names_begin(struct query_names *names, struct parameter_fault *fault, const char *wanted,
                       size_t length);
void query_names_add(struct query_names *names, const char *name);
void query_names_end(struct query_names *names);

/* Calls `read` with each item of the parameter's comma list. */
typedef void query_item_reader(struct query_reading *reading, const char *item, size_t length);
void query_read_items(struct query_reading *reading, query_item_reader *read);

/* Reads a path to a field. False, with the fault added, where there is none; the fault then offers
 * those fields of which `applies` says so, or all where that is NULL. */
typedef bool query_field_test(const struct field *field);
bool query_read_path(struct query_reading *reading, const char *text, size_t length,
                     query_field_test *applies, struct field_path *ret_path);

/* A copy of a text that lives as long as the query, with a NUL behind. */
const char *query_keep_text(struct query *query, const char *text, size_t length);
