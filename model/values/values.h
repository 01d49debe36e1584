/* The notations of values, independent of the fields that hold them: dates (edtf.h) and country
 * codes (country.h).
 *
 * May include: base.
 */
#pragma once

#include "values/country.h"
#include "values/edtf.h"
