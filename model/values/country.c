#include "values/country.h"

#include <stdlib.h>
#include <string.h>

static int compare_codes(const void *left, const void *right)
{
    return memcmp(left, right, COUNTRY_CODE_BYTES - 1);
}

bool country_is_code(const char *code, size_t length)
{
    return length == COUNTRY_CODE_BYTES - 1 &&
           bsearch(code, country_codes, country_count, sizeof *country_codes, compare_codes);
}
