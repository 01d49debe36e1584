/* The records of a data file in JSON.
 *
 * A reader parses data files (file_reader.h) into records that refer to each other by id, and finds
 * the faults in their fields. model/load joins the records of all files to an archive. The memory
 * of the JSON library is an arena (json_memory.h).
 *
 * May include: base, unicode, values, schema, archive, files.
 */
#pragma once

#include "records/extensions.h"
#include "records/file_reader.h"
#include "records/json_memory.h"
