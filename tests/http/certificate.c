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

/* Makes a self-signed certificate for localhost and 127.0.0.1. */
static gnutls_x509_crt_t make_certificate(gnutls_x509_privkey_t key, unsigned char serial,
                                          long from, long to)
{
    static const unsigned char loopback[] = {127, 0, 0, 1};
    gnutls_x509_crt_t certificate;
    cr_assert_eq(gnutls_x509_crt_init(&certificate), 0);
    gnutls_x509_crt_set_version(certificate, 3);
    gnutls_x509_crt_set_serial(certificate, &serial, 1);
    gnutls_x509_crt_set_activation_time(certificate, time(NULL) + from);
    gnutls_x509_crt_set_expiration_time(certificate, time(NULL) + to);
    gnutls_x509_crt_set_dn(certificate, "CN=rapporteur", NULL);
    gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_DNSNAME, "localhost", 9, 0);
    gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_IPADDRESS, loopback,
                                         sizeof loopback, GNUTLS_FSAN_APPEND);
    gnutls_x509_crt_set_basic_constraints(certificate, 1, 0);
    gnutls_x509_crt_set_key(certificate, key);
    cr_assert_eq(gnutls_x509_crt_sign2(certificate, certificate, key, GNUTLS_DIG_SHA256, 0), 0);
    return certificate;
}

void certificate_write_pair(const char *certificate_at, const char *key_at, unsigned char serial)
{
    certificate_write_pair_valid(certificate_at, key_at, serial, -3600, 3600);
}

void certificate_write_pair_valid(const char *certificate_at, const char *key_at,
                                  unsigned char serial, long from, long to)
{
    gnutls_x509_privkey_t key;
    gnutls_datum_t text;
    cr_assert_eq(gnutls_x509_privkey_init(&key), 0);
    cr_assert_eq(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA,
                                              GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0),
                 0);
    gnutls_x509_crt_t certificate = make_certificate(key, serial, from, to);
    cr_assert_eq(gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &text), 0);
    pem_file_write(certificate_at, text.data, text.size);
    gnutls_free(text.data);
    cr_assert_eq(gnutls_x509_privkey_export2(key, GNUTLS_X509_FMT_PEM, &text), 0);
    pem_file_write(key_at, text.data, text.size);
    gnutls_free(text.data);
    gnutls_x509_crt_deinit(certificate);
    gnutls_x509_privkey_deinit(key);
}
