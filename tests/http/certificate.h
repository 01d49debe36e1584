/* Certificates for test servers. */
#pragma once

#include <stddef.h>

/* Writes a new key and its self-signed certificate for localhost and 127.0.0.1, in PEM format.
 * `serial` is the serial number of the certificate, which is valid for an hour. */
void certificate_write_pair(const char *certificate_at, const char *key_at, unsigned char serial);

/* Likewise, valid between two times, in seconds from now. */
void certificate_write_pair_valid(const char *certificate_at, const char *key_at,
                                  unsigned char serial, long from, long to);

/* Writes a key and three certificates to one file: that of the key, which has serial number 1, its
 * issuer, which has 2, and the issuer of that, which has 3. `order` has the index of each in the
 * file: {0, 1, 2} writes them in the order of their serial numbers. */
void certificate_write_chain(const char *chain_at, const char *key_at, const size_t order[3]);

/* Writes bytes to a file; they need not be valid PEM. */
void pem_file_write(const char *path, const void *bytes, size_t length);
