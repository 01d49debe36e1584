/* The fold of a text: two texts are the same text if their folds have the same bytes.
 *
 * The fold is the case folding of NFKC (Unicode 3.13, NFKC_Casefold), and besides:
 * - accents, vowel points and strokes are dropped: "Özgür" is "ozgur", "Łódź" is "lodz". Marks that
 *   make another letter stay: the signs of Indic, Thai and Tibetan script, the voicing of kana, and
 *   the breve of Cyrillic "й". So does the stroke of a symbol: "≠" is not "=".
 * - letters that have no decomposition become their base: "æ" is "ae", "đ" is "d", "ı" is "i".
 * - quotation marks and hyphens become those of ASCII: "O’Brien" is "O'Brien".
 * - characters that are not visible are dropped: soft hyphen, joiners, direction marks, tatweel.
 * docs/text.md has an example for each script.
 *
 * A fold is a text in NFC, and the fold of a fold is the same. The properties of characters are
 * those of libunistring. Its releases know different versions of Unicode: of the characters that
 * both know, none is folded differently.
 */
#pragma once

#include "base/buffer.h"

enum {
    /* The fold of a text has at most so many bytes for each of its bytes. The greatest number is
     * that of U+FDFA, whose 3 bytes become 33. */
    FOLD_BYTES_PER_BYTE = 11,
    /* Marks on one character, beyond which others are dropped, so that the time is linear. */
    FOLD_MARKS_MAX = 30
};

/* Appends the fold of `length` bytes of UTF-8 to `out`. A byte that is not part of a valid
 * character becomes U+FFFD. Returns false if `out` failed: out of memory, or above its ceiling. */
bool text_fold(const char *text, size_t length, struct buffer *out);

/* Returns the greatest length, at most `max`, at which a text of more than `max` bytes may be cut
 * into two parts that are folded one by one, with the same result. If the last 256
 * bytes before `max` have no such place, the text is cut between two characters. `max` is at least
 * 256. */
size_t text_fold_cut(const char *text, size_t length, size_t max);
