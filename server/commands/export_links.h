/* The links of exported pages to pages with parameters, such as the records of a country: only the
 * pages know them. */
#pragma once

#include "base/buffer.h"

#include <stdbool.h>

struct export_links {
    /* Targets without a base path, such as "/query/country=JP/people.html", each with a NUL. */
    struct buffer targets;
};

void export_links_init(struct export_links *links);
void export_links_finish(struct export_links *links);

/* Adds the targets of the links in a page. Returns false if out of memory. */
bool export_links_find(struct export_links *links, const char *base_path, const char *page,
                       size_t length);

/* Takes the last target. Returns false if there is none, or if it has `room` bytes or more. */
bool export_links_take(struct export_links *links, char *target, size_t room);

/* Decodes the percent-encoded bytes of a path in place, as a web server does before it looks for
 * the file. */
void export_links_decode(char *path);
