/* The files that pages load, under names that change with their content. */
#include "endpoints/endpoints.h"
#include "http/problem.h"
#include "http/representation.h"
#include "looks/looks.h"

#include <stdio.h>
#include <string.h>

/* Returns the file, or NULL. */
static const struct looks_file *find_asset(const char *version, const char *name)
{
    if (strcmp(version, looks_version) != 0)
        return NULL;
    for (const struct looks_file *file = looks_files; file->name; file++)
        if (strcmp(file->name, name) == 0)
            return file;
    return NULL;
}

/* Reads the colour in the name "accent-a3290f.css" as "#a3290f". Returns false if it has none. */
static bool read_accent(const char *version, const char *name,
                        char colour[PUBLICATION_COLOUR_BYTES + 1])
{
    static const char before[] = "accent-", after[] = ".css";
    if (strcmp(version, looks_version) != 0 ||
        strlen(name) != sizeof before - 1 + PUBLICATION_COLOUR_BYTES - 1 + sizeof after - 1 ||
        strncmp(name, before, sizeof before - 1) != 0 ||
        strcmp(name + strlen(name) - (sizeof after - 1), after) != 0)
        return false;
    snprintf(colour, PUBLICATION_COLOUR_BYTES + 1, "#%.6s", name + sizeof before - 1);
    return publication_is_colour(colour);
}

/* Returns the file of the house, or NULL. */
static const struct theme_file *find_theme_file(const struct call *call, const char *version,
                                                const char *name)
{
    const struct publication *publication = call->request->publication;
    const struct theme *theme = publication ? publication->theme : NULL;
    return theme && strcmp(version, theme->version) == 0 ? theme_find(theme, name) : NULL;
}

/* Completes the answer with a file, which was changed at a time. */
static void send_file(const struct call *call, const char *media_type, int64_t modified,
                      struct response *response)
{
    response->status = 200;
    response_add_header(response, "Content-Type", media_type);
    /* The name changes with the content, so caches may store the file forever. */
    if (representation_complete(call->request, modified, response))
        response_add_header(response, "Cache-Control", "public, max-age=31536000, immutable");
    response->vary = "Accept-Encoding";
}

/* Answers with a stylesheet that sets the accent colour, and a lighter one for dark pages. */
static void send_accent(const struct call *call, const char *colour, struct response *response)
{
    buffer_append_text(&response->body, ":root { --accent: ");
    buffer_append_text(&response->body, colour);
    buffer_append_text(&response->body, "; --accent-dark: color-mix(in srgb, ");
    buffer_append_text(&response->body, colour);
    buffer_append_text(&response->body, " 55%, white); }\n");
    send_file(call, "text/css; charset=utf-8", looks_modified, response);
}

void asset_answer(const struct call *call, struct response *response)
{
    const char *const *segments = call->target->segments;
    const struct looks_file *file = find_asset(segments[1], segments[2]);
    char colour[PUBLICATION_COLOUR_BYTES + 1];
    const bool accent = read_accent(segments[1], segments[2], colour);
    const struct theme_file *own = find_theme_file(call, segments[1], segments[2]);
    if (!file && !accent && !own) {
        problem_answer(response, call->request, 404,
                       "unknown file, or a file of an earlier version; reload the page at %s/",
                       request_base_path(call->request));
        return;
    }
    if (!call_has_no_parameters(call, response))
        return;
    if (accent) {
        send_accent(call, colour, response);
        return;
    }
    if (own) {
        buffer_append(&response->body, own->bytes, own->length);
        send_file(call, own->media_type, call->request->publication->theme->modified, response);
        return;
    }
    buffer_append(&response->body, (const char *)file->bytes, file->length);
    send_file(call, file->media_type, looks_modified, response);
}

void favicon_answer(const struct call *call, struct response *response)
{
    const struct publication *publication = call->request->publication;
    const struct theme_file *own = theme_find(publication ? publication->theme : NULL, THEME_ICON);
    const struct looks_file *file = find_asset(looks_version, THEME_ICON);
    if (!file || !call_begin_document(call, file->media_type, response)) /* it is in every build */
        return;
    if (own)
        buffer_append(&response->body, own->bytes, own->length);
    else
        buffer_append(&response->body, (const char *)file->bytes, file->length);
}
