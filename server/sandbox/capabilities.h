/* Drops the capabilities of this process (capabilities(7)): root's, or those that a service manager
 * gave it for a port below 1024.
 *
 * A process that is still root can then use root's files but not those of other users. If it could
 * not read a file that the options name, a file in a folder of data, or a text that the data name,
 * it keeps CAP_DAC_READ_SEARCH. If it could not write to the state folder, it keeps
 * CAP_DAC_OVERRIDE. Landlock limits the use of both.
 */
#pragma once

#include "options/options.h"

/* Drops the capabilities. If the process is root, writes a warning to standard error, with the
 * reason `why`. Must be called before other threads start. Returns false on failure, with the
 * reason in errno. */
bool capabilities_give_up(const struct options *options, const char *why);
