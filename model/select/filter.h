/* Filters: conditions on records. A record matches a filter if a value at the filter's path
 * satisfies its comparison with at least one operand (for FILTER_NOT: with none). */
#pragma once

#include "archive/archive.h"
#include "archive/date_bounds.h"
#include "archive/field_path.h"
#include "unicode/fold_match.h"

/* Texts are compared by their folds (unicode/fold.h): the values of a field of human-readable text
 * with every comparison, those of other kinds with FILTER_CONTAINS and FILTER_STARTS_WITH only. So
 * ids, codes and addresses are equal if their bytes are.
 *
 * Dates are compared as intervals (archive/date_bounds.h): with an operand that has an offset from
 * UTC as instants, with any other as the clocks in the time zone of the date show them. */
enum filter_comparison {
    FILTER_IS, /* a date: lies within the operand */
    FILTER_NOT,
    FILTER_GREATER,          /* a date: begins after the end of the operand */
    FILTER_GREATER_OR_EQUAL, /* a date: does not begin before the operand begins */
    FILTER_LESS,             /* a date: ends before the operand begins */
    FILTER_LESS_OR_EQUAL,    /* a date: does not end after the operand ends */
    FILTER_CONTAINS,
    FILTER_STARTS_WITH,
    FILTER_IS_NULL, /* operand "true": the path has no value; "false": it has one */
    FILTER_COMPARISON_COUNT
};

/* The names of comparisons in requests, which follow the name of the field; that of FILTER_IS is
 * empty. Ends with NULL. */
extern const char *const filter_comparison_names[FILTER_COMPARISON_COUNT + 1];

/* The condition of each comparison for fields of any kind, as the beginning of a sentence with the
 * field as its subject. */
extern const char *const filter_comparison_meanings[FILTER_COMPARISON_COUNT];

/* Returns the condition of a comparison for a field. */
const char *filter_comparison_meaning(enum filter_comparison comparison, const struct field *field);

struct work;

/* A value to compare with. The texts are borrowed. */
struct filter_operand {
    const char *text;
    size_t length;
    const char *folded; /* NULL if the comparison does not fold */
    size_t folded_length;
    int64_t integer;       /* for FIELD_INTEGER and `by_number`; for FILTER_IS_NULL 0 or 1 */
    bool by_number;        /* for FIELD_REFERENCE: a record's ROLE_NUMBER instead of its id */
    struct edtf_date date; /* for FIELD_DATE */
};

enum {
    FILTER_OPERANDS_MAX = 32
};

/* The memory of the folded operands of one request. */
struct filter_folds {
    char bytes[FOLD_OPERAND_BYTES_MAX];
    size_t used;
};

/* The keys of texts that are compared in the order of texts. */
struct filter_keys {
    struct buffer value, operand;
    bool failed; /* true if out of memory; results then have no meaning */
};

struct filter {
    const char *parameter; /* the name of the filter in the request, for a refusal; or NULL */
    struct field_path path;
    enum filter_comparison comparison;
    struct filter_operand operands[FILTER_OPERANDS_MAX];
    size_t operand_count;
};

/* Returns true if the comparison applies to the kind of the field. */
bool filter_applies(enum filter_comparison comparison, const struct field *field);

/* Parses an operand of a filter on the field. Returns false if the text is not a value of the
 * field's kind, or is too long for `folds`: *ret_expected then describes the expected value, and
 * *ret_operand is unchanged. The operand borrows from `text` and `folds`. */
bool filter_operand_parse(enum filter_comparison comparison, const struct field *field,
                          const char *text, size_t length, struct filter_folds *folds,
                          struct filter_operand *ret_operand, const char **ret_expected);

/* Lets an operand of a reference mean every record with its number, as a path does: "3" for
 * /sessions/3. References to several types also take "collection/3". Does nothing if the operand is
 * not a number, or if a record of the field's types has it as its id. */
void filter_operand_take_number(const struct archive *archive, const struct field *field,
                                struct filter_operand *operand);

/* Begins comparisons; it allocates nothing. */
void filter_keys_init(struct filter_keys *keys);

/* Frees the keys. Returns false if a comparison was out of memory. */
bool filter_keys_finish(struct filter_keys *keys);

/* Returns true if a record meets the filter, from a step of the path on, of which `members` has the
 * field: one of its values does, or for FILTER_NOT none of them equals an operand. Sets
 * `keys->failed` if out of memory. Spends `work`, which may be NULL; if it is used up, the result
 * has no meaning. */
bool filter_matches_members(const struct filter *filter, size_t step, const struct members *members,
                            struct filter_keys *keys, struct work *work);

/* Returns true if the filter asks for the absence of values: FILTER_NOT, or FILTER_IS_NULL with the
 * operand "true". */
bool filter_is_negative(const struct filter *filter);

/* Returns true if the value alone meets the filter; for FILTER_NOT, if it equals an operand. Not
 * for FILTER_IS_NULL. `keys` may be NULL unless texts are compared by FILTER_GREATER to
 * FILTER_LESS_OR_EQUAL. Spends `work`, like filter_matches_members. */
bool filter_accepts(const struct filter *filter, const struct field *field,
                    const struct value *value, struct filter_keys *keys, struct work *work);

/* Spends the work of comparing one value with all operands. Returns false if it is used up. */
bool filter_spend(const struct filter *filter, const struct value *value, struct work *work);

/* Compares the bounds of a date with those of an operand. */
bool filter_compare_dates(enum filter_comparison comparison, const struct date_bounds *dates,
                          const struct edtf_date *operand);

/* Returns a number below, equal to or above 0, as the value is less than, equal to or greater than
 * the operand in the order of values (archive/value_order.h), in which texts with the same fold are
 * equal. The field holds integers, texts, or references to one type; for an operand `by_number` the
 * result is 0 for an equal number and otherwise has no order. For kinds that are
 * folded (schema/kind.h), sets `keys->failed` and returns 0 if out of memory; for others `keys` may
 * be NULL. */
int filter_operand_compare(const struct field *field, const struct value *value,
                           const struct filter_operand *operand, struct filter_keys *keys);
