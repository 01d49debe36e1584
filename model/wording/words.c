#include "wording/words.h"

#include "wording/word_table.h"

#include <assert.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>

/* Lower-case base letters of U+00C0 to U+00FF; "?" is a character that is not a letter. */
static const char latin_bases[] = "aaaaaa?ceeeeiiiidnooooo?ouuuuy?s"
                                  "aaaaaa?ceeeeiiiidnooooo?ouuuuy?y";

/* A character of a text. */
struct letter {
    char first;  /* the base letter in lower case, or another character of ASCII; 0 if none */
    char second; /* of a letter that is two in ASCII, such as "ss"; else 0 */
    unsigned char length;
    bool skipped; /* it has no width, or is an accent */
};

static struct letter general_punctuation(const unsigned char *at)
{
    struct letter letter = {.length = 3};
    if (at[1] == 0x80 && (at[2] == 0x98 || at[2] == 0x99))
        letter.first = '\'';
    else if (at[1] == 0x80 && at[2] >= 0x90 && at[2] <= 0x95)
        letter.first = '-';
    else if (at[1] == 0x80 && (at[2] <= 0x8a || at[2] == 0xaf))
        letter.first = ' ';
    else if (at[1] == 0x80 && at[2] <= 0x8f)
        letter.skipped = true;
    else if (at[1] == 0x80 && (at[2] == 0xa2 || at[2] == 0xa7))
        letter.first = '*';
    return letter;
}

static struct letter two_byte_letter(const unsigned char *at)
{
    struct letter letter = {.length = 2};
    const unsigned code = (at[0] & 0x1fu) << 6 | (at[1] & 0x3fu);
    if (code == 0xa0)
        letter.first = ' ';
    else if (code == 0xb7)
        letter.first = '*';
    else if (code == 0xaa || code == 0xba)
        letter.first = code == 0xaa ? 'a' : 'o';
    else if (code == 0xad || (code >= 0x300 && code < 0x370))
        letter.skipped = true;
    else if (code >= 0xc0 && code <= 0xff)
        letter.first = latin_bases[code - 0xc0];
    else if (code == 0x152 || code == 0x153)
        letter.first = 'o', letter.second = 'e';
    if (code == 0xdf)
        letter.second = 's';
    else if (code == 0xc6 || code == 0xe6)
        letter.first = 'a', letter.second = 'e';
    return letter;
}

/* Reads the character at the beginning of a text that is not empty. */
static struct letter letter_at(const char *text, size_t length)
{
    const unsigned char *at = (const unsigned char *)text;
    if (*at < 0x80) {
        const char blank = *at == '\t' || *at == '\n' || *at == '\r' ? ' ' : (char)*at;
        const char lower = blank >= 'A' && blank <= 'Z' ? (char)(blank - 'A' + 'a') : blank;
        return (struct letter){.first = lower, .length = 1};
    }
    if (*at >= 0xc2 && *at < 0xe0 && length >= 2)
        return two_byte_letter(at);
    if (*at == 0xe2 && length >= 3)
        return general_punctuation(at);
    if (*at == 0xef && length >= 3 && at[1] == 0xbb && at[2] == 0xbf)
        return (struct letter){.length = 3, .skipped = true};
    size_t rest = 1;
    while (rest < length && (at[rest] & 0xc0) == 0x80)
        rest++;
    return (struct letter){.first = '?', .length = (unsigned char)(rest > 4 ? 4 : rest)};
}

static bool is_word_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

/* Reports whether a word continues at a place of a text. */
static bool is_word_at(const char *text, size_t length, size_t at)
{
    while (at < length) {
        const struct letter letter = letter_at(text + at, length - at);
        if (!letter.skipped)
            return is_word_letter(letter.first) || letter.first == '?';
        at += letter.length;
    }
    return false;
}

static bool is_gender_mark(char mark)
{
    return mark == '*' || mark == '.' || mark == ':' || mark == '_' || mark == '(' || mark == ')' ||
           mark == '/' || mark == '-';
}

/* Returns the length of an ending in brackets of at most four letters, such as "(s)", or 0. */
static size_t ending_length(const char *text, size_t length)
{
    if (!length || text[0] != '(')
        return 0;
    for (size_t i = 1; i < length && i < 8; i++)
        if (text[i] == ')')
            return i > 1 ? i + 1 : 0;
        else if (!((text[i] >= 'a' && text[i] <= 'z') || (unsigned char)text[i] >= 0x80))
            return 0;
    return 0;
}

/* Returns the place after any blanks of a text. */
static size_t skip_blanks(const char *text, size_t length, size_t at)
{
    for (size_t blank; at < length && (blank = words_blank_at(text + at, length - at));)
        at += blank;
    return at;
}

/* Returns the length of a phrase of `size` bytes at the beginning of a text, or 0. */
static size_t phrase_at(const char *phrase, size_t size, const char *text, size_t length)
{
    size_t at = 0, matched = 0;
    bool within = false;
    while (matched < size) {
        if (at >= length)
            return 0;
        const struct letter letter = letter_at(text + at, length - at);
        if (letter.first == phrase[matched] && !letter.skipped) {
            if (letter.second && (++matched >= size || phrase[matched] != letter.second))
                return 0;
            at += letter.length;
            within = is_word_letter(phrase[matched++]);
            if (letter.first == ' ')
                at = skip_blanks(text, length, at);
        } else if (letter.skipped || (within && is_gender_mark(letter.first)))
            at += letter.length;
        else
            return 0;
    }
    if (within && is_word_at(text, length, at))
        return 0;
    if (at < length && text[at] == ')' && memchr(text, '(', at))
        return at + 1;
    return at + (within ? ending_length(text + at, length - at) : 0);
}

/* Returns the length of the longest phrase of a list at the beginning of a text, whose first
 * character is `first`, or 0. */
static size_t longest_phrase_at(const char *phrases, char first, const char *text, size_t length)
{
    size_t longest = 0;
    while (phrases && *phrases) {
        const char *const end = strchr(phrases, '|');
        if (*phrases == first) {
            const size_t size = end ? (size_t)(end - phrases) : strlen(phrases);
            const size_t matched = phrase_at(phrases, size, text, length);
            longest = matched > longest ? matched : longest;
        }
        phrases = end ? end + 1 : NULL;
    }
    return longest;
}

enum {
    PHRASES_MAX = 8192, /* in the table */
    FIRST_SLOTS = 32    /* of the first characters of phrases: letters, and all others */
};

/* A phrase of the table, in a list of those of its class and language whose first characters share
 * a slot. */
struct phrase {
    const char *text;
    uint16_t length;
    uint16_t next; /* 1 + its place; 0 at the end of the list */
};

/* The phrases of the table by their first character, since most texts begin none. */
static struct phrase_index {
    struct phrase list[PHRASES_MAX];
    uint16_t count;
    uint16_t first[WORDS_LANGUAGE_COUNT][WORDS_CLASS_COUNT][FIRST_SLOTS]; /* as `next` */
    uint32_t slots[WORDS_CLASS_COUNT]; /* a bit for each slot that has a phrase in any language */
    uint32_t number_slots;             /* likewise for the numbers in words */
} phrase_index;

static size_t first_slot(char first)
{
    return first >= 'a' && first <= 'z' ? (size_t)(first - 'a') : 26U + (unsigned char)first % 6U;
}

static void phrase_index_add(uint16_t first[FIRST_SLOTS], const char *text, size_t length)
{
    uint16_t *slot = &first[first_slot(*text)];
    assert(phrase_index.count < PHRASES_MAX);
    phrase_index.list[phrase_index.count++] =
        (struct phrase){.text = text, .length = (uint16_t)length, .next = *slot};
    *slot = phrase_index.count;
}

static void number_slots_fill(void)
{
    for (size_t i = 0; i < (size_t)WORDS_LANGUAGE_COUNT * WORDS_NUMBER_COUNT; i++) {
        const char *at = word_table[i / WORDS_NUMBER_COUNT]->numbers[i % WORDS_NUMBER_COUNT];
        while (at) {
            phrase_index.number_slots |= UINT32_C(1) << first_slot(*at);
            at = strchr(at, '|');
            at = at ? at + 1 : NULL;
        }
    }
}

static void phrase_index_fill(void)
{
    number_slots_fill();
    for (size_t i = 0; i < (size_t)WORDS_LANGUAGE_COUNT * WORDS_CLASS_COUNT; i++) {
        const size_t language = i / WORDS_CLASS_COUNT, class = i % WORDS_CLASS_COUNT;
        const char *at = word_table[language]->phrases[class];
        while (at && *at) {
            const size_t length = strcspn(at, "|");
            phrase_index.slots[class] |= UINT32_C(1) << first_slot(*at);
            phrase_index_add(phrase_index.first[language][class], at, length);
            at = at[length] ? at + length + 1 : NULL;
        }
    }
}

static void phrase_index_require(void)
{
    static pthread_once_t filled = PTHREAD_ONCE_INIT;
    pthread_once(&filled, phrase_index_fill);
}

/* Like words_at_in, for a text whose first character is `first`. */
static size_t words_at_first(enum words_language language, enum words_class words, char first,
                             const char *text, size_t length)
{
    size_t longest = 0;
    uint16_t next = phrase_index.first[language][words][first_slot(first)];
    while (next) {
        const struct phrase *phrase = &phrase_index.list[next - 1];
        const size_t matched =
            *phrase->text == first ? phrase_at(phrase->text, phrase->length, text, length) : 0;
        longest = matched > longest ? matched : longest;
        next = phrase->next;
    }
    return longest;
}

size_t words_at_in(enum words_language language, enum words_class words, const char *text,
                   size_t length)
{
    if (!length)
        return 0;
    phrase_index_require();
    return words_at_first(language, words, letter_at(text, length).first, text, length);
}

size_t words_at(enum words_class words, const char *text, size_t length)
{
    size_t longest = 0;
    if (!length)
        return 0;
    phrase_index_require();
    const char first = letter_at(text, length).first;
    if (!(phrase_index.slots[words] & UINT32_C(1) << first_slot(first)))
        return 0;
    for (int i = 0; i < WORDS_LANGUAGE_COUNT; i++) {
        const size_t matched = words_at_first((enum words_language)i, words, first, text, length);
        longest = matched > longest ? matched : longest;
    }
    return longest;
}

size_t words_blank_at(const char *text, size_t length)
{
    if (!length)
        return 0;
    const struct letter letter = letter_at(text, length);
    return letter.first == ' ' ||
                   (letter.skipped && letter.length == 3 && memcmp(text, "\xe2\x80\x8b", 3) == 0) ||
                   (letter.skipped && letter.length == 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
               ? letter.length
               : 0;
}

/* Returns the length of the blank with which a text ends, or 0. */
static size_t blank_before(const char *text, size_t length)
{
    for (size_t size = 1; size <= 3 && size <= length; size++)
        if (words_blank_at(text + length - size, size) == size)
            return size;
    return 0;
}

void words_trim(const char **text, size_t *length)
{
    for (size_t blank; (blank = words_blank_at(*text, *length));) {
        *text += blank;
        *length -= blank;
    }
    for (size_t blank; (blank = blank_before(*text, *length));)
        *length -= blank;
}

/* Trims a text, and drops a "." or ":" at its end. */
static void trim_label(const char **text, size_t *length)
{
    words_trim(text, length);
    while (*length && ((*text)[*length - 1] == ':' || (*text)[*length - 1] == '.')) {
        --*length;
        words_trim(text, length);
    }
}

bool words_is(enum words_class words, const char *text, size_t length)
{
    trim_label(&text, &length);
    return length && words_at(words, text, length) == length;
}

bool words_find(enum words_class words, const char *text, size_t length, size_t *ret_start,
                size_t *ret_length)
{
    const size_t end = length < WORDS_FIND_MAX ? length : WORDS_FIND_MAX;
    bool within = false;
    for (size_t at = 0; at < end;) {
        const struct letter letter = letter_at(text + at, length - at);
        const bool is_letter = is_word_letter(letter.first) || letter.first == '?';
        const size_t matched = within ? 0 : words_at(words, text + at, length - at);
        if (matched) {
            *ret_start = at;
            *ret_length = matched;
            return true;
        }
        within = letter.skipped ? within : is_letter;
        at += letter.length;
    }
    return false;
}

bool words_has(enum words_class words, const char *text, size_t length)
{
    size_t start, found;
    return words_find(words, text, length, &start, &found);
}

size_t words_phrase_at(const char *phrase, const char *text, size_t length)
{
    return length ? phrase_at(phrase, strlen(phrase), text, length) : 0;
}

bool words_same(const char *phrase, const char *text, size_t length)
{
    trim_label(&text, &length);
    return length && words_phrase_at(phrase, text, length) == length;
}

size_t words_name_at(const char *const *names, size_t count, const char *text, size_t length,
                     unsigned *ret_place)
{
    const char first = letter_at(text, length).first;
    size_t longest = 0;
    for (unsigned i = 0; i < count; i++) {
        const size_t matched = longest_phrase_at(names[i], first, text, length);
        if (matched > longest) {
            longest = matched;
            *ret_place = i + 1;
        }
    }
    return longest && longest <= 5 && longest < length && text[longest] == '.' ? longest + 1
                                                                               : longest;
}

size_t words_month_at(const char *text, size_t length, unsigned *ret_month)
{
    size_t longest = 0;
    for (int i = 0; length && i < WORDS_LANGUAGE_COUNT; i++) {
        unsigned month = 0;
        const size_t matched = words_name_at(word_table[i]->months, 12, text, length, &month);
        if (matched > longest) {
            longest = matched;
            *ret_month = month;
        }
    }
    return longest;
}

size_t words_weekday_at(const char *text, size_t length, unsigned *ret_day)
{
    size_t longest = 0;
    for (int i = 0; length && i < WORDS_LANGUAGE_COUNT; i++) {
        unsigned day = 0;
        const size_t matched = words_name_at(word_table[i]->weekdays, 7, text, length, &day);
        if (matched > longest) {
            longest = matched;
            *ret_day = day;
        }
    }
    return longest;
}

int words_number(const char *text, size_t length)
{
    if (!length)
        return -1;
    phrase_index_require();
    if (!(phrase_index.number_slots & UINT32_C(1) << first_slot(letter_at(text, length).first)))
        return -1;
    for (int i = 0; i < WORDS_LANGUAGE_COUNT; i++) {
        unsigned place = 0;
        if (words_name_at(word_table[i]->numbers, WORDS_NUMBER_COUNT, text, length, &place) ==
            length)
            return (int)place - 1;
    }
    return -1;
}

size_t words_ordinal_at(const char *text, size_t length, unsigned *ret_value)
{
    const char first = length ? letter_at(text, length).first : 0;
    size_t longest = 0;
    for (int i = 0; length && i < WORDS_LANGUAGE_COUNT; i++)
        for (unsigned place = 0; place < WORDS_ORDINAL_COUNT; place++) {
            const size_t matched =
                longest_phrase_at(word_table[i]->ordinals[place], first, text, length);
            if (matched > longest) {
                longest = matched;
                *ret_value = place + 1;
            }
        }
    return longest;
}

const char *words_pattern(enum words_language language, enum words_pattern pattern)
{
    return word_table[language]->patterns[pattern];
}

bool words_may_be_verb(const char *text, size_t length)
{
    static const enum words_class others[] = {
        WORDS_FUNCTION_WORD, WORDS_AND, WORDS_DUE, WORDS_OF, WORDS_THE, WORDS_TASK_TO};
    bool ends = false;
    if (length < 3 || text[0] < 'a' || text[0] > 'z')
        return false;
    for (int i = 0; i < WORDS_LANGUAGE_COUNT && !ends; i++)
        ends = strchr(word_table[i]->verb_endings, text[length - 1]) != NULL;
    for (size_t i = 0; i < sizeof others / sizeof *others && ends; i++)
        ends = !words_is(others[i], text, length);
    return ends;
}
