/* rapporteur check: what an editor runs before a record goes live. */
#include "commands/commands.h"
#include "data/load.h"

int command_check(const struct options *options)
{
    return load_once(options, (const char *const *)options->operands, options->operand_count, NULL);
}
