/* The copies of origins that are kept on disk (--state), so that a server that starts again need
 * not wait for them.
 *
 * One file an origin, named by the SHA-256 of its URL: a head of lines "name: value", an empty
 * line, and the body, whose length and SHA-256 the head tells. It is written beside and renamed, so
 * it is there whole or as it was; a file that is not whole all the same is as good as none.
 */
#pragma once

#include "data/remote.h"

/* Whether there is such a folder, which a slip of the pen may have named; one that cannot be
 * written to is there. Where not, standard error says so. */
bool state_folder_is_there(const char *folder);

/* Reads the copy of a URL. False where there is none; where there is one that cannot be used, a
 * warning says so on standard error. */
bool state_folder_read(const char *folder, const char *url, size_t bytes_max,
                       struct origin_copy *ret_copy);

/* Writes it. False, with a warning on standard error, where it cannot: what was there stays. */
bool state_folder_write(const char *folder, const char *url, const struct origin_copy *copy);
