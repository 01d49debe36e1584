/* Queries that look alike have the same expression in an archive of any language: it does not
 * depend on accents, case or invisible characters. Without its accents a word still finds all that
 * have the same stem with theirs. */
#include "search/query.h"
#include "unicode/fold.h"
#include "words/accents.h"
#include "words/tokenizer.h"
#include "words/word_cache.h"

#include <criterion/criterion.h>
#include <libstemmer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

static sqlite3 *database;
static struct tokenizer tokenizer;

/* Words of the languages that have a stemmer, with letters that only some stemmers know. */
static const struct {
    const char *language, *words;
} languages[] = {
    {"ar", "المفاوضات فاطمة مُحَمَّد الاتفاقية اتفاقية"},
    {"ca", "negociació negociacions organitzacions organització històric útil política"},
    {"da", "forhandlingerne søfarten målet arbejdsløst arbejdsløse"},
    {"de", "Flüsse Verhandlungsführer größere größer Erklärung Erklärungen"},
    {"el", "ειρήνη συνομιλίες συνομιλία"},
    {"es",
     "negociación negociaciones pesquería pesquerías públicamente irán neerlandés neerlandesa "
     "negociáramos negociándolo"},
    {"eu", "negoziazioa negoziazioak"},
    {"fi",
     "päätös päätökset päätöksissään yhteistyö yhteistyössä kysymyksiä kysymyksissä järjestöjen"},
    {"fr", "négociée négocier sécurité sécurités régionalité européenne élevés élevée publiée"},
    {"ga", "caibidlíocht caibidlíochta caibidlíochtaí grafaíochtaí grafaíocht"},
    {"hi", "वार्ताएँ वार्ता"},
    {"hu", "tárgyalás tárgyalásának tárgyalásért együttműködés együttműködésről határozatért"},
    {"hy", "բանակցություններ բանակցություն"},
    {"id", "memperjuangkan perjuangan"},
    {"it", "possibilità parlò parlare negozierà negoziare sicurezza capacità"},
    {"lt", "derybos derybų žvejybą žvejyba saugumą saugumas"},
    {"ne", "वार्ताहरू वार्ता"},
    {"nl", "onderhandelingen coöperatie coöperaties"},
    {"no", "forhandlinger sjøfarten sjøfart måling målingene"},
    {"pt", "organização organizações possível possíveis pôde competência competências"},
    {"ro", "organizație organizații organizaţiile negocierilor înțelegerile activități activitate"},
    {"ru", "переговорах переговоры ещё"},
    {"sr", "преговори преговоре zajednički zajedničke"},
    {"sv", "förhandlingarna förhandling fångsterna fångst arbetslöst"},
    {"ta", "பேச்சுவார்த்தைகள் பேச்சுவார்த்தை"},
    {"tr", "görüşme görüşmelerinin balıkçılık balıkçılığı günler günlerde yılında işbirliği"},
    {"yi", "שָׁלוֹם"},
};

static void open_tokenizer(void)
{
    cr_assert_eq(sqlite3_open(":memory:", &database), SQLITE_OK);
    cr_assert(tokenizer_init(&tokenizer, database, WORD_CACHE_SMALL));
}

static void close_tokenizer(void)
{
    tokenizer_finish(&tokenizer);
    sqlite3_close(database);
}

TestSuite(spellings, .init = open_tokenizer, .fini = close_tokenizer);

/* Parses a query in an archive of one language. */
static void parse(const char *q, const char *language, struct search_query *ret_query)
{
    const uint32_t set = UINT32_C(1) << stem_language(language, strlen(language));
    cr_assert_eq(search_query_parse(q, &tokenizer, NULL, set, NULL, ret_query), SEARCH_QUERY_OK,
                 "%s", q);
}

static void check_same(const char *language, const char *q, const char *other)
{
    static struct search_query query, other_query;
    parse(q, language, &query);
    parse(other, language, &other_query);
    cr_expect_str_eq(query.expression, other_query.expression, "%s: %s: %s", language, other,
                     other_query.expression);
}

/* Returns a text that is to be freed, as a C string. */
static char *finish_text(uint8_t *text, const size_t *length)
{
    text = realloc(text, *length + 1);
    cr_assert(text);
    text[*length] = '\0';
    return (char *)text;
}

static void check_spellings(const char *language, const char *q)
{
    struct buffer fold;
    size_t length;
    const uint8_t *bytes = (const uint8_t *)q;
    buffer_init(&fold, 4000);
    cr_assert(text_fold(q, strlen(q), &fold));
    buffer_append_byte(&fold, '\0');
    char *decomposed =
             finish_text(u8_normalize(UNINORM_NFD, bytes, strlen(q), NULL, &length), &length),
         *capitals = finish_text(u8_toupper(bytes, strlen(q), NULL, NULL, NULL, &length), &length);
    check_same(language, q, fold.bytes);
    check_same(language, q, decomposed);
    check_same(language, q, capitals);
    free(decomposed);
    free(capitals);
    buffer_finish(&fold);
}

Test(spellings, accents_and_capitals_change_nothing)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        check_spellings(languages[i].language, languages[i].words);
}

/* The words of a language, with the folds of their stems. */
struct stemmed {
    char word[100], stem[100], fold[100];
};

static void copy_fold(const char *text, size_t length, char out[100])
{
    struct buffer fold = {.bytes = out, .capacity = 99, .ceiling = 99};
    cr_assert(text_fold(text, length, &fold));
    out[fold.length] = '\0';
}

/* Stems the words of a language with their accents, as libstemmer alone does. */
static size_t stem_words(const char *words, const char *algorithm, struct stemmed *stemmed)
{
    char text[600];
    size_t count = 0;
    struct sb_stemmer *stemmer = sb_stemmer_new(algorithm, "UTF_8");
    cr_assert(stemmer, "%s", algorithm);
    strcpy(text, words);
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " "), count++) {
        size_t length;
        uint8_t *lower =
            u8_tolower((uint8_t *)word, strlen(word), NULL, UNINORM_NFC, NULL, &length);
        const sb_symbol *stem = sb_stemmer_stem(stemmer, lower, (int)length);
        strcpy(stemmed[count].word, word);
        copy_fold(word, strlen(word), stemmed[count].fold);
        copy_fold((const char *)stem, (size_t)sb_stemmer_length(stemmer), stemmed[count].stem);
        free(lower);
    }
    sb_stemmer_delete(stemmer);
    return count;
}

/* A query with one term, and whether a word of a text is one of its forms. */
struct matching {
    const struct search_query *query;
    bool matches;
};

static bool match_word(void *context, const struct tokenizer_word *word)
{
    struct matching *matching = context;
    struct search_term_set terms = {{0}};
    matching->matches |= search_query_match(matching->query, word->text, word->length, &terms);
    return true;
}

static void check_finds(const char *language, const struct stemmed *q, const struct stemmed *text)
{
    static struct search_query query;
    struct matching matching = {.query = &query};
    parse(q->fold, language, &query);
    tokenizer.language = stem_language(language, strlen(language));
    cr_assert(tokenizer_read(&tokenizer, text->word, strlen(text->word), match_word, &matching));
    cr_expect(matching.matches, "%s: %s does not find %s: %s", language, q->fold, text->word,
              query.expression);
}

Test(spellings, a_word_without_its_accents_finds_those_with_the_same_stem)
{
    size_t pairs = 0;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        struct stemmed words[20];
        const size_t count = stem_words(languages[i].words, languages[i].language, words);
        for (size_t j = 0; j < count; j++)
            for (size_t k = 0; k < count; k++) {
                if (strcmp(words[j].stem, words[k].stem) != 0)
                    continue;
                check_finds(languages[i].language, &words[j], &words[k]);
                pairs += j != k;
            }
    }
    cr_expect_gt(pairs, 60);
}

/* This shows that they are spellings of the fold. */
Test(spellings, those_of_a_fold_have_the_same_fold)
{
    static const char *const algorithms[] = {"arabic",  "basque",     "catalan",    "danish",
                                             "finnish", "french",     "hungarian",  "irish",
                                             "italian", "lithuanian", "portuguese", "romanian",
                                             "spanish", "swedish",    "turkish"};
    size_t count = 0;
    for (size_t i = 0; i < sizeof algorithms / sizeof *algorithms; i++)
        for (size_t j = 0; j < sizeof languages / sizeof *languages; j++) {
            char text[600], fold[100], other[100];
            strcpy(text, languages[j].words);
            for (char *word = strtok(text, " "); word; word = strtok(NULL, " ")) {
                struct spellings spellings;
                copy_fold(word, strlen(word), fold);
                spellings_find(algorithms[i], fold, strlen(fold), &spellings);
                for (size_t k = 0; k < spellings.count; k++, count++) {
                    copy_fold(spellings.at[k].text, spellings.at[k].length, other);
                    cr_expect_str_eq(other, fold, "%s: %s", algorithms[i], other);
                }
            }
        }
    cr_expect_gt(count, 200);
}

/* Each vowel of these words may have an accent, so most of their spellings are ignored. */
Test(spellings, a_long_word_has_a_limited_number)
{
    static const char *const algorithms[] = {"hungarian", "irish", "portuguese", "turkish"};
    char word[SPELLED_BYTES_MAX + 1];
    struct spellings spellings;
    for (size_t i = 0; i < sizeof algorithms / sizeof *algorithms; i++) {
        memset(word, 'i', sizeof word);
        memcpy(word + sizeof word - 11, "aasasasioei", 11);
        spellings_find(algorithms[i], word, SPELLED_BYTES_MAX, &spellings);
        cr_expect(spellings.count > 0 && spellings.count <= SPELLINGS_MAX, "%s", algorithms[i]);
        spellings_find(algorithms[i], word, SPELLED_BYTES_MAX + 1, &spellings);
        cr_expect_eq(spellings.count, 0, "%s", algorithms[i]);
    }
}

/* Inserts an invisible character before each character of a query, and at its end. */
static void insert_everywhere(const char *q, const char *invisible, char *out)
{
    ucs4_t character;
    for (const uint8_t *at = (const uint8_t *)q, *next; (next = u8_next(&character, at)) != NULL;
         at = next)
        out += sprintf(out, "%s%.*s", invisible, (int)(next - at), (const char *)at);
    strcpy(out, invisible);
}

Test(spellings, invisible_characters_anywhere_change_nothing)
{
    static const char *const invisible[] = {"\u00ad", "\u200b", "\u200d",    "\u200e",
                                            "\u2060", "\ufeff", "\U000e0020"};
    char q[400], other[4000];
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        for (size_t j = 0; j < sizeof invisible / sizeof *invisible; j++) {
            sprintf(q, "%s* -none --\"%s\" \"a%s\"*", languages[i].words, languages[i].words,
                    languages[i].words);
            insert_everywhere(q, invisible[j], other);
            if (strlen(other) <= SEARCH_QUERY_BYTES_MAX)
                check_same(languages[i].language, q, other);
            insert_everywhere(languages[i].words, invisible[j], other);
            check_same(languages[i].language, languages[i].words, other);
        }
}
