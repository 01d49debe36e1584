/* The order of costly requests. tests/http/costly.c lets real requests wait. */
#include "net/costly_queue.h"
#include "net/costly_threads.h"

#include <criterion/criterion.h>

enum {
    REQUESTS = 2 * COSTLY_WAITING_MAX,
    FIRST = 1, /* clients */
    SECOND = 2,
    THIRD = 3
};

static struct costly_queue queue;
static struct costly_request requests[REQUESTS];
static size_t suspended, resumed;

static void suspend(struct MHD_Connection *connection)
{
    (void)connection;
    suspended++;
}

static void resume(struct MHD_Connection *connection)
{
    (void)connection;
    resumed++;
}

static void set_up(void)
{
    costly_queue_init(&queue, 1, suspend, resume);
}

static void tear_down(void)
{
    costly_queue_finish(&queue);
}

TestSuite(costly_queue, .init = set_up, .fini = tear_down);

static bool add(size_t at, uintptr_t client)
{
    requests[at] = (struct costly_request){.client = client};
    return costly_queue_add(&queue, &requests[at]);
}

/* Returns the position in `requests` of the one that is taken. */
static size_t take(void)
{
    return (size_t)(costly_queue_take(&queue) - requests);
}

static void fill(uintptr_t client)
{
    for (size_t i = 0; i < COSTLY_WAITING_MAX; i++)
        cr_assert(add(i, client));
}

Test(costly_queue, clients_take_turns_however_many_requests_each_one_has)
{
    for (size_t i = 0; i < 4; i++)
        cr_expect(add(i, FIRST));
    cr_expect(add(4, SECOND) && add(5, SECOND) && add(6, THIRD));
    const size_t order[] = {0, 4, 6, 1, 5, 2, 3};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        cr_expect_eq(take(), order[i], "%zu", i);
    cr_expect_eq(suspended, 7);
}

Test(costly_queue, a_client_that_comes_later_is_next)
{
    fill(FIRST);
    for (size_t i = 0; i < 20; i++)
        cr_expect_eq(take(), i);
    cr_expect(add(COSTLY_WAITING_MAX, SECOND));
    cr_expect_eq(take(), COSTLY_WAITING_MAX);
    cr_expect_eq(take(), 20);
}

Test(costly_queue, a_request_beyond_the_most_is_refused)
{
    fill(FIRST);
    cr_expect_eq(counter_read(&queue.waiting), COSTLY_WAITING_MAX);
    cr_expect_not(add(COSTLY_WAITING_MAX, FIRST));
    cr_expect_eq(counter_read(&queue.refused), 1);
    cr_expect_eq(counter_read(&queue.waiting), COSTLY_WAITING_MAX);
    cr_expect_eq(suspended, COSTLY_WAITING_MAX);
    take();
    cr_expect(add(COSTLY_WAITING_MAX, FIRST));
}

Test(costly_queue, the_client_with_most_requests_loses_its_last_one_to_another)
{
    fill(FIRST);
    cr_expect(add(COSTLY_WAITING_MAX, SECOND));
    cr_expect_eq(resumed, 1);
    cr_expect_eq(counter_read(&queue.refused), 1);
    cr_expect_eq(take(), 0);
    cr_expect_eq(take(), COSTLY_WAITING_MAX);
    for (size_t i = 1; i < COSTLY_WAITING_MAX - 1; i++)
        cr_expect_eq(take(), i);
    cr_expect_eq(counter_read(&queue.waiting), 0);
}

Test(costly_queue, a_client_with_eight_waiting_requests_presses_and_no_other)
{
    for (size_t i = 0; i < COSTLY_PRESSING; i++) {
        cr_expect_not(costly_queue_presses(&queue, FIRST, 0));
        cr_expect(add(i, FIRST));
    }
    cr_expect(costly_queue_presses(&queue, FIRST, 0));
    cr_expect_not(costly_queue_presses(&queue, SECOND, 0));
    cr_expect(add(COSTLY_PRESSING, FIRST));
    cr_expect(costly_queue_presses(&queue, FIRST, 0));
    take();
    take();
    cr_expect_not(costly_queue_presses(&queue, FIRST, 0));
}

Test(costly_queue, a_client_that_has_used_its_trials_presses_until_the_next_window)
{
    const int64_t now = 7 * COSTLY_WINDOW;
    costly_queue_count_trial(&queue, FIRST, now, COSTLY_TRIALS / 2);
    cr_expect_not(costly_queue_presses(&queue, FIRST, now + 1));
    costly_queue_count_trial(&queue, FIRST, now + 1, COSTLY_TRIALS / 2);
    cr_expect(costly_queue_presses(&queue, FIRST, now + COSTLY_WINDOW - 1));
    cr_expect_not(costly_queue_presses(&queue, SECOND, now + 1));
    cr_expect_not(costly_queue_presses(&queue, FIRST, now + COSTLY_WINDOW));
}

Test(costly_queue, refuses_all_requests_when_it_is_stopped)
{
    cr_expect(add(0, FIRST) && add(1, SECOND));
    costly_queue_stop(&queue);
    cr_expect_eq(resumed, 2);
    cr_expect_null(requests[0].answer);
    cr_expect_null(costly_queue_take(&queue));
    cr_expect_not(add(2, THIRD));
}

Test(costly_queue, has_a_thread_for_every_two_that_send_answers_and_at_least_one)
{
    cr_expect_eq(costly_threads_count(1), 1);
    cr_expect_eq(costly_threads_count(2), 1);
    cr_expect_eq(costly_threads_count(3), 1);
    cr_expect_eq(costly_threads_count(4), 2);
    cr_expect_eq(costly_threads_count(OPTIONS_THREADS_MAX), COSTLY_THREADS_MAX);
}
