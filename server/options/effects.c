/* Warnings of what is given and has no effect. */
#include "options/environment.h"
#include "options/options.h"

/* Reports whether a command uses the built-in record if there is no --data. */
static bool uses_builtin(const struct options *options)
{
    return options->data_count == 0 &&
           (options->command == COMMAND_SERVE || options->command == COMMAND_MCP ||
            options->command == COMMAND_EXPORT);
}

static void warn_of_flags(const struct options *options)
{
    const bool builtin = uses_builtin(options), serves = options->command == COMMAND_SERVE;
    const struct {
        bool useless;
        const char *why;
    } flags[] = {
        {serves && options->hsts_seconds >= 0 && !options->tls_cert,
         "--hsts has no effect without --tls-cert; a proxy that ends TLS sends "
         "Strict-Transport-Security itself"},
        {builtin && options->map,
         "--map has no effect without --data: the built-in record is no table"},
        {builtin && options->format,
         "--format has no effect without --data: it is for the files and URLs that are named"},
        {builtin && serves && options->state,
         "--state has no effect without --data: the built-in record needs no copies"},
    };
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].useless)
            server_log(SERVER_LOG_WARNING, "%s", flags[i].why);
}

void options_warn(const struct options *options)
{
    environment_warn_of_mistyped();
    warn_of_flags(options);
}
