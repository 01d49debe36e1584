/* A data file while an archive is loaded.
 *
 * Its text is in memory only while it is read, and again for a while where a fault has to be shown.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    RECORD_FILE_BYTES_MAX = 256 * 1024 * 1024
};

struct record_file {
    const char *name; /* as given, or as found in a folder; for messages */
    const char *text; /* NULL while it is not in memory */
    size_t length;
    int64_t modified; /* when it was last changed, in seconds since 1970 */
    bool borrowed;    /* the text is the caller's and stays in memory */
};

/* Reads the text, unless it is there already. Returns NULL, or why it cannot be read: a reason for
 * people, or record_file_no_memory. */
const char *record_file_read(struct record_file *file);
extern const char record_file_no_memory[];

/* Frees the text where it is not borrowed. */
void record_file_release(struct record_file *file);
