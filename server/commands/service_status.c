#include "commands/service.h"
#include "metrics/metrics.h"
#include "net/tls.h"

static bool service_is_draining(void *context)
{
    const struct service *service = context;
    return atomic_load_explicit(&service->exchanges.draining, memory_order_relaxed);
}

static void service_write_checks(void *context, struct buffer *out)
{
    struct service *service = context;
    if (service_is_draining(service))
        buffer_append_text(out, "[!]server: about to stop\n");
    reloader_write_checks(&service->reloader, out);
    tls_write_check(out);
}

static void service_write_metrics(void *context, const struct archive *archive, struct buffer *out)
{
    struct service *service = context;
    const struct metrics_sources sources = {.exchanges = &service->exchanges,
                                            .reloader = &service->reloader,
                                            .archive = archive,
                                            .started = &service->started};
    metrics_write(&sources, out);
}

struct server_status service_status(struct service *service)
{
    return (struct server_status){
        .context = service,
        .is_draining = service_is_draining,
        .write_checks = service_write_checks,
        .write_metrics = service_write_metrics,
        .transport_security = *service->transport_security ? service->transport_security : NULL};
}
