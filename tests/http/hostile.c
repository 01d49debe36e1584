/* A hostile client: it damages, cuts, repeats and mixes the requests of tests/cases/requests.txt
 * and sends them in pieces of random length, on many connections in turn. */
#include "../source_path.h"
#include "../unit/tries.h"
#include "raw.h"
#include "request_cases.h"
#include "served.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    SHAPES_MAX = 400,
    CONVERSATIONS = 16, /* concurrent connections */
    BYTES_MAX = 600 * 1024,
    REPEATED_MAX = 200,
    SILENCE_SECONDS = 240, /* only ends a test that waits in vain */
    ANSWER_BYTES_MAX = 1024
};

struct shapes {
    struct request_case at[SHAPES_MAX];
    size_t count;
};

/* One to four requests on one connection. */
struct conversation {
    int socket;
    char *bytes;
    size_t length, sent;
    bool in_bytes; /* true if they are sent byte by byte */
    int requests;
};

struct hostile {
    unsigned seed;
    struct shapes shapes;
    struct conversation conversations[CONVERSATIONS];
    long requests, answers, closed;
};

static unsigned below(struct hostile *hostile, unsigned bound)
{
    return (unsigned)rand_r(&hostile->seed) % bound;
}

static void read_shapes(struct shapes *shapes)
{
    FILE *file = fopen(source_path("tests/cases/requests.txt"), "r");
    cr_assert(file);
    while (shapes->count < SHAPES_MAX && request_case_read(file, false, &shapes->at[shapes->count]))
        shapes->count++;
    fclose(file);
    cr_assert(shapes->count > 120 && shapes->count < SHAPES_MAX);
}

static void conversation_append(struct conversation *one, const char *bytes, size_t length)
{
    if (length > BYTES_MAX - one->length)
        length = BYTES_MAX - one->length;
    memcpy(one->bytes + one->length, bytes, length);
    one->length += length;
}

/* Overwrites, inserts, removes, repeats or cuts bytes at a random place after `from`. */
static void damage(struct hostile *hostile, struct conversation *one, size_t from)
{
    static const char *const pieces[] = {"\r\n",
                                         "\n",
                                         "\r",
                                         "\r\n\r\n",
                                         " ",
                                         "\t",
                                         ":",
                                         "%00",
                                         "%",
                                         "\xff",
                                         "?",
                                         "&",
                                         "0",
                                         "HTTP/1.1",
                                         "Content-Length: 5\r\n",
                                         "Transfer-Encoding: chunked\r\n",
                                         "Host: a\r\n",
                                         "0\r\n\r\n",
                                         "\xc3\x28"};
    const size_t length = one->length - from;
    if (length == 0)
        return;
    const size_t at = from + below(hostile, (unsigned)length), left = one->length - at;
    const char *piece = pieces[below(hostile, sizeof pieces / sizeof *pieces)];
    char copy[64];
    const size_t copied = left < sizeof copy ? left : sizeof copy;
    memcpy(copy, one->bytes + at, copied);
    switch (below(hostile, 6)) {
    case 0:
        one->bytes[at] = (char)below(hostile, 256);
        break;
    case 1:
        one->length = at;
        break;
    case 2:
        for (unsigned i = 1 + below(hostile, REPEATED_MAX); i > 0; i--)
            conversation_append(one, copy, copied);
        break;
    case 3:
        memmove(one->bytes + at, one->bytes + at + copied / 2, left - copied / 2);
        one->length -= copied / 2;
        break;
    default:
        one->length = at;
        conversation_append(one, piece, strlen(piece));
        conversation_append(one, copy, copied);
    }
}

static void connect_to(int port, struct conversation *one)
{
    const int on = 1;
    one->socket = raw_connect(port, SILENCE_SECONDS);
    setsockopt(one->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

static void conversation_begin(struct hostile *hostile, struct conversation *one)
{
    one->length = one->sent = 0;
    one->requests = 1 + (int)below(hostile, 4);
    for (int i = 0; i < one->requests; i++) {
        const struct request_case *shape =
            &hostile->shapes.at[below(hostile, (unsigned)hostile->shapes.count)];
        const size_t from = one->length;
        conversation_append(one, shape->bytes, shape->length);
        for (unsigned j = below(hostile, 4); j > 0; j--)
            damage(hostile, one, from);
    }
    one->in_bytes = one->length < 400 && below(hostile, 8) == 0;
    connect_to(served.port, one);
}

/* Returns false if the server reads no more, which it may do. */
static bool send_piece(struct hostile *hostile, struct conversation *one)
{
    const size_t left = one->length - one->sent;
    const size_t length = one->in_bytes ? 1 : 1 + below(hostile, (unsigned)left);
    const ssize_t sent = send(one->socket, one->bytes + one->sent, length, MSG_NOSIGNAL);
    cr_assert(sent >= 0 || (errno != EAGAIN && errno != EWOULDBLOCK),
              "the server neither reads a request nor closes the connection");
    one->sent += sent > 0 ? (size_t)sent : 0;
    return sent > 0;
}

/* Reads up to the end of the connection. The server may send answers of HTTP/1.1, or nothing. */
static void conversation_receive(struct hostile *hostile, struct conversation *one)
{
    char bytes[ANSWER_BYTES_MAX];
    ssize_t count = recv(one->socket, bytes, sizeof bytes, MSG_WAITALL);
    cr_assert(count >= 0 || errno == ECONNRESET, "the server is silent: %s\n%.*s", strerror(errno),
              (int)one->length, one->bytes);
    hostile->closed += count <= 0;
    if (count >= 12) {
        cr_expect(memcmp(bytes, "HTTP/1.", 7) == 0, "%.20s", bytes);
        hostile->answers++;
    }
    while (count > 0)
        count = recv(one->socket, bytes, sizeof bytes, 0);
    cr_assert(count == 0 || errno == ECONNRESET,
              "the server does not close the connection: %s\n%.*s", strerror(errno),
              (int)one->length, one->bytes);
}

static void conversation_end(struct hostile *hostile, struct conversation *one)
{
    const struct linger reset = {.l_onoff = 1};
    if (below(hostile, 4) == 0) {
        setsockopt(one->socket, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    } else {
        shutdown(one->socket, SHUT_WR);
        conversation_receive(hostile, one);
    }
    close(one->socket);
    hostile->requests += one->requests;
    one->socket = -1;
}

static void attack(struct hostile *hostile, long requests)
{
    for (size_t i = 0; i < CONVERSATIONS; i++) {
        hostile->conversations[i].bytes = malloc(BYTES_MAX);
        cr_assert(hostile->conversations[i].bytes);
        conversation_begin(hostile, &hostile->conversations[i]);
    }
    while (hostile->requests < requests) {
        struct conversation *one = &hostile->conversations[below(hostile, CONVERSATIONS)];
        if (one->sent < one->length && below(hostile, 50) && send_piece(hostile, one))
            continue;
        conversation_end(hostile, one);
        conversation_begin(hostile, one);
    }
    for (size_t i = 0; i < CONVERSATIONS; i++) {
        close(hostile->conversations[i].socket);
        free(hostile->conversations[i].bytes);
    }
}

static const char *const paths[] = {"/",
                                    "/sessions",
                                    "/papers/1",
                                    "/papers.csv",
                                    "/proposals?sort=title&facet=kind",
                                    "/decisions?votes.ballots.option=no&include=movers",
                                    "/meetings.ics",
                                    "/actions.ics",
                                    "/search?q=energy",
                                    "/docs",
                                    "/openapi.json",
                                    "/nothing"};

enum {
    PATHS = sizeof paths / sizeof *paths
};

static void check_all(const struct answer right[PATHS])
{
    for (size_t i = 0; i < PATHS; i++) {
        struct answer answer = client_get(&client, paths[i]);
        cr_expect(answer.status == right[i].status && answer.length == right[i].length &&
                      memcmp(answer.body, right[i].body, answer.length) == 0,
                  "the answer to %s has changed", paths[i]);
        answer_finish(&answer);
    }
}

Test(hostile, damaged_requests_leave_no_connection_open_and_no_answer_wrong)
{
    static struct hostile hostile;
    static const char *const arguments[] = {"--idle-seconds", "1", NULL};
    struct answer right[PATHS];
    hostile.seed = (unsigned)seed();
    server_start(&served, arguments);
    client_init(&client, served.url);
    read_shapes(&hostile.shapes);
    for (size_t i = 0; i < PATHS; i++)
        right[i] = client_get(&client, paths[i]);
    attack(&hostile, (long)tries(2000));
    check_all(right);
    fprintf(
        stderr,
        "hostile: %ld requests, %ld connections answered, %ld closed without an answer; seed %u\n",
        hostile.requests, hostile.answers, hostile.closed, (unsigned)seed());
    for (size_t i = 0; i < PATHS; i++)
        answer_finish(&right[i]);
    for (size_t i = 0; i < hostile.shapes.count; i++)
        free(hostile.shapes.at[i].bytes);
    stop_serving();
}
