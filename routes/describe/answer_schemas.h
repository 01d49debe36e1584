/* The embedded answer_schemas.json: the schemas of answers that do not depend on the record. */
#pragma once

#include <stddef.h>

extern const unsigned char answer_schemas[];
extern const size_t answer_schemas_length;
extern const long long answer_schemas_modified;
