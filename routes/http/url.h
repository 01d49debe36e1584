/* The URLs in answers: the only place where one is put together.
 *
 * They are paths from the root of the site, each behind the request's base path (request.h), which
 * may be NULL. It, slugs and the names of collections and relations need no percent-encoding, nor
 * escaping in JSON or HTML.
 */
#pragma once

#include "archive/archive.h"
#include "base/buffer.h"
#include "base/json_writer.h"

/* What is wrong with a text as base path, as in "it must begin with \"/\""; NULL where it is one:
 * segments of characters that mean nothing in a URL (RFC 3986, section 2.3). */
const char *url_base_path_problem(const char *text);

/* A path of up to three segments, which are borrowed. */
struct url {
    const char *base_path; /* or NULL */
    const char *segments[3];
    size_t count;
    const char *suffix; /* behind the last segment, as ".csv"; or NULL */
};

/* /papers/some-id, the one URL by which a record refers to itself. */
struct url url_of_record(const char *base_path, const struct record *record);

/* /sessions/some-id/papers. */
struct url url_of_relation(const char *base_path, const struct record *owner,
                           const struct relation *relation);

/* /papers. */
struct url url_of_collection(const char *base_path, const struct collection *collection);

void url_append(struct buffer *out, const struct url *url);

/* As a JSON string. */
void url_write(struct json_writer *writer, const struct url *url);

/* The same of a path that is written out, as "/docs"; also as a member of an object. */
void url_append_path(struct buffer *out, const char *base_path, const char *path);
void url_write_path(struct json_writer *writer, const char *base_path, const char *path);
void url_write_path_member(struct json_writer *writer, const char *name, const char *base_path,
                           const char *path);

/* A parameter of a query, percent-encoded, behind *separator, which is '?' before the first. */
void url_append_parameter(struct buffer *out, char *separator, const char *name, const char *value);
