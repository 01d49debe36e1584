/* Connections are counted per client address. */
#include "connections/client_addresses.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <netinet/in.h>

static struct client_addresses addresses;

static void finish(void)
{
    client_addresses_finish(&addresses);
}

TestSuite(client_addresses, .fini = finish);

static struct client_address *add_ipv4(const char *text)
{
    struct sockaddr_in peer = {.sin_family = AF_INET};
    cr_assert_eq(inet_pton(AF_INET, text, &peer.sin_addr), 1, "%s", text);
    return client_addresses_add(&addresses, (const struct sockaddr *)&peer);
}

static struct client_address *add_ipv6(const char *text)
{
    struct sockaddr_in6 peer = {.sin6_family = AF_INET6};
    cr_assert_eq(inet_pton(AF_INET6, text, &peer.sin6_addr), 1, "%s", text);
    return client_addresses_add(&addresses, (const struct sockaddr *)&peer);
}

Test(client_addresses, ipv6_network_of_64_bits_counts_as_one_address)
{
    const struct client_address *first = add_ipv6("2001:db8:0:1::1");
    cr_assert_not_null(first);
    cr_expect_eq(add_ipv6("2001:db8:0:1:ffff:ffff:ffff:ffff"), first);
    cr_expect_eq(add_ipv6("2001:db8:0:1:8000::"), first);
    cr_expect_eq(first->connections, 3);
    cr_expect_neq(add_ipv6("2001:db8:0:2::1"), first);
    cr_expect_neq(add_ipv6("2001:db8::1"), first);
    cr_expect_eq(first->connections, 3);
}

Test(client_addresses, each_ipv4_address_counts_also_if_it_is_mapped_to_ipv6)
{
    const struct client_address *first = add_ipv4("192.0.2.1");
    cr_assert_not_null(first);
    cr_expect_eq(add_ipv6("::ffff:192.0.2.1"), first);
    cr_expect_eq(first->connections, 2);
    cr_expect_neq(add_ipv4("192.0.2.2"), first);
    cr_expect_neq(add_ipv6("::ffff:192.0.2.2"), first);
    cr_expect_eq(first->connections, 2);
}
