/* A condition on records: that a value to which a path leads compares in some way with one of those
 * given. */
#pragma once

#include "archive/field_path.h"
#include "schema/edtf.h"

enum comparison {
    FILTER_IS, /* a date: lies within the one given */
    FILTER_NOT,
    FILTER_GREATER,          /* a date: begins behind the end of the one given */
    FILTER_GREATER_OR_EQUAL, /* begins not before its beginning */
    FILTER_LESS,             /* ends before its beginning */
    FILTER_LESS_OR_EQUAL,    /* ends not behind its end */
    FILTER_CONTAINS,         /* ASCII letters in either case */
    FILTER_STARTS_WITH,
    FILTER_IS_NULL, /* leads to no value, or with "false" to some */
    COMPARISON_COUNT
};

/* As they follow a field's name in a request; the first has none. Up to a NULL. */
extern const char *const comparison_names[COMPARISON_COUNT + 1];

/* What each asks of a field, as the beginning of a sentence. */
extern const char *const comparison_meanings[COMPARISON_COUNT];

/* A value to compare with; borrowed. */
struct operand {
    const char *text;
    size_t length;
    int64_t integer;           /* FIELD_INTEGER; and of FILTER_IS_NULL 0 or 1 */
    struct edtf_bounds bounds; /* FIELD_DATE */
};

enum {
    FILTER_OPERANDS_MAX = 32
};

struct filter {
    struct field_path path;
    enum comparison comparison;
    struct operand operands[FILTER_OPERANDS_MAX];
    size_t operand_count;
};

/* Whether an operator makes sense for a kind of field. */
bool filter_applies(enum comparison comparison, const struct field *field);

/* Reads a value for a filter on a field. False, with *ret_expected set to what would be one and the
 * operand untouched, where it is of the wrong kind. */
bool operand_parse(enum comparison comparison, const struct field *field, const char *text,
                   size_t length, struct operand *ret_operand, const char **ret_expected);

/* Whether a record meets the condition: with one of its values, or for FILTER_NOT with none. */
bool filter_matches(const struct filter *filter, const struct record *record);

/* Whether a value meets the condition by itself; for FILTER_NOT, whether it is one of those that
 * must not be. Not for FILTER_IS_NULL. */
bool filter_accepts(const struct filter *filter, const struct field *field,
                    const struct value *value);

/* The same for a date's bounds and those of an operand. */
bool dates_compare(enum comparison comparison, const struct edtf_bounds *own,
                   const struct edtf_bounds *given);

/* Below, equal to or above 0, as the value is to the operand in the order of values
 * (value_order.h): of an integer, a text, or a reference to one type. */
int operand_compare(const struct field *field, const struct value *value,
                    const struct operand *operand);
