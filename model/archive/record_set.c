#include "archive/record_set.h"

#include "archive/bit_count.h"

#include <stdlib.h>
#include <string.h>

static size_t word_count(const struct record_set *set)
{
    return (set->size + 63) / 64;
}

bool record_set_init(struct record_set *set, size_t size)
{
    uint64_t *words = calloc(size / 64 + 1, sizeof *words);
    if (!words)
        return false;
    set->words = words;
    set->size = size;
    return true;
}

void record_set_finish(struct record_set *set)
{
    free(set->words);
    *set = (struct record_set){NULL, 0};
}

void record_set_unite(struct record_set *set, const struct record_set *other)
{
    for (size_t i = 0; i < word_count(set); i++)
        set->words[i] |= other->words[i];
}

void record_set_intersect(struct record_set *set, const struct record_set *other)
{
    for (size_t i = 0; i < word_count(set); i++)
        set->words[i] &= other->words[i];
}

bool record_set_equal(const struct record_set *left, const struct record_set *right)
{
    return memcmp(left->words, right->words, word_count(left) * sizeof *left->words) == 0;
}

void record_set_complement(struct record_set *set)
{
    for (size_t i = 0; i < word_count(set); i++)
        set->words[i] = ~set->words[i];
    if (set->size % 64)
        set->words[set->size / 64] &= (UINT64_C(1) << set->size % 64) - 1;
}

size_t record_set_count(const struct record_set *set)
{
    size_t count = 0;
    for (size_t i = 0; i < word_count(set); i++)
        count += bit_count(set->words[i]);
    return count;
}

size_t record_set_list(const struct record_set *set, size_t skip, uint32_t *ret_ordinals,
                       size_t max)
{
    size_t listed = 0;
    for (size_t i = 0; i < word_count(set) && listed < max; i++) {
        uint64_t word = set->words[i];
        const unsigned count = skip ? bit_count(word) : 0;
        if (skip && count <= skip) {
            skip -= count;
            continue;
        }
        for (; skip; skip--)
            word &= word - 1;
        for (; word && listed < max; word &= word - 1)
            ret_ordinals[listed++] = (uint32_t)(i * 64 + (size_t)__builtin_ctzll(word));
    }
    return listed;
}
