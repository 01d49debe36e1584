/* A record that is larger than the buffers of sockets, so that an answer with it is under way until
 * the client reads it. */
#pragma once

#include "raw.h"

enum {
    LARGE_RECORD_BYTES = 6 * 1024 * 1024
};

/* Writes a data file whose only topic is so large, and returns its path, which is valid until the
 * next call. The caller removes the file. */
const char *large_record_write(void);

/* Requests this topic. Returns when the first bytes of the answer have arrived, unread. */
void large_record_request(struct raw *raw);

/* Waits for the first bytes of an answer. */
void large_record_await(const struct raw *raw);
