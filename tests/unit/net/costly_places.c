/* The places for costly requests. tests/http/costly.c lets real requests wait for one. */
#include "net/costly_places.h"

#include <criterion/criterion.h>

/* Counts the places: no more request waits after costly_places_stop, so one beyond is refused. */
static size_t count_places(long threads)
{
    struct costly_places places;
    struct costly_place of[64] = {{.held = false}};
    size_t count = 0;
    costly_places_init(&places, threads);
    costly_places_stop(&places);
    while (costly_places_enter(&places, &of[count], NULL) == COSTLY_ENTERED)
        count++;
    cr_expect_not(of[count].held);
    for (size_t i = 0; i < count; i++) {
        costly_places_leave(&places, &of[i]);
        cr_expect_eq(costly_places_enter(&places, &of[i], NULL), COSTLY_ENTERED);
    }
    cr_expect_eq(costly_places_enter(&places, &of[count], NULL), COSTLY_REFUSED);
    costly_places_finish(&places);
    return count;
}

Test(costly_places, are_half_as_many_as_threads_and_at_least_one)
{
    cr_expect_eq(count_places(1), 1);
    cr_expect_eq(count_places(2), 1);
    cr_expect_eq(count_places(3), 1);
    cr_expect_eq(count_places(4), 2);
    cr_expect_eq(count_places(64), 32);
}

Test(costly_places, a_place_that_is_not_held_cannot_be_left)
{
    struct costly_places places;
    struct costly_place first = {.held = false}, second = {.held = false};
    costly_places_init(&places, 2);
    costly_places_leave(&places, &second);
    costly_places_stop(&places);
    cr_expect_eq(costly_places_enter(&places, &first, NULL), COSTLY_ENTERED);
    cr_expect_eq(costly_places_enter(&places, &second, NULL), COSTLY_REFUSED);
    costly_places_finish(&places);
}
