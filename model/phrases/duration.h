/* Durations in the texts of minutes (rule D3). */
#pragma once

#include "phrases/text_span.h"

enum {
    PHRASE_DURATION_BYTES = 16 /* a duration in ISO 8601, with its NUL */
};

/* Finds the first duration of a text: "40 mins", "10m", "2 heures", "1h30", "1 hour 30 minutes",
 * "90 Minuten". Returns its minutes, or 0 if there is none. `ret_span` may be NULL. */
int phrase_duration_find(struct text_span text, struct text_span *ret_span);

/* Writes minutes as a duration in ISO 8601, such as "PT1H30M". */
void phrase_duration_write(int minutes, char text[PHRASE_DURATION_BYTES]);
