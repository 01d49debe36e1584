/* Stores the copies of remotes on disk (--state), so that a restarted server need not wait for a
 * fetch.
 *
 * Each remote has one file, named by the SHA-256 of its URL: lines "name: value", an empty line,
 * and the body, whose length and SHA-256 are among the lines. A new file is written beside the old
 * one and renamed over it, so a file is complete or unchanged. An incomplete file is ignored.
 */
#pragma once

#include "data/remote.h"

/* Reports whether `folder` is an existing folder; does not check that it is writable. If it is not,
 * writes the reason to standard error. */
bool state_folder_is_there(const char *folder);

/* Reads the copy of a URL; the caller finishes *ret_copy. Returns false if the folder has no usable
 * copy. Writes a warning to standard error if a copy cannot be read, is incomplete, or has a body
 * of more than `bytes_max` bytes. */
bool state_folder_read(const char *folder, const char *url, size_t bytes_max,
                       struct remote_copy *ret_copy);

/* Writes the copy of a URL. Returns false on failure, with a warning on standard error and the old
 * file unchanged. */
bool state_folder_write(const char *folder, const char *url, const struct remote_copy *copy);
