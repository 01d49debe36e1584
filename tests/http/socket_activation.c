/* Sockets of the service manager: a restart loses no request, because connections wait in the
 * socket, which lives on. The test is the service manager. */
#include "../unit/tries.h"
#include "certificate.h"
#include "served.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <curl/curl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    CLIENTS = 4,
    RESTARTS = 10
};

static int listening_socket(void)
{
    int port = 0;
    const int listening = bound_socket(&port);
    cr_assert_eq(listen(listening, 1024), 0);
    return listening;
}

/* Clients that send one request after the other until `ending`. */
struct crowd {
    char url[96];
    const char *authorities; /* file of trusted certificates, or NULL */
    atomic_bool ending;
    _Atomic(size_t) answered, lost;
    char reason[2 * CURL_ERROR_SIZE + 200]; /* of a request that was lost */
    pthread_t threads[CLIENTS];
    _Atomic(size_t) started;
};

static size_t discard(char *bytes, size_t size, size_t count, void *context)
{
    (void)bytes, (void)context;
    return size * count;
}

/* Notes why and when a request was lost. */
static void describe_loss(struct crowd *crowd, CURL *curl, CURLcode code, const char *error)
{
    long status = 0, connections = 0;
    double connected = 0, encrypted = 0, total = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl, CURLINFO_NUM_CONNECTS, &connections);
    curl_easy_getinfo(curl, CURLINFO_CONNECT_TIME, &connected);
    curl_easy_getinfo(curl, CURLINFO_APPCONNECT_TIME, &encrypted);
    curl_easy_getinfo(curl, CURLINFO_TOTAL_TIME, &total);
    snprintf(crowd->reason, sizeof crowd->reason,
             "%s: %s, status %ld, %s connection, connected after %.3f s, encrypted after %.3f s, "
             "lost after %.3f s",
             curl_easy_strerror(code), error, status, connections ? "new" : "old", connected,
             encrypted, total);
}

/* One client keeps its connection, each other one opens a new one for each request. */
static void *send_requests(void *context)
{
    struct crowd *crowd = context;
    const bool keeps = atomic_fetch_add(&crowd->started, 1) == 0;
    char error[CURL_ERROR_SIZE] = "";
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, crowd->url);
    curl_easy_setopt(curl, CURLOPT_CAINFO, crowd->authorities);
    curl_easy_setopt(curl, CURLOPT_CAPATH, NULL); /* the system's are slow to load */
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, keeps ? 0L : 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, discard);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    while (!atomic_load(&crowd->ending)) {
        long status = 0;
        const CURLcode code = curl_easy_perform(curl);
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        if (code == CURLE_OK && status == 200)
            atomic_fetch_add(&crowd->answered, 1);
        else if (atomic_fetch_add(&crowd->lost, 1) == 0)
            describe_loss(crowd, curl, code, error);
    }
    curl_easy_cleanup(curl);
    return NULL;
}

/* Restarts the server again and again while clients send requests. */
static void expect_no_request_lost(const char *const *arguments, const char *authorities)
{
    const struct passed passed = {.sockets = {listening_socket()}, .count = 1};
    static struct crowd crowd;
    crowd.authorities = authorities;
    server_start_passed(&served, &passed, arguments);
    snprintf(crowd.url, sizeof crowd.url, "%s/meetings?limit=1", served.url);
    for (size_t i = 0; i < CLIENTS; i++)
        cr_assert_eq(pthread_create(&crowd.threads[i], NULL, send_requests, &crowd), 0);
    for (size_t round = 0; round < tries(RESTARTS); round++) {
        const size_t before = atomic_load(&crowd.answered);
        for (int i = 0; i < MOMENTS && atomic_load(&crowd.answered) < before + 100; i++)
            pause_a_moment();
        cr_expect_eq(server_stop(&served), 0);
        pause_a_moment();
        server_start_passed(&served, &passed, arguments);
    }
    atomic_store(&crowd.ending, true);
    for (size_t i = 0; i < CLIENTS; i++)
        pthread_join(crowd.threads[i], NULL);
    cr_expect_eq(crowd.lost, 0, "%zu requests lost, %zu answered; %s", crowd.lost, crowd.answered,
                 crowd.reason);
    cr_expect_geq(crowd.answered, 100 * tries(RESTARTS));
    cr_expect_eq(server_stop(&served), 0);
    close(passed.sockets[0]);
}

Test(socket_activation, restarts_lose_no_request)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    expect_no_request_lost((const char *const[]){"--threads", "2", NULL}, NULL);
}

Test(socket_activation, restarts_of_a_server_with_one_thread_lose_no_request)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    expect_no_request_lost((const char *const[]){"--threads", "1", NULL}, NULL);
}

Test(socket_activation, restarts_under_tls_lose_no_request)
{
    char folder[] = "/tmp/rapporteur-passed-XXXXXX", certificate[64], key[64], command[64];
    cr_assert(mkdtemp(folder));
    snprintf(certificate, sizeof certificate, "%s/certificate.pem", folder);
    snprintf(key, sizeof key, "%s/key.pem", folder);
    certificate_write_pair(certificate, key, 1);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    expect_no_request_lost((const char *const[]){"--tls-cert", certificate, "--tls-key", key, NULL},
                           certificate);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
}

static int port_of(int socket)
{
    struct sockaddr_in address;
    socklen_t size = sizeof address;
    cr_assert_eq(getsockname(socket, (struct sockaddr *)&address, &size), 0);
    return ntohs(address.sin_port);
}

static void expect_status(int port, const char *path, long status)
{
    char url[64];
    struct client one;
    snprintf(url, sizeof url, "http://127.0.0.1:%d", port);
    client_init(&one, url);
    struct answer answer = client_get(&one, path);
    cr_expect_eq(answer.status, status, "%s%s: %ld", url, path, answer.status);
    answer_finish(&answer);
    client_finish(&one);
}

/* The names of both sockets, in either order; the listeners survive a restart. */
static void expect_two_listeners(const char *names, size_t record)
{
    const struct passed passed = {{listening_socket(), listening_socket()}, 2, names};
    for (int start = 0; start < 2; start++) {
        server_start_passed(&served, &passed, NULL);
        cr_expect_eq(served.port, port_of(passed.sockets[record]));
        expect_status(port_of(passed.sockets[record]), "/meetings", 200);
        expect_status(port_of(passed.sockets[record]), "/metrics", 404);
        expect_status(port_of(passed.sockets[1 - record]), "/metrics", 200);
        cr_expect_eq(server_stop(&served), 0);
    }
    close(passed.sockets[0]);
    close(passed.sockets[1]);
}

Test(socket_activation, socket_named_admin_is_the_admin_listener)
{
    expect_two_listeners("admin:http", 1);
    expect_two_listeners("rapporteur.socket:admin", 0);
}

Test(socket_activation, passed_socket_replaces_the_address_of_the_flag)
{
    const struct passed passed = {.sockets = {listening_socket()}, .count = 1};
    const int other = free_port();
    char address[32];
    snprintf(address, sizeof address, "127.0.0.1:%d", other);
    server_start_passed(&served, &passed, (const char *const[]){"--listen", address, NULL});
    cr_expect_eq(served.port, port_of(passed.sockets[0]));
    cr_expect_eq(server_stop(&served), 0);
    close(passed.sockets[0]);
}

/* Returns what a server with passed sockets logs that has no data and so ends. */
static const char *log_of_passed(const struct passed *passed, const char *listen,
                                 const char *admin_listen)
{
    static char log[2048];
    const char *const arguments[] = {"--data",         "/nowhere",   "--listen", listen,
                                     "--admin-listen", admin_listen, NULL};
    cr_expect_eq(program_run_passed(passed, arguments, log, sizeof log), 1);
    return log;
}

static void expect_warned(const char *log, const char *flag, const char *address, int port)
{
    char warning[256];
    snprintf(warning, sizeof warning,
             "%s %s has no effect: the service manager passes a socket for 127.0.0.1:%d;", flag,
             address, port);
    cr_expect(strstr(log, warning), "%s in %s", warning, log);
}

Test(socket_activation, flags_that_passed_sockets_replace_are_warned_of)
{
    const struct passed passed = {{listening_socket(), listening_socket()}, 2, "http:admin"};
    const char *log = log_of_passed(&passed, "127.0.0.1:1", ":9090");
    expect_warned(log, "--listen", "127.0.0.1:1", port_of(passed.sockets[0]));
    expect_warned(log, "--admin-listen", ":9090", port_of(passed.sockets[1]));
    close(passed.sockets[0]);
    close(passed.sockets[1]);
}

/* A socket of every address has the IPv4 or the IPv6 form of no address. */
Test(socket_activation, flags_that_name_the_passed_sockets_are_not_warned_of)
{
    const struct passed passed = {
        {listening_socket(), socket(AF_INET, SOCK_STREAM, 0)}, 2, "http:admin"};
    char address[32], every[16];
    cr_assert_eq(listen(passed.sockets[1], 1), 0); /* without bind(2), on any port */
    snprintf(address, sizeof address, "127.0.0.1:%d", port_of(passed.sockets[0]));
    snprintf(every, sizeof every, ":%d", port_of(passed.sockets[1]));
    const char *log = log_of_passed(&passed, address, every);
    cr_expect(!strstr(log, "no effect"), "%s", log);
    close(passed.sockets[0]);
    close(passed.sockets[1]);
}

Test(socket_activation, sockets_that_the_server_cannot_use_are_refused)
{
    static const char *const serve_it[] = {"serve", NULL};
    const int listening = listening_socket(), second = listening_socket();
    int port = 0;
    const struct {
        struct passed passed;
        const char *reason;
    } cases[] = {
        {{{bound_socket(&port)}, 1, NULL},
         "socket 3 of the service manager: it is not a listening"},
        {{{socket(AF_UNIX, SOCK_STREAM, 0)}, 1, NULL}, "it is not a listening TCP socket"},
        {{{STDIN_FILENO}, 1, "admin"}, "it is not a listening TCP socket"},
        {{{listening, second}, 2, NULL}, "socket 4 of the service manager: there is another one"},
        {{{listening, second}, 2, "admin:admin"}, "another one for /livez, /readyz and /metrics"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char output[600];
        const int status = program_run_passed(&cases[i].passed, serve_it, output, sizeof output);
        cr_expect_eq(status, 1, "%zu: %d", i, status);
        cr_expect(strstr(output, cases[i].reason), "%zu: %s", i, output);
    }
}

Test(socket_activation, sockets_of_another_process_are_not_used)
{
    const int listening = listening_socket();
    cr_assert_eq(setenv("LISTEN_PID", "1", 1), 0);
    cr_assert_eq(setenv("LISTEN_FDS", "many", 1), 0);
    server_start(&served, NULL);
    cr_expect_neq(served.port, port_of(listening));
    cr_expect_eq(server_stop(&served), 0);
    close(listening);
}
