/* The fold of a single character, before the marks that follow it are known. Private to
 * unicode/fold.c. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    CHARACTER_FOLD_MAX = 64, /* characters; the longest known fold has 18 */
    CYRILLIC_I = 0x438,
    COMBINING_BREVE = 0x306,
    COMBINING_SOLIDUS = 0x338
};

/* Stores the characters that replace a character: its case and its compatibility decomposition are
 * folded, its letters replaced by their bases, and what is not visible dropped. Marks stay, in any
 * order. Returns their number, which may be 0. */
size_t character_fold(uint32_t character, uint32_t ret_folded[CHARACTER_FOLD_MAX]);

/* Returns true if a mark of this canonical combining class, which is not 0, is an accent: a stroke,
 * a point of Hebrew, Arabic or Syriac, or a mark above or below. */
bool combining_class_is_accent(int combining_class);
