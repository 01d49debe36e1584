/* Every target without parameters, one after the other: what a set of files can answer in place of
 * the server.
 *
 * That is every collection, record and relation in each of its formats, under each of its names;
 * the dashboard and its files; and the descriptions of the service. It is not the state of the
 * server, and not a search. The pages after the first of a list are found by following
 * `rel="next"`.
 */
#pragma once

#include "archive/archive.h"

struct site_file {
    const char *target;    /* without a base path: "/papers", "/papers.csv" */
    const char *accept;    /* the `Accept` to request it with, or NULL */
    const char *file_name; /* of the file in a folder that is named like the target, as there are
                              longer targets, or none with a suffix; NULL: the target is the file */
};

/* Returns false to stop. */
typedef bool site_visitor(void *context, const struct site_file *file);

/* Calls `visit` with each target until it returns false. Returns what the last call returned. */
bool site_visit(const struct archive *archive, site_visitor *visit, void *context);
