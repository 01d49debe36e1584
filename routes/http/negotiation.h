/* Proactive content negotiation (RFC 9110, section 12): which of what there is a client prefers.
 *
 * Header values are taken as they came; NULL is a header that was not sent. An element that breaks
 * the grammar counts as not written.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Content codings (RFC 9110, section 8.4.1), the most welcome first where a client has no
 * preference. */
enum coding {
    CODING_BROTLI,
    CODING_ZSTD,
    CODING_GZIP,
    CODING_IDENTITY,
    CODING_COUNT
};

/* By enum coding, as `Content-Encoding` names them. */
extern const char *const coding_names[CODING_COUNT];

/* How much a client wants a media type, which may have parameters, from 0 (not at all) to 1000: the
 * value of the most specific range in `Accept` that covers it (RFC 9110, section 12.5.1). 1000
 * where there is no `Accept`. */
int accept_quality(const char *accept, const char *media_type);

/* The best acceptable coding, among `offered` (a set of 1 << coding). False where none is
 * acceptable, which takes an explicit exclusion of identity (RFC 9110, section 12.5.3). */
bool choose_coding(const char *accept_encoding, unsigned offered, enum coding *ret_coding);
