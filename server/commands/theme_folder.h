/* Reads the folder of --theme. */
#pragma once

#include "looks/looks.h"

#include <stdbool.h>

/* Reads all files of a folder, except those whose names begin with ".". `folder` may be NULL, for
 * no theme. The caller frees the files with theme_finish in either case. Returns false, with the
 * reason written to standard error, if the folder or a file cannot be read, if a file is of a type
 * or has a name that a theme cannot have, or if there are too many or too large files. */
bool theme_folder_read(const char *folder, struct theme *ret_theme);
