/* The dashboard's files, which the build puts into the program (embed.py). */
#pragma once

#include <stddef.h>

struct dashboard_file {
    const char *name; /* under /assets/VERSION/ */
    const char *media_type;
    const unsigned char *bytes;
    size_t length;
};

extern const struct dashboard_file dashboard_page; /* of length 0 where it is left out */
/* Where the URLs in the page begin, in their order, up to a 0. Without a base path they are taken
 * from the page's own address. */
extern const size_t dashboard_page_links[];
extern const struct dashboard_file dashboard_assets[]; /* the last has no name */
extern const char dashboard_version[];                 /* a hash of all assets */
extern const long long dashboard_modified; /* the last change of any, in seconds since 1970 */
