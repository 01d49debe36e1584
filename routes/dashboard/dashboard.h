/* The dashboard: a page written in plain JavaScript modules and CSS, which uses only data from the
 * API. The build embeds its files in the program (embed_files.py).
 *
 * May include: nothing.
 */
#pragma once

#include <stddef.h>

struct dashboard_file {
    const char *name; /* below /assets/VERSION/ */
    const char *media_type;
    const unsigned char *bytes;
    size_t length;
};

/* The page; its length is 0 in a build without the dashboard. */
extern const struct dashboard_file dashboard_page;

/* The offsets of the URLs in the page, ascending, then a 0. A base path is inserted there; without
 * one they are relative to the page. */
extern const size_t dashboard_page_links[];

extern const struct dashboard_file dashboard_files[]; /* the last has no name */
extern const char dashboard_version[];                /* a hash of all assets */
extern const long long dashboard_modified; /* the last change of any file, seconds since 1970 */
