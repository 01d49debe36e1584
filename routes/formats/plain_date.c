#include "formats/plain_date.h"

/* EDTF uses numbers above 12 for seasons. */
enum {
    MONTHS = 12
};

static bool read_digits(const char *text, size_t count, int *ret_number)
{
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        number = number * 10 + (text[i] - '0');
    }
    *ret_number = number;
    return true;
}

bool plain_date_read(const struct value *date, struct plain_date *ret_date)
{
    static const size_t lengths[] = {4, 7, 10};
    struct plain_date read = {.count = 0};
    for (size_t i = 0; i < 3 && date->count >= lengths[i]; i++) {
        const size_t from = i ? lengths[i - 1] + 1 : 0;
        if ((i && date->text[from - 1] != '-') ||
            !read_digits(date->text + from, lengths[i] - from, &read.parts[i]))
            return false;
        read.count = i + 1;
    }
    if (!read.count || date->count != lengths[read.count - 1] || read.parts[1] > MONTHS)
        return false;
    *ret_date = read;
    return true;
}
