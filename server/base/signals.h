/* The signals that the server handles: SIGTERM and SIGINT stop it, SIGHUP reloads. They interrupt
 * no system call, because one thread waits for them with signalfd(2). Others do not end it, except
 * those that are meant to: SIGQUIT, SIGKILL, and those of faults. */
#pragma once

#include <stdbool.h>

/* Blocks these signals, and SIGUSR1 and SIGUSR2, in the calling thread and in all that it starts
 * later. Ignores SIGPIPE, which a write to a closed connection would raise, SIGXFSZ, which a write
 * beyond a limit of the size of files would, and stray signals. Returns a descriptor that is
 * readable while a signal is pending and that the caller closes. Returns -1 on failure, with the
 * reason in errno. */
int signals_open(void);

/* Waits at most `milliseconds` for the next signal, or indefinitely if negative. Returns its
 * number, or 0 if there was none. */
int signals_next(int signals, int milliseconds);

/* Reports whether a signal is one that stops the server. */
bool signals_stop(int received);
