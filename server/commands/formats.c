/* rapporteur formats: lists the formats that data can have. */
#include "commands/commands.h"
#include "import/import.h"

#include <stdio.h>

enum exit_status command_formats(const struct options *options)
{
    (void)options;
    for (size_t i = 0; i < import_format_count; i++) {
        const struct import_format *format = import_formats[i];
        printf("%-14s %-16s %s\n", format->name, format->suffixes, format->title);
    }
    return fflush(stdout) == 0 ? EXIT_DONE : EXIT_COULD_NOT;
}
