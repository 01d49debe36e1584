/* The countries of ISO 3166-1, by alpha-2 code. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Whether `length` bytes are an officially assigned alpha-2 code, in capitals. */
bool is_country(const char *code, size_t length);

/* The code in the `index`-th place of the alphabet, with a NUL behind; false beyond the last. */
bool country_at(size_t index, char ret_code[3]);
