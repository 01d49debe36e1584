/* Proactive content negotiation (RFC 9110, section 12): the formats and codings that a client
 * prefers.
 *
 * Header values are passed as received, or as NULL if the client has not sent the header. An
 * element that breaks the grammar is ignored.
 */
#pragma once

#include <stdbool.h>

/* Content codings (RFC 9110, section 8.4.1). If a client has no preference, the last one is chosen.
 */
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

/* The codings that a client accepts, as far as answers depend on them. All zeros without
 * `Accept-Encoding`. */
struct coding_choice {
    enum coding best;       /* CODING_NONE if the client excludes every coding */
    bool identity_excluded; /* true if a body must not be sent without a coding */
};

/* Chooses the coding by `Accept-Encoding` (RFC 9110, section 12.5.3), which may be NULL. */
struct coding_choice negotiation_choose_coding(const char *accept_encoding);

/* Reports whether a client prefers a page to JSON: if `text/html` has the higher quality. A tie
 * goes to JSON, and so does a client that sends no `Accept`. */
bool negotiation_prefers_page(const char *accept);

/* Returns the quality of a media type, which may have parameters, from 0 (not acceptable) to 1000:
 * that of the most specific range in `Accept` that covers the type (RFC 9110, section 12.5.1).
 * Returns 1000 if `accept` is NULL. */
int negotiation_quality(const char *accept, const char *media_type);
