/* The results of a search in the formats for programs: JSON, NDJSON and CSV.
 *
 * May include: http, formats, query.
 */
#pragma once

#include "formats/page.h"
#include "http/request.h"
#include "http/snapshot_view.h"
#include "search/searcher.h"

/* The results of a search, and the request to be answered with them. */
struct search_outcome {
    const struct snapshot_view *snapshot;
    const struct request *request;
    struct search_query query;
    struct search_results results;
    struct buffer snippet; /* of one result, as it is written */
};

/* Write the results, after the header fields. */
void search_write_json(struct search_outcome *found, const struct paged *paged,
                       struct response *response);
void search_write_ndjson(struct search_outcome *found, const struct paged *paged,
                         struct response *response);
void search_write_csv(struct search_outcome *found, const struct paged *paged,
                      struct response *response);

/* Writes a result as a JSON object. */
void search_write_hit(struct json_writer *writer, struct search_outcome *found,
                      const struct search_hit *hit);
