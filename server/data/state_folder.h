/* The copies of remotes on disk (--state), so that a restarted server need not wait for them.
 *
 * Each remote has one file, named by the SHA-256 of its URL: lines "name: value", an empty line,
 * and the body, whose length and SHA-256 are among the lines. A new file is written beside the old
 * one and renamed over it, so a file is complete or unchanged. A file that is incomplete
 * nevertheless is ignored.
 */
#pragma once

#include "data/remote.h"

/* Reports whether `folder` is a folder, which need not be writable. Returns false, with a message
 * on standard error, if it does not exist or is something else. */
bool state_folder_is_there(const char *folder);

/* Reads the copy of a URL, whose body *ret_copy then owns. Returns false if there is none; if there
 * is one that cannot be used, or whose body is over `bytes_max` bytes, writes a warning to standard
 * error. */
bool state_folder_read(const char *folder, const char *url, size_t bytes_max,
                       struct remote_copy *ret_copy);

/* Writes the copy of a URL. Returns false, with a warning on standard error, if it cannot; the file
 * is then unchanged. */
bool state_folder_write(const char *folder, const char *url, const struct remote_copy *copy);
