#include "connections/slow_reader.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

enum {
    LOOK_MILLISECONDS = 1000 /* between two looks at a connection */
};

static bool slow_reader_read_info(const struct connection *connection, struct tcp_info *ret_info)
{
    socklen_t size = sizeof *ret_info;
    *ret_info = (struct tcp_info){.tcpi_state = 0};
    return getsockopt(connection->socket, IPPROTO_TCP, TCP_INFO, ret_info, &size) == 0;
}

/* Begins to measure the rate. */
static void slow_reader_begin(struct connection *connection, const struct tcp_info *info,
                              int64_t now)
{
    connection->reading_since = now;
    connection->acknowledged = info->tcpi_bytes_acked;
}

void slow_reader_watch(struct connections *connections, struct connection *connection, int64_t now)
{
    const int64_t time =
        connections->pressed ? SLOW_READER_MILLISECONDS_UNDER_PRESSURE : SLOW_READER_MILLISECONDS;
    const int64_t rate = connections->limits.least_rate;
    struct tcp_info info;
    if (rate == 0 || now - connection->reading_looked < LOOK_MILLISECONDS ||
        !slow_reader_read_info(connection, &info))
        return;
    connection->reading_looked = now;
    if (info.tcpi_notsent_bytes == 0 && info.tcpi_unacked == 0)
        slow_reader_begin(connection, &info, now);
    const int64_t took = now - connection->reading_since;
    if (took < time)
        return;
    if ((int64_t)(info.tcpi_bytes_acked - connection->acknowledged) < rate * took / 1000)
        connections_reset(connections, connection, CONNECTION_SLOW_READER);
    else
        slow_reader_begin(connection, &info, now);
}
