/* The seconds that a date of a record may mean. */
#pragma once

#include "archive/members.h"
#include "values/edtf.h"

struct date_bounds {
    struct edtf_bounds instants;
    struct edtf_bounds local; /* as the clocks of the date's time zone show them */
};

/* Returns the bounds of a date, which is valid. */
static inline struct date_bounds date_bounds_of(const struct value *value)
{
    struct edtf_date date = {EDTF_DAYS, {0, 0}};
    edtf_read(value->text, value->count, &date);
    return (struct date_bounds){edtf_instants(&date, value->zone), edtf_local(&date, value->zone)};
}
