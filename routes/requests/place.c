#include "requests/place.h"

#include <string.h>
#include <strings.h>

/* Returns the length of the scheme and the colon with which an address begins, or 0 if the name is
 * not an address: after the colon of an address there is a slash. */
static size_t scheme_length(const char *name)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.";
    const size_t length = strspn(name, letters);
    return length > 0 && name[length] == ':' && name[length + 1] == '/' ? length + 1 : 0;
}

/* Returns what follows a prefix in any case of letters, if the prefix ends there, or NULL. */
static const char *after(const char *text, const char *prefix)
{
    const size_t length = strlen(prefix);
    return strncasecmp(text, prefix, length) == 0 && strchr("/?#", text[length]) ? text + length
                                                                                 : NULL;
}

static const char *without_base_path(const struct mcp *mcp, const char *path)
{
    return after(path, request_base_path(mcp->request));
}

/* Returns the path after "//" and the host of the service, or NULL. The scheme may be another one:
 * the same service may answer to http and https. */
static const char *path_here(const struct mcp *mcp, const char *rest)
{
    const char *own = strstr(mcp->address, "//");
    const char *path = own ? after(rest, own) : NULL;
    return path ? without_base_path(mcp, path) : NULL;
}

const char *place_path(const struct mcp *mcp, const char *name)
{
    const size_t scheme = scheme_length(name);
    if (strncmp(name + scheme, "//", 2) == 0)
        return path_here(mcp, name + scheme);
    if (scheme)
        return after(name, PLACE_SCHEME);
    const char *path = *name == '/' ? without_base_path(mcp, name) : NULL;
    return path ? path : name;
}

/* Returns where the segment begins that ends at `end`. */
static const char *segment_before(const char *path, const char *end)
{
    while (end > path && end[-1] != '/')
        end--;
    return end;
}

bool place_read(const struct mcp *mcp, const char *name, struct place *ret_place)
{
    const char *path = place_path(mcp, name);
    if (!path)
        return false;
    const char *end = path + strcspn(path, "?#");
    while (end > path + 1 && end[-1] == '/')
        end--;
    ret_place->id = segment_before(path, end);
    ret_place->id_length = (size_t)(end - ret_place->id);
    end = ret_place->id > path ? ret_place->id - 1 : path;
    ret_place->collection = segment_before(path, end);
    ret_place->collection_length = (size_t)(end - ret_place->collection);
    return true;
}
