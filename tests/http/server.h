/* A real server, started for one test on a free port of the loopback address. */
#pragma once

#include <sys/types.h>

struct test_server {
    pid_t pid;
    int port;
    char url[64]; /* http://127.0.0.1:PORT */
    int output;   /* its standard output */
    int errors;   /* its standard error, behind the line that names the URL */
};

/* Starts the program with `arguments` (up to a NULL; may be NULL) besides --listen, and returns
 * when it answers. Fails the test where it does not start. */
void server_start(struct test_server *server, const char *const *arguments);

/* The same with --listen among the arguments, and without waiting for an answer: `port` is what was
 * told there. */
void server_start_at(struct test_server *server, int port, const char *const *arguments);

/* A socket of the loopback address, bound to a port, or to a free one where that is 0, which is
 * then told. */
int bound_socket(int *port);

/* A port that refuses connections until somebody listens there with SO_REUSEADDR. It is held, by a
 * socket that does not listen, until the test's process ends: nobody else is given it meanwhile. */
int free_port(void);

/* Sends SIGTERM and waits; returns the exit status, or -1 where a signal ended it. */
int server_stop(struct test_server *server);

/* Runs the program to its end; returns its exit status and what it wrote to both outputs, cut at
 * `size`. */
int program_run(const char *const *arguments, char *output, size_t size);
