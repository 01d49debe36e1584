/* An HTTP client for tests: libcurl, with answers that are easy to look into. */
#pragma once

#include <curl/curl.h>
#include <jansson.h>
#include <stddef.h>

enum {
    ANSWER_HEAD_MAX = 8192
};

struct answer {
    long status;
    char head[ANSWER_HEAD_MAX]; /* status line and header fields, as received */
    char *body;                 /* with a NUL behind */
    size_t length;
    long connections; /* how many had to be opened for it: 0 on a kept one */
};

/* One connection, kept between requests. */
struct client {
    CURL *curl;
    const char *url;         /* of the server, borrowed */
    const char *authorities; /* a file of certificates to trust, borrowed; or NULL */
};

void client_init(struct client *client, const char *url);
void client_finish(struct client *client);

/* Sends a request without a body and reads the whole answer, or fails the test. The answer is
 * finished by the caller. */
struct answer client_send(struct client *client, const char *method, const char *path);
/* The same with header fields of the caller's, "Name: value", up to a NULL; libcurl's own Accept is
 * left out where none is given. */
struct answer client_send_with(struct client *client, const char *method, const char *path,
                               const char *const *fields);
struct answer client_get(struct client *client, const char *path);
void answer_finish(struct answer *answer);

/* The value of a header field, in a buffer that the next call overwrites; NULL where it is not
 * there. */
const char *answer_header(const struct answer *answer, const char *name);

/* GETs a path that must answer `status` with JSON, which the caller decrefs. */
json_t *client_get_json(struct client *client, const char *path, long status);
