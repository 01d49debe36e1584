/* The archive that requests are put to: tests/cases/valid/two-meetings.json, built in. */
#pragma once

#include "archive/archive.h"

/* Loaded and made searchable at the first call; nobody destroys it. */
struct archive *small_archive(void);
