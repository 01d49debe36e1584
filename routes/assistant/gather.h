/* Gathers statements from one list of the API after the other, as one list with pages. Private to
 * the folder. */
#pragma once

#include "assistant/statement.h"
#include "assistant/tool.h"
#include "requests/fetch.h"

struct gathering {
    struct tool_call *call;
    json_t *content;    /* the structured content */
    json_t *statements; /* of the page */
    enum statement_size size;
    const char *person;  /* the id of a person whose part the statements say, or NULL */
    const char *nothing; /* the note on an empty list; NULL for a note on words and filters */
    int64_t total;
    bool failed;
};

/* Begins an empty list. */
struct gathering gather_begin(struct tool_call *call);

/* Adds the records of a list. If it is a search, each hit is replaced by its record. Returns the
 * number of records of the list, and 0 with a failure noted if it cannot be read. */
int64_t gather_list(struct gathering *gathering, const struct fetch_target *list, bool is_search);

/* Adds to each proposal of the page the decisions on it, in "decided_by". */
void gather_decisions(struct gathering *gathering);

/* Returns the structured content with total, offset, next_offset and statements, and a note, unless
 * it has one, if nothing was found or the offset is after the last statement. Returns NULL if a
 * list could not be read. */
json_t *gather_end(struct gathering *gathering);
