#include "unicode/collation.h"

#include "failing_memory.h"
#include "unicode/fold.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum {
    TEXTS_MAX = 40
};

/* Each list is in order. */
static const char *const lists[][TEXTS_MAX] = {
    /* accents and case come last; letters with strokes are among the letters without */
    {"", "adrian de Boer", "Carl Dahl", "Émile Zola", "Éva Ångström", "Özgür Çelik", "Zoë Adams"},
    {"e", "E", "é", "É", "è", "ẹ", "ea", "éb", "ec"},
    {"co-op", "coop", "co\u00adop", "Coop", "coöp", "coops"},
    {"da", "đa", "Đa", "db", "la", "ła", "lb", "oz", "öz", "øz", "pa"},
    {"ae", "æ", "Æ", "af", "ss", "ß", "ẞ", "st"},
    /* spaces, punctuation, symbols, numbers, letters, and the scripts after each other */
    {"a b", "a-b", "a.b", "a$b", "a1b", "ab", "αβ", "бв", "אב", "اب", "कख", "กข", "가나", "かき",
     "山川", "\U00020000", "\u0378", "\U0010ffff"},
    /* numbers by value */
    {"0", "1", "2", "9", "10", "11", "99", "100", "a"},
    {"Item", "Item 01", "Item 1", "Item 1 a", "Item 1a", "Item 02", "Item 2", "Item 10",
     "Item 10.2", "Item 10.10", "Item a"},
    {"1-2", "1-10", "2-1", "10-1"},
    {"1", "1\u00bd", "1\u00be", "2", "11", "11\u00bd", "12"},
    {"18446744073709551615", "18446744073709551616", "99999999999999999999",
     "100000000000000000000"},
    {"٢", "१०", "11", "๑๒", "１３", "𝟏𝟒"},
    /* Hangul, whole or in parts; Han in the order of Unicode's blocks */
    {"가", "각", "\u1100\u1161\u11a9", "간", "나", "하", "한", "한국"},
    {"一", "丁", "中", "國", "山田", "東京", "龠", "㐀", "䶵", "\U00020000", "\U0002a6d6"},
    /* vowels that are written before their consonant come after it */
    {"กก", "กา", "เก", "แก", "ขก", "ขา", "เข", "คา"},
    {"ກາ", "ເກ", "ແກ", "ຂາ", "ເຂ"},
    /* letters of their own, also if they are written with a mark */
    {"ие", "ия", "йа", "йод", "ка"},
    {"е", "ё", "ж", "і", "ї", "ј"},
    {"क", "क\u093c", "का", "ख"},
};

static struct buffer key_of(const char *text, size_t length)
{
    struct buffer key;
    buffer_init(&key, SIZE_MAX);
    cr_assert(collation_key_append(text, length, &key));
    return key;
}

static int compare_keys(const struct buffer *left, const struct buffer *right)
{
    const size_t length = left->length < right->length ? left->length : right->length;
    const int order = memcmp(left->bytes, right->bytes, length);
    return order ? order : (left->length > right->length) - (left->length < right->length);
}

static int compare(const char *left, const char *right)
{
    struct buffer a = key_of(left, strlen(left)), b = key_of(right, strlen(right));
    const int order = compare_keys(&a, &b);
    buffer_finish(&a);
    buffer_finish(&b);
    return order;
}

Test(collation, each_text_of_a_list_comes_before_all_later_ones)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t a = 0; lists[i][a]; a++)
            for (size_t b = a + 1; lists[i][b]; b++) {
                cr_expect_lt(compare(lists[i][a], lists[i][b]), 0, "\"%s\" is before \"%s\"",
                             lists[i][a], lists[i][b]);
                cr_expect_gt(compare(lists[i][b], lists[i][a]), 0);
            }
}

Test(collation, different_texts_have_different_keys_and_equal_texts_the_same)
{
    cr_expect_eq(compare("Özgür", "Özgür"), 0);
    cr_expect_neq(compare("Özgür", "O\u0308zgu\u0308r"), 0);
    cr_expect_neq(compare("fin", "\ufb01n"), 0);
    cr_expect_neq(compare("7", "07"), 0);
    cr_expect_neq(compare("", "\u00ad"), 0);
}

Test(collation, numbers_of_many_digits_compare_by_value)
{
    static const size_t counts[] = {1, 2, 253, 254, 255, 256, 257, 70000};
    char *digits = malloc(70000 + 1), *more = malloc(70000 + 2);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        memset(digits, '9', counts[i]);
        digits[counts[i]] = '\0';
        memset(more, '0', counts[i] + 1);
        more[0] = '1';
        more[counts[i] + 1] = '\0';
        cr_expect_lt(compare(digits, more), 0, "%zu digits", counts[i]);
        digits[counts[i] - 1] = '8';
        memset(more, '9', counts[i]);
        more[counts[i]] = '\0';
        cr_expect_lt(compare(digits, more), 0, "%zu digits", counts[i]);
    }
    free(digits);
    free(more);
}

/* Reports whether the key of `text` begins with that of the fold of `other`. */
static bool shares_fold_key(const char *text, const char *other)
{
    struct buffer key = key_of(text, strlen(text)), fold;
    buffer_init(&fold, SIZE_MAX);
    cr_assert(collation_key_append_fold(other, strlen(other), &fold));
    const bool shared =
        key.length >= fold.length && memcmp(key.bytes, fold.bytes, fold.length) == 0;
    buffer_finish(&key);
    buffer_finish(&fold);
    return shared;
}

Test(collation, texts_with_the_same_fold_share_the_beginning_of_their_keys)
{
    cr_expect(shares_fold_key("ÖZGÜR Çelik", "ozgur celik"));
    cr_expect(shares_fold_key("ozgur celik", "Özgür Çelik"));
    cr_expect(shares_fold_key("", ""));
    cr_expect_not(shares_fold_key("ozgur celik 2", "ozgur celik"));
    cr_expect_not(shares_fold_key("ozgur", "ozgur celik"));
    cr_expect_not(shares_fold_key("Item 02", "item 2"));
    cr_expect_not(shares_fold_key("a", ""));
}

Test(collation, bytes_that_are_not_characters_have_keys_too)
{
    static const char *const texts[] = {"\xff", "a\xc3", "\xe4\xb8", "\xed\xa0\x80"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buffer key = key_of(texts[i], strlen(texts[i]));
        cr_expect_gt(key.length, 0);
        buffer_finish(&key);
    }
}

/* Repeats a text until there are 300,000 bytes, and makes their key. */
static void make_key_of_repeated(const char *text)
{
    enum {
        LENGTH = 300000
    };
    char *long_text = malloc(LENGTH + 16);
    size_t length = 0;
    while (length < LENGTH) {
        memcpy(long_text + length, text, strlen(text));
        length += strlen(text);
    }
    struct buffer key = key_of(long_text, length);
    cr_expect_gt(key.length, 0);
    buffer_finish(&key);
    free(long_text);
}

Test(collation, long_texts_of_marks_and_contractions_take_linear_time)
{
    make_key_of_repeated("\u0438\u0323\u0306");
    make_key_of_repeated("\u0f71");
    make_key_of_repeated("\u0fb2\u0f71\u0f80");
    make_key_of_repeated("\u0301");
    make_key_of_repeated("l\u00b7");
}

Test(collation, mark_that_does_not_follow_directly_makes_another_letter)
{
    cr_expect_gt(compare("\u0438\u0323\u0306", "\u0438\u0323\u0301"), 0);
    cr_expect_gt(compare("\u0438\u0323\u0306", "\u0438\u044f"), 0);
}

Test(collation, ceiling_fails_the_key)
{
    struct buffer key;
    for (size_t ceiling = 1; ceiling < 12; ceiling++) {
        buffer_init(&key, ceiling);
        cr_expect_not(collation_key_append("É 0012345", strlen("É 0012345"), &key));
        cr_expect_not(collation_key_append("abcdef", 6, &key));
        buffer_finish(&key);
    }
}

Test(collation, key_is_made_whole_or_not_at_all)
{
    static const char text[] = "\u0438\u0323\u0306 \u0e40\u0e01 \u00e9 12";
    struct buffer whole = key_of(text, strlen(text));
    bool failed = true;
    for (size_t i = 0; failed; i++) {
        struct buffer key;
        buffer_init(&key, SIZE_MAX);
        failing_memory_begin(i);
        const bool made = collation_key_append(text, strlen(text), &key);
        failed = failing_memory_end();
        cr_expect_eq(made, !failed, "%zu", i);
        cr_expect(!made || compare_keys(&key, &whole) == 0);
        buffer_finish(&key);
    }
    buffer_finish(&whole);
}

Test(collation, version_of_unicode_is_known)
{
    cr_expect_str_eq(collation_unicode_version(), "13.0.0");
}
