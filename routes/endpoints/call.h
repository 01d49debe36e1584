/* The handlers that the router's table lists: one for each pattern of path.
 *
 * Each is handed a request to GET something, already taken apart, and fills in the answer.
 */
#pragma once

#include "formats/format.h"
#include "query/query.h"
#include "search/searcher.h"

/* The parameter of /readyz, whatever its value. */
#define READYZ_VERBOSE "verbose"

struct call {
    const struct archive *archive;
    struct searcher *searcher; /* the thread's own */
    const struct request *request;
    const struct target *target;
};

typedef void handler(const struct call *call, struct response *response);

handler service_answer;     /* service.c: / */
handler livez_answer;       /* health.c: /livez */
handler readyz_answer;      /* health.c: /readyz */
handler metrics_answer;     /* health.c: /metrics */
handler data_schema_answer; /* data_schema.c: /schema.json */
handler openapi_answer;     /* openapi.c: /openapi.json */
handler docs_answer;        /* docs.c: /docs */
handler api_catalog_answer; /* api_catalog.c: /.well-known/api-catalog */
handler search_answer;      /* search.c: /search */
handler context_answer;     /* context.c: /context.jsonld */
handler collection_answer;  /* collection.c: /{collection} */
handler item_answer;        /* item.c: /{collection}/{id} */
handler relation_answer;    /* item.c: /{collection}/{id}/{relation} */

/* The collection that the first segment names, and by which suffix where it is the last, else "".
 * NULL, with 404 answered, where there is none. */
const struct collection *call_collection(const struct call *call, const char **ret_suffix,
                                         struct response *response);

/* What a call is for: records of one type, many or one. */
struct resource {
    const struct record_type *type;
    bool list;
    struct url url;     /* its own URL, in the format that was chosen */
    bool by_other_name; /* the request named it otherwise: `Content-Location` tells `url` */
    const struct format *format;
};

/* Chooses the format of a resource, by the suffix or, where that is "", by `Accept`, and
 * completes its URL. False, with 404 or 406 answered that say what there is, where there is none.
 */
bool call_represent(const struct call *call, const char *suffix, struct resource *resource,
                    struct response *response);

/* Reads the parameters of a call for a resource. False, with 400 answered, where they are wrong. */
bool call_query(const struct call *call, const struct resource *resource, struct query *ret_query,
                struct response *response);

/* Adds `Link` with the path by which what is answered refers to itself. */
void call_add_self_link(const struct call *call, const char *path, struct response *response);

/* Whether a call that takes no parameters has none; else 400 is answered. */
bool call_has_no_parameters(const struct call *call, struct response *response);
