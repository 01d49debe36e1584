#include "server.h"

#include "orphans.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    ARGUMENTS_MAX = 40
};

static void set_number(const char *name, long number)
{
    char text[24];
    snprintf(text, sizeof text, "%ld", number);
    setenv(name, text, 1);
}

/* Makes the sockets the descriptors from 3 on, which are not closed by exec, and says so in the
 * environment. Returns the first descriptor after them. Called in the new process. */
static int take_sockets(const struct passed *passed)
{
    const int first = STDERR_FILENO + 1;
    int high[4];
    for (size_t i = 0; i < passed->count; i++) /* so that no dup2 closes one that is still needed */
        high[i] = fcntl(passed->sockets[i], F_DUPFD, 64);
    for (size_t i = 0; i < passed->count; i++)
        dup2(high[i], first + (int)i);
    set_number("LISTEN_PID", getpid());
    set_number("LISTEN_FDS", (long)passed->count);
    if (passed->names)
        setenv("LISTEN_FDNAMES", passed->names, 1);
    return first + (int)passed->count;
}

/* Starts the program with pipes as its standard output and standard error. `passed` may be NULL. */
static pid_t spawn_passed(const struct passed *passed, const char *const *first,
                          const char *const *arguments, int outputs[2])
{
    const char *program = getenv("RAPPORTEUR_PROGRAM");
    const char *argv[ARGUMENTS_MAX] = {program};
    size_t count = 1;
    int output[2], errors[2];
    cr_assert(program, "RAPPORTEUR_PROGRAM is not set; run through meson test");
    for (; first && *first; first++)
        argv[count++] = *first;
    for (; arguments && *arguments && count < ARGUMENTS_MAX - 1; arguments++)
        argv[count++] = *arguments;
    cr_assert(pipe(output) == 0 && pipe(errors) == 0);
    const pid_t pid = orphans_fork();
    cr_assert_geq(pid, 0);
    if (pid == 0) {
        dup2(output[1], STDOUT_FILENO);
        dup2(errors[1], STDERR_FILENO);
        descriptors_close_from((unsigned)(passed ? take_sockets(passed) : STDERR_FILENO + 1));
        char *changeable[ARGUMENTS_MAX];
        memcpy(changeable, argv, sizeof changeable);
        execv(program, changeable);
        _exit(127);
    }
    close(output[1]);
    close(errors[1]);
    outputs[0] = output[0];
    outputs[1] = errors[0];
    return pid;
}

static pid_t spawn(const char *const *first, const char *const *arguments, int outputs[2])
{
    return spawn_passed(NULL, first, arguments, outputs);
}

static void read_line(int fd, char *line, size_t size)
{
    size_t length = 0;
    while (length + 1 < size && read(fd, line + length, 1) == 1 && line[length] != '\n')
        length++;
    line[length] = '\0';
}

/* Waits until the program of these pipes writes the URL on which it listens. */
static void server_wait_for_url(struct test_server *server, const int outputs[2])
{
    char line[512];
    server->output = outputs[0];
    server->errors = outputs[1];
    do {
        read_line(server->errors, line, sizeof line);
        cr_assert(*line, "the server did not start");
    } while (!strstr(line, " on http"));
    snprintf(server->url, sizeof server->url, "%s", strstr(line, " on http") + strlen(" on "));
    server->url[strcspn(server->url, "\"")] = '\0'; /* of --log-format json */
    server->port = atoi(strrchr(server->url, ':') + 1);
}

/* On a busy machine a test is slower than clients that the defaults allow for. */
static const char *const patient[] = {"--head-seconds", "3600", "--idle-seconds", "3600", NULL};
static const char *const patient_on_any_port[] = {
    "--listen", "127.0.0.1:0", "--head-seconds", "3600", "--idle-seconds", "3600", NULL};

void server_start(struct test_server *server, const char *const *arguments)
{
    int outputs[2];
    server->pid = spawn(patient_on_any_port, arguments, outputs);
    server_wait_for_url(server, outputs);
}

void server_start_passed(struct test_server *server, const struct passed *passed,
                         const char *const *arguments)
{
    int outputs[2];
    server->pid = spawn_passed(passed, patient, arguments, outputs);
    server_wait_for_url(server, outputs);
}

void server_start_at(struct test_server *server, int port, const char *const *arguments)
{
    int outputs[2];
    server->pid = spawn(NULL, arguments, outputs);
    server->output = outputs[0];
    server->errors = outputs[1];
    server->port = port;
    snprintf(server->url, sizeof server->url, "http://127.0.0.1:%d", port);
}

int bound_socket(int *port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)*port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    const int bound = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    cr_assert_eq(setsockopt(bound, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int)), 0);
    cr_assert_eq(bind(bound, (struct sockaddr *)&address, size), 0, "port %d: %m", *port);
    cr_assert_eq(getsockname(bound, (struct sockaddr *)&address, &size), 0);
    *port = ntohs(address.sin_port);
    return bound;
}

int free_port(void)
{
    int port = 0;
    bound_socket(&port);
    return port;
}

static int wait_for(pid_t pid)
{
    const int status = orphans_wait(pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int server_stop(struct test_server *server)
{
    kill(server->pid, SIGTERM);
    return server_wait(server);
}

int server_wait(struct test_server *server)
{
    const int status = wait_for(server->pid);
    close(server->output);
    close(server->errors);
    return status;
}

/* One of the outputs of a program, of which `text` keeps at most `size` bytes. */
struct captured {
    char *text;
    size_t used, size;
};

/* Returns false at the end of the output. What does not fit is read, too, and dropped, so that the
 * program never waits for a reader. */
static bool read_some(int fd, struct captured *captured)
{
    char piece[4096];
    const ssize_t count = read(fd, piece, sizeof piece);
    if (count <= 0)
        return false;
    const size_t left = captured->size - captured->used;
    const size_t kept = (size_t)count < left ? (size_t)count : left;
    memcpy(captured->text + captured->used, piece, kept);
    captured->used += kept;
    return true;
}

/* Reads both outputs as they come, and closes them. A program may fill either pipe first. */
static void read_outputs(const int outputs[2], struct captured captured[2])
{
    struct pollfd polled[2] = {{.fd = outputs[0], .events = POLLIN},
                               {.fd = outputs[1], .events = POLLIN}};
    while (polled[0].fd >= 0 || polled[1].fd >= 0) {
        if (poll(polled, 2, -1) < 0)
            continue;
        for (size_t i = 0; i < 2; i++)
            if (polled[i].revents && !read_some(polled[i].fd, &captured[i])) {
                close(polled[i].fd);
                polled[i].fd = -1; /* poll ignores it */
            }
    }
}

int program_run(const char *const *arguments, char *output, size_t size)
{
    return program_run_passed(NULL, arguments, output, size);
}

int program_run_passed(const struct passed *passed, const char *const *arguments, char *output,
                       size_t size)
{
    int outputs[2];
    char *errors = malloc(size);
    cr_assert(errors);
    struct captured captured[] = {{output, 0, size - 1}, {errors, 0, size - 1}};
    const pid_t pid = spawn_passed(passed, NULL, arguments, outputs);
    read_outputs(outputs, captured);
    const size_t left = size - 1 - captured[0].used;
    const size_t added = captured[1].used < left ? captured[1].used : left;
    memcpy(output + captured[0].used, errors, added);
    output[captured[0].used + added] = '\0';
    free(errors);
    return wait_for(pid);
}

int program_run_ready(const char *const *arguments, char *output, size_t size)
{
    int status, runs = 0;
    do
        status = program_run(arguments, output, size);
    while (status && (strstr(output, "timeout") || strstr(output, "timed out")) && ++runs < 48);
    return status;
}
