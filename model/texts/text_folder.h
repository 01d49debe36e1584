/* A folder of texts that no data file names: each is recognised by its digest. */
#pragma once

#include "base/sha256_text.h"

#include <stdbool.h>

struct text;

enum {
    TEXT_FOLDER_DEPTH_MAX = 8, /* folders within each other */
    TEXT_FOLDER_FILES_MAX = 10000
};

/* Visits a file by its path, which is relative to the folder. Returns false to visit no more. */
typedef bool text_folder_visitor(void *context, const char *path);

/* Visits the regular files below a folder, as far as they can be listed. Hidden files and folders
 * are skipped, and links are not followed. Returns false, with errno set, if the folder cannot be
 * opened. */
bool text_folder_visit(const char *folder, text_folder_visitor *visit, void *context);

/* Visits a text with its digest; its bytes are valid during the call. Returns false to visit no
 * more. */
typedef bool text_visitor(void *context, const struct text *text,
                          const char digest[SHA256_TEXT_BYTES]);

/* Visits the texts below a folder: the files that text_read can read. Returns TEXT_FOLDER_READ, or
 * why it was not read. If it cannot be opened, errno is set. */
enum text_folder_result {
    TEXT_FOLDER_READ,
    TEXT_FOLDER_NOT_OPENED,
    TEXT_FOLDER_NO_MEMORY
};
enum text_folder_result text_folder_read(const char *folder, text_visitor *visit, void *context);
