/* The formats in which records are served, and what they share: pages of a list, citations, dates,
 * records as JSON. A format is one file with one row; format.c lists the rows.
 *
 * May include: http, query.
 */
#pragma once

#include "formats/format.h"
#include "formats/jsonld_context.h"
#include "formats/page.h"
#include "formats/record_json.h"
