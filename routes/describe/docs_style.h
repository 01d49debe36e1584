/* The embedded docs_style.css: the style of the reference. */
#pragma once

#include <stddef.h>

extern const unsigned char docs_style[];
extern const size_t docs_style_length;
extern const char docs_style_sha256[]; /* in base64 */
extern const long long docs_style_modified;
