#include "http/representation.h"

#include <brotli/decode.h>
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

enum {
    SIZE = 5000
};

/* Initialises an answer of a media type, with a body that compresses well. */
static void init_typed(struct response *response, const char *media_type, size_t size)
{
    response_init(response);
    response->status = 200;
    response_add_header(response, "Content-Type", media_type);
    response_add_header(response, "X-Total-Count", "1");
    response_add_header(response, "Link", "</>; rel=\"self\"");
    for (size_t i = 0; i < size; i++)
        buffer_append_byte(&response->body, (char)('a' + i % 7));
}

static void init_answer(struct response *response, size_t size)
{
    init_typed(response, "application/json", size);
}

static size_t decode(enum coding coding, const struct buffer *body, char *out, size_t size)
{
    size_t length = size;
    uLongf gzip_length = size;
    z_stream stream = {.next_in = (Bytef *)body->bytes,
                       .avail_in = (uInt)body->length,
                       .next_out = (Bytef *)out,
                       .avail_out = (uInt)size};
    switch (coding) {
    case CODING_BROTLI:
        cr_assert(BrotliDecoderDecompress(body->length, (const uint8_t *)body->bytes, &length,
                                          (uint8_t *)out));
        return length;
    case CODING_ZSTD:
        return ZSTD_decompress(out, size, body->bytes, body->length);
    case CODING_GZIP:
        cr_assert_eq(inflateInit2(&stream, 15 + 16), Z_OK);
        cr_assert_eq(inflate(&stream, Z_FINISH), Z_STREAM_END);
        gzip_length = stream.total_out;
        inflateEnd(&stream);
        return gzip_length;
    default:
        memcpy(out, body->bytes, body->length);
        return body->length;
    }
}

Test(representation, a_compressed_body_decodes_to_the_original_bytes)
{
    for (enum coding coding = 0; coding < CODING_COUNT; coding++) {
        struct response response;
        char decoded[SIZE + 1];
        const struct request request = {.coding = {coding, false}};
        init_answer(&response, SIZE);
        cr_assert(representation_complete(&request, 0, &response));
        const char *named = response_header(&response, "Content-Encoding");
        cr_expect_str_eq(named ? named : "identity", coding_names[coding]);
        cr_expect(coding == CODING_IDENTITY || response.body.length < SIZE / 4);
        cr_expect_eq(decode(coding, &response.body, decoded, sizeof decoded), SIZE);
        for (size_t i = 0; i < SIZE; i++)
            cr_assert_eq(decoded[i], (char)('a' + i % 7));
        response_finish(&response);
    }
}

Test(representation, a_small_body_is_not_compressed_unless_identity_is_excluded)
{
    struct response response;
    const struct request likes_gzip = {.coding = {CODING_GZIP, false}};
    const struct request wants_gzip = {.coding = {CODING_GZIP, true}};
    init_answer(&response, CODED_BYTES_MIN - 1);
    cr_expect(representation_complete(&likes_gzip, 0, &response));
    cr_expect_null(response_header(&response, "Content-Encoding"));
    response_finish(&response);
    init_answer(&response, CODED_BYTES_MIN - 1);
    cr_expect(representation_complete(&wants_gzip, 0, &response));
    cr_expect_str_eq(response_header(&response, "Content-Encoding"), "gzip");
    response_finish(&response);
}

/* WOFF2 is compressed already. */
Test(representation, a_font_is_not_compressed_again_unless_identity_is_excluded)
{
    struct response response;
    for (int excluded = 0; excluded < 2; excluded++) {
        const struct request request = {.coding = {CODING_BROTLI, excluded}};
        init_typed(&response, "font/woff2", SIZE);
        cr_expect(representation_complete(&request, 0, &response));
        cr_expect_eq(response_header(&response, "Content-Encoding") != NULL, excluded);
        response_finish(&response);
    }
}

Test(representation, excluding_every_coding_is_406)
{
    struct response response;
    const struct request request = {.target = "/papers", .coding = {CODING_NONE, true}};
    init_answer(&response, SIZE);
    cr_expect_not(representation_complete(&request, 0, &response));
    cr_expect_eq(response.status, 406);
    cr_expect_not(response.validated);
    cr_expect_null(response_header(&response, "ETag"));
    response_finish(&response);
}

static char *tag_of(enum coding coding, size_t size)
{
    struct response response;
    const struct request request = {.coding = {coding, false}};
    init_answer(&response, size);
    cr_assert(representation_complete(&request, 0, &response));
    char *tag = strdup(response_header(&response, "ETag"));
    response_finish(&response);
    return tag;
}

Test(representation, every_content_and_coding_has_its_own_strong_tag)
{
    char *tags[] = {tag_of(CODING_IDENTITY, SIZE), tag_of(CODING_GZIP, SIZE),
                    tag_of(CODING_BROTLI, SIZE), tag_of(CODING_ZSTD, SIZE),
                    tag_of(CODING_IDENTITY, SIZE + 1)};
    const size_t count = sizeof tags / sizeof *tags;
    char *again = tag_of(CODING_IDENTITY, SIZE);
    cr_expect_str_eq(tags[0], again, "equal content has the same tag");
    for (size_t i = 0; i < count; i++) {
        cr_expect(tags[i][0] == '"' && tags[i][strlen(tags[i]) - 1] == '"', "%s", tags[i]);
        for (size_t j = 0; j < i; j++)
            cr_expect_str_neq(tags[i], tags[j]);
    }
    for (size_t i = 0; i < count; i++)
        free(tags[i]);
    free(again);
}

Test(representation, a_304_has_the_required_headers_but_none_of_the_body)
{
    struct response response;
    const struct request request = {.coding = {CODING_GZIP, false}};
    init_answer(&response, SIZE);
    cr_assert(representation_complete(&request, 784111777, &response));
    response_add_header(&response, "Vary", "Accept, Accept-Encoding");
    representation_omit_body(&response);
    cr_expect_eq(response.status, 304);
    cr_expect_not_null(response_header(&response, "ETag"));
    cr_expect_not_null(response_header(&response, "Vary"));
    cr_expect_str_eq(response_header(&response, "Last-Modified"), "Sun, 06 Nov 1994 08:49:37 GMT");
    cr_expect_null(response_header(&response, "Content-Type"));
    cr_expect_null(response_header(&response, "Content-Encoding"));
    cr_expect_null(response_header(&response, "X-Total-Count"));
    response_finish(&response);
}
