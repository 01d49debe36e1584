/* Dates in digits. Private to phrases/date.c and date_path.c. */
#pragma once

#include "phrases/date.h"

/* Reads the date in digits at an offset, such as "2022-09-20", "20220920", "1.3.2019" or
 * "15/05/2025". What is around it is not looked at. Returns the number of bytes, or 0. */
size_t numeric_date_at(struct text_span text, size_t at, enum date_order order,
                       struct phrase_date *ret_date);
