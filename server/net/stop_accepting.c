#define _DEFAULT_SOURCE /* IP_MINTTL */
#include "net/stop_accepting.h"

#include <netinet/in.h>
#include <sys/socket.h>

/* A socket of IPv6 may hear IPv4 as well; one of IPv4 knows the first option only. */
static bool hear_from(int socket, int hop_limit)
{
    const bool ipv6 =
        setsockopt(socket, IPPROTO_IPV6, IPV6_MINHOPCOUNT, &hop_limit, sizeof hop_limit) == 0;
    return setsockopt(socket, IPPROTO_IP, IP_MINTTL, &hop_limit, sizeof hop_limit) == 0 || ipv6;
}

bool door_close(int listener)
{
    return hear_from(listener, 255);
}

void door_open(int connection)
{
    hear_from(connection, 0);
}
