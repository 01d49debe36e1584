/* The real program, started for one test on a free port of 127.0.0.1. */
#pragma once

#include <stddef.h>
#include <sys/types.h>

struct test_server {
    pid_t pid;
    int port;
    char url[64]; /* http://127.0.0.1:PORT */
    int output;   /* its standard output */
    int errors;   /* its standard error, after the line that contains the URL */
};

/* Starts the program with --listen and `arguments` (up to a NULL), and returns when it listens. It
 * waits an hour for clients, unless the arguments have --head-seconds or --idle-seconds. Fails the
 * test if it does not start. `arguments` may be NULL. */
void server_start(struct test_server *server, const char *const *arguments);

/* Like server_start, but `arguments` contain --listen with `port`, and it does not wait until the
 * server listens. */
void server_start_at(struct test_server *server, int port, const char *const *arguments);

/* Listening sockets that a service manager passes to the program, as sd_listen_fds(3) describes. */
struct passed {
    int sockets[4];
    size_t count;
    const char *names; /* separated by colons, or NULL */
};

/* Starts the program with sockets of the service manager, and returns when it answers on one. */
void server_start_passed(struct test_server *server, const struct passed *passed,
                         const char *const *arguments);

/* Returns a socket that is bound to *port of 127.0.0.1. If *port is 0, it is set to a free port. */
int bound_socket(int *port);

/* Returns a free port. A bound socket reserves it until the test process ends. Connections are
 * refused until a server listens on it with SO_REUSEADDR. */
int free_port(void);

/* Waits for the end of the server, and closes its pipes. Returns the exit status, or -1 if a signal
 * ended the server. */
int server_wait(struct test_server *server);

/* Sends SIGTERM and calls server_wait. */
int server_stop(struct test_server *server);

/* Runs the program to its end and returns its exit status. `output` gets its standard output and
 * standard error, cut at `size` bytes. */
int program_run(const char *const *arguments, char *output, size_t size);

/* Like program_run, with sockets of the service manager. */
int program_run_passed(const struct passed *passed, const char *const *arguments, char *output,
                       size_t size);

/* Like program_run, for the command `ready`. Repeats it after a time-out, since `ready` waits only
 * five seconds for a server. */
int program_run_ready(const char *const *arguments, char *output, size_t size);
