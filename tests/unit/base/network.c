/* Networks in CIDR notation. */
#include "base/network.h"

#include <criterion/criterion.h>
#include <string.h>

Test(network, contains_the_addresses_with_its_prefix)
{
    static const struct {
        const char *network, *inside, *outside;
    } cases[] = {
        {"10.0.0.0/8", "10.255.0.1", "11.0.0.0"},
        {"192.0.2.7", "192.0.2.7", "192.0.2.6"},
        {"192.0.2.128/25", "192.0.2.200", "192.0.2.127"},
        {"0.0.0.0/0", "255.255.255.255", "::1"},
        {"::/0", "2001:db8::1", "192.0.2.1"},
        {"2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1"},
        {"::1/128", "::1", "::2"},
        {"::ffff:10.0.0.0/104", "10.1.2.3", "11.1.2.3"},
        {"10.0.0.0/8", "::ffff:10.1.2.3", "::ffff:11.1.2.3"},
        {"::ffff:192.0.2.7", "192.0.2.7", "192.0.2.6"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct network network;
        struct address inside, outside;
        cr_assert(network_parse(cases[i].network, &network), "%s", cases[i].network);
        cr_assert(address_parse(cases[i].inside, strlen(cases[i].inside), &inside));
        cr_assert(address_parse(cases[i].outside, strlen(cases[i].outside), &outside));
        cr_expect(network_contains(&network, &inside), "%s %s", cases[i].network, cases[i].inside);
        cr_expect_not(network_contains(&network, &outside), "%s %s", cases[i].network,
                      cases[i].outside);
    }
}

Test(network, refuses_malformed_texts_and_bits_after_the_prefix)
{
    static const char *const cases[] = {"",
                                        "10",
                                        "10.0.0/8",
                                        "10.0.0.0/",
                                        "10.0.0.0/33",
                                        "10.0.0.0/-1",
                                        "10.0.0.0/8 ",
                                        "10.0.0.0/x",
                                        "10.0.0.1/8",
                                        "::ffff:10.0.0.0/64",
                                        "::ffff:10.0.0.0/95",
                                        "::ffff:10.0.0.0/102",
                                        "::1/64",
                                        "::/129",
                                        "[::1]",
                                        "localhost",
                                        "10.0.0.0/8/8",
                                        "010.0.0.0/8",
                                        "1.2.3.4:80",
                                        "fe80::1%eth0"};
    struct network network;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_not(network_parse(cases[i], &network), "\"%s\"", cases[i]);
}
