/* The data from which a request is answered: one loaded archive with its selector and a searcher.
 *
 * A view is borrowed from a snapshot for one request. The same view gives the same answers.
 */
#pragma once

struct archive;
struct searcher;
struct selector;

struct snapshot_view {
    const struct archive *archive; /* NULL if no record is loaded yet */
    struct selector *selector;     /* of the archive; NULL only if `archive` is NULL */
    struct searcher *searcher;     /* of the archive, for the calling thread only; NULL if
                                      `archive` is NULL, or if the request is for monitoring */
};
