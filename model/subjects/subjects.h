/* What records are about, and the facets of a search: the meetings, years, topics and people of its
 * results, with their counts.
 *
 * The subjects of all records are found once, when the search index is built. A search counts those
 * of its hits.
 *
 * May include: base, work, schema, archive.
 */
#pragma once

#include "subjects/facets.h"
#include "subjects/record_subjects.h"
