/* The synthetic archive that ./dev bench --scale measures with. */
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

static void expect_sound(const char *path)
{
    const char *const arguments[] = {"check", path, NULL};
    char output[4096];
    cr_expect_eq(program_run(arguments, output, sizeof output), 0, "%s", output);
    cr_expect_str_empty(output);
}

Test(made_archive, is_sound)
{
    make("--meetings 3 three");
    make("--meetings 1 one");
    expect_sound("three");
    expect_sound("one");
    cr_expect_eq(system("test $(cat three/*.json | grep -c '^      \"id\"') -gt 150"), 0,
                 "about 50 records a meeting");
}

Test(made_archive, is_the_same_for_the_same_seed_and_another_for_another)
{
    make("--meetings 2 --seed 5 first");
    make("--meetings 2 --seed 5 again");
    make("--meetings 2 --seed 6 other");
    cr_expect_eq(system("diff -r first again"), 0);
    cr_expect_neq(system("diff -rq first other >other.txt"), 0);
}
