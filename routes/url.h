/* The URLs of records, collections and relations, as paths from the server's root.
 *
 * Slugs and the names of collections and relations need no percent-encoding, nor escaping in JSON.
 */
#pragma once

#include "archive.h"
#include "buffer.h"
#include "json_writer.h"

/* A path of up to three segments, which are borrowed. */
struct url {
    const char *segments[3];
    size_t count;
    const char *suffix; /* behind the last segment, as ".csv"; or NULL */
};

/* /papers/some-id, the one URL by which a record refers to itself. */
struct url url_of_record(const struct record *record);

/* /sessions/some-id/papers. */
struct url url_of_relation(const struct record *owner, const struct relation *relation);

/* /papers. */
struct url url_of_collection(const struct collection *collection);

void url_append(struct buffer *out, const struct url *url);

/* As a JSON string. */
void url_write(struct json_writer *writer, const struct url *url);
