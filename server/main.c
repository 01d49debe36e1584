/* rapporteur: publishes the record of a meeting over HTTP. */
#include "commands/commands.h"
#include "commit.h"
#include "values/time_zone.h"

#include <curl/curl.h>
#include <jansson.h>
#include <microhttpd.h>
#include <stdio.h>

static enum exit_status run_command(const struct options *options)
{
    switch (options->command) {
    case COMMAND_SERVE:
        return command_serve(options);
    case COMMAND_CHECK:
        return command_check(options);
    case COMMAND_READY:
        return command_ready(options);
    case COMMAND_SCHEMA:
        return command_schema(options);
    case COMMAND_OPENAPI:
        return command_openapi(options);
    case COMMAND_EXPORT:
        return command_export(options);
    case COMMAND_CONVERT:
        return command_convert(options);
    case COMMAND_FORMATS:
        return command_formats(options);
    case COMMAND_MCP:
        return command_mcp(options);
    case COMMAND_HELP:
        help_write(stdout);
        break;
    case COMMAND_VERSION:
        printf("rapporteur %s (commit %s, libmicrohttpd %s, jansson %s, %s, tzdata %s)\n",
               RAPPORTEUR_VERSION, program_commit, MHD_get_version(), jansson_version_str(),
               curl_version(), time_zone_release);
    }
    return fflush(stdout) == 0 ? EXIT_DONE : EXIT_COULD_NOT;
}

int main(int argc, char **argv)
{
    struct options options;
    struct theme theme = {.count = 0};
    int status = EXIT_WRONG_USAGE;
    const bool parsed = options_parse(argc, argv, &options, stderr);
    if (options.theme)
        options.publication.theme = &theme;
    if (parsed && options.command != COMMAND_SERVE) /* whose log begins later */
        options_warn(&options);
    if (parsed)
        status = theme_folder_read(options.theme, &theme) ? run_command(&options) : EXIT_COULD_NOT;
    theme_finish(&theme);
    options_finish(&options);
    return status;
}
