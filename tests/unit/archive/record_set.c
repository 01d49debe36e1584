/* Compares sets of records with arrays of truth values. */
#include "archive/record_set.h"

#include <criterion/criterion.h>
#include <string.h>

enum {
    SIZE_MAX_TRIED = 200
};

static const size_t sizes[] = {0, 1, 63, 64, 65, 127, 128, 129, 200};

static bool is_third(size_t i)
{
    return i % 3 == 0;
}

static bool is_late(size_t i)
{
    return i >= 60 && i != 64;
}

static struct record_set make_set(size_t size, bool (*has)(size_t))
{
    struct record_set set;
    cr_assert(record_set_init(&set, size));
    for (size_t i = 0; i < size; i++)
        if (has(i))
            record_set_add(&set, (uint32_t)i);
    return set;
}

/* Checks the members, their number, and each part of their list. */
static void check_set(const struct record_set *set, const bool *has)
{
    uint32_t expected[SIZE_MAX_TRIED], listed[SIZE_MAX_TRIED + 1];
    size_t count = 0;
    for (size_t i = 0; i < set->size; i++) {
        cr_assert_eq(record_set_has(set, (uint32_t)i), has[i], "%zu of %zu", i, set->size);
        if (has[i])
            expected[count++] = (uint32_t)i;
    }
    cr_assert_eq(record_set_count(set), count, "%zu", set->size);
    for (size_t skip = 0; skip <= count + 1; skip++)
        for (size_t max = 0; max <= 70; max += 7) {
            const size_t left = skip < count ? count - skip : 0, wanted = left < max ? left : max;
            memset(listed, 0xff, sizeof listed);
            cr_assert_eq(record_set_list(set, skip, listed, max), wanted);
            cr_assert_eq(memcmp(listed, expected + (left ? skip : 0), wanted * sizeof *listed), 0);
            cr_assert_eq(listed[wanted], UINT32_MAX);
        }
}

Test(record_set, has_unites_intersects_complements_and_lists_its_members)
{
    for (size_t n = 0; n < sizeof sizes / sizeof *sizes; n++) {
        const size_t size = sizes[n];
        bool either[SIZE_MAX_TRIED], both[SIZE_MAX_TRIED], no_third[SIZE_MAX_TRIED];
        struct record_set thirds = make_set(size, is_third), late = make_set(size, is_late);
        struct record_set united = make_set(size, is_third);
        for (size_t i = 0; i < size; i++) {
            either[i] = is_third(i) || is_late(i);
            both[i] = is_third(i) && is_late(i);
            no_third[i] = !is_third(i);
        }
        cr_expect(record_set_equal(&thirds, &united));
        record_set_unite(&united, &late);
        check_set(&united, either);
        cr_expect_eq(record_set_equal(&thirds, &united), size < 62, "%zu", size);
        record_set_intersect(&late, &thirds);
        check_set(&late, both);
        record_set_complement(&thirds);
        check_set(&thirds, no_third);
        record_set_finish(&thirds);
        record_set_finish(&late);
        record_set_finish(&united);
    }
}
