#include "sandbox/paths.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-paths-XXXXXX";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(paths, .init = start, .fini = stop);

static void collect_inside(void *context, const char *path, enum path_use use)
{
    char *names = context;
    if (use == PATH_INSIDE)
        strcat(strcat(names, path), " ");
}

Test(paths, visits_the_files_of_a_folder_that_the_loader_reads)
{
    static const char *const names[] = {"data/record.json", "data/schema.json", "data/.hidden.json",
                                        "data/notes.log"};
    struct options options = {.data_count = 1};
    char inside[200] = "";
    cr_assert_eq(mkdir("data", 0755), 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        fclose(fopen(names[i], "w"));
    options.data[0] = "data";
    sandbox_paths_visit(&options, collect_inside, inside);
    cr_expect_str_eq(inside, "data/record.json ");
}

/* As root, no file is denied. */
Test(paths, a_file_that_does_not_exist_is_not_denied)
{
    fclose(fopen("there", "w"));
    cr_expect_not(sandbox_paths_is_denied("there", R_OK));
    cr_expect_not(sandbox_paths_is_denied("missing", R_OK));
    cr_expect_not(sandbox_paths_is_denied("there/below", R_OK));
    cr_assert_eq(chmod("there", 0), 0);
    cr_expect_eq(sandbox_paths_is_denied("there", R_OK), geteuid() != 0);
}
