/* Certificates for test servers, valid for an hour. */
#pragma once

#include <stddef.h>

/* Writes a new key and its self-signed certificate for localhost and 127.0.0.1, in PEM format.
 * `serial` is the serial number of the certificate. */
void certificate_write_pair(const char *certificate_at, const char *key_at, unsigned char serial);

/* Writes bytes to a file; they need not be valid PEM. */
void pem_file_write(const char *path, const void *bytes, size_t length);
