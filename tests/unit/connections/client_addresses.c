/* Connections are counted per client address. */
#include "connections/client_addresses.h"
#include "failing_memory.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <netinet/in.h>
#include <stdio.h>

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

Test(client_addresses, an_ipv4_address_is_not_the_ipv6_network_of_the_same_bytes)
{
    const struct client_address *first = add_ipv4("192.0.2.1");
    cr_assert_not_null(first);
    cr_expect_neq(add_ipv6("c000:201::"), first);
    cr_expect_neq(add_ipv6("::"), first);
    cr_expect_eq(first->connections, 1);
}

enum {
    MANY = 3 * CLIENT_ADDRESSES_BUCKETS
};

static struct client_address *add_number(unsigned number)
{
    char text[40];
    snprintf(text, sizeof text, "10.0.%u.%u", number >> 8, number & 255);
    return add_ipv4(text);
}

/* More addresses than buckets, so that many share one. */
Test(client_addresses, addresses_that_share_a_bucket_are_told_apart)
{
    static struct client_address *all[MANY];
    for (unsigned i = 0; i < MANY; i++)
        cr_assert(all[i] = add_number(i));
    for (unsigned i = 0; i < MANY; i++) {
        cr_assert_eq(all[i]->connections, 1);
        cr_assert_eq(add_number(i), all[i]);
        cr_assert_eq(all[i]->connections, 2);
    }
    for (unsigned i = 0; i < MANY; i++) {
        client_addresses_remove(&addresses, all[i]);
        cr_assert_eq(all[i]->connections, 1);
    }
    for (unsigned i = 1; i < MANY; i += 2)
        client_addresses_remove(&addresses, all[i]);
    for (unsigned i = 0; i < MANY; i += 2)
        cr_assert_eq(add_number(i), all[i], "%u is lost with another", i);
    for (unsigned i = 0; i < MANY; i += 2) {
        client_addresses_remove(&addresses, all[i]);
        client_addresses_remove(&addresses, all[i]);
    }
    for (size_t i = 0; i < CLIENT_ADDRESSES_BUCKETS; i++)
        cr_assert_null(addresses.buckets[i]);
    client_addresses_remove(&addresses, NULL);
}

Test(client_addresses, a_lack_of_memory_adds_nothing)
{
    failing_memory_begin(0);
    cr_expect_null(add_ipv4("192.0.2.1"));
    cr_expect(failing_memory_end());
    const struct client_address *first = add_ipv4("192.0.2.1");
    cr_assert_not_null(first);
    cr_expect_eq(first->connections, 1);
    failing_memory_begin(0);
    cr_expect_eq(add_ipv4("192.0.2.1"), first, "an address that is there needs no memory");
    cr_expect_not(failing_memory_end());
}
