/* Messages to the service manager, by the protocol of sd_notify(3). */
#pragma once

/* Sends a state, such as "READY=1" or "STOPPING=1", to the socket that NOTIFY_SOCKET names: a path,
 * or a name in the abstract namespace after "@". Does nothing if the variable is not set; errors
 * are ignored. */
void notify_send(const char *state);

/* Returns the path of that socket, which the server must be able to write to; NULL if it has no
 * path. */
const char *notify_path(void);
