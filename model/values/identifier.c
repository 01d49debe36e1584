#include "values/identifier.h"

#include <stdio.h>
#include <string.h>

struct identifier_scheme {
    const char *name;
    const char *expected;
    const char *resolver; /* the beginning of the URL, or NULL */
    enum identifier_check (*check)(const char *value);
};

static bool is_decimal(char c)
{
    return c >= '0' && c <= '9';
}

/* Copies the digits, and an X at the end, without hyphens and spaces. Returns false if there is
 * another character, or there are not `count` digits. */
static bool copy_digits(const char *value, size_t count, char *ret_digits)
{
    size_t used = 0;
    for (; *value; value++) {
        if (*value == '-' || *value == ' ')
            continue;
        if (used == count || !(is_decimal(*value) || (*value == 'X' && used + 1 == count)))
            return false;
        ret_digits[used++] = *value;
    }
    return used == count;
}

/* Checks 16 digits with the check character of ISO 7064, MOD 11-2, which ORCID and ISNI have. */
static enum identifier_check check_sixteen(const char *value)
{
    enum {
        COUNT = 16
    };
    char digits[COUNT];
    int total = 0;
    if (!copy_digits(value, COUNT, digits))
        return IDENTIFIER_MALFORMED;
    for (size_t i = 0; i + 1 < COUNT; i++)
        total = (total + digits[i] - '0') * 2;
    const int check = (12 - total % 11) % 11;
    const char expected = (char)(check == 10 ? 'X' : '0' + check);
    return digits[COUNT - 1] == expected ? IDENTIFIER_VALID : IDENTIFIER_WRONG_CHECKSUM;
}

static enum identifier_check check_orcid(const char *value)
{
    for (size_t i = 0; i < 19; i++)
        if (!value[i] || (value[i] == '-') != (i % 5 == 4))
            return IDENTIFIER_MALFORMED;
    return value[19] ? IDENTIFIER_MALFORMED : check_sixteen(value);
}

static enum identifier_check check_isbn(const char *value)
{
    char digits[13];
    int total = 0;
    if (copy_digits(value, 10, digits)) {
        for (int i = 0; i < 10; i++)
            total += (10 - i) * (digits[i] == 'X' ? 10 : digits[i] - '0');
        return total % 11 ? IDENTIFIER_WRONG_CHECKSUM : IDENTIFIER_VALID;
    }
    if (!copy_digits(value, 13, digits) || digits[12] == 'X')
        return IDENTIFIER_MALFORMED;
    for (int i = 0; i < 13; i++)
        total += (digits[i] - '0') * (i % 2 ? 3 : 1);
    return total % 10 ? IDENTIFIER_WRONG_CHECKSUM : IDENTIFIER_VALID;
}

/* Accepts "10." with a registrant of four or more digits and dots, and a suffix without spaces. */
static enum identifier_check check_doi(const char *value)
{
    const size_t registrant = strncmp(value, "10.", 3) ? 0 : strspn(value + 3, "0123456789.");
    const char *slash = value + 3 + registrant;
    if (registrant < 4 || *slash != '/' || !slash[1] || strcspn(slash, " \t\n") != strlen(slash))
        return IDENTIFIER_MALFORMED;
    return IDENTIFIER_VALID;
}

/* Accepts 0, six characters of Crockford's base 32, and two digits. */
static enum identifier_check check_ror(const char *value)
{
    if (strlen(value) != 9 || *value != '0' ||
        strspn(value + 1, "0123456789abcdefghjkmnpqrstvwxyz") < 8 || !is_decimal(value[7]) ||
        !is_decimal(value[8]))
        return IDENTIFIER_MALFORMED;
    return IDENTIFIER_VALID;
}

static enum identifier_check check_wikidata(const char *value)
{
    const size_t digits = *value == 'Q' ? strspn(value + 1, "0123456789") : 0;
    return digits && !value[1 + digits] && value[1] != '0' ? IDENTIFIER_VALID
                                                           : IDENTIFIER_MALFORMED;
}

static enum identifier_check check_url(const char *value)
{
    const bool web = strncmp(value, "http://", 7) == 0 || strncmp(value, "https://", 8) == 0;
    return web && strcspn(value, " \t\n\"<>\\^`{|}") == strlen(value) ? IDENTIFIER_VALID
                                                                      : IDENTIFIER_MALFORMED;
}

static const struct identifier_scheme schemes[] = {
    {"orcid", "an ORCID, such as 0000-0002-1825-0097", "https://orcid.org/", check_orcid},
    {"isni", "an ISNI, such as 0000 0001 2150 090X", "https://isni.org/isni/", check_sixteen},
    {"isbn", "an ISBN, such as 978-3-16-148410-0", NULL, check_isbn},
    {"doi", "a DOI, such as 10.1000/182", "https://doi.org/", check_doi},
    {"ror", "an id of ROR, such as 05dxps055", "https://ror.org/", check_ror},
    {"wikidata", "an item of Wikidata, such as Q42", "https://www.wikidata.org/entity/",
     check_wikidata},
    {"url", "an http or https URL", "", check_url},
};

static const struct identifier_scheme *identifier_find_scheme(const char *name)
{
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strcmp(schemes[i].name, name) == 0)
            return &schemes[i];
    return NULL;
}

enum identifier_check identifier_check(const char *scheme, const char *value,
                                       const char **ret_expected)
{
    const struct identifier_scheme *known = identifier_find_scheme(scheme);
    const enum identifier_check check = known ? known->check(value) : IDENTIFIER_VALID;
    if (check != IDENTIFIER_VALID)
        *ret_expected = known->expected;
    return check;
}

bool identifier_write_url(const char *scheme, const char *value, char url[IDENTIFIER_URL_MAX])
{
    static const char hexadecimal[] = "0123456789ABCDEF";
    const struct identifier_scheme *known = identifier_find_scheme(scheme);
    if (!known || !known->resolver || known->check(value) == IDENTIFIER_MALFORMED)
        return false;
    size_t used = (size_t)snprintf(url, IDENTIFIER_URL_MAX, "%s", known->resolver);
    for (; *value; value++) {
        const unsigned char c = (unsigned char)*value;
        if (used + 4 > IDENTIFIER_URL_MAX)
            return false;
        if (c == ' ')
            continue;
        if (c > ' ' && c < 0x7f && !strchr("\"<>\\^`{|}", c) && (c != '#' || !*known->resolver)) {
            url[used++] = (char)c;
            continue;
        }
        url[used++] = '%';
        url[used++] = hexadecimal[c >> 4];
        url[used++] = hexadecimal[c & 15];
    }
    url[used] = '\0';
    return true;
}
