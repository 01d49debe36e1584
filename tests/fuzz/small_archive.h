/* The archive of the fuzz targets: tests/cases/valid/two-meetings.json, compiled in. */
#pragma once

#include "archive/archive.h"
#include "http/snapshot_view.h"

/* Returns the loaded archive, which the caller destroys. */
struct archive *small_archive_load(void);

/* Returns a view of the archive for the router. It is loaded by the first call and never destroyed.
 */
const struct snapshot_view *small_archive_view(void);
