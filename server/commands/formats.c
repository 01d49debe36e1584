/* rapporteur formats: lists the formats that data can have. */
#include "commands/commands.h"
#include "import/import.h"

#include <stdio.h>

enum {
    SUFFIXES_BYTES = 60
};

enum exit_status command_formats(const struct options *options)
{
    (void)options;
    for (size_t i = 0; i < import_format_count; i++) {
        const struct import_format *format = import_formats[i];
        char suffixes[SUFFIXES_BYTES];
        snprintf(suffixes, sizeof suffixes, "%s%s%s", format->suffixes, format->shared ? " " : "",
                 format->shared ? format->shared : "");
        printf("%-14s %-20s %s\n", format->name, suffixes, format->title);
    }
    return fflush(stdout) == 0 ? EXIT_DONE : EXIT_COULD_NOT;
}
