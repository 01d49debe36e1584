#include "words/accents.h"

#include <string.h>
#include <unistr.h>

enum {
    LETTERS_MAX = 9, /* at the end of a word that may get accents; some endings are longer */
    LETTERS_BEFORE_MIN = 2
};

/* How the vowels of a word depend on each other. */
enum harmony {
    HARMONY_NONE,
    HARMONY_FINNISH, /* all vowels are front vowels, or none */
    HARMONY_TURKISH  /* the vowels of endings are like the vowel before */
};

/* How the endings of a language are written. */
struct accents {
    const char *algorithm;
    /* Groups: a letter without its accent, the letter with it, and what may follow in an ending:
     * letters without accents, and '.' for the end of the word. */
    const char *letters;
    size_t distance_max; /* letters from one accent of an ending to the next; 0 if it has one */
    enum harmony harmony;
};

static const struct accents accents_of_algorithms[] = {
    {"arabic", "هة.", 0, HARMONY_NONE},
    {"basque", "nñio", 0, HARMONY_NONE},
    {"catalan", "aà.rsv aá.binrsv cç.a eè.ns eé.irs iì.es ií.aceinrsv iï.adegmnrstux oòr oó.gs uüe",
     0, HARMONY_NONE},
    {"danish", "oøs", 0, HARMONY_NONE},
    {"finnish", "aä.an oö.no", 2, HARMONY_FINNISH},
    {"french", "aâmt cç. eè.r eé.es iîmt", 0, HARMONY_NONE},
    {"hungarian", "aá.deijklmns eé.deijklmnprs oól oödkntz oől uükln", 3, HARMONY_NONE},
    {"irish", "aái ií.mo oói uúi", 6, HARMONY_NONE},
    {"italian", "aà. eè. eé. iì. oò. uù.", 0, HARMONY_NONE},
    {"lithuanian", "aą.js cč.i eė.ajlmnst eę.s iį.s sšcktv uūs uų.js zž.", 2, HARMONY_NONE},
    {"portuguese", "aá.mrsv aân aão cç.ao eé.rs eê.ns ií.aersv oó. oõe", 1, HARMONY_NONE},
    {"romanian", "aâimnrst aă.imst sşit tţ.i", 1, HARMONY_NONE},
    {"spanish", "aá.binrs eé.inrs ií.anrs oó.n", 0, HARMONY_NONE},
    {"swedish", "oös", 0, HARMONY_NONE},
    {"turkish", "gğ.iu iı.kmnrsz oö. sş. uü.kmnrsz", 2, HARMONY_TURKISH},
};

static const struct accents *find_accents(const char *algorithm)
{
    for (size_t i = 0; i < sizeof accents_of_algorithms / sizeof *accents_of_algorithms; i++)
        if (strcmp(accents_of_algorithms[i].algorithm, algorithm) == 0)
            return &accents_of_algorithms[i];
    return NULL;
}

bool spellings_exist(const char *algorithm)
{
    return find_accents(algorithm) != NULL;
}

/* The spelling has room for a word in which each letter has an accent. */
static void append(struct spelling *spelling, const char *text, size_t length)
{
    memcpy(spelling->text + spelling->length, text, length);
    spelling->length += length;
}

/* Returns the size in bytes of the letter that begins at `text`, which is valid UTF-8. */
static size_t letter_size(const char *text)
{
    return (signed char)*text >= 0 ? 1 : (size_t)u8_mblen((const uint8_t *)text, 4);
}

/* The offsets of the last letters of a word, the last letter first. */
struct word_end {
    size_t begins[LETTERS_MAX], count;
};

static struct word_end find_end(const char *word, size_t length)
{
    struct word_end end = {.count = 0};
    size_t begins[2 * SPELLED_BYTES_MAX], count = 0;
    for (size_t at = 0; at < length; at += letter_size(word + at))
        begins[count++] = at;
    while (end.count < LETTERS_MAX && end.count + LETTERS_BEFORE_MIN < count) {
        end.begins[end.count] = begins[count - 1 - end.count];
        end.count++;
    }
    return end;
}

/* The search for the spellings of a word. */
struct accent_search {
    const char *letters;         /* of its language, as in struct accents */
    const char *folded;          /* the word */
    struct word_end end;         /* of `folded` */
    struct spellings *spellings; /* found so far */
};

/* Adds a spelling in which `accented` replaces the letter at `begin`, which is letter `index` from
 * the end. */
static void add_accent(const struct accent_search *search, const struct spelling *word,
                       size_t begin, size_t index, const char *accented)
{
    const size_t after = begin + letter_size(word->text + begin);
    struct spellings *spellings = search->spellings;
    if (spellings->count == SPELLINGS_MAX)
        return;
    struct spelling *spelling = &spellings->at[spellings->count++];
    spelling->length = 0;
    spelling->accent = index;
    append(spelling, word->text, begin);
    append(spelling, accented, letter_size(accented));
    append(spelling, word->text + after, word->length - after);
}

/* Adds the spellings of `word` that differ in the letter that begins at `begin`, which is letter
 * `index` from the end. */
static void add_accents_of_letter(const struct accent_search *search, const struct spelling *word,
                                  size_t begin, size_t index)
{
    const char *letter = word->text + begin;
    const char next = index ? search->folded[search->end.begins[index - 1]] : '.';
    for (const char *group = search->letters, *end; *group; group = *end ? end + 1 : end) {
        for (end = group; *end && *end != ' ';)
            end++;
        if (*group != *letter)
            continue;
        const size_t size = letter_size(group);
        const char *accented = group + size, *following = accented + letter_size(accented);
        if (memcmp(group, letter, size) == 0 && memchr(following, next, (size_t)(end - following)))
            add_accent(search, word, begin, index, accented);
    }
}

/* Adds the spellings of a word with one accent in its ending, then those with two. */
static void add_accents(const struct accent_search *search, const struct spelling *word,
                        size_t distance_max)
{
    const struct word_end end = find_end(word->text, word->length);
    const size_t first = search->spellings->count;
    for (size_t i = 0; i < end.count; i++)
        add_accents_of_letter(search, word, end.begins[i], i);
    const size_t last = search->spellings->count;
    for (size_t i = first; i < last; i++) {
        const struct spelling *accented = &search->spellings->at[i];
        const size_t index = accented->accent;
        for (size_t j = index + 1; j <= index + distance_max && j < end.count; j++)
            add_accents_of_letter(search, accented, end.begins[j], j);
    }
}

/* Returns the vowel of Turkish that is folded to `vowel`, if the vowel before is a back vowel or
 * not. */
static const char *turkish_vowel(char vowel, bool is_back)
{
    switch (vowel) {
    case 'i':
        return is_back ? "ı" : "i";
    case 'o':
        return is_back ? "o" : "ö";
    default:
        return is_back ? "u" : "ü";
    }
}

/* Writes a word with the vowels that follow from the first one. */
static struct spelling harmonize_turkish(const char *folded, size_t length, bool is_back)
{
    struct spelling spelling = {.length = 0};
    for (size_t i = 0; i < length; i++) {
        const char letter = folded[i];
        if (letter == 'a' || letter == 'e')
            is_back = letter == 'a';
        const bool depends = letter == 'i' || letter == 'o' || letter == 'u';
        const char *vowel = depends ? turkish_vowel(letter, is_back) : &folded[i];
        append(&spelling, vowel, depends ? strlen(vowel) : 1);
    }
    return spelling;
}

/* Writes a word with front vowels. */
static struct spelling harmonize_finnish(const char *folded, size_t length)
{
    struct spelling spelling = {.length = 0};
    for (size_t i = 0; i < length; i++)
        if (folded[i] == 'a')
            append(&spelling, "ä", strlen("ä"));
        else if (folded[i] == 'o')
            append(&spelling, "ö", strlen("ö"));
        else
            append(&spelling, &folded[i], 1);
    return spelling;
}

/* Adds a spelling unless it is the word itself. */
static void add_harmonized(const char *folded, size_t length, struct spelling spelling,
                           struct spellings *spellings)
{
    if (spelling.length != length || memcmp(spelling.text, folded, length) != 0)
        spellings->at[spellings->count++] = spelling;
}

static void add_harmony(enum harmony harmony, const char *folded, size_t length,
                        struct spellings *spellings)
{
    if (harmony == HARMONY_FINNISH) {
        add_harmonized(folded, length, harmonize_finnish(folded, length), spellings);
    } else if (harmony == HARMONY_TURKISH) {
        add_harmonized(folded, length, harmonize_turkish(folded, length, true), spellings);
        add_harmonized(folded, length, harmonize_turkish(folded, length, false), spellings);
    }
}

void spellings_find(const char *algorithm, const char *folded, size_t length,
                    struct spellings *ret_spellings)
{
    const struct accents *accents = find_accents(algorithm);
    struct spelling word = {.length = 0};
    ret_spellings->count = 0;
    if (!accents || length > SPELLED_BYTES_MAX)
        return;
    const struct accent_search search = {accents->letters, folded, find_end(folded, length),
                                         ret_spellings};
    add_harmony(accents->harmony, folded, length, ret_spellings);
    const size_t harmonized = ret_spellings->count;
    append(&word, folded, length);
    add_accents(&search, &word, accents->distance_max);
    for (size_t i = 0; i < harmonized; i++) {
        word = ret_spellings->at[i];
        add_accents(&search, &word, accents->distance_max);
    }
}
