/* The record that ships with the program: data/beijing-2006.json, byte for byte. */
#pragma once

#include <stddef.h>

extern const unsigned char builtin_record[];
extern const size_t builtin_record_length;
