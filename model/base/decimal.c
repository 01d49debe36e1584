#include "base/decimal.h"

bool decimal_parse(const char *text, size_t length, int64_t *ret_number)
{
    int64_t number = 0;
    if (length == 0 || length > DECIMAL_DIGITS_MAX)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        number = number * 10 + (text[i] - '0');
    }
    *ret_number = number;
    return true;
}

bool decimal_parse_canonical(const char *text, size_t length, int64_t *ret_number)
{
    return (length == 1 || *text != '0') && decimal_parse(text, length, ret_number);
}
