/* The values of cells as people write them: "3.4.2031", "14:30 Uhr", "9h30", "angenommen",
 * "Adopted", "oui", "45 min", "Deutsch", "France". They become the notation of data files.
 */
#pragma once

#include "phrases/date.h"
#include "phrases/time.h"
#include "schema/field.h"

enum {
    KNOWN_VALUE_BYTES = 64 /* with the NUL */
};

enum known_value_result {
    KNOWN_VALUE_AS_IT_IS, /* already in the notation of data files, or unknown */
    KNOWN_VALUE_WRITTEN,
    KNOWN_VALUE_TWO_DAYS /* a date that could be of two days: 03/04/2031 */
};

/* Writes the value of a field that a text means. */
enum known_value_result known_value_write(const struct field *field, struct text_span text,
                                          enum date_order order, char value[KNOWN_VALUE_BYTES]);

/* Does the same for the value of a field of the kind FIELD_DATE. */
enum known_value_result known_value_write_date(struct text_span text, enum date_order order,
                                               char value[KNOWN_VALUE_BYTES]);

/* Reads a text that is a time of day, or a range of times, and nothing else. */
bool known_value_time(struct text_span text, struct phrase_time *ret_time);

/* Reports whether a text says yes, or no. */
bool known_value_truth(struct text_span text, bool *ret_truth);
