/* The certificate and the key with which the server proves who it is, and their replacement while
 * it runs.
 *
 * A connection keeps what it has begun with; one that begins later is shown the newest. GnuTLS
 * hands the function that it asks nothing of ours, so there is one pair for the whole process.
 */
#pragma once

#include "options/options.h"

#include <gnutls/abstract.h>

/* From TLS 1.2 on, else as GnuTLS thinks best. */
#define TLS_PRIORITIES "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"

/* Reads the pair that the options name. Where it is faulty says so on standard error, file and
 * reason, returns false, and what was there before stays. */
bool tls_load(const struct options *options);

/* Forgets the pair, once no connection can begin any more. */
void tls_unload(void);

/* Hands out a copy of the pair: what MHD_OPTION_HTTPS_CERT_CALLBACK2 takes. */
gnutls_certificate_retrieve_function3 tls_retrieve;
