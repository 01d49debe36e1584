/* The certificate and the key of the server, which can be replaced while it runs.
 *
 * A connection keeps the pair that it began with; later connections get the newest pair. GnuTLS
 * passes no user data to its callback, so the pair is global.
 */
#pragma once

#include "base/buffer.h"
#include "options/options.h"

#include <gnutls/abstract.h>
#include <time.h>

/* TLS 1.2 and later with forward secrecy and authenticated encryption: without static RSA and CBC
 * (RFC 9325, section 4.1). The server's order of the ciphers decides. */
#define TLS_PRIORITIES                                                                             \
    "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-RSA:-AES-128-CBC:-AES-256-CBC:-CAMELLIA-128-CBC:" \
    "-CAMELLIA-256-CBC:-3DES-CBC:-ARCFOUR-128:-AES-128-CCM-8:-AES-256-CCM-8:%SERVER_PRECEDENCE"

enum {
    TLS_FAILURE_MAX = 512
};

/* Reads the files that the options name. If they are faulty, keeps the previous pair and returns
 * false, with the file and the reason written to standard error. */
bool tls_load(const struct options *options);

/* Reports whether the last load failed. Writes its reason to `ret_reason`, or "". May be called by
 * any thread. */
bool tls_failed(char ret_reason[TLS_FAILURE_MAX]);

/* Appends a line about the last load, in the format of server_status.h. Appends nothing if no pair
 * is loaded. */
void tls_write_check(struct buffer *out);

/* Returns when the certificate expires, in seconds since 1970, or -1 if none is loaded. */
time_t tls_expiry(void);

/* Frees the pair. Call it when no connection can begin any more. */
void tls_unload(void);

/* Returns a copy of the pair to GnuTLS: the callback of MHD_OPTION_HTTPS_CERT_CALLBACK2. */
gnutls_certificate_retrieve_function3 tls_retrieve;
