/* The signals that the server handles: SIGTERM and SIGINT end it, SIGHUP has it reload. They
 * interrupt nothing: one thread waits for them. */
#pragma once

/* Blocks these signals in the calling thread and in all that it starts later, and ignores SIGPIPE,
 * which a client that has gone would cause. Returns a descriptor, which the caller closes and which
 * is readable if a signal is pending; -1, with the reason in errno, if it cannot be opened. */
int signals_open(void);

/* Waits at most `milliseconds` for the next signal, or for any time if that is negative. Returns
 * its number, or 0 if none has come. */
int signals_next(int signals, int milliseconds);
