/* A cached answer: a response that can be sent repeatedly, complete or as 304 (Not Modified). */
#pragma once

#include "answer/bodies.h"
#include "http/negotiation.h"
#include "http/response.h"

#include <microhttpd.h>
#include <stdbool.h>
#include <stdint.h>

struct traffic_series;

struct cache_entry {
    struct MHD_Response *complete;
    struct MHD_Response *not_modified;
    struct body *body; /* of the complete response, with a reference */
    unsigned status;   /* of the complete response */
    size_t length;     /* of its body */
    char *entity_tag, *last_modified;
    const char *route; /* the pattern of the route that answered, a static text */
    /* Metrics series (traffic.h) for GET and HEAD, complete and 304; NULL until first used. */
    struct traffic_series *series[2][2];
    /* Private to cache.c: */
    char *target, *accept, *origin, *host; /* owned copies of the key */
    bool https;
    bool by_user_agent;
    struct coding_choice coding;
    uint32_t hash; /* of the key */
    bool used;     /* the used bit of CLOCK eviction */
    size_t bytes;  /* memory that counts towards the ceiling */
};

/* Creates an entry from a response, which has validators unless it answers POST, and the body
 * `body`, to which it adds a reference for a cache. Makes a 304 of the response. Returns NULL if
 * out of memory. */
struct cache_entry *cache_entry_create(struct response *response, struct body *body);

/* Accepts NULL. */
void cache_entry_destroy(struct cache_entry *entry);
