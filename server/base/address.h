/* Addresses of the Internet and networks of them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

struct address {
    sa_family_t family;      /* AF_INET, AF_INET6, or AF_UNSPEC where it is not known */
    unsigned char bytes[16]; /* 4 of IPv4 */
};

struct network {
    struct address address; /* its first */
    unsigned bits;          /* that all of its addresses begin with */
};

enum {
    ADDRESS_TEXT_MAX = 46 /* with the NUL */
};

/* That of a socket's peer, which may be NULL. An IPv4 address in IPv6's clothes (RFC 4291, section
 * 2.5.5.2), as a socket for both has it, is taken for the IPv4 address. */
struct address address_of(const struct sockaddr *peer);

/* An address as text that need not end in a NUL; IPv6 without brackets. False where it is none. */
bool address_parse(const char *text, size_t length, struct address *ret_address);

/* The address as text, or NULL where it is not known. */
const char *address_write(const struct address *address, char text[ADDRESS_TEXT_MAX]);

/* A network in CIDR notation (RFC 4632), or a single address. False where it is none, or where bits
 * behind the prefix are set. */
bool network_parse(const char *text, struct network *ret_network);

bool network_contains(const struct network *network, const struct address *address);
