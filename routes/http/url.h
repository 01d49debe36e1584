/* The URLs in answers. No other code composes them.
 *
 * They are paths from the root of the site, and begin with the base path of the request
 * (request.h), which may be NULL. The base path, slugs and the names of collections and relations
 * need no percent-encoding, and no escaping in JSON or HTML.
 */
#pragma once

#include "archive/archive.h"
#include "base/buffer.h"
#include "base/json_writer.h"

/* Returns why a text is not a base path, such as "it must begin with \"/\"", or NULL if it is one:
 * a path of segments of unreserved characters (RFC 3986, section 2.3). */
const char *url_base_path_problem(const char *text);

/* A path of up to three segments, which are borrowed. */
struct url {
    const char *base_path; /* or NULL */
    const char *segments[3];
    size_t count;
    const char *suffix; /* after the last segment, such as ".csv"; or NULL */
};

/* Returns the canonical URL of a record: /papers/some-id. */
struct url url_of_record(const char *base_path, const struct record *record);

/* Returns the URL of a relation: /sessions/some-id/papers. */
struct url url_of_relation(const char *base_path, const struct record *owner,
                           const struct relation *relation);

/* Returns the URL of a collection: /papers. */
struct url url_of_collection(const char *base_path, const struct collection *collection);

/* Appends the URL. */
void url_append(struct buffer *out, const struct url *url);

/* Writes the URL as a JSON string. */
void url_write(struct json_writer *writer, const struct url *url);

/* The folder of the files of pages with parameters. No collection has this name. */
#define URL_QUERY_FOLDER "/query/"

/* Appends a URL with a query, which is empty or begins with "?". If `files`, the query is a folder,
 * so that a file can have the URL: "/query/offset=100/people.html". */
void url_append_with_query(struct buffer *out, const struct url *url, const struct buffer *query,
                           bool files);

/* Reports whether each file system can have a folder of the name that a query (`length` bytes)
 * stands for: it has letters, digits, "-._~=&,", and spaces and other scripts as percent-encoded,
 * and is short. */
bool url_query_fits_file(const char *query, size_t length);

/* Append or write the URL of a path that is given as text, such as "/docs"; the last one writes it
 * as a member of an object. */
void url_append_path(struct buffer *out, const char *base_path, const char *path);
void url_write_path(struct json_writer *writer, const char *base_path, const char *path);
void url_write_path_member(struct json_writer *writer, const char *name, const char *base_path,
                           const char *path);

/* Appends *separator and a percent-encoded parameter. `value` is in its list form (target.h): only
 * the commas after a backslash are encoded, without the backslash. The caller sets *separator to
 * '?' before the first parameter; this function then sets it to '&'. */
void url_append_parameter(struct buffer *out, char *separator, const char *name, const char *value);
