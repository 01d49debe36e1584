/* The handlers that the router's table lists: one for each pattern of path.
 *
 * Each is handed a request to GET something, already taken apart, and fills in the answer.
 */
#pragma once

#include "query.h"
#include "searcher.h"

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
handler data_schema_answer; /* data_schema.c: /schema.json */
handler search_answer;      /* search.c: /search */
handler collection_answer;  /* collection.c: /{collection} */
handler item_answer;        /* item.c: /{collection}/{id} */
handler relation_answer;    /* item.c: /{collection}/{id}/{relation} */

/* The collection that the first segment names; else NULL, with 404 answered. */
const struct collection *call_collection(const struct call *call, struct response *response);

/* Reads the parameters of a call for records of a type, many (`list`) or one. False, with 400
 * answered, where they are wrong. */
bool call_query(const struct call *call, const struct record_type *type, bool list,
                struct query *ret_query, struct response *response);

/* Whether a call that takes no parameters has none; else 400 is answered. */
bool call_has_no_parameters(const struct call *call, struct response *response);
