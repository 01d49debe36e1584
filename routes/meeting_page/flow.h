/* The flow of a meeting: which papers and points its proposals take up, and which decisions were
 * taken on them. Private to the folder. */
#pragma once

#include "meeting_page/meeting_page_private.h"

enum {
    FLOW_ROWS_MAX = 60,  /* of each column; there is no picture of a longer list */
    FLOW_LINKS_MAX = 400 /* curves between two columns */
};

/* A link from a row of a column to one of the next. */
struct flow_link {
    size_t from, to; /* rows; `from` is a row of the same column if `within` is true */
    bool within, inferred;
    const struct value *note; /* may be absent */
};

struct flow_links {
    struct flow_link at[FLOW_LINKS_MAX]; /* by `to` */
    size_t count;
};

struct flow {
    const struct record *const *proposals;
    size_t proposal_count;
    const struct record *sources[FLOW_ROWS_MAX];
    double mean[FLOW_ROWS_MAX]; /* of the rows to which the curves of a source lead */
    size_t source_count;
    const struct record *decisions[FLOW_ROWS_MAX];
    size_t decision_count;
    struct flow_links taken_up, decided; /* to proposals; from proposals to decisions */
};

/* Finds the sources of the proposals, which are set, and the decisions on them. The rest of `flow`
 * is 0. */
void flow_find(struct record_page *page, struct flow *flow);
