/* rapporteur serve: load, listen, answer, stop. */
#include "archive.h"
#include "commands.h"
#include "exchange.h"
#include "listener.h"
#include "loading_data.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* Descriptors that are not connections: files, epoll, threads' channels, the listening socket. */
enum {
    OTHER_DESCRIPTORS = 64
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
    const rlim_t room = limit.rlim_cur > 2 * OTHER_DESCRIPTORS ? limit.rlim_cur - OTHER_DESCRIPTORS
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

static struct MHD_Daemon *start_daemon(const struct options *options, int socket,
                                       struct exchanges *exchanges)
{
    const unsigned connections = room_for_connections(options);
    const long threads =
        options->threads < (long)connections ? options->threads : (long)connections;
    /* A pool of one would be two threads, one of them idle. */
    const struct MHD_OptionItem pool[] = {
        {threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, threads, NULL},
        {MHD_OPTION_END, 0, NULL}};
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC, 0, NULL, NULL, exchange_access, exchanges,
        MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_CONNECTION_LIMIT, connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)options->per_address,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)options->header_bytes,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)options->idle_seconds, MHD_OPTION_URI_LOG_CALLBACK,
        exchange_target, exchanges, MHD_OPTION_UNESCAPE_CALLBACK, exchange_leave_escaped, NULL,
        MHD_OPTION_NOTIFY_CONNECTION, exchange_connection, exchanges, MHD_OPTION_NOTIFY_COMPLETED,
        exchange_completed, exchanges, STRICTEST, MHD_OPTION_ARRAY, pool, MHD_OPTION_END);
}

static bool is_past(const struct timespec *end)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec > end->tv_sec || (now.tv_sec == end->tv_sec && now.tv_nsec >= end->tv_nsec);
}

/* No new connections; then waits for the requests under way, if they end in time: by the clock, as
 * a nap takes far longer than asked for on a busy machine. */
static void drain(struct MHD_Daemon *daemon, struct exchanges *exchanges, long seconds)
{
    const struct timespec pause = {.tv_nsec = 10 * 1000 * 1000};
    struct timespec end;
    const MHD_socket socket = MHD_quiesce_daemon(daemon);
    if (socket != MHD_INVALID_SOCKET)
        close(socket);
    atomic_store(&exchanges->stopping, true);
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += seconds;
    while (exchanges_under_way(exchanges) && !is_past(&end))
        nanosleep(&pause, NULL);
}

static void write_started(const struct options *options, const struct archive *archive,
                          const char *url)
{
    const struct archive_origin origin = archive_origin(archive);
    if (options->data_count == 0)
        fprintf(stderr, "rapporteur: serving the built-in record on %s\n", url);
    else
        fprintf(stderr, "rapporteur: serving %zu file%s on %s\n", origin.files,
                origin.files == 1 ? "" : "s", url);
}

/* The signals that stop the server; blocked in every thread, to be waited for. */
static sigset_t block_stop_signals(void)
{
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stop, NULL);
    signal(SIGPIPE, SIG_IGN);
    return stop;
}

static int run(const struct options *options, const struct archive *archive, int socket,
               const char *url)
{
    struct exchanges exchanges;
    int received;
    const sigset_t stop = block_stop_signals();
    exchanges_init(&exchanges, archive, options);
    struct MHD_Daemon *daemon = start_daemon(options, socket, &exchanges);
    if (!daemon) {
        fprintf(stderr, "rapporteur: cannot start the HTTP server: %s\n", strerror(errno));
        close(socket);
        exchanges_finish(&exchanges);
        return EXIT_COULD_NOT;
    }
    write_started(options, archive, url);
    sigwait(&stop, &received);
    drain(daemon, &exchanges, options->stop_seconds);
    MHD_stop_daemon(daemon);
    exchanges_finish(&exchanges);
    return EXIT_DONE;
}

static int listen_and_run(const struct options *options, const struct archive *archive)
{
    char address[512], url[LISTENER_URL_MAX];
    snprintf(address, sizeof address, strchr(options->host, ':') ? "[%s]:%s" : "%s:%s",
             options->host, options->port);
    const int socket = listener_open(options->listen ? options->listen : address, url, stderr);
    return socket < 0 ? EXIT_COULD_NOT : run(options, archive, socket, url);
}

int command_serve(const struct options *options)
{
    struct archive *archive = NULL;
    int status = load_data(options, &archive);
    if (status == EXIT_WRONG_DATA)
        fputs("rapporteur: the data is wrong; nothing is served\n", stderr);
    if (status == EXIT_DONE)
        status = listen_and_run(options, archive);
    archive_destroy(archive);
    return status;
}
