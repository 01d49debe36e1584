#include "connections/connection_watch.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

enum {
    STATE_CLOSE_WAIT = 8, /* of tcpi_state: the client has closed its side */
    LOOKS_PER_HEAD = 8    /* at a waiting connection in the time that a head may take */
};

/* Wakes the library's thread, which then finds that the client has closed its side.
 *
 * If the last bytes of a request come together with the client's FIN, the library reads the bytes,
 * answers, and does not read again: no event tells it about the FIN. To shut down the receiving
 * side, which the FIN has done already, changes nothing but sends an event once more. */
static void remind_of_closed_side(const struct connection *connection)
{
    shutdown(connection->socket, SHUT_RD);
}

/* Reports whether bytes wait that the library has not read. Then the server is late, not the
 * client.
 */
static bool has_unread_bytes(const struct connection *connection)
{
    int unread = 0;
    return ioctl(connection->socket, FIONREAD, &unread) == 0 && unread > 0;
}

/* Reports whether a head began to arrive too long ago, after the one of the last request. */
static bool next_head_is_late(struct connection *connection, const struct tcp_info *info,
                              int64_t now, int64_t limit)
{
    if (info->tcpi_bytes_received <= connection->answered_bytes)
        connection->head_came = 0;
    else if (connection->head_came == 0)
        connection->head_came = now;
    return connection->head_came != 0 && now - connection->head_came >= limit;
}

/* Returns the bytes received up to the last request. Encrypted, a head has an unknown number of
 * bytes, and so have the chunks of a content; then all that have been received count. */
static uint64_t bytes_answered(const struct connection *connection, const struct tcp_info *info)
{
    return connection->encrypted ||
                   atomic_load_explicit(&connection->uncounted, memory_order_relaxed)
               ? info->tcpi_bytes_received
               : atomic_load_explicit(&connection->head_bytes, memory_order_relaxed);
}

void connection_watch(struct connections *connections, struct connection *connection, int64_t now)
{
    const int64_t limit = connections->limits.head_milliseconds;
    const int64_t began = atomic_load_explicit(&connection->began, memory_order_relaxed);
    struct tcp_info info = {.tcpi_state = 0};
    socklen_t size = sizeof info;
    if (atomic_load_explicit(&connection->under_way, memory_order_acquire))
        return;
    if (began == connection->looked_began && now - connection->looked < limit / LOOKS_PER_HEAD)
        return;
    if (getsockopt(connection->socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return;
    if (began != connection->looked_began) {
        connection->answered_bytes = bytes_answered(connection, &info);
        connection->head_came = 0;
    }
    connection->looked = now;
    connection->looked_began = began;
    if (info.tcpi_state == STATE_CLOSE_WAIT) {
        connection->looked = 0;
        remind_of_closed_side(connection);
    }
    const bool late = began == 0 ? now - connection->opened >= limit
                                 : next_head_is_late(connection, &info, now, limit);
    if (late && !has_unread_bytes(connection))
        connections_end(connections, connection, CONNECTION_LATE_HEAD);
}

bool connection_watch_has_refused(const struct connection *connection)
{
    struct tcp_info info = {.tcpi_bytes_sent = 0};
    socklen_t size = sizeof info;
    return !connection->encrypted &&
           atomic_load_explicit(&connection->began, memory_order_relaxed) == 0 &&
           getsockopt(connection->socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 &&
           info.tcpi_bytes_sent > 0;
}
