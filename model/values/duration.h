/* Durations (ISO 8601), and times in a recording. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reports whether a text is a duration, such as PT20M, P1DT2H or P2W. */
bool duration_is_valid(const char *text, size_t length);

struct duration {
    int64_t days;    /* of the calendar, which a change of the clocks makes longer or shorter */
    int64_t seconds; /* of the hours, minutes and seconds */
};

/* Reads a duration that is valid. Returns false, and leaves *ret_duration unchanged, if it has
 * years or months, whose length differs. */
bool duration_read(const char *text, size_t length, struct duration *ret_duration);

/* Reports whether a text is a time from the beginning of a recording: hours of any number of
 * digits, minutes and seconds, such as 01:02:03. */
bool duration_is_offset(const char *text, size_t length);

/* Both as regular expressions of ECMA-262. */
extern const char duration_pattern[];
extern const char duration_offset_pattern[];
