#include "answer/stream.h"

#include <stdlib.h>
#include <sys/socket.h>

enum {
    PIECES_BYTES = 8 * 1024,  /* written at once, at least */
    BLOCK_BYTES = 4 * 1024,   /* of the library's buffer, which it uses for HTTP/1.0 only */
    PIECE_BYTES_MAX = 8 << 20 /* of one record */
};

struct stream {
    struct stream_context context;
    struct body_source *source;
    uint64_t snapshot_number;
    struct buffer pieces; /* written and not sent */
    size_t sent;          /* bytes of them that are sent */
    size_t reserved;      /* bytes that count towards the limit */
    bool written;         /* true if the source has written everything */
};

static void stream_destroy(void *cls)
{
    struct stream *stream = cls;
    stream->source->destroy(stream->source);
    buffer_finish(&stream->pieces);
    bodies_change(stream->context.bodies, stream->reserved, 0);
    snapshots_release(stream->context.snapshots, stream->context.snapshot);
    free(stream);
}

void stream_reset_connection(struct MHD_Connection *connection)
{
    const struct linger reset = {.l_onoff = 1, .l_linger = 0};
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info)
        setsockopt(info->connect_fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
}

static ssize_t stream_fail(const struct stream *stream)
{
    stream_reset_connection(stream->context.connection);
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

static size_t stream_bytes(const struct stream *stream)
{
    return sizeof *stream + BLOCK_BYTES + stream->source->bytes +
           (stream->pieces.capacity > PIECES_BYTES ? stream->pieces.capacity : PIECES_BYTES);
}

/* Writes the next pieces. Returns false if that fails or exceeds the limit. */
static bool stream_write(struct stream *stream)
{
    stream->sent = 0;
    if (stream->pieces.capacity / 4 > PIECES_BYTES)
        buffer_finish(&stream->pieces);
    buffer_clear(&stream->pieces);
    while (!stream->written && stream->pieces.length < PIECES_BYTES && !stream->pieces.failed)
        stream->written = !stream->source->write(stream->source, &stream->pieces);
    const size_t bytes = stream_bytes(stream);
    if (stream->pieces.failed || !bodies_change(stream->context.bodies, stream->reserved, bytes))
        return false;
    stream->reserved = bytes;
    return true;
}

/* Counts bytes that are sent. The library does not ask for more than a length that it knows, so the
 * last of these bytes end the stream, although the source has not said so. */
static void stream_count_sent(struct stream *stream, size_t length)
{
    const struct stream_context *context = &stream->context;
    stream->sent += length;
    *context->length += length;
    *context->unfinished = *context->length != stream->source->length &&
                           (!stream->written || stream->sent < stream->pieces.length);
}

/* The library's callback; it is called again with the bytes after those that it has got. */
static ssize_t stream_read(void *cls, uint64_t position, char *bytes, size_t most)
{
    struct stream *stream = cls;
    (void)position;
    if (snapshots_is_expired(stream->context.snapshots, stream->snapshot_number))
        return stream_fail(stream);
    if (stream->sent == stream->pieces.length && !stream->written && !stream_write(stream))
        return stream_fail(stream);
    const size_t left = stream->pieces.length - stream->sent;
    const size_t length = left < most ? left : most;
    if (length == 0)
        return MHD_CONTENT_READER_END_OF_STREAM;
    memcpy(bytes, stream->pieces.bytes + stream->sent, length);
    stream_count_sent(stream, length);
    return (ssize_t)length;
}

struct MHD_Response *stream_create(const struct stream_context *context, struct response *response)
{
    struct stream *stream = calloc(1, sizeof *stream);
    if (!stream)
        return NULL;
    stream->context = *context;
    stream->source = response->source;
    stream->snapshot_number = context->snapshot->number;
    buffer_init(&stream->pieces, PIECE_BYTES_MAX);
    stream->reserved = stream_bytes(stream);
    if (!bodies_reserve(context->bodies, stream->reserved)) {
        free(stream);
        return NULL;
    }
    struct MHD_Response *made = MHD_create_response_from_callback(
        stream->source->length, BLOCK_BYTES, stream_read, stream, stream_destroy);
    if (!made) {
        bodies_change(context->bodies, stream->reserved, 0);
        free(stream);
        return NULL;
    }
    snapshots_retain(context->snapshots, context->snapshot);
    response->source = NULL;
    *context->length = 0;
    *context->unfinished = true;
    return made;
}

#if MHD_VERSION >= 0x01000000
struct MHD_Response *stream_create_bodiless(void)
{
    return MHD_create_response_empty(MHD_RF_HEAD_ONLY_RESPONSE);
}
#else
static ssize_t stream_read_nothing(void *cls, uint64_t position, char *bytes, size_t most)
{
    (void)cls, (void)position, (void)bytes, (void)most;
    return MHD_CONTENT_READER_END_OF_STREAM;
}

struct MHD_Response *stream_create_bodiless(void)
{
    struct MHD_Response *made =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 1, stream_read_nothing, NULL, NULL);
    if (made)
        MHD_set_response_options(made, MHD_RF_HTTP_1_0_COMPATIBLE_STRICT, MHD_RO_END);
    return made;
}
#endif
