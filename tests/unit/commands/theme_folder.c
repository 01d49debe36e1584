/* The folder of --theme: which files it may have, and what is said of the others. */
#include "commands/theme_folder.h"
#include "caught_errors.h"
#include "failing_calls.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-theme-XXXXXX";
static struct theme theme;

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder) | mkdir("t", 0755), 0);
    caught_errors_begin();
}

static void stop(void)
{
    char command[64];
    theme_finish(&theme);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(theme_folder, .init = start, .fini = stop);

static void write_file(const char *path, const char *text, off_t length, time_t modified)
{
    const struct timespec times[2] = {{.tv_sec = modified}, {.tv_sec = modified}};
    FILE *file = fopen(path, "w");
    cr_assert(file && fputs(text, file) >= 0 && fflush(file) == 0, "%s", path);
    cr_assert_eq(ftruncate(fileno(file), length), 0);
    cr_assert_eq(futimens(fileno(file), times), 0);
    fclose(file);
}

/* Expects the folder to be refused, for a reason. */
static void expect_refusal(const char *path, const char *reason)
{
    struct theme refused = {.count = 0};
    char said[400];
    snprintf(said, sizeof said, "rapporteur: cannot read --theme %s: %s\n", path, reason);
    cr_expect_not(theme_folder_read("t", &refused));
    cr_expect_str_eq(caught_errors(), said);
    theme_finish(&refused);
}

Test(theme_folder, has_the_bytes_of_its_files_and_the_time_of_the_last_change)
{
    write_file("t/theme.css", "p{}", 3, 2000);
    write_file("t/a.svg", "<svg/>", 6, 3000);
    write_file("t/b.txt", "", 0, 1000);
    write_file("t/.hidden", "x", 1, 9000);
    cr_assert(theme_folder_read("t", &theme), "%s", caught_errors());
    cr_assert_eq(theme.count, 3);
    cr_expect_eq(theme.modified, 3000);
    cr_expect_eq(strlen(theme.version), THEME_VERSION_BYTES - 1);
    const struct theme_file *style = theme_find(&theme, "theme.css");
    cr_assert(style);
    cr_expect_eq(style->length, 3);
    cr_expect_eq(memcmp(style->bytes, "p{}", 3), 0);
    cr_expect_eq(theme_find(&theme, "b.txt")->length, 0);
}

Test(theme_folder, none_is_an_empty_theme)
{
    cr_expect(theme_folder_read(NULL, &theme));
    cr_expect_eq(theme.count, 0);
    cr_expect_str_eq(caught_errors(), "");
}

Test(theme_folder, one_that_cannot_be_read_is_named)
{
    cr_assert_eq(rmdir("t"), 0);
    expect_refusal("t", "No such file or directory");
    write_file("t", "", 0, 0);
    expect_refusal("t", "Not a directory");
}

static const char other_type[] =
    "not a file of a theme; its name must be of a-z, 0-9 and \"._-\", and end with .css, .svg, "
    ".png, .webp, .jpg, .woff2 or .txt";

Test(theme_folder, an_entry_that_is_no_file_of_a_theme_is_named)
{
    write_file("t/a.html", "", 0, 0);
    expect_refusal("t/a.html", other_type);
    cr_assert_eq(unlink("t/a.html") | mkdir("t/a.css", 0755), 0);
    expect_refusal("t/a.css", "it is not a file");
    cr_assert_eq(rmdir("t/a.css") | mkfifo("t/b.css", 0600), 0);
    expect_refusal("t/b.css", "it is not a file");
    cr_assert_eq(unlink("t/b.css") | symlink("none", "t/c.css"), 0);
    expect_refusal("t/c.css", "No such file or directory");
}

Test(theme_folder, a_file_has_at_most_1_MiB)
{
    write_file("t/a.css", "p{}", THEME_FILE_BYTES_MAX, 0);
    cr_assert(theme_folder_read("t", &theme), "%s", caught_errors());
    cr_expect_eq(theme.files[0].length, 1048576);
    write_file("t/a.css", "p{}", THEME_FILE_BYTES_MAX + 1, 0);
    expect_refusal("t/a.css", "it has more than 1 MiB");
}

Test(theme_folder, has_at_most_32_files)
{
    char path[40];
    for (int i = 0; i < 32; i++) {
        snprintf(path, sizeof path, "t/%d.txt", i);
        write_file(path, "x", 1, 0);
    }
    cr_assert(theme_folder_read("t", &theme), "%s", caught_errors());
    cr_expect_eq(theme.count, 32);
    write_file("t/32.txt", "x", 1, 0);
    expect_refusal("t", "it has more than 32 files");
}

Test(theme_folder, a_file_whose_state_cannot_be_read_is_named)
{
    write_file("t/a.css", "p{}", 3, 0);
    failing_call_set(CALL_FSTAT, 0, EIO);
    expect_refusal("t/a.css", "Input/output error");
}

/* The kernel says that these files have 4,096 bytes, but they have fewer. */
Test(theme_folder, a_file_that_ends_early_is_an_error)
{
    static const char ends_early[] = "/sys/devices/system/cpu/online";
    struct stat status;
    if (stat(ends_early, &status) != 0 || status.st_size < 100)
        cr_skip("there is no such file");
    cr_assert_eq(symlink(ends_early, "t/a.txt"), 0);
    errno = 0;
    expect_refusal("t/a.txt", "Input/output error");
}

Test(theme_folder, a_lack_of_memory_is_an_error)
{
    write_file("t/a.css", "p{}", 3, 0);
    failing_memory_begin(0);
    cr_expect_not(theme_folder_read("t", &theme));
    cr_expect(failing_memory_end());
    cr_expect_eq(theme.count, 0);
    cr_expect_str_eq(caught_errors(),
                     "rapporteur: cannot read --theme t/a.css: Cannot allocate memory\n");
}
