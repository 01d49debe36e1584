/* The URLs of records, collections and relations, as paths from the server's root.
 *
 * Slugs and the names of collections and relations need no percent-encoding.
 */
#pragma once

#include "archive.h"

enum {
    URL_PATH_MAX = 256
};

/* "/papers/some-id", the one URL by which a record refers to itself. */
void url_of_record(const struct record *record, char path[URL_PATH_MAX]);

/* "/sessions/some-id/papers". */
void url_of_relation(const struct record *owner, const struct relation *relation,
                     char path[URL_PATH_MAX]);

/* "/papers". */
void url_of_collection(const char *name, char path[URL_PATH_MAX]);
