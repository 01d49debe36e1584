/* rapporteur serve: listen, load, answer, stop. */
#include "archive/archive.h"
#include "base/error_text.h"
#include "base/monotonic_clock.h"
#include "base/notify.h"
#include "base/signals.h"
#include "commands/commands.h"
#include "commands/metrics.h"
#include "data/reloader.h"
#include "data/state_folder.h"
#include "net/access_log.h"
#include "net/admin.h"
#include "net/daemon.h"
#include "net/listener.h"
#include "net/tls.h"
#include "sandbox/sandbox.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A server that runs. */
struct service {
    const struct options *options;
    struct snapshots snapshots;
    struct exchanges exchanges;
    struct reloader reloader;
    struct access_log log; /* where there is one */
    struct admin admin;    /* where it has a port of its own */
    struct server_status server_status;
    struct timespec started; /* by the clock on the wall */
    struct MHD_Daemon *daemon;
    int signals;
    char url[LISTENER_URL_MAX];
};

static bool is_draining(void *context)
{
    const struct service *service = context;
    return atomic_load_explicit(&service->exchanges.draining, memory_order_relaxed);
}

static void write_checks(void *context, struct buffer *out)
{
    struct service *service = context;
    if (is_draining(service))
        buffer_append_text(out, "[!]server: about to stop\n");
    reloader_write_checks(&service->reloader, out);
}

static void write_metrics(void *context, const struct archive *archive, struct buffer *out)
{
    struct service *service = context;
    const struct measured measured = {&service->exchanges, &service->reloader,
                                      (double)service->started.tv_sec +
                                          (double)service->started.tv_nsec / 1e9};
    metrics_write(&measured, archive, out);
}

static void write_started(const struct service *service)
{
    const struct snapshot *snapshot = atomic_load(&service->snapshots.current);
    const struct archive_origin origin = archive_origin(snapshot->data.archive);
    if (service->options->data_count == 0)
        fprintf(stderr, "rapporteur: serving the built-in record on %s\n", service->url);
    else
        fprintf(stderr, "rapporteur: serving %zu file%s on %s\n", origin.files,
                origin.files == 1 ? "" : "s", service->url);
    if (service->options->admin_listen)
        fprintf(stderr, "rapporteur: /livez, /readyz and /metrics are on %s\n", service->admin.url);
}

/* What SIGHUP asks for: the record and the certificate anew. */
static void reload(struct service *service)
{
    reloader_request(&service->reloader);
    if (!service->options->tls_cert)
        return;
    fputs(tls_load(service->options)
              ? "rapporteur: the certificate was read anew\n"
              : "rapporteur: the certificate that was there before goes on being shown\n",
          stderr);
}

/* A record that is there in so short a time is waited for, so that whoever connects meanwhile is
 * answered from it. With a larger one the server tells those who ask that it is not ready. */
enum {
    LOADED_SOON_MILLISECONDS = 1000
};

enum first_load {
    FIRST_LOAD_WELL,
    FIRST_LOAD_ENDED, /* badly, or the server was told to stop, which is EXIT_DONE */
    FIRST_LOAD_GOES_ON
};

/* Waits for the first load, without end where `milliseconds` is negative. */
static enum first_load wait_for_record(struct service *service, int milliseconds,
                                       enum exit_status *ret_status)
{
    struct pollfd events[] = {{service->reloader.first_ended, POLLIN, 0},
                              {service->signals, POLLIN, 0}};
    *ret_status = EXIT_DONE;
    for (;;) {
        if (poll(events, 2, milliseconds) == 0)
            return FIRST_LOAD_GOES_ON;
        if (events[0].revents) {
            *ret_status = reloader_first_status(&service->reloader);
            return *ret_status == EXIT_DONE ? FIRST_LOAD_WELL : FIRST_LOAD_ENDED;
        }
        const int received = signals_next(service->signals, 0);
        if (received == SIGHUP)
            reload(service);
        else if (received)
            return FIRST_LOAD_ENDED;
    }
}

/* Answers until it is told to stop. */
static void go_on(struct service *service)
{
    for (;;) {
        const int received = signals_next(service->signals, -1);
        if (received == SIGHUP)
            reload(service);
        else if (received)
            return;
    }
}

/* Says to those who send requests that it will not take them for much longer, while it still does;
 * another signal to stop ends that. */
static void drain(struct service *service)
{
    const int64_t end = monotonic_milliseconds() + service->options->drain_seconds * 1000;
    atomic_store(&service->exchanges.draining, true);
    for (int64_t now; (now = monotonic_milliseconds()) < end;) {
        const int received = signals_next(service->signals, (int)(end - now));
        if (received == SIGHUP)
            reload(service);
        else if (received)
            return;
    }
}

static bool start_daemon(struct service *service, int socket)
{
    service->daemon = daemon_start(service->options, socket, &service->exchanges);
    if (!service->daemon)
        fprintf(stderr, "rapporteur: cannot start the HTTP server: %s\n", error_text(errno));
    return service->daemon != NULL;
}

/* From the first load to the end. Takes the socket. */
static enum exit_status run(struct service *service, int socket)
{
    enum exit_status status;
    enum first_load first = wait_for_record(service, LOADED_SOON_MILLISECONDS, &status);
    if (first == FIRST_LOAD_ENDED)
        close(socket);
    else if (!start_daemon(service, socket))
        return EXIT_COULD_NOT;
    if (first == FIRST_LOAD_GOES_ON)
        first = wait_for_record(service, -1, &status);
    if (first == FIRST_LOAD_WELL) {
        write_started(service);
        notify_send("READY=1");
        go_on(service);
        notify_send("STOPPING=1");
        drain(service);
    }
    if (status == EXIT_WRONG_DATA)
        fputs("rapporteur: the data is wrong; nothing is served\n", stderr);
    return status;
}

/* Ends all threads; a load that has just begun may take minutes and writes nothing, so the program
 * ends under it, as it does under a reader of the log who stands still. */
static void stop(struct service *service, enum exit_status status)
{
    struct access_log *log = service->exchanges.log;
    const long seconds = service->options->stop_seconds;
    const int64_t end = monotonic_milliseconds() + seconds * 1000;
    if (service->daemon)
        daemon_stop(service->daemon, &service->exchanges, seconds);
    const bool logged = !log || access_log_stop(log, end);
    if (!reloader_stop(&service->reloader) || !logged) {
        fflush(NULL);
        _exit(status);
    }
}

static bool start_log(struct service *service)
{
    if (service->options->access_log == ACCESS_LOG_NONE)
        return true;
    if (!access_log_start(&service->log, service->options->access_log))
        return false;
    service->exchanges.log = &service->log;
    return true;
}

static enum exit_status serve(struct service *service, int socket)
{
    const struct options *options = service->options;
    if (!reloader_start(&service->reloader, options, &service->snapshots,
                        (size_t)options->threads)) {
        close(socket);
        return EXIT_COULD_NOT;
    }
    enum exit_status status = EXIT_COULD_NOT;
    if (start_log(service))
        status = run(service, socket);
    else
        close(socket);
    stop(service, status);
    return status;
}

/* With /livez and so on there, whatever becomes of the rest. Takes the socket. */
static enum exit_status serve_with_admin(struct service *service, int socket)
{
    if (!admin_start(&service->admin, &service->snapshots, &service->server_status,
                     service->options)) {
        close(socket);
        return EXIT_COULD_NOT;
    }
    const enum exit_status status = serve(service, socket);
    admin_stop(&service->admin);
    return status;
}

static int listen_as_told(struct service *service)
{
    const struct options *options = service->options;
    char address[512];
    snprintf(address, sizeof address, strchr(options->host, ':') ? "[%s]:%s" : "%s:%s",
             options->host, options->port);
    return listener_open(options->listen ? options->listen : address,
                         options->tls_cert ? "https" : "http", service->url, stderr);
}

/* Opens the ports, and gives up then what was needed for that alone. */
static bool prepare(struct service *service, int *ret_socket)
{
    const struct options *options = service->options;
    const int socket = listen_as_told(service);
    if (socket < 0)
        return false;
    if (options->admin_listen && !admin_listen(&service->admin, options)) {
        close(socket);
        return false;
    }
    /* The certificate is read as whoever reads it anew on SIGHUP. */
    if (sandbox_enter(options) && (!options->tls_cert || tls_load(options))) {
        *ret_socket = socket;
        return true;
    }
    if (options->admin_listen)
        close(service->admin.socket);
    close(socket);
    return false;
}

int command_serve(const struct options *options)
{
    struct service service = {.options = options};
    int socket;
    if (options->state && !state_folder_is_there(options->state))
        return EXIT_COULD_NOT;
    if (options->state && !options_has_url(options))
        fputs("rapporteur: warning: --state does nothing without a URL in --data\n", stderr);
    service.signals = signals_open();
    if (service.signals < 0) {
        perror("rapporteur: cannot wait for signals");
        return EXIT_COULD_NOT;
    }
    if (!prepare(&service, &socket)) {
        close(service.signals);
        return EXIT_COULD_NOT;
    }
    service.server_status =
        (struct server_status){&service, is_draining, write_checks, write_metrics};
    clock_gettime(CLOCK_REALTIME, &service.started);
    snapshots_init(&service.snapshots);
    exchanges_init(&service.exchanges, &service.snapshots, &service.server_status, options,
                   options->admin_listen ? LISTENER_RECORD : LISTENER_ALL);
    const enum exit_status status =
        options->admin_listen ? serve_with_admin(&service, socket) : serve(&service, socket);
    snapshots_finish(&service.snapshots);
    exchanges_finish(&service.exchanges);
    if (service.admin.daemon)
        admin_finish(&service.admin);
    if (service.exchanges.log)
        access_log_finish(service.exchanges.log);
    close(service.signals);
    tls_unload();
    return status;
}
