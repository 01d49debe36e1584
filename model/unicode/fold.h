/* The fold of a text: two texts are the same text if their folds have the same bytes.
 *
 * The fold is the case folding of NFKC (Unicode 3.13, NFKC_Casefold), and besides:
 * - accents, vowel points and strokes are dropped: "Özgür" is "ozgur", "Łódź" is "lodz". Marks that
 *   make another letter stay: the signs of Indic, Thai and Tibetan script, the voicing of kana, and
 *   the breve of Cyrillic "й". So does the stroke of a symbol: "≠" is not "=".
 * - letters that have no decomposition become their base: "æ" is "ae", "đ" is "d", "ı" is "i".
 * - quotation marks and hyphens become those of ASCII: "O’Brien" is "O'Brien".
 * - decimal digits of all scripts become those of ASCII: "१२" is "12".
 * - a fraction is apart from the number before it: "1½" is "1 1⁄2".
 * - characters that are not visible are dropped: soft hyphen, joiners, direction marks, tatweel; so
 *   are the skin tones of emoji.
 * - a nikhahit of Thai or Lao comes after the tone mark beside it, and once.
 * - white space of any kind and length is one space, and at the ends of the text it is dropped.
 * docs/text.md has an example for each script.
 *
 * A fold is a text in NFC, and the fold of a fold is the same. It is equal on all platforms: the
 * properties of characters are those of Unicode 16.0 (character.h).
 */
#pragma once

#include "base/buffer.h"

enum {
    /* The fold of a text has at most so many bytes for each of its bytes. The greatest number is
     * that of U+FDFA, whose 3 bytes become 33. */
    FOLD_BYTES_PER_BYTE = 11,
    /* Marks on one character that are kept: those that come first in canonical order. The time is
     * linear, also for a text of marks alone. */
    FOLD_MARKS_MAX = 30,
    /* Bytes of a character and the marks on it. */
    FOLD_CLUSTER_MAX = 4 * (1 + FOLD_MARKS_MAX),
    /* Of such a character and a nikhahit after it. */
    FOLD_UNSETTLED_MAX = 2 * FOLD_CLUSTER_MAX
};

/* Appends the fold of `length` bytes of UTF-8 to `out`. A byte that is not part of a valid
 * character becomes U+FFFD. Returns false if `out` failed: out of memory, or above its ceiling. */
bool text_fold(const char *text, size_t length, struct buffer *out);

/* Does the same, but keeps each character of white space as a space. So the folds of the parts of a
 * text are the fold of the text, if the first character of no part combines with those before it.
 */
bool text_fold_keeping_spaces(const char *text, size_t length, struct buffer *out);

/* Returns the fold of an ASCII character that is not white space, unless one that is not ASCII
 * follows it; any other byte as it is. */
static inline char text_fold_ascii(char character)
{
    if (character >= 'A' && character <= 'Z')
        return (char)(character | 0x20);
    return character == '`' ? '\'' : character;
}

/* Folds about `max` bytes of a text, and appends the result to `out`, which has the unsettled end
 * of the part before this one. Stores the length of the beginning of `out` that the rest of the
 * text does not change, and returns the number of bytes that it folded: at most `max` + 3. The
 * caller takes the settled bytes from `out`, in which at most FOLD_UNSETTLED_MAX others are left.
 */
size_t text_fold_part(const char *text, size_t length, size_t max, struct buffer *out,
                      size_t *ret_settled);

/* Returns true if a reader sees nothing of the text: all its characters are white space or blanks
 * of Braille, or are dropped by the fold. */
bool text_is_blank(const char *text, size_t length);
