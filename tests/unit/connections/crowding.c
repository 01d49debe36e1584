/* The connections that make room for new ones. */
#include "connections/crowding.h"

#include "base/monotonic_clock.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    CONNECTIONS = 64,
    RESERVE = CONNECTIONS / 4,
    FULL = CONNECTIONS - RESERVE, /* a further connection needs room */
    CLOSED_AT_ONCE = RESERVE / 4,
    FEW = 3, /* connections of an address; a sixteenth is 4 */
    SECOND = 1000 * 1000 * 1000
};

static struct connections connections;
static struct connection one[FULL + 1 + CLOSED_AT_ONCE];
static size_t opened;

static void start(void)
{
    connections_init(&connections);
    connections.limits.connections = CONNECTIONS;
}

static void stop(void)
{
    for (size_t i = 0; i < opened; i++) {
        connections_close(&connections, &one[i]);
        close(one[i].socket);
    }
    connections_finish(&connections);
}

TestSuite(crowding, .init = start, .fini = stop);

/* Opens connections of 127.0.0.`last`, whose last requests began `age` nanoseconds ago. */
static void open_connections(size_t count, int last, bool under_way, int64_t age)
{
    const struct sockaddr_in peer = {.sin_family = AF_INET,
                                     .sin_addr.s_addr = htonl(0x7f000000u + (unsigned)last)};
    for (; count > 0; count--, opened++) {
        cr_assert_lt(opened, sizeof one / sizeof *one);
        struct connection *connection = &one[opened];
        connection->socket = socket(AF_INET, SOCK_STREAM, 0);
        cr_assert_geq(connection->socket, 0);
        atomic_store(&connection->under_way, under_way);
        atomic_store(&connection->began, monotonic_nanoseconds() - age);
        connections_open(&connections, connection, (const struct sockaddr *)&peer);
    }
}

/* Returns how many of a range of connections have been closed by the server. */
static size_t ended(size_t first, size_t count)
{
    size_t closed = 0;
    for (size_t i = first; i < first + count; i++)
        closed += one[i].closing;
    return closed;
}

Test(crowding, a_client_of_few_connections_keeps_one_that_it_has_just_used)
{
    open_connections(FULL - FEW, 1, true, SECOND);
    open_connections(FEW, 2, false, 0);
    cr_expect_eq(ended(0, FULL), 0);
    open_connections(1, 3, false, 0);
    cr_expect_eq(ended(0, FULL - FEW), CLOSED_AT_ONCE, "answers of the address that holds many");
    cr_expect_eq(ended(FULL - FEW, FEW + 1), 0);
}

Test(crowding, a_connection_without_a_request_for_a_second_is_closed_before_any_answer)
{
    open_connections(FULL - FEW, 1, true, SECOND);
    open_connections(FEW, 2, false, 2 * (int64_t)SECOND);
    open_connections(1, 3, false, 0);
    cr_expect_eq(ended(0, FULL - FEW), 0);
    cr_expect_eq(ended(FULL - FEW, FEW), FEW);
}

Test(crowding, waiting_connections_of_the_address_that_holds_most_are_closed_first)
{
    open_connections(FULL - FEW, 1, false, 0);
    open_connections(FEW, 2, false, 2 * (int64_t)SECOND);
    open_connections(1, 3, false, 0);
    cr_expect_eq(ended(0, FULL - FEW), CLOSED_AT_ONCE);
    cr_expect_eq(ended(FULL - FEW, FEW + 1), 0);
}

Test(crowding, among_addresses_of_few_connections_a_recent_request_is_no_protection)
{
    for (int last = 1; opened < FULL; last++)
        open_connections(FEW, last, false, 0);
    open_connections(1, 200, false, 0);
    cr_expect_eq(ended(0, FULL), CLOSED_AT_ONCE);
    cr_expect_not(one[FULL].closing);
}

Test(crowding, the_newest_connection_keeps_its_place_though_it_waits_longest)
{
    open_connections(FULL, 1, false, 2 * (int64_t)SECOND);
    open_connections(1, 1, false, 5 * (int64_t)SECOND);
    cr_expect_eq(ended(0, FULL), CLOSED_AT_ONCE);
    cr_expect_not(one[FULL].closing);
}

Test(crowding, a_connection_that_is_being_closed_makes_room_once)
{
    open_connections(CLOSED_AT_ONCE, 1, false, 2 * (int64_t)SECOND);
    open_connections(FULL - CLOSED_AT_ONCE, 1, true, SECOND);
    open_connections(1, 2, true, 0);
    cr_expect_eq(ended(0, CLOSED_AT_ONCE), CLOSED_AT_ONCE);
    open_connections(CLOSED_AT_ONCE, 3, true, 0);
    cr_expect_eq(ended(CLOSED_AT_ONCE, FULL - CLOSED_AT_ONCE), CLOSED_AT_ONCE);
}
