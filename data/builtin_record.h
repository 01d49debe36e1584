/* The record that ships with the program: data/beijing-2006.json, byte for byte. */
#pragma once

#include <stddef.h>

extern const unsigned char builtin_record[];
extern const size_t builtin_record_length;

/* When the file was last changed, in seconds since 1970. */
extern const long long builtin_record_modified;
