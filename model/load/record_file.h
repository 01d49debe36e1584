/* A data file while an archive is loaded.
 *
 * Its text is in memory only while the file is read, and once more while the line of a fault is
 * looked for.
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

/* Reports whether a file in a folder of data files is one of them, by its name: it ends in ".json",
 * is not hidden, and is not schema.json, which lies among them for editors. */
bool record_file_is_data(const char *name);

/* Reads the text, unless it is there already. Returns NULL, or a human-readable reason why it
 * cannot be read; that is record_file_no_memory if out of memory. */
const char *record_file_read(struct record_file *file);
extern const char record_file_no_memory[];

/* Frees the text unless it is borrowed. */
void record_file_release(struct record_file *file);
