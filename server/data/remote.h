/* A record that is fetched from a URL: the origin, as HTTP calls where a copy comes from.
 *
 * It is asked by conditional GET (RFC 9110, section 13), and only 200 and 304 count. What it sends
 * is taken whole or not at all, within a number of bytes and of seconds; redirects are followed a
 * few times, to https alone; certificates are always verified. (`--cors-origin` is about the
 * origins of pages, which is another word spelt the same.)
 */
#pragma once

#include "options/options.h"

#include <curl/curl.h>
#include <stddef.h>
#include <stdint.h>

enum {
    VALIDATOR_MAX = 512 /* with the NUL; a longer one is not kept */
};

/* What an origin has sent, whole. */
struct origin_copy {
    char *body; /* allocated; NULL where there is none */
    size_t length;
    char entity_tag[VALIDATOR_MAX]; /* these two as they came, or "" */
    char last_modified[VALIDATOR_MAX];
    int64_t modified; /* what the latter says, or else when it was fetched: seconds since 1970 */
};

/* Frees the body; there is none afterwards. */
void origin_copy_finish(struct origin_copy *copy);

/* Why a URL cannot be one of an origin, in a sentence, or NULL. It is https, or http at a loopback
 * address, where nobody is on the way, or `http_anywhere`; it has no name and password, as messages
 * and /readyz show it. */
const char *origin_url_problem(const char *url, bool http_anywhere);

enum origin_answer {
    ORIGIN_NEW,       /* 200: *copy is what it sent */
    ORIGIN_UNCHANGED, /* 304, or 200 with the very bytes of *copy */
    ORIGIN_FAILED
};

enum {
    ORIGIN_REASON_MAX = 256
};

/* Asks for what is newer than *copy. Where it fails, *copy is as it was, `reason` says why, and
 * *ret_retry_after how many seconds the origin wants to be left alone, 0 where it does not say. */
enum origin_answer origin_fetch(CURL *curl, const struct options *options, const char *url,
                                struct origin_copy *copy, char reason[ORIGIN_REASON_MAX],
                                long *ret_retry_after);
