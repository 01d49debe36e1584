/* Reads the texts of documents from files.
 *
 * A data file names a text by a path that is relative to its own folder. The path decides what the
 * service publishes, so the text is read only from below that folder: a path that leaves it, and a
 * symbolic link that leads out of it, are refused. Links within the folder are followed if the
 * kernel can confine them (openat2(2), RESOLVE_BENEATH); if it cannot, no link is followed.
 *
 * May include: base.
 */
#pragma once

#include "base/arena.h"
#include "texts/text_folder.h"

#include <stddef.h>
#include <stdint.h>

enum {
    TEXT_MIB_MAX = 4,
    TEXT_BYTES_MAX = TEXT_MIB_MAX * 1024 * 1024
};

struct text {
    const char *bytes; /* UTF-8 without a NUL, and ended by one */
    uint32_t length;   /* from 1 to TEXT_BYTES_MAX bytes */
    int64_t modified;  /* the last change of the file, in seconds since 1970 */
};

/* Reads the text at `path`, which is relative to `folder`, into an arena. Returns NULL, or the
 * reason of a failure as a clause: the file cannot be opened within the folder, is not a regular
 * file, is empty or larger than TEXT_BYTES_MAX, or is not UTF-8. Returns text_no_memory if out of
 * memory. *ret_text is unchanged if it fails. */
const char *text_read(const char *folder, const char *path, struct arena *arena,
                      struct text *ret_text);
extern const char text_no_memory[];

/* Returns the number of lines. A last line without a line feed counts, unless it is blank. */
uint32_t text_count_lines(const char *bytes, size_t length);
