#include "words/accents.h"

#include <string.h>

struct accented_ending {
    size_t length; /* of the text without its accents */
    const char *plain, *accented;
};

#include "words/accented_endings.inc"

enum {
    ENDINGS_MAX = 3, /* of a word of Finnish, Hungarian and Turkish, one before the other */
    STEM_BYTES_MIN = 2
};

/* How the vowels of a word depend on each other. */
enum harmony {
    HARMONY_NONE,
    HARMONY_FINNISH, /* all vowels are front vowels, or none */
    HARMONY_TURKISH  /* the vowels of endings are like the vowel before */
};

struct accents {
    const char *algorithm;
    const struct accented_ending *endings;
    size_t count;
    int endings_max; /* of a word */
    enum harmony harmony;
};

#define ENDINGS(name) #name, name##_endings, sizeof name##_endings / sizeof name##_endings[0]

static const struct accents accents_of_algorithms[] = {
    {ENDINGS(arabic), 1, HARMONY_NONE},
    {ENDINGS(basque), 1, HARMONY_NONE},
    {ENDINGS(catalan), 1, HARMONY_NONE},
    {ENDINGS(danish), 1, HARMONY_NONE},
    {ENDINGS(finnish), ENDINGS_MAX, HARMONY_FINNISH},
    {ENDINGS(french), 1, HARMONY_NONE},
    {ENDINGS(hungarian), ENDINGS_MAX, HARMONY_NONE},
    {ENDINGS(irish), 1, HARMONY_NONE},
    {ENDINGS(italian), 1, HARMONY_NONE},
    {ENDINGS(lithuanian), 1, HARMONY_NONE},
    {ENDINGS(portuguese), 1, HARMONY_NONE},
    {ENDINGS(romanian), 1, HARMONY_NONE},
    {ENDINGS(spanish), 1, HARMONY_NONE},
    {ENDINGS(swedish), 1, HARMONY_NONE},
    {ENDINGS(turkish), ENDINGS_MAX, HARMONY_TURKISH},
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

/* Adds a spelling unless it is known, or too long. */
static void add_spelling(struct spellings *spellings, const struct spelling *spelling)
{
    for (size_t i = 0; i < spellings->count; i++)
        if (spellings->at[i].length == spelling->length &&
            memcmp(spellings->at[i].text, spelling->text, spelling->length) == 0)
            return;
    if (spellings->count < SPELLINGS_MAX)
        spellings->at[spellings->count++] = *spelling;
}

static void append(struct spelling *spelling, const char *text, size_t length)
{
    if (length > sizeof spelling->text - spelling->length)
        length = sizeof spelling->text - spelling->length;
    memcpy(spelling->text + spelling->length, text, length);
    spelling->length += length;
}

/* Adds the spellings in which one more ending of a spelling has its accents. */
static void add_endings(const struct accents *accents, const struct spelling *spelling,
                        struct spellings *spellings)
{
    for (size_t i = 0; i < accents->count; i++) {
        const struct accented_ending *ending = &accents->endings[i];
        if (spelling->stop < ending->length + STEM_BYTES_MIN ||
            memcmp(spelling->text + spelling->stop - ending->length, ending->plain,
                   ending->length) != 0)
            continue;
        struct spelling accented = {.stop = spelling->stop - ending->length};
        append(&accented, spelling->text, accented.stop);
        append(&accented, ending->accented, strlen(ending->accented));
        append(&accented, spelling->text + spelling->stop, spelling->length - spelling->stop);
        add_spelling(spellings, &accented);
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
    struct spelling spelling = {.stop = 0};
    for (size_t i = 0; i < length; i++) {
        const char letter = folded[i];
        if (letter == 'a' || letter == 'e')
            is_back = letter == 'a';
        const bool depends = letter == 'i' || letter == 'o' || letter == 'u';
        const char *vowel = depends ? turkish_vowel(letter, is_back) : &folded[i];
        append(&spelling, vowel, depends ? strlen(vowel) : 1);
    }
    spelling.stop = spelling.length;
    return spelling;
}

/* Writes a word with front vowels. */
static struct spelling harmonize_finnish(const char *folded, size_t length)
{
    struct spelling spelling = {.stop = 0};
    for (size_t i = 0; i < length; i++)
        if (folded[i] == 'a')
            append(&spelling, "ä", strlen("ä"));
        else if (folded[i] == 'o')
            append(&spelling, "ö", strlen("ö"));
        else
            append(&spelling, &folded[i], 1);
    spelling.stop = spelling.length;
    return spelling;
}

static void add_harmony(enum harmony harmony, const char *folded, size_t length,
                        struct spellings *spellings)
{
    struct spelling spelling;
    if (harmony == HARMONY_FINNISH) {
        spelling = harmonize_finnish(folded, length);
        add_spelling(spellings, &spelling);
    } else if (harmony == HARMONY_TURKISH) {
        spelling = harmonize_turkish(folded, length, true);
        add_spelling(spellings, &spelling);
        spelling = harmonize_turkish(folded, length, false);
        add_spelling(spellings, &spelling);
    }
}

void spellings_find(const char *algorithm, const char *folded, size_t length,
                    struct spellings *ret_spellings)
{
    const struct accents *accents = find_accents(algorithm);
    struct spelling plain = {.length = length, .stop = length};
    ret_spellings->count = 0;
    if (!accents || length > sizeof plain.text)
        return;
    memcpy(plain.text, folded, length);
    add_harmony(accents->harmony, folded, length, ret_spellings);
    size_t first = 0;
    add_endings(accents, &plain, ret_spellings);
    for (int round = 1; round < accents->endings_max; round++) {
        const size_t end = ret_spellings->count;
        for (; first < end; first++)
            add_endings(accents, &ret_spellings->at[first], ret_spellings);
    }
}
