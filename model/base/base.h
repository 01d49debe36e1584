/* The building blocks of the whole program, independent of records.
 *
 * Memory (arena.h, array.h, buffer.h, hash_table.h), text (decimal.h, name.h, token.h,
 * utf8.h), JSON output (json_writer.h), digests (sha256_text.h), clocks, the progress of a task,
 * and the texts of errors.
 *
 * May include: nothing.
 */
#pragma once

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/decimal.h"
#include "base/error_text.h"
#include "base/hash_table.h"
#include "base/json_writer.h"
#include "base/monotonic_clock.h"
#include "base/name.h"
#include "base/progress.h"
#include "base/sha256_text.h"
#include "base/token.h"
#include "base/utf8.h"
