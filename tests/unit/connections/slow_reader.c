/* Clients that read too slowly are disconnected. The tests give the time. */
#include "connections/slow_reader.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum {
    RATE = 1024,
    BEGAN = 1000000 /* milliseconds */
};

static struct connections connections;
static struct connection connection;
static int reader;
static size_t sent; /* bytes that are in the kernel at first */

/* Connects `reader` to the connection, whose send buffer is then filled. */
static void start(void)
{
    static char zeros[65536];
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    const int buffer = 4096, listener = socket(AF_INET, SOCK_STREAM, 0);
    reader = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(reader, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
    cr_assert_eq(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
    cr_assert_eq(listen(listener, 1), 0);
    cr_assert_eq(getsockname(listener, (struct sockaddr *)&address, &size), 0);
    cr_assert_eq(connect(reader, (struct sockaddr *)&address, sizeof address), 0);
    connections_init(&connections);
    connections.limits.least_rate = RATE;
    connection = (struct connection){.socket = accept(listener, NULL, NULL)};
    cr_assert_geq(connection.socket, 0);
    connections_open(&connections, &connection, NULL);
    connection.reading_since = BEGAN;
    fcntl(connection.socket, F_SETFL, O_NONBLOCK);
    for (ssize_t count = 0; count >= 0; count = send(connection.socket, zeros, sizeof zeros, 0))
        sent += (size_t)count;
    close(listener);
}

/* Reads bytes, and waits until the connection knows that they have arrived. */
static void read_until_acknowledged(size_t count)
{
    static char bytes[65536];
    static size_t received;
    int unacknowledged = 0;
    for (size_t size; count > 0; count -= size, received += size) {
        size = count < sizeof bytes ? count : sizeof bytes;
        cr_assert_eq(recv(reader, bytes, size, MSG_WAITALL), (ssize_t)size);
    }
    do {
        nanosleep(&(const struct timespec){.tv_nsec = 1000000}, NULL);
        cr_assert_eq(ioctl(connection.socket, SIOCOUTQ, &unacknowledged), 0);
    } while ((size_t)unacknowledged > sent - received);
}

static void stop(void)
{
    close(reader);
    close(connection.socket);
}

TestSuite(slow_reader, .init = start, .fini = stop);

/* Looks once per second. Returns the second in which the connection is closed, or -1. */
static int watch(int seconds)
{
    for (int second = 1; second <= seconds; second++) {
        slow_reader_watch(&connections, &connection, BEGAN + second * 1000L);
        if (connection.closing)
            return second;
    }
    return -1;
}

Test(slow_reader, that_reads_nothing_is_reset_after_half_a_minute)
{
    static char bytes[1 << 20];
    cr_expect_eq(watch(60), 30);
    cr_expect_eq(counter_read(&connections.ended[CONNECTION_SLOW_READER]), 1);
    close(connection.socket);
    ssize_t count = 0;
    while ((count = recv(reader, bytes, sizeof bytes, 0)) > 0)
        continue;
    cr_expect(count < 0 && errno == ECONNRESET, "the answer looks complete");
}

Test(slow_reader, is_reset_after_five_seconds_while_memory_is_short)
{
    connections.pressed = true;
    cr_expect_eq(watch(60), 5);
}

Test(slow_reader, is_never_closed_if_there_is_no_least_rate)
{
    connections.limits.least_rate = 0;
    cr_expect_eq(watch(1000), -1);
}

Test(slow_reader, to_which_nothing_is_sent_may_be_silent)
{
    read_until_acknowledged(sent);
    cr_expect_eq(watch(1000), -1);
}

/* Reads in the 29th second of each half minute; the bytes in the kernel suffice for three. */
Test(slow_reader, that_reads_enough_in_bursts_is_kept)
{
    int second = 0;
    for (int burst = 0; burst < 3; burst++) {
        for (; second < 29 + 30 * burst; second++)
            slow_reader_watch(&connections, &connection, BEGAN + second * 1000L);
        read_until_acknowledged(31 * RATE);
    }
    slow_reader_watch(&connections, &connection, BEGAN + 90000L);
    cr_expect_not(connection.closing);
}
