#include "unicode/character.h"

#include "unicode/unicode.h"

#include <criterion/criterion.h>
#include <unistr.h>

/* A digest of the folds and keys of texts: FNV-1a. */
struct digest {
    uint64_t value;
    struct buffer bytes;
};

static void digest_add(struct digest *digest, const uint32_t *characters, size_t count, bool key)
{
    char text[64];
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += (size_t)u8_uctomb((uint8_t *)text + length, characters[i], 4);
    buffer_clear(&digest->bytes);
    cr_assert(text_fold(text, length, &digest->bytes));
    cr_assert(!key || collation_key_append(text, length, &digest->bytes));
    for (size_t i = 0; i < digest->bytes.length; i++)
        digest->value = (digest->value ^ (unsigned char)digest->bytes.bytes[i]) * 0x100000001b3;
}

/* Adds a character, and what shows its properties: its decomposition, its place among other marks,
 * and whether it is a symbol, which a stroke changes. */
static void digest_add_character(struct digest *digest, uint32_t character)
{
    uint32_t parts[CHARACTER_PARTS_MAX];
    const int count = character_decompose(character, parts);
    digest_add(digest, &character, 1, true);
    digest_add(digest, (uint32_t[]){character, 0x338}, 2, false);
    if (count > 0)
        digest_add(digest, parts, (size_t)count, true);
    if (character_combining_class(character))
        digest_add(digest, (uint32_t[]){'a', 0xe48, 0x94d, character, 0x93c}, 5, true);
}

/* If this fails with another release of libunistring, new_characters.py makes the table of the
 * characters that the releases do not treat alike. Otherwise two servers would not agree. */
Test(character, folds_and_keys_of_all_characters_are_equal_on_all_platforms)
{
    struct digest digest = {.value = 0xcbf29ce484222325};
    buffer_init(&digest.bytes, SIZE_MAX);
    for (uint32_t character = 0; character < 0x110000; character++)
        if (character < 0xd800 || character >= 0xe000)
            digest_add_character(&digest, character);
    buffer_finish(&digest.bytes);
    cr_expect_eq(digest.value, 0x24cb66180a2b63da, "%#llx", (unsigned long long)digest.value);
}

Test(character, new_pairs_compose_and_are_equal_to_their_parts)
{
    static const struct {
        uint32_t whole, first, second;
    } pairs[] = {{0x16d68, 0x16d67, 0x16d67},
                 {0x11383, 0x11382, 0x113c9},
                 {0x16121, 0x1611e, 0x1611e},
                 {0xac00, 0x1100, 0x1161}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        uint32_t parts[CHARACTER_PARTS_MAX];
        cr_expect_eq(character_decompose(pairs[i].whole, parts), 2);
        cr_expect_eq(parts[0], pairs[i].first);
        cr_expect_eq(parts[1], pairs[i].second);
        cr_expect_eq(character_compose(pairs[i].first, pairs[i].second), pairs[i].whole);
    }
}
