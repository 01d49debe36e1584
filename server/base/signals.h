/* The signals that are meant for a server: SIGTERM and SIGINT, which end it, and SIGHUP, which has
 * it read anew. They interrupt nothing: who waits for one asks for it. */
#pragma once

/* Blocks them in this thread and in all that it starts from now on, and has SIGPIPE, which a client
 * that has gone causes, ignored. Returns a descriptor that can be read where one is there; -1 where
 * there is none to be had. */
int signals_open(void);

/* The next of them, within so many milliseconds, or without end where that is negative; else 0. */
int signals_next(int signals, int milliseconds);
