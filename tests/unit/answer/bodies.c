#include "answer/bodies.h"

#include <criterion/criterion.h>
#include <string.h>

enum {
    LIMIT = 1024 * 1024,
    LARGE_LIMIT = LIMIT / 8 * 7 /* for bodies that do not fit in a send buffer */
};

static struct bodies bodies;

static void start(void)
{
    bodies_init(&bodies, LIMIT);
}

TestSuite(bodies, .init = start);

/* Returns a body of `length` bytes, which depend on `first`; NULL if it is refused. */
static struct body *take(size_t length, char first)
{
    struct buffer content;
    buffer_init(&content, 4 * LIMIT);
    for (size_t i = 0; i < length; i++)
        buffer_append_byte(&content, i ? 'x' : first);
    struct body *body = bodies_take(&bodies, &content);
    cr_expect_eq(content.length, body ? 0 : length);
    buffer_finish(&content);
    return body;
}

static size_t unsent(void)
{
    return bodies_read_figures(&bodies).unsent;
}

Test(bodies, equal_bodies_are_kept_once)
{
    struct body *first = take(100000, 'a'), *equal = take(100000, 'a'), *other = take(100000, 'b');
    cr_assert(first && equal && other);
    cr_expect_eq(first, equal);
    cr_expect_neq(first, other);
    cr_expect_eq(unsent(), 200000);
    cr_expect_eq(bodies_read_figures(&bodies).shared, 1);
    body_release(first);
    cr_expect_eq(memcmp(equal->bytes, "axxx", 4), 0, "a body is freed before its last reference");
    body_release(equal);
    body_release(other);
    cr_expect_eq(unsent(), 0);
}

Test(bodies, together_never_exceed_the_limit)
{
    struct body *held[64] = {NULL};
    size_t count = 0;
    while (count < 64 && (held[count] = take(100000, (char)('0' + count))))
        count++;
    cr_expect_eq(count, LARGE_LIMIT / 100000);
    struct body *equal = take(100000, '0');
    cr_expect_eq(equal, held[0], "a body that exists needs no room");
    body_release(equal);
    for (size_t i = 0; i < count; i++)
        body_release(held[i]);
    cr_expect_eq(unsent(), 0);
}

Test(bodies, large_ones_leave_room_for_those_that_fit_in_a_send_buffer)
{
    struct body *large = take(LARGE_LIMIT, 'a');
    cr_assert(large);
    cr_expect_null(take(BODIES_MEDIUM + 1, 'b'));
    cr_expect_eq(bodies_room(&bodies), BODIES_MEDIUM);
    struct body *medium = take(BODIES_MEDIUM, 'c'), *rest = take(BODIES_MEDIUM, 'd');
    cr_expect(medium && rest);
    cr_expect_null(take(BODIES_MEDIUM, 'e'), "medium bodies have a limit too");
    cr_expect_eq(bodies_room(&bodies), BODIES_MEDIUM);
    struct body *small = take(BODIES_SMALL, 'f');
    cr_expect(small, "a problem can always be sent");
    body_release(large);
    body_release(medium);
    body_release(rest);
    body_release(small);
}

Test(bodies, room_is_what_a_large_body_may_have)
{
    struct body *large = take(500000, 'a');
    cr_expect_eq(bodies_room(&bodies), LARGE_LIMIT - 500000);
    cr_expect_null(take(LARGE_LIMIT - 500000 + 1, 'b'));
    struct body *fitting = take(LARGE_LIMIT - 500000, 'c');
    cr_expect(fitting);
    body_release(large);
    body_release(fitting);
}

Test(bodies, in_a_cache_count_towards_its_ceiling_instead)
{
    struct body *body = take(100000, 'a');
    body_enter_cache(body);
    body_enter_cache(body);
    cr_expect_eq(unsent(), 0);
    body_leave_cache(body);
    cr_expect_eq(unsent(), 0, "it is still in a cache");
    body_leave_cache(body);
    cr_expect_eq(unsent(), 100000, "it is still being sent");
    body_release(body);
    cr_expect_eq(unsent(), 0);
}

Test(bodies, an_empty_body_is_a_body)
{
    struct body *empty = take(0, '\0');
    cr_assert(empty);
    cr_expect_eq(empty->length, 0);
    body_release(empty);
}

/* A stream that gets shorter gives room back, whatever others hold. */
Test(bodies, a_stream_may_get_shorter_even_above_the_limit)
{
    cr_assert(bodies_change(&bodies, 0, 500000));
    struct body *large = take(LARGE_LIMIT - 500000, 'a');
    struct body *medium = take(BODIES_MEDIUM, 'b');
    cr_assert(large && medium);
    cr_expect_not(bodies_change(&bodies, 500000, 700000));
    cr_expect_not(bodies_change(&bodies, 0, 1 << 20));
    cr_expect(bodies_change(&bodies, 500000, 500000));
    cr_expect(bodies_change(&bodies, 500000, 499999));
    cr_expect(bodies_change(&bodies, 499999, 0));
    cr_expect_eq(unsent(), LARGE_LIMIT - 500000 + BODIES_MEDIUM);
    body_release(large);
    body_release(medium);
    cr_expect_eq(unsent(), 0);
}
