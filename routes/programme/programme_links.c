#include "programme/programme_links.h"

#include "programme/programme_value.h"

#include <string.h>

struct programme_link programme_link_at(const struct record *record, size_t index)
{
    const struct value *item = &record_value(record, ROLE_WEB_LINKS)->items[index];
    const struct value *kind = programme_member(record, ROLE_WEB_LINKS, item, ROLE_KIND);
    return (struct programme_link){
        .url = programme_member(record, ROLE_WEB_LINKS, item, ROLE_URL),
        .title = programme_member(record, ROLE_WEB_LINKS, item, ROLE_TITLE),
        .kind = kind->count ? kind->text : "",
        .file = programme_is_word(kind, "slides") || programme_is_word(kind, "attachment"),
    };
}

/* Sets the URL to that of a link of a kind, if it has none yet. */
static void programme_url_set(const char **url, const struct programme_link *link, const char *kind,
                              bool titled)
{
    if (!*url && strcmp(link->kind, kind) == 0 && (titled || !link->title->count))
        *url = link->url->text;
}

struct programme_urls programme_urls_of(const struct record *record)
{
    struct programme_urls urls = {NULL, NULL, NULL};
    const size_t count = record_value(record, ROLE_WEB_LINKS)->count;
    for (size_t i = 0; i < count; i++) {
        const struct programme_link link = programme_link_at(record, i);
        programme_url_set(&urls.page, &link, "page", false);
        programme_url_set(&urls.feedback, &link, "feedback", true);
        programme_url_set(&urls.origin, &link, "other", false);
    }
    return urls;
}

bool programme_link_is_listed(const struct programme_link *link, const struct programme_urls *urls)
{
    const char *url = link->url->text;
    return link->title->count ||
           (url != urls->page && url != urls->feedback && url != urls->origin);
}
