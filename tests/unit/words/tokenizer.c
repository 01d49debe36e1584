/* The words of a text, by script and language. */
#include "words/tokenizer.h"
#include "words/letter.h"
#include "words/word_cache.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sqlite3 *database;
static struct tokenizer tokenizer;

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

TestSuite(tokenizer, .init = open_tokenizer, .fini = close_tokenizer);

/* Writes a word: variants follow a slash, whole words a bar; pairs and last letters are marked. */
static bool write_word(void *out, const struct tokenizer_word *word)
{
    struct whole_word whole;
    const bool is_whole = word->kind == WORD_WHOLE;
    cr_expect_eq(whole_word_read(word->text, word->length, &whole), is_whole);
    const char *text = is_whole ? whole.word : word->text;
    const int length = (int)(is_whole ? whole.length : word->length);
    static const char *const before[] = {" ", "/", "|", " ", " "}, *const after[] = {"", "", "",
                                                                                     "+", "."};
    fprintf(out, "%s%.*s%s", before[word->kind], length, text, after[word->kind]);
    return true;
}

static void check_words(const char *language, const char *text, const char *expected)
{
    char *written = NULL;
    size_t size;
    FILE *out = open_memstream(&written, &size);
    tokenizer.language =
        *language ? stem_language(language, strlen(language)) : (unsigned)TOKENIZER_UNSTEMMED;
    cr_assert(tokenizer_read(&tokenizer, text, strlen(text), write_word, out));
    fclose(out);
    cr_expect_str_eq(*written ? written + 1 : "", expected, "%s: %s, not %s", text, written,
                     expected);
    free(written);
}

Test(tokenizer, a_run_of_letters_becomes_its_pairs_and_its_last_letter)
{
    check_words("ja", "東アジア", "東ア+ アジ+ ジア+ ア.");
    check_words("zh", "研", "研.");
    check_words("ja", "コンピューター", "コン+ ンピ+ ピュ+ ュー+ ータ+ ター+ ー.");
    check_words("ko", "안보의", "안보+ 보의+ 의.");
    check_words("ko", "\u110b\u1161\u11ab\u1107\u1169", "안보+ 보.");
    check_words("zh", "𠀀𠀁", "𠀀𠀁+ 𠀁.");
    check_words("zh", "⼭⽔", "山水+ 水.");
}

/* The vowel signs of Thai are marks or letters. */
Test(tokenizer, a_letter_of_a_pair_includes_its_marks)
{
    check_words("th", "มั่นคง", "มั่น+ นค+ คง+ ง.");
    check_words("ja", "ｶﾞｶﾞ", "ガガ+ ガ.");
    check_words("my", "လုံခြုံ", "လုံခြုံ+ ခြုံ.");
    check_words("ja", "か\u3099き", "がき+ き.");
    check_words("zh", "葛\U000e0100飾", "葛飾+ 飾.");
}

Test(tokenizer, runs_join_over_white_space_or_one_middle_dot)
{
    check_words("ja", "山田 太郎", "山田+ 田太+ 太郎+ 郎.");
    check_words("ja", "山田　太郎", "山田+ 田太+ 太郎+ 郎.");
    check_words("ja", "山田\n太郎", "山田+ 田太+ 太郎+ 郎.");
    check_words("ja", "ア・イ", "アイ+ イ.");
    check_words("ja", "山田  太郎", "山田+ 田太+ 太郎+ 郎.");
    check_words("ja", "山田　\r\n\u00a0 太郎 \t 君 \n", "山田+ 田太+ 太郎+ 郎君+ 君.");
    check_words("ja", "山\u3000 \u3000 \u3000田\u3000 a 川\u3000", "山田+ 田. a 川.");
    check_words("ja", "山田・ 太郎", "山田+ 田. 太郎+ 郎.");
    check_words("ja", "Zoë  Ærø 田  ", "zoe aero 田.");
    check_words("ja", "山田、太郎", "山田+ 田. 太郎+ 郎.");
    check_words("ja", "山 \xc2\xb7 田", "山. 田.");
    check_words("zh", "山\u00b7田", "山田+ 田.");
    check_words("ko", "남\u318d북", "남북+ 북.");
    check_words("ja", "ア\uff65イ", "アイ+ イ.");
    check_words("ja", "山\u00b7\u00b7田", "山. 田.");
    check_words("ca", "col\u00b7lega", "col leg|lega");
    check_words("ja", "山 a", "山. a");
}

Test(tokenizer, scripts_that_write_words_apart_have_words)
{
    check_words("", "NATO加盟G8", "nato 加盟+ 盟. g8");
    check_words("", "２０２６年５月", "2026 年. 5 月.");
    check_words("", "a.b@example.org", "a b example org");
    check_words("", "don’t O'Brien", "don t o brien");
    check_words("", "co\u00adoperation x\u200dy", "cooperation xy");
    check_words("", "Cafe\u0301 CAFÉ", "cafe cafe");
    check_words("", "🌊 — №5 \u0301", "no5");
    check_words("", "½ ⑴ ﷺ", "1 2 1 صلي الله عليه وسلم");
    check_words("", "שָׁלוֹם سَلام", "שלום سلام");
    check_words("", "वार्ताएँ கடல்", "वार्ताएँ கடல்");
    check_words("", "๑๒๓ ไทย", "123 ไท+ ทย+ ย.");
    check_words("", "\xff\xfe a\xe2\x80", "a");
}

Test(tokenizer, words_are_stemmed_in_the_language_of_the_text)
{
    check_words("en", "policies negotiated", "polici|policies negoti|negotiated");
    check_words("en-GB", "policies", "polici|policies");
    check_words("pl", "policies", "polici|policies");
    check_words("", "policies", "policies");
    check_words("de-AT", "Verhandlungen", "verhandl|verhandlungen");
    check_words("nb", "forhandlinger", "forhandling|forhandlinger");
    check_words("ru", "переговоров", "переговор|переговоров");
}

/* So texts with the same fold have the same words. */
Test(tokenizer, words_are_cut_from_the_fold)
{
    check_words("th", "น\u0e33", "น\u0e4d\u0e32+ \u0e32.");
    check_words("th", "น\u0e4d\u0e32", "น\u0e4d\u0e32+ \u0e32.");
    check_words("lo", "\u0edc", "\u0eab\u0e99+ \u0e99.");
    check_words("uk", "п\u02bcять п'ять п\u2019ять", "п ять п ять п ять");
    check_words("ca", "co\u0140lega", "col leg|lega");
    check_words("", "5\u338f \u24d0b \u3231 \u2122 10½", "5kg ab 株. tm 10 1 2");
    check_words("en", "Core\u2122", "coretm/core");
    check_words("ko", "\u3131\u314f \uffa1\uffc2", "가가+ 가.");
}

/* Yi, Tangut, Tai Tham, New Tai Lue, Javanese */
Test(tokenizer, other_scripts_without_spaces_have_pairs)
{
    check_words("ii", "ꆈꌠꉙ", "ꆈꌠ+ ꌠꉙ+ ꉙ.");
    check_words("", "\U00017000\U00017001", "\U00017000\U00017001+ \U00017001.");
    check_words("", "\u1a20\u1a6e\u1a21", "\u1a20\u1a6e\u1a21+ \u1a21.");
    check_words("", "\u1980\u1981", "\u1980\u1981+ \u1981.");
    check_words("", "\ua984\ua985", "\ua984\ua985+ \ua985.");
}

/* Letters, signs and marks at both ends of ranges. */
Test(tokenizer, a_character_is_a_letter_of_a_pair_or_of_a_word_or_a_mark_or_none)
{
    static const struct {
        uint32_t character;
        enum letter_class letters;
    } cases[] = {
        {'a', LETTER_OF_WORD},      {'1', LETTER_OF_WORD},     {'-', LETTER_NONE},
        {0xad, LETTER_EXTENDING},   {0x301, LETTER_EXTENDING}, {0xdc6, LETTER_OF_WORD},
        {0xe01, LETTER_PAIRED},     {0xe31, LETTER_EXTENDING}, {0xe50, LETTER_OF_WORD},
        {0xe3f, LETTER_NONE},       {0xedf, LETTER_PAIRED},    {0xf00, LETTER_OF_WORD},
        {0x1000, LETTER_PAIRED},    {0x10a0, LETTER_OF_WORD},  {0x10ff, LETTER_OF_WORD},
        {0x1100, LETTER_PAIRED},    {0x115e, LETTER_PAIRED},   {0x1161, LETTER_EXTENDING},
        {0x11ff, LETTER_EXTENDING}, {0x1200, LETTER_OF_WORD},  {0x2160, LETTER_OF_WORD},
        {0x2e7f, LETTER_NONE},      {0x2e80, LETTER_PAIRED},   {0x2fdf, LETTER_PAIRED},
        {0x2fe0, LETTER_NONE},      {0x3005, LETTER_PAIRED},   {0x3007, LETTER_PAIRED},
        {0x3012, LETTER_NONE},      {0x4e00, LETTER_PAIRED},   {0xa48f, LETTER_NONE},
        {0xa490, LETTER_PAIRED},    {0xa4cf, LETTER_PAIRED},   {0xa4d0, LETTER_OF_WORD},
        {0xac00, LETTER_PAIRED},    {0xd7a3, LETTER_PAIRED},   {0xd7a4, LETTER_NONE},
        {0xd7b0, LETTER_EXTENDING}, {0xe000, LETTER_OF_WORD},  {0x10000, LETTER_OF_WORD},
        {0x20000, LETTER_PAIRED},   {0x2fa1d, LETTER_PAIRED},  {0x1f30a, LETTER_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(letter_class_of(cases[i].character), cases[i].letters, "%04x: %d",
                     cases[i].character, (int)letter_class_of(cases[i].character));
}

/* The second stem is that of the word with its accents. */
Test(tokenizer, a_word_with_accents_may_have_two_stems)
{
    check_words("es", "negociación", "negociacion/negoci");
    check_words("es", "negociaciones", "negoci|negociaciones");
    check_words("es", "negociacion", "negociacion");
    check_words("de", "Flüsse", "fluss|flusse");
    check_words("el", "ᾠδή ΩΔΗ ὨΙΔΉ", "ωδ|ωδη ωδ|ωδη ωιδ|ωιδη");
    check_words("es", "negocia\u00adcio\u2060\u0301n", "negociacion/negoci");
    check_words("pt", "orga\u200bniza\ufeffções", "organizaco/organiz|organizacoes");
    check_words("en", "café", "cafe");
}

/* The letter U+FDFA becomes 33 bytes. */
Test(tokenizer, a_spelling_that_is_too_long_without_its_ligatures_has_no_second_stem)
{
    static const char word[] = "\xef\xb7\xba\xef\xb7\xba";
    const char *stem = NULL;
    size_t length = 1;
    cr_expect(stemmers_stem_spelling(&tokenizer.stemmers, stem_language("fr", 2), word,
                                     strlen(word), &stem, &length));
    cr_expect_eq(length, 0);
}

Test(tokenizer, libstemmer_has_each_language)
{
    const char *stem;
    size_t length;
    for (unsigned language = 0; language < STEM_LANGUAGE_COUNT; language++)
        cr_expect(stemmers_stem(&tokenizer.stemmers, language, "word", 4, &stem, &length), "%u",
                  language);
}

Test(tokenizer, a_language_without_a_stemmer_is_stemmed_as_english)
{
    static const char *const tags[] = {"",          "en",  "EN-us", "ja",  "zh-Hant",
                                       "x-private", "jpn", "d",     "germ"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        cr_expect_eq(stem_language(tags[i], strlen(tags[i])), STEM_ENGLISH, "%s", tags[i]);
    cr_expect_neq(stem_language("DE", 2), STEM_ENGLISH);
    cr_expect_eq(stem_language("ger-AT", 6), stem_language("de", 2));
    cr_expect_eq(stem_language("FRA", 3), stem_language("fr", 2));
    cr_expect_eq(stem_language("nob", 3), stem_language("no", 2));
    cr_expect_eq(stem_language("nb", 2), stem_language("nn-NO", 5));
}

static bool stop_at_once(void *context, const struct tokenizer_word *word)
{
    (void)word;
    ++*(size_t *)context;
    return false;
}

Test(tokenizer, a_visitor_can_stop_within_a_run)
{
    static const char *const texts[] = {"東アジア", "a b", "é è", "negociación"};
    tokenizer.language = stem_language("es", 2);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t j = 0; j < 2; j++) {
            size_t count = 0;
            cr_assert(tokenizer_read(&tokenizer, texts[i], strlen(texts[i]), stop_at_once, &count));
            cr_expect_eq(count, 1, "%s", texts[i]);
        }
}
