/* What a record is: const tables of record types and their fields, and the kinds of value.
 *
 * Everything that the program knows about a field is in its row (field.h): the loader, the checks,
 * the relations, queries, every format and every description read the same tables. The folder owns
 * these tables (types/), the register of types (record_type.h), and the kinds of value with their
 * syntax: dates (edtf.h), country codes (country.h) and the rest (kind.h).
 *
 * May include: base.
 */
#pragma once

#include "schema/country.h"
#include "schema/edtf.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/record_type.h"
#include "schema/targets.h"
#include "schema/types/every_record.h"
