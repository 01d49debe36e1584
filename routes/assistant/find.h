/* Finds records by what an assistant calls them: an id, a path, the URL of a page, or a name; in a
 * known collection also by the number, as in "papers/7". Private to the folder. */
#pragma once

#include "assistant/tool.h"
#include "requests/fetch.h"

enum {
    FIND_ID_BYTES = 200,
    FIND_TOPICS_MAX = 16,
    FIND_LIST_BYTES = FIND_TOPICS_MAX * FIND_ID_BYTES
};

/* Finds a record of a collection. Returns false, with the nearest names noted as a failure, if no
 * record or more than one has the name. */
bool find_id(struct tool_call *call, const char *collection, const char *name,
             char ret_id[FIND_ID_BYTES]);

/* Finds the topics with an id or with words in their label, and those that are narrower. Writes
 * their ids with commas between them, or "" if there are none. */
bool find_topics(struct tool_call *call, const char *name, char ret_ids[FIND_LIST_BYTES]);

/* Finds a record of any type by its id, or by "collection/id", and returns its JSON. Returns NULL,
 * with a failure noted, if there is none. */
json_t *find_any_record(struct tool_call *call, const char *name);
