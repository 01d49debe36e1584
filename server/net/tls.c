#include "net/tls.h"

#include "base/error_text.h"
#include "base/server_log.h"

#include <errno.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    CHAIN_MAX = 16,
    KEY_ID_MAX = 64
};

/* A certificate with its chain to an authority, and its key. */
struct tls_pair {
    gnutls_x509_crt_t certificates[CHAIN_MAX];
    unsigned count;
    gnutls_x509_privkey_t key;
};

static pthread_mutex_t lock =
    PTHREAD_MUTEX_INITIALIZER;        /* protects the following; taken once per handshake */
static struct tls_pair current;       /* all zeros if none is loaded */
static char failure[TLS_FAILURE_MAX]; /* of the last load, or "" */

static void tls_pair_finish(struct tls_pair *pair)
{
    for (unsigned i = 0; i < pair->count; i++)
        gnutls_x509_crt_deinit(pair->certificates[i]);
    if (pair->key)
        gnutls_x509_privkey_deinit(pair->key);
    *pair = (struct tls_pair){0};
}

static bool tls_refuse(const char *path, const char *reason)
{
    server_log(SERVER_LOG_ERROR, "cannot use TLS with %s: %s", path, reason);
    pthread_mutex_lock(&lock);
    snprintf(failure, sizeof failure, "cannot use TLS with %s: %s", path, reason);
    pthread_mutex_unlock(&lock);
    return false;
}

static bool tls_read_file(const char *path, gnutls_datum_t *ret_text)
{
    errno = 0;
    const int code = gnutls_load_file(path, ret_text);
    return code == 0 || tls_refuse(path, errno ? error_text(errno) : gnutls_strerror(code));
}

static bool tls_read_certificates(const char *path, struct tls_pair *pair)
{
    gnutls_datum_t text;
    if (!tls_read_file(path, &text))
        return false;
    pair->count = CHAIN_MAX;
    const int code = gnutls_x509_crt_list_import(
        pair->certificates, &pair->count, &text, GNUTLS_X509_FMT_PEM,
        GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED | GNUTLS_X509_CRT_LIST_SORT);
    gnutls_free(text.data);
    if (code >= 0)
        return true;
    pair->count = 0;
    return tls_refuse(path, gnutls_strerror(code));
}

static bool tls_read_key(const char *path, struct tls_pair *pair)
{
    gnutls_datum_t text;
    if (!tls_read_file(path, &text))
        return false;
    int code = gnutls_x509_privkey_init(&pair->key);
    if (code == 0)
        code = gnutls_x509_privkey_import2(pair->key, &text, GNUTLS_X509_FMT_PEM, NULL, 0);
    gnutls_memset(text.data, 0, text.size);
    gnutls_free(text.data);
    return code == 0 || tls_refuse(path, gnutls_strerror(code));
}

static bool tls_pair_matches(const struct tls_pair *pair)
{
    unsigned char one[KEY_ID_MAX], other[KEY_ID_MAX];
    size_t one_size = sizeof one, other_size = sizeof other;
    return gnutls_x509_crt_get_key_id(pair->certificates[0], 0, one, &one_size) == 0 &&
           gnutls_x509_privkey_get_key_id(pair->key, 0, other, &other_size) == 0 &&
           one_size == other_size && memcmp(one, other, one_size) == 0;
}

/* Clients will refuse such a certificate, but the server uses it. */
static void tls_warn_of_dates(const char *path, gnutls_x509_crt_t certificate)
{
    const time_t now = time(NULL);
    if (gnutls_x509_crt_get_expiration_time(certificate) < now)
        server_log(SERVER_LOG_WARNING, "the certificate in %s has expired", path);
    else if (gnutls_x509_crt_get_activation_time(certificate) > now)
        server_log(SERVER_LOG_WARNING, "the certificate in %s is not valid yet", path);
}

bool tls_load(const struct options *options)
{
    struct tls_pair pair = {.count = 0};
    if (!tls_read_certificates(options->tls_cert, &pair) ||
        !tls_read_key(options->tls_key, &pair) ||
        (!tls_pair_matches(&pair) &&
         !tls_refuse(options->tls_key, "it is not the key of the first certificate"))) {
        tls_pair_finish(&pair);
        return false;
    }
    tls_warn_of_dates(options->tls_cert, pair.certificates[0]);
    pthread_mutex_lock(&lock);
    struct tls_pair old = current;
    current = pair;
    *failure = '\0';
    pthread_mutex_unlock(&lock);
    tls_pair_finish(&old);
    return true;
}

bool tls_failed(char ret_reason[TLS_FAILURE_MAX])
{
    pthread_mutex_lock(&lock);
    memcpy(ret_reason, failure, sizeof failure);
    pthread_mutex_unlock(&lock);
    return *ret_reason;
}

void tls_write_check(struct buffer *out)
{
    char reason[TLS_FAILURE_MAX];
    if (tls_expiry() < 0)
        return;
    if (!tls_failed(reason)) {
        buffer_append_text(out, "[+]certificate: loaded\n");
        return;
    }
    buffer_append_text(out, "[!]certificate: still using the previous one: ");
    buffer_append_text(out, reason);
    buffer_append_text(out, "\n");
}

time_t tls_expiry(void)
{
    pthread_mutex_lock(&lock);
    const time_t expiry =
        current.count > 0 ? gnutls_x509_crt_get_expiration_time(current.certificates[0]) : -1;
    pthread_mutex_unlock(&lock);
    return expiry;
}

void tls_unload(void)
{
    tls_pair_finish(&current);
    *failure = '\0';
}

/* Copies the chain into memory that GnuTLS frees. Returns NULL if out of memory. */
static gnutls_pcert_st *tls_copy_certificates(void)
{
    gnutls_pcert_st *copies = gnutls_calloc(current.count, sizeof *copies);
    for (unsigned i = 0; copies && i < current.count; i++) {
        if (gnutls_pcert_import_x509(&copies[i], current.certificates[i], 0) == 0)
            continue;
        while (i-- > 0)
            gnutls_pcert_deinit(&copies[i]);
        gnutls_free(copies);
        return NULL;
    }
    return copies;
}

/* Returns NULL if out of memory. */
static gnutls_privkey_t tls_copy_key(void)
{
    gnutls_privkey_t copy;
    if (gnutls_privkey_init(&copy) != 0)
        return NULL;
    if (gnutls_privkey_import_x509(copy, current.key, GNUTLS_PRIVKEY_IMPORT_COPY) == 0)
        return copy;
    gnutls_privkey_deinit(copy);
    return NULL;
}

int tls_retrieve(gnutls_session_t session, const struct gnutls_cert_retr_st *wanted,
                 gnutls_pcert_st **certificates, unsigned *count, gnutls_ocsp_data_st **ocsp,
                 unsigned *ocsp_count, gnutls_privkey_t *key, unsigned *flags)
{
    (void)session, (void)wanted;
    pthread_mutex_lock(&lock);
    *count = current.count;
    *key = tls_copy_key();
    *certificates = *key ? tls_copy_certificates() : NULL;
    pthread_mutex_unlock(&lock);
    *ocsp = NULL;
    *ocsp_count = 0;
    *flags = GNUTLS_CERT_RETR_DEINIT_ALL;
    if (*certificates)
        return 0;
    if (*key)
        gnutls_privkey_deinit(*key);
    *key = NULL;
    return GNUTLS_E_MEMORY_ERROR;
}
