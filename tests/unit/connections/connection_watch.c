/* Heads that come too late. The tests give the time. */
#include "connections/connection_watch.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    HEAD_MILLISECONDS = 1000
};

static struct connections connections;
static struct connection connection;
static int client;

static void start(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    client = socket(AF_INET, SOCK_STREAM, 0);
    cr_assert_eq(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
    cr_assert_eq(listen(listener, 1), 0);
    cr_assert_eq(getsockname(listener, (struct sockaddr *)&address, &size), 0);
    cr_assert_eq(connect(client, (struct sockaddr *)&address, sizeof address), 0);
    connections_init(&connections);
    connections.limits.head_milliseconds = HEAD_MILLISECONDS;
    connection = (struct connection){.socket = accept(listener, NULL, NULL)};
    cr_assert_geq(connection.socket, 0);
    connections_open(&connections, &connection, NULL);
    close(listener);
}

static void stop(void)
{
    connections_close(&connections, &connection);
    connections_finish(&connections);
    close(connection.socket);
    close(client);
}

TestSuite(connection_watch, .init = start, .fini = stop);

static bool is_closed_after(int64_t milliseconds)
{
    connection_watch(&connections, &connection, connection.opened + milliseconds);
    return connection.closing;
}

Test(connection_watch, a_first_head_has_its_time_and_no_more)
{
    cr_expect_not(is_closed_after(HEAD_MILLISECONDS - 1));
    connection.looked = 0;
    cr_expect(is_closed_after(HEAD_MILLISECONDS));
}

Test(connection_watch, a_head_is_not_late_while_the_server_has_not_read_it)
{
    char byte;
    cr_assert_eq(send(client, "G", 1, 0), 1);
    cr_expect_not(is_closed_after(5 * HEAD_MILLISECONDS));
    cr_assert_eq(recv(connection.socket, &byte, 1, 0), 1);
    cr_expect(is_closed_after(6 * HEAD_MILLISECONDS));
}

/* `head_bytes` is what the server has read up to the end of the last head. */
Test(connection_watch, a_later_head_has_its_time_from_its_first_byte)
{
    char bytes[2];
    atomic_store(&connection.began, 1);
    cr_assert_eq(send(client, "G", 1, 0), 1);
    cr_assert_eq(recv(connection.socket, bytes, 1, 0), 1);
    counter_add(&connection.head_bytes, 1);
    cr_expect_not(is_closed_after(10 * HEAD_MILLISECONDS));
    cr_assert_eq(send(client, "G", 1, 0), 1);
    cr_assert_eq(recv(connection.socket, bytes, 1, 0), 1);
    cr_expect_not(is_closed_after(20 * HEAD_MILLISECONDS));
    cr_expect_not(is_closed_after(21 * HEAD_MILLISECONDS - 1));
    connection.looked = 0;
    cr_expect(is_closed_after(21 * HEAD_MILLISECONDS));
}

/* The library may miss the reminder too, if it reads at that moment. */
Test(connection_watch, a_connection_that_its_client_has_closed_is_looked_at_each_time)
{
    cr_expect_not(is_closed_after(1));
    cr_expect_eq(connection.looked, connection.opened + 1);
    cr_assert_eq(shutdown(client, SHUT_WR), 0);
    cr_expect_not(is_closed_after(HEAD_MILLISECONDS / 2));
    cr_expect_eq(connection.looked, 0);
}
