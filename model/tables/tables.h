/* Readers of data files that are tables (CSV, TSV) or YAML instead of JSON.
 *
 * They fill a draft (draft/draft.h), which is then loaded like every data file. They use libcsv and
 * libyaml.
 *
 * May include: base, values, unicode, schema, draft, wording, phrases.
 */
#pragma once

#include "tables/csv_table.h"
#include "tables/known_heading.h"
#include "tables/known_value.h"
#include "tables/table_map.h"
#include "tables/table_rows.h"
#include "tables/table_text.h"
#include "tables/yaml_file.h"
