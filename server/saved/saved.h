/* The last good data files, copied into a folder (--state), so that a server can start from them
 * when the files themselves are faulty, and knows how many records they had.
 *
 * May include: base.
 */
#pragma once

#include "saved/atomic_file.h"
#include "saved/record_counts.h"
#include "saved/saved_files.h"
