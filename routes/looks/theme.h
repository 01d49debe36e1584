/* The style and logo of the house (--theme): files that pages load besides the looks. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Names of files that have a use of their own, if they are there. */
#define THEME_STYLE "theme.css"
#define THEME_ICON "favicon.svg"

enum {
    THEME_FILES_MAX = 32,
    THEME_NAME_BYTES = 64,              /* of a name, with its NUL */
    THEME_FILE_BYTES_MAX = 1024 * 1024, /* of one file */
    THEME_VERSION_BYTES = 13
};

struct theme_file {
    char name[THEME_NAME_BYTES]; /* below /assets/VERSION/: [a-z0-9._-] */
    const char *media_type;
    char *bytes; /* owned */
    size_t length;
};

struct theme {
    struct theme_file files[THEME_FILES_MAX]; /* by name */
    size_t count;
    char version[THEME_VERSION_BYTES]; /* a hash of all files */
    int64_t modified;                  /* the last change of any file, in seconds since 1970 */
};

/* Returns the file called `name`, or NULL. `theme` may be NULL. */
const struct theme_file *theme_find(const struct theme *theme, const char *name);

/* Returns the logo: logo.svg, logo.png or logo.webp; NULL if there is none. */
const struct theme_file *theme_logo(const struct theme *theme);

/* Returns the media type of a file by the suffix of its name; NULL if a theme has no such files, or
 * if it cannot have a file of this name. */
const char *theme_media_type(const char *name);

/* Adds a file, which theme_media_type must accept, to a theme with fewer than THEME_FILES_MAX. Owns
 * the bytes. */
void theme_add(struct theme *theme, const char *name, char *bytes, size_t length);

/* Sets the version. */
void theme_set_version(struct theme *theme);

/* Frees the files. */
void theme_finish(struct theme *theme);
