/* Fuzzes a connection: sends bytes as a client does, through libmicrohttpd, the check of the head,
 * the cache and the router, and reads the answers. */
#include "input.h"
#include "net/exchange.h"
#include "small_archive.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static struct options options;
static struct exchanges exchanges;
static struct snapshots snapshots;

/* Starts a daemon like server/net/daemon.c, but without a listening socket and threads. It is only
 * as strict as the library is by default, so that more requests reach server/answer/request_head.c.
 */
static struct MHD_Daemon *start(void)
{
    char program[] = "rapporteur", command[] = "serve";
    char *arguments[] = {program, command, NULL};
    MUST(options_parse(2, arguments, &options, stderr));
    snapshots_init(&snapshots);
    exchanges_init(&exchanges, &snapshots, NULL, &options, LISTENER_ALL);
    struct progress progress = {.step = NULL};
    struct snapshot_data data;
    MUST(snapshot_data_init(&data, small_archive_load(), &progress));
    struct snapshot *snapshot = snapshot_create(data, 1, 1 << 20);
    MUST(snapshot);
    snapshots_publish(&snapshots, snapshot);
    return MHD_start_daemon(
        MHD_USE_NO_LISTEN_SOCKET, 0, NULL, NULL, exchange_access, &exchanges,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)options.header_bytes,
        MHD_OPTION_URI_LOG_CALLBACK, exchange_target, &exchanges, MHD_OPTION_UNESCAPE_CALLBACK,
        exchange_leave_escaped, NULL, MHD_OPTION_NOTIFY_CONNECTION, exchange_connection, &exchanges,
        MHD_OPTION_NOTIFY_COMPLETED, exchange_completed, &exchanges, MHD_OPTION_END);
}

/* Reads the available bytes; `first` gets the first nine of the connection. Returns false if the
 * connection is closed. */
static bool read_answers(int client, char first[9], size_t *length)
{
    char bytes[65536];
    ssize_t count;
    while ((count = read(client, bytes, sizeof bytes)) > 0)
        for (ssize_t i = 0; i < count && *length < 9; i++)
            first[(*length)++] = bytes[i];
    return count < 0 && errno == EAGAIN;
}

/* Sends all bytes, then shuts down the sending side; the server must then close the connection. */
static void talk(struct MHD_Daemon *daemon, int client, const uint8_t *data, size_t size)
{
    char first[9];
    size_t length = 0;
    bool open = true;
    for (size_t sent = 0, rounds = 0; open; rounds++) {
        const ssize_t count =
            sent < size ? send(client, data + sent, size - sent, MSG_NOSIGNAL) : 0;
        sent = count > 0 ? sent + (size_t)count : count < 0 && errno != EAGAIN ? size : sent;
        if (sent == size)
            shutdown(client, SHUT_WR);
        MHD_run(daemon);
        open = read_answers(client, first, &length);
        MUST(rounds < 100000);
    }
    MUST(length == 0 || (length == 9 && memcmp(first, "HTTP/1.", 7) == 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct MHD_Daemon *daemon;
    const struct sockaddr_in peer = {.sin_family = AF_INET,
                                     .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int ends[2];
    if (!daemon)
        daemon = start();
    MUST(daemon && socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    for (size_t i = 0; i < 2; i++)
        MUST(fcntl(ends[i], F_SETFL, O_NONBLOCK) == 0);
    MUST(MHD_add_connection(daemon, ends[1], (const struct sockaddr *)&peer, sizeof peer));
    talk(daemon, ends[0], data, size);
    close(ends[0]);
    return 0;
}
