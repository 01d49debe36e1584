/* A folder of texts that no data file names. A text is recognised by its digest. */
#pragma once

#include "base/sha256_text.h"

#include <stdbool.h>

struct text;

enum {
    TEXT_FOLDER_DEPTH_MAX = 8, /* nested folders */
    TEXT_FOLDER_FILES_MAX = 10000
};

/* Called with the path of a file, relative to the folder. Returns false to stop. */
typedef bool text_folder_visitor(void *context, const char *path);

/* Calls `visit` with each regular file below a folder, up to the limits above. Skips hidden files,
 * hidden folders, and folders that cannot be opened. Does not follow symbolic links. Returns false,
 * with errno set, if the folder itself cannot be opened. */
bool text_folder_visit(const char *folder, text_folder_visitor *visit, void *context);

/* Called with a text and its digest. The bytes are valid during the call. Returns false to stop. */
typedef bool text_visitor(void *context, const struct text *text,
                          const char digest[SHA256_TEXT_BYTES]);

/* Calls `visit` with the texts below a folder: the files that text_read can read. Returns
 * TEXT_FOLDER_READ, or the reason why the folder was not read; with TEXT_FOLDER_NOT_OPENED, errno
 * is set. */
enum text_folder_result {
    TEXT_FOLDER_READ,
    TEXT_FOLDER_NOT_OPENED,
    TEXT_FOLDER_NO_MEMORY
};
enum text_folder_result text_folder_read(const char *folder, text_visitor *visit, void *context);
