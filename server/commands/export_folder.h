/* A folder of files that appears in its place only when it is complete.
 *
 * It is written beside its place and then renamed; it replaces an earlier export in one step. If
 * anything fails, an earlier export stays unchanged. Every function that returns false has written
 * the reason to standard error.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* The file of header fields. Its first line marks the folder as an export. */
#define EXPORT_HEADERS_FILE "_headers"
#define EXPORT_MARK "# Written by rapporteur export"

struct export_folder {
    char *place;    /* its final path */
    char *beside;   /* its path while it is written; NULL if there is nothing to remove */
    int descriptor; /* of the folder `beside` */
    bool replaces;  /* true if a folder exists at `place` */
};

/* Creates the folder beside its place. Returns false, among other reasons, if a file is at its
 * place, or a folder that is neither empty nor an earlier export. Call export_folder_finish in
 * either case. */
bool export_folder_init(struct export_folder *folder, const char *place);

/* Removes the folder, unless it was published. */
void export_folder_finish(struct export_folder *folder);

/* Creates a file, which must not exist yet, and its parent folders; `path` is relative to the
 * folder. Close it with export_folder_close. Returns NULL on failure. */
FILE *export_folder_open(struct export_folder *folder, const char *path);

/* Reports whether there is such a file. */
bool export_folder_has(const struct export_folder *folder, const char *path);

/* Closes a file and sets its modification time, in seconds since 1970, unless it is negative. */
bool export_folder_close(struct export_folder *folder, FILE *file, const char *path,
                         int64_t modified);

/* Moves the folder into its place. */
bool export_folder_publish(struct export_folder *folder);
