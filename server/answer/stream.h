/* A response that is written while it is sent.
 *
 * The library asks for bytes when the client has read some; the stream then lets its source write
 * the next pieces. It keeps a reference to its snapshot, and what it holds counts towards the limit
 * of unsent answers (bodies.h). It is sent in chunks if its length is unknown. So a client
 * notices if it cannot be completed; for HTTP/1.0, which has no chunks, the routes count the
 * length.
 */
#pragma once

#include "answer/bodies.h"
#include "answer/snapshot.h"
#include "http/response.h"

#include <microhttpd.h>

/* The objects that a stream uses besides its source. */
struct stream_context {
    struct bodies *bodies;
    struct snapshots *snapshots;
    struct snapshot *snapshot; /* that the calling thread has entered */
    struct MHD_Connection *connection;
    size_t *length;   /* counts the bytes that are sent; outlives the response */
    bool *unfinished; /* true until the last byte is given to the library; likewise */
};

/* Lets a connection be reset when it is closed, so that the kernel frees what waits for its client.
 */
void stream_reset_connection(struct MHD_Connection *connection);

/* Creates the library's response for the source of `response`, without header fields. Takes the
 * source from `response`. Returns NULL, with the source unchanged, if there is no room or if out of
 * memory. */
struct MHD_Response *stream_create(const struct stream_context *context, struct response *response);

/* Creates a response that is sent without its body, and without its length, which is unknown. With
 * libmicrohttpd 0.9.75 it closes the connection: that release sends the end of a chunked body even
 * after the head of a response that has none. Returns NULL if out of memory. */
struct MHD_Response *stream_create_bodiless(void);
