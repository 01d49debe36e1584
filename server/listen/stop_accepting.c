#define _DEFAULT_SOURCE /* IP_MINTTL */
#include "listen/stop_accepting.h"

#include <netinet/in.h>
#include <sys/socket.h>

/* An IPv6 socket may receive IPv4 as well; an IPv4 socket has only the second option. */
static bool set_lowest_hop_limit(int socket, int hop_limit)
{
    const bool ipv6 =
        setsockopt(socket, IPPROTO_IPV6, IPV6_MINHOPCOUNT, &hop_limit, sizeof hop_limit) == 0;
    return setsockopt(socket, IPPROTO_IP, IP_MINTTL, &hop_limit, sizeof hop_limit) == 0 || ipv6;
}

bool stop_accepting(int listener)
{
    return set_lowest_hop_limit(listener, 255);
}

void stop_accepting_exempt(int connection)
{
    set_lowest_hop_limit(connection, 0);
}
