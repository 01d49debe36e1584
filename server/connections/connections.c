#include "connections/connections.h"

#include "base/memory.h"
#include "base/monotonic_clock.h"
#include "connections/connection_watch.h"
#include "connections/crowding.h"
#include "connections/slow_reader.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum {
    LOOK_MILLISECONDS = 100 /* between two looks at all connections */
};

const char *const connection_end_names[CONNECTION_END_COUNT] = {
    [CONNECTION_LATE_HEAD] = "late_head",         [CONNECTION_MADE_ROOM] = "made_room",
    [CONNECTION_ADDRESS_LIMIT] = "address_limit", [CONNECTION_SLOW_READER] = "slow_reader",
    [CONNECTION_OLD_RECORD] = "old_record",       [CONNECTION_REFUSED_HEAD] = "refused_head"};

void connections_init(struct connections *connections)
{
    pthread_condattr_t attributes;
    memset(connections, 0, sizeof *connections);
    named_clients_init(&connections->named);
    pthread_mutex_init(&connections->lock, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&connections->changed, &attributes);
    pthread_condattr_destroy(&attributes);
}

void connections_finish(struct connections *connections)
{
    client_addresses_finish(&connections->addresses);
    pthread_cond_destroy(&connections->changed);
    pthread_mutex_destroy(&connections->lock);
}

/* Reports whether so many connections have been closed that memory is to be returned. */
static bool connections_owe_memory(const struct connections *connections)
{
    return counter_read(&connections->closed) - connections->closed_at_return >=
           CONNECTIONS_CLOSED_PER_RETURN;
}

/* Returns free memory to the system if it is due. Called with the lock, which it releases
 * meanwhile.
 */
static void connections_return_memory(struct connections *connections, int64_t now)
{
    if (!connections_owe_memory(connections))
        return;
    if (!connections->return_due)
        connections->return_due = now + CONNECTIONS_RETURN_DELAY_MILLISECONDS;
    if (now < connections->return_due)
        return;
    connections->return_due = 0;
    connections->closed_at_return = counter_read(&connections->closed);
    pthread_mutex_unlock(&connections->lock);
    memory_return();
    pthread_mutex_lock(&connections->lock);
}

/* Waits until it is time to look at the connections, if there are any. Called with the lock. */
static void connections_wait(struct connections *connections)
{
    const int64_t end = monotonic_nanoseconds() + LOOK_MILLISECONDS * INT64_C(1000000);
    const struct timespec until = {.tv_sec = end / 1000000000, .tv_nsec = end % 1000000000};
    while (!connections->stopping && !connections->first && !connections_owe_memory(connections))
        pthread_cond_wait(&connections->changed, &connections->lock);
    while (!connections->stopping &&
           pthread_cond_timedwait(&connections->changed, &connections->lock, &until) == 0)
        continue;
}

/* Notes whether answers were refused in the last seconds because the memory was in use. */
static void connections_look_at_pressure(struct connections *connections, int64_t now)
{
    const uint64_t refused = connections->refused ? counter_read(connections->refused) : 0;
    if (refused != connections->refused_seen) {
        connections->refused_seen = refused;
        connections->refused_at = now;
    }
    connections->pressed =
        refused > 0 && now - connections->refused_at < CONNECTIONS_PRESSED_MILLISECONDS;
}

/* Reports whether the request under way is answered by a stream of a snapshot that has expired. */
static bool connections_reads_old_record(const struct connections *connections,
                                         const struct connection *connection)
{
    const uint64_t oldest = connections->oldest ? counter_read(connections->oldest) : 0;
    return oldest > 0 && atomic_load_explicit(&connection->under_way, memory_order_acquire) &&
           atomic_load_explicit(&connection->stream_began, memory_order_acquire) ==
               atomic_load_explicit(&connection->began, memory_order_relaxed) &&
           atomic_load_explicit(&connection->stream_number, memory_order_relaxed) < oldest;
}

void connections_look(struct connections *connections, int64_t now)
{
    connections_look_at_pressure(connections, now);
    for (struct connection *one = connections->first; one; one = one->next) {
        if (!one->closing)
            connection_watch(connections, one, now);
        if (!one->closing)
            slow_reader_watch(connections, one, now);
        if (!one->closing && connections_reads_old_record(connections, one))
            connections_reset(connections, one, CONNECTION_OLD_RECORD);
    }
    connections_return_memory(connections, now);
}

static void *connections_run(void *context)
{
    struct connections *connections = context;
    pthread_mutex_lock(&connections->lock);
    for (;;) {
        connections_wait(connections);
        if (connections->stopping)
            break;
        connections_look(connections, monotonic_milliseconds());
    }
    pthread_mutex_unlock(&connections->lock);
    return NULL;
}

bool connections_start(struct connections *connections, const struct connection_limits *limits)
{
    pthread_mutex_lock(&connections->lock);
    connections->limits = *limits;
    connections->stopping = false;
    pthread_mutex_unlock(&connections->lock);
    errno = pthread_create(&connections->thread, NULL, connections_run, connections);
    connections->running = errno == 0;
    return connections->running;
}

void connections_stop(struct connections *connections)
{
    if (!connections->running)
        return;
    pthread_mutex_lock(&connections->lock);
    connections->stopping = true;
    pthread_cond_signal(&connections->changed);
    pthread_mutex_unlock(&connections->lock);
    pthread_join(connections->thread, NULL);
    connections->running = false;
}

void connections_open(struct connections *connections, struct connection *connection,
                      const struct sockaddr *peer)
{
    pthread_mutex_lock(&connections->lock);
    connection->opened = monotonic_milliseconds();
    connection->reading_since = connection->opened;
    connection->next = connections->first;
    if (connection->next)
        connection->next->previous = connection;
    else
        pthread_cond_signal(&connections->changed);
    connections->first = connection;
    connections->open++;
    counter_add(&connections->opened, 1);
    if (!connection->is_proxy)
        connection->address = client_addresses_add(&connections->addresses, peer);
    connection->client = (uintptr_t)connection->address;
    crowding_make_room(connections, connection);
    pthread_mutex_unlock(&connections->lock);
}

void connections_close(struct connections *connections, struct connection *connection)
{
    if (!connection->refused)
        connection->refused = connection_watch_has_refused(connection);
    pthread_mutex_lock(&connections->lock);
    if (connection->next)
        connection->next->previous = connection->previous;
    if (connection->previous)
        connection->previous->next = connection->next;
    else
        connections->first = connection->next;
    if (!connection->closing)
        connections->open--;
    connection->refused = connection->refused && !connection->closing;
    if (connection->refused)
        counter_add(&connections->ended[CONNECTION_REFUSED_HEAD], 1);
    client_addresses_remove(&connections->addresses, connection->address);
    counter_add(&connections->closed, 1);
    pthread_mutex_unlock(&connections->lock);
}

void connections_end(struct connections *connections, struct connection *connection,
                     enum connection_end reason)
{
    connection->closing = true;
    shutdown(connection->socket, SHUT_RDWR);
    connections->open--;
    client_addresses_remove(&connections->addresses, connection->address);
    connection->address = NULL;
    counter_add(&connections->ended[reason], 1);
}

void connections_reset(struct connections *connections, struct connection *connection,
                       enum connection_end reason)
{
    const struct linger reset = {.l_onoff = 1, .l_linger = 0};
    setsockopt(connection->socket, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    connections_end(connections, connection, reason);
}

void connections_note_stream(struct connection *connection, uint64_t snapshot_number)
{
    atomic_store_explicit(&connection->stream_number, snapshot_number, memory_order_relaxed);
    atomic_store_explicit(&connection->stream_began,
                          atomic_load_explicit(&connection->began, memory_order_relaxed),
                          memory_order_release);
}

static bool connection_awaits_answer(const struct connection *connection, int64_t now)
{
    const int64_t began = atomic_load_explicit(&connection->began, memory_order_relaxed) / 1000000;
    const int64_t used = began > connection->opened ? began : connection->opened;
    return atomic_load_explicit(&connection->under_way, memory_order_relaxed) ||
           (!connection->closing && now - used < CONNECTIONS_RECENT_MILLISECONDS);
}

bool connections_await_answers(struct connections *connections)
{
    bool any = false;
    const int64_t now = monotonic_milliseconds();
    pthread_mutex_lock(&connections->lock);
    for (struct connection *one = connections->first; one && !any; one = one->next)
        any = connection_awaits_answer(one, now);
    pthread_mutex_unlock(&connections->lock);
    return any;
}

/* Reports whether few connections are left. */
static bool connections_are_few(const struct connections *connections)
{
    const size_t limit = connections->limits.connections;
    const uint64_t open = counter_read(&connections->opened) - counter_read(&connections->closed);
    return open > limit - crowding_reserve(limit);
}

bool connections_enter_request(struct connections *connections, struct connection *connection,
                               const struct address *client)
{
    const struct connection_limits *limits = &connections->limits;
    const size_t count = named_clients_enter(&connections->named, client, &connection->named);
    connection->client = connection->named.client;
    return !(limits->per_address && count > limits->per_address) &&
           !(limits->connections && connections_are_few(connections) &&
             count > crowding_large_share(limits->connections));
}

void connections_leave_request(struct connection *connection)
{
    named_clients_leave(&connection->named);
}

size_t connections_limit(struct connections *connections)
{
    pthread_mutex_lock(&connections->lock);
    const size_t limit = connections->limits.connections;
    pthread_mutex_unlock(&connections->lock);
    return limit;
}

size_t connections_under_way(struct connections *connections)
{
    size_t count = 0;
    pthread_mutex_lock(&connections->lock);
    for (const struct connection *one = connections->first; one; one = one->next)
        count += atomic_load_explicit(&one->under_way, memory_order_relaxed);
    pthread_mutex_unlock(&connections->lock);
    return count;
}
