#include "formats/plain_date.h"

#include "base/decimal.h"

/* EDTF uses numbers above 12 for seasons. */
enum {
    MONTHS = 12
};

static bool read_part(const char *text, size_t length, int *ret_part)
{
    int64_t number;
    if (!decimal_parse(text, length, &number))
        return false;
    *ret_part = (int)number;
    return true;
}

bool plain_date_read(const struct value *date, struct plain_date *ret_date)
{
    static const size_t lengths[] = {4, 7, 10};
    struct plain_date read = {.count = 0};
    for (size_t i = 0; i < 3 && date->count >= lengths[i]; i++) {
        const size_t from = i ? lengths[i - 1] + 1 : 0;
        if ((i && date->text[from - 1] != '-') ||
            !read_part(date->text + from, lengths[i] - from, &read.parts[i]))
            return false;
        read.count = i + 1;
    }
    if (!read.count || date->count != lengths[read.count - 1] || read.parts[1] > MONTHS)
        return false;
    *ret_date = read;
    return true;
}
