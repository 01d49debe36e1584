/* exchange_target relies on this: libmicrohttpd parses the parameters of a query after the
 * callback, from the buffer that the callback gets, and the fields of the head after those that the
 * callback adds. These tests fail if a release of the library changes that. */
#include "net/exchange.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    TARGET_MAX = 16384
};

static struct options options = {.header_bytes = 32768};
static struct exchanges exchanges;
static struct snapshots snapshots;
static int requests, parameters, cookies; /* seen by the library */
static char seen[TARGET_MAX];             /* the target that the exchange has copied */

static enum MHD_Result count_parameter(void *cls, enum MHD_ValueKind kind, const char *name,
                                       const char *value)
{
    (void)cls, (void)kind, (void)name, (void)value;
    parameters++;
    return MHD_YES;
}

static enum MHD_Result count_cookie(void *cls, enum MHD_ValueKind kind, const char *name,
                                    const char *value)
{
    (void)cls, (void)kind, (void)value;
    cookies += *name != '\0';
    return MHD_YES;
}

static enum MHD_Result answer_with_nothing(void *cls, struct MHD_Connection *connection,
                                           const char *url, const char *method, const char *version,
                                           const char *upload, size_t *upload_size, void **context)
{
    const struct exchange *exchange = *context;
    (void)cls, (void)url, (void)method, (void)version, (void)upload, (void)upload_size;
    static char nothing[1];
    requests++;
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, count_parameter, NULL);
    MHD_get_connection_values(connection, MHD_COOKIE_KIND, count_cookie, NULL);
    snprintf(seen, sizeof seen, "%s", exchange->target);
    struct MHD_Response *response =
        MHD_create_response_from_buffer(0, nothing, MHD_RESPMEM_PERSISTENT);
    const enum MHD_Result queued = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return queued;
}

static struct MHD_Daemon *start(void)
{
    snapshots_init(&snapshots);
    exchanges_init(&exchanges, &snapshots, NULL, &options, LISTENER_ALL);
    return MHD_start_daemon(MHD_USE_NO_LISTEN_SOCKET, 0, NULL, NULL, answer_with_nothing, NULL,
                            MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)options.header_bytes,
                            MHD_OPTION_URI_LOG_CALLBACK, exchange_target, &exchanges,
                            MHD_OPTION_NOTIFY_CONNECTION, exchange_connection, &exchanges,
                            MHD_OPTION_END);
}

/* Sends a request on a connection of its own and reads the status line of the answer. */
static void ask(struct MHD_Daemon *daemon, const char *target, char answer[16])
{
    const struct sockaddr peer = {.sa_family = AF_UNIX};
    char request[TARGET_MAX + 64];
    int ends[2];
    ssize_t count = -1;
    cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
    cr_assert_eq(MHD_add_connection(daemon, ends[1], &peer, sizeof peer), MHD_YES);
    const int length = snprintf(request, sizeof request,
                                "GET %s HTTP/1.1\r\nHost: a\r\nCookie: a=b; c=d\r\n\r\n", target);
    cr_assert_eq(write(ends[0], request, (size_t)length), length);
    for (int i = 0; i < 100 && count < 0; i++) {
        MHD_run(daemon);
        count = read(ends[0], answer, 15);
    }
    answer[count < 0 ? 0 : count] = '\0';
    close(ends[0]);
    MHD_run(daemon);
}

Test(exchange, hides_query_and_cookies_from_the_library_and_copies_the_whole_target)
{
    static const int counts[] = {1, 2, 500, 5000};
    struct MHD_Daemon *daemon = start();
    cr_assert(daemon);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        char target[TARGET_MAX] = "/papers?a", answer[16];
        for (int j = 1; j < counts[i]; j++)
            memcpy(target + 7 + 2 * j, "&a", 3);
        requests = 0;
        ask(daemon, target, answer);
        cr_expect_str_eq(answer, "HTTP/1.1 200 OK", "%d parameters: \"%s\"", counts[i], answer);
        cr_expect_eq(requests, 1, "%d parameters: the handler is not called once", counts[i]);
        cr_expect_eq(cookies, 0, "the library has parsed %d cookies", cookies);
        cr_expect_eq(parameters, 0, "the library has parsed %d parameters", parameters);
        cr_expect(strcmp(seen, target) == 0, "%d parameters: the target is cut", counts[i]);
    }
    MHD_stop_daemon(daemon);
    exchanges_finish(&exchanges);
    snapshots_finish(&snapshots);
}

/* The target is decoded by this program, after the exchange has copied it. */
Test(exchange, leaves_a_text_escaped_as_it_is)
{
    char text[] = "/a%20b";
    cr_expect_eq(exchange_leave_escaped(NULL, NULL, text), strlen("/a%20b"));
    cr_expect_str_eq(text, "/a%20b");
}
