/* tests/cases/commands: commands, their whole output and their exit status, as a transcript.
 *
 * A line that begins with "$ " is a command for the shell, in which `rapporteur` is the program and
 * the folder is the source tree. The lines after it are what it writes to standard output and
 * standard error, and "exit" with the status. $folder is an empty folder, which is removed after
 * the command; the end of its name is written as XXXXXX. `serve` starts a server with a free port,
 * written as PORT, and stops it as soon as it serves; its output comes after its end. The time and
 * level of lines of a server's log are left out.
 *
 * TEST_ACCEPT=1 writes the transcripts.
 */
#define _GNU_SOURCE /* asprintf */
#include "../expected_file.h"
#include "../source_path.h"
#include "orphans.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define FOLDER "/tmp/rapporteur-commands-"

/* A mutated program may not end by itself. */
static const char prelude[] =
    "unset HOST PORT TEST_ACCEPT\n"
    "rapporteur() { timeout -k 1 100 \"$program\" \"$@\"; }\n"
    "serve() {\n"
    "  timeout -k 1 100 \"$program\" --listen 127.0.0.1:0 \"$@\" >\"$folder.output\" 2>&1 &\n"
    "  until grep -q ' on http\\|retrying' \"$folder.output\" 2>/dev/null; do\n"
    "    kill -0 $! 2>/dev/null || break\n"
    "    sleep 0.02\n"
    "  done\n"
    "  kill -TERM $! 2>/dev/null\n"
    "  wait $!; status=$?\n"
    "  sed -E 's/(127\\.0\\.0\\.1|\\[::1\\]):[0-9]+/\\1:PORT/' \"$folder.output\"\n"
    "  return $status\n"
    "}\n"
    "folder=$(mktemp -d " FOLDER "XXXXXX) || exit\n"
    "trap 'rm -rf \"$folder\" \"$folder.output\"' EXIT\n";

/* Starts the shell with a script. Returns its output. */
static FILE *start_shell(const char *script, pid_t *ret_shell)
{
    int output[2];
    cr_assert_eq(pipe(output), 0);
    *ret_shell = orphans_fork();
    cr_assert_geq(*ret_shell, 0);
    if (*ret_shell == 0) {
        close(STDIN_FILENO);
        cr_assert_eq(open("/dev/null", O_RDONLY), STDIN_FILENO);
        dup2(output[1], STDOUT_FILENO);
        dup2(output[1], STDERR_FILENO);
        close(output[0]);
        close(output[1]);
        execl("/bin/sh", "sh", "-c", script, (char *)NULL);
        _exit(127);
    }
    close(output[1]);
    return fdopen(output[0], "r");
}

/* Returns the line without the time and level of the server's log. */
static char *without_time(char *line)
{
    static const char shape[] = "0000-00-00T00:00:00.000Z ";
    size_t i = 0;
    while (shape[i] && (shape[i] == '0' ? line[i] >= '0' && line[i] <= '9' : line[i] == shape[i]))
        i++;
    return shape[i] ? line : line + i + strcspn(line + i, " ") + 1;
}

static void write_line(char *line, FILE *out)
{
    static const size_t random = 6; /* characters */
    for (char *name = line; (name = strstr(name, FOLDER)); name += strlen(FOLDER) + random)
        memset(name + strlen(FOLDER), 'X', random);
    fputs(without_time(line), out);
}

/* Runs a command of a transcript, and writes its line, its output and its status. */
static void run(const char *command, FILE *out)
{
    char *script = NULL, *line = NULL;
    size_t size = 0;
    bool ended = true;
    pid_t shell;
    cr_assert_gt(asprintf(&script, "%s%s\n", prelude, command), 0);
    FILE *output = start_shell(script, &shell);
    cr_assert(output);
    fprintf(out, "$ %s\n", command);
    for (ssize_t length; (length = getline(&line, &size, output)) > 0;) {
        ended = line[length - 1] == '\n';
        write_line(line, out);
    }
    fclose(output);
    const int status = orphans_wait(shell);
    fprintf(out, "%sexit %d\n", ended ? "" : "\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    free(line);
    free(script);
}

/* Returns the transcript of the commands in another one, which the caller frees. */
static char *run_all(const char *transcript)
{
    char *commands = strdup(transcript), *rest = NULL, *written = NULL;
    size_t length, count = 0;
    FILE *out = open_memstream(&written, &length);
    cr_assert(commands && out);
    for (char *line = strtok_r(commands, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        if (strncmp(line, "$ ", 2) == 0) {
            run(line + 2, out);
            count++;
        }
    cr_expect_gt(count, 0, "there is no command");
    fclose(out);
    free(commands);
    return written;
}

static void check_transcript(const char *path)
{
    char *transcript = expected_file_text(path), *actual = run_all(transcript);
    expected_file_check(path, actual);
    free(transcript);
    free(actual);
}

/* Runs the transcripts of a folder, in the source tree. */
static void check_transcripts(const char *folder)
{
    const char *program = getenv("RAPPORTEUR_PROGRAM");
    cr_assert(program, "RAPPORTEUR_PROGRAM is not set; run through meson test");
    char *whole = realpath(program, NULL);
    cr_assert(whole, "%s", program);
    setenv("program", whole, 1);
    free(whole);
    cr_assert_eq(chdir(source_path("")), 0);
    expected_files_visit(folder, check_transcript);
}

Test(commands, every_command_writes_exactly_the_expected_bytes)
{
    check_transcripts("tests/cases/commands");
}

Test(commands, every_command_of_root_writes_exactly_the_expected_bytes)
{
    if (geteuid() != 0)
        cr_skip("only root can change the user");
    if (getenv("RAPPORTEUR_SANITIZED"))
        cr_skip("sanitizers need system calls that the sandbox denies");
    check_transcripts("tests/cases/commands-as-root");
}
