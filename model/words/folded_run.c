/* Reads a run of bytes with longer characters: folds it, and cuts words and pairs from the fold.
 */
#include "words/letter.h"
#include "words/tokenizer_text.h"

#include <string.h>
#include <unistr.h>

/* A run that is being read. Places are in the fold, if not said otherwise. */
struct folded_run {
    struct tokenizer_text *reading;
    const struct fold_map *map;
    const char *folded;
    size_t length;
    size_t part;     /* the part of the map that has the last byte that was located */
    size_t word_end; /* of the word or letter that was read last; 0 before the first */
    size_t word_count;
};

/* A character of the fold. */
struct folded_letter {
    size_t begin, end;
    enum letter_class class;
};

/* Reads the character at `at`. At the end it is empty and separates words. */
static struct folded_letter read_letter(const struct folded_run *run, size_t at)
{
    struct folded_letter letter = {at, at, LETTER_NONE};
    ucs4_t character;
    if (at >= run->length)
        return letter;
    if ((unsigned char)run->folded[at] < 0x80) {
        letter.end = at + 1;
        letter.class = is_ascii_letter(run->folded[at]) ? LETTER_OF_WORD : LETTER_NONE;
        return letter;
    }
    letter.end += (size_t)u8_mbtoucr(&character, (const uint8_t *)run->folded + at,
                                     run->length - at); /* a fold is valid */
    letter.class = letter_class_of(character);
    return letter;
}

/* Returns the end of the marks after a letter. */
static size_t find_letter_end(const struct folded_run *run, size_t at)
{
    struct folded_letter next;
    while ((next = read_letter(run, at)).class == LETTER_EXTENDING)
        at = next.end;
    return at;
}

/* Returns the end of the word that begins at `at`. */
static size_t find_word_end(const struct folded_run *run, size_t at)
{
    struct folded_letter next;
    while ((next = read_letter(run, at)).class == LETTER_OF_WORD || next.class == LETTER_EXTENDING)
        at = next.end;
    return at;
}

/* Moves to the part that has the byte at `at`, which is not before the last one that was located.
 * Returns the part. */
static const struct fold_part *locate(struct folded_run *run, size_t at)
{
    while (run->map->parts[run->part].folded_end <= at)
        run->part++;
    return &run->map->parts[run->part];
}

/* Returns a word from `begin` to `end`, with its place in the text. */
static struct tokenizer_word locate_word(struct folded_run *run, size_t begin, size_t end)
{
    struct tokenizer_word word = {.text = run->folded + begin,
                                  .length = end - begin,
                                  .adjoins = run->word_count && run->word_end == begin};
    const struct fold_part *part = locate(run, begin);
    const size_t before = run->part ? part[-1].folded_end : 0;
    word.begin = run->part ? part[-1].text_end : run->reading->run_begin;
    part = locate(run, end - 1);
    word.end = part->text_end;
    word.shares_place = before != begin || part->folded_end != end;
    run->word_end = end;
    run->word_count++;
    return word;
}

/* Returns true if only separators follow. */
static bool is_last_word(const struct folded_run *run, size_t at)
{
    while (at < run->length) {
        const struct folded_letter letter = read_letter(run, at);
        if (letter.class == LETTER_OF_WORD || letter.class == LETTER_PAIRED)
            return false;
        at = letter.end;
    }
    return true;
}

/* Returns the bytes of a trade mark sign at the end of a word in the text, or 0: U+2122, U+2120. */
static size_t trade_mark_length(const char *text, const struct tokenizer_word *word)
{
    static const size_t length = 3;
    const char *sign = text + word->end - length;
    return word->end - word->begin > length && memcmp(sign, "\xe2\x84", 2) == 0 &&
                   (sign[2] == '\xa2' || sign[2] == '\xa0')
               ? length
               : 0;
}

/* Visits a word without the trade mark sign after it, in the same place, because it would be found
 * only with the letters of the sign. */
static void visit_without_trade_mark(struct folded_run *run, struct tokenizer_word word)
{
    static const size_t folded_sign = 2; /* "tm" or "sm" */
    struct tokenizer_text *reading = run->reading;
    const size_t sign = trade_mark_length(reading->text, &word);
    struct word_forms forms;
    if (!sign || word.length <= folded_sign || reading->stopped ||
        reading->tokenizer->language == TOKENIZER_UNSTEMMED)
        return;
    if (!tokenizer_find_forms(reading, word.text, word.length - folded_sign, word.begin,
                              word.end - sign, &forms))
        return;
    word.kind = WORD_VARIANT;
    tokenizer_visit_forms(reading, &forms, &word);
}

/* Visits the forms of a word. Stores them if it is the only word of the run. */
static void read_word(struct folded_run *run, size_t begin, size_t end)
{
    struct tokenizer_text *reading = run->reading;
    struct tokenizer_word word = locate_word(run, begin, end);
    const struct tokenizer_word folded = word;
    struct word_forms forms;
    if (!tokenizer_find_forms(reading, word.text, word.length, word.begin,
                              word.shares_place ? 0 : word.end, &forms))
        return;
    if (run->word_count == 1 && is_last_word(run, end) && !trade_mark_length(reading->text, &word))
        word_cache_store(reading, &forms, word.begin, word.end);
    tokenizer_visit_forms(reading, &forms, &word);
    visit_without_trade_mark(run, folded);
}

/* Returns the length of the middle dot at a place in the fold, of Katakana or any other script, or
 * 0. */
static size_t middle_dot_length(const struct folded_run *run, size_t at)
{
    static const char *const dots[] = {"\xe3\x83\xbb", "\xc2\xb7"};
    for (size_t i = 0; i < sizeof dots / sizeof *dots; i++) {
        const size_t length = strlen(dots[i]);
        if (run->length - at > length && memcmp(run->folded + at, dots[i], length) == 0)
            return length;
    }
    return 0;
}

/* Returns the place after white space, or after one middle dot: runs join over them. */
static size_t skip_joint(const struct folded_run *run, size_t at)
{
    const size_t begin = at;
    while (at < run->length && run->folded[at] == ' ')
        at++;
    return at == begin ? at + middle_dot_length(run, at) : at;
}

/* Returns the next letter of a run of pairs, with its marks, or an empty letter at its end. */
static struct folded_letter next_paired_letter(const struct folded_run *run, size_t at)
{
    struct folded_letter next = read_letter(run, skip_joint(run, at));
    if (next.class != LETTER_PAIRED)
        return (struct folded_letter){at, at, LETTER_NONE};
    next.end = find_letter_end(run, next.end);
    return next;
}

/* Visits a letter and the next one as a pair, or the last letter. Between the two may be a
 * separator, which the pair does not have. */
static void visit_pair(struct folded_run *run, const struct folded_letter *letter,
                       const struct folded_letter *next)
{
    struct tokenizer_text *reading = run->reading;
    struct buffer *pair = &reading->tokenizer->pair;
    struct tokenizer_word word = locate_word(run, letter->begin, letter->end);
    word.kind = next->class ? WORD_PAIR : WORD_LAST;
    word.letter_length = word.length;
    word.length += next->end - next->begin;
    word.joins = next->begin > letter->end;
    if (word.joins) {
        buffer_clear(pair);
        buffer_append(pair, word.text, letter->end - letter->begin);
        buffer_append(pair, run->folded + next->begin, next->end - next->begin);
        word.text = pair->bytes;
        reading->failed |= pair->failed;
        reading->stopped |= reading->failed;
    }
    if (!reading->stopped)
        tokenizer_visit(reading, &word);
}

/* Visits the pairs of a run of letters and its last letter. Returns its end. */
static size_t read_pairs(struct folded_run *run, size_t at)
{
    struct folded_letter letter = next_paired_letter(run, at);
    while (!run->reading->stopped) {
        const struct folded_letter next = next_paired_letter(run, letter.end);
        visit_pair(run, &letter, &next);
        if (!next.class)
            break;
        letter = next;
    }
    return letter.end;
}

/* Returns true if the fold ends with a letter that has pairs, and white space. `before` is the
 * result for its first `from` bytes. */
static bool ends_with_paired_letter(const struct fold_map *map, size_t from, bool before)
{
    if (map->folded.length == from)
        return before;
    const uint8_t *begin = (const uint8_t *)map->folded.bytes + from;
    const uint8_t *at = begin + map->folded.length - from;
    ucs4_t character;
    while (at > begin && (at = u8_prev(&character, at, begin)) != NULL) {
        const enum letter_class class = letter_class_of(character);
        if (class != LETTER_EXTENDING && character != ' ')
            return class == LETTER_PAIRED;
    }
    return before;
}

/* Returns the next run of longer characters if only white space of ASCII is before it, or the
 * length of the text. */
static size_t find_adjacent_run(const struct tokenizer_text *reading)
{
    size_t at = reading->run_end;
    while (at < reading->length &&
           (reading->text[at] == ' ' || (reading->text[at] >= '\t' && reading->text[at] <= '\r')))
        at++;
    return at < reading->length && (unsigned char)reading->text[at] >= 0x80 ? at : reading->length;
}

/* Appends to the fold the next run of longer characters if a run of pairs may join with it over
 * white space, and the runs after it. */
static void append_joining_runs(struct tokenizer_text *reading, struct fold_map *map)
{
    bool paired = false;
    size_t folded = 0;
    for (size_t next; (next = find_adjacent_run(reading)) < reading->length &&
                      (paired = ends_with_paired_letter(map, folded, paired));) {
        const size_t from = reading->run_end;
        folded = map->folded.length;
        while (next < reading->length && is_run_byte(reading->text[next]))
            next++;
        reading->run_end = next;
        if (!fold_map_append(map, reading->text, from, next))
            break;
    }
}

void tokenizer_read_folded_run(struct tokenizer_text *reading)
{
    struct fold_map *map = &reading->tokenizer->map;
    fold_map_clear(map);
    if (fold_map_append(map, reading->text, reading->run_begin, reading->run_end))
        append_joining_runs(reading, map);
    if (map->failed) {
        reading->failed = reading->stopped = true;
        return;
    }
    struct folded_run run = {
        .reading = reading, .map = map, .folded = map->folded.bytes, .length = map->folded.length};
    for (size_t at = 0, end; at < run.length && !reading->stopped; at = end) {
        const struct folded_letter letter = read_letter(&run, at);
        end = letter.end;
        if (letter.class == LETTER_PAIRED) {
            end = read_pairs(&run, at);
        } else if (letter.class == LETTER_OF_WORD) {
            end = find_word_end(&run, at);
            read_word(&run, at, end);
        }
    }
}
