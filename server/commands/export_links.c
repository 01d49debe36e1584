#define _GNU_SOURCE /* memmem */
#include "commands/export_links.h"

#include "http/url.h"

#include <stdio.h>
#include <string.h>

enum {
    LINKS_BYTES_MAX = 256 * 1024 * 1024
};

void export_links_init(struct export_links *links)
{
    buffer_init(&links->targets, LINKS_BYTES_MAX);
}

void export_links_finish(struct export_links *links)
{
    buffer_finish(&links->targets);
}

/* Returns the offset of the last target; there is one. */
static size_t export_links_last(const struct export_links *links)
{
    size_t at = links->targets.length - 1;
    while (at > 0 && links->targets.bytes[at - 1])
        at--;
    return at;
}

/* Adds a target, in which "&amp;" stands for "&": no other character of such a URL is escaped. */
static void export_links_add(struct export_links *links, const char *target, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        buffer_append_byte(&links->targets, target[i]);
        if (strncmp(target + i, "&amp;", 5) == 0)
            i += 4;
    }
    buffer_append_byte(&links->targets, '\0');
}

bool export_links_find(struct export_links *links, const char *base_path, const char *page,
                       size_t length)
{
    char before[200];
    const int size = snprintf(before, sizeof before, " href=\"%s" URL_QUERY_FOLDER, base_path);
    const char *at = page, *const end = page + length;
    if ((size_t)size >= sizeof before)
        return true;
    while (length && (at = memmem(at, (size_t)(end - at), before, (size_t)size))) {
        at += sizeof " href=\"" - 1 + strlen(base_path);
        const char *quote = memchr(at, '"', (size_t)(end - at));
        if (!quote)
            break;
        export_links_add(links, at, strcspn(at, "\"#"));
        at = quote;
    }
    return !links->targets.failed;
}

bool export_links_take(struct export_links *links, char *target, size_t room)
{
    if (!links->targets.length)
        return false;
    const size_t at = export_links_last(links), length = links->targets.length - at;
    if (length > room)
        return false;
    memcpy(target, links->targets.bytes + at, length);
    links->targets.length = at;
    return true;
}

static unsigned export_links_digit(char digit)
{
    return (unsigned)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
}

void export_links_decode(char *path)
{
    char *to = path;
    for (const char *from = path; *from; to++) {
        if (*from == '%' && from[1] && from[2]) {
            *to = (char)(export_links_digit(from[1]) << 4 | export_links_digit(from[2]));
            from += 3;
        } else {
            *to = *from++;
        }
    }
    *to = '\0';
}
