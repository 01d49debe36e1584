/* answer_schemas.json: the schemas of what is the same in answers whatever the record holds. */
#pragma once

#include <stddef.h>

extern const unsigned char answer_schemas[];
extern const size_t answer_schemas_length;
extern const long long answer_schemas_modified;
