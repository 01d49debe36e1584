/* Queries that look alike have the same expression in an archive of any languages: it does not
 * depend on invisible characters. */
#include "search/query.h"
#include "words/tokenizer.h"
#include "words/word_cache.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistr.h>

static sqlite3 *database;
static struct tokenizer tokenizer;

/* Words of the languages that have a stemmer, with letters that only some stemmers know. */
static const struct {
    const char *language, *words;
} languages[] = {
    {"ar", "المفاوضات فاطمة مُحَمَّد"},
    {"ca", "negociació organitzacions històric útil"},
    {"da", "forhandlingerne søfarten målet"},
    {"de", "Flüsse Verhandlungsführer größere Erklärung"},
    {"el", "ειρήνη συνομιλίες"},
    {"es", "negociación pesquerías cooperación públicamente irán"},
    {"eu", "negoziazioa"},
    {"fi", "päätöksissään yhteistyössä"},
    {"fr", "négociée sécurité régionalité"},
    {"ga", "caibidlíochta"},
    {"hi", "वार्ताएँ"},
    {"hu", "tárgyalásának együttműködés"},
    {"hy", "բանակցություններ"},
    {"id", "memperjuangkan"},
    {"it", "possibilità parlò negozierà"},
    {"lt", "derybų žvejybą"},
    {"ne", "वार्ताहरू"},
    {"nl", "onderhandelingen coöperatie"},
    {"no", "forhandlinger sjøfarten"},
    {"pt", "organização organizações possível pôde"},
    {"ro", "organizație negocierilor înțelegerile"},
    {"ru", "переговорах ещё"},
    {"sr", "преговори преговоре"},
    {"sv", "förhandlingarna fångsterna"},
    {"ta", "பேச்சுவார்த்தைகள்"},
    {"tr", "görüşmelerinin balıkçılığı"},
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
