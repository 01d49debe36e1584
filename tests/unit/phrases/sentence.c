#include "phrases/sentence.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes the words of a text, and " / " between its sentences: each word with the mark before it,
 * if there is one, its fold, and "^" for a capital, "^^" for capitals, "#" for a number. */
static void describe(const char *text, char *found, size_t size)
{
    struct sentence sentence;
    size_t length = 0;
    *found = 0;
    for (size_t from = 0; from < strlen(text);) {
        length += (size_t)snprintf(found + length, size - length, "%s", from ? " /" : "");
        from = sentence_read(text_span_of(text), from, &sentence);
        for (size_t i = 0; i < sentence.count; i++) {
            const struct sentence_word *word = &sentence.list[i];
            const char mark[2] = {word->before == ' ' ? 0 : word->before};
            length += (size_t)snprintf(found + length, size - length, "%s%s%s%s%s",
                                       length ? " " : "", mark, word->fold,
                                       word->capitals ? "^^"
                                       : word->upper  ? "^"
                                                      : "",
                                       word->number ? "#" : "");
        }
    }
}

Test(sentence, words_are_compared_without_case_and_accents)
{
    static const struct text_case cases[] = {
        {"Décidé Ä ß Œuvre", "decide^ a^ ss oeuvre^"},
        {"De\xCC\x81ja\xCC\x80", "deja^"},
        {"ĹODŹ ĺ ŉ Ŋ Ŷ ŷ ĸ Ğ Ÿ Ż Ž ž ſ", "lodz^^ l n n^ y^ y k g^ y^ z^ z^ z s"},
        {"AB Ab A A1 ÉÀ É1À", "ab^^ ab^ a^ a1^ ea^^ e1a^"},
        {"5 × 3 ÷ 2", "5# 3# 2#"},
        {"委員会 2ª 3º", "委員会 2ª 3º"},
        {"委員会。市、町", "委員会 市 町"},
        {"あ〿い", "あ い"},
        {"a—b\xEF\xBB\xBF"
         "c☑d\xEF\xB8\x8F"
         "e🟢f",
         "a b c d e f"},
        {"abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvw"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(sentence, marks_within_a_word_belong_to_it)
{
    static const struct text_case cases[] = {
        {"Présent·es citoyen·nes Excusé.e.s", "presentes^ citoyennes excusees^"},
        {"Ende.Dann", "ende^ .dann^"},
        {"Teilnehmer*innen Leser:innen Antrag:Lampe",
         "teilnehmerinnen^ leserinnen^ antrag^ :lampe^"},
        {"ami(e)s membre(abcde) membre(abcdef) ami(e", "amies membreabcde membre (abcdef )ami (e"},
        {"co-chair snake_case at- -all", "co-chair snake_case at -all"},
        {"3.14 1,000 314 3.x 4, 5", "3.14 1,000 314# 3# .x 4# ,5#"},
        {"a.b c", "ab c"},
        {"co‐chair co‑chair co–chair", "cochair cochair co chair"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(sentence, marks_end_sentences_but_not_after_numbers_initials_and_abbreviations)
{
    static const struct text_case cases[] = {
        {"It is. They are", "it^ is / they^ are"},
        {"Is it? Yes! No", "is^ it / yes^ / no^"},
        {"Is it?yes", "is^ it ?yes"},
        {"A. Ruiz met Dr. Park.", "a^ .ruiz^ met dr^ .park^"},
        {"Am 3. Mai, 123. Mai", "am^ 3# .mai^ ,123# .mai^"},
        {"In 2024. Then", "in^ 2024# / then^"},
        {"one\ntwo\n\nthree", "one two / three"},
        {"\"It is.\" Then (yes.) all", "\"it^ is / \"then^ (yes / )all"},
        {". So; it is", " / so^ ;it is"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(sentence, words_have_their_place_and_the_marks_around_them)
{
    struct sentence sentence;
    const char text[] = "Vote: 5, (yes";
    cr_expect_eq(sentence_read(text_span_of(text), 0, &sentence), strlen(text));
    cr_assert_eq(sentence.count, 3);
    cr_expect_eq(sentence.list[0].start, 0);
    cr_expect_eq(sentence.list[0].end, 4);
    cr_expect_eq(sentence.list[0].after, ':');
    cr_expect_eq(sentence.list[2].start, 10);
    cr_expect_eq(sentence.list[2].end, 13);
    cr_expect_eq(sentence.list[2].after, 0);
    cr_expect_eq(sentence.list[2].before, '(');
}

Test(sentence, at_most_64_words_are_read_at_once)
{
    char text[2 * SENTENCE_WORDS_MAX + 3];
    struct sentence sentence;
    for (size_t i = 0; i <= SENTENCE_WORDS_MAX; i++)
        memcpy(text + 2 * i, "a ", 3);
    const struct text_span all = text_span_of(text);
    cr_expect_eq(sentence_read(all, 0, &sentence), 2 * SENTENCE_WORDS_MAX);
    cr_expect_eq(sentence.count, SENTENCE_WORDS_MAX);
    cr_expect_eq(sentence_read(all, 2 * SENTENCE_WORDS_MAX, &sentence), all.length);
    cr_expect_eq(sentence.count, 1);
    cr_expect_eq(sentence_read(text_span_part(all, 0, all.length - 2), 0, &sentence),
                 all.length - 2);
}

Test(sentence, text_that_is_read_whole_is_not_divided)
{
    struct sentence sentence;
    sentence_read_all(text_span_of("It is. Is it? Yes"), &sentence);
    cr_expect_eq(sentence.count, 5);
}

Test(sentence, patterns_match_the_words_at_a_place)
{
    static const char patterns[] = "?the motion|vote carried|pass*;so moved;so;at # # o'clock|h";
    static const struct {
        const char *text;
        size_t at, matched;
    } cases[] = {
        {"The motion carried", 0, 3}, {"The motion carried", 1, 2}, {"vote passing", 0, 2},
        {"motion pass", 0, 2},        {"motion pas", 0, 0},         {"the motion", 0, 0},
        {"motions carried", 0, 0},    {"moti carried", 0, 0},       {"So moved", 0, 2},
        {"So it is", 0, 1},           {"at 5 6 h", 0, 4},           {"at 5 six h", 0, 0},
        {"motion carried", 2, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sentence sentence;
        sentence_read_all(text_span_of(cases[i].text), &sentence);
        cr_expect_eq(sentence_match(&sentence, cases[i].at, patterns), cases[i].matched, "%s",
                     cases[i].text);
    }
}

static void expect_fold(const char *text, size_t size, const char *expected)
{
    char fold[40] = "unchanged";
    const size_t length = text_span_fold(text_span_of(text), fold, size);
    cr_expect_str_eq(fold, expected, "%s gives \"%s\"", text, fold);
    cr_expect_eq(length, size ? strlen(expected) : 0);
}

Test(sentence, fold_of_a_text_has_its_marks_and_single_blanks)
{
    expect_fold(" \n Décidé,\t par \xC2\xA0 tous!", 40, "decide, par tous!");
    expect_fold("a\xE2\x80\xAF:b", 40, "a :b");
    expect_fold("委", 40, "委");
}

Test(sentence, fold_of_a_text_is_cut_before_a_character_that_does_not_fit)
{
    expect_fold("abcd", 5, "abcd");
    expect_fold("abcd", 4, "abc");
    expect_fold("abc d", 4, "abc");
    expect_fold("ab cd", 4, "ab ");
    expect_fold("ab委", 5, "ab");
    expect_fold("ab委", 6, "ab委");
    expect_fold("abcd", 1, "");
    expect_fold("abcd", 0, "unchanged");
}

Test(sentence, hash_of_a_word_is_of_its_fold)
{
    struct sentence sentence;
    sentence_read_all(text_span_of("Décidé decide decided"), &sentence);
    const uint32_t hash = sentence_word_hash(&sentence.list[0]);
    cr_expect_eq(hash, sentence_word_hash(&sentence.list[1]));
    cr_expect_neq(hash, sentence_word_hash(&sentence.list[2]));
}
