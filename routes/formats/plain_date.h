/* Plain dates: a known year, month or day, which formats without EDTF can express. */
#pragma once

#include "archive/record.h"

struct plain_date {
    int parts[3]; /* year, month, day */
    size_t count; /* of parts: 1 to 3 */
};

/* Reads "2006", "2006-04" or "2006-04-28". Returns false for any other date, and for no
 * date. */
bool plain_date_read(const struct value *date, struct plain_date *ret_date);
