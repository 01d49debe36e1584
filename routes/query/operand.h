/* Values as the operands of filters, for links to the records that have them. */
#pragma once

#include "archive/archive.h"

enum {
    OPERAND_BYTES = 200 /* of an operand, with its NUL */
};

/* Writes a value as an operand. Returns false if it is too long. */
bool operand_write(const struct field *field, const struct value *value,
                   char operand[OPERAND_BYTES]);
