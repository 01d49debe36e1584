#include "looks/looks.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Returns the file of a name that need not end with a NUL, or NULL. */
static const struct looks_file *find_file(const char *name, size_t length)
{
    for (const struct looks_file *file = looks_files; file->name; file++)
        if (strlen(file->name) == length && memcmp(file->name, name, length) == 0)
            return file;
    return NULL;
}

static bool has_file(const char *name)
{
    return find_file(name, strlen(name));
}

static bool has_suffix(const char *name, const char *suffix)
{
    const size_t length = strlen(name), end = strlen(suffix);
    return length > end && strcmp(name + length - end, suffix) == 0;
}

/* Expects that every name between `before` and `after` in a file is in the table. Returns how many
 * there are. */
static size_t expect_files(const struct looks_file *file, const char *before, char after)
{
    const char *at = (const char *)file->bytes, *end = at + file->length;
    size_t count = 0;
    for (; at + strlen(before) < end; at++) {
        if (memcmp(at, before, strlen(before)) != 0)
            continue;
        const char *name = at + strlen(before);
        const char *name_end = memchr(name, after, (size_t)(end - name));
        cr_assert(name_end, "%s", file->name);
        cr_expect(find_file(name, (size_t)(name_end - name)), "%s: no file %.*s", file->name,
                  (int)(name_end - name), name);
        count++;
    }
    return count;
}

Test(looks, files_that_every_page_links_are_in_the_table)
{
    static const char *const names[] = {"site.css", "site.js", "theme.js", "favicon.svg",
                                        "fonts.txt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        cr_expect(has_file(names[i]), "%s", names[i]);
    cr_expect_eq(strlen(looks_version), 12);
    cr_expect_gt(looks_modified, 0);
}

Test(looks, styles_and_modules_refer_only_to_files_of_the_table)
{
    size_t imports = 0;
    for (const struct looks_file *file = looks_files; file->name; file++) {
        if (has_suffix(file->name, ".css"))
            expect_files(file, "url(", ')');
        if (has_suffix(file->name, ".js"))
            imports += expect_files(file, " from './", '\'');
    }
    cr_expect_gt(imports, 5);
}

/* A build without fonts has neither files nor rules for them. */
Test(looks, fonts_are_woff2_and_their_style_names_each)
{
    const struct looks_file *style = find_file("site.css", strlen("site.css"));
    size_t fonts = 0;
    for (const struct looks_file *file = looks_files; file->name; file++) {
        if (!has_suffix(file->name, ".woff2"))
            continue;
        fonts++;
        cr_expect_str_eq(file->media_type, "font/woff2");
        cr_expect_eq(memcmp(file->bytes, "wOF2", 4), 0, "%s", file->name);
        cr_expect_lt(file->length, 20000, "%s", file->name);
    }
    cr_assert(style);
    cr_expect_eq(expect_files(style, "url(", ')'), fonts);
    cr_expect_eq(looks_preloads[0] == NULL, fonts == 0);
    for (size_t i = 0; looks_preloads[i]; i++)
        cr_expect(has_file(looks_preloads[i]), "%s", looks_preloads[i]);
    cr_expect_eq(looks_prefetches[0] == NULL, fonts == 0);
    for (size_t i = 0; looks_prefetches[i]; i++)
        cr_expect(has_file(looks_prefetches[i]), "%s", looks_prefetches[i]);
}
