/* The notations of values, independent of the fields that hold them: dates (edtf.h), time zones
 * (time_zone.h), countries, languages, durations and identifiers.
 *
 * May include: base.
 */
#pragma once

#include "values/calendar_day.h"
#include "values/country.h"
#include "values/duration.h"
#include "values/edtf.h"
#include "values/evaluated_cell.h"
#include "values/identifier.h"
#include "values/language.h"
#include "values/time_zone.h"
