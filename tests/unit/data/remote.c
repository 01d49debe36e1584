/* The URLs that data may be fetched from. */
#include "data/remote.h"

#include <criterion/criterion.h>
#include <string.h>

struct url_case {
    const char *url;
    bool http_anywhere;
    const char *problem; /* a part of the message, or NULL if the URL is accepted */
};

static const struct url_case cases[] = {
    {"https://example.org/record.json", false, NULL},
    {"HTTPS://example.org/record.json", false, NULL},
    {"http://127.0.0.1:8081/record.json", false, NULL},
    {"http://127.255.0.9/record.json", false, NULL},
    {"http://localhost/record.json", false, NULL},
    {"http://[::1]:80/record.json", false, NULL},
    {"http://example.org/record.json", false, "--origin-http"},
    {"HTTP://example.org/record.json", false, "--origin-http"},
    {"http://127.0.0.1.example.org/record.json", false, "--origin-http"},
    {"http://localhost.example.org/record.json", false, "--origin-http"},
    {"http://origin:8081/record.json", true, NULL},
    {"http://someone:secret@origin/record.json", true, "a user name"},
    {"https://someone@example.org/record.json", false, "a user name"},
    {"https://", false, ""},
    {"https://exa mple.org/", false, ""},
};

Test(remote, must_be_https_unless_loopback_or_allowed)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *problem = remote_url_problem(cases[i].url, cases[i].http_anywhere);
        cr_expect_eq(problem == NULL, cases[i].problem == NULL, "%s: %s", cases[i].url,
                     problem ? problem : "accepted");
        if (problem && cases[i].problem)
            cr_expect(strstr(problem, cases[i].problem), "%s: %s", cases[i].url, problem);
    }
}
