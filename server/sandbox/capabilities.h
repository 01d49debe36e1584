/* The capabilities of this process (capabilities(7)): root's, or those that a service manager gave
 * it for a port below 1024.
 *
 * All are given up. A process that is still root then has the rights of the owner of root's files,
 * and may not read those of others. If it could not read a file that the options name, or one in a
 * folder of data, it keeps CAP_DAC_READ_SEARCH; if it could not write to the state folder, it keeps
 * CAP_DAC_OVERRIDE. Landlock then limits what these can be used for.
 */
#pragma once

#include "options/options.h"

/* Gives up the capabilities. If the process is root, warns on standard error, with `why` it still
 * is. Returns false, with the reason in errno, if it cannot. To be called by the only thread. */
bool capabilities_give_up(const struct options *options, const char *why);
