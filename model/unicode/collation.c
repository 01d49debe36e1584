/* A key has levels, each of which ends with a byte 0: the codes of the primary weights of the fold,
 * the fold, the secondary and the tertiary weights of the text, and the text itself unless it is
 * its own fold. The least weights at the end of a level are omitted, so that most texts have no
 * secondary ones.
 *
 * A number is its code, the count of its digits without leading zeros, and two digits in each byte.
 */
#include "unicode/collation.h"

#include "unicode/collation_reader.h"
#include "unicode/collation_table.h"
#include "unicode/fold.h"

enum {
    SECONDARY_LEAST = 1,
    LONG_NUMBER = 255, /* digits; the count follows in four bytes */
    NUMBER_COUNT_MAX = 5
};

/* Han characters without a row in the table. */
static const struct collation_range han_ranges[] = {
    {0x3400, 0x4dbf, COLLATION_FURTHER_HAN},   {0x4e00, 0x9ffc, COLLATION_HAN},
    {0x20000, 0x2a6dd, COLLATION_FURTHER_HAN}, {0x2a700, 0x2b734, COLLATION_FURTHER_HAN},
    {0x2b740, 0x2b81d, COLLATION_FURTHER_HAN}, {0x2b820, 0x2cea1, COLLATION_FURTHER_HAN},
    {0x2ceb0, 0x2ebe0, COLLATION_FURTHER_HAN}, {0x30000, 0x3134a, COLLATION_FURTHER_HAN}};

/* The primary level while it is written. */
struct primary_level {
    struct buffer *out;
    bool in_number;
    size_t digits; /* where its digits begin in `out`, each one a byte until it ends */
};

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

/* Returns the lead of a code point that has no row. */
static uint8_t find_lead(const struct collation_range *ranges, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return ranges[i].lead;
    return 0;
}

static void append_code_without_row(struct buffer *out, uint32_t code)
{
    uint8_t lead = find_lead(han_ranges, sizeof han_ranges / sizeof *han_ranges, code);
    if (!lead)
        lead = find_lead(collation_ranges, collation_range_count, code);
    if (!lead)
        lead = COLLATION_UNASSIGNED;
    buffer_append_byte(out, (char)lead);
    if (lead >= COLLATION_FURTHER_HAN)
        buffer_append_byte(out, (char)(code >> 16));
    buffer_append_byte(out, (char)(code >> 8));
    buffer_append_byte(out, (char)code);
}

static void append_code(struct buffer *out, uint32_t code)
{
    if (code > UINT8_MAX)
        buffer_append_byte(out, (char)(code >> 8));
    if (code)
        buffer_append_byte(out, (char)code);
}

/* Writes the count of the digits, and packs them; they may begin NUMBER_COUNT_MAX bytes after
 * `bytes` or later. Returns the size. */
static size_t pack_number(char *bytes, const char *digits, size_t count)
{
    size_t size = 1;
    bytes[0] = (char)(count < LONG_NUMBER ? count : LONG_NUMBER);
    for (int shift = 24; count >= LONG_NUMBER && shift >= 0; shift -= 8)
        bytes[size++] = (char)(count >> shift);
    for (size_t i = count % 2 ? 0 : 1; i < count; i += 2)
        bytes[size++] = (char)((i ? digits[i - 1] << 4 : 0) | digits[i]);
    return size;
}

static void primary_level_end_number(struct primary_level *level)
{
    struct buffer *out = level->out;
    if (!level->in_number || out->failed)
        return;
    size_t first = level->digits;
    while (first < out->length && out->bytes[first] == 0)
        first++;
    const size_t start = level->digits - NUMBER_COUNT_MAX;
    out->length = start + pack_number(out->bytes + start, out->bytes + first, out->length - first);
    level->in_number = false;
}

static void primary_level_add_digit(struct primary_level *level, int digit)
{
    static const char room[NUMBER_COUNT_MAX];
    if (!level->in_number) {
        buffer_append_byte(level->out, (char)collation_number);
        buffer_append(level->out, room, sizeof room);
        level->digits = level->out->length;
        level->in_number = true;
    }
    buffer_append_byte(level->out, (char)digit);
}

/* Adds a character, or a contraction that begins with it. `element` is NULL if it has no row. */
static void primary_level_add(struct primary_level *level, uint32_t character,
                              const uint32_t *element)
{
    if (character >= '0' && character <= '9') { /* the fold has no digits of other scripts */
        primary_level_add_digit(level, (int)character - '0');
        return;
    }
    primary_level_end_number(level);
    if (!element) {
        append_code_without_row(level->out, character);
        return;
    }
    append_code(level->out, collation_element_code(*element));
    while (!collation_element_is_last(*element++))
        append_code(level->out, collation_element_code(*element));
}

/* Returns the element of a character of ASCII; each has one, and no two have one together. */
static const uint32_t *ascii_element(unsigned char character)
{
    return &collation_elements[collation_place(character)];
}

/* Returns false if out of memory. */
static bool append_primary_level(const char *fold, size_t length, struct buffer *out)
{
    struct primary_level level = {.out = out};
    if (is_ascii(fold, length)) {
        for (size_t i = 0; i < length; i++)
            primary_level_add(&level, (unsigned char)fold[i],
                              ascii_element((unsigned char)fold[i]));
    } else {
        struct collation_reader reader;
        if (!collation_reader_init(&reader, fold, length))
            return false;
        while (collation_reader_next(&reader))
            primary_level_add(&level, reader.code, reader.elements);
        collation_reader_finish(&reader);
    }
    primary_level_end_number(&level);
    buffer_append_byte(out, 0);
    return true;
}

/* Ends a level, without the least weights at its end. */
static void end_level(struct buffer *out, size_t start, char least)
{
    while (!out->failed && out->length > start && out->bytes[out->length - 1] == least)
        out->length--;
    buffer_append_byte(out, 0);
}

static void append_weights(struct collation_pair pair, struct buffer *secondary,
                           struct buffer *tertiary)
{
    if (pair.secondary)
        buffer_append_byte(secondary, (char)pair.secondary);
    if (pair.tertiary)
        buffer_append_byte(tertiary, (char)pair.tertiary);
}

static void append_weights_of_unit(const uint32_t *element, struct buffer *secondary,
                                   struct buffer *tertiary)
{
    const struct collation_pair least = {SECONDARY_LEAST, COLLATION_TERTIARY_LEAST};
    if (!element) {
        append_weights(least, secondary, tertiary);
        return;
    }
    append_weights(collation_element_pair(*element), secondary, tertiary);
    while (!collation_element_is_last(*element++))
        append_weights(collation_element_pair(*element), secondary, tertiary);
}

/* All secondary weights of ASCII are the least one. */
static void append_further_levels_of_ascii(const char *text, size_t length, struct buffer *out)
{
    buffer_append_byte(out, 0);
    const size_t start = out->length;
    for (size_t i = 0; i < length; i++) {
        const uint32_t element = *ascii_element((unsigned char)text[i]);
        const uint8_t tertiary = collation_element_pair(element).tertiary;
        if (tertiary)
            buffer_append_byte(out, (char)tertiary);
    }
    end_level(out, start, COLLATION_TERTIARY_LEAST);
}

/* Returns false if out of memory. */
static bool append_further_levels(const char *text, size_t length, struct buffer *out)
{
    struct collation_reader reader;
    struct buffer tertiary;
    const size_t start = out->length;
    if (!collation_reader_init(&reader, text, length))
        return false;
    buffer_init(&tertiary, SIZE_MAX);
    while (collation_reader_next(&reader))
        append_weights_of_unit(reader.elements, out, &tertiary);
    collation_reader_finish(&reader);
    end_level(out, start, SECONDARY_LEAST);
    end_level(&tertiary, 0, COLLATION_TERTIARY_LEAST);
    const bool made = !tertiary.failed;
    if (made)
        buffer_append(out, tertiary.bytes, tertiary.length);
    buffer_finish(&tertiary);
    return made;
}

/* Appends the levels of the fold, which is stored in `fold`, an empty buffer. */
static bool append_fold_levels(const char *text, size_t length, struct buffer *fold,
                               struct buffer *out)
{
    if (!text_fold(text, length, fold) || !append_primary_level(fold->bytes, fold->length, out))
        return false;
    buffer_append(out, fold->bytes, fold->length);
    buffer_append_byte(out, 0);
    return !out->failed;
}

/* Appends the levels of the text itself. */
static bool append_text_levels(const char *text, size_t length, const struct buffer *fold,
                               struct buffer *out)
{
    const bool folded =
        fold->length == length && (!length || memcmp(fold->bytes, text, length) == 0);
    if (is_ascii(text, length))
        append_further_levels_of_ascii(text, length, out);
    else if (!append_further_levels(text, length, out))
        return false;
    if (!folded)
        buffer_append(out, text, length);
    buffer_append_byte(out, 0);
    return !out->failed;
}

bool collation_key_append(const char *text, size_t length, struct buffer *out)
{
    struct buffer fold;
    buffer_init(&fold, SIZE_MAX);
    const bool made = append_fold_levels(text, length, &fold, out) &&
                      append_text_levels(text, length, &fold, out);
    buffer_finish(&fold);
    return made;
}

bool collation_key_append_fold(const char *text, size_t length, struct buffer *out)
{
    struct buffer fold;
    buffer_init(&fold, SIZE_MAX);
    const bool made = append_fold_levels(text, length, &fold, out);
    buffer_finish(&fold);
    return made;
}

const char *collation_unicode_version(void)
{
    return collation_release;
}
