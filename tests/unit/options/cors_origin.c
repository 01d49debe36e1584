/* The origins that --cors-origin accepts. Refused ones are in tests/http/command_line.c. */
#include "options/cors_origin.h"

#include <criterion/criterion.h>

Test(cors_origin, accepts_origins_as_browsers_write_them)
{
    static const char *const origins[] = {
        "https://example.org",   "http://localhost:3000",      "http://[::1]:8080",
        "https://[2001:db8::1]", "https://xn--bcher-kva.test", "moz-extension://0a-1b",
        "https://a_b.example",   "http://a.example:443",       "https://192.0.2.1:65535"};
    for (size_t i = 0; i < sizeof origins / sizeof *origins; i++)
        cr_expect_null(cors_origin_problem(origins[i]), "%s: %s", origins[i],
                       cors_origin_problem(origins[i]));
}
