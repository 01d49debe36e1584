/* The looks of the pages: stylesheet, fonts, scripts and icon. The build embeds them in the program
 * (../embed_files.py); the fonts are subsets that subset_font.py makes.
 *
 * May include: nothing.
 */
#pragma once

#include "looks/theme.h"

#include <stddef.h>

struct looks_file {
    const char *name; /* below /assets/VERSION/ */
    const char *media_type;
    const unsigned char *bytes;
    size_t length;
};

extern const struct looks_file looks_files[]; /* the last has no name */
extern const char looks_version[];            /* a hash of all files */
extern const long long looks_modified;        /* the last change of any file, seconds since 1970 */

/* The names of the fonts that every page needs at once, so that it may preload them; then NULL.
 * Empty in a build without fonts (-Dfonts=disabled). */
extern const char *const looks_preloads[];

/* The names of the fonts that another page may need, so that a browser may prefetch them; then
 * NULL. */
extern const char *const looks_prefetches[];
