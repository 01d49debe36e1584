/* SHA-256 (FIPS 180-4) digests as text: 64 lower-case hexadecimal digits. */
#pragma once

#include <nettle/sha2.h>
#include <stddef.h>

enum {
    SHA256_TEXT_BYTES = 2 * SHA256_DIGEST_SIZE + 1 /* with the NUL */
};

/* Writes the digest of the bytes that were added to `context`, and resets it. */
void sha256_text_finish(struct sha256_ctx *context, char text[SHA256_TEXT_BYTES]);

/* Writes the digest of `length` bytes. */
void sha256_text(const void *bytes, size_t length, char text[SHA256_TEXT_BYTES]);
