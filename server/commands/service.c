#include "commands/service.h"

#include "base/error_text.h"
#include "base/monotonic_clock.h"
#include "base/notify.h"
#include "base/server_log.h"
#include "base/signals.h"
#include "net/daemon.h"
#include "net/tls.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

enum {
    /* The longest wait for the first load before the server answers, so that a small record is
     * loaded before the first request. While a larger one loads, the server answers 503. */
    LOADED_SOON_MILLISECONDS = 1000
};

void service_init(struct service *service, const struct options *options,
                  struct passed_sockets passed)
{
    *service = (struct service){.options = options,
                                .passed = passed,
                                .has_admin = options->admin_listen || passed.admin >= 0,
                                .listener = {.socket = -1},
                                .admin = {.listener = {.socket = -1}},
                                .signals = -1};
    if (options->hsts_seconds >= 0 && options->tls_cert)
        snprintf(service->transport_security, sizeof service->transport_security, "max-age=%ld",
                 options->hsts_seconds);
    service->status = service_status(service);
    clock_gettime(CLOCK_REALTIME, &service->started);
    snapshots_init(&service->snapshots);
    exchanges_init(&service->exchanges, &service->snapshots, &service->status, options,
                   service->has_admin ? LISTENER_RECORD : LISTENER_ALL);
}

static bool service_start_log(struct service *service)
{
    if (service->options->access_log == ACCESS_LOG_NONE)
        return true;
    if (!access_log_start(&service->log, service->options->access_log))
        return false;
    service->exchanges.log = &service->log;
    return true;
}

/* Starts all threads except those of the main listener. */
static bool service_start(struct service *service)
{
    const struct options *options = service->options;
    if (!server_log_start_thread())
        return false;
    service->reloads =
        reloader_start(&service->reloader, options, &service->snapshots,
                       (size_t)options->threads + costly_threads_count(options->threads));
    if (!service->reloads)
        return false;
    /* Its /metrics reads the state of the reloader. */
    if (service->has_admin &&
        !admin_start(&service->admin, &service->snapshots, &service->status, options))
        return false;
    return service_start_log(service);
}

static bool service_start_daemon(struct service *service)
{
    service->daemon = daemon_start(service->options, &service->listener, &service->exchanges);
    service->listener.socket = -1;
    if (!service->daemon)
        server_log(SERVER_LOG_ERROR, "cannot start the HTTP server: %s", error_text(errno));
    return service->daemon != NULL;
}

/* Handles SIGHUP: reloads the certificate, and requests a reload of the data. */
static void service_reload(struct service *service)
{
    if (service->options->tls_cert) {
        const bool loaded = tls_load(service->options);
        atomic_store(&service->reloader.certificate_failed, !loaded);
        if (loaded)
            server_log(SERVER_LOG_INFO, "reloaded the certificate");
        else
            server_log(SERVER_LOG_WARNING, "keeping the previous certificate");
    }
    reloader_request(&service->reloader);
}

/* Waits at most `milliseconds` for a signal, or indefinitely if negative. Reloads on SIGHUP.
 * Returns true on a signal to stop. */
static bool service_wait_for_stop(struct service *service, int milliseconds)
{
    const int received = signals_next(service->signals, milliseconds);
    if (received == SIGHUP)
        service_reload(service);
    else if (received != 0 && !signals_stop(received))
        server_log(SERVER_LOG_WARNING,
                   "ignored %s: SIGHUP reloads the data and the certificate, SIGTERM stops",
                   received == SIGUSR1 ? "SIGUSR1" : "SIGUSR2");
    return signals_stop(received);
}

enum first_load {
    FIRST_LOAD_PENDING,
    FIRST_LOAD_SUCCEEDED,
    FIRST_LOAD_FAILED /* or stopped by a signal: then the exit status is EXIT_DONE */
};

/* Waits at most `milliseconds` for the first load, or indefinitely if negative. */
static enum first_load service_wait_for_load(struct service *service, int milliseconds,
                                             enum exit_status *ret_status)
{
    struct pollfd events[] = {{service->reloader.first_ended, POLLIN, 0},
                              {service->signals, POLLIN, 0}};
    *ret_status = EXIT_DONE;
    for (;;) {
        if (poll(events, 2, milliseconds) == 0)
            return FIRST_LOAD_PENDING;
        if (events[0].revents) {
            *ret_status = reloader_first_status(&service->reloader);
            return *ret_status == EXIT_DONE ? FIRST_LOAD_SUCCEEDED : FIRST_LOAD_FAILED;
        }
        if (service_wait_for_stop(service, 0))
            return FIRST_LOAD_FAILED;
    }
}

static void service_write_started(const struct service *service)
{
    const struct snapshot *snapshot = atomic_load(&service->snapshots.current);
    const struct archive_version version = archive_version(snapshot->data.archive);
    if (service->options->data_count == 0)
        server_log(SERVER_LOG_INFO, "serving the built-in record on %s", service->listener.url);
    else
        server_log(SERVER_LOG_INFO, "serving %zu file%s on %s", version.files,
                   version.files == 1 ? "" : "s", service->listener.url);
    if (service->has_admin)
        server_log(SERVER_LOG_INFO, "/livez, /readyz and /metrics are on %s",
                   service->admin.listener.url);
}

/* Lets /readyz say 503 for --drain-seconds, while the server still answers, so that load balancers
 * send no more requests. A second signal to stop ends the wait. */
static void service_drain(struct service *service)
{
    const int64_t end = monotonic_milliseconds() + service->options->drain_seconds * 1000;
    atomic_store(&service->exchanges.draining, true);
    for (int64_t now; (now = monotonic_milliseconds()) < end;)
        if (service_wait_for_stop(service, (int)(end - now)))
            return;
}

static enum exit_status service_serve(struct service *service)
{
    enum exit_status status;
    enum first_load first = service_wait_for_load(service, LOADED_SOON_MILLISECONDS, &status);
    if (first != FIRST_LOAD_FAILED && !service_start_daemon(service))
        return EXIT_COULD_NOT;
    if (first == FIRST_LOAD_PENDING)
        first = service_wait_for_load(service, -1, &status);
    if (first == FIRST_LOAD_SUCCEEDED) {
        service_write_started(service);
        notify_send("READY=1");
        while (!service_wait_for_stop(service, -1))
            continue;
        notify_send("STOPPING=1");
        service_drain(service);
    }
    if (status == EXIT_WRONG_DATA)
        server_log(SERVER_LOG_ERROR, "the data are faulty; nothing is served");
    return status;
}

/* Ends all threads that were started. Ends the program at once if a load is running, which may take
 * minutes and writes nothing, or if a log cannot be written. */
static void service_stop(struct service *service, enum exit_status status)
{
    struct access_log *log = service->exchanges.log;
    const long seconds = service->options->stop_seconds;
    const int64_t end = monotonic_milliseconds() + seconds * 1000;
    if (service->daemon)
        daemon_stop(service->daemon, &service->exchanges, seconds);
    const bool logged = !log || access_log_stop(log, end);
    const bool loaded = !service->reloads || reloader_stop(&service->reloader);
    if (logged && loaded && service->admin.daemon)
        admin_stop(&service->admin);
    const bool said = server_log_stop(end);
    if (logged && loaded && said)
        return;
    fflush(stdout);
    _exit(status);
}

enum exit_status service_run(struct service *service)
{
    enum exit_status status = EXIT_COULD_NOT;
    if (service_start(service))
        status = service_serve(service);
    service_stop(service, status);
    return status;
}

static void close_if_open(int descriptor)
{
    if (descriptor >= 0)
        close(descriptor);
}

void service_finish(struct service *service)
{
    snapshots_finish(&service->snapshots);
    exchanges_finish(&service->exchanges);
    if (service->admin.daemon)
        admin_finish(&service->admin);
    else
        close_if_open(service->admin.listener.socket);
    if (service->exchanges.log)
        access_log_finish(service->exchanges.log);
    close_if_open(service->passed.record);
    close_if_open(service->passed.admin);
    close_if_open(service->listener.socket);
    close_if_open(service->signals);
    tls_unload();
}
