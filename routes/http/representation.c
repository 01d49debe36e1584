#include "http/representation.h"

#include "http/http_date.h"
#include "http/problem.h"
#include "work/work.h"

#include <brotli/encode.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>
#include <zlib.h>
#include <zstd.h>

/* Levels that compress 20 KB in much less than a millisecond, because the client waits. */
enum {
    ENTITY_TAG_MAX = 48,
    BROTLI_LEVEL = 3,
    BROTLI_PAGE_LEVEL = 6, /* a page is a ninth smaller; it takes 2 ms for 80 KB in place of 1 ms */
    ZSTD_LEVEL = 3,
    GZIP_LEVEL = 4
};

/* Each compressor returns the number of bytes written to `out`, which has room for `bound(size)`,
 * or 0 if it fails. Equal input and an equal level give equal output. */

static size_t brotli_bound(size_t size)
{
    return BrotliEncoderMaxCompressedSize(size);
}

static size_t brotli_compress(const struct buffer *in, char *out, size_t room, int level)
{
    size_t written = room;
    const BROTLI_BOOL done =
        BrotliEncoderCompress(level, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, in->length,
                              (const uint8_t *)in->bytes, &written, (uint8_t *)out);
    return done ? written : 0;
}

static size_t zstd_bound(size_t size)
{
    return ZSTD_compressBound(size);
}

static size_t zstd_compress(const struct buffer *in, char *out, size_t room, int level)
{
    const size_t written = ZSTD_compress(out, room, in->bytes, in->length, level);
    return ZSTD_isError(written) ? 0 : written;
}

static size_t gzip_bound(size_t size)
{
    return compressBound(size) + 32;
}

_Static_assert(RESPONSE_BODY_MAX < INT32_MAX, "zlib counts the bytes of a body in 32 bits");

static size_t gzip_compress(const struct buffer *in, char *out, size_t room, int level)
{
    enum {
        GZIP_WINDOW = 15 + 16,
        GZIP_MEMORY = 8
    };
    z_stream stream = {0};
    if (deflateInit2(&stream, level, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY, Z_DEFAULT_STRATEGY) !=
        Z_OK)
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

struct compression {
    int level;
    uint64_t work; /* units for each byte */
};
static const struct {
    size_t (*bound)(size_t size);
    size_t (*compress)(const struct buffer *in, char *out, size_t room, int level);
    struct compression of_data, of_page;
} compressors[CODING_COUNT] = {
    [CODING_BROTLI] = {brotli_bound,
                       brotli_compress,
                       {BROTLI_LEVEL, WORK_BROTLI_BYTE},
                       {BROTLI_PAGE_LEVEL, WORK_BROTLI_PAGE_BYTE}},
    [CODING_ZSTD] = {zstd_bound,
                     zstd_compress,
                     {ZSTD_LEVEL, WORK_ZSTD_BYTE},
                     {ZSTD_LEVEL, WORK_ZSTD_BYTE}},
    [CODING_GZIP] = {gzip_bound,
                     gzip_compress,
                     {GZIP_LEVEL, WORK_GZIP_BYTE},
                     {GZIP_LEVEL, WORK_GZIP_BYTE}},
};

/* Returns how a body is compressed: a page is read by a person, often over a slow network. */
static const struct compression *compression_of(const struct response *response, enum coding coding)
{
    const char *type = response_header(response, "Content-Type");
    return type && strncmp(type, "text/html", strlen("text/html")) == 0
               ? &compressors[coding].of_page
               : &compressors[coding].of_data;
}

/* Replaces a body by its compressed bytes. Sets body->failed if out of memory. */
static void compress_body(struct buffer *body, enum coding coding, int level)
{
    if (coding == CODING_IDENTITY || body->failed)
        return;
    const size_t room = compressors[coding].bound(body->length);
    char *out = room ? malloc(room) : NULL;
    const size_t written = out ? compressors[coding].compress(body, out, room, level) : 0;
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

static void write_entity_tag(const struct response *response, enum coding coding,
                             char tag[ENTITY_TAG_MAX])
{
    const struct body_source *source = response->source;
    const XXH128_hash_t hash = source ? (XXH128_hash_t){source->identity[0], source->identity[1]}
                                      : XXH3_128bits(response->body.bytes, response->body.length);
    snprintf(tag, ENTITY_TAG_MAX, "\"%016" PRIx64 "%016" PRIx64 "%s%s\"", (uint64_t)hash.high64,
             (uint64_t)hash.low64, coding == CODING_IDENTITY ? "" : "-",
             coding == CODING_IDENTITY ? "" : coding_names[coding]);
}

/* Reports whether a body is compressed already, as fonts are (WOFF2). */
static bool is_compressed(const struct response *response)
{
    const char *type = response_header(response, "Content-Type");
    return type && strncmp(type, "font/", strlen("font/")) == 0;
}

/* Returns the coding of a body, or CODING_NONE if the client excludes every coding. A body is not
 * compressed if it is short or a font, or if the work of the request does not suffice. */
static enum coding coding_of(const struct request *request, const struct response *response)
{
    const struct buffer *body = &response->body;
    const struct coding_choice *choice = &request->coding;
    if (choice->identity_excluded || choice->best == CODING_NONE)
        return choice->best;
    return body->length >= CODED_BYTES_MIN && !is_compressed(response) &&
                   work_affords(request->work,
                                body->length * compression_of(response, choice->best)->work)
               ? choice->best
               : CODING_IDENTITY;
}

bool representation_complete(const struct request *request, int64_t modified,
                             struct response *response)
{
    const enum coding coding = response->source ? CODING_IDENTITY : coding_of(request, response);
    char tag[ENTITY_TAG_MAX], date[HTTP_DATE_BYTES];
    if (coding == CODING_NONE) {
        problem_answer(response, request, 406,
                       "\"Accept-Encoding\" excludes every available coding; accept br, zstd, gzip "
                       "or identity");
        return false;
    }
    const struct compression *compression = compression_of(response, coding);
    if (!work_spend(request->work, WORK_WRITING, response->body.length * compression->work))
        return false;
    write_entity_tag(response, coding, tag);
    compress_body(&response->body, coding, compression->level);
    if (coding != CODING_IDENTITY)
        response_add_header(response, "Content-Encoding", coding_names[coding]);
    response_add_header(response, "ETag", tag);
    http_date_write(modified, date);
    response_add_header(response, "Last-Modified", date);
    response->validated = true;
    return true;
}

/* Reports whether a header describes the body. */
static bool describes_body(const char *name)
{
    return strcmp(name, "Content-Type") == 0 || strcmp(name, "Content-Encoding") == 0 ||
           strcmp(name, "X-Total-Count") == 0;
}

void representation_omit_body(struct response *response)
{
    size_t kept = 0;
    response->status = 304;
    for (size_t i = 0; i < response->header_count; i++) {
        if (describes_body(response->headers[i].name))
            free(response->headers[i].value);
        else
            response->headers[kept++] = response->headers[i];
    }
    response->header_count = kept;
}
