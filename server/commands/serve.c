/* rapporteur serve: opens the ports, drops privileges, and runs the service. */
#include "base/memory.h"

#include "base/error_text.h"
#include "base/log_stream.h"
#include "base/signals.h"
#include "commands/commands.h"
#include "commands/service.h"
#include "data/state_folder.h"
#include "net/tls.h"
#include "sandbox/sandbox.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static bool serve_open_signals(struct service *service)
{
    service->signals = signals_open();
    if (service->signals < 0)
        server_log(SERVER_LOG_ERROR, "cannot wait for signals: %s", error_text(errno));
    return service->signals >= 0;
}

static bool serve_find_passed(struct passed_sockets *ret_passed)
{
    struct log_stream errors;
    log_stream_open(&errors);
    const bool found = passed_sockets_find(ret_passed, errors.file);
    log_stream_close(&errors, SERVER_LOG_ERROR);
    return found;
}

static int take_socket(int *place)
{
    const int socket = *place;
    *place = -1;
    return socket;
}

static bool serve_listen(struct service *service)
{
    const struct options *options = service->options;
    char address[512];
    snprintf(address, sizeof address, strchr(options->host, ':') ? "[%s]:%s" : "%s:%s",
             options->host, options->port);
    const int passed = take_socket(&service->passed.record);
    struct log_stream errors;
    log_stream_open(&errors);
    const bool started =
        listener_start(&service->listener, options->listen ? options->listen : address, passed,
                       options->tls_cert ? "https" : "http", errors.file);
    log_stream_close(&errors, SERVER_LOG_ERROR);
    return started;
}

static bool serve_listen_for_admin(struct service *service)
{
    return !service->has_admin ||
           admin_listen(&service->admin, service->options, take_socket(&service->passed.admin));
}

static void serve_warn_of_passed(const struct service *service)
{
    struct log_stream warnings;
    log_stream_open(&warnings);
    listener_warn_of_address(&service->listener, "--listen", service->options->listen,
                             warnings.file);
    listener_warn_of_address(&service->admin.listener, "--admin-listen",
                             service->options->admin_listen, warnings.file);
    log_stream_close(&warnings, SERVER_LOG_WARNING);
}

/* The certificate is read after privileges are dropped, so that SIGHUP can reload it. */
static bool serve_prepare(struct service *service)
{
    const struct options *options = service->options;
    return serve_open_signals(service) && serve_listen(service) &&
           serve_listen_for_admin(service) && sandbox_enter(options) &&
           (!options->tls_cert || tls_load(options));
}

enum exit_status command_serve(const struct options *options)
{
    struct service service;
    struct passed_sockets passed;
    enum exit_status status = EXIT_COULD_NOT;
    memory_configure();
    server_log_start(options->log_format ? options->log_format : SERVER_LOG_TEXT);
    options_warn(options);
    if ((options->state && !state_folder_is_there(options->state)) || !serve_find_passed(&passed))
        return status;
    service_init(&service, options, passed);
    if (serve_prepare(&service)) {
        serve_warn_of_passed(&service);
        status = service_run(&service);
    }
    service_finish(&service);
    return status;
}
