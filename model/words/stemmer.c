#include "words/stemmer.h"

#include "unicode/fold.h"
#include "words/accents.h"
#include "words/fts5.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

/* A longer sequence of letters is not a word. SQLite's Porter algorithm has the same limit. */
enum {
    STEMMED_BYTES_MAX = 64
};

struct stem_algorithm {
    const char *codes; /* of the language (ISO 639), each between blanks */
    const char *name;  /* in libstemmer */
};

static const struct stem_algorithm stem_algorithms[STEM_LANGUAGE_COUNT] = {
    {" en eng ", NULL},         {" ar ara arb ", "arabic"},
    {" ca cat ", "catalan"},    {" da dan ", "danish"},
    {" de deu ger ", "german"}, {" el ell gre ", "greek"},
    {" es spa ", "spanish"},    {" eu eus baq ", "basque"},
    {" fi fin ", "finnish"},    {" fr fra fre ", "french"},
    {" ga gle ", "irish"},      {" hi hin ", "hindi"},
    {" hu hun ", "hungarian"},  {" hy hye arm ", "armenian"},
    {" id ind ", "indonesian"}, {" it ita ", "italian"},
    {" lt lit ", "lithuanian"}, {" ne nep npi ", "nepali"},
    {" nl nld dut ", "dutch"},  {" no nor nb nob nn nno ", "norwegian"},
    {" pt por ", "portuguese"}, {" ro ron rum ", "romanian"},
    {" ru rus ", "russian"},    {" sr srp ", "serbian"},
    {" sv swe ", "swedish"},    {" ta tam ", "tamil"},
    {" tr tur ", "turkish"},    {" yi yid ydd ", "yiddish"},
};

unsigned stem_language(const char *tag, size_t length)
{
    enum {
        CODE_MAX = 3
    };
    char code[CODE_MAX + 3] = " ";
    size_t used = 0;
    for (; used < length && tag[used] != '-'; used++) {
        if (used == CODE_MAX)
            return STEM_ENGLISH;
        code[1 + used] = (char)(tag[used] | 0x20);
    }
    code[1 + used] = ' ';
    for (unsigned i = 0; i < STEM_LANGUAGE_COUNT && used; i++)
        if (strstr(stem_algorithms[i].codes, code))
            return i;
    return STEM_ENGLISH;
}

bool stemmers_init(struct stemmers *stemmers, fts5_api *api)
{
    static const char *parent[] = {FTS5_VERBATIM};
    void *context = NULL;
    *stemmers = (struct stemmers){0};
    buffer_init(&stemmers->variant, (size_t)STEMMED_BYTES_MAX * FOLD_BYTES_PER_BYTE);
    return api->xFindTokenizer(api, "porter", &context, &stemmers->porter) == SQLITE_OK &&
           stemmers->porter.xCreate(context, parent, 1, &stemmers->porter_instance) == SQLITE_OK;
}

void stemmers_finish(struct stemmers *stemmers)
{
    if (stemmers->porter_instance)
        stemmers->porter.xDelete(stemmers->porter_instance);
    for (size_t i = 0; i < STEM_LANGUAGE_COUNT; i++)
        if (stemmers->others[i])
            sb_stemmer_delete(stemmers->others[i]);
    buffer_finish(&stemmers->variant);
    *stemmers = (struct stemmers){0};
}

/* FTS5's callback for a word (sqlite.org/fts5.html, section 7.1). The stem is in memory of the
 * Porter tokenizer, or it is the word. */
static int store_porter_stem(void *context, int flags, const char *stem, int length, int begin,
                             int end)
{
    struct stemmers *stemmers = context;
    (void)flags, (void)begin, (void)end;
    stemmers->stem = stem;
    stemmers->stem_length = (size_t)length;
    return SQLITE_OK;
}

static bool stem_english_word(struct stemmers *stemmers, const char *word, size_t length)
{
    stemmers->stem = word;
    stemmers->stem_length = length;
    return stemmers->porter.xTokenize(stemmers->porter_instance, stemmers, 0, word, (int)length,
                                      store_porter_stem) == SQLITE_OK;
}

static bool stem_other_word(struct stemmers *stemmers, unsigned language, const char *word,
                            size_t length)
{
    struct sb_stemmer **stemmer = &stemmers->others[language];
    if (!*stemmer)
        *stemmer = sb_stemmer_new(stem_algorithms[language].name, "UTF_8");
    if (!*stemmer)
        return false;
    stemmers->stem =
        (const char *)sb_stemmer_stem(*stemmer, (const unsigned char *)word, (int)length);
    stemmers->stem_length = (size_t)sb_stemmer_length(*stemmer);
    return stemmers->stem != NULL;
}

bool stemmers_stem(struct stemmers *stemmers, unsigned language, const char *word, size_t length,
                   const char **ret_stem, size_t *ret_length)
{
    *ret_stem = word;
    *ret_length = length;
    if (length > STEMMED_BYTES_MAX)
        return true;
    if (language == STEM_ENGLISH ? !stem_english_word(stemmers, word, length)
                                 : !stem_other_word(stemmers, language, word, length))
        return false;
    if (stemmers->stem_length) {
        *ret_stem = stemmers->stem;
        *ret_length = stemmers->stem_length;
    }
    return true;
}

/* Finds the fold of the last stem. Returns false if out of memory. */
static bool fold_stem(struct stemmers *stemmers, const char **ret_stem, size_t *ret_length)
{
    buffer_clear(&stemmers->variant);
    if (!text_fold(stemmers->stem, stemmers->stem_length, &stemmers->variant))
        return false;
    *ret_stem = stemmers->variant.bytes;
    *ret_length = stemmers->variant.length;
    return true;
}

/* Copies a word without its invisible characters, which the stemmers do not expect. Returns the
 * length, or 0 if the word is too long. */
static size_t copy_visible(const char *word, size_t length, uint8_t copy[STEMMED_BYTES_MAX])
{
    size_t used = 0;
    for (size_t at = 0, next; at < length; at = next) {
        ucs4_t character;
        const size_t bytes = (size_t)u8_mbtouc(&character, (const uint8_t *)word + at, length - at);
        next = at + bytes;
        if (uc_is_property_default_ignorable_code_point(character))
            continue;
        if (bytes > STEMMED_BYTES_MAX - used)
            return 0;
        memcpy(copy + used, word + at, bytes);
        used += bytes;
    }
    return used;
}

/* Replaces the comma below of Romanian by the cedilla, which is the same letter to readers, but the
 * only one to libstemmer before its release 3. */
static void use_cedillas(uint8_t *word, size_t length)
{
    for (size_t i = 1; i < length; i++)
        if (word[i - 1] == 0xc8 && (word[i] == 0x99 || word[i] == 0x9b)) {
            word[i - 1] = 0xc5;
            word[i] = word[i] == 0x99 ? 0x9f : 0xa3;
        }
}

bool stemmers_stem_spelling(struct stemmers *stemmers, unsigned language, const char *spelling,
                            size_t length, const char **ret_stem, size_t *ret_length)
{
    const char *codes = stem_algorithms[language].codes;
    const char code[] = {codes[1], codes[2], '\0'}; /* of two letters, the first */
    uint8_t visible[STEMMED_BYTES_MAX], cased[STEMMED_BYTES_MAX];
    size_t cased_length = sizeof cased;
    *ret_length = 0;
    if (language == STEM_ENGLISH || !spellings_exist(stem_algorithms[language].name))
        return true;
    const size_t visible_length = copy_visible(spelling, length, visible);
    if (!visible_length)
        return true;
    uint8_t *folded =
        u8_casefold(visible, visible_length, code, UNINORM_NFKC, cased, &cased_length);
    if (folded != cased) { /* too long for the array, so it was allocated */
        free(folded);
        return folded != NULL;
    }
    use_cedillas(cased, cased_length);
    return stem_other_word(stemmers, language, (const char *)cased, cased_length) &&
           fold_stem(stemmers, ret_stem, ret_length);
}

/* Returns the number of bytes of a folded word that are the same letters as the first `length`
 * bytes of one of its spellings. */
static size_t find_folded_length(const char *word, const char *spelling, size_t length)
{
    const uint8_t *at = (const uint8_t *)word, *in_spelling = (const uint8_t *)spelling;
    const uint8_t *const end = in_spelling + length;
    while (in_spelling < end) {
        in_spelling += u8_mblen(in_spelling, (size_t)(end - in_spelling));
        at += *at < 0x80 ? 1 : u8_mblen(at, 4);
    }
    return (size_t)(at - (const uint8_t *)word);
}

bool stemmers_visit_spellings(struct stemmers *stemmers, unsigned language, const char *word,
                              size_t length, stem_visitor *visit, void *context)
{
    struct spellings spellings;
    uint64_t visited[2] = {0}; /* a set of lengths: the stems that begin the word */
    if (language == STEM_ENGLISH)
        return true;
    spellings_find(stem_algorithms[language].name, word, length, &spellings);
    for (size_t i = 0; i < spellings.count; i++) {
        const struct spelling *spelling = &spellings.at[i];
        const char *stem = NULL;
        size_t stem_length = 0;
        if (!stem_other_word(stemmers, language, spelling->text, spelling->length))
            return false;
        if (stemmers->stem_length <= spelling->length &&
            memcmp(stemmers->stem, spelling->text, stemmers->stem_length) == 0) {
            stem_length = find_folded_length(word, spelling->text, stemmers->stem_length);
            if (visited[stem_length / 64] >> stem_length % 64 & 1)
                continue;
            visited[stem_length / 64] |= UINT64_C(1) << stem_length % 64;
            stem = word;
        } else if (!fold_stem(stemmers, &stem, &stem_length))
            return false;
        if (stem_length)
            visit(context, stem, stem_length);
    }
    return true;
}
