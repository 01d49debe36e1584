#include "answer/cache_entry.h"

#include "answer/mhd_response.h"
#include "http/representation.h"

#include <stdlib.h>
#include <string.h>

/* Copies a header, or "" if there is none. */
static char *copy_header(const struct response *response, const char *name)
{
    const char *value = response_header(response, name);
    return strdup(value ? value : "");
}

struct cache_entry *cache_entry_create(struct response *response, struct body *body)
{
    struct cache_entry *entry = calloc(1, sizeof *entry);
    if (!entry)
        return NULL;
    body_enter_cache(body);
    entry->body = body;
    entry->status = response->status;
    entry->route = response->route;
    entry->length = body->length;
    entry->entity_tag = copy_header(response, "ETag");
    entry->last_modified = copy_header(response, "Last-Modified");
    body_retain(body);
    entry->complete = mhd_response_create(response, body, false);
    representation_omit_body(response);
    entry->not_modified = mhd_response_create_bodiless(response, entry->length, false);
    if (entry->entity_tag && entry->last_modified && entry->complete && entry->not_modified)
        return entry;
    cache_entry_destroy(entry);
    return NULL;
}

void cache_entry_destroy(struct cache_entry *entry)
{
    if (!entry)
        return;
    if (entry->complete)
        MHD_destroy_response(entry->complete);
    if (entry->not_modified)
        MHD_destroy_response(entry->not_modified);
    if (entry->body)
        body_leave_cache(entry->body);
    free(entry->entity_tag);
    free(entry->last_modified);
    free(entry->target);
    free(entry->accept);
    free(entry->origin);
    free(entry->host);
    free(entry);
}
