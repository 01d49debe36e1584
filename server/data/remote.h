/* Fetches data from a URL, called a remote.
 *
 * A fetch is a conditional GET (RFC 9110, section 13). It succeeds if the status is 200 or 304, and
 * if the body is complete and within the limits of size and time. It follows a few redirects, to
 * https only, and always verifies certificates.
 */
#pragma once

#include "options/options.h"

#include <curl/curl.h>
#include <stddef.h>
#include <stdint.h>

enum {
    VALIDATOR_MAX = 512, /* with the NUL; a longer one is not stored */
    MEDIA_TYPE_MAX = 128 /* likewise */
};

/* The body that a remote sent, with its validators. */
struct remote_copy {
    char *body; /* allocated, or NULL */
    size_t length;
    char entity_tag[VALIDATOR_MAX];    /* as sent, or "" */
    char last_modified[VALIDATOR_MAX]; /* as sent, or "" */
    char media_type[MEDIA_TYPE_MAX];   /* Content-Type as sent, or "" */
    int64_t modified; /* Last-Modified, or else the time of the fetch: seconds since 1970 */
};

/* Frees the body and resets the copy to zeros. */
void remote_copy_finish(struct remote_copy *copy);

/* Returns the reason, as a clause, why data must not be fetched from a URL, or NULL. The scheme
 * must be https, or http if the host is a loopback address or `http_anywhere` is true. The URL must
 * not contain a user name or password, because messages and /readyz show it. */
const char *remote_url_problem(const char *url, bool http_anywhere);

enum remote_answer {
    REMOTE_NEW,       /* 200: *copy is the new body */
    REMOTE_UNCHANGED, /* 304, or 200 with the same bytes as *copy */
    REMOTE_FAILED
};

enum {
    REMOTE_REASON_MAX = 256
};

/* Fetches the data if they are newer than *copy. After REMOTE_FAILED, *copy is unchanged, `reason`
 * has the reason, and *ret_retry_after is the value of Retry-After in seconds (RFC 9110, section
 * 10.2.3), or 0. */
enum remote_answer remote_fetch(CURL *curl, const struct options *options, const char *url,
                                struct remote_copy *copy, char reason[REMOTE_REASON_MAX],
                                long *ret_retry_after);
