/* A text with combining marks is decomposed (NFD) first. In any other, each composed character has
 * the elements of its decomposition in the table, except for the syllables of Hangul. */
#include "unicode/collation_reader.h"

#include "unicode/character.h"
#include "unicode/collation_table.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define COLLATION_TAKEN UINT32_MAX /* a mark that is part of a contraction before it */

enum {
    REPLACEMENT = 0xfffd,
    MARKS_MAX = 30,     /* after a character, beyond which none is found for a contraction */
    DECOMPOSED_MAX = 4, /* parts of a canonical decomposition */
    CLASS_COUNT = 256,
    HANGUL_FIRST = 0xac00,
    HANGUL_LAST = 0xd7a3
};

static bool is_hangul_syllable(uint32_t code)
{
    return code >= HANGUL_FIRST && code <= HANGUL_LAST;
}

/* Stores the code points. Returns true if they need to be decomposed. */
static bool collation_reader_decode(struct collation_reader *reader, const uint8_t *text,
                                    size_t length)
{
    bool composed = false;
    for (size_t i = 0; i < length;) {
        ucs4_t code = text[i];
        int size = 1;
        if (code >= 0x80) {
            size = u8_mbtoucr(&code, text + i, length - i);
            if (size <= 0) {
                code = REPLACEMENT;
                size = 1;
            }
            composed |= is_hangul_syllable(code) || character_combining_class(code) != 0;
        }
        reader->codes[reader->count++] = code;
        i += (size_t)size;
    }
    return composed;
}

/* Stores the full canonical decomposition of a character. Returns the number of its parts. */
static size_t decompose_fully(uint32_t code, uint32_t ret_parts[DECOMPOSED_MAX])
{
    uint32_t parts[CHARACTER_PARTS_MAX];
    size_t count = 1;
    ret_parts[0] = code;
    for (int length; count < DECOMPOSED_MAX && (length = character_decompose(*ret_parts, parts));) {
        memmove(ret_parts + length - 1, ret_parts, count * sizeof *ret_parts);
        memcpy(ret_parts, parts, (size_t)length * sizeof *parts);
        count += (size_t)length - 1;
    }
    return count;
}

/* Sorts marks by their classes, those of the same class in their order, in linear time. Returns
 * false if out of memory. */
static bool sort_marks(uint32_t *marks, size_t count)
{
    size_t places[CLASS_COUNT + 1] = {0};
    uint32_t *sorted = malloc(count * sizeof *sorted);
    if (!sorted)
        return false;
    for (size_t i = 0; i < count; i++)
        places[character_combining_class(marks[i]) + 1]++;
    for (size_t class = 1; class <= CLASS_COUNT; class ++)
        places[class] += places[class - 1];
    for (size_t i = 0; i < count; i++)
        sorted[places[character_combining_class(marks[i])]++] = marks[i];
    memcpy(marks, sorted, count * sizeof *marks);
    free(sorted);
    return true;
}

/* Brings the marks after each character into canonical order. Returns false if out of memory. */
static bool collation_reader_order(struct collation_reader *reader)
{
    for (size_t i = 0; i < reader->count;) {
        size_t end = i;
        bool ordered = true;
        for (int class, last = 0; end < reader->count; end++, last = class) {
            class = character_combining_class(reader->codes[end]);
            if (class == 0)
                break;
            ordered &= class >= last;
        }
        if (!ordered && !sort_marks(reader->codes + i, end - i))
            return false;
        i = end + (end == i);
    }
    return true;
}

/* Replaces the text by its canonical decomposition (NFD), by the properties of characters that are
 * equal everywhere. Returns false if out of memory. */
static bool collation_reader_decompose(struct collation_reader *reader)
{
    size_t count = 0;
    uint32_t *codes = malloc((reader->count * DECOMPOSED_MAX + 1) * sizeof *codes);
    if (!codes)
        return false;
    for (size_t i = 0; i < reader->count; i++)
        count += decompose_fully(reader->codes[i], codes + count);
    free(reader->codes);
    reader->codes = codes;
    reader->count = count;
    return collation_reader_order(reader);
}

bool collation_reader_init(struct collation_reader *reader, const char *text, size_t length)
{
    *reader = (struct collation_reader){.codes = malloc((length + 1) * sizeof *reader->codes)};
    if (!reader->codes)
        return false;
    if (!collation_reader_decode(reader, (const uint8_t *)text, length) ||
        collation_reader_decompose(reader))
        return true;
    collation_reader_finish(reader);
    return false;
}

void collation_reader_finish(struct collation_reader *reader)
{
    free(reader->codes);
    reader->codes = NULL;
}

/* Compares a contraction with `count` code points, after which it has zeros. */
static int compare_contraction(const struct collation_contraction *contraction,
                               const uint32_t *codes, size_t count)
{
    for (size_t i = 0; i < COLLATION_CONTRACTION_MAX; i++) {
        const uint32_t code = i < count ? codes[i] : 0;
        if (contraction->codes[i] != code)
            return contraction->codes[i] < code ? -1 : 1;
    }
    return 0;
}

/* Returns the place of the elements of a contraction, or 0. */
static size_t find_contraction(const uint32_t *codes, size_t count)
{
    size_t low = 0, high = collation_contraction_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = compare_contraction(&collation_contractions[middle], codes, count);
        if (order == 0)
            return collation_contractions[middle].place;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Extends the unit, which has `length` code points, by marks that do not follow it directly, and
 * replaces them in the text by COLLATION_TAKEN (UTS #10, S2.1.1 to S2.1.3). Returns the place of
 * its elements. */
static size_t extend_by_marks(struct collation_reader *reader, size_t length, size_t place)
{
    uint32_t unit[COLLATION_CONTRACTION_MAX];
    const size_t first = reader->at + length, rest = reader->count - first;
    const size_t end = first + (rest < MARKS_MAX ? rest : MARKS_MAX);
    int last_class = 0;
    memcpy(unit, reader->codes + reader->at, length * sizeof *unit);
    for (size_t i = first; i < end && length < COLLATION_CONTRACTION_MAX; i++) {
        if (reader->codes[i] == COLLATION_TAKEN)
            continue;
        const int class = character_combining_class(reader->codes[i]);
        if (class == 0)
            break;
        unit[length] = reader->codes[i];
        const size_t extended = class > last_class ? find_contraction(unit, length + 1) : 0;
        if (!extended) {
            last_class = class;
            continue;
        }
        place = extended;
        length++;
        reader->codes[i] = COLLATION_TAKEN;
    }
    return place;
}

/* Finds the longest contraction at the current place. Returns the place of its elements, and stores
 * how many code points follow each other directly in it. */
static size_t longest_contraction(struct collation_reader *reader, size_t single,
                                  size_t *ret_length)
{
    const size_t rest = reader->count - reader->at;
    for (size_t length = COLLATION_CONTRACTION_MAX; length > 1; length--) {
        const size_t place =
            length <= rest ? find_contraction(reader->codes + reader->at, length) : 0;
        if (place) {
            *ret_length = length;
            return extend_by_marks(reader, length, place);
        }
    }
    *ret_length = 1;
    return extend_by_marks(reader, 1, single);
}

bool collation_reader_next(struct collation_reader *reader)
{
    size_t length = 1;
    while (reader->at < reader->count && reader->codes[reader->at] == COLLATION_TAKEN)
        reader->at++;
    if (reader->at == reader->count)
        return false;
    reader->code = reader->codes[reader->at];
    size_t place = collation_place(reader->code);
    if (place && collation_element_contracts(collation_elements[place]))
        place = longest_contraction(reader, place, &length);
    reader->elements = place ? &collation_elements[place] : NULL;
    reader->at += length;
    return true;
}
