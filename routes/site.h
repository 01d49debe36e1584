/* Visits every target without parameters whose answer can be exported as a file.
 *
 * These are every collection, record and relation in each of its formats and under each of its
 * names, also that of a record that was joined with it, which is answered with a redirect (308);
 * the home page, the files of pages, and the descriptions of the service; but not the state of the
 * server and not the search, except the files of `publication->files`. The further pages of a list
 * are found by following `rel="next"`.
 */
#pragma once

#include "archive/archive.h"
#include "http/publication.h"

struct site_file {
    const char *target;    /* without a base path: "/papers", "/papers.csv" */
    const char *file_name; /* the name of the file, such as "_index.json", in a folder named like
                              the target; NULL if the target itself is the path of the file */
};

/* Returns false to stop. */
typedef bool site_visitor(void *context, const struct site_file *file);

/* Calls `visit` with each target until it returns false. Targets of pages are omitted if
 * `publication->pages` is PAGES_OFF, and those with complete addresses if there is no public one.
 * Returns the result of the last call. */
bool site_visit(const struct archive *archive, const struct publication *publication,
                site_visitor *visit, void *context);
