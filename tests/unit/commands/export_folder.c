/* The folder of an export appears whole or not at all, and an earlier one stays if it cannot. */
#define _GNU_SOURCE /* nftw */
#include "commands/export_folder.h"
#include "caught_errors.h"
#include "failing_calls.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    TRIES_MAX = 20,
    FILE_BYTES_MAX = 8192
};

static char around[] = "/tmp/rapporteur-export-XXXXXX";
static struct export_folder folder;

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void)status, (void)kind, (void)where;
    return remove(path);
}

static void start(void)
{
    cr_assert(mkdtemp(around));
    cr_assert_eq(chdir(around), 0);
    caught_errors_begin();
}

static void stop(void)
{
    cr_expect_eq(nftw(around, remove_entry, 16, FTW_DEPTH | FTW_PHYS), 0);
}

TestSuite(export_folder, .init = start, .fini = stop);

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0, "%s", path);
}

static size_t count_entries(const char *path)
{
    size_t count = 0;
    DIR *directory = opendir(path);
    cr_assert(directory, "%s", path);
    for (const struct dirent *entry; (entry = readdir(directory));)
        count += entry->d_name[0] != '.';
    closedir(directory);
    return count;
}

static bool is_there(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

/* Writes an earlier export, or else an empty folder. */
static void make_site(bool exported)
{
    cr_assert_eq(mkdir("site", 0755), 0);
    if (exported)
        write_file("site/" EXPORT_HEADERS_FILE, EXPORT_MARK " 1\n");
}

static bool export_file(const char *path)
{
    FILE *file = export_folder_open(&folder, path);
    return file && fputs("text", file) >= 0 && export_folder_close(&folder, file, path, 1000);
}

/* Exports one file. */
static bool export_site(const char *place)
{
    const bool done = export_folder_init(&folder, place) && export_file("a/b/c.json") &&
                      export_folder_publish(&folder);
    export_folder_finish(&folder);
    return done;
}

/* Expects an export to fail, to leave nothing behind, and to say why. */
static void expect_refusal(const char *place, const char *said)
{
    const size_t before = count_entries(".");
    caught_errors();
    cr_expect_not(export_site(place));
    cr_expect_str_eq(caught_errors(), said);
    cr_expect_eq(count_entries("."), before, "%s", said);
}

Test(export_folder, has_the_files_with_their_times)
{
    struct stat status;
    cr_expect(export_site("site"));
    cr_assert_eq(stat("site/a/b/c.json", &status), 0);
    cr_expect_eq(status.st_size, 4);
    cr_expect_eq(status.st_mtim.tv_sec, 1000);
    cr_expect_eq(count_entries("."), 1);
    cr_expect_str_eq(caught_errors(), "");
}

Test(export_folder, a_file_without_a_time_has_that_of_its_writing)
{
    struct stat status;
    cr_assert(export_folder_init(&folder, "site"));
    FILE *file = export_folder_open(&folder, "now");
    cr_assert(file && export_folder_close(&folder, file, "now", -1));
    file = export_folder_open(&folder, "epoch");
    cr_assert(file && export_folder_close(&folder, file, "epoch", 0));
    cr_assert_eq(fstatat(folder.descriptor, "now", &status, 0), 0);
    cr_expect_gt(status.st_mtim.tv_sec, 1000000000);
    cr_assert_eq(fstatat(folder.descriptor, "epoch", &status, 0), 0);
    cr_expect_eq(status.st_mtim.tv_sec, 0);
    cr_expect(export_folder_has(&folder, "now"));
    cr_expect_not(export_folder_has(&folder, "later"));
    export_folder_finish(&folder);
    cr_expect_eq(count_entries("."), 0);
}

Test(export_folder, an_empty_folder_and_an_earlier_export_are_replaced)
{
    make_site(false);
    cr_expect(export_site("site"));
    cr_expect_eq(count_entries("site"), 1);
    write_file("site/" EXPORT_HEADERS_FILE, EXPORT_MARK);
    cr_expect(export_site("site/"));
    cr_expect_eq(count_entries("site"), 1);
    cr_expect_not(is_there("site/" EXPORT_HEADERS_FILE));
    cr_expect_eq(count_entries("."), 1);
}

static const char other_files[] =
    "rapporteur: cannot replace %s/site: it contains files that are not an earlier export; name an "
    "empty or a new folder\n";

Test(export_folder, only_a_folder_whose_first_line_is_of_an_export_is_replaced)
{
    char said[300];
    snprintf(said, sizeof said, other_files, around);
    make_site(false);
    write_file("site/" EXPORT_HEADERS_FILE, "# Written by rapporteur expor");
    expect_refusal("site", said);
    write_file("site/" EXPORT_HEADERS_FILE, "# Written by rapporteur exporT 1\n");
    expect_refusal("site", said);
    cr_assert_eq(unlink("site/" EXPORT_HEADERS_FILE) | mkdir("site/" EXPORT_HEADERS_FILE, 0755), 0);
    expect_refusal("site", said);
    cr_assert_eq(rmdir("site/" EXPORT_HEADERS_FILE), 0);
    write_file("site/.hidden", "");
    expect_refusal("site", said);
    cr_assert_eq(unlink("site/.hidden"), 0);
    cr_expect(export_site("site"));
}

Test(export_folder, a_file_or_a_missing_folder_at_its_place_is_named)
{
    char said[300];
    write_file("site", "");
    snprintf(said, sizeof said, "rapporteur: cannot replace %s/site: Not a directory\n", around);
    expect_refusal("site", said);
    expect_refusal("none/site", "rapporteur: cannot write none/site: No such file or directory\n");
    expect_refusal("site/below", "rapporteur: cannot replace site/below: Not a directory\n");
}

/* As on a file system that cannot exchange names. */
static void cannot_exchange(int error)
{
    failing_call_set(CALL_RENAMEAT2, 0, error);
}

Test(export_folder, is_moved_in_two_steps_if_it_cannot_be_exchanged)
{
    static const int errors[] = {EINVAL, ENOSYS};
    make_site(true);
    for (size_t i = 0; i < 2; i++) {
        cannot_exchange(errors[i]);
        cr_expect(export_site("site"));
        cr_expect(is_there("site/a/b/c.json"));
        cr_expect_not(is_there("site/" EXPORT_HEADERS_FILE));
        cr_expect_eq(count_entries("."), 1);
        cr_expect_str_eq(caught_errors(), "");
        write_file("site/" EXPORT_HEADERS_FILE, EXPORT_MARK);
    }
}

Test(export_folder, an_earlier_export_stays_whichever_step_fails)
{
    char said[300];
    snprintf(said, sizeof said, "rapporteur: cannot replace %s/site: Permission denied\n", around);
    make_site(true);
    cannot_exchange(EACCES);
    expect_refusal("site", said);
    for (int step = 0; step < 2; step++) {
        cannot_exchange(EINVAL);
        failing_call_set(CALL_RENAME, step, EACCES);
        expect_refusal("site", said);
        cr_expect(is_there("site/" EXPORT_HEADERS_FILE));
    }
    cr_expect(export_site("site"));
}

Test(export_folder, an_earlier_export_that_cannot_be_removed_is_reported_and_kept)
{
    char said[300];
    snprintf(said, sizeof said, "rapporteur: cannot replace %s/site: Permission denied\n", around);
    make_site(true);
    cannot_exchange(EINVAL);
    failing_call_set(CALL_RENAME, 2, EACCES);
    cr_expect_not(export_site("site"));
    cr_expect_str_eq(caught_errors(), said);
    cr_expect(is_there("site/a/b/c.json"));
    cr_expect_eq(count_entries("."), 2);
}

Test(export_folder, a_new_folder_that_cannot_be_moved_is_removed)
{
    failing_call_set(CALL_RENAME, 0, EACCES);
    expect_refusal("site", "rapporteur: cannot replace site: Permission denied\n");
}

Test(export_folder, a_folder_whose_permissions_cannot_be_set_is_removed)
{
    char said[300];
    failing_call_set(CALL_FCHMOD, 0, EPERM);
    cr_expect_not(export_folder_init(&folder, "site"));
    snprintf(said, sizeof said, "rapporteur: cannot write %s: Operation not permitted\n",
             folder.beside);
    cr_expect_str_eq(caught_errors(), said);
    export_folder_finish(&folder);
    cr_expect_eq(count_entries("."), 0);
}

Test(export_folder, its_permissions_are_those_of_the_umask)
{
    static const mode_t masks[] = {0, 027, 0777 & ~0700};
    char name[20];
    for (size_t i = 0; i < 3; i++) {
        struct stat status;
        umask(masks[i]);
        snprintf(name, sizeof name, "site%zu", i);
        cr_assert(export_folder_init(&folder, name) && export_folder_publish(&folder));
        export_folder_finish(&folder);
        cr_assert_eq(stat(name, &status), 0);
        cr_expect_eq(status.st_mode & 0777, 0777 & ~masks[i]);
        cr_expect_eq(umask(022), masks[i]);
    }
}

Test(export_folder, a_file_that_cannot_be_made_is_named)
{
    char said[300];
    cr_assert(export_folder_init(&folder, "site"));
    cr_expect(export_file("a"));
    cr_expect_null(export_folder_open(&folder, "a"));
    cr_expect_str_eq(caught_errors(), "rapporteur: cannot write site/a: File exists\n");
    cr_expect_null(export_folder_open(&folder, "a/b"));
    cr_expect_str_eq(caught_errors(), "rapporteur: cannot write site/a/b: Not a directory\n");
    cr_expect(export_file("b/c/d"));
    cr_expect_null(export_folder_open(&folder, "b/c/d/e/f"));
    snprintf(said, sizeof said, "rapporteur: cannot write site/b/c/d/e/f: Not a directory\n");
    cr_expect_str_eq(caught_errors(), said);
    export_folder_finish(&folder);
}

Test(export_folder, a_file_for_which_the_disk_has_no_room_is_named)
{
    static char text[FILE_BYTES_MAX + 1];
    const struct rlimit limit = {.rlim_cur = FILE_BYTES_MAX, .rlim_max = FILE_BYTES_MAX};
    cr_assert(export_folder_init(&folder, "site"));
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    FILE *file = export_folder_open(&folder, "whole");
    cr_assert(file);
    cr_expect_eq(fwrite(text, 1, FILE_BYTES_MAX, file), FILE_BYTES_MAX);
    cr_expect(export_folder_close(&folder, file, "whole", 1));
    file = export_folder_open(&folder, "cut");
    cr_assert(file);
    (void)fwrite(text, 1, sizeof text, file);
    cr_expect_not(export_folder_close(&folder, file, "cut", 1));
    cr_expect_str_eq(caught_errors(), "rapporteur: cannot write site/cut: File too large\n");
    file = export_folder_open(&folder, "later");
    cr_assert(file);
    (void)fwrite(text, 1, sizeof text, file);
    (void)fflush(file);
    cr_expect_not(export_folder_close(&folder, file, "later", -1),
                  "an error before the last write");
    export_folder_finish(&folder);
}

Test(export_folder, a_file_whose_time_cannot_be_set_or_that_is_closed_already_is_an_error)
{
    cr_assert(export_folder_init(&folder, "site"));
    FILE *file = export_folder_open(&folder, "a");
    cr_assert(file);
    close(fileno(file));
    cr_expect_not(export_folder_close(&folder, file, "a", -1));
    cr_expect_str_eq(caught_errors(), "rapporteur: cannot write site/a: Bad file descriptor\n");
    export_folder_finish(&folder);
}

Test(export_folder, a_lack_of_memory_leaves_nothing_behind)
{
    bool failed = true;
    size_t tries = 0;
    for (; failed && tries < TRIES_MAX; tries++) {
        failing_memory_begin(tries);
        const bool made = export_folder_init(&folder, "site");
        failed = failing_memory_end();
        cr_expect_eq(made, !failed);
        cr_expect_str_eq(caught_errors(),
                         failed ? "rapporteur: cannot write site: Cannot allocate memory\n" : "");
        export_folder_finish(&folder);
        cr_expect_eq(count_entries("."), 0);
    }
    cr_expect(tries > 1 && !failed);
}
