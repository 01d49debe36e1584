/* rapporteur serve: opens the ports, drops privileges, and runs the service. */
#include "base/memory.h"
#include "base/signals.h"
#include "commands/commands.h"
#include "commands/service.h"
#include "data/state_folder.h"
#include "net/tls.h"
#include "sandbox/sandbox.h"

#include <stdio.h>
#include <string.h>

static bool serve_check_state(const struct options *options)
{
    if (!options->state)
        return true;
    if (!state_folder_is_there(options->state))
        return false;
    if (!options_has_url(options))
        fputs("rapporteur: warning: --state has no effect without a URL in --data\n", stderr);
    return true;
}

static void serve_warn_of_hsts(const struct options *options)
{
    if (options->hsts_seconds >= 0 && !options->tls_cert)
        fputs("rapporteur: warning: --hsts has no effect without --tls-cert; a proxy that ends TLS "
              "sends Strict-Transport-Security itself\n",
              stderr);
}

static bool serve_open_signals(struct service *service)
{
    service->signals = signals_open();
    if (service->signals < 0)
        perror("rapporteur: cannot wait for signals");
    return service->signals >= 0;
}

static bool serve_listen(struct service *service)
{
    const struct options *options = service->options;
    char address[512];
    snprintf(address, sizeof address, strchr(options->host, ':') ? "[%s]:%s" : "%s:%s",
             options->host, options->port);
    service->socket = listener_open(options->listen ? options->listen : address,
                                    options->tls_cert ? "https" : "http", service->url, stderr);
    return service->socket >= 0;
}

/* The certificate is read after privileges are dropped, so that SIGHUP can reload it. */
static bool serve_prepare(struct service *service)
{
    const struct options *options = service->options;
    return serve_open_signals(service) && serve_listen(service) &&
           (!options->admin_listen || admin_listen(&service->admin, options)) &&
           sandbox_enter(options) && (!options->tls_cert || tls_load(options));
}

enum exit_status command_serve(const struct options *options)
{
    struct service service;
    enum exit_status status = EXIT_COULD_NOT;
    memory_configure();
    if (!serve_check_state(options))
        return status;
    serve_warn_of_hsts(options);
    service_init(&service, options);
    if (serve_prepare(&service))
        status = service_run(&service);
    service_finish(&service);
    return status;
}
