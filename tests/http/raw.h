/* A connection on which a test writes the bytes itself, where libcurl would hide or mend them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    RAW_ANSWER_MAX = 20 * 1024 * 1024
};

struct raw {
    int socket;
    char *bytes; /* what was received and not yet taken as an answer */
    size_t length;
};

struct raw_answer {
    long status;     /* 0 where the connection was closed without an answer */
    char head[8192]; /* with its empty line */
    char *body;      /* allocated with malloc, with a NUL behind */
    size_t length;
};

/* A connection to the loopback address, on which neither side's silence is waited for any longer
 * than that. Fails the test where there is none. */
int raw_connect(int port, int silence_seconds);

void raw_open(struct raw *raw, int port);
void raw_close(struct raw *raw);

/* Writes bytes; what the server no longer takes is not a failure. */
void raw_send(struct raw *raw, const char *bytes, size_t length);
void raw_send_text(struct raw *raw, const char *text);

/* Reads the next final answer whole; `to_head` says that no body belongs to it. Fails the test when
 * the server is silent for ten seconds. */
struct raw_answer raw_receive(struct raw *raw, bool to_head);
void raw_answer_finish(struct raw_answer *answer);

/* Whether the server closes the connection: at once, or else it answers another request. */
bool raw_is_closed(struct raw *raw);
