/* The data files that are loaded, places in them, and the faults that are found there.
 *
 * A record file is one source of data. A place in it has a JSON Pointer and a line; a fault or a
 * warning has a place and a message.
 *
 * May include: base, unicode, texts, schema, draft, tables, import.
 */
#pragma once

#include "files/fault.h"
#include "files/place.h"
#include "files/record_file.h"
#include "files/record_file_import.h"
#include "files/record_files.h"
