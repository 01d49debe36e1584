/* A connection on which a test writes the bytes itself, since libcurl would hide or repair them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    RAW_ANSWER_MAX = 20 * 1024 * 1024
};

struct raw {
    int socket;
    char *bytes; /* received bytes that are not part of an answer yet */
    size_t length, capacity;
};

struct raw_answer {
    long status;     /* 0 if the connection was closed without an answer */
    char head[8192]; /* up to and with the empty line */
    char *body;      /* allocated with malloc, ends with an additional NUL */
    size_t length;
};

/* Connects to a port of 127.0.0.1. Sending and receiving time out after `silence_seconds`. Fails
 * the test if the connection is refused. */
int raw_connect(int port, int silence_seconds);

/* Like raw_connect, from the address 127.0.0.`from`. */
int raw_connect_from(int from, int port, int silence_seconds);

void raw_open(struct raw *raw, int port);

/* Like raw_open, from the address 127.0.0.`from`. */
void raw_open_from(struct raw *raw, int from, int port);

void raw_close(struct raw *raw);

/* Sends bytes. It is not a failure if the server closes the connection before it has read all. */
void raw_send(struct raw *raw, const char *bytes, size_t length);
void raw_send_text(struct raw *raw, const char *text);

/* Reads the next final answer; `to_head` is true if it answers HEAD and so has no body. Fails the
 * test if the server is silent for four minutes. */
struct raw_answer raw_receive(struct raw *raw, bool to_head);
void raw_answer_finish(struct raw_answer *answer);

/* Reports whether the server has closed the connection, by sending another request. */
bool raw_is_closed(struct raw *raw);
