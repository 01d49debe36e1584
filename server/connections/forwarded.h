/* Reads what trusted proxies say of the client: its address, in Forwarded (RFC 7239) or
 * X-Forwarded-For, and its scheme, in Forwarded or X-Forwarded-Proto.
 *
 * Each proxy appends the address of its client. So, from the right, trusted addresses are proxies,
 * and the first untrusted address is the client, or the leftmost one if all are trusted. Anything
 * further left is untrusted. If one of these addresses cannot be read ("unknown", a pseudonym, a
 * malformed text), the client is the peer.
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

/* Prepares for a request from `peer`, which is trusted. */
void forwarded_init(struct forwarded *forwarded, const struct network *trusted,
                    size_t trusted_count, const struct address *peer);

/* Reads a line of Forwarded or of X-Forwarded-For. Call one of the two for all lines of its field,
 * from the first to the last. */
void forwarded_read(struct forwarded *forwarded, const char *line);
void forwarded_read_for(struct forwarded *forwarded, const char *line);

/* Reports whether the client used https, according to a trusted proxy: to the last element of a
 * line of Forwarded, or if that says nothing of the scheme, to X-Forwarded-Proto. Each may be NULL.
 */
bool forwarded_is_https(const char *line, const char *scheme);
