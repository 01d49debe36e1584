/* The order of the values of a field: integers by value, false before true; dates by the earliest
 * instant that they may mean, then by the latest, then by their bytes; references by type and id;
 * kinds that are folded (schema/kind.h) by the order of all languages (unicode/collation.h); all
 * others by their bytes.
 *
 * Values are compared by keys, which are made once for each value. The key of a text takes memory,
 * of which all keys together have a ceiling: what does not fit is made again when two texts are
 * compared that differ only there.
 */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"

enum {
    VALUE_KEY_BYTES_MAX = 256,        /* of the key of one text that are stored */
    VALUE_KEY_BYTES_LATER = 64,       /* the same, after a quarter of the ceiling is used */
    VALUE_KEYS_BYTES_MAX = 256 << 20, /* the ceiling of all keys of an order */
};

/* The order of the values of a field, with the memory of their keys. */
struct value_order {
    const struct field *field;
    struct buffer keys;
    struct buffer left, right; /* of two texts that are compared */
    bool failed;               /* true if out of memory; results then have no meaning */
};

struct value_key {
    uint64_t first; /* in the order of the values, but different values may have the same */
    const struct value *value;
    uint32_t start; /* of the stored bytes of the key that follow `first` */
    uint16_t length;
    bool whole; /* true if these are all */
};

/* Begins to order values of the field; it allocates nothing. */
void value_order_init(struct value_order *order, const struct field *field);

void value_order_finish(struct value_order *order);

/* Makes the key of a value, which is present and not an object. Sets `failed` if out of memory. */
struct value_key value_order_key(struct value_order *order, const struct value *value);

/* Compares the values of two keys. Returns a number below, equal to or above 0. Only equal values
 * compare as equal. Sets `failed` if out of memory. */
int value_order_compare(struct value_order *order, const struct value_key *left,
                        const struct value_key *right);

/* Returns the first bytes of a key of a text, padded with zeros. */
uint64_t value_order_first_bytes(const char *bytes, size_t length);

/* Compares a text with the beginning of the keys of all texts with one fold, which
 * collation_key_append_fold appends: returns 0 if the text has that fold. `first` is that of the
 * text's key. Sets `failed` if out of memory. */
int value_order_compare_fold(struct value_order *order, uint64_t first, const struct value *text,
                             const struct buffer *fold);
