#include "base/array.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>

Test(array, grows_to_the_needed_capacity_and_keeps_its_elements)
{
    size_t capacity = 0;
    int *at = NULL;
    for (int i = 0; i < 1000; i++) {
        at = array_reserve(at, &capacity, (size_t)i + 1, sizeof *at);
        cr_assert_not_null(at);
        cr_assert_gt(capacity, (size_t)i);
        at[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        cr_assert_eq(at[i], i);
    cr_assert_eq(capacity, 1024,
                 "the capacity doubles, so that 1000 appends move the array few times");
    free(at);
}

Test(array, refuses_a_size_that_overflows_and_stays_unchanged)
{
    size_t capacity = 0;
    long *at = array_reserve(NULL, &capacity, 1, sizeof *at);
    const size_t before = capacity;
    cr_assert_null(array_reserve(at, &capacity, SIZE_MAX / sizeof *at + 1, sizeof *at));
    cr_assert_null(array_reserve(at, &capacity, SIZE_MAX, sizeof *at));
    cr_assert_eq(capacity, before);
    free(at);
}
