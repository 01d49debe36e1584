/* Finds records by what an assistant calls them: an id, a path, the URL of a page, or a name; in a
 * known collection also by the number, as in "papers/7". Private to the folder. */
#pragma once

#include "assistant/tool.h"
#include "requests/fetch.h"
#include "select/filter.h"

enum {
    FIND_ID_BYTES = 200,
    FIND_TOPICS_MAX = FILTER_OPERANDS_MAX, /* a filter has all of them */
    FIND_LIST_BYTES = 4000                 /* half of the target of a request */
};

/* Topics that a question is about. */
struct found_topics {
    char ids[FIND_LIST_BYTES]; /* with commas between them, or "" */
    size_t count;
    bool is_incomplete; /* true if there are more, which did not fit */
};

/* Finds a record of a collection; a meeting also by its date. Returns false, with the nearest names
 * noted as a failure, if no record or more than one has the name. */
bool find_id(struct tool_call *call, const char *collection, const char *name,
             char ret_id[FIND_ID_BYTES]);

/* Finds the meetings on the date in a name, such as "the council of 11 March 2031", as hits with
 * "id" and "label". Stores whether there is only one, and day and month could not be exchanged.
 * Returns false if the name has no date. */
bool find_meetings_by_date(struct mcp *mcp, const char *name, json_t **ret_hits, bool *ret_certain);

/* Finds the topics with an id or with words in their label, and all that are narrower. Returns
 * false with a failure noted. */
bool find_topics(struct tool_call *call, const char *name, struct found_topics *ret_topics);

/* Finds a record of any type by its id, or by "collection/id", and returns its JSON. Returns NULL,
 * with a failure noted, if there is none. */
json_t *find_any_record(struct tool_call *call, const char *name);
