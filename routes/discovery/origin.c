#include "discovery/origin.h"

#include "http/problem.h"

#include <stdio.h>
#include <string.h>

bool origin_find(const struct call *call, struct response *response, char origin[ORIGIN_BYTES_MAX])
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";
    const struct publication *publication = call->request->publication;
    const char *host = call->request->host;
    if (publication && publication->url)
        return snprintf(origin, ORIGIN_BYTES_MAX, "%s", publication->url) < ORIGIN_BYTES_MAX;
    response->varies_by_host = true;
    return host && *host && !host[strspn(host, plain)] &&
           snprintf(origin, ORIGIN_BYTES_MAX, "http://%s", host) < ORIGIN_BYTES_MAX;
}

bool origin_require(const struct call *call, struct response *response,
                    char origin[ORIGIN_BYTES_MAX])
{
    if (origin_find(call, response, origin))
        return true;
    problem_answer(response, call->request, 404,
                   "%s needs the address of this service; send \"Host\", or start the server with "
                   "--url",
                   call->route->pattern);
    return false;
}
