/* IP addresses, and the texts that name an address to listen on. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

struct address {
    sa_family_t family;      /* AF_INET, AF_INET6, or AF_UNSPEC if unknown */
    unsigned char bytes[16]; /* in network order; the first 4 for IPv4 */
};

enum {
    ADDRESS_TEXT_MAX = 46,  /* bytes of an address as text, with the NUL */
    ADDRESS_HOST_MAX = 256, /* bytes of a host's name, with the NUL */
    ADDRESS_MAPPED_BITS = 96
};

/* Returns the address of a socket's peer; AF_UNSPEC if `peer` is NULL or of another family. An
 * IPv4-mapped IPv6 address, which a dual-stack socket reports for an IPv4 client, becomes the IPv4
 * address: its first ADDRESS_MAPPED_BITS bits are cut off (RFC 4291, section 2.5.5.2). */
struct address address_of(const struct sockaddr *peer);

/* Parses `length` bytes: IPv4 in dotted decimal, or IPv6 without brackets; a mapped address becomes
 * the IPv4 address. Returns false, with *ret_address unchanged, for anything else. */
bool address_parse(const char *text, size_t length, struct address *ret_address);

/* Reports whether two addresses are the same; two that are unknown are. */
bool address_is_same(const struct address *one, const struct address *other);

/* Writes the address as text. Returns `text`, or NULL if the address is unknown. */
const char *address_write(const struct address *address, char text[ADDRESS_TEXT_MAX]);

/* Splits HOST:PORT, [IPV6]:PORT or :PORT at its last colon, without a look-up. The host is copied,
 * without brackets, and may be empty; *ret_port points into `text` and is a number from 0 to 65535.
 * Returns false for anything else. */
bool address_split(const char *text, char ret_host[ADDRESS_HOST_MAX], const char **ret_port);
