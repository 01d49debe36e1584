/* The fold of a single character, before the marks that follow it are known. Private to the folder.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
    CHARACTER_FOLD_MAX = 64 /* characters; the longest known fold has 18 */
};

/* Stores the characters that replace a character: its case and its compatibility decomposition are
 * folded, letters and digits are replaced by their bases, white space by a space, and invisible
 * characters are dropped.
 * Marks stay, in any order. Returns their number, which may be 0. */
size_t character_fold(uint32_t character, uint32_t ret_folded[CHARACTER_FOLD_MAX]);
