/* The address of the client as trusted proxies name it, in Forwarded (RFC 7239) or X-Forwarded-For.
 *
 * Each proxy appends the address that it was asked by. So, from the right, trusted addresses are
 * proxies, and the first other one is the client, or the leftmost if all are trusted. Anything
 * further left is untrusted. If an address on the way cannot be read ("unknown", a pseudonym,
 * something malformed), the client is the peer.
 */
#pragma once

#include "base/network.h"

struct forwarded {
    const struct network *trusted; /* borrowed */
    size_t trusted_count;
    struct address peer;
    struct address client; /* according to the lines read so far */
    bool begun;            /* true if an element has been read */
};

/* Prepares for a request of `peer`, which is trusted. */
void forwarded_init(struct forwarded *forwarded, const struct network *trusted,
                    size_t trusted_count, const struct address *peer);

/* Reads a line of Forwarded, and of X-Forwarded-For. To be called for all lines of one of the two
 * fields, from the first to the last. */
void forwarded_read(struct forwarded *forwarded, const char *line);
void forwarded_read_for(struct forwarded *forwarded, const char *line);
