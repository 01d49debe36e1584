#include "raw.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum {
    SILENCE_SECONDS = 240, /* only ends a test that waits in vain */
    FIRST_BYTES = 64 * 1024
};

int raw_connect(int port, int silence_seconds)
{
    return raw_connect_from(1, port, silence_seconds);
}

int raw_connect_from(int from, int port, int silence_seconds)
{
    const struct sockaddr_in own = {.sin_family = AF_INET,
                                    .sin_addr.s_addr = htonl(0x7f000000U + (unsigned)from)};
    const struct sockaddr_in address = {.sin_family = AF_INET,
                                        .sin_port = htons((unsigned short)port),
                                        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    const struct timeval silence = {.tv_sec = silence_seconds};
    const int connected = socket(AF_INET, SOCK_STREAM, 0);
    cr_assert_geq(connected, 0);
    cr_assert_eq(bind(connected, (const struct sockaddr *)&own, sizeof own), 0);
    setsockopt(connected, SOL_SOCKET, SO_RCVTIMEO, &silence, sizeof silence);
    setsockopt(connected, SOL_SOCKET, SO_SNDTIMEO, &silence, sizeof silence);
    cr_assert_eq(connect(connected, (const struct sockaddr *)&address, sizeof address), 0, "%s",
                 strerror(errno));
    return connected;
}

void raw_open(struct raw *raw, int port)
{
    raw_open_from(raw, 1, port);
}

void raw_open_from(struct raw *raw, int from, int port)
{
    *raw = (struct raw){.socket = raw_connect_from(from, port, SILENCE_SECONDS),
                        .bytes = malloc(FIRST_BYTES),
                        .capacity = FIRST_BYTES};
    cr_assert(raw->bytes);
}

void raw_close(struct raw *raw)
{
    close(raw->socket);
    free(raw->bytes);
}

void raw_send(struct raw *raw, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t sent = send(raw->socket, bytes, length, MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        bytes += sent;
        length -= (size_t)sent;
    }
}

void raw_send_text(struct raw *raw, const char *text)
{
    raw_send(raw, text, strlen(text));
}

/* Makes room for more bytes. The buffer is small at first, because some tests have hundreds of
 * connections, and malloc fills all that it returns if MALLOC_PERTURB_ is set. */
static void raw_reserve(struct raw *raw)
{
    if (raw->length < raw->capacity - 1)
        return;
    cr_assert_lt(raw->capacity, RAW_ANSWER_MAX);
    raw->capacity *= 2;
    raw->bytes = realloc(raw->bytes, raw->capacity);
    cr_assert(raw->bytes);
}

/* Returns false at the end of the connection. */
static bool receive_more(struct raw *raw)
{
    raw_reserve(raw);
    const ssize_t count =
        recv(raw->socket, raw->bytes + raw->length, raw->capacity - 1 - raw->length, 0);
    cr_assert(count >= 0 || errno == ECONNRESET, "the server is silent");
    if (count > 0)
        raw->length += (size_t)count;
    raw->bytes[raw->length] = '\0';
    return count > 0;
}

static void raw_drop(struct raw *raw, size_t length)
{
    raw->length -= length;
    memmove(raw->bytes, raw->bytes + length, raw->length + 1);
}

/* Waits for a whole head and returns its end, or NULL if the connection ends before. */
static const char *receive_head(struct raw *raw)
{
    raw->bytes[raw->length] = '\0';
    for (;;) {
        const char *end = strstr(raw->bytes, "\r\n\r\n");
        if (end)
            return end + 4;
        if (!receive_more(raw))
            return NULL;
    }
}

static size_t content_length(const char *head)
{
    for (const char *line = head; (line = strstr(line, "\r\n"));) {
        line += 2;
        if (strncasecmp(line, "Content-Length:", 15) == 0)
            return (size_t)strtoul(line + 15, NULL, 10);
    }
    return 0;
}

static void receive_body(struct raw *raw, struct raw_answer *answer, size_t length)
{
    while (raw->length < length)
        if (!receive_more(raw))
            break;
    answer->length = raw->length < length ? raw->length : length;
    answer->body = calloc(1, answer->length + 1);
    cr_assert(answer->body);
    memcpy(answer->body, raw->bytes, answer->length);
    raw_drop(raw, answer->length);
}

struct raw_answer raw_receive(struct raw *raw, bool to_head)
{
    struct raw_answer answer = {.status = 0};
    for (;;) {
        const char *end = receive_head(raw);
        if (!end)
            return answer;
        const size_t length = (size_t)(end - raw->bytes);
        cr_assert_lt(length, sizeof answer.head);
        memcpy(answer.head, raw->bytes, length);
        answer.head[length] = '\0';
        raw_drop(raw, length);
        cr_assert_eq(sscanf(answer.head, "HTTP/1.%*d %ld", &answer.status), 1, "%s", answer.head);
        if (answer.status >= 200)
            break;
    }
    const bool bodyless = to_head || answer.status == 204 || answer.status == 304;
    receive_body(raw, &answer, bodyless ? 0 : content_length(answer.head));
    return answer;
}

void raw_answer_finish(struct raw_answer *answer)
{
    free(answer->body);
    answer->body = NULL;
}

bool raw_is_closed(struct raw *raw)
{
    raw_send_text(raw, "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
    struct raw_answer answer = raw_receive(raw, false);
    const bool closed = answer.status == 0;
    raw_answer_finish(&answer);
    return closed;
}
