/* The clients that proxies name are counted by their requests under way. */
#include "connections/connections.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct connections *connections;

static void start(void)
{
    connections = malloc(sizeof *connections);
    cr_assert(connections);
    connections_init(connections);
    connections->named.seed = 1; /* so that no two clients of a test share a slot by chance */
    connections->limits = (struct connection_limits){.connections = 64, .per_address = 8};
}

static void stop(void)
{
    connections_finish(connections);
    free(connections);
}

TestSuite(named_clients, .init = start, .fini = stop);

static struct address address_named(const char *text)
{
    struct address address;
    cr_assert(address_parse(text, strlen(text), &address), "%s", text);
    return address;
}

/* Counts a request of a client on a connection. Returns whether it is within the limits. */
static bool enters(struct connection *connection, const char *client)
{
    const struct address address = address_named(client);
    return connections_enter_request(connections, connection, &address);
}

Test(named_clients, client_has_as_many_requests_under_way_as_an_address_has_connections)
{
    struct connection held[9] = {{.is_proxy = true}}, other = {.is_proxy = true};
    for (int i = 0; i < 8; i++)
        cr_expect(enters(&held[i], "192.0.2.1"), "request %d", i);
    cr_expect_not(enters(&held[8], "192.0.2.1"));
    cr_expect(enters(&other, "192.0.2.2"), "another client is limited, too");
    for (int i = 0; i < 2; i++) /* that are answered */
        connections_leave_request(&held[i]);
    cr_expect(enters(&held[0], "192.0.2.1"));
}

Test(named_clients, network_of_64_bits_is_one_client)
{
    struct connection one = {.is_proxy = true}, two = {.is_proxy = true}, three = two;
    enters(&one, "2001:db8::1");
    enters(&two, "2001:db8::ffff:2");
    enters(&three, "2001:db8:0:1::1");
    cr_expect_eq(one.client, two.client);
    cr_expect_neq(one.client, three.client);
}

Test(named_clients, connection_follows_the_client_of_its_request)
{
    struct connection connection = {.is_proxy = true};
    enters(&connection, "192.0.2.1");
    const uintptr_t first = connection.client;
    connections_leave_request(&connection);
    connections_leave_request(&connection); /* does nothing */
    enters(&connection, "192.0.2.2");
    cr_expect_neq(connection.client, first);
}

Test(named_clients, client_has_a_sixteenth_of_all_if_few_connections_are_left)
{
    struct connection held[5] = {{.is_proxy = true}};
    for (int i = 0; i < 4; i++)
        cr_expect(enters(&held[i], "192.0.2.1"), "request %d", i);
    counter_add(&connections->opened, 49); /* more than three quarters of 64 */
    cr_expect_not(enters(&held[4], "192.0.2.1"));
}

Test(named_clients, connections_of_a_proxy_have_no_limit_of_an_address)
{
    static struct connection held[20];
    for (int i = 0; i < 20; i++) {
        held[i] = (struct connection){.socket = -1, .is_proxy = true};
        connections_open(connections, &held[i], NULL);
    }
    for (int i = 0; i < 20; i++) {
        cr_expect_not(held[i].closing, "connection %d", i);
        connections_close(connections, &held[i]);
    }
}
