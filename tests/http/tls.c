/* --tls-cert and --tls-key: HTTPS, versions of TLS, and certificates that are replaced. */
#include "../source_path.h"
#include "certificate.h"
#include "raw.h"
#include "served.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-tls-XXXXXX";
static char certificate_path[64], key_path[64], other_path[64], other_key_path[64];

static void prepare(void)
{
    cr_assert(mkdtemp(folder));
    snprintf(certificate_path, sizeof certificate_path, "%s/certificate.pem", folder);
    snprintf(key_path, sizeof key_path, "%s/key.pem", folder);
    snprintf(other_path, sizeof other_path, "%s/other.pem", folder);
    snprintf(other_key_path, sizeof other_key_path, "%s/other-key.pem", folder);
    certificate_write_pair(certificate_path, key_path, 1);
    certificate_write_pair(other_path, other_key_path, 9);
}

static void remove_files(void)
{
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(tls, .init = prepare, .fini = remove_files);

static void start(void)
{
    /* On a busy machine a handshake may take longer than the default of --head-seconds. */
    const char *const arguments[] = {"--tls-cert",     certificate_path, "--tls-key", key_path,
                                     "--head-seconds", "3600",           NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
    client.authorities = certificate_path;
}

static int connect_to(int port)
{
    const struct sockaddr_in address = {.sin_family = AF_INET,
                                        .sin_port = htons((uint16_t)port),
                                        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    cr_assert_eq(connect(fd, (const struct sockaddr *)&address, sizeof address), 0);
    return fd;
}

/* The cipher and the certificates of the last successful handshake. */
static gnutls_cipher_algorithm_t last_cipher;
static unsigned char last_serials[4]; /* of the certificates, in the order in which they came */
static unsigned last_count;           /* of the certificates */

static unsigned char serial_of(const gnutls_datum_t *der)
{
    gnutls_x509_crt_t certificate;
    unsigned char serial = 0;
    size_t size = 1;
    gnutls_x509_crt_init(&certificate);
    gnutls_x509_crt_import(certificate, der, GNUTLS_X509_FMT_DER);
    gnutls_x509_crt_get_serial(certificate, &serial, &size);
    gnutls_x509_crt_deinit(certificate);
    return serial;
}

/* Makes a handshake and returns its GnuTLS code. *ret_serial is the serial number of the server's
 * certificate, or 0 if the handshake fails. */
static int shake_hands(const char *priorities, unsigned char *ret_serial)
{
    gnutls_session_t session;
    gnutls_certificate_credentials_t credentials;
    unsigned count = 0;
    const int fd = connect_to(served.port);
    gnutls_certificate_allocate_credentials(&credentials);
    gnutls_init(&session, GNUTLS_CLIENT);
    cr_assert_eq(gnutls_priority_set_direct(session, priorities, NULL), 0);
    gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, credentials);
    gnutls_transport_set_int(session, fd);
    gnutls_handshake_set_timeout(session, 240 * 1000);
    const int code = gnutls_handshake(session);
    const gnutls_datum_t *shown = code == 0 ? gnutls_certificate_get_peers(session, &count) : NULL;
    *ret_serial = 0;
    if (shown) {
        last_cipher = gnutls_cipher_get(session);
        last_count = count;
        for (unsigned i = 0; i < count && i < sizeof last_serials; i++)
            last_serials[i] = serial_of(&shown[i]);
        *ret_serial = last_serials[0];
    }
    gnutls_deinit(session);
    gnutls_certificate_free_credentials(credentials);
    close(fd);
    return code;
}

static unsigned char serial_shown(void)
{
    unsigned char serial;
    cr_assert_eq(shake_hands("NORMAL", &serial), 0);
    return serial;
}

Test(tls, answers_equal_those_over_plain_http)
{
    static const char *const paths[] = {"/",        "/papers?limit=2", "/papers/1.csv",
                                        "/nothing", "/openapi.json",   "/search?q=energy"};
    struct test_server plain;
    struct client plain_client;
    server_start(&plain, NULL);
    client_init(&plain_client, plain.url);
    start();
    cr_expect_eq(strncmp(served.url, "https://", 8), 0, "%s", served.url);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct answer answer = client_get(&client, paths[i]);
        struct answer expected = client_get(&plain_client, paths[i]);
        cr_expect_eq(answer.status, expected.status, "%s", paths[i]);
        cr_expect_eq(answer.connections, i == 0, "%s", paths[i]);
        cr_expect_str_eq(answer.body, expected.body, "%s", paths[i]);
        answer_finish(&answer);
        answer_finish(&expected);
    }
    client_finish(&plain_client);
    cr_expect_eq(server_stop(&plain), 0);
    stop_serving();
}

/* Reports whether the server refuses a handshake, by an alert or by closing the connection. */
static bool is_refused(const char *priorities)
{
    unsigned char serial;
    const int code = shake_hands(priorities, &serial);
    return code == GNUTLS_E_FATAL_ALERT_RECEIVED || code == GNUTLS_E_PREMATURE_TERMINATION;
}

Test(tls, versions_before_1_2_are_refused)
{
    unsigned char serial;
    start();
    cr_expect_eq(shake_hands("NORMAL:-VERS-ALL:+VERS-TLS1.3", &serial), 0);
    cr_expect_eq(shake_hands("NORMAL:-VERS-ALL:+VERS-TLS1.2", &serial), 0);
    cr_expect(is_refused("NORMAL:-VERS-ALL:+VERS-TLS1.1"));
    cr_expect(is_refused("NORMAL:-VERS-ALL:+VERS-TLS1.0"));
    stop_serving();
}

#define TLS_1_2 "NORMAL:-VERS-ALL:+VERS-TLS1.2"

Test(tls, ciphers_without_forward_secrecy_or_authentication_are_refused)
{
    unsigned char serial;
    start();
    cr_expect_eq(shake_hands(TLS_1_2 ":-CIPHER-ALL:+AES-128-GCM", &serial), 0);
    cr_expect(is_refused(TLS_1_2 ":-KX-ALL:+RSA"));
    cr_expect(is_refused(TLS_1_2 ":-CIPHER-ALL:+AES-128-CBC:+AES-256-CBC"));
    cr_expect(is_refused(TLS_1_2 ":-CIPHER-ALL:+CAMELLIA-128-CBC:+CAMELLIA-256-CBC"));
    stop_serving();
}

Test(tls, order_of_the_server_decides_the_cipher)
{
    static const char *const versions[] = {"TLS1.2", "TLS1.3"};
    unsigned char serial;
    start();
    for (size_t i = 0; i < 2; i++) {
        char ascending[128], descending[128];
        snprintf(ascending, sizeof ascending,
                 "NORMAL:-VERS-ALL:+VERS-%s:-CIPHER-ALL:+AES-128-GCM:+AES-256-GCM", versions[i]);
        snprintf(descending, sizeof descending,
                 "NORMAL:-VERS-ALL:+VERS-%s:-CIPHER-ALL:+AES-256-GCM:+AES-128-GCM", versions[i]);
        cr_expect_eq(shake_hands(ascending, &serial), 0);
        const gnutls_cipher_algorithm_t first = last_cipher;
        cr_expect_eq(shake_hands(descending, &serial), 0);
        cr_expect_eq(last_cipher, first, "the client's order decides with %s", versions[i]);
    }
    stop_serving();
}

/* Returns the metrics of a server that closes a connection if its handshake takes over a second. */
static struct answer get_metrics(void)
{
    client_wait_for_answers(&client);
    return client_get(&client, "/metrics");
}

/* Sends the first bytes of a handshake one by one, two in a second. */
Test(tls, dripping_handshake_is_closed_in_time)
{
    const char *const arguments[] = {
        "--tls-cert", certificate_path, "--tls-key", key_path, "--head-seconds", "1", NULL};
    static const unsigned char hello[] = {0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3};
    char byte;
    ssize_t count = -1;
    server_start(&served, arguments);
    client_init(&client, served.url);
    client.authorities = certificate_path;
    const int fd = connect_to(served.port);
    for (size_t i = 0; i < MOMENTS && count < 0; i++) {
        if (i % 25 == 0)
            send(fd, i / 25 < sizeof hello ? &hello[i / 25] : &hello[3], 1, MSG_NOSIGNAL);
        pause_a_moment();
        count = recv(fd, &byte, 1, MSG_DONTWAIT);
    }
    cr_expect_eq(count, 0, "the handshake is not ended");
    close(fd);
    struct answer answer = get_metrics();
    cr_expect(strstr(answer.body, "_ended_total{reason=\"late_head\"} ") &&
                  !strstr(answer.body, "_ended_total{reason=\"late_head\"} 0\n"),
              "%s", answer.body);
    answer_finish(&answer);
    stop_serving();
}

Test(tls, hsts_is_sent_with_every_answer_if_it_is_wanted)
{
    static const char *const paths[] = {"/",       "/papers",  "/papers",
                                        "/papers", "/papers/", "/nothing"};
    const char *const arguments[] = {"--tls-cert",     certificate_path, "--tls-key",
                                     key_path,         "--hsts",         "31536000",
                                     "--head-seconds", "3600",           NULL};
    start();
    struct answer answer = client_get(&client, "/");
    cr_expect(!answer_header(&answer, "Strict-Transport-Security"));
    answer_finish(&answer);
    stop_serving();
    server_start(&served, arguments);
    client_init(&client, served.url);
    client.authorities = certificate_path;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        answer = client_get(&client, paths[i]);
        const char *value = answer_header(&answer, "Strict-Transport-Security");
        cr_expect(value && strcmp(value, "max-age=31536000") == 0, "%s", paths[i]);
        answer_finish(&answer);
    }
    stop_serving();
}

/* RFC 6797, section 6.1.1: with 0 a browser forgets the host. */
Test(tls, hsts_of_zero_seconds_is_sent)
{
    const char *const arguments[] = {
        "--tls-cert", certificate_path, "--tls-key", key_path, "--hsts", "0", NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
    client.authorities = certificate_path;
    struct answer answer = client_get(&client, "/");
    const char *value = answer_header(&answer, "Strict-Transport-Security");
    cr_expect(value && strcmp(value, "max-age=0") == 0, "%s", answer.head);
    answer_finish(&answer);
    stop_serving();
}

Test(tls, hsts_is_not_sent_over_plain_http)
{
    static const char *const arguments[] = {"--hsts", "60", NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
    struct answer answer = client_get(&client, "/");
    cr_expect(!answer_header(&answer, "Strict-Transport-Security"));
    answer_finish(&answer);
    stop_serving();
}

/* The admin listener has no TLS. */
Test(tls, hsts_is_not_sent_by_the_admin_listener)
{
    char listen[32], url[40];
    snprintf(listen, sizeof listen, "127.0.0.1:%d", free_port());
    snprintf(url, sizeof url, "http://%s", listen);
    const char *const arguments[] = {"--tls-cert",     certificate_path, "--tls-key",
                                     key_path,         "--hsts",         "60",
                                     "--admin-listen", listen,           NULL};
    struct client admin;
    server_start(&served, arguments);
    client_init(&client, served.url);
    client_init(&admin, url);
    client_wait_for_answers(&admin);
    struct answer answer = client_get(&admin, "/livez");
    cr_expect_eq(answer.status, 200);
    cr_expect(!answer_header(&answer, "Strict-Transport-Security"), "%s", answer.head);
    answer_finish(&answer);
    client_finish(&admin);
    stop_serving();
}

/* Reads standard error up to the next line that contains `words`. */
static void expect_logged(const char *words)
{
    char line[512] = "";
    for (size_t length = 0; !strstr(line, words);) {
        if (length + 1 >= sizeof line || (length > 0 && line[length - 1] == '\n'))
            length = 0;
        cr_assert_eq(read(served.errors, line + length, 1), 1, "no line contains \"%s\"", words);
        line[++length] = '\0';
    }
}

Test(tls, sighup_loads_the_new_certificate_and_drops_no_connection)
{
    start();
    struct answer answer = client_get(&client, "/livez");
    answer_finish(&answer);
    cr_expect_eq(serial_shown(), 1);
    for (unsigned char serial = 2; serial < 6; serial++) {
        certificate_write_pair(certificate_path, key_path, serial);
        kill(served.pid, SIGHUP);
        expect_logged("reloaded the certificate");
        cr_expect_eq(serial_shown(), serial);
        answer = client_get(&client, "/papers");
        cr_expect(answer.status == 200 && answer.connections == 0);
        answer_finish(&answer);
    }
    stop_serving();
}

Test(tls, the_end_of_the_certificate_is_a_metric)
{
    static const char name[] = "\nrapporteur_certificate_expiry_timestamp_seconds ";
    certificate_write_pair_valid(certificate_path, key_path, 1, -60, 3 * 86400);
    start();
    struct answer metrics = client_get(&client, "/metrics");
    const char *found = strstr(metrics.body, name);
    cr_assert(found, "%s", metrics.body);
    const double left = strtod(found + strlen(name), NULL) - (double)time(NULL);
    cr_expect(left > 3 * 86400 - 300 && left <= 3 * 86400, "%f", left);
    answer_finish(&metrics);
    client_finish(&client);
    server_stop(&served);
}

Test(tls, faulty_new_pair_is_reported_and_the_old_one_stays_in_use)
{
    start();
    pem_file_write(certificate_path, "no certificate", 14);
    kill(served.pid, SIGHUP);
    expect_logged("certificate.pem: ");
    expect_logged("keeping the previous certificate");
    cr_expect_eq(serial_shown(), 1);
    certificate_write_pair(certificate_path, other_key_path, 2);
    kill(served.pid, SIGHUP);
    expect_logged("key.pem: it is not the key of the first certificate");
    expect_logged("keeping the previous certificate");
    cr_expect_eq(serial_shown(), 1);
    remove(key_path);
    kill(served.pid, SIGHUP);
    expect_logged("key.pem: No such file or directory");
    cr_expect_eq(serial_shown(), 1);
    stop_serving();
}

/* Expects one line of /readyz?verbose and one of /metrics. */
static void expect_state_of_certificate(const char *check, const char *metric)
{
    struct answer ready = client_get(&client, "/readyz?verbose");
    struct answer metrics = client_get(&client, "/metrics");
    cr_expect(ready.status == 200 && strstr(ready.body, check), "%s", ready.body);
    cr_expect(strstr(metrics.body, metric), "%s", metrics.body);
    answer_finish(&ready);
    answer_finish(&metrics);
}

Test(tls, a_failed_reload_shows_in_readyz_and_metrics_until_one_succeeds)
{
    start();
    expect_state_of_certificate("\n[+]certificate: loaded\n",
                                "\nrapporteur_certificate_last_succeeded 1\n");
    certificate_write_pair(other_path, key_path, 2);
    kill(served.pid, SIGHUP);
    expect_logged("keeping the previous certificate");
    expect_state_of_certificate("key.pem: it is not the key of the first certificate\n",
                                "\nrapporteur_certificate_last_succeeded 0\n");
    expect_state_of_certificate("\n[!]certificate: still using the previous one: cannot use TLS",
                                "\nrapporteur_certificate_last_succeeded 0\n");
    certificate_write_pair(certificate_path, key_path, 3);
    kill(served.pid, SIGHUP);
    expect_logged("reloaded the certificate");
    expect_state_of_certificate("\n[+]certificate: loaded\n",
                                "\nrapporteur_certificate_last_succeeded 1\n");
    stop_serving();
}

Test(tls, a_server_without_tls_says_nothing_of_a_certificate)
{
    server_start(&served, NULL);
    client_init(&client, served.url);
    struct answer ready = client_get(&client, "/readyz?verbose");
    struct answer metrics = client_get(&client, "/metrics");
    cr_expect(!strstr(ready.body, "certificate"), "%s", ready.body);
    cr_expect(!strstr(metrics.body, "\nrapporteur_certificate_last_succeeded "), "%s",
              metrics.body);
    answer_finish(&ready);
    answer_finish(&metrics);
    stop_serving();
}

Test(tls, whole_chain_is_sent_and_in_order_even_if_the_file_has_the_root_second)
{
    static const size_t orders[][3] = {{0, 1, 2}, {0, 2, 1}};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        certificate_write_chain(certificate_path, key_path, orders[i]);
        start();
        cr_expect_eq(serial_shown(), 1);
        cr_expect_eq(last_count, 3, "%u certificates", last_count);
        cr_expect(last_serials[1] == 2 && last_serials[2] == 3, "%d before %d", last_serials[1],
                  last_serials[2]);
        stop_serving();
    }
}

Test(tls, plain_http_is_refused_and_affects_no_other_client)
{
    start();
    for (int i = 0; i < 10; i++) {
        struct raw raw;
        raw_open(&raw, served.port);
        raw_send_text(&raw, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        char byte;
        const ssize_t count = recv(raw.socket, &byte, 1, 0);
        cr_expect(count <= 0 || byte != 'H', "%zd", count);
        raw_close(&raw);
    }
    struct answer answer = client_get(&client, "/papers/1");
    cr_expect_eq(answer.status, 200);
    answer_finish(&answer);
    stop_serving();
}

Test(tls, unusable_certificate_or_key_is_reported_at_the_start)
{
    char garbage[64], empty[64];
    snprintf(garbage, sizeof garbage, "%s/garbage", folder);
    snprintf(empty, sizeof empty, "%s/empty", folder);
    pem_file_write(garbage, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", 60);
    pem_file_write(empty, "", 0);
    const struct {
        const char *certificate, *key, *said;
    } cases[] = {
        {"/nowhere/certificate", key_path, "/nowhere/certificate: No such file or directory"},
        {certificate_path, "/nowhere/key", "/nowhere/key: No such file or directory"},
        {folder, key_path, folder},
        {certificate_path, other_key_path, "other-key.pem: it is not the key of the first"},
        {garbage, key_path, "garbage: "},
        {empty, key_path, "empty: "},
        {key_path, key_path, "key.pem: "},
        {certificate_path, certificate_path, "certificate.pem: "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const arguments[] = {
            "--listen",  "127.0.0.1:0", "--tls-cert", cases[i].certificate,
            "--tls-key", cases[i].key,  NULL};
        char output[2048];
        cr_expect_eq(program_run(arguments, output, sizeof output), 1, "%s", cases[i].said);
        cr_expect(strstr(output, "cannot use TLS with ") && strstr(output, cases[i].said), "%s",
                  output);
    }
}

/* Starts a server that ends at once, as its data are faulty, with a certificate that is valid
 * between two times. Returns its messages in a buffer that the next call overwrites. */
static const char *messages_for_dates(long from, long to)
{
    static char output[4096];
    const char *const arguments[] = {
        "--listen",   "127.0.0.1:0",
        "--tls-cert", certificate_path,
        "--tls-key",  key_path,
        "--data",     source_path("tests/cases/invalid/duplicate-id/input.json"),
        NULL};
    certificate_write_pair_valid(certificate_path, key_path, 1, from, to);
    cr_expect_eq(program_run(arguments, output, sizeof output), 65, "%s", output);
    return output;
}

Test(tls, certificate_that_is_not_valid_today_is_used_with_a_warning)
{
    char expired[200], early[200];
    snprintf(expired, sizeof expired, "the certificate in %s has expired\n", certificate_path);
    snprintf(early, sizeof early, "the certificate in %s is not valid yet\n", certificate_path);
    const char *messages = messages_for_dates(-7200, -3600);
    cr_expect(strstr(messages, expired) && !strstr(messages, early), "%s", messages);
    messages = messages_for_dates(3600, 7200);
    cr_expect(!strstr(messages, expired) && strstr(messages, early), "%s", messages);
    messages = messages_for_dates(-3600, 3600);
    cr_expect(!strstr(messages, expired) && !strstr(messages, early), "%s", messages);
}

Test(tls, one_flag_without_the_other_is_wrong_usage)
{
    static const struct {
        const char *arguments[3], *said;
    } cases[] = {{{"--tls-cert", "file"}, "--tls-key is missing"},
                 {{"--tls-key", "file"}, "--tls-cert is missing"}};
    for (size_t i = 0; i < 2; i++) {
        char output[1024];
        cr_expect_eq(program_run(cases[i].arguments, output, sizeof output), 2);
        cr_expect(strstr(output, cases[i].said), "%s", output);
    }
}

Test(tls, ready_verifies_the_certificate_of_a_given_url)
{
    char output[1024], address[32];
    start();
    snprintf(address, sizeof address, "127.0.0.1:%d", served.port);
    const char *const trusting[] = {"ready", "--origin-ca", certificate_path, served.url, NULL};
    const char *const strange[] = {"ready", "--origin-ca", other_path, served.url, NULL};
    const char *const unknown[] = {"ready", served.url, NULL};
    const char *const own[] = {"ready",          "--listen",  address,  "--tls-cert",
                               certificate_path, "--tls-key", key_path, NULL};
    cr_expect_eq(program_run_ready(trusting, output, sizeof output), 0, "%s", output);
    cr_expect_eq(program_run_ready(strange, output, sizeof output), 1);
    cr_expect_not(strstr(output, "--origin-ca"), "%s", output);
    cr_expect_eq(program_run_ready(unknown, output, sizeof output), 1);
    cr_expect(strstr(output, "; use --origin-ca FILE to trust another authority"), "%s", output);
    cr_expect(strstr(output, "ertificate"), "%s", output);
    cr_expect_eq(program_run_ready(own, output, sizeof output), 0, "%s", output);
    stop_serving();
}
