/* Files that are replaced at once. */
#include "saved/atomic_file.h"

#include "caught_errors.h"
#include "failing_calls.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-atomic-XXXXXX";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    caught_errors_begin();
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(atomic_file, .init = start, .fini = stop);

static bool write_text(FILE *file, const void *text)
{
    return fputs(text, file) >= 0;
}

static bool has_text(const char *text)
{
    char read[20] = "";
    FILE *file = fopen("file", "r");
    if (!file)
        return false;
    const bool same = fgets(read, sizeof read, file) && strcmp(read, text) == 0;
    fclose(file);
    return same;
}

/* The bytes must be on the disk before the file has its name, and the name after that. */
Test(atomic_file, the_file_and_then_its_folder_are_written_through)
{
    const int before = failing_call_count(CALL_FSYNC);
    cr_expect(atomic_file_write(folder, "file", write_text, "first"));
    cr_expect_eq(failing_call_count(CALL_FSYNC), before + 2);
    cr_expect(has_text("first"));
    cr_expect_str_eq(caught_errors(), "");
}

Test(atomic_file, a_file_that_is_not_on_the_disk_replaces_no_other)
{
    cr_assert(atomic_file_write(folder, "file", write_text, "first"));
    failing_call_set(CALL_FSYNC, 0, EIO);
    cr_expect_not(atomic_file_write(folder, "file", write_text, "second"));
    cr_expect(strstr(caught_errors(), "file.new: Input/output error"));
    cr_expect(has_text("first"));
    cr_expect_neq(access("file.new", F_OK), 0);
}
