#include "net/tls.h"

#include "base/error_text.h"

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

/* A certificate with those that lead from it to an authority, and its key. */
struct pair {
    gnutls_x509_crt_t certificates[CHAIN_MAX];
    unsigned count;
    gnutls_x509_privkey_t key;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of the pair; for each handshake */
static struct pair current;                              /* of zeros where there is none */

static void pair_finish(struct pair *pair)
{
    for (unsigned i = 0; i < pair->count; i++)
        gnutls_x509_crt_deinit(pair->certificates[i]);
    if (pair->key)
        gnutls_x509_privkey_deinit(pair->key);
    *pair = (struct pair){0};
}

static bool refuse(const char *path, const char *reason)
{
    fprintf(stderr, "rapporteur: no TLS with %s: %s\n", path, reason);
    return false;
}

static bool read_file(const char *path, gnutls_datum_t *ret_text)
{
    errno = 0;
    const int code = gnutls_load_file(path, ret_text);
    return code == 0 || refuse(path, errno ? error_text(errno) : gnutls_strerror(code));
}

static bool read_certificates(const char *path, struct pair *pair)
{
    gnutls_datum_t text;
    if (!read_file(path, &text))
        return false;
    pair->count = CHAIN_MAX;
    const int code = gnutls_x509_crt_list_import(
        pair->certificates, &pair->count, &text, GNUTLS_X509_FMT_PEM,
        GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED | GNUTLS_X509_CRT_LIST_SORT);
    gnutls_free(text.data);
    if (code > 0)
        return true;
    pair->count = 0;
    return refuse(path, code < 0 ? gnutls_strerror(code) : "there is no certificate in it");
}

static bool read_key(const char *path, struct pair *pair)
{
    gnutls_datum_t text;
    if (!read_file(path, &text))
        return false;
    int code = gnutls_x509_privkey_init(&pair->key);
    if (code == 0)
        code = gnutls_x509_privkey_import2(pair->key, &text, GNUTLS_X509_FMT_PEM, NULL, 0);
    gnutls_memset(text.data, 0, text.size);
    gnutls_free(text.data);
    return code == 0 || refuse(path, gnutls_strerror(code));
}

static bool belong_together(const struct pair *pair)
{
    unsigned char one[KEY_ID_MAX], other[KEY_ID_MAX];
    size_t one_size = sizeof one, other_size = sizeof other;
    return gnutls_x509_crt_get_key_id(pair->certificates[0], 0, one, &one_size) == 0 &&
           gnutls_x509_privkey_get_key_id(pair->key, 0, other, &other_size) == 0 &&
           one_size == other_size && memcmp(one, other, one_size) == 0;
}

/* Clients would not take it; but it is what there is. */
static void warn_of_time(const char *path, gnutls_x509_crt_t certificate)
{
    const time_t now = time(NULL);
    if (gnutls_x509_crt_get_expiration_time(certificate) < now)
        fprintf(stderr, "rapporteur: the certificate in %s has expired\n", path);
    else if (gnutls_x509_crt_get_activation_time(certificate) > now)
        fprintf(stderr, "rapporteur: the certificate in %s is not valid yet\n", path);
}

bool tls_load(const struct options *options)
{
    struct pair pair = {.count = 0};
    if (!read_certificates(options->tls_cert, &pair) || !read_key(options->tls_key, &pair) ||
        (!belong_together(&pair) &&
         !refuse(options->tls_key, "it is not the key of the first certificate"))) {
        pair_finish(&pair);
        return false;
    }
    warn_of_time(options->tls_cert, pair.certificates[0]);
    pthread_mutex_lock(&lock);
    struct pair old = current;
    current = pair;
    pthread_mutex_unlock(&lock);
    pair_finish(&old);
    return true;
}

void tls_unload(void)
{
    pair_finish(&current);
}

/* Copies into memory of GnuTLS's, which frees it. */
static gnutls_pcert_st *copy_certificates(void)
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

static gnutls_privkey_t copy_key(void)
{
    gnutls_privkey_t copy;
    if (gnutls_privkey_init(&copy) != 0)
        return NULL;
    if (gnutls_privkey_import_x509(copy, current.key, GNUTLS_PRIVKEY_IMPORT_COPY) == 0)
        return copy;
    gnutls_privkey_deinit(copy);
    return NULL;
}

int tls_retrieve(gnutls_session_t session, const struct gnutls_cert_retr_st *asked,
                 gnutls_pcert_st **certificates, unsigned *count, gnutls_ocsp_data_st **ocsp,
                 unsigned *ocsp_count, gnutls_privkey_t *key, unsigned *flags)
{
    (void)session, (void)asked;
    pthread_mutex_lock(&lock);
    *count = current.count;
    *key = copy_key();
    *certificates = *key ? copy_certificates() : NULL;
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
