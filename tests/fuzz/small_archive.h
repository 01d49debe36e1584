/* The archive that requests are put to: tests/cases/valid/two-meetings.json, built in. */
#pragma once

#include "archive/archive.h"
#include "http/snapshot_view.h"

/* Loads it. The caller destroys it. */
struct archive *small_load_archive_files(void);

/* Returns what the routes answer from: loaded at the first call, never destroyed. */
const struct snapshot_view *small_archive_view(void);
