#include "base/arena.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

/* Returns the bytes of a block: few if each piece has a block of its own, as under
 * AddressSanitizer. */
static size_t block_bytes(void)
{
    struct arena arena;
    arena_init(&arena, SIZE_MAX);
    cr_assert(arena_take(&arena, sizeof(uint64_t)));
    const size_t bytes = arena.used;
    arena_finish(&arena);
    return bytes;
}

Test(arena, pieces_are_aligned_and_follow_each_other)
{
    static const size_t sizes[] = {1, 8, 9, 16, 7}, places[] = {0, 8, 16, 32, 48};
    struct arena arena;
    arena_init(&arena, SIZE_MAX);
    char *first = NULL;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char *piece = arena_take(&arena, sizes[i]);
        cr_assert(piece);
        cr_expect_eq((uintptr_t)piece % sizeof(uint64_t), 0);
        for (size_t j = 0; j < sizes[i]; j++)
            cr_expect_eq(piece[j], 0);
        memset(piece, 'x', sizes[i]);
        first = first ? first : piece;
        if (block_bytes() > 64)
            cr_expect_eq((size_t)(piece - first), places[i], "%zu", sizes[i]);
    }
    arena_finish(&arena);
    cr_expect_eq(arena.used, 0);
}

Test(arena, texts_fill_a_block_from_its_end)
{
    const size_t bytes = block_bytes();
    struct arena arena;
    arena_init_raw(&arena, SIZE_MAX);
    const char *piece = arena_take(&arena, 8), *text = arena_copy_text(&arena, "harbour", 4);
    cr_assert(piece && text);
    cr_expect_str_eq(text, "harb");
    if (bytes > 64) {
        cr_expect_eq((size_t)(text - piece), bytes - sizeof "harb");
        cr_expect(arena_take(&arena, bytes - 8 - 8));
        cr_expect_str_eq(arena_copy_text(&arena, "ab", 2), "ab");
        cr_expect_eq(arena.used, bytes);
        cr_expect(arena_copy_text(&arena, "", 0));
        cr_expect_eq(arena.used, 2 * bytes);
    }
    arena_finish(&arena);
}

Test(arena, a_large_piece_has_its_own_block_and_the_first_one_is_still_used)
{
    const size_t bytes = block_bytes();
    struct arena arena;
    arena_init(&arena, SIZE_MAX);
    const char *first = arena_take(&arena, 8), *large = arena_take(&arena, bytes + 8),
               *second = arena_take(&arena, 8);
    cr_assert(first && large && second);
    if (bytes > 64) {
        cr_expect_eq(second - first, 8);
        cr_expect_eq(arena.used, 2 * bytes + 8);
    }
    arena_finish(&arena);
}

Test(arena, what_it_absorbs_stays_and_counts)
{
    struct arena arena, other;
    arena_init(&arena, SIZE_MAX);
    arena_init(&other, SIZE_MAX);
    const char *first = arena_take(&arena, 8);
    const char *texts[] = {arena_copy_text(&other, "one", 3), arena_copy_text(&other, "two", 3)};
    cr_assert(first && arena_take(&other, 2 * block_bytes()));
    const size_t used = arena.used + other.used;
    arena_absorb(&arena, &other);
    cr_expect_eq(arena.used, used);
    cr_expect_eq(other.used, 0);
    cr_expect_null(other.blocks);
    arena_finish(&other);
    cr_expect_str_eq(texts[0], "one");
    cr_expect_str_eq(texts[1], "two");
    const char *second = arena_take(&arena, 8);
    if (block_bytes() > 64)
        cr_expect_eq(second - first, 8);
    arena_finish(&arena);
    arena_init(&arena, SIZE_MAX);
    arena_absorb(&arena, &other);
    cr_expect_null(arena.blocks);
}

Test(arena, nothing_is_taken_above_the_ceiling_or_of_a_size_that_overflows)
{
    const size_t bytes = block_bytes();
    struct arena arena;
    arena_init(&arena, bytes - 1);
    cr_expect_null(arena_take(&arena, 8));
    arena_init(&arena, 2 * bytes);
    cr_expect_null(arena_take(&arena, 2 * bytes + 1));
    cr_expect(arena_take(&arena, bytes));
    cr_expect(arena_take(&arena, bytes));
    cr_expect_null(arena_take(&arena, 8));
    cr_expect_null(arena_copy_text(&arena, "", 0));
    cr_expect_eq(arena.used, 2 * bytes);
    arena_finish(&arena);
    arena_init(&arena, SIZE_MAX);
    cr_expect_null(arena_take(&arena, SIZE_MAX / 2 + 1));
    cr_expect_null(arena_take(&arena, SIZE_MAX));
    cr_expect_null(arena_copy_text(&arena, "", SIZE_MAX));
    cr_expect_null(arena_copy_text(&arena, "", SIZE_MAX / 2));
    cr_expect_null(arena_take_array(&arena, SIZE_MAX / 8 + 1, 8));
    cr_expect(arena_take_array(&arena, SIZE_MAX, 0));
    cr_expect(arena_take_array(&arena, 3, 8));
    arena_finish(&arena);
}
