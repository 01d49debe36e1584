/* A text of any script is folded by look-ups in the table of fold_cells.h, and only characters that
 * are not inert are combined with the end of the fold (fold_writer.h).
 */
#include "unicode/fold.h"

#include "unicode/character_fold.h"
#include "unicode/fold_cells.h"
#include "unicode/fold_writer.h"

#include <string.h>
#include <unistr.h>

enum {
    REPLACEMENT_CHARACTER = 0xfffd,
    BRAILLE_BLANK = 0x2800,
    BLANK_PART = 256 /* bytes */
};

/* Appends the fold of a character, which is made each time. */
static void append_made_fold(struct fold_writer *writer, uint32_t character)
{
    uint32_t folded[CHARACTER_FOLD_MAX];
    const size_t count = character_fold(character, folded);
    for (size_t i = 0; i < count && !writer->out->failed; i++)
        fold_writer_append(writer, folded[i]);
}

static inline void append_character_fold(struct fold_writer *writer, uint32_t character)
{
    struct buffer *out = writer->out;
    const struct fold_cell cell = fold_cell_of(character);
    uint32_t folded;
    memcpy(&folded, cell.text, sizeof folded);
    if (cell.tag == FOLD_CELL_OTHER)
        append_made_fold(writer, character);
    else if (cell.tag == FOLD_CELL_SPACE)
        fold_writer_append_space(writer);
    else if (cell.tag == FOLD_CELL_MARK)
        fold_writer_append_mark(writer, folded);
    else if (cell.tag == FOLD_CELL_FOLLOWS)
        fold_writer_append_following(writer, folded);
    else if (out->capacity - out->length < sizeof cell)
        buffer_append(out, cell.text, (size_t)cell.tag - 1);
    else {
        /* A copy of constant size is quicker; the bytes after the length are overwritten later. */
        memcpy(out->bytes + out->length, &cell, sizeof cell);
        out->length += (size_t)cell.tag - 1;
    }
}

/* Reads a character that is not ASCII. Returns the number of its bytes. */
static inline size_t read_character(const char *text, size_t length, uint32_t *ret_character)
{
    const unsigned char *at = (const unsigned char *)text;
    if (length > 1 && at[0] >= 0xc2 && at[0] < 0xe0 && (at[1] & 0xc0) == 0x80) {
        *ret_character = (uint32_t)(at[0] & 0x1f) << 6 | (at[1] & 0x3f);
        return 2;
    }
    if (length > 2 && at[0] >= 0xe0 && at[0] < 0xf0 && (at[1] & 0xc0) == 0x80 &&
        (at[2] & 0xc0) == 0x80) {
        const uint32_t three =
            (uint32_t)(at[0] & 0xf) << 12 | (uint32_t)(at[1] & 0x3f) << 6 | (at[2] & 0x3f);
        if (three >= 0x800 && (three < 0xd800 || three >= 0xe000)) {
            *ret_character = three;
            return 3;
        }
    }
    ucs4_t character;
    const int bytes = u8_mbtoucr(&character, at, length);
    *ret_character = bytes > 0 ? character : REPLACEMENT_CHARACTER;
    return bytes > 0 ? (size_t)bytes : 1;
}

/* Eight bytes are one word (SWAR): adding to each byte sets its highest bit if it is at least some
 * number, unless one of the bytes is not ASCII. */
static const uint64_t byte_ones = UINT64_C(0x0101010101010101), byte_tops = byte_ones * 0x80;

/* Returns true if all bytes are ASCII, and only capitals differ from their folds: none is a grave
 * accent or a control character, and no two spaces follow one another. Other words are rare, and
 * are folded byte by byte. */
static inline bool word_is_plain(uint64_t word)
{
    const uint64_t not_grave = (word ^ byte_ones * '`') + byte_ones * 0x7f;
    const uint64_t blanks = ~(word + byte_ones * (0x7f - ' ')) & byte_tops;
    const uint64_t controls = ~(word << 2); /* the bit of a space is not set */
    return !(((word | ~not_grave) & byte_tops) | (blanks & (blanks >> 8 | controls)));
}

static inline uint64_t fold_plain_word(uint64_t word)
{
    const uint64_t capitals = (word + byte_ones * (0x80 - 'A')) ^ (word + byte_ones * (0x7f - 'Z'));
    return word | (capitals & byte_tops) >> 2;
}

/* Appends the fold of eight bytes if they are plain. Returns true if they are. */
static inline bool append_plain_word(struct fold_writer *writer, const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof word);
    if (!word_is_plain(word) || (*text == ' ' && !fold_writer_takes_space(writer)))
        return false;
    word = fold_plain_word(word);
    buffer_append(writer->out, (const char *)&word, sizeof word);
    return true;
}

static inline void append_ascii(struct fold_writer *writer, char character)
{
    if (character == ' ' || (character >= '\t' && character <= '\r'))
        fold_writer_append_space(writer);
    else
        buffer_append_byte(writer->out, text_fold_ascii(character));
}

/* Appends the folds of the ASCII bytes at the beginning of the text. Returns their number. */
static size_t fold_ascii(const char *text, size_t length, struct fold_writer *writer)
{
    static const size_t word = sizeof(uint64_t);
    size_t done = 0;
    while (length - done >= word && append_plain_word(writer, text + done))
        done += word;
    const size_t rest = length - done < word ? length - done : word;
    if (rest > 0 && rest < word && done > 0 &&
        !writer->out->failed) { /* the last word begins in the one before it */
        writer->out->length -= word - rest;
        if (append_plain_word(writer, text + length - word))
            return length;
        writer->out->length += word - rest;
    }
    for (const size_t end = done + rest; done < end && (unsigned char)text[done] < 0x80; done++)
        append_ascii(writer, text[done]);
    return done;
}

/* Appends the folds of characters until `max` bytes of the text are folded, or a few more that
 * complete a character. Returns their number. */
static size_t fold_characters(const char *text, size_t length, size_t max,
                              struct fold_writer *writer)
{
    size_t done = 0;
    while (done < max && !writer->out->failed) {
        if ((unsigned char)text[done] < 0x80) {
            done += fold_ascii(text + done, max - done, writer);
            continue;
        }
        uint32_t character;
        done += read_character(text + done, length - done, &character);
        append_character_fold(writer, character);
    }
    return done;
}

bool text_fold(const char *text, size_t length, struct buffer *out)
{
    struct fold_writer writer;
    fold_writer_init(&writer, out, out->length);
    fold_characters(text, length, length, &writer);
    fold_writer_end(&writer);
    return !out->failed;
}

bool text_fold_keeping_spaces(const char *text, size_t length, struct buffer *out)
{
    struct fold_writer writer;
    fold_writer_init(&writer, out, out->length);
    writer.keeps_spaces = true;
    fold_characters(text, length, length, &writer);
    return !out->failed;
}

size_t text_fold_part(const char *text, size_t length, size_t max, struct buffer *out,
                      size_t *ret_settled)
{
    struct fold_writer writer;
    fold_writer_init(&writer, out, 0);
    const size_t done = fold_characters(text, length, max < length ? max : length, &writer);
    if (done == length)
        fold_writer_end(&writer);
    *ret_settled = done < length ? fold_writer_settled_length(out) : out->length;
    return done;
}

static bool is_blank_fold(const char *fold, size_t length)
{
    ucs4_t character;
    for (size_t at = 0; at < length;) {
        const int bytes = u8_mbtouc(&character, (const uint8_t *)fold + at, length - at);
        if (character != ' ' && character != BRAILLE_BLANK)
            return false;
        at += (size_t)bytes;
    }
    return true;
}

bool text_is_blank(const char *text, size_t length)
{
    char memory[(BLANK_PART + 4) * FOLD_BYTES_PER_BYTE];
    struct buffer out = {.bytes = memory, .capacity = sizeof memory, .ceiling = sizeof memory};
    bool blank = true;
    while (blank && length > 0) {
        size_t settled;
        buffer_clear(&out);
        const size_t part = text_fold_part(text, length, BLANK_PART, &out, &settled);
        blank = is_blank_fold(out.bytes, out.length);
        text += part;
        length -= part;
    }
    return blank;
}
