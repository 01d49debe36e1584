#include "values/country.h"

#include <stdlib.h>
#include <string.h>

static int compare_codes(const void *left, const void *right)
{
    return memcmp(left, right, COUNTRY_CODE_BYTES - 1);
}

/* Returns the place of a code in the table, or country_count. */
static size_t country_find(const char *code, size_t length)
{
    const char(*found)[COUNTRY_CODE_BYTES] = NULL;
    if (length == COUNTRY_CODE_BYTES - 1)
        found = bsearch(code, country_codes, country_count, sizeof *country_codes, compare_codes);
    return found ? (size_t)(found - country_codes) : country_count;
}

bool country_is_code(const char *code, size_t length)
{
    return country_find(code, length) < country_count;
}

const char *country_name(const char *code)
{
    const size_t place = country_find(code, strlen(code));
    return place < country_count ? country_names[place] : code;
}
