#include "connections/crowding.h"

enum {
    RESERVE_MAX = 64,
    VICTIMS_MAX = 16, /* closed at once */
    LARGE_SHARE = 16  /* an address with over a sixteenth of all connections holds many */
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

/* Closes up to `most` connections that wait: those of `address`, or if that is NULL, of any.
 * Returns their number. */
static size_t crowding_close(struct connections *connections, const struct connection *newest,
                             const struct client_address *address, size_t most)
{
    struct victims victims = {.most = clamp(most)};
    for (struct connection *one = connections->first; one; one = one->next)
        if (one != newest && !one->closing && (!address || one->address == address) &&
            !atomic_load_explicit(&one->under_way, memory_order_relaxed))
            victims_offer(&victims, one);
    for (size_t i = 0; i < victims.count; i++)
        connections_end(connections, victims.found[i], CONNECTION_MADE_ROOM);
    return victims.count;
}

/* Resets up to `most` connections on which a request is being answered, those first that the same
 * request holds longest. The addresses with few connections keep theirs. */
static void crowding_reset(struct connections *connections, const struct connection *newest,
                           size_t most)
{
    const size_t share = connections->limits.connections / LARGE_SHARE;
    struct victims victims = {.most = clamp(most)};
    for (struct connection *one = connections->first; one; one = one->next)
        if (one != newest && one->address && one->address->connections > share)
            victims_offer(&victims, one);
    for (size_t i = 0; i < victims.count; i++)
        connections_reset(connections, victims.found[i], CONNECTION_MADE_ROOM);
}

void crowding_make_room(struct connections *connections, struct connection *newest)
{
    const struct connection_limits *limits = &connections->limits;
    const size_t reserve = crowding_reserve(limits->connections);
    const struct client_address *address = newest->address;
    if (limits->per_address && address && address->connections > limits->per_address) {
        if (crowding_close(connections, newest, address, limits->per_address / RESERVE_MAX) == 0)
            connections_end(connections, newest, CONNECTION_ADDRESS_LIMIT);
    } else if (reserve && connections->open > limits->connections - reserve) {
        if (crowding_close(connections, newest, NULL, reserve / 4) == 0)
            crowding_reset(connections, newest, reserve / 4);
    }
}
