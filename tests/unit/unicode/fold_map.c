/* The fold with a map back to the text is the fold, part by part. */
#include "unicode/fold_map.h"
#include "tries.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Characters that are dropped, that combine, that become several, or that are not valid. */
static const char *const pieces[] = {
    "a",      "Z",      " ",        "=",      "é",      "\u0301", "\u0338", "\u0306", "И",
    "№",      "㈱",     "½",        "ŀ",      "\ufdfa", "\u00ad", "\u200d", "\u0640", "ß",
    "\u0e19", "\u0e33", "\u0e4d",   "\u0e32", "\u0958", "\u0915", "\u093c", "\u1112", "\u1161",
    "\u11ab", "\u3131", "\u314f",   "\uffa1", "\uffc2", "\uff76", "\uff9e", "\u304b", "\u3099",
    "가",     "中",     "\ufa19",   "\ufe00", "\u0e40", "\u0e41", "\u0ec0", "\u0e48", "\u09c7",
    "\u09be", "\xff",   "\xe2\x80", "\n",     "\u3000", "\u00a8"};

static void check_map(const char *text, size_t length)
{
    struct fold_map map;
    struct buffer whole, part;
    size_t begin = 0, folded = 0;
    fold_map_init(&map);
    buffer_init(&whole, SIZE_MAX);
    buffer_init(&part, SIZE_MAX);
    cr_assert(text_fold_keeping_spaces(text, length, &whole));
    cr_assert(fold_map_append(&map, text, 0, length));
    cr_assert_eq(map.folded.length, whole.length, "%s", text);
    cr_assert(!whole.length || memcmp(map.folded.bytes, whole.bytes, whole.length) == 0, "%s",
              text);
    for (size_t i = 0; i < map.count; i++) {
        buffer_clear(&part);
        cr_assert_gt(map.parts[i].text_end, begin);
        cr_assert(text_fold_keeping_spaces(text + begin, map.parts[i].text_end - begin, &part));
        cr_assert_eq(map.parts[i].folded_end - folded, part.length);
        cr_assert(!part.length || memcmp(whole.bytes + folded, part.bytes, part.length) == 0);
        begin = map.parts[i].text_end;
        folded = map.parts[i].folded_end;
    }
    cr_assert_eq(begin, length);
    cr_assert_eq(folded, whole.length);
    buffer_finish(&part);
    buffer_finish(&whole);
    fold_map_finish(&map);
}

Test(fold_map, the_folds_of_the_parts_are_the_fold_of_the_text)
{
    char text[200];
    srand((unsigned)seed());
    for (size_t i = 0; i < tries(20000); i++) {
        *text = '\0';
        for (int j = rand() % 16; j > 0; j--)
            strcat(text, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
        check_map(text, strlen(text));
    }
}

Test(fold_map, a_part_is_a_character_with_all_that_combines_with_it)
{
    struct fold_map map;
    fold_map_init(&map);
    cr_assert(fold_map_append(&map, "xe\u0301\u00ad№ ", 1, 9));
    cr_assert_eq(map.count, 2);
    cr_expect_eq(map.parts[0].text_end, 6);
    cr_expect_eq(map.parts[1].text_end, 9);
    fold_map_finish(&map);
}

/* Two of it look like another vowel. */
Test(fold_map, a_vowel_before_its_consonant_is_not_a_part_of_the_letter_before)
{
    static const char text[] = "\u0e07\u0e40\u0e1b\u0e40\u0e40";
    struct fold_map map;
    fold_map_init(&map);
    cr_assert(fold_map_append(&map, text, 0, strlen(text)));
    cr_assert_eq(map.count, 4);
    cr_expect_eq(map.parts[0].text_end, 3);
    cr_expect_eq(map.parts[1].text_end, 6);
    cr_expect_eq(map.parts[3].text_end, 15);
    fold_map_finish(&map);
}
