/* Each word of random texts finds its record: as it is spelt, folded, decomposed, in capitals and
 * by its beginnings. The words are of many scripts, among them those that are folded to several
 * words, or that change with a letter after them. */
#include "archive_fixture.h"
#include "search/searcher.h"
#include "tries.h"
#include "unicode/fold.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

enum {
    RECORDS = 200,
    WORDS_MAX = 8,
    WORD_BYTES_MAX = 200
};

static const char *const words[] = {
    /* Latin, with endings of several languages */
    "policies", "gobierno", "negociaciones", "Sicherheit", "Flüsse", "kitaplar", "İstanbul",
    "O'Brien", "O\u2019Brien", "co\u0140lega", "ﬁsheries", "Łódź", "co\u00adoperation", "naïve",
    "Core\u2122", "memperjuangkan", "rendez-vous", "straße", "½", "№5", "5㎏", "\u24d0b", "m²",
    /* Greek, Cyrillic, Armenian, Georgian */
    "ειρήνη", "Σίσυφος", "преговори", "Переговоры", "п\u02bcять", "Њујорк", "Երևան", "თბილისი",
    /* Hebrew, Arabic */
    "שָׁלוֹם", "المفاوضات", "مُحَمَّد", "\ufdfa", "مـحمد",
    /* Devanagari, Bengali, Tamil */
    "वार्ताएँ", "\u0958लम", "ক\u09c7\u09be", "கடல்கள்",
    /* Thai, Lao, Khmer, Burmese, Tai Tham, New Tai Lue */
    "น\u0e33มั่นคง", "ຊ\u0ecd\u0eb2", "ຊ\u0eb3", "\u0edc", "សន្តិសុខ", "လုံခြုံ", "\u1a20\u1a6e\u1a21",
    "\u1980\u1981",
    /* Chinese, Japanese, Korean, Yi, Tangut, Javanese */
    "安全保障", "NATO加盟国", "㈱山田", "ｶﾞｸｾｲ", "コンピュータ", "㍻元年", "안보협력", "ㄱㅏ나",
    "\uffa1\uffc2", "\u1112\u1161\u11ab국", "字0", "\ua188\ua320", "\U00017000\U00017001",
    "\ua984\ua985", "\u2f2d"};

static const char *const languages[] = {"en", "es", "de", "sr", "ru", "tr", "ar", "id",
                                        "fr", "hi", "el", "ca", "uk", "ga", "ja", "th"};

static struct random_words {
    const char *at[WORDS_MAX];
    size_t count;
} titles[RECORDS];

static const char *random_word(void)
{
    return words[(size_t)rand() % (sizeof words / sizeof *words)];
}

static json_t *make_source(void)
{
    return json_pack("[{s:s}]", "document", "d");
}

static json_t *make_event(size_t index)
{
    static const char *const separators[] = {" ", ", ", " \u2014 ", "\u3000 ", "\n\n", "; "};
    char id[20], text[WORDS_MAX * 64] = "";
    struct random_words *title = &titles[index];
    title->count = 1 + (size_t)rand() % WORDS_MAX;
    for (size_t i = 0; i < title->count; i++) {
        title->at[i] = random_word();
        strcat(strcat(text, i ? separators[rand() % 6] : ""), title->at[i]);
    }
    snprintf(id, sizeof id, "e%zu", index);
    return json_pack("{s:s, s:s, s:s, s:s, s:o}", "id", id, "title", "-", "description", text,
                     "language", languages[(size_t)rand() % 16], "sources", make_source());
}

static struct archive *load_events(void)
{
    json_t *events = json_array();
    for (size_t i = 0; i < RECORDS; i++)
        json_array_append_new(events, make_event(i));
    json_t *data = json_pack("{s:[{s:s, s:s, s:o}], s:o}", "documents", "id", "d", "title", "D",
                             "sources", make_source(), "events", events);
    char *text = json_dumps(data, 0);
    struct archive *archive = load_json(text);
    free(text);
    json_decref(data);
    return archive;
}

static void check_finds(struct searcher *searcher, const char *q, size_t event, const char *word)
{
    static struct search_query query;
    uint32_t *ordinals = NULL;
    size_t count = 0, found = 0;
    cr_assert_eq(searcher_parse(searcher, q, NULL, &query), SEARCH_QUERY_OK, "%s", q);
    cr_assert_eq(searcher_find_ordinals(searcher, &query, TYPE_EVENT, &ordinals, &count),
                 SEARCH_DONE, "%s", q);
    while (found < count && ordinals[found] != event)
        found++;
    cr_assert_lt(found, count, "\"%s\" does not find event %zu with \"%s\": %s", q, event, word,
                 query.expression);
    free(ordinals);
}

/* Checks each beginning of the fold that does not cut a letter from its marks. */
static void check_prefixes(struct searcher *searcher, const char *fold, size_t event,
                           const char *word)
{
    char prefix[WORD_BYTES_MAX + 2];
    const uint8_t *at = (const uint8_t *)fold;
    ucs4_t character, next;
    bool has_letter = false;
    while ((at = u8_next(&character, at)) != NULL) {
        const size_t length = (size_t)((const char *)at - fold);
        const uint8_t *after = u8_next(&next, at);
        has_letter |= uc_is_alnum(character);
        if (!has_letter)
            continue;
        if (after &&
            (uc_is_general_category(next, UC_CATEGORY_M) || (next >= 0x1160 && next < 0x1200)))
            continue;
        sprintf(prefix, "%.*s*", (int)length, fold);
        check_finds(searcher, prefix, event, word);
    }
}

/* Returns a text that is to be freed, as a C string. */
static char *finish_text(uint8_t *text, const size_t *length)
{
    text = realloc(text, *length + 1);
    cr_assert(text);
    text[*length] = '\0';
    return (char *)text;
}

static void check_word(struct searcher *searcher, size_t event, const char *word)
{
    struct buffer fold;
    size_t length;
    const uint8_t *bytes = (const uint8_t *)word;
    buffer_init(&fold, WORD_BYTES_MAX);
    cr_assert(text_fold(word, strlen(word), &fold));
    buffer_append_byte(&fold, '\0');
    char *decomposed =
        finish_text(u8_normalize(UNINORM_NFD, bytes, strlen(word), NULL, &length), &length);
    char *compatible =
        finish_text(u8_normalize(UNINORM_NFKC, bytes, strlen(word), NULL, &length), &length);
    char *capitals =
        finish_text(u8_toupper(bytes, strlen(word), NULL, NULL, NULL, &length), &length);
    check_finds(searcher, word, event, word);
    check_finds(searcher, fold.bytes, event, word);
    check_finds(searcher, decomposed, event, word);
    check_finds(searcher, compatible, event, word);
    check_finds(searcher, capitals, event, word);
    check_prefixes(searcher, fold.bytes, event, word);
    free(decomposed);
    free(compatible);
    free(capitals);
    buffer_finish(&fold);
}

Test(search, every_word_of_a_text_finds_it_in_each_spelling_and_by_each_prefix)
{
    srand((unsigned)seed());
    for (size_t left = 1 + tries(10) / 20; left > 0; left--) {
        struct archive_fixture fixture = archive_fixture_create(load_events());
        for (size_t i = 0; i < RECORDS; i++)
            for (size_t j = 0; j < titles[i].count; j++)
                check_word(fixture.view.searcher, i, titles[i].at[j]);
        archive_fixture_finish(&fixture);
    }
}
