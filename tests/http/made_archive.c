/* The synthetic archives of ./dev bench --scale. */
#include "../source_path.h"
#include "server.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-archive-XXXXXX";

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

TestSuite(made_archive, .init = start, .fini = stop);

static void make(const char *arguments)
{
    char command[4400];
    snprintf(command, sizeof command, "python3 -B '%s' %s",
             source_path("tests/tools/bench/make-archive"), arguments);
    cr_assert_eq(system(command), 0, "%s", command);
}

static void expect_valid(const char *path)
{
    const char *const arguments[] = {"check", path, NULL};
    char output[4096];
    cr_expect_eq(program_run(arguments, output, sizeof output), 0, "%s", output);
    cr_expect_str_empty(output);
}

Test(made_archive, is_valid)
{
    make("--meetings 3 three");
    make("--meetings 1 one");
    expect_valid("three");
    expect_valid("one");
    cr_expect_eq(system("test $(cat three/*.json | grep -c '^      \"id\"') -gt 150"), 0,
                 "about 50 records per meeting");
}

Test(made_archive, depends_only_on_the_seed)
{
    make("--meetings 2 --seed 5 first");
    make("--meetings 2 --seed 5 again");
    make("--meetings 2 --seed 6 other");
    cr_expect_eq(system("diff -r first again"), 0);
    cr_expect_neq(system("diff -rq first other >other.txt"), 0);
}
