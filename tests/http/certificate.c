#include "certificate.h"

#include <criterion/criterion.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <time.h>

void pem_file_write(const char *path, const void *bytes, size_t length)
{
    FILE *out = fopen(path, "wb");
    cr_assert(out && fwrite(bytes, 1, length, out) == length);
    fclose(out);
}

static gnutls_x509_privkey_t make_key(void)
{
    gnutls_x509_privkey_t key;
    cr_assert_eq(gnutls_x509_privkey_init(&key), 0);
    cr_assert_eq(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA,
                                              GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0),
                 0);
    return key;
}

/* Makes an unsigned certificate for localhost and 127.0.0.1. */
static gnutls_x509_crt_t make_certificate(gnutls_x509_privkey_t key, const char *name,
                                          unsigned char serial, long from, long to)
{
    static const unsigned char loopback[] = {127, 0, 0, 1};
    gnutls_x509_crt_t certificate;
    cr_assert_eq(gnutls_x509_crt_init(&certificate), 0);
    gnutls_x509_crt_set_version(certificate, 3);
    gnutls_x509_crt_set_serial(certificate, &serial, 1);
    gnutls_x509_crt_set_activation_time(certificate, time(NULL) + from);
    gnutls_x509_crt_set_expiration_time(certificate, time(NULL) + to);
    gnutls_x509_crt_set_dn(certificate, name, NULL);
    gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_DNSNAME, "localhost", 9, 0);
    gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_IPADDRESS, loopback,
                                         sizeof loopback, GNUTLS_FSAN_APPEND);
    gnutls_x509_crt_set_basic_constraints(certificate, 1, 0);
    gnutls_x509_crt_set_key(certificate, key);
    return certificate;
}

static void sign_certificate(gnutls_x509_crt_t certificate, gnutls_x509_crt_t issuer,
                             gnutls_x509_privkey_t issuer_key)
{
    cr_assert_eq(gnutls_x509_crt_sign2(certificate, issuer, issuer_key, GNUTLS_DIG_SHA256, 0), 0);
}

static void write_key(const char *path, gnutls_x509_privkey_t key)
{
    gnutls_datum_t text;
    cr_assert_eq(gnutls_x509_privkey_export2(key, GNUTLS_X509_FMT_PEM, &text), 0);
    pem_file_write(path, text.data, text.size);
    gnutls_free(text.data);
}

void certificate_write_pair(const char *certificate_at, const char *key_at, unsigned char serial)
{
    certificate_write_pair_valid(certificate_at, key_at, serial, -3600, 3600);
}

void certificate_write_pair_valid(const char *certificate_at, const char *key_at,
                                  unsigned char serial, long from, long to)
{
    const gnutls_x509_privkey_t key = make_key();
    const gnutls_x509_crt_t certificate = make_certificate(key, "CN=rapporteur", serial, from, to);
    gnutls_datum_t text;
    sign_certificate(certificate, certificate, key);
    cr_assert_eq(gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &text), 0);
    pem_file_write(certificate_at, text.data, text.size);
    gnutls_free(text.data);
    write_key(key_at, key);
    gnutls_x509_crt_deinit(certificate);
    gnutls_x509_privkey_deinit(key);
}

void certificate_write_chain(const char *chain_at, const char *key_at, const size_t order[3])
{
    static const char *const names[] = {"CN=rapporteur", "CN=intermediate", "CN=root"};
    gnutls_x509_privkey_t keys[3];
    gnutls_x509_crt_t certificates[3];
    FILE *out = fopen(chain_at, "wb");
    cr_assert(out);
    for (size_t i = 0; i < 3; i++) {
        keys[i] = make_key();
        certificates[i] = make_certificate(keys[i], names[i], (unsigned char)(i + 1), -3600, 3600);
    }
    for (size_t i = 0; i < 3; i++)
        sign_certificate(certificates[i], certificates[i < 2 ? i + 1 : 2], keys[i < 2 ? i + 1 : 2]);
    for (size_t i = 0; i < 3; i++) {
        gnutls_datum_t text;
        cr_assert_eq(gnutls_x509_crt_export2(certificates[order[i]], GNUTLS_X509_FMT_PEM, &text),
                     0);
        cr_assert_eq(fwrite(text.data, 1, text.size, out), text.size);
        gnutls_free(text.data);
    }
    cr_assert_eq(fclose(out), 0);
    write_key(key_at, keys[0]);
    for (size_t i = 0; i < 3; i++) {
        gnutls_x509_crt_deinit(certificates[i]);
        gnutls_x509_privkey_deinit(keys[i]);
    }
}
