/* The formats in which records are served, and their common parts: pages of a list and records as
 * JSON. Each format is one file with one row of a table; format.c lists the rows.
 *
 * May include: http, citation, query, calendar, popolo, programme, layout, pages.
 */
#pragma once

#include "formats/csv.h"
#include "formats/format.h"
#include "formats/format_stream.h"
#include "formats/jsonld_context.h"
#include "formats/ndjson.h"
#include "formats/page.h"
#include "formats/record_json.h"
