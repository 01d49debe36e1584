#include "record_parts/claim.h"

#include "base/utf8.h"
#include "unicode/fold.h"

enum {
    WORD_LEAST = 4,             /* bytes of a word that may say what a claim is about */
    STEM_MAX = 6,               /* bytes of its beginning that other forms of it have, too */
    ENDING_MAX = 4,             /* bytes that may follow a beginning shorter than WORD_LEAST */
    LETTER_BYTES = 3,           /* of each letter of a script that does not write words apart */
    FOLD_CEILING = 2 * 1024 * 4 /* bytes of the folds of a claim or a text */
};

void claim_init(struct claim *claim)
{
    claim->count = 0;
    claim->failed = false;
    buffer_init(&claim->fold, FOLD_CEILING);
    buffer_init(&claim->text, FOLD_CEILING);
}

void claim_finish(struct claim *claim)
{
    buffer_finish(&claim->fold);
    buffer_finish(&claim->text);
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_of_word(char byte)
{
    return (byte >= 'a' && byte <= 'z') || is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* Reports whether a letter is of U+0E00 to U+FFFF: Thai, Lao, kana, ideographs and others. Pairs of
 * letters also serve the few of these scripts that do write words apart. */
static bool is_unspaced(const char *letter)
{
    const unsigned char first = (unsigned char)letter[0];
    return first == 0xE0 ? (unsigned char)letter[1] >= 0xB8 : first > 0xE0 && first < 0xF0;
}

static void add_word(struct claim *claim, size_t at, size_t length, bool anywhere)
{
    const char *word = claim->fold.bytes + at;
    for (size_t i = 0; i < claim->count; i++)
        if (claim->words[i].length == length &&
            memcmp(claim->fold.bytes + claim->words[i].at, word, length) == 0)
            return;
    if (claim->count < CLAIM_WORDS_MAX)
        claim->words[claim->count++] = (struct claim_word){(uint32_t)at, (uint8_t)length, anywhere};
}

/* Adds a run of letters and digits of the fold. */
static void add_run(struct claim *claim, size_t at, size_t length)
{
    const char *run = claim->fold.bytes + at;
    if (is_unspaced(run)) {
        for (size_t i = 0; i + 2 * (size_t)LETTER_BYTES <= length; i += LETTER_BYTES)
            add_word(claim, at + i, 2 * (size_t)LETTER_BYTES, true);
    } else if (length >= WORD_LEAST || is_digit(*run)) {
        const size_t stem = length > STEM_MAX ? utf8_cut_length(run, STEM_MAX)
                            : is_digit(*run)  ? length
                                              : length - 1;
        add_word(claim, at, stem, false);
    }
}

void claim_add(struct claim *claim, const char *text, size_t length)
{
    size_t at = claim->fold.length;
    if (!length)
        return;
    if (at)
        buffer_append_byte(&claim->fold, ' ');
    if (!text_fold(text, length > CLAIM_BYTES_MAX ? utf8_cut_length(text, CLAIM_BYTES_MAX) : length,
                   &claim->fold)) {
        claim->failed |= !claim->fold.exceeded;
        return;
    }
    while (at < claim->fold.length) {
        const size_t begin = at;
        while (at < claim->fold.length && is_of_word(claim->fold.bytes[at]))
            at++;
        if (at > begin)
            add_run(claim, begin, at - begin);
        else
            at++;
    }
}

/* Reports whether a found word is a form of the one that is looked for: a number only if it is
 * whole, and "rollback" not of "role". */
static bool is_form(const char *found, const char *end, size_t length)
{
    size_t ending = 0;
    if (is_digit(*found))
        return found + length == end || !is_digit(found[length]);
    while (length < WORD_LEAST && ending <= ENDING_MAX && found + length + ending < end &&
           is_of_word(found[length + ending]))
        ending++;
    return ending <= ENDING_MAX;
}

static bool has_word(const struct buffer *text, const char *word, size_t length, bool anywhere)
{
    const char *at = text->bytes, *end = text->bytes + text->length;
    for (; (at = memchr(at, *word, (size_t)(end - at))) && (size_t)(end - at) >= length; at++)
        if (memcmp(at, word, length) == 0 &&
            (anywhere || ((at == text->bytes || !is_of_word(at[-1])) && is_form(at, end, length))))
            return true;
    return false;
}

/* Folds the text in which words are looked for. Returns false if it has none. */
static bool fold_text(struct claim *claim, const char *text, size_t length)
{
    buffer_clear(&claim->text);
    if (length > CLAIM_BYTES_MAX)
        length = utf8_cut_length(text, CLAIM_BYTES_MAX);
    if (text_fold(text, length, &claim->text))
        return claim->text.length > 0;
    claim->failed |= !claim->text.exceeded;
    return false;
}

size_t claim_count(struct claim *claim, const char *text, size_t length)
{
    size_t found = 0;
    if (!length || !fold_text(claim, text, length))
        return 0;
    for (size_t i = 0; i < claim->count; i++)
        found += has_word(&claim->text, claim->fold.bytes + claim->words[i].at,
                          claim->words[i].length, claim->words[i].anywhere);
    return found;
}
