/* The front matter of a Markdown file: YAML between two lines "---", read by libyaml. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    FRONT_MATTER_VALUE_BYTES = 500 /* with the NUL; longer values are ignored */
};

enum {
    FRONT_MATTER_KEY_BYTES = 32,
    FRONT_MATTER_VALUES_MAX = 1000 /* further values are ignored */
};

/* A text of a key of the first level, or an entry of its list. An entry with members is written as
 * its name and the others in brackets: "Ada Rowan (chair)". */
struct front_matter_value {
    char key[FRONT_MATTER_KEY_BYTES];
    char text[FRONT_MATTER_VALUE_BYTES];
    unsigned line;
    bool listed; /* true for an entry of a list */
};

struct front_matter {
    size_t length; /* bytes of the file that it takes; 0 without front matter */
    unsigned lines;
    char title[FRONT_MATTER_VALUE_BYTES];
    char date[FRONT_MATTER_VALUE_BYTES];
    unsigned title_line, date_line;
    struct front_matter_value *values;
    size_t value_count, value_capacity;
};

/* Reads the front matter at the beginning of a file. Malformed YAML gives no values. Returns false
 * if out of memory. The caller finishes it in any case. */
bool front_matter_read(const char *bytes, size_t length, struct front_matter *ret_front);

void front_matter_finish(struct front_matter *front);
