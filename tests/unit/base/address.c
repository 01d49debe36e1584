/* Addresses to listen on: HOST:PORT. */
#include "base/address.h"

#include <criterion/criterion.h>
#include <string.h>

Test(address, splits_host_and_port_at_the_last_colon)
{
    static const struct {
        const char *text, *host, *port;
    } cases[] = {{"127.0.0.1:8080", "127.0.0.1", "8080"},
                 {"[::1]:8080", "::1", "8080"},
                 {"[]:80", "", "80"},
                 {":0", "", "0"},
                 {"localhost:65535", "localhost", "65535"},
                 {"localhost:00080", "localhost", "00080"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char host[ADDRESS_HOST_MAX];
        const char *port;
        cr_assert(address_split(cases[i].text, host, &port), "%s", cases[i].text);
        cr_expect_str_eq(host, cases[i].host);
        cr_expect_str_eq(port, cases[i].port);
    }
}

Test(address, does_not_split_a_host_with_colons_or_a_wrong_port)
{
    static const char *const cases[] = {
        "",         "8080",  "localhost", "localhost:",      "localhost:65536", "localhost:99999",
        "a:00080x", "a:-1",  "a:000080",  "::1:8080",        "[::1]",           "[::1]8080",
        "a:+80",    "a: 80", "[::1:8080", "http://a:80/path"};
    char host[ADDRESS_HOST_MAX], longest[ADDRESS_HOST_MAX + 8];
    const char *port;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_not(address_split(cases[i], host, &port), "\"%s\"", cases[i]);
    memset(longest, 'a', sizeof longest);
    strcpy(longest + ADDRESS_HOST_MAX - 1, ":80");
    cr_expect(address_split(longest, host, &port), "a host of 255 bytes");
    strcpy(longest + ADDRESS_HOST_MAX - 1, "a:80");
    cr_expect_not(address_split(longest, host, &port), "a host of 256 bytes");
}
