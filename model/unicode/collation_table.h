/* The weights of Unicode's default order, as collation_table.py writes them. Private to the folder.
 *
 * A code point has a place among the elements, where its elements begin; place 0 means that it has
 * none of its own. An element has a code for its primary weight, the number of the pair of its
 * other weights, and two flags. A code above 255 has two bytes, and one of 0 none. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    COLLATION_BLOCK = 64,          /* code points; collation_table.py has the same number */
    COLLATION_HAN = 0xfd,          /* the lead of Han characters; two bytes follow */
    COLLATION_FURTHER_HAN = 0xfe,  /* of those in the extensions of Unicode; three bytes */
    COLLATION_UNASSIGNED = 0xff,   /* of code points without a row; three bytes */
    COLLATION_CONTRACTION_MAX = 3, /* code points */
    COLLATION_TERTIARY_LEAST = 2   /* the least tertiary weight; the least secondary is 1 */
};

struct collation_pair {
    uint8_t secondary, tertiary; /* 0: without a weight */
};

/* Code points that sort by a lead and two bytes. */
struct collation_range {
    uint32_t first, last;
    uint8_t lead;
};

/* Code points that have common elements; those after the last one are 0. */
struct collation_contraction {
    uint32_t codes[COLLATION_CONTRACTION_MAX];
    uint16_t place;
};

extern const char collation_release[]; /* of Unicode */
extern const uint8_t collation_number; /* the code of a number; its length and digits follow */

extern const size_t collation_range_count, collation_contraction_count, collation_stage_count;
extern const struct collation_range collation_ranges[];
extern const struct collation_pair collation_pairs[];
extern const struct collation_contraction collation_contractions[]; /* sorted */
extern const uint16_t collation_stages[], collation_blocks[];
extern const uint32_t collation_elements[];

/* Returns the place of the elements of a code point, or 0. */
static inline size_t collation_place(uint32_t code)
{
    const uint32_t stage = code / COLLATION_BLOCK;
    return stage < collation_stage_count
               ? collation_blocks[collation_stages[stage] * COLLATION_BLOCK +
                                  code % COLLATION_BLOCK]
               : 0;
}

static inline uint32_t collation_element_code(uint32_t element)
{
    return element >> 16;
}

static inline struct collation_pair collation_element_pair(uint32_t element)
{
    return collation_pairs[(element & 0xffff) >> 2];
}

/* Returns true if the code point of this element, its first one, begins a contraction. */
static inline bool collation_element_contracts(uint32_t element)
{
    return element & 2;
}

/* Returns true if no further element follows. */
static inline bool collation_element_is_last(uint32_t element)
{
    return element & 1;
}
