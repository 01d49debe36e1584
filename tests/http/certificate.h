/* Certificates for servers of a test, good for an hour. */
#pragma once

#include <stddef.h>

/* Writes a new key and its certificate, in PEM: for localhost and 127.0.0.1, signed by itself, with
 * that serial number. */
void certificate_write_pair(const char *certificate_at, const char *key_at, unsigned char serial);

/* Writes a file that need not be any of these. */
void pem_file_write(const char *path, const void *bytes, size_t length);
