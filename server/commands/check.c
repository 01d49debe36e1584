/* rapporteur check: reports the faults in data files before they are published. */
#include "commands/commands.h"
#include "data/load.h"

enum exit_status command_check(const struct options *options)
{
    return load_once(options, (const char *const *)options->operands, options->operand_count, NULL);
}
