/* Who the client is, as trusted proxies tell it: in `Forwarded` (RFC 7239) or `X-Forwarded-For`.
 *
 * Each proxy adds at the right whom it was asked by. So, from the right, addresses that are trusted
 * are proxies, and the first that is not is the client, or the leftmost where all are. What further
 * left stands anybody may have written. Where there is no address on that way ("unknown", a
 * pseudonym, something malformed) it stays with the peer.
 */
#pragma once

#include "base/network.h"

struct forwarded {
    const struct network *trusted; /* borrowed */
    size_t trusted_count;
    struct address peer;
    struct address client; /* by what has been read */
    bool begun;
};

/* For a request of `peer`, which is trusted. */
void forwarded_init(struct forwarded *forwarded, const struct network *trusted,
                    size_t trusted_count, const struct address *peer);

/* Reads a line of `Forwarded`, and of `X-Forwarded-For`; to be called for all lines of one of them,
 * from the first to the last. */
void forwarded_read(struct forwarded *forwarded, const char *line);
void forwarded_read_for(struct forwarded *forwarded, const char *line);
