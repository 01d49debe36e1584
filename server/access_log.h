/* The access log: one line per request on standard output, in the Common Log Format. */
#pragma once

#include <stddef.h>
#include <sys/socket.h>

/* What is remembered of a request until its answer has been sent. */
struct logged_request {
    char method[16];
    char version[16];
    unsigned status;
    size_t bytes; /* of the body */
};

/* Starts a request; longer methods and versions are cut. */
void logged_request_begin(struct logged_request *logged, const char *method, const char *version);

/* Writes the line with one write(2), so that threads do not mix theirs. What is not printable
 * ASCII, and quotation marks and backslashes, appear as \xHH. */
void access_log_write(const struct logged_request *logged, const char *target,
                      const struct sockaddr *client);
