/* All that there is to be asked for without a parameter, one after the other: what a set of files
 * can answer in the server's place.
 *
 * That is every collection, record and relation in each of its forms, under each of its names, the
 * dashboard and its files, and the descriptions of the service; not what is of the moment, and not
 * a search. The pages behind the first of a list are found by following `rel="next"`.
 */
#pragma once

#include "archive/archive.h"

struct site_file {
    const char *target; /* as it is asked for, without a base path: "/papers", "/papers.csv" */
    const char *accept; /* with this `Accept`, or NULL */
    const char *index;  /* what a file in a folder called as the target is to be called, since more
                           targets begin like it or it has no suffix; NULL: the file is the target */
};

typedef bool site_visitor(void *context, const struct site_file *file);

/* Calls `visit` with each, until it returns false; returns what it returned last. */
bool site_visit(const struct archive *archive, site_visitor *visit, void *context);
