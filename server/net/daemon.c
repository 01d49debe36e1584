#include "net/daemon.h"

#include "base/error_text.h"
#include "net/stop_accepting.h"
#include "net/tls.h"

#include <errno.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

/* Those of admin.h. */
enum {
    ADMIN_CONNECTIONS = 32
};

/* Descriptors that are not connections: files, epoll, threads' channels, the listening socket. */
enum {
    OTHER_DESCRIPTORS = 64 + ADMIN_CONNECTIONS
};

/* Raises the limit of open descriptors to what the connections need, as far as it may be; returns
 * how many connections there is room for. */
static unsigned room_for_connections(const struct options *options)
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
                            : OTHER_DESCRIPTORS;
    fprintf(stderr,
            "rapporteur: the limit of %lu open descriptors leaves room for %lu connections, not "
            "%ld\n",
            (unsigned long)limit.rlim_cur, (unsigned long)room, options->connections);
    return (unsigned)room;
}

/* As strict with clients as the library can be; head.c refuses what it lets pass all the same. */
#if MHD_VERSION >= 0x01000000
#define STRICTEST MHD_OPTION_CLIENT_DISCIPLINE_LVL, 1
#else
#define STRICTEST MHD_OPTION_STRICT_FOR_CLIENT, 1
#endif

struct MHD_Daemon *daemon_start(const struct options *options, int socket,
                                struct exchanges *exchanges)
{
    const bool admin = exchanges->listener_role == LISTENER_ADMIN;
    const unsigned connections = admin ? ADMIN_CONNECTIONS : room_for_connections(options);
    const unsigned per_address = admin ? ADMIN_CONNECTIONS : (unsigned)options->per_address;
    const long wanted = admin ? 1 : options->threads;
    const long threads = wanted < (long)connections ? wanted : (long)connections;
    const bool tls = options->tls_cert && !admin;
    /* A pool of one would be two threads, one of them idle. */
    const struct MHD_OptionItem pool[] = {
        {threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, threads, NULL},
        {MHD_OPTION_END, 0, NULL}};
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | (tls ? (unsigned)MHD_USE_TLS : 0), 0, NULL,
        NULL, exchange_access, exchanges, MHD_OPTION_LISTEN_SOCKET, socket,
        MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT, per_address,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)options->header_bytes,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)options->idle_seconds, MHD_OPTION_URI_LOG_CALLBACK,
        exchange_target, exchanges, MHD_OPTION_UNESCAPE_CALLBACK, exchange_leave_escaped, NULL,
        MHD_OPTION_NOTIFY_CONNECTION, exchange_connection, exchanges, MHD_OPTION_NOTIFY_COMPLETED,
        exchange_completed, exchanges, STRICTEST, MHD_OPTION_ARRAY, pool,
        tls ? MHD_OPTION_HTTPS_CERT_CALLBACK2 : MHD_OPTION_END, tls_retrieve,
        MHD_OPTION_HTTPS_PRIORITIES, TLS_PRIORITIES, MHD_OPTION_END);
}

static bool is_past(const struct timespec *end)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec > end->tv_sec || (now.tv_sec == end->tv_sec && now.tv_nsec >= end->tv_nsec);
}

/* By the clock, as a nap takes far longer than asked for on a busy machine. */
static void wait_for_requests(struct exchanges *exchanges, long seconds)
{
    const struct timespec pause = {.tv_nsec = 10L * 1000 * 1000};
    struct timespec end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += seconds;
    do
        nanosleep(&pause, NULL);
    while (exchanges_under_way(exchanges) && !is_past(&end));
}

static void close_door(struct MHD_Daemon *daemon)
{
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_LISTEN_FD);
    if (info && !door_close(info->listen_fd))
        fprintf(stderr, "rapporteur: warning: connections are let in until the end: %s\n",
                error_text(errno));
}

void daemon_stop(struct MHD_Daemon *daemon, struct exchanges *exchanges, long seconds)
{
    atomic_store(&exchanges->stopping, true);
    close_door(daemon);
    wait_for_requests(exchanges, seconds);
    MHD_stop_daemon(daemon);
}
