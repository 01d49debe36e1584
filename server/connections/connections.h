/* The open connections of a listener, and the thread that closes those that cost too much.
 *
 * libmicrohttpd closes a connection that is silent, but a client that sends a byte now and then is
 * never silent. So a thread looks at all connections ten times per second while there are any. It
 * closes a connection with shutdown(2), on which the library's thread finds it at its end, and only
 * under the lock of the list, in which a connection is until the library is about to close its
 * descriptor.
 *
 * When many connections have been closed, the thread also returns the memory that they used to the
 * system.
 *
 * A connection waits if no request is being answered on it: it is new, it is idle between two
 * requests, or a part of a head has arrived. If a new connection exceeds a limit, connections that
 * wait make room for it, the one that has waited longest first:
 * - if its client address has more than its share, those of the same address. If none waits, the
 *   new connection is closed.
 * - if few connections are left in all, those of the address that has most of them. If none waits,
 *   the answers that take longest are given up, among those to addresses that have over a sixteenth
 *   of all connections: clients that read slowly could hold all of them otherwise.
 *
 * May include: base.
 */
#pragma once

#include "base/counter.h"
#include "connections/client_addresses.h"
#include "connections/forwarded.h"
#include "connections/named_clients.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Why the server has closed a connection. */
enum connection_end {
    CONNECTION_LATE_HEAD,     /* the head of a request was not complete in time */
    CONNECTION_MADE_ROOM,     /* a new connection needed its place */
    CONNECTION_ADDRESS_LIMIT, /* it was new, and its address had too many that did not wait */
    CONNECTION_SLOW_READER,   /* its client read an answer too slowly */
    CONNECTION_OLD_RECORD,    /* its answer reads a record that has been replaced repeatedly */
    CONNECTION_REFUSED_HEAD,  /* the library has refused a head by itself */
    CONNECTION_END_COUNT
};

/* Their names in the metrics. */
extern const char *const connection_end_names[CONNECTION_END_COUNT];

enum {
    CONNECTIONS_PRESSED_MILLISECONDS = 10000,    /* from the last answer without memory */
    CONNECTIONS_RECENT_MILLISECONDS = 1000,      /* in which the next request may be on its way */
    CONNECTIONS_CLOSED_PER_RETURN = 64,          /* connections after which memory is returned */
    CONNECTIONS_RETURN_DELAY_MILLISECONDS = 2000 /* so that the library has freed what they used */
};

struct connection_limits {
    size_t connections;        /* open at the same time */
    size_t per_address;        /* of them, those of one client address */
    int64_t head_milliseconds; /* from the first byte of a head, or from the start, to its end */
    int64_t least_rate;        /* bytes per second that a client must read (slow_reader.h) */
};

/* A connection in the list. The thread that answers its requests writes the atomic members; the
 * lock protects the others. */
struct connection {
    struct connection *next, *previous;
    struct client_address *address; /* NULL if it is being closed, of a proxy, or out of memory */
    uintptr_t client; /* equal for all open connections of an address; 0 if out of memory; of a
                         proxy set by the thread that answers, for each request */
    struct named_request named; /* the request under way, if it is a proxy's; of the same thread */
    int socket;
    bool encrypted;
    bool is_proxy; /* true if the peer is a trusted proxy: its clients are counted by request */
    bool closing;  /* true if the server has closed it; the library does not know yet */
    bool refused;  /* true if the library has refused a head; set before it is closed */
    atomic_bool under_way;  /* true from the complete head of a request to the end of its answer */
    _Atomic(int64_t) began; /* when the last head was complete, in nanoseconds; or 0 */
    atomic_bool uncounted;  /* true if content came whose bytes on the wire are not known */
    counter head_bytes;     /* bytes of all complete heads, and of their content */
    _Atomic(int64_t) stream_began;   /* `began` of the request that a stream answers */
    _Atomic(uint64_t) stream_number; /* the number of the snapshot that it reads */
    int64_t opened;                  /* in milliseconds of the monotonic clock */
    /* The state of the waiting connection when it was looked at last. */
    int64_t looked, looked_began; /* when, in milliseconds; `began` then */
    uint64_t answered_bytes;      /* bytes received up to the last complete head */
    int64_t head_came;            /* when the next head was first seen, in milliseconds; or 0 */
    /* How fast the client reads: when that was last looked at, since when it is measured, in
     * milliseconds, and the bytes that the client had acknowledged then. */
    int64_t reading_looked, reading_since;
    uint64_t acknowledged;
};

struct connections {
    struct connection_limits limits; /* do not change while the thread runs; 0: no limit */
    pthread_mutex_t lock;
    pthread_cond_t changed;   /* the first connection was opened, or the thread is to stop */
    struct connection *first; /* the newest */
    size_t open;              /* without those that are being closed */
    struct client_addresses addresses;
    struct named_clients named;          /* of the proxies' requests */
    counter opened, closed;              /* so far */
    counter ended[CONNECTION_END_COUNT]; /* connections that the server has closed */
    const counter *refused;              /* answers for which there was no memory; or NULL */
    const counter *oldest;               /* the oldest snapshot that streams may read; or NULL */
    bool pressed;                        /* true if there was one in the last seconds */
    uint64_t refused_seen; /* their number at the last look, and the time of the last change */
    int64_t refused_at;    /* in milliseconds */
    /* Connections that had been closed when free memory was last returned to the system, and when
     * enough had been closed since to do that again, in milliseconds; or 0. */
    uint64_t closed_at_return;
    int64_t return_due;
    pthread_t thread;
    bool running, stopping;
};

/* Prepares an empty list without limits. */
void connections_init(struct connections *connections);

/* Starts the thread. Returns false, with the reason in errno, if it cannot. */
bool connections_start(struct connections *connections, const struct connection_limits *limits);

/* Does once what the thread does ten times per second while there are connections: closes those
 * that are too slow, and returns free memory to the system if it is due. `now` is in milliseconds
 * of the monotonic clock. Called with the lock, which it releases meanwhile. */
void connections_look(struct connections *connections, int64_t now);

/* Ends the thread, if it runs. */
void connections_stop(struct connections *connections);

/* Frees the rest. The thread must have ended, and no connection may be open. */
void connections_finish(struct connections *connections);

/* Adds a connection that begins, with its members `socket`, `encrypted` and `is_proxy` set and all
 * others zero. If it exceeds a limit, closes others or this one. Those of a proxy have no limit of
 * an address. */
void connections_open(struct connections *connections, struct connection *connection,
                      const struct sockaddr *peer);

/* Removes a connection that has ended, before its descriptor is closed. Sets its member `refused`
 * also if the server has sent something although no head was complete: then the library has refused
 * the head. Under TLS, that is not known. */
void connections_close(struct connections *connections, struct connection *connection);

/* Closes a connection that is not being closed yet, and counts why. Called with the lock. */
void connections_end(struct connections *connections, struct connection *connection,
                     enum connection_end reason);

/* Does the same, and discards what waits for the client in the kernel. */
void connections_reset(struct connections *connections, struct connection *connection,
                       enum connection_end reason);

/* Notes that the request under way is answered by a stream that reads a snapshot with this number.
 */
void connections_note_stream(struct connection *connection, uint64_t snapshot_number);

/* Counts a request on the connection of a proxy for the client that the proxy names, without a
 * lock. Returns false if the client has too many requests under way: more than an address may have
 * connections, or if few connections are left, over a sixteenth of all. */
bool connections_enter_request(struct connections *connections, struct connection *connection,
                               const struct address *client);

/* Ends the count of the request, if there is one. */
void connections_leave_request(struct connection *connection);

/* Returns the maximum number of connections. */
size_t connections_limit(struct connections *connections);

/* Returns the number of connections on which a request is being answered. */
size_t connections_under_way(struct connections *connections);

/* Reports whether a request is being answered on any connection, or may be on its way because the
 * connection is new or its last request recent: CONNECTIONS_RECENT_MILLISECONDS. */
bool connections_await_answers(struct connections *connections);
