/* The URLs in answers: the only code that composes them.
 *
 * They are paths from the root of the site, and begin with the base path of the request
 * (request.h), which may be NULL. The base path, slugs and the names of collections and relations
 * need no percent-encoding, and no escaping in JSON or HTML.
 */
#pragma once

#include "archive/archive.h"
#include "base/buffer.h"
#include "base/json_writer.h"

/* Returns what is wrong with a text as base path, as "it must begin with \"/\""; or NULL if it is
 * one: segments of characters that are not reserved in a URL (RFC 3986, section 2.3). */
const char *url_base_path_problem(const char *text);

/* A path of up to three segments, which are borrowed. */
struct url {
    const char *base_path; /* or NULL */
    const char *segments[3];
    size_t count;
    const char *suffix; /* after the last segment, as ".csv"; or NULL */
};

/* Returns the canonical URL of a record: /papers/some-id. */
struct url url_of_record(const char *base_path, const struct record *record);

/* Returns /sessions/some-id/papers. */
struct url url_of_relation(const char *base_path, const struct record *owner,
                           const struct relation *relation);

/* Returns /papers. */
struct url url_of_collection(const char *base_path, const struct collection *collection);

void url_append(struct buffer *out, const struct url *url);

/* Writes the URL as a JSON string. */
void url_write(struct json_writer *writer, const struct url *url);

/* The same for a path that is given as text, as "/docs"; also as a member of an object. */
void url_append_path(struct buffer *out, const char *base_path, const char *path);
void url_write_path(struct json_writer *writer, const char *base_path, const char *path);
void url_write_path_member(struct json_writer *writer, const char *name, const char *base_path,
                           const char *path);

/* Appends *separator, which is '?' before the first parameter and '&' afterwards, and a parameter
 * of a query, percent-encoded. */
void url_append_parameter(struct buffer *out, char *separator, const char *name, const char *value);
