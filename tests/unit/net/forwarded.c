/* Networks, and who the client is by what proxies say. */
#include "net/forwarded.h"

#include <criterion/criterion.h>
#include <string.h>

Test(forwarded, networks_are_read_and_contain_what_begins_like_them)
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

Test(forwarded, what_is_no_network_is_refused)
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

/* The peer is 10.0.0.1; 10.0.0.0/8 and fd00::/8 are trusted. */
static void expect_client(const char *const *lines, bool is_forwarded, const char *expected)
{
    struct network trusted[2];
    struct address peer;
    struct forwarded forwarded;
    char client[ADDRESS_TEXT_MAX];
    network_parse("10.0.0.0/8", &trusted[0]);
    network_parse("fd00::/8", &trusted[1]);
    address_parse("10.0.0.1", 8, &peer);
    forwarded_init(&forwarded, trusted, 2, &peer);
    for (const char *const *line = lines; *line; line++)
        if (is_forwarded)
            forwarded_read(&forwarded, *line);
        else
            forwarded_read_for(&forwarded, *line);
    cr_expect_str_eq(address_write(&forwarded.client, client), expected, "%s: %s", lines[0],
                     client);
}

Test(forwarded, x_forwarded_for_is_read_from_the_right_past_trusted_addresses)
{
    static const struct {
        const char *lines[4], *client;
    } cases[] = {
        {{"203.0.113.9"}, "203.0.113.9"},
        {{"198.51.100.1, 203.0.113.9"}, "203.0.113.9"},
        {{"198.51.100.1,203.0.113.9 ,\t10.2.2.2"}, "203.0.113.9"},
        {{"198.51.100.1, 203.0.113.9", "10.2.2.2, fd00::2"}, "203.0.113.9"},
        {{"10.3.3.3, 10.2.2.2"}, "10.3.3.3"},
        {{"2001:db8::7"}, "2001:db8::7"},
        {{"[2001:db8::7]:443, 10.2.2.2:80"}, "2001:db8::7"},
        {{"::ffff:203.0.113.9"}, "203.0.113.9"},
        {{"nonsense, 203.0.113.9"}, "203.0.113.9"},
        {{", ,203.0.113.9,,"}, "203.0.113.9"},
        {{"203.0.113.9:65535"}, "203.0.113.9"},
        {{""}, "10.0.0.1"},
        {{" , "}, "10.0.0.1"},
        {{"nonsense"}, "10.0.0.1"},
        {{"unknown"}, "10.0.0.1"},
        {{"203.0.113.9, nonsense"}, "10.0.0.1"},
        {{"203.0.113.9, nonsense, 10.2.2.2"}, "10.0.0.1"},
        {{"203.0.113.9", "nonsense", "10.2.2.2"}, "10.0.0.1"},
        {{"203.0.113.9 203.0.113.8"}, "10.0.0.1"},
        {{"203.0.113.999"}, "10.0.0.1"},
        {{"203.0.113.9:"}, "10.0.0.1"},
        {{"203.0.113.9:x"}, "10.0.0.1"},
        {{"203.0.113.9:123456"}, "10.0.0.1"},
        {{"[203.0.113.9]"}, "10.0.0.1"},
        {{"[2001:db8::7"}, "10.0.0.1"},
        {{"[2001:db8::7]x"}, "10.0.0.1"},
        {{"1111:2222:3333:4444:5555:6666:7777:8888:9999:aaaa:bbbb:cccc"}, "10.0.0.1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_client(cases[i].lines, false, cases[i].client);
}

Test(forwarded, forwarded_is_read_by_its_grammar)
{
    static const struct {
        const char *lines[4], *client;
    } cases[] = {
        {{"for=203.0.113.9"}, "203.0.113.9"},
        {{"FOR=\"203.0.113.9:4711\""}, "203.0.113.9"},
        {{"For=\"[2001:db8:cafe::17]:4711\""}, "2001:db8:cafe::17"},
        {{"for=\"[2001:db8:cafe::17]\";proto=https;by=10.2.2.2"}, "2001:db8:cafe::17"},
        {{"proto=http;for=203.0.113.9; host=\"a, b\\\";for=198.51.100.1\""}, "203.0.113.9"},
        {{"for=198.51.100.1, for=203.0.113.9,for=10.2.2.2"}, "203.0.113.9"},
        {{"for=198.51.100.1", "for=203.0.113.9", "for=\"[fd00::1]\""}, "203.0.113.9"},
        {{"for=10.3.3.3, for=10.2.2.2"}, "10.3.3.3"},
        {{"for=\"203.0.113.9:_port-1\""}, "203.0.113.9"},
        {{"for=\"20\\3.0.113.9\""}, "203.0.113.9"},
        {{"for=\"", "for=203.0.113.9"}, "203.0.113.9"},
        {{"for=unknown, for=203.0.113.9"}, "203.0.113.9"},
        {{",, for=203.0.113.9;,"}, "203.0.113.9"},
        {{""}, "10.0.0.1"},
        {{"for=unknown"}, "10.0.0.1"},
        {{"for=_hidden"}, "10.0.0.1"},
        {{"by=203.0.113.9"}, "10.0.0.1"},
        {{"for=203.0.113.9, for=_hidden, for=10.2.2.2"}, "10.0.0.1"},
        {{"for=203.0.113.9, proto=https"}, "10.0.0.1"},
        {{"for=203.0.113.9;for=198.51.100.1"}, "10.0.0.1"},
        {{"for=203.0.113.9:80"}, "10.0.0.1"},
        {{"for=2001:db8::7"}, "10.0.0.1"},
        {{"for=\"2001:db8::7\""}, "10.0.0.1"},
        {{"for=\"203.0.113.9"}, "10.0.0.1"},
        {{"for=\"203.0.113.9\\"}, "10.0.0.1"},
        {{"for = 203.0.113.9"}, "10.0.0.1"},
        {{"for=203.0.113.9 198.51.100.1"}, "10.0.0.1"},
        {{"203.0.113.9"}, "10.0.0.1"},
        {{"for=\", for=203.0.113.9"}, "10.0.0.1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_client(cases[i].lines, true, cases[i].client);
}
