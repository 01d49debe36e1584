#include "connections/crowding.h"

#include "base/monotonic_clock.h"

enum {
    RESERVE_MAX = 64,
    VICTIMS_MAX = 16, /* closed at once */
    LARGE_SHARE = 16, /* an address with over a sixteenth of all connections holds many */
    RECENT_NANOSECONDS = 1000 * 1000 * 1000
};

/* The connections to close, the most suitable first. */
struct victims {
    struct connection *found[VICTIMS_MAX];
    size_t count, most;
};

size_t crowding_reserve(size_t connections)
{
    return connections / 4 < RESERVE_MAX ? connections / 4 : RESERVE_MAX;
}

size_t crowding_large_share(size_t connections)
{
    return connections / LARGE_SHARE;
}

static size_t clamp(size_t number)
{
    return number < 1 ? 1 : number > VICTIMS_MAX ? VICTIMS_MAX : number;
}

/* Returns when the last request began, or else when the connection was opened, in nanoseconds. */
static int64_t waiting_since(const struct connection *connection)
{
    const int64_t began = atomic_load_explicit(&connection->began, memory_order_relaxed);
    return began ? began : connection->opened * 1000000;
}

/* Reports whether `one` is to be closed before `other`. */
static bool goes_first(const struct connection *one, const struct connection *other)
{
    const size_t count = one->address ? one->address->connections : 0;
    const size_t other_count = other->address ? other->address->connections : 0;
    return count != other_count ? count > other_count : waiting_since(one) < waiting_since(other);
}

static void victims_offer(struct victims *victims, struct connection *offered)
{
    size_t place = victims->count;
    while (place > 0 && goes_first(offered, victims->found[place - 1]))
        place--;
    if (place == victims->most)
        return;
    if (victims->count < victims->most)
        victims->count++;
    for (size_t i = victims->count - 1; i > place; i--)
        victims->found[i] = victims->found[i - 1];
    victims->found[place] = offered;
}

/* The connections that make room for a new one. */
struct room {
    struct connections *connections;
    const struct connection *newest;
    const struct client_address *address; /* whose connections are closed; NULL for all */
    size_t share;     /* an address with more connections than this holds many */
    int64_t recently; /* in nanoseconds; later requests are recent */
};

static bool holds_many(const struct room *room, const struct connection *connection)
{
    return connection->address && connection->address->connections > room->share;
}

/* Reports whether a connection waits. `spares_recent` leaves out those of a recent request, whose
 * client may be sending the next one now and would lose it. */
static bool may_be_closed(const struct room *room, const struct connection *one, bool spares_recent)
{
    return one != room->newest && !one->closing &&
           (!room->address || one->address == room->address) &&
           !atomic_load_explicit(&one->under_way, memory_order_relaxed) &&
           !(spares_recent && !holds_many(room, one) && waiting_since(one) > room->recently);
}

/* Closes up to `most` connections that wait, and returns their number. */
static size_t crowding_close(const struct room *room, bool spares_recent, size_t most)
{
    struct victims victims = {.most = clamp(most)};
    for (struct connection *one = room->connections->first; one; one = one->next)
        if (may_be_closed(room, one, spares_recent))
            victims_offer(&victims, one);
    for (size_t i = 0; i < victims.count; i++)
        connections_end(room->connections, victims.found[i], CONNECTION_MADE_ROOM);
    return victims.count;
}

/* Resets up to `most` connections on which a request is being answered, those first that the same
 * request holds longest, and returns their number. The addresses with few connections keep theirs.
 */
static size_t crowding_reset(const struct room *room, size_t most)
{
    struct victims victims = {.most = clamp(most)};
    for (struct connection *one = room->connections->first; one; one = one->next)
        if (one != room->newest && holds_many(room, one))
            victims_offer(&victims, one);
    for (size_t i = 0; i < victims.count; i++)
        connections_reset(room->connections, victims.found[i], CONNECTION_MADE_ROOM);
    return victims.count;
}

void crowding_make_room(struct connections *connections, struct connection *newest)
{
    const struct connection_limits *limits = &connections->limits;
    const size_t reserve = crowding_reserve(limits->connections);
    struct room room = {.connections = connections,
                        .newest = newest,
                        .share = crowding_large_share(limits->connections),
                        .recently = monotonic_nanoseconds() - RECENT_NANOSECONDS};
    if (limits->per_address && newest->address &&
        newest->address->connections > limits->per_address) {
        room.address = newest->address;
        if (crowding_close(&room, false, limits->per_address / RESERVE_MAX) == 0)
            connections_end(connections, newest, CONNECTION_ADDRESS_LIMIT);
    } else if (reserve && connections->open > limits->connections - reserve) {
        if (crowding_close(&room, true, reserve / 4) == 0 &&
            crowding_reset(&room, reserve / 4) == 0)
            crowding_close(&room, false, reserve / 4);
    }
}
