#include "phrases/sentence.h"

#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    MOVER_WORDS = 6 /* words in which a name and its verb are looked for */
};

/* The letters of ASCII for U+00C0 to U+017F. */
static const char latin[] = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                            "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

struct character {
    uint32_t code;
    size_t length;
};

/* Reads the character at an offset, which is below the length. A byte that is not part of a valid
 * character is one of its own. */
static struct character character_at(struct text_span text, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)text.text + at;
    const size_t left = text.length - at;
    if (*bytes >= 0xC2 && *bytes < 0xE0 && left >= 2)
        return (struct character){(uint32_t)((bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F)), 2};
    if (*bytes >= 0xE0 && *bytes < 0xF0 && left >= 3)
        return (struct character){
            (uint32_t)((bytes[0] & 0x0F) << 12 | (bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F)), 3};
    if (*bytes >= 0xF0 && left >= 4)
        return (struct character){0x1F000, 4};
    return (struct character){*bytes, 1};
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_letter(uint32_t code)
{
    if (code < 0x80)
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    if (code < 0xC0)
        return code == 0xAA || code == 0xBA;
    return code != 0xD7 && code != 0xF7 && (code < 0x2000 || code >= 0x2C00) &&
           (code < 0x3000 || code >= 0x3040) && code != 0xFEFF && code != 0xFE0F && code < 0x1F000;
}

static bool is_capital(uint32_t code)
{
    return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7) ||
           (code >= 0x100 && code < 0x138 && !(code & 1)) ||
           (code >= 0x139 && code < 0x149 && (code & 1)) ||
           (code >= 0x14A && code <= 0x178 && !(code & 1)) ||
           (code >= 0x179 && code < 0x17F && (code & 1));
}

/* Appends the fold of a character to `fold`, which has `length` bytes already and room for `size`
 * with the NUL. Returns the new length. */
static size_t append_fold(struct text_span text, size_t at, struct character character, char *fold,
                          size_t length, size_t size)
{
    char bytes[4];
    size_t count = 0;
    if (character.code < 0x80) {
        bytes[count++] =
            (char)(character.code >= 'A' && character.code <= 'Z' ? character.code + ('a' - 'A')
                                                                  : character.code);
    } else if (character.code >= 0xC0 && character.code < 0x180) {
        bytes[count++] = latin[character.code - 0xC0];
        if (character.code == 0xDF)
            bytes[count++] = 's';
        else if (character.code == 0x152 || character.code == 0x153)
            bytes[count++] = 'e';
    } else if (character.code >= 0x300 && character.code < 0x370) {
        return length;
    } else {
        count = character.length;
        memcpy(bytes, text.text + at, count);
    }
    if (length + count >= size)
        return length;
    memcpy(fold + length, bytes, count);
    return length + count;
}

/* Returns the letters that follow an offset, at most 6. */
static size_t letters_from(struct text_span text, size_t at, size_t *ret_end)
{
    size_t count = 0;
    for (; count < 6 && at < text.length; count++) {
        const struct character character = character_at(text, at);
        if (!is_letter(character.code))
            break;
        at += character.length;
    }
    *ret_end = at;
    return count;
}

/* Returns the bytes of a mark at `at` that belongs to the word before it, or 0. `digit` is true if
 * a digit is before it. */
static size_t inner_mark(struct text_span text, size_t at, bool digit)
{
    const struct character mark = character_at(text, at);
    const size_t next = at + mark.length;
    if (next >= text.length)
        return 0;
    const uint32_t code = character_at(text, next).code;
    if (digit)
        return (mark.code == '.' || mark.code == ',') && is_digit(code) ? 1 : 0;
    size_t end;
    const size_t letters = letters_from(text, next, &end);
    if (!letters)
        return 0;
    if (mark.code == '-' || mark.code == '_' || mark.code == 0x2010 || mark.code == 0x2011 ||
        mark.code == '*')
        return mark.length;
    if (mark.code == ':')
        return text_span_begins(text_span_part(text, next, text.length), "in") ? 1 : 0;
    if (mark.code == '.' || mark.code == 0xB7)
        return letters <= 3 ? mark.length : 0;
    if (mark.code == '(')
        return letters <= 5 && end < text.length && text.text[end] == ')' ? 1 : 0;
    return 0;
}

/* Reads the word at `at`, whose first character is a letter or digit. Returns its end. */
static size_t read_word(struct text_span text, size_t at, struct sentence_word *word)
{
    size_t length = 0, letters = 0, capitals = 0, digits = 0;
    bool digit = false, bracket = false;
    *word = (struct sentence_word){.start = at, .before = ' '};
    word->upper = is_capital(character_at(text, at).code);
    while (at < text.length) {
        const struct character character = character_at(text, at);
        if (is_letter(character.code) || is_digit(character.code)) {
            digit = is_digit(character.code);
            digits += digit;
            letters += !digit;
            capitals += is_capital(character.code);
            length = append_fold(text, at, character, word->fold, length, sizeof word->fold);
            at += character.length;
            continue;
        }
        if (bracket && character.code == ')') {
            at++;
            bracket = false;
            continue;
        }
        const size_t mark = inner_mark(text, at, digit);
        if (!mark)
            break;
        bracket = bracket || character.code == '(';
        if (digit || character.code == '-' || character.code == '_')
            length = append_fold(text, at, character, word->fold, length, sizeof word->fold);
        letters += digit;
        at += mark;
    }
    word->fold[length] = 0;
    word->end = at;
    word->after = at < text.length ? text.text[at] : 0;
    word->capitals = capitals > 1 && capitals == letters && !digits;
    word->number = digits && !letters;
    return at;
}

/* Returns true if the number at the end of a sentence counts votes: "3-1", "4 to 0", "abstentions
 * 2". */
static bool ends_with_votes(const struct sentence *sentence)
{
    static const enum words_pattern options[] = {PATTERN_YES, PATTERN_NO, PATTERN_ABSTAIN};
    const size_t last = sentence->count - 1;
    if (!last)
        return false;
    if (sentence->list[last - 1].number)
        return strchr("-/:", sentence->list[last].before) != NULL;
    if (pattern_at(PATTERN_NUMBER, sentence, last - 1))
        return false;
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (pattern_at(options[i], sentence, last - 1))
            return true;
    return last > 2 && pattern_at(PATTERN_SCORE, sentence, last - 1) &&
           (sentence->list[last - 2].number || sentence->list[last - 3].number);
}

bool sentence_ends_abbreviated(const struct sentence *sentence)
{
    const struct sentence_word *word = &sentence->list[sentence->count - 1];
    if (word->number)
        return word->end - word->start <= 3 && !ends_with_votes(sentence);
    return word->end - word->start == 1 ||
           pattern_at(PATTERN_ABBREVIATION, sentence, sentence->count - 1);
}

/* Returns true if a word is a result, as "Carried" is. */
static bool is_result(struct text_span word)
{
    static const enum words_class classes[] = {WORDS_ADOPTED, WORDS_REJECTED, WORDS_DEFERRED,
                                               WORDS_WITHDRAWN, WORDS_UNANIMOUS};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (span_is(classes[i], word))
            return true;
    return false;
}

/* Returns true if the number at the end of a sentence may be an ordinal one, as German writes it:
 * "am 30. Mai". */
static bool may_be_ordinal(struct text_span text, const struct sentence *sentence)
{
    const struct sentence_word *before = &sentence->list[sentence->count - 2];
    return words_at_in(WORDS_GERMAN, WORDS_FUNCTION_WORD, text.text + before->start,
                       before->end - before->start) == before->end - before->start;
}

/* Returns true if the text at an offset begins with the name of a person who moves or seconds. */
static bool begins_with_mover(struct text_span text, size_t at)
{
    static const enum words_pattern verbs[] = {PATTERN_MOVES, PATTERN_MOVED, PATTERN_MOVES_TO,
                                               PATTERN_PROPOSES, PATTERN_SECONDED};
    struct sentence next = {.text = text};
    for (; next.count < MOVER_WORDS && at < text.length && is_letter(character_at(text, at).code);
         next.count++)
        at = read_word(text, at, &next.list[next.count]) + 1;
    for (size_t word = 1; word < next.count && next.list[word - 1].upper; word++)
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
            if (!next.list[word].upper && pattern_at(verbs[i], &next, word))
                return true;
    return false;
}

/* Returns true if a sentence ends in a number that is not its first word, and a result, a mover, an
 * article, a pronoun or the like begins the next one: "We close at 9. The chair ..." */
static bool begins_after_number(struct text_span text, size_t at, const struct sentence *sentence)
{
    struct sentence_word next;
    if (sentence->count < 2 || !sentence->list[sentence->count - 1].number ||
        at + 2 >= text.length || !is_letter(character_at(text, at + 2).code))
        return false;
    const size_t end = read_word(text, at + 2, &next);
    const struct text_span word = text_span_part(text, at + 2, end);
    return next.upper && !next.capitals &&
           (span_is(WORDS_FUNCTION_WORD, word) || is_result(word) ||
            (!may_be_ordinal(text, sentence) && begins_with_mover(text, at + 2)));
}

/* Returns true if a sentence ends in a count of votes against, and a letter begins the next one: "2
 * yes, 1 no. The motion ..." */
static bool ends_with_no(struct text_span text, size_t at, const struct sentence *sentence)
{
    const size_t last = sentence->count - 1;
    return last && sentence->list[last - 1].number && pattern_at(PATTERN_NO, sentence, last) &&
           at + 2 < text.length && is_letter(character_at(text, at + 2).code);
}

/* Returns true if the sentence ends with the mark at `at`. */
static bool ends_sentence(struct text_span text, size_t at, const struct sentence *sentence)
{
    const char mark = text.text[at];
    const char next = at + 1 < text.length ? text.text[at + 1] : ' ';
    if (mark == '\n')
        return next == '\n';
    if (next != ' ' && next != '\n' && next != '"' && next != ')')
        return false;
    if (mark == '?' || mark == '!')
        return true;
    if (mark != '.')
        return false;
    const struct sentence_word *last =
        sentence->count ? &sentence->list[sentence->count - 1] : NULL;
    return !last || last->end != at || !sentence_ends_abbreviated(sentence) ||
           begins_after_number(text, at, sentence) || ends_with_no(text, at, sentence);
}

static size_t sentence_read_until(struct text_span text, size_t from, bool divide,
                                  struct sentence *sentence)
{
    char mark = ' ';
    size_t at = from;
    sentence->text = text;
    sentence->count = 0;
    while (at < text.length) {
        const struct character character = character_at(text, at);
        if (is_letter(character.code) || is_digit(character.code)) {
            if (sentence->count == SENTENCE_WORDS_MAX)
                return at;
            struct sentence_word *word = &sentence->list[sentence->count++];
            at = read_word(text, at, word);
            word->before = mark;
            mark = ' ';
            continue;
        }
        if (divide && ends_sentence(text, at, sentence))
            return at + 1;
        if (character.code < 0x80 && character.code > ' ')
            mark = (char)character.code;
        at += character.length;
    }
    return text.length;
}

size_t sentence_read(struct text_span text, size_t from, struct sentence *ret_sentence)
{
    return sentence_read_until(text, from, true, ret_sentence);
}

void sentence_read_all(struct text_span text, struct sentence *ret_sentence)
{
    sentence_read_until(text, 0, false, ret_sentence);
}

/* Returns true if a word is one of those of an element, which ends before `end`. */
static bool element_matches(const struct sentence_word *word, const char *element, const char *end)
{
    while (element < end) {
        const char *rest = memchr(element, '|', (size_t)(end - element));
        const char *stop = rest ? rest : end;
        const size_t length = (size_t)(stop - element);
        if (length == 1 && *element == '#') {
            if (word->number)
                return true;
        } else if (*element == '*') {
            const size_t word_length = strlen(word->fold);
            if (word_length >= length - 1 &&
                !strncmp(word->fold + word_length - (length - 1), element + 1, length - 1))
                return true;
        } else if (stop[-1] == '*') {
            if (!strncmp(word->fold, element, length - 1))
                return true;
        } else if (!strncmp(word->fold, element, length) && !word->fold[length]) {
            return true;
        }
        element = stop + 1;
    }
    return false;
}

/* Returns the number of words that one pattern matches, or 0; *ret_end is the end of the pattern.
 */
static size_t one_pattern_match(const struct sentence *sentence, size_t at, const char *pattern,
                                const char **ret_end)
{
    size_t matched = 0;
    *ret_end = pattern + strcspn(pattern, ";");
    while (pattern < *ret_end) {
        const bool optional = *pattern == '?';
        const char *element = pattern + optional;
        const char *end = element + strcspn(element, " ;");
        const size_t place = at + matched;
        if (place < sentence->count && element_matches(&sentence->list[place], element, end))
            matched++;
        else if (!optional)
            return 0;
        pattern = *end == ' ' ? end + 1 : end;
    }
    return matched;
}

size_t sentence_match(const struct sentence *sentence, size_t at, const char *patterns)
{
    size_t longest = 0;
    for (const char *end; *patterns; patterns = *end ? end + 1 : end) {
        const size_t matched = one_pattern_match(sentence, at, patterns, &end);
        longest = matched > longest ? matched : longest;
    }
    return longest;
}

size_t text_span_fold(struct text_span text, char *fold, size_t size)
{
    size_t length = 0;
    for (size_t at = 0; at < text.length;) {
        struct character character = character_at(text, at);
        if (character.code <= ' ' || character.code == 0xA0 || character.code == 0x202F) {
            if (length && fold[length - 1] != ' ' && length + 1 < size)
                fold[length++] = ' ';
        } else {
            length = append_fold(text, at, character, fold, length, size);
        }
        at += character.length;
    }
    if (size)
        fold[length] = 0;
    return length;
}

uint32_t sentence_word_hash(const struct sentence_word *word)
{
    uint32_t hash = 2166136261U; /* FNV-1a */
    for (const char *byte = word->fold; *byte; byte++)
        hash = (hash ^ (unsigned char)*byte) * 16777619U;
    return hash;
}
