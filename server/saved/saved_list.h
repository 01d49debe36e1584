/* The list of saved files as a text: a line "KEY: VALUE" for each. Private to this folder. */
#pragma once

#include "base/sha256_text.h"
#include "load/load.h"

#include <stdio.h>

#define SAVED_LIST_NAME "files"
#define SAVED_LIST_FIRST "rapporteur files 1"
#define SAVED_LIST_LAST "end: of the list"

enum {
    SAVED_LINE_MAX = 8192 /* bytes of a line, with its end */
};

/* Writes the digest of what --data, --map, --texts and --format name, in their order. */
void saved_list_digest(const struct load_source *sources, size_t count,
                       char digest[SHA256_TEXT_BYTES]);
