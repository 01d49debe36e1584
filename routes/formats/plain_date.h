/* Dates that are a year, a month or a day without doubt: what forms other than EDTF can say. */
#pragma once

#include "archive/record.h"

struct plain_date {
    int parts[3]; /* year, month, day */
    size_t count; /* how many of them it has: 1 to 3 */
};

/* Reads "2006", "2006-04" or "2006-04-28". False where a date is another, or no value at all. */
bool plain_date_read(const struct value *date, struct plain_date *ret_date);
