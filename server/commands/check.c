/* rapporteur check: reports the faults in data files before they are published. */
#include "commands/commands.h"
#include "data/load.h"

#include <stdio.h>

enum exit_status command_check(const struct options *options)
{
    if (options->operand_count > 0)
        return load_once(options, (const char *const *)options->operands, options->operand_count,
                         NULL);
    if (options->data_count > 0)
        return load_once(options, options->data, options->data_count, NULL);
    fputs("rapporteur: check needs at least one file, folder or URL\n", stderr);
    return EXIT_WRONG_USAGE;
}
