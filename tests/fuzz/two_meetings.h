/* tests/cases/valid/two-meetings.json, byte for byte. */
#pragma once

#include <stddef.h>

extern const unsigned char two_meetings[];
extern const size_t two_meetings_length;
