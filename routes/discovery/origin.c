#include "discovery/origin.h"

#include "http/problem.h"

bool origin_find(const struct call *call, struct response *response, char origin[ORIGIN_BYTES_MAX])
{
    response->varies_by_host = true;
    return request_address(call->request, origin);
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
