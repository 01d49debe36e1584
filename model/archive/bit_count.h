/* Counts the bits of a word. */
#pragma once

#include <stdint.h>

/* Returns the number of set bits of a word. Counts in pairs, nibbles and bytes (SWAR), because not
 * every processor has an instruction for this. */
static inline unsigned bit_count(uint64_t word)
{
    word -= word >> 1 & UINT64_C(0x5555555555555555);
    word = (word & UINT64_C(0x3333333333333333)) + (word >> 2 & UINT64_C(0x3333333333333333));
    word = (word + (word >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (unsigned)(word * UINT64_C(0x0101010101010101) >> 56);
}
