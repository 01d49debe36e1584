/* The comparison of text in every language: texts that a reader takes for the same are equal
 * (fold.h, fold_map.h, fold_match.h, nearest_name.h), and all are in one order (collation.h).
 *
 * May include: base.
 */
#pragma once

#include "unicode/collation.h"
#include "unicode/fold.h"
#include "unicode/fold_map.h"
#include "unicode/fold_match.h"
#include "unicode/nearest_name.h"
