/* The pages that may send messages: those of the service itself, at an address that no attacker can
 * let point elsewhere. */
#include "mcp/mcp.h"

#include <criterion/criterion.h>
#include <stdio.h>

Test(mcp_origin, a_page_may_send_messages_if_it_is_of_the_service_at_a_fixed_address)
{
    static const struct {
        const char *host, *origin;
        bool allowed;
    } cases[] = {
        {"[::1]:8080", "http://[::1]:8080", true},
        {"[2001:db8::1]", "http://[2001:db8::1]", true},
        {"[::1]:8080", "http://[::1]:8081", false},
        {"127.0.0.1:8080", "http://127.0.0.1:8080", true},
        {"127.0.0.1", "HTTP://127.0.0.1", true},
        {"localhost:8080", "http://localhost:8080", true},
        {"LOCALHOST", "http://localhost", true},
        {"localhost", NULL, true},
        {"localhosts", "http://localhosts", false},
        {"localhos", "http://localhos", false},
        {"127.0.0.1.example", "http://127.0.0.1.example", false},
        {"rebound.example", "http://rebound.example", false},
        {"rebound.example", NULL, true},
        {":8080", "http://:8080", false},
        {NULL, "http://localhost", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.host = cases[i].host, .origin = cases[i].origin};
        cr_expect_eq(mcp_allows_origin(&request), cases[i].allowed, "case %zu", i);
    }
}

Test(mcp_origin, a_public_address_is_trusted_and_the_operator_may_allow_other_origins)
{
    const struct publication publication = {.url = "https://record.example.org"};
    struct request request = {.host = "rebound.example",
                              .origin = "https://record.example.org",
                              .publication = &publication};
    cr_expect(mcp_trusts_host(&request));
    cr_expect(mcp_allows_origin(&request));
    request.origin = "http://rebound.example";
    cr_expect_not(mcp_allows_origin(&request));
    request.cors = CORS_ORIGIN;
    cr_expect(mcp_allows_origin(&request));
}
