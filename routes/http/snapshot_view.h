/* What requests are answered from: one loaded archive and what reads it.
 *
 * Borrowed from a snapshot for one request; the same view gives the same answers.
 */
#pragma once

struct archive;
struct searcher;
struct selector;

struct snapshot_view {
    const struct archive *archive; /* NULL: no record is loaded yet */
    struct selector *selector;     /* over the archive; NULL only if that is NULL */
    struct searcher *searcher;     /* over the archive, for the calling thread alone; NULL if that
                                      is NULL, or if only server status is asked for */
};
