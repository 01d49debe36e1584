/* A server that cannot start says why and ends, and another can start at once. Each runs in a child
 * process, which ends as the program does. */
#define _GNU_SOURCE /* pipe2 */
#include "commands/commands.h"
#include "failing_calls.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    ARGUMENTS_MAX = 20
};

static char folder[] = "/tmp/rapporteur-serve-XXXXXX";
static char said[8192];
static const char data[] = "{\"documents\": [{\"id\": \"d\", \"title\": \"D\","
                           " \"sources\": [{\"document\": \"d\"}]}]}\n";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    FILE *file = fopen("data.json", "w");
    cr_assert(file && fputs(data, file) >= 0 && fclose(file) == 0);
}

static void stop(void)
{
    cr_expect_eq(remove("data.json") | rmdir(folder), 0);
}

TestSuite(serve, .init = start, .fini = stop);

static const char *const everything[] = {
    "rapporteur",           "serve",          "--data=data.json", "--sandbox=off",
    "--listen=127.0.0.1:0", "--threads=1",    "--stop-seconds",   "0",
    "--access-log",         "--admin-listen", "127.0.0.1:0",      NULL};

/* Runs a command like main. */
static int run(const char *const *arguments, enum exit_status (*command)(const struct options *))
{
    char *copies[ARGUMENTS_MAX] = {NULL};
    struct options options;
    int count = 0;
    for (; arguments[count]; count++)
        copies[count] = strdup(arguments[count]);
    if (!options_parse(count, copies, &options, stderr))
        return EXIT_WRONG_USAGE;
    return (int)command(&options);
}

static void read_all(int reader)
{
    size_t length = 0;
    for (ssize_t count; length + 1 < sizeof said &&
                        (count = read(reader, said + length, sizeof said - 1 - length)) > 0;)
        length += (size_t)count;
    said[length] = '\0';
    close(reader);
}

/* Starts a server in a child after `prepare`. Returns its exit status; `said` is what it writes to
 * standard error. */
static int serve_after(void (*prepare)(const void *context), const void *context)
{
    int ends[2], status = 0;
    cr_assert_eq(pipe2(ends, O_CLOEXEC), 0);
    const pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        prepare(context);
        _exit(run(everything, command_serve));
    }
    close(ends[1]);
    read_all(ends[0]);
    cr_assert_eq(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct failure {
    enum failing_call call;
    int index, error;
    const char *said;
};

static void let_fail(const void *context)
{
    const struct failure *failure = context;
    failing_call_set_here(failure->call, failure->index, failure->error);
}

/* In the order in which a server starts. */
static const struct failure failures[] = {
    {CALL_SIGNALFD, 0, EMFILE, "cannot wait for signals: Too many open files\n"},
    {CALL_GETSOCKNAME, 0, EIO, "cannot listen on 127.0.0.1:0: Input/output error\n"},
    {CALL_FCNTL, 0, EIO, "cannot listen on 127.0.0.1:0: Input/output error\n"},
    {CALL_FCNTL, 1, EIO, "cannot listen on 127.0.0.1:0: Input/output error\n"},
    {CALL_GETSOCKNAME, 1, EIO, "cannot listen on 127.0.0.1:0: Input/output error\n"},
    {CALL_EVENTFD, 0, EMFILE, "cannot start a thread: Too many open files\n"},
    {CALL_EVENTFD, 1, EMFILE, "cannot start a thread: Too many open files\n"},
    {CALL_PTHREAD_CREATE, 0, EAGAIN, "cannot start a thread: Resource temporarily unavailable\n"},
    {CALL_EVENTFD, 2, EMFILE, "cannot create an eventfd: Too many open files\n"},
    {CALL_EVENTFD, 3, EMFILE, "cannot create an eventfd: Too many open files\n"},
    {CALL_PTHREAD_CREATE, 1, EAGAIN, "cannot start a thread: Resource temporarily unavailable\n"},
    {CALL_PTHREAD_CREATE, 2, EAGAIN, ": Resource temporarily unavailable\n"},
    {CALL_EVENTFD, 4, EMFILE, "cannot start the access log: Too many open files\n"},
    {CALL_EVENTFD, 5, EMFILE, "cannot start the access log: Too many open files\n"},
    {CALL_PTHREAD_CREATE, 3, EAGAIN,
     "cannot start the access log: Resource temporarily unavailable\n"},
    {CALL_PTHREAD_CREATE, 4, EAGAIN,
     "cannot start the HTTP server: Resource temporarily unavailable\n"},
    {CALL_PTHREAD_CREATE, 5, EAGAIN,
     "cannot start the HTTP server: Resource temporarily unavailable\n"},
};

Test(serve, each_step_of_the_start_that_fails_is_reported_and_ends_the_server)
{
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        cr_expect_eq(serve_after(let_fail, &failures[i]), EXIT_COULD_NOT, "%zu: %s", i, said);
        cr_expect(strstr(said, failures[i].said), "%zu: %s is not in %s", i, failures[i].said,
                  said);
    }
}

static void pass_sockets(const void *context)
{
    char process[20];
    snprintf(process, sizeof process, "%d", (int)getpid());
    setenv("LISTEN_PID", process, 1);
    if (context)
        setenv("LISTEN_FDS", context, 1);
    else
        unsetenv("LISTEN_FDS");
}

Test(serve, a_number_of_passed_sockets_that_is_none_is_refused)
{
    static const char *const numbers[] = {NULL, "", "-1", "65", "two", "1 "};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char expected[300];
        snprintf(expected, sizeof expected,
                 "cannot use the sockets of the service manager: LISTEN_FDS takes a number from 0 "
                 "to 64, not \"%s\"\n",
                 numbers[i] ? numbers[i] : "");
        cr_expect_eq(serve_after(pass_sockets, numbers[i]), EXIT_COULD_NOT);
        cr_expect(strstr(said, expected), "%s", said);
    }
}
