/* What the thread of the connections does at each look. The tests give the time. */
#include "connections/connections.h"

#include <criterion/criterion.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    BEGAN = 1000000 /* milliseconds */
};

static struct connections connections;
static struct connection connection;
static counter refused, oldest;
static int client;

static void start(void)
{
    int ends[2];
    cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    client = ends[1];
    connections_init(&connections);
    connections.refused = &refused;
    connections.oldest = &oldest;
    connection = (struct connection){.socket = ends[0]};
}

static void stop(void)
{
    connections_finish(&connections);
    close(connection.socket);
    close(client);
}

TestSuite(connections, .init = start, .fini = stop);

static void look(int64_t after)
{
    pthread_mutex_lock(&connections.lock);
    connections_look(&connections, BEGAN + after);
    pthread_mutex_unlock(&connections.lock);
}

static void expect_pressed(int64_t after, bool pressed)
{
    look(after);
    cr_expect_eq(connections.pressed, pressed, "after %d ms", (int)after);
}

Test(connections, are_pressed_for_ten_seconds_from_each_answer_without_memory)
{
    expect_pressed(0, false);
    counter_add(&refused, 1);
    expect_pressed(5, true);
    expect_pressed(5 + CONNECTIONS_PRESSED_MILLISECONDS - 1, true);
    expect_pressed(5 + CONNECTIONS_PRESSED_MILLISECONDS, false);
    counter_add(&refused, 2);
    expect_pressed(20000, true);
    counter_add(&refused, 1);
    expect_pressed(29999, true);
    expect_pressed(29999 + CONNECTIONS_PRESSED_MILLISECONDS - 1, true);
    expect_pressed(29999 + CONNECTIONS_PRESSED_MILLISECONDS, false);
}

Test(connections, are_never_pressed_if_answers_are_not_counted)
{
    connections.refused = NULL;
    expect_pressed(0, false);
    expect_pressed(1, false);
}

/* Reports whether the connection is closed because its answer reads a snapshot that has expired. */
static bool is_of_old_record(void)
{
    look(0);
    cr_expect_eq(counter_read(&connections.ended[CONNECTION_OLD_RECORD]), connection.closing);
    return connection.closing;
}

static void begin_stream(uint64_t snapshot)
{
    atomic_store(&connection.under_way, true);
    atomic_store(&connection.began, BEGAN * INT64_C(1000000));
    connections_note_stream(&connection, snapshot);
}

Test(connections, one_whose_answer_reads_an_expired_snapshot_is_closed)
{
    connections_open(&connections, &connection, NULL);
    begin_stream(7);
    cr_expect_not(is_of_old_record(), "no snapshot has expired");
    counter_add(&oldest, 7);
    cr_expect_not(is_of_old_record(), "it reads the oldest that may be read");
    counter_add(&oldest, 1);
    cr_expect(is_of_old_record());
    connections_close(&connections, &connection);
}

Test(connections, one_whose_stream_has_ended_is_kept_whatever_it_read)
{
    connections_open(&connections, &connection, NULL);
    begin_stream(7);
    counter_add(&oldest, 9);
    atomic_store(&connection.began, BEGAN * INT64_C(1000000) + 1);
    cr_expect_not(is_of_old_record(), "a later request is answered");
    begin_stream(7);
    atomic_store(&connection.under_way, false);
    cr_expect_not(is_of_old_record(), "no request is answered");
    connections_close(&connections, &connection);
}

static void expect_returned(int64_t after, uint64_t closed)
{
    look(after);
    cr_expect_eq(connections.closed_at_return, closed, "after %d ms", (int)after);
}

Test(connections, memory_is_returned_two_seconds_after_enough_have_closed)
{
    const int64_t delay = CONNECTIONS_RETURN_DELAY_MILLISECONDS;
    counter_add(&connections.closed, CONNECTIONS_CLOSED_PER_RETURN - 1);
    expect_returned(0, 0);
    cr_expect_eq(connections.return_due, 0);
    counter_add(&connections.closed, 1);
    expect_returned(1, 0);
    counter_add(&connections.closed, 5);
    expect_returned(delay, 0);
    expect_returned(1 + delay, CONNECTIONS_CLOSED_PER_RETURN + 5);
    cr_expect_eq(connections.return_due, 0);
    counter_add(&connections.closed, CONNECTIONS_CLOSED_PER_RETURN);
    expect_returned(10000, CONNECTIONS_CLOSED_PER_RETURN + 5);
    expect_returned(10000 + delay - 1, CONNECTIONS_CLOSED_PER_RETURN + 5);
    expect_returned(10000 + delay, 2 * CONNECTIONS_CLOSED_PER_RETURN + 5);
}

Test(connections, answers_are_awaited_while_a_request_is_answered)
{
    cr_expect_not(connections_await_answers(&connections));
    connections_open(&connections, &connection, NULL);
    connection.opened -= CONNECTIONS_RECENT_MILLISECONDS;
    cr_expect_not(connections_await_answers(&connections));
    cr_expect_eq(connections_under_way(&connections), 0);
    atomic_store(&connection.under_way, true);
    cr_expect(connections_await_answers(&connections));
    cr_expect_eq(connections_under_way(&connections), 1);
    connections_close(&connections, &connection);
    cr_expect_not(connections_await_answers(&connections));
}

Test(connections, answers_are_awaited_while_a_connection_is_new_or_its_last_request_recent)
{
    connections_open(&connections, &connection, NULL);
    cr_expect(connections_await_answers(&connections));
    connection.closing = true;
    cr_expect_not(connections_await_answers(&connections));
    connection.closing = false;
    connection.opened -= CONNECTIONS_RECENT_MILLISECONDS;
    cr_expect_not(connections_await_answers(&connections));
    atomic_store(&connection.began, (connection.opened + 100) * 1000000);
    cr_expect(connections_await_answers(&connections));
    atomic_store(&connection.began, connection.opened * 1000000);
    cr_expect_not(connections_await_answers(&connections));
    connections_close(&connections, &connection);
}

Test(connections, the_open_and_the_closed_ones_are_counted)
{
    connections_open(&connections, &connection, NULL);
    cr_expect_eq(connections.open, 1);
    cr_expect_eq(counter_read(&connections.opened), 1);
    cr_expect_eq(counter_read(&connections.closed), 0);
    connections_close(&connections, &connection);
    cr_expect_eq(connections.open, 0);
    cr_expect_eq(counter_read(&connections.closed), 1);
    cr_expect_null(connections.first);
}
