#include "http/compression.h"

#include <brotli/encode.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

/* Levels at which an answer of 20 KB takes well under a millisecond: it is compressed while
 * somebody waits, and then kept. */
enum {
    BROTLI_LEVEL = 3,
    ZSTD_LEVEL = 3,
    GZIP_LEVEL = 4
};

/* Each returns the number of bytes written into `out`, which holds `bound(size)`; 0 on failure. */

static size_t brotli_bound(size_t size)
{
    return BrotliEncoderMaxCompressedSize(size);
}

static size_t brotli_compress(const struct buffer *in, char *out, size_t room)
{
    size_t written = room;
    const BROTLI_BOOL done =
        BrotliEncoderCompress(BROTLI_LEVEL, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, in->length,
                              (const uint8_t *)in->bytes, &written, (uint8_t *)out);
    return done ? written : 0;
}

static size_t zstd_bound(size_t size)
{
    return ZSTD_compressBound(size);
}

static size_t zstd_compress(const struct buffer *in, char *out, size_t room)
{
    const size_t written = ZSTD_compress(out, room, in->bytes, in->length, ZSTD_LEVEL);
    return ZSTD_isError(written) ? 0 : written;
}

static size_t gzip_bound(size_t size)
{
    return compressBound(size) + 32;
}

static size_t gzip_compress(const struct buffer *in, char *out, size_t room)
{
    enum {
        GZIP_WINDOW = 15 + 16,
        GZIP_MEMORY = 8
    };
    z_stream stream = {0};
    if (in->length > UINT32_MAX || room > UINT32_MAX ||
        deflateInit2(&stream, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return 0;
    stream.next_in = (z_const Bytef *)in->bytes;
    stream.avail_in = (uInt)in->length;
    stream.next_out = (Bytef *)out;
    stream.avail_out = (uInt)room;
    const int result = deflate(&stream, Z_FINISH);
    const size_t written = stream.total_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? written : 0;
}

static const struct {
    size_t (*bound)(size_t size);
    size_t (*compress)(const struct buffer *in, char *out, size_t room);
} compressors[CODING_COUNT] = {
    [CODING_BROTLI] = {brotli_bound, brotli_compress},
    [CODING_ZSTD] = {zstd_bound, zstd_compress},
    [CODING_GZIP] = {gzip_bound, gzip_compress},
};

void compress_body(struct buffer *body, enum coding coding)
{
    if (coding == CODING_IDENTITY || body->failed)
        return;
    const size_t room = compressors[coding].bound(body->length);
    char *out = room ? malloc(room) : NULL;
    const size_t written = out ? compressors[coding].compress(body, out, room) : 0;
    if (!written) {
        free(out);
        body->failed = true;
        return;
    }
    free(body->bytes);
    body->bytes = out;
    body->length = written;
    body->capacity = room;
    buffer_fit(body);
}
