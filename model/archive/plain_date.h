/* Plain dates: a known year, month or day, which formats without EDTF can express. */
#pragma once

#include "archive/record.h"
#include "base/decimal.h"

struct plain_date {
    int parts[3]; /* year, month, day */
    size_t count; /* of parts: 1 to 3 */
};

/* EDTF uses numbers above 12 for seasons. */
enum {
    PLAIN_DATE_MONTHS = 12
};

static inline bool plain_date_read_part(const char *text, size_t length, int *ret_part)
{
    int64_t number;
    if (!decimal_parse(text, length, &number))
        return false;
    *ret_part = (int)number;
    return true;
}

/* Reads "2006", "2006-04" or "2006-04-28". Returns false for any other date, and for no
 * date. */
static inline bool plain_date_read(const struct value *date, struct plain_date *ret_date)
{
    static const size_t lengths[] = {4, 7, 10};
    struct plain_date read = {.count = 0};
    for (size_t i = 0; i < 3 && date->count >= lengths[i]; i++) {
        const size_t from = i ? lengths[i - 1] + 1 : 0;
        if ((i && date->text[from - 1] != '-') ||
            !plain_date_read_part(date->text + from, lengths[i] - from, &read.parts[i]))
            return false;
        read.count = i + 1;
    }
    if (!read.count || date->count != lengths[read.count - 1] || read.parts[1] > PLAIN_DATE_MONTHS)
        return false;
    *ret_date = read;
    return true;
}
