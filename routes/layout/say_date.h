/* Dates in words. */
#pragma once

#include "archive/plain_date.h"

enum {
    SAY_DATE_BYTES = 160
};

/* Writes a date in words: "28 April 2006", "about October 2006", "the 1990s", "28 April 2006,
 * 09:30", and of a date with unknown digits what is known. A form without words is written as it
 * is. Returns the length. */
size_t say_date(const struct value *date, char text[SAY_DATE_BYTES]);

/* Writes a period: "28–29 April 2006". Either date may be absent. Returns the length. */
size_t say_period(const struct value *start, const struct value *end, char text[SAY_DATE_BYTES]);

/* Returns the status of a meeting, an event or a talk if it tells a reader more than its dates:
 * absent if it took place as usual, or if it was planned and its dates are past. Today is that of
 * the system; an answer that is cached for longer keeps the status of its day. */
const struct value *say_status(const struct record *record);

/* Writes a date or a period with its year first, as in a citation: "2006, April 28–29". `from` and
 * `to` may have no parts. Returns the length. */
size_t say_year_first(const struct plain_date *from, const struct plain_date *to,
                      char text[SAY_DATE_BYTES]);

/* Writes the same with its year last, as Chicago citations have it: "April 28–29, 2006". */
size_t say_year_last(const struct plain_date *from, const struct plain_date *to,
                     char text[SAY_DATE_BYTES]);
