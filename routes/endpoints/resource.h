/* The requested resource: one record or a list of records, in the chosen format. */
#pragma once

#include "endpoints/call.h"

struct resource {
    const struct record_type *type; /* of the records */
    const struct record *record;    /* NULL if it is a list */
    struct url url;                 /* the canonical URL in the chosen format */
    bool by_other_name; /* true if the request has another URL: `Content-Location` is `url` */
    const struct format *format;
};

/* Chooses the format by the suffix or, if that is "", by `Accept`, and completes the URL. Returns
 * false, with 404 or 406 and the available formats answered, if there is no such format. */
bool resource_choose_format(const struct call *call, const char *suffix, struct resource *resource,
                            struct response *response);

/* Parses the parameters for the resource in its format. Returns false, with 400 answered, if any of
 * them is wrong. */
bool resource_parse_query(const struct call *call, const struct resource *resource,
                          struct query *ret_query, struct response *response);
