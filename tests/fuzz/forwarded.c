/* Fuzzes Forwarded and X-Forwarded-For, as proxies send them, and the networks of --trust-proxy. */
#include "connections/forwarded.h"
#include "input.h"

#include <string.h>

static struct address address_from(const char *text)
{
    struct address address;
    MUST(address_parse(text, strlen(text), &address));
    return address;
}

/* An address that was parsed can be written and parsed again. */
static void check_address(const struct address *address)
{
    struct address again;
    char text[ADDRESS_TEXT_MAX];
    const char *written = address_write(address, text);
    MUST(written && address_parse(written, strlen(written), &again));
    MUST(again.family == address->family && memcmp(again.bytes, address->bytes, 4) == 0);
}

static void check_network(const char *text)
{
    struct network network;
    if (network_parse(text, &network)) {
        check_address(&network.address);
        MUST(network_contains(&network, &network.address));
    }
}

/* Reads all lines of one header field. */
static void read_lines(char *text, void read_line(struct forwarded *forwarded, const char *line))
{
    struct network trusted[2];
    struct forwarded forwarded;
    const struct address peer = address_from("10.0.0.1");
    MUST(network_parse("10.0.0.0/8", &trusted[0]) && network_parse("fd00::/8", &trusted[1]));
    forwarded_init(&forwarded, trusted, 2, &peer);
    while (text) {
        const char *line = input_line(&text);
        if (line)
            read_line(&forwarded, line);
    }
    check_address(&forwarded.client);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = input_text(data, size), *copy = input_text(data, size);
    check_network(text);
    read_lines(text, forwarded_read);
    read_lines(copy, forwarded_read_for);
    free(text);
    free(copy);
    return 0;
}
