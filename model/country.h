/* The countries of ISO 3166-1, by alpha-2 code. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Whether `length` bytes are an officially assigned alpha-2 code, in capitals. */
bool is_country(const char *code, size_t length);
