#include "commands/running_server.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    COMMAND_LINE_MAX = 128 * 1024, /* bytes; longer ones are not read */
    ARGUMENTS_MAX = 1024
};

/* Reads the command line, whose arguments end with NULs. Returns its length, or 0. */
static size_t read_command_line(int64_t pid, char text[COMMAND_LINE_MAX])
{
    char path[48];
    snprintf(path, sizeof path, "/proc/%" PRId64 "/cmdline", pid);
    FILE *file = fopen(path, "re");
    if (!file)
        return 0;
    const size_t length = fread(text, 1, COMMAND_LINE_MAX, file);
    fclose(file);
    return length > 0 && length < COMMAND_LINE_MAX && text[length - 1] == '\0' ? length : 0;
}

static bool is_program(const char *argument)
{
    const char *slash = strrchr(argument, '/');
    return strcmp(slash ? slash + 1 : argument, "rapporteur") == 0;
}

/* Finds the arguments from the name of the program on: an init has arguments before it. Returns
 * their number. */
static int find_arguments(char *text, size_t length, char **arguments)
{
    int count = 0;
    for (char *at = text; at < text + length && count < ARGUMENTS_MAX; at += strlen(at) + 1)
        if (count > 0 || is_program(at))
            arguments[count++] = at;
    arguments[count] = NULL;
    return count;
}

/* Returns false if the command line is not that of a server. */
static bool running_server_parse(struct running_server *server, int64_t pid)
{
    const size_t length = read_command_line(pid, server->text);
    const int count = find_arguments(server->text, length, server->arguments);
    FILE *ignored = count > 0 ? fopen("/dev/null", "we") : NULL;
    if (!ignored)
        return false;
    const bool parsed = options_parse(count, server->arguments, &server->options, ignored);
    fclose(ignored);
    if (parsed && server->options.command == COMMAND_SERVE)
        return true;
    options_finish(&server->options);
    return false;
}

void running_server_read(struct running_server *ret_server, int64_t pid,
                         const struct options *otherwise)
{
    ret_server->text = malloc(COMMAND_LINE_MAX);
    ret_server->arguments = calloc(ARGUMENTS_MAX + 1, sizeof *ret_server->arguments);
    if (ret_server->text && ret_server->arguments && running_server_parse(ret_server, pid))
        return;
    ret_server->options = *otherwise;
    ret_server->options.operand_count = 0;
    memset(ret_server->options.list_texts, 0, sizeof ret_server->options.list_texts);
}

void running_server_finish(struct running_server *server)
{
    options_finish(&server->options);
    free(server->arguments);
    free(server->text);
}
