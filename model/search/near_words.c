/* A word whose set of letters differs too much is skipped; the distance to the others is computed
 * row by row, until it is too great.
 */
#include "search/near_words.h"

#include "words/letter.h"
#include "words/tokenizer.h"
#include "work/work.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

enum {
    LETTERS_MAX = NEAR_WORD_LETTERS_MAX + 4, /* of a word that can be near */
    DISTANCE_MAX = 3,
    UNITS_PER_CELL = 2,
    UNITS_PER_WORD = 5,      /* of the vocabulary */
    UNITS_RESERVED = 1000000 /* for the rest of the answer */
};

struct near_walk {
    const struct vocabulary *vocabulary;
    struct work *work;
    struct near_words *words;
    uint32_t wanted[NEAR_WORD_LETTERS_MAX];
    size_t wanted_count;
    unsigned farthest;
    bool is_prefix;
    uint32_t letters[LETTERS_MAX]; /* of the word that is visited */
    size_t ends[LETTERS_MAX + 1];  /* of its letters, in bytes */
    uint8_t rows[LETTERS_MAX + 1][NEAR_WORD_LETTERS_MAX + 1];
    uint8_t least[LETTERS_MAX + 1]; /* distance of each row */
};

bool near_words_spend(struct work *work, uint64_t units)
{
    return !work ||
           (work_affords(work, units + UNITS_RESERVED) && work_spend(work, WORK_SEARCH, units));
}

static bool is_better(const struct near_word *a, const struct near_word *b)
{
    if (a->distance != b->distance)
        return a->distance < b->distance;
    return a->occurrences > b->occurrences;
}

/* Adds a word, if it is better than the worst of those that are known or there is room. */
static void add_near_word(struct near_words *words, const struct near_word *word)
{
    size_t place = words->count;
    for (size_t i = 0; i < words->count; i++)
        if (words->at[i].length == word->length &&
            memcmp(words->at[i].text, word->text, word->length) == 0)
            return;
    while (place > 0 && is_better(word, &words->at[place - 1]))
        place--;
    if (place == NEAR_WORDS_MAX)
        return;
    if (words->count < NEAR_WORDS_MAX)
        words->count++;
    memmove(&words->at[place + 1], &words->at[place],
            (words->count - 1 - place) * sizeof words->at[0]);
    words->at[place] = *word;
}

static uint8_t smaller_of(uint8_t a, uint8_t b)
{
    return a < b ? a : b;
}

/* Computes the row for the first `depth` letters, and its least distance. */
static void compute_row(struct near_walk *walk, size_t depth)
{
    uint8_t *row = walk->rows[depth], *above = walk->rows[depth - 1];
    const uint32_t letter = walk->letters[depth - 1];
    uint8_t least = row[0] = (uint8_t)depth;
    for (size_t j = 1; j <= walk->wanted_count; j++) {
        row[j] = smaller_of((uint8_t)(above[j - 1] + (walk->wanted[j - 1] != letter)),
                            (uint8_t)(smaller_of(above[j], row[j - 1]) + 1));
        if (depth > 1 && j > 1 && walk->wanted[j - 2] == letter &&
            walk->wanted[j - 1] == walk->letters[depth - 2])
            row[j] = smaller_of(row[j], (uint8_t)(walk->rows[depth - 2][j - 2] + 1));
        least = smaller_of(least, row[j]);
    }
    walk->least[depth] = least;
}

/* Returns true if no word that begins with the first `depth` letters can be near. A swap takes a
 * distance from two rows above. */
static bool is_too_far(const struct near_walk *walk, size_t depth)
{
    return walk->least[depth] > walk->farthest && walk->least[depth - 1] >= walk->farthest;
}

/* Offers the first `depth` letters of a word as a near word. */
static void offer_near_word(struct near_walk *walk, const char *text, size_t index, size_t depth,
                            uint64_t occurrences)
{
    const size_t length = walk->ends[depth];
    struct near_word word = {.length = length,
                             .index = index,
                             .distance = walk->rows[depth][walk->wanted_count],
                             .occurrences = occurrences,
                             .is_prefix = walk->is_prefix};
    if (word.distance > walk->farthest || length > sizeof word.text)
        return;
    memcpy(word.text, text, length);
    if (walk->is_prefix)
        word.occurrences = vocabulary_occurrences(walk->vocabulary, text, length, true);
    add_near_word(walk->words, &word);
    if (walk->words->count == NEAR_WORDS_MAX)
        walk->farthest = walk->words->at[NEAR_WORDS_MAX - 1].distance;
}

/* Visits the word `index`. */
static void visit_near_word(struct near_walk *walk, size_t index)
{
    struct whole_word whole;
    size_t length, at = 0, depth = 0;
    uint64_t occurrences;
    const char *text = vocabulary_word(walk->vocabulary, index, &length, &occurrences);
    if (whole_word_read(text, length, &whole)) {
        text = whole.word;
        length = whole.length;
    }
    while (at < length && depth < LETTERS_MAX) {
        ucs4_t letter;
        at += (size_t)u8_mbtouc(&letter, (const uint8_t *)text + at, length - at);
        walk->letters[depth++] = letter;
        walk->ends[depth] = at;
        compute_row(walk, depth);
        if (walk->is_prefix)
            offer_near_word(walk, text, index, depth, occurrences);
        if (is_too_far(walk, depth))
            return;
    }
    if (at == length && !walk->is_prefix)
        offer_near_word(walk, text, index, depth, occurrences);
}

/* Decodes the word to look for. Returns false if it is too short or long, has letters of pairs, or
 * no letter: another number is not a correction. */
static bool decode_wanted(struct near_walk *walk, const char *word, size_t length)
{
    bool has_letter = false;
    for (size_t at = 0; at < length;) {
        ucs4_t letter;
        at += (size_t)u8_mbtouc(&letter, (const uint8_t *)word + at, length - at);
        if (walk->wanted_count == NEAR_WORD_LETTERS_MAX || letter_class_of(letter) == LETTER_PAIRED)
            return false;
        walk->wanted[walk->wanted_count++] = letter;
        has_letter |= uc_is_alpha(letter);
    }
    return has_letter && walk->wanted_count >= NEAR_WORD_LETTERS_MIN;
}

/* Visits the words that may be near. Returns false if it has to stop. */
static bool visit_near_words(struct near_walk *walk, uint32_t letters)
{
    const size_t count = vocabulary_count(walk->vocabulary);
    if (!near_words_spend(walk->work, UNITS_PER_WORD * (uint64_t)count))
        return false;
    for (size_t i = 0; i < count; i++) {
        i = vocabulary_next_like(walk->vocabulary, i, letters, walk->farthest,
                                 walk->is_prefix ? 32 : walk->farthest);
        if (i == count)
            break;
        if (!near_words_spend(walk->work,
                              UNITS_PER_CELL * (uint64_t)walk->wanted_count * walk->wanted_count))
            return false;
        visit_near_word(walk, i);
    }
    return true;
}

bool near_words_find(const struct vocabulary *vocabulary, const char *word, size_t length,
                     bool is_prefix, struct work *work, struct near_words *ret_words)
{
    struct near_walk walk = {
        .vocabulary = vocabulary, .work = work, .words = ret_words, .is_prefix = is_prefix};
    ret_words->count = 0;
    if (!decode_wanted(&walk, word, length))
        return true;
    const size_t third = walk.wanted_count / 3;
    walk.farthest = (unsigned)(third < DISTANCE_MAX ? third : DISTANCE_MAX);
    for (size_t j = 0; j <= walk.wanted_count; j++)
        walk.rows[0][j] = (uint8_t)j;
    return visit_near_words(&walk, vocabulary_letters(word, length));
}
