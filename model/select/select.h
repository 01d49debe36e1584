/* Selecting, sorting and counting records.
 *
 * The folder owns filters (filter.h, filter_set.h), sort keys (sort_key.h), the selections that are
 * made with them (selection.h) and the counts of values in a selection (facet.h). A selector
 * (selector.h) owns the value indexes and the cache of orders, which all selections from one
 * archive share.
 *
 * May include: base, unicode, values, work, schema, archive.
 */
#pragma once

#include "select/facet.h"
#include "select/filter.h"
#include "select/filter_set.h"
#include "select/selection.h"
#include "select/selector.h"
#include "select/sort_key.h"
