/* The links of a record in a schedule, where some have an element of their own. */
#pragma once

#include "archive/record.h"

struct programme_link {
    const struct value *url;
    const struct value *title; /* or value_absent */
    const char *kind;          /* or "" */
    bool file;                 /* true if it is an attachment */
};

/* The URLs of a record that are not links of a list; each may be NULL. */
struct programme_urls {
    const char *page;     /* of the first page without a title */
    const char *feedback; /* of the first form for feedback */
    const char *origin;   /* of the first other thing without a title */
};

struct programme_urls programme_urls_of(const struct record *record);

/* Returns a link of a record, which has more than `index` of them. */
struct programme_link programme_link_at(const struct record *record, size_t index);

/* Reports whether a link is in the list: it is not one of the URLs, or has a title too. */
bool programme_link_is_listed(const struct programme_link *link, const struct programme_urls *urls);
