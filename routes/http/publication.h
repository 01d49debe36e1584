/* How the service is published: whether it has pages, and under which address. */
#pragma once

enum pages_mode {
    PAGES_USUAL,  /* PAGES_ON for a server, PAGES_SUFFIX for files */
    PAGES_ON,     /* pages by Accept and by suffix */
    PAGES_SUFFIX, /* pages by suffix alone, which link to each other there */
    PAGES_OFF     /* no pages */
};

struct publication {
    enum pages_mode pages;
    const char *url; /* the public address, such as "https://example.org", or NULL */
};
