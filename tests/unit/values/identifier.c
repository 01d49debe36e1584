#include "values/identifier.h"

#include <criterion/criterion.h>
#include <string.h>

Test(identifier, known_schemes_are_checked_and_have_the_url_of_their_resolver)
{
    static const struct {
        const char *scheme, *value;
        enum identifier_check check;
        const char *url;
    } cases[] = {
        {"orcid", "0000-0002-1825-0097", IDENTIFIER_VALID, "https://orcid.org/0000-0002-1825-0097"},
        {"orcid", "0000-0002-1694-233X", IDENTIFIER_VALID, "https://orcid.org/0000-0002-1694-233X"},
        {"orcid", "0000-0002-1825-0098", IDENTIFIER_WRONG_CHECKSUM,
         "https://orcid.org/0000-0002-1825-0098"},
        {"orcid", "0000000218250097", IDENTIFIER_MALFORMED, NULL},
        {"orcid", "0000-0002-0000-0030", IDENTIFIER_VALID, "https://orcid.org/0000-0002-0000-0030"},
        {"orcid", "0000-0002-0000-0081", IDENTIFIER_VALID, "https://orcid.org/0000-0002-0000-0081"},
        {"orcid", "0000-0002-1825-00970", IDENTIFIER_MALFORMED, NULL},
        {"orcid", "0000-0002-1825-009", IDENTIFIER_MALFORMED, NULL},
        {"orcid", "0000-0002-1825-009 ", IDENTIFIER_MALFORMED, NULL},
        {"orcid", "00000-002-1825-0097", IDENTIFIER_MALFORMED, NULL},
        {"orcid", "0000 0002 1825 0097", IDENTIFIER_MALFORMED, NULL},
        {"orcid", "0000-0002-1825-0097-", IDENTIFIER_MALFORMED, NULL},
        {"isni", "0000 0001 2150 090X", IDENTIFIER_VALID, "https://isni.org/isni/000000012150090X"},
        {"isbn", "978-3-16-148410-0", IDENTIFIER_VALID, NULL},
        {"isbn", "0-306-40615-2", IDENTIFIER_VALID, NULL},
        {"isbn", "0-306-40615-3", IDENTIFIER_WRONG_CHECKSUM, NULL},
        {"isbn", "3-16-148410-X", IDENTIFIER_VALID, NULL},
        {"isbn", "4-16-148410-X", IDENTIFIER_WRONG_CHECKSUM, NULL},
        {"isbn", "978 3 16 148410 0", IDENTIFIER_VALID, NULL},
        {"isbn", "978-3-16-148410-1", IDENTIFIER_WRONG_CHECKSUM, NULL},
        {"isbn", "978-3-16-148410-X", IDENTIFIER_MALFORMED, NULL},
        {"isbn", "978-3-16-14841X-0", IDENTIFIER_MALFORMED, NULL},
        {"isbn", "978-3-16-148410-00", IDENTIFIER_MALFORMED, NULL},
        {"isbn", "3-16-14841X-0", IDENTIFIER_MALFORMED, NULL},
        {"isbn", "3-16-14841:-0", IDENTIFIER_MALFORMED, NULL},
        {"isbn", "3-16-14841/-0", IDENTIFIER_MALFORMED, NULL},
        {"isbn", "9-999-99999-9", IDENTIFIER_VALID, NULL},
        {"isbn", "0-306-40615-20", IDENTIFIER_MALFORMED, NULL},
        {"isbn", "12345", IDENTIFIER_MALFORMED, NULL},
        {"doi", "10.1000/182", IDENTIFIER_VALID, "https://doi.org/10.1000/182"},
        {"doi", "10.1000/a#b c", IDENTIFIER_MALFORMED, NULL},
        {"doi", "10.1000/a<b#c", IDENTIFIER_VALID, "https://doi.org/10.1000/a%3Cb%23c"},
        {"doi", "10.123/x", IDENTIFIER_MALFORMED, NULL},
        {"doi", "10.1000", IDENTIFIER_MALFORMED, NULL},
        {"doi", "10.1000/", IDENTIFIER_MALFORMED, NULL},
        {"doi", "10.1000:x", IDENTIFIER_MALFORMED, NULL},
        {"doi", "11.1000/x", IDENTIFIER_MALFORMED, NULL},
        {"doi", "10,1000/x", IDENTIFIER_MALFORMED, NULL},
        {"doi", "10.1000/\001~", IDENTIFIER_VALID, "https://doi.org/10.1000/%01~"},
        {"doi", "doi:10.1000/182", IDENTIFIER_MALFORMED, NULL},
        {"ror", "05dxps055", IDENTIFIER_VALID, "https://ror.org/05dxps055"},
        {"ror", "15dxps055", IDENTIFIER_MALFORMED, NULL},
        {"wikidata", "Q42", IDENTIFIER_VALID, "https://www.wikidata.org/entity/Q42"},
        {"ror", "05dxps05", IDENTIFIER_MALFORMED, NULL},
        {"ror", "05dxps0555", IDENTIFIER_MALFORMED, NULL},
        {"ror", "05ixps055", IDENTIFIER_MALFORMED, NULL},
        {"ror", "05dxpsa55", IDENTIFIER_VALID, "https://ror.org/05dxpsa55"},
        {"ror", "05dxps0a5", IDENTIFIER_MALFORMED, NULL},
        {"ror", "05dxps05a", IDENTIFIER_MALFORMED, NULL},
        {"wikidata", "42", IDENTIFIER_MALFORMED, NULL},
        {"wikidata", "Q", IDENTIFIER_MALFORMED, NULL},
        {"wikidata", "Q02", IDENTIFIER_MALFORMED, NULL},
        {"wikidata", "Q42x", IDENTIFIER_MALFORMED, NULL},
        {"wikidata", "Q9", IDENTIFIER_VALID, "https://www.wikidata.org/entity/Q9"},
        {"url", "https://example.org/a#b", IDENTIFIER_VALID, "https://example.org/a#b"},
        {"url", "https://example.org/\x7f\u00e9", IDENTIFIER_VALID,
         "https://example.org/%7F%C3%A9"},
        {"url", "http://example.org/~a", IDENTIFIER_VALID, "http://example.org/~a"},
        {"url", "https:/example.org", IDENTIFIER_MALFORMED, NULL},
        {"url", "http:/example.org", IDENTIFIER_MALFORMED, NULL},
        {"url", "https://example.org/a b", IDENTIFIER_MALFORMED, NULL},
        {"url", "example.org", IDENTIFIER_MALFORMED, NULL},
        {"parish", "anything at all", IDENTIFIER_VALID, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char url[IDENTIFIER_URL_MAX];
        const char *expected = NULL;
        cr_expect_eq(identifier_check(cases[i].scheme, cases[i].value, &expected), cases[i].check,
                     "%s", cases[i].value);
        cr_expect_eq(expected != NULL, cases[i].check != IDENTIFIER_VALID);
        const bool has_url = identifier_write_url(cases[i].scheme, cases[i].value, url);
        cr_assert_eq(has_url, cases[i].url != NULL, "%s", cases[i].value);
        if (has_url)
            cr_expect_str_eq(url, cases[i].url);
    }
}

Test(identifier, a_url_has_less_than_300_bytes_with_its_nul)
{
    char value[IDENTIFIER_URL_MAX], url[IDENTIFIER_URL_MAX];
    memset(value, 'a', sizeof value);
    memcpy(value, "https://", 8);
    value[IDENTIFIER_URL_MAX - 3] = '\0';
    cr_assert(identifier_write_url("url", value, url));
    cr_expect_str_eq(url, value);
    value[IDENTIFIER_URL_MAX - 3] = 'a';
    value[IDENTIFIER_URL_MAX - 2] = '\0';
    cr_expect_not(identifier_write_url("url", value, url));
    value[IDENTIFIER_URL_MAX - 4] = '\x7f';
    value[IDENTIFIER_URL_MAX - 3] = '\0';
    cr_assert(identifier_write_url("url", value, url));
    cr_expect_eq(strlen(url), IDENTIFIER_URL_MAX - 1);
}
