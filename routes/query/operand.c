#include "query/operand.h"

#include <inttypes.h>
#include <stdio.h>

bool operand_write(const struct field *field, const struct value *value,
                   char operand[OPERAND_BYTES])
{
    const char *text = field->kind == FIELD_REFERENCE ? record_id(value->record) : value->text;
    size_t length = 0;
    if (field->kind == FIELD_INTEGER || field->kind == FIELD_BOOLEAN) {
        snprintf(operand, OPERAND_BYTES, "%" PRId64, value->integer);
        if (field->kind == FIELD_BOOLEAN)
            snprintf(operand, OPERAND_BYTES, "%s", value->integer ? "true" : "false");
        return true;
    }
    for (; *text && length + 2 < OPERAND_BYTES; text++) {
        if (*text == ',') /* would separate values */
            operand[length++] = '\\';
        operand[length++] = *text;
    }
    operand[length] = '\0';
    return !*text;
}
