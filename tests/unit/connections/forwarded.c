/* The client address that trusted proxies name. */
#include "connections/forwarded.h"

#include <criterion/criterion.h>
#include <string.h>

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

struct forwarded_case {
    const char *lines[4], *client;
};

static void expect_forwarded(const struct forwarded_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_client(cases[i].lines, true, cases[i].client);
}

Test(forwarded, the_nearest_client_that_is_no_trusted_proxy_counts)
{
    static const struct forwarded_case cases[] = {
        {{"for=203.0.113.9"}, "203.0.113.9"},
        {{"for=198.51.100.1, for=203.0.113.9,for=10.2.2.2"}, "203.0.113.9"},
        {{"for=198.51.100.1", "for=203.0.113.9", "for=\"[fd00::1]\""}, "203.0.113.9"},
        {{"for=10.3.3.3, for=10.2.2.2"}, "10.3.3.3"},
        {{"for=_hidden, for=203.0.113.9"}, "203.0.113.9"},
        {{"for=unknown, for=203.0.113.9"}, "203.0.113.9"},
        {{"for=198.51.100.1, for=;for=203.0.113.9"}, "10.0.0.1"},
        {{"for=203.0.113.9, for=_hidden, for=10.2.2.2"}, "10.0.0.1"},
    };
    expect_forwarded(cases, sizeof cases / sizeof *cases);
}

Test(forwarded, names_are_case_insensitive_and_other_parameters_are_skipped)
{
    static const struct forwarded_case cases[] = {
        {{"FOR=\"203.0.113.9:4711\""}, "203.0.113.9"},
        {{"For=\"[2001:db8:cafe::17]:4711\""}, "2001:db8:cafe::17"},
        {{"for=\"[2001:db8:cafe::17]\";proto=https;by=10.2.2.2"}, "2001:db8:cafe::17"},
        {{"proto=http;for=203.0.113.9; host=\"a, b\\\";for=198.51.100.1\""}, "203.0.113.9"},
        {{",, for=203.0.113.9;,"}, "203.0.113.9"},
    };
    expect_forwarded(cases, sizeof cases / sizeof *cases);
}

Test(forwarded, a_port_is_up_to_5_digits_or_an_obfuscated_identifier)
{
    static const struct forwarded_case cases[] = {
        {{"for=\"203.0.113.9:_port-1\""}, "203.0.113.9"},
        {{"for=\"203.0.113.9:_a\""}, "203.0.113.9"},
        {{"for=\"203.0.113.9:_Az09.-_long\""}, "203.0.113.9"},
        {{"for=\"203.0.113.9:_\""}, "10.0.0.1"},
        {{"for=\"203.0.113.9:_a b\""}, "10.0.0.1"},
        {{"for=\"203.0.113.9:1\""}, "203.0.113.9"},
        {{"for=\"203.0.113.9:12345\""}, "203.0.113.9"},
        {{"for=\"203.0.113.9:123456\""}, "10.0.0.1"},
        {{"for=\"203.0.113.9:\""}, "10.0.0.1"},
    };
    expect_forwarded(cases, sizeof cases / sizeof *cases);
}

Test(forwarded, a_client_that_is_unknown_or_hidden_is_the_proxy)
{
    static const struct forwarded_case cases[] = {
        {{"for=203.0.113.9, for=_hidden"}, "10.0.0.1"},
        {{""}, "10.0.0.1"},
        {{"for=unknown"}, "10.0.0.1"},
        {{"for=_hidden"}, "10.0.0.1"},
        {{"by=203.0.113.9"}, "10.0.0.1"},
        {{"for=203.0.113.9, proto=https"}, "10.0.0.1"},
    };
    expect_forwarded(cases, sizeof cases / sizeof *cases);
}

Test(forwarded, a_value_longer_than_any_address_is_skipped)
{
    static const struct forwarded_case cases[] = {
        /* Values of 63 and 64 bytes, and more, are longer than any address. */
        {{"for=203.0.113.9;by="
          "_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
         "203.0.113.9"},
        {{"for=203.0.113.9;by="
          "_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
         "203.0.113.9"},
        {{"for=203.0.113.9;by="
          "_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
         "203.0.113.9"},
        {{"for=203.0.113.9, for="
          "_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
         "10.0.0.1"},
    };
    expect_forwarded(cases, sizeof cases / sizeof *cases);
}

Test(forwarded, a_malformed_element_makes_the_client_the_proxy)
{
    static const struct forwarded_case cases[] = {
        {{"for=203.0.113.9, for="}, "10.0.0.1"},
        {{"for=203.0.113.9;by="}, "10.0.0.1"},
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
    expect_forwarded(cases, sizeof cases / sizeof *cases);
}

Test(forwarded, quoted_strings_end_with_their_header)
{
    static const struct forwarded_case cases[] = {
        {{"for=\"20\\3.0.113.9\""}, "203.0.113.9"},
        {{"for=\"", "for=203.0.113.9"}, "203.0.113.9"},
    };
    expect_forwarded(cases, sizeof cases / sizeof *cases);
}

Test(forwarded, the_scheme_is_that_of_the_last_element)
{
    static const struct {
        const char *forwarded, *scheme;
        bool https;
    } cases[] = {
        {NULL, "https", true},
        {NULL, "HTTPS", true},
        {NULL, "http", false},
        {NULL, "https, http", false},
        {NULL, NULL, false},
        {"for=203.0.113.9;proto=https", NULL, true},
        {"for=203.0.113.9;proto=https", "http", true},
        {"for=203.0.113.9;proto=http, for=10.0.0.2;Proto=\"https\"", NULL, true},
        {"for=203.0.113.9;proto=https, for=10.0.0.2;proto=http", "https", false},
        {"for=203.0.113.9", "https", true},
        {"for=203.0.113.9;proto=https, for=10.0.0.2", "http", false},
        {"for=\"203.0.113.9;proto=https", NULL, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(forwarded_is_https(cases[i].forwarded, cases[i].scheme), cases[i].https,
                     "%s %s", cases[i].forwarded, cases[i].scheme);
}

Test(forwarded, semicolons_and_spaces_at_the_end_of_a_line_are_skipped)
{
    static const struct forwarded_case cases[] = {
        {{"for=203.0.113.9;"}, "203.0.113.9"},
        {{"for=203.0.113.9; "}, "203.0.113.9"},
        {{"for=203.0.113.9;; ;"}, "203.0.113.9"},
        {{"for=203.0.113.9 "}, "203.0.113.9"},
        {{"for=203.0.113.9 , for=10.2.2.2 ; "}, "203.0.113.9"},
        {{"for=203.0.113.9 x"}, "10.0.0.1"},
        {{"for=203.0.113.9;="}, "10.0.0.1"},
    };
    expect_forwarded(cases, sizeof cases / sizeof *cases);
}
