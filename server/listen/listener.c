#include "listen/listener.h"

#include "base/address.h"
#include "base/error_text.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    BACKLOG = 1024,
    /* The kernel holds at most twice as much for a client that does not read. Without a limit, it
     * holds up to 4 MB. Connections inherit it from the listening socket. */
    SEND_BUFFER_BYTES = 64 * 1024,
    /* The same for requests that wait until the answers before them are read: the kernel would hold
     * up to 6 MB. A head is shorter. */
    RECEIVE_BUFFER_BYTES = 32 * 1024
};

static void listener_bound_buffers(int fd)
{
    const int send_buffer = SEND_BUFFER_BYTES, receive_buffer = RECEIVE_BUFFER_BYTES;
    setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &send_buffer, sizeof send_buffer);
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
}

static bool listener_set_flags(int fd)
{
    return fcntl(fd, F_SETFL, O_NONBLOCK) == 0 && fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

static int listener_bind(const struct addrinfo *info)
{
    const int on = 1, off = 0;
    const int fd = socket(info->ai_family, info->ai_socktype, info->ai_protocol);
    if (fd < 0)
        return -1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    listener_bound_buffers(fd);
    if (info->ai_family == AF_INET6) /* so that :PORT accepts IPv4 too */
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    if (bind(fd, info->ai_addr, info->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0 &&
        listener_set_flags(fd))
        return fd;
    const int error = errno;
    close(fd);
    errno = error;
    return -1;
}

static bool listener_write_url(int fd, const char *scheme, char url[LISTENER_URL_MAX])
{
    struct sockaddr_storage address;
    socklen_t length = sizeof address;
    char host[64], port[8];
    if (getsockname(fd, (struct sockaddr *)&address, &length) != 0 ||
        getnameinfo((struct sockaddr *)&address, length, host, sizeof host, port, sizeof port,
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0)
        return false;
    snprintf(url, LISTENER_URL_MAX, strchr(host, ':') ? "%s://[%s]:%s" : "%s://%s:%s", scheme, host,
             port);
    return true;
}

/* An empty host means every address: an IPv6 socket, which accepts IPv4 too, or an IPv4 socket if
 * the machine has no IPv6. */
static int listener_open_first(const char *host, const char *port, int *ret_lookup)
{
    const char *const hosts[] = {*host ? host : "::", *host ? NULL : "0.0.0.0", NULL};
    const struct addrinfo hints = {.ai_socktype = SOCK_STREAM,
                                   .ai_flags = AI_PASSIVE | AI_NUMERICSERV};
    struct addrinfo *found;
    int fd = -1;
    for (const char *const *next = hosts; *next && fd < 0; next++) {
        *ret_lookup = getaddrinfo(*next, port, &hints, &found);
        if (*ret_lookup != 0)
            continue;
        fd = listener_bind(found);
        const int error = errno;
        freeaddrinfo(found);
        errno = error;
    }
    return fd;
}

int listener_open(const char *address, const char *scheme, char ret_url[LISTENER_URL_MAX],
                  FILE *errors)
{
    char host[ADDRESS_HOST_MAX];
    const char *port;
    int lookup = 0;
    if (!address_split(address, host, &port)) {
        fprintf(
            errors,
            "rapporteur: cannot listen on \"%s\"; expected ADDRESS:PORT, PORT from 0 to 65535, for "
            "example 127.0.0.1:8080 or [::1]:8080\n",
            address);
        return -1;
    }
    const int fd = listener_open_first(host, port, &lookup);
    if (fd >= 0 && listener_write_url(fd, scheme, ret_url))
        return fd;
    fprintf(errors, "rapporteur: cannot listen on %s: %s%s\n", address,
            lookup ? gai_strerror(lookup) : error_text(errno),
            !lookup && errno == EADDRINUSE
                ? "; stop the program that listens there, or choose another port"
                : "");
    if (fd >= 0)
        close(fd);
    return -1;
}

static int listener_adopt(int socket, const char *scheme, char url[LISTENER_URL_MAX], FILE *errors)
{
    listener_bound_buffers(socket);
    if (listener_set_flags(socket) && listener_write_url(socket, scheme, url))
        return socket;
    fprintf(errors, "rapporteur: cannot listen on socket %d of the service manager: %s\n", socket,
            error_text(errno));
    close(socket);
    return -1;
}

bool listener_start(struct listener *ret_listener, const char *address, int passed,
                    const char *scheme, FILE *errors)
{
    ret_listener->passed = passed >= 0;
    ret_listener->socket = passed >= 0 ? listener_adopt(passed, scheme, ret_listener->url, errors)
                                       : listener_open(address, scheme, ret_listener->url, errors);
    return ret_listener->socket >= 0;
}

/* Reports whether the address of a socket is the one that a flag names. There, no host means every
 * address. */
static bool address_is_named(const char *address, const char *named)
{
    if (*named != ':')
        return strcmp(address, named) == 0;
    return strcmp(strrchr(address, ':'), named) == 0 &&
           (strncmp(address, "[::]:", 5) == 0 || strncmp(address, "0.0.0.0:", 8) == 0);
}

void listener_warn_of_address(const struct listener *listener, const char *flag, const char *named,
                              FILE *warnings)
{
    if (!listener->passed || !named)
        return;
    const char *address = strstr(listener->url, "://") + strlen("://");
    if (!address_is_named(address, named))
        fprintf(warnings,
                "rapporteur: %s %s has no effect: the service manager passes a socket for %s; "
                "change ListenStream= in its unit\n",
                flag, named, address);
}
