#include "looks/theme.h"

#include "base/sha256_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct theme_file *theme_find(const struct theme *theme, const char *name)
{
    for (size_t i = 0; theme && i < theme->count; i++)
        if (strcmp(theme->files[i].name, name) == 0)
            return &theme->files[i];
    return NULL;
}

const struct theme_file *theme_logo(const struct theme *theme)
{
    static const char *const names[] = {"logo.svg", "logo.png", "logo.webp"};
    const struct theme_file *logo = NULL;
    for (size_t i = 0; !logo && i < sizeof names / sizeof *names; i++)
        logo = theme_find(theme, names[i]);
    return logo;
}

const char *theme_media_type(const char *name)
{
    static const char *const types[][2] = {{".css", "text/css; charset=utf-8"},
                                           {".svg", "image/svg+xml"},
                                           {".png", "image/png"},
                                           {".webp", "image/webp"},
                                           {".jpg", "image/jpeg"},
                                           {".woff2", "font/woff2"},
                                           {".txt", "text/plain; charset=utf-8"}};
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz0123456789._-";
    const size_t length = strlen(name);
    if (length >= THEME_NAME_BYTES || *name == '.' || name[strspn(name, plain)])
        return NULL;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        const size_t suffix = strlen(types[i][0]);
        if (length > suffix && strcmp(name + length - suffix, types[i][0]) == 0)
            return types[i][1];
    }
    return NULL;
}

void theme_add(struct theme *theme, const char *name, char *bytes, size_t length)
{
    size_t at = theme->count++;
    for (; at > 0 && strcmp(theme->files[at - 1].name, name) > 0; at--)
        theme->files[at] = theme->files[at - 1];
    theme->files[at] =
        (struct theme_file){.media_type = theme_media_type(name), .bytes = bytes, .length = length};
    memcpy(theme->files[at].name, name, strlen(name) + 1); /* theme_media_type checked its length */
}

void theme_set_version(struct theme *theme)
{
    struct sha256_ctx hash;
    char text[SHA256_TEXT_BYTES], head[THEME_NAME_BYTES + 30];
    sha256_init(&hash);
    for (size_t i = 0; i < theme->count; i++) {
        const struct theme_file *file = &theme->files[i];
        const int length = snprintf(head, sizeof head, "%s %zu\n", file->name, file->length);
        sha256_update(&hash, (size_t)length, (const uint8_t *)head);
        sha256_update(&hash, file->length, (const uint8_t *)file->bytes);
    }
    sha256_text_finish(&hash, text);
    snprintf(theme->version, sizeof theme->version, "%.12s", text);
}

void theme_finish(struct theme *theme)
{
    for (size_t i = 0; i < theme->count; i++)
        free(theme->files[i].bytes);
    theme->count = 0;
}
