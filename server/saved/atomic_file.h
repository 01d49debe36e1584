/* Writes a file that is complete or unchanged, also after a crash. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

/* Writes the contents to a file. Errors of the file itself need not be reported. Returns false on
 * another failure, with the reason in errno. */
typedef bool atomic_file_writer(FILE *file, const void *context);

/* Writes the file `name` of a folder: beside the old one, which it then replaces by renaming. Only
 * its owner may read it. Returns false on failure, with a warning logged and the old file
 * unchanged. */
bool atomic_file_write(const char *folder, const char *name, atomic_file_writer *write,
                       const void *context);
