/* Proactive content negotiation (RFC 9110, section 12): which of the available forms a client
 * prefers.
 *
 * Header values are taken as received; NULL is a header that was not sent. An element that breaks
 * the grammar is ignored.
 */
#pragma once

#include <stdbool.h>

/* Content codings (RFC 9110, section 8.4.1). If a client has no preference, the last is best. */
enum coding {
    CODING_IDENTITY,
    CODING_GZIP,
    CODING_ZSTD,
    CODING_BROTLI,
    CODING_COUNT,
    CODING_NONE = CODING_COUNT
};

/* By enum coding, as `Content-Encoding` names them. */
extern const char *const coding_names[CODING_COUNT];

/* Which codings a client accepts, as far as answers depend on it. All zeros if it has not said. */
struct coding_choice {
    enum coding best;       /* CODING_NONE if the client excludes every coding */
    bool identity_excluded; /* true if a body must not be sent without a coding */
};

/* Chooses the coding by `Accept-Encoding` (RFC 9110, section 12.5.3). */
struct coding_choice negotiation_choose_coding(const char *accept_encoding);

/* Returns how much a client wants a media type, which may have parameters, from 0 (not at all) to
 * 1000: the quality of the most specific range in `Accept` that covers it (RFC 9110, section
 * 12.5.1). Without `Accept`, 1000. */
int negotiation_quality(const char *accept, const char *media_type);
