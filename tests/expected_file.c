#include "expected_file.h"

#include "source_path.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PATH_BYTES = 4096,
    BYTES_MAX = 8 << 20
};

char *expected_file_text(const char *path)
{
    char *text = calloc(1, BYTES_MAX);
    FILE *file = fopen(path, "rb");
    cr_assert(text);
    cr_assert(file || errno == ENOENT, "%s: %s", path, strerror(errno));
    if (!file)
        return text;
    cr_assert_lt(fread(text, 1, BYTES_MAX - 1, file), BYTES_MAX - 1, "%s is too long", path);
    fclose(file);
    return text;
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    cr_assert(file, "%s: %s", path, strerror(errno));
    fputs(text, file);
    cr_assert_eq(fclose(file), 0, "%s: %s", path, strerror(errno));
}

void expected_file_check(const char *path, const char *actual)
{
    if (getenv("TEST_ACCEPT"))
        write_file(path, actual);
    char *expected = expected_file_text(path);
    size_t line = 1, start = 0, i = 0;
    for (; actual[i] == expected[i] && actual[i]; i++)
        if (actual[i] == '\n')
            line++, start = i + 1;
    cr_expect(!actual[i] && !expected[i],
              "%s:%zu: %.300s\nis now: %.300s\nIf that is meant: TEST_ACCEPT=1", path, line,
              expected + start, actual + start);
    free(expected);
}

void expected_files_visit(const char *folder, void (*check)(const char *path))
{
    char whole[PATH_BYTES], path[PATH_BYTES];
    size_t checked = 0;
    snprintf(whole, sizeof whole, "%s", source_path(folder));
    DIR *listing = opendir(whole);
    cr_assert(listing, "%s: %s", whole, strerror(errno));
    for (const struct dirent *entry; (entry = readdir(listing));) {
        if (entry->d_name[0] == '.')
            continue;
        cr_assert_lt((size_t)snprintf(path, sizeof path, "%s/%s", whole, entry->d_name),
                     sizeof path);
        check(path);
        checked++;
    }
    closedir(listing);
    cr_expect_gt(checked, 0, "%s is empty", whole);
}
