#include "http/route.h"

#include <string.h>

bool route_is_served(const struct route *route, const struct request *request)
{
    return request->listener_role == LISTENER_ALL ||
           route->monitoring == (request->listener_role == LISTENER_ADMIN);
}

static bool pattern_matches(const char *pattern, const struct target *target)
{
    const char *next = pattern[1] ? pattern + 1 : NULL;
    for (size_t i = 0; i < target->segment_count; i++) {
        if (!next)
            return false;
        const size_t length = strcspn(next, "/");
        const char *segment = target->segments[i];
        if (*next != '{' && (strncmp(next, segment, length) != 0 || segment[length]))
            return false;
        next = next[length] ? next + length + 1 : NULL;
    }
    return !next;
}

const struct route *route_find(const struct route_table *table, const struct target *target)
{
    for (size_t i = 0; i < table->count; i++)
        if (pattern_matches(table->at[i].pattern, target))
            return &table->at[i];
    return NULL;
}
