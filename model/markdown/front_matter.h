/* The front matter of a Markdown file: YAML between two lines "---", read by libyaml. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    FRONT_MATTER_VALUE_BYTES = 500 /* with the NUL; longer values are ignored */
};

struct front_matter {
    size_t length; /* bytes of the file that it takes; 0 without front matter */
    unsigned lines;
    char title[FRONT_MATTER_VALUE_BYTES];
    char date[FRONT_MATTER_VALUE_BYTES];
    unsigned title_line, date_line;
};

/* Reads the front matter at the beginning of a file. Malformed YAML gives no values. Returns false
 * if out of memory. */
bool front_matter_read(const char *bytes, size_t length, struct front_matter *ret_front);
