/* An assistant whose messages cannot be read or answered. */
#include "caught_errors.h"
#include "commands/commands.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/rapporteur-mcp-XXXXXX";
static struct options options = {
    .data_count = 1, .sandbox = SANDBOX_OFF, .request_work = 1000, .base_path = ""};

static void start(void)
{
    static const char data[] = "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": "
                               "[{\"document\": \"d\"}]}]}";
    const int file = mkstemp(path);
    cr_assert_eq(write(file, data, strlen(data)), (ssize_t)strlen(data));
    close(file);
    options.data[0] = path;
    caught_errors_begin();
}

static void stop(void)
{
    cr_expect_eq(unlink(path), 0);
}

TestSuite(command_mcp, .init = start, .fini = stop);

/* Replaces a descriptor by a file. */
static void replace(int descriptor, const char *file, int flags)
{
    const int opened = open(file, flags);
    cr_assert(opened >= 0 && dup2(opened, descriptor) == descriptor, "%s", file);
    close(opened);
}

Test(command_mcp, ends_well_at_the_end_of_its_input)
{
    replace(STDIN_FILENO, "/dev/null", O_RDONLY);
    cr_expect_eq(command_mcp(&options), EXIT_DONE);
    cr_expect_str_eq(caught_errors(), "");
}

Test(command_mcp, an_input_that_cannot_be_read_is_an_error)
{
    replace(STDIN_FILENO, "/tmp", O_RDONLY);
    cr_expect_eq(command_mcp(&options), EXIT_COULD_NOT);
    cr_expect_str_eq(caught_errors(),
                     "rapporteur: cannot read or write messages: Is a directory\n");
}

Test(command_mcp, an_answer_that_cannot_be_written_is_an_error)
{
    static const char message[] = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    cr_assert_eq(write(ends[1], message, strlen(message)), (ssize_t)strlen(message));
    cr_assert_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    replace(STDOUT_FILENO, "/dev/full", O_WRONLY);
    cr_expect_eq(command_mcp(&options), EXIT_COULD_NOT);
    cr_expect_str_eq(caught_errors(),
                     "rapporteur: cannot read or write messages: No space left on device\n");
}

Test(command_mcp, data_that_cannot_be_read_end_it)
{
    options.data[0] = "/tmp/rapporteur-none/none.json";
    cr_expect_eq(command_mcp(&options), EXIT_COULD_NOT);
    cr_expect(strstr(caught_errors(), "No such file or directory"));
}
