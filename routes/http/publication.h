/* How the service is published: whether it has pages, under which address, and in which style. */
#pragma once

#include <stdbool.h>
#include <string.h>

enum pages_mode {
    PAGES_USUAL,  /* PAGES_ON for a server, PAGES_SUFFIX for files */
    PAGES_ON,     /* pages by Accept and by suffix */
    PAGES_SUFFIX, /* pages by suffix alone, which link to each other there */
    PAGES_OFF,    /* no pages */
    PAGES_FILES   /* an option: PAGES_SUFFIX, and `files` */
};

struct theme;

struct publication {
    enum pages_mode pages;
    bool files;         /* true if pages are files: all that they link to can be a file, too */
    const char *url;    /* the public address, such as "https://example.org", or NULL */
    const char *title;  /* the name of the service on pages; NULL for "rapporteur" */
    const char *footer; /* a text at the foot of each page, or NULL */
    const char *accent; /* the colour of links to sources, such as "#a3290f", or NULL */
    const char *cache_control; /* `Cache-Control` of answers that are no errors, or NULL */
    bool mcp;                  /* true if assistants may POST to /mcp (mcp/mcp.h) */
    bool csv_bom;              /* true if CSV files begin with a byte order mark */
    const struct theme *theme; /* files of the house (looks/theme.h), or NULL */
};

enum {
    PUBLICATION_COLOUR_BYTES = 7 /* of an accent, without its NUL */
};

/* Returns the name of the service on pages. `publication` may be NULL. */
static inline const char *publication_title(const struct publication *publication)
{
    return publication && publication->title ? publication->title : "rapporteur";
}

/* Reports whether a text is a colour: "#" and six hexadecimal digits in lower case. */
static inline bool publication_is_colour(const char *text)
{
    return strlen(text) == PUBLICATION_COLOUR_BYTES && *text == '#' &&
           strspn(text + 1, "0123456789abcdef") == PUBLICATION_COLOUR_BYTES - 1;
}
