/* A folder of files that takes its place when it is whole.
 *
 * It is written beside that place, and then renamed into it; an earlier export that is there goes
 * in the same moment. Until then, and where anything goes wrong, what was there stays. Every
 * function that returns false has said on standard error what could not be done, and why.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* The file of header fields, in which the first line also tells an export from other folders. */
#define EXPORT_HEADERS_FILE "_headers"
#define EXPORT_MARK "# Written by rapporteur export"

struct export_folder {
    char *place;    /* where it is to be */
    char *beside;   /* where it is written */
    int descriptor; /* of the latter */
    bool replaces;  /* there is something in its place */
};

/* Begins to write. False, too, where there is something in its place that is neither an empty
 * folder nor an earlier export. export_folder_finish in either case. */
bool export_folder_init(struct export_folder *folder, const char *place);

/* Removes what was written, unless it has taken its place. */
void export_folder_finish(struct export_folder *folder);

/* Opens a file that is not there yet, whose path may lead through folders that are made where
 * needed; to be closed by the next. NULL is false. */
FILE *export_folder_open(struct export_folder *folder, const char *path);

/* Closes a file and dates it, in seconds since 1970, or leaves its date where that is negative. */
bool export_folder_close(struct export_folder *folder, FILE *file, const char *path,
                         int64_t modified);

bool export_folder_publish(struct export_folder *folder);
