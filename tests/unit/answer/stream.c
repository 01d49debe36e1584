/* A response that is written while it is sent, over a real connection. */
#include "answer/stream.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    LIMIT = 64 * 1024,
    PIECE = 20 * 1024
};

/* A source with some pieces. */
struct pieces {
    struct body_source source;
    size_t left;
    size_t bytes;   /* of each */
    bool fails;     /* at the last one */
    bool *finished; /* set when it is destroyed */
};

static struct snapshots snapshots;
static struct snapshot_reader reader;
static struct bodies bodies;
static struct snapshot snapshot = {.number = 1, .references = 1};
static struct pieces pieces;
static bool finished, created;
static size_t sent;
static bool unfinished;
static char received[400000];
static size_t received_bytes;

static bool write_piece(struct body_source *source, struct buffer *out)
{
    struct pieces *own = (struct pieces *)source;
    static char text[PIECE];
    memset(text, 'a', sizeof text);
    buffer_append(out, text, own->bytes);
    own->left--;
    out->failed |= own->fails && own->left == 0;
    return own->left > 0;
}

static void destroy(struct body_source *source)
{
    *((struct pieces *)source)->finished = true;
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **of_request)
{
    (void)context, (void)url, (void)method, (void)version, (void)upload, (void)upload_size,
        (void)of_request;
    struct response response;
    response_init(&response);
    response.source = &pieces.source;
    const struct stream_context stream = {&bodies,    &snapshots, &snapshot,
                                          connection, &sent,      &unfinished};
    struct MHD_Response *made = stream_create(&stream, &response);
    created = made != NULL;
    cr_expect_eq(response.source == NULL, created);
    response.source = NULL;
    response_finish(&response);
    if (!made)
        return MHD_NO;
    const enum MHD_Result queued = MHD_queue_response(connection, 200, made);
    MHD_destroy_response(made);
    return queued;
}

static void start(void)
{
    snapshots_init(&snapshots);
    snapshots_join(&snapshots, &reader, false);
    bodies_init(&bodies, LIMIT);
    pieces = (struct pieces){
        .source = {.write = write_piece, .destroy = destroy, .length = MHD_SIZE_UNKNOWN},
        .finished = &finished};
}

TestSuite(stream, .init = start);

static void receive(int client)
{
    static const char request[] = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    cr_assert_eq(send(client, request, strlen(request), 0), (ssize_t)strlen(request));
    for (ssize_t count; (count = read(client, received + received_bytes,
                                      sizeof received - 1 - received_bytes)) > 0;)
        received_bytes += (size_t)count;
    received[received_bytes] = '\0';
    close(client);
}

/* Sends a stream of some pieces to a client. Returns the bytes of the body that it has got. */
static size_t body_of(size_t count, size_t bytes, bool fails)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    pieces.left = count;
    pieces.bytes = bytes;
    pieces.fails = fails;
    struct MHD_Daemon *library =
        MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC, 0, NULL, NULL, answer, NULL,
                         MHD_OPTION_SOCK_ADDR, (const struct sockaddr *)&address, MHD_OPTION_END);
    cr_assert(library);
    const int listening = MHD_get_daemon_info(library, MHD_DAEMON_INFO_LISTEN_FD)->listen_fd;
    cr_assert_eq(getsockname(listening, (struct sockaddr *)&address, &size), 0);
    const int client = socket(AF_INET, SOCK_STREAM, 0);
    cr_assert_eq(connect(client, (struct sockaddr *)&address, sizeof address), 0);
    receive(client);
    MHD_stop_daemon(library);
    const char *body = strstr(received, "\r\n\r\n");
    size_t letters = 0;
    for (; body && *body; body++)
        letters += *body == 'a';
    return letters;
}

static bool is_whole(void)
{
    return received_bytes > 5 && strcmp(received + received_bytes - 5, "0\r\n\r\n") == 0;
}

Test(stream, has_all_pieces)
{
    cr_expect_eq(body_of(12, PIECE, false), 12 * PIECE);
    cr_expect(is_whole() && created && finished);
    cr_expect_eq(sent, 12 * PIECE);
    cr_expect_not(unfinished);
    cr_expect_eq(bodies_read_figures(&bodies).unsent, 0);
    cr_expect_eq(snapshot.references, 1);
}

Test(stream, without_a_piece_is_empty)
{
    cr_expect_eq(body_of(1, 0, false), 0);
    cr_expect(is_whole());
    cr_expect_eq(sent, 0);
}

Test(stream, a_source_that_fails_breaks_the_connection)
{
    cr_expect_eq(body_of(3, PIECE, true), 2 * PIECE);
    cr_expect_not(is_whole());
    cr_expect(unfinished && finished);
    cr_expect_eq(bodies_read_figures(&bodies).unsent, 0);
}

/* A piece is larger than what is reserved for it. */
Test(stream, a_piece_for_which_there_is_no_room_breaks_the_connection)
{
    bodies_init(&bodies, 2 * 12 * 1024);
    cr_expect_eq(body_of(3, PIECE, false), 0);
    cr_expect(created);
    cr_expect_not(is_whole());
    cr_expect(unfinished && finished);
    cr_expect_eq(bodies_read_figures(&bodies).unsent, 0);
}

Test(stream, is_none_if_there_is_no_room)
{
    bodies_init(&bodies, 12 * 1024);
    cr_expect_eq(body_of(1, 1, false), 0);
    cr_expect_not(created);
    cr_expect_not(finished, "the source is destroyed");
    cr_expect_eq(bodies_read_figures(&bodies).unsent, 0);
}
