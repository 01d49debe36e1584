/* Defines records: const tables of the record types and their fields, and the kinds of value.
 *
 * The row of a field holds everything that the program knows about it (field.h). The loader, the
 * checks, the relations, queries, formats and descriptions read the same rows. The folder owns the
 * tables (types/), the list of types (record_type.h) and the kinds of value (kind.h).
 *
 * May include: base, unicode, values.
 */
#pragma once

#include "schema/field.h"
#include "schema/kind.h"
#include "schema/record_type.h"
#include "schema/targets.h"
#include "schema/types/every_record.h"
