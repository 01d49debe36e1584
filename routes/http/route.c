#include "http/route.h"

#include <string.h>

bool route_is_served(const struct route *route, const struct request *request)
{
    return request->listener_role == LISTENER_ALL ||
           route->monitoring == (request->listener_role == LISTENER_ADMIN);
}

bool route_has_address(const struct route *route, const struct request *request)
{
    return !route->complete || (request->publication && request->publication->url);
}

/* Reports whether a segment of a pattern, of `length` bytes, matches a segment of a path. */
static bool segment_matches(const char *pattern, size_t length, const char *segment)
{
    const char *open = memchr(pattern, '{', length);
    const size_t before = open ? (size_t)(open - pattern) : length, whole = strlen(segment);
    if (strncmp(pattern, segment, before) != 0)
        return false;
    if (!open)
        return whole == length;
    const char *rest = strchr(open, '}') + 1;
    const size_t after = (size_t)(pattern + length - rest);
    return whole >= before + after && memcmp(segment + whole - after, rest, after) == 0;
}

static bool pattern_matches(const char *pattern, const struct target *target)
{
    const char *next = pattern[1] ? pattern + 1 : NULL;
    for (size_t i = 0; i < target->segment_count; i++) {
        if (!next)
            return false;
        const size_t length = strcspn(next, "/");
        if (!segment_matches(next, length, target->segments[i]))
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
