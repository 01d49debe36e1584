/* A request as the routes see it: plain values, whatever server received them. */
#pragma once

enum method {
    METHOD_GET,
    METHOD_HEAD,
    METHOD_OPTIONS,
    METHOD_OTHER
};

/* What every URL answers to, as `Allow` lists it. */
#define METHODS_ALLOWED "GET, HEAD, OPTIONS"

struct request {
    enum method method;
    const char *target; /* the request target as it came (RFC 9112, section 3.2), undecoded */
};
