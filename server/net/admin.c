#include "net/admin.h"

#include "base/error_text.h"
#include "base/log_stream.h"
#include "net/daemon.h"

#include <errno.h>
#include <stdio.h>

bool admin_listen(struct admin *admin, const struct options *options, int passed)
{
    struct log_stream errors;
    log_stream_open(&errors);
    const bool started =
        listener_start(&admin->listener, options->admin_listen, passed, "http", errors.file);
    log_stream_close(&errors, SERVER_LOG_ERROR);
    return started;
}

bool admin_start(struct admin *admin, struct snapshots *snapshots,
                 const struct server_status *status, const struct options *options)
{
    exchanges_init(&admin->exchanges, snapshots, status, options, LISTENER_ADMIN);
    admin->daemon = daemon_start(options, &admin->listener, &admin->exchanges);
    if (admin->daemon)
        return true;
    server_log(SERVER_LOG_ERROR, "cannot start the HTTP server on %s: %s", admin->listener.url,
               error_text(errno));
    exchanges_finish(&admin->exchanges);
    return false;
}

void admin_stop(struct admin *admin)
{
    daemon_stop(admin->daemon, &admin->exchanges, 0);
}

void admin_finish(struct admin *admin)
{
    exchanges_finish(&admin->exchanges);
}
