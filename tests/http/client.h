/* An HTTP client for tests: libcurl, with each answer in one struct. */
#pragma once

#include <curl/curl.h>
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    ANSWER_HEAD_MAX = 8192
};

struct answer {
    long status;
    char head[ANSWER_HEAD_MAX]; /* status line and header fields, as received */
    char *body;                 /* ends with an additional NUL */
    size_t length;
    size_t capacity;  /* of body */
    long connections; /* opened for this request; 0 if an open one was used */
};

/* One connection, which stays open between requests. */
struct client {
    CURL *curl;
    const char *url;         /* URL of the server, borrowed */
    const char *authorities; /* file of trusted certificates, borrowed; may be NULL */
};

void client_init(struct client *client, const char *url);
void client_finish(struct client *client);

/* Sends a request without a body and reads the whole answer, or fails the test. The caller finishes
 * the answer. */
struct answer client_send(struct client *client, const char *method, const char *path);
/* Like client_send, with header fields ("Name: value", up to a NULL). Accept is sent only if it is
 * among them. */
struct answer client_send_with(struct client *client, const char *method, const char *path,
                               const char *const *fields);
struct answer client_get(struct client *client, const char *path);
void answer_finish(struct answer *answer);

/* Returns the value of a header field in a buffer that the next call overwrites, or NULL if the
 * answer does not have the field. */
const char *answer_header(const struct answer *answer, const char *name);

/* Sleeps for 20 milliseconds. Loops that wait for a condition call it up to MOMENTS times, which is
 * four minutes at least: a test waits for an event, and this only ends a test that waits in vain.
 */
enum {
    MOMENTS = 12000
};
void pause_a_moment(void);

/* Repeats a GET until the answer contains a text. Returns false after MOMENTS attempts. */
bool client_waits_for_text(struct client *client, const char *path, const char *text);

/* Waits until the server answers a request, whatever the status. Fails the test after MOMENTS
 * attempts. */
void client_wait_for_answers(struct client *client);

/* Returns the JSON that a GET of `path` is answered with; fails the test if the status is not
 * `status`. The caller decrefs it. */
json_t *client_get_json(struct client *client, const char *path, long status);
