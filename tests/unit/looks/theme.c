/* The style and logo of the house. */
#include "looks/theme.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Adds a file to a theme. */
static void add(struct theme *theme, const char *name, const char *content)
{
    char *bytes = strdup(content);
    cr_assert(bytes);
    theme_add(theme, name, bytes, strlen(content));
}

Test(theme, has_files_of_known_types_with_plain_names)
{
    static const char *const others[] = {
        "theme.js", "theme.html",  ".css",        "Logo.svg", "a b.css", "a/../logo.svg",
        "logo",     "logo.svg.gz", ".hidden.css", "",         "%61.css"};
    char longest[THEME_NAME_BYTES + 1] = "";
    cr_expect_str_eq(theme_media_type("theme.css"), "text/css; charset=utf-8");
    cr_expect_str_eq(theme_media_type("logo-2_x.svg"), "image/svg+xml");
    cr_expect_str_eq(theme_media_type("font.woff2"), "font/woff2");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_null(theme_media_type(others[i]), "%s", others[i]);
    memset(longest, 'a', THEME_NAME_BYTES);
    memcpy(longest + THEME_NAME_BYTES - 4, ".css", 4);
    cr_expect_null(theme_media_type(longest));
    cr_expect(theme_media_type(longest + 1));
}

Test(theme, has_a_version_that_changes_with_each_name_and_content)
{
    struct theme themes[3] = {{.count = 0}};
    add(&themes[0], "theme.css", "a");
    add(&themes[1], "theme.css", "b");
    add(&themes[2], "other.css", "a");
    for (size_t i = 0; i < 3; i++)
        theme_set_version(&themes[i]);
    cr_expect_eq(strlen(themes[0].version), 12);
    cr_expect_str_neq(themes[0].version, themes[1].version);
    cr_expect_str_neq(themes[0].version, themes[2].version);
    for (size_t i = 0; i < 3; i++)
        theme_finish(&themes[i]);
}

Test(theme, has_one_logo)
{
    struct theme theme = {.count = 0};
    cr_expect_null(theme_logo(NULL));
    cr_expect_null(theme_logo(&theme));
    add(&theme, "logo.png", "p");
    cr_expect_str_eq(theme_logo(&theme)->name, "logo.png");
    add(&theme, "logo.svg", "s");
    cr_expect_str_eq(theme_logo(&theme)->name, "logo.svg");
    theme_finish(&theme);
}
