#include "listing.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>

void listing_add(struct listing *out, const char *format, ...)
{
    const size_t room = out->size - out->length;
    va_list values;
    va_start(values, format);
    const int length = vsnprintf(out->text + out->length, room, format, values);
    va_end(values);
    cr_assert(length >= 0 && (size_t)length < room, "the listing has no room for more text");
    out->length += (size_t)length;
}
