/* The options of a server that runs, from its command line. The process is a shell that waits, with
 * the command line after its own words, as an init has it. */
#define _GNU_SOURCE /* pipe2 */
#include "commands/running_server.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    ARGUMENTS_MAX = 1024, /* that are read, from the name of the program on */
    OWN_WORDS = 3
};

static struct options otherwise = {.listen = "127.0.0.1:1", .operand_count = 1};
static pid_t process;

static void stop(void)
{
    if (process <= 0)
        return;
    kill(process, SIGKILL);
    waitpid(process, NULL, 0);
    process = 0;
}

TestSuite(running_server, .fini = stop);

/* Starts a process with a command line, and waits until it has it. */
static void run(const char *const *arguments)
{
    static const char *whole[ARGUMENTS_MAX + 10] = {"sh", "-c", "kill -STOP $$; read line"};
    int count = OWN_WORDS, status;
    while (*arguments)
        whole[count++] = *arguments++;
    process = fork();
    cr_assert_geq(process, 0);
    if (process == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* it ends with its test */
        execv("/bin/sh", (char **)(uintptr_t)whole);
        _exit(127);
    }
    cr_assert(waitpid(process, &status, WUNTRACED) == process && WIFSTOPPED(status));
}

static void expect_listen(const char *expected)
{
    struct running_server server = {.text = NULL};
    running_server_read(&server, process, &otherwise);
    cr_expect_str_eq(server.options.listen, expected);
    running_server_finish(&server);
}

Test(running_server, has_the_flags_after_the_name_of_the_program)
{
    run((const char *const[]){"rapporteur", "serve", "--listen", "127.0.0.1:2", NULL});
    expect_listen("127.0.0.1:2");
}

Test(running_server, may_have_a_path)
{
    run((const char *const[]){"/usr/bin/rapporteur", "--listen=127.0.0.1:2", NULL});
    expect_listen("127.0.0.1:2");
}

Test(running_server, other_programs_and_commands_and_faulty_flags_are_none)
{
    run((const char *const[]){"/usr/rapporteur/bin/other", "--listen=127.0.0.1:2", NULL});
    expect_listen("127.0.0.1:1");
    stop();
    run((const char *const[]){"rapporteur", "check", NULL});
    expect_listen("127.0.0.1:1");
    stop();
    run((const char *const[]){"rapporteur", "--listen=127.0.0.1:2", "--none", NULL});
    expect_listen("127.0.0.1:1");
}

/* Runs a server whose last argument is number `count`. */
static void run_with(int count)
{
    static const char *arguments[ARGUMENTS_MAX + 2];
    arguments[0] = "rapporteur";
    for (int i = 1; i + 1 < count; i++)
        arguments[i] = "--watch";
    arguments[count - 1] = "--listen=127.0.0.1:2";
    arguments[count] = NULL;
    run(arguments);
}

Test(running_server, has_up_to_1024_arguments)
{
    run_with(ARGUMENTS_MAX);
    expect_listen("127.0.0.1:2");
    stop();
    run_with(ARGUMENTS_MAX + 1);
    struct running_server server = {.text = NULL};
    running_server_read(&server, process, &otherwise);
    cr_expect_null(server.options.listen, "an argument beyond the last is read");
    running_server_finish(&server);
}

/* Of an argument that makes the command line as long as the limit, or one byte shorter. */
Test(running_server, a_command_line_of_128_KiB_is_not_read)
{
    static char data[128 * 1024];
    static const char before[] =
        "sh\0-c\0kill -STOP $$; read line\0rapporteur\0--listen=127.0.0.1:2";
    const size_t length = sizeof data - sizeof before - 2;
    memset(data, 'x', length);
    memcpy(data, "--data=", 7);
    run((const char *const[]){"rapporteur", "--listen=127.0.0.1:2", data, NULL});
    expect_listen("127.0.0.1:2");
    stop();
    data[length] = 'x';
    run((const char *const[]){"rapporteur", "--listen=127.0.0.1:2", data, NULL});
    expect_listen("127.0.0.1:1");
}

Test(running_server, a_process_that_does_not_exist_is_none)
{
    struct running_server server = {.text = NULL};
    running_server_read(&server, INT64_C(1) << 40, &otherwise);
    cr_expect_str_eq(server.options.listen, "127.0.0.1:1");
    cr_expect_eq(server.options.operand_count, 0);
    running_server_finish(&server);
}
