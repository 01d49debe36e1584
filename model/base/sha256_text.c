#include "base/sha256_text.h"

#include <nettle/base16.h>

void sha256_text_finish(struct sha256_ctx *context, char text[SHA256_TEXT_BYTES])
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(context, sizeof digest, digest);
    base16_encode_update(text, sizeof digest, digest);
    text[SHA256_TEXT_BYTES - 1] = '\0';
}

void sha256_text(const void *bytes, size_t length, char text[SHA256_TEXT_BYTES])
{
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, length, bytes);
    sha256_text_finish(&context, text);
}
