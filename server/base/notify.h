/* Tells the service manager how the server is: systemd's protocol, sd_notify(3). */
#pragma once

/* Sends a state, "READY=1" or "STOPPING=1", where the environment's NOTIFY_SOCKET names who wants
 * to know; else does nothing. Nobody listening is not an error. */
void notify(const char *state);

/* The path of that socket, which the server must be able to write to; NULL where it has none. */
const char *notify_path(void);
