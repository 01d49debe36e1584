#include "net/daemon.h"

#include "base/error_text.h"
#include "base/monotonic_clock.h"
#include "base/server_log.h"
#include "listen/stop_accepting.h"
#include "net/exchange.h"
#include "net/tls.h"
#include "work/work.h"

#include <errno.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum {
    ADMIN_CONNECTIONS = 32, /* of the admin listener */
    ADMIN_PER_ADDRESS = 16,
    ADMIN_HEAD_SECONDS = 3,
    /* Descriptors besides the connections of the main listener: files, epoll, events, listening
     * sockets, and the connections of the admin listener. */
    OTHER_DESCRIPTORS = 64 + ADMIN_CONNECTIONS
};

/* Raises the limit of open descriptors to what the connections need, or as far as the kernel
 * permits. Returns the number of connections that the limit leaves room for. */
static unsigned daemon_make_room(const struct options *options)
{
    struct rlimit limit;
    const rlim_t wanted = (rlim_t)options->connections + OTHER_DESCRIPTORS;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return (unsigned)options->connections;
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0 && getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return (unsigned)options->connections;
    if (limit.rlim_cur >= wanted)
        return (unsigned)options->connections;
    const rlim_t room = limit.rlim_cur > 2UL * OTHER_DESCRIPTORS
                            ? limit.rlim_cur - OTHER_DESCRIPTORS
                            : (limit.rlim_cur + 1) / 2;
    server_log(SERVER_LOG_WARNING,
               "the limit of %lu open descriptors allows only %lu connections, not %ld; "
               "raise it with ulimit -n or LimitNOFILE",
               (unsigned long)limit.rlim_cur, (unsigned long)room, options->connections);
    return (unsigned)room;
}

/* The strictest level of checks that the library has. With 0.9.75 level 1 adds two checks, for Host
 * and for spaces in the target, and answers them with two heads or none; request_head.c makes both.
 */
#if MHD_VERSION >= 0x01000000
#define STRICTNESS MHD_OPTION_CLIENT_DISCIPLINE_LVL, 1
#else
#define STRICTNESS MHD_OPTION_STRICT_FOR_CLIENT, 0
#endif

static struct connection_limits daemon_limits(const struct options *options, bool admin)
{
    if (admin)
        return (struct connection_limits){.connections = ADMIN_CONNECTIONS,
                                          .per_address = ADMIN_PER_ADDRESS,
                                          .head_milliseconds = INT64_C(1000) * ADMIN_HEAD_SECONDS,
                                          .least_rate = options->least_rate};
    return (struct connection_limits){.connections = daemon_make_room(options),
                                      .per_address = (size_t)options->per_address,
                                      .head_milliseconds = options->head_seconds * 1000,
                                      .least_rate = options->least_rate};
}

static struct MHD_Daemon *daemon_start_library(const struct options *options,
                                               const struct listener *listener,
                                               struct exchanges *exchanges)
{
    const bool admin = exchanges->listener_role == LISTENER_ADMIN;
    const unsigned connections = (unsigned)exchanges->connections.limits.connections;
    const long wanted = admin ? 1 : options->threads;
    const long threads = wanted < (long)connections ? wanted : (long)connections;
    const bool tls = options->tls_cert && !admin;
    /* For a pool of one thread the library would start two threads, one of them idle. */
    const struct MHD_OptionItem pool[] = {
        {threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, threads, NULL},
        {MHD_OPTION_END, 0, NULL}};
    const struct MHD_OptionItem own_socket[] = {
        {listener->passed ? MHD_OPTION_END : MHD_OPTION_LISTEN_SOCKET, listener->socket, NULL},
        {MHD_OPTION_END, 0, NULL}};
    const unsigned passed = listener->passed ? MHD_USE_NO_LISTEN_SOCKET : 0;
    const unsigned suspending = admin ? 0 : MHD_ALLOW_SUSPEND_RESUME;
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | passed | suspending |
            (tls ? (unsigned)MHD_USE_TLS : 0),
        0, NULL, NULL, exchange_access, exchanges, MHD_OPTION_ARRAY, own_socket,
        MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        (size_t)options->header_bytes, MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)options->idle_seconds, MHD_OPTION_URI_LOG_CALLBACK, exchange_target, exchanges,
        MHD_OPTION_UNESCAPE_CALLBACK, exchange_leave_escaped, NULL, MHD_OPTION_NOTIFY_CONNECTION,
        exchange_connection, exchanges, MHD_OPTION_NOTIFY_COMPLETED, exchange_completed, exchanges,
        STRICTNESS, MHD_OPTION_ARRAY, pool, tls ? MHD_OPTION_HTTPS_CERT_CALLBACK2 : MHD_OPTION_END,
        tls_retrieve, MHD_OPTION_HTTPS_PRIORITIES, TLS_PRIORITIES, MHD_OPTION_END);
}

/* /metrics of the admin listener may be asked for meanwhile, so the lock is needed. */
static bool daemon_start_costly_threads(struct exchanges *exchanges, const struct options *options)
{
    pthread_mutex_lock(&exchanges->lock);
    const bool started = costly_threads_start(
        &exchanges->costly_threads, costly_threads_count(options->threads), &exchanges->costly,
        exchanges->snapshots, &exchanges->bodies, (uint64_t)options->request_work * WORK_MILLION);
    pthread_mutex_unlock(&exchanges->lock);
    return started;
}

/* Starts the threads beside those of the library. Returns false, with the reason in errno, if it
 * cannot. */
static bool daemon_start_threads(struct exchanges *exchanges, const struct options *options,
                                 const struct connection_limits *limits)
{
    if (!connections_start(&exchanges->connections, limits))
        return false;
    if (exchanges->listener_role == LISTENER_ADMIN ||
        daemon_start_costly_threads(exchanges, options))
        return true;
    const int reason = errno;
    connections_stop(&exchanges->connections);
    errno = reason;
    return false;
}

static void daemon_stop_threads(struct exchanges *exchanges)
{
    costly_queue_stop(&exchanges->costly);
    costly_threads_stop(&exchanges->costly_threads);
    connections_stop(&exchanges->connections);
}

/* Lets the daemon accept connections on a socket of the service manager. Returns false, with the
 * reason in errno and the daemon stopped, if it cannot. */
static bool daemon_start_acceptor(struct MHD_Daemon *daemon, const struct listener *listener,
                                  struct exchanges *exchanges)
{
    if (!listener->passed ||
        acceptor_start(&exchanges->acceptor, listener->socket, daemon, &exchanges->connections))
        return true;
    const int reason = errno;
    MHD_stop_daemon(daemon);
    errno = reason;
    return false;
}

struct MHD_Daemon *daemon_start(const struct options *options, const struct listener *listener,
                                struct exchanges *exchanges)
{
    const bool admin = exchanges->listener_role == LISTENER_ADMIN;
    const struct connection_limits limits = daemon_limits(options, admin);
    if (!daemon_start_threads(exchanges, options, &limits)) {
        const int reason = errno;
        close(listener->socket);
        errno = reason;
        return NULL;
    }
    struct MHD_Daemon *daemon = daemon_start_library(options, listener, exchanges);
    if (daemon && !daemon_start_acceptor(daemon, listener, exchanges))
        daemon = NULL;
    const int reason = errno;
    if (!daemon)
        daemon_stop_threads(exchanges);
    errno = reason;
    return daemon;
}

/* Waits by the clock, because nanosleep(2) may take much longer on a busy machine. */
static void daemon_wait_for_requests(struct exchanges *exchanges, long seconds)
{
    const struct timespec pause = {.tv_nsec = 10L * 1000 * 1000};
    const int64_t end = monotonic_milliseconds() + (int64_t)seconds * 1000;
    do
        nanosleep(&pause, NULL);
    while ((acceptor_is_ahead(&exchanges->acceptor) ||
            connections_await_answers(&exchanges->connections)) &&
           monotonic_milliseconds() < end);
}

static void daemon_stop_accepting(struct MHD_Daemon *daemon)
{
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_LISTEN_FD);
    if (info && !stop_accepting(info->listen_fd))
        server_log(SERVER_LOG_WARNING, "cannot stop accepting connections: %s", error_text(errno));
}

void daemon_stop(struct MHD_Daemon *daemon, struct exchanges *exchanges, long seconds)
{
    atomic_store(&exchanges->stopping, true);
    if (exchanges->acceptor.running)
        acceptor_stop(&exchanges->acceptor);
    else
        daemon_stop_accepting(daemon);
    daemon_wait_for_requests(exchanges, seconds);
    costly_queue_stop(&exchanges->costly);
    costly_threads_stop(&exchanges->costly_threads);
    MHD_stop_daemon(daemon);
    connections_stop(&exchanges->connections);
}
