/* Messages to the service manager in the protocol of sd_notify(3). */
#pragma once

/* Sends a state, such as "READY=1" or "STOPPING=1", to the socket that NOTIFY_SOCKET names: a path,
 * or "@" and a name in the abstract namespace. Does nothing if the variable is not set. Ignores
 * errors. */
void notify_send(const char *state);

/* Sends "RELOADING=1" with the time, as Type=notify-reload of systemd needs it. "READY=1" ends the
 * reload. */
void notify_send_reloading(void);

/* Returns the path in NOTIFY_SOCKET, which the server must be able to write to, or NULL if it is
 * not a path. */
const char *notify_path(void);
