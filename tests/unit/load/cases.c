/* tests/cases: data files, and the faults that the loader reports. A new case is a new folder. */
#include "load/load.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Changes into a folder of tests/cases. */
static void enter_cases(const char *folder)
{
    char path[64];
    snprintf(path, sizeof path, "tests/cases/%s", folder);
    cr_assert_eq(chdir(source_path(path)), 0, "cannot enter %s", path);
}

static char *read_whole(const char *path)
{
    char *text = calloc(1, 65536);
    FILE *in = fopen(path, "rb");
    cr_assert(in && text, "cannot read %s", path);
    fread(text, 1, 65535, in);
    fclose(in);
    return text;
}

/* Returns the output of `check` for a path. */
static char *faults_of(const char *path, enum load_status *ret_status)
{
    char *text = NULL;
    size_t length;
    struct faults faults;
    struct archive *archive = NULL;
    FILE *out = open_memstream(&text, &length);
    faults_init(&faults);
    *ret_status = load_archive_files(&path, 1, &faults, &archive);
    faults_write(&faults, out);
    fclose(out);
    faults_finish(&faults);
    cr_expect_eq(archive != NULL, *ret_status == LOAD_SUCCEEDED);
    archive_destroy(archive);
    return text;
}

/* Checks a case, which is the file input.json or the folder input. */
static void check_case(const char *name, enum load_status expected_status)
{
    enum load_status status;
    struct stat file;
    cr_assert_eq(chdir(name), 0);
    char *const expected = read_whole("expected");
    char *const actual =
        faults_of(stat("input.json", &file) == 0 ? "input.json" : "input", &status);
    cr_expect_eq(status, expected_status, "%s: the status is %d", name, status);
    cr_expect_str_eq(actual, expected, "%s:\n--- expected\n%s--- actual\n%s", name, expected,
                     actual);
    cr_expect(*expected, "%s: the file expected is empty", name);
    free(expected);
    free(actual);
    cr_assert_eq(chdir(".."), 0);
}

/* Checks all cases in a folder of tests/cases. Returns their number. */
static size_t check_cases(const char *parent, enum load_status expected_status)
{
    size_t cases = 0;
    enter_cases(parent);
    DIR *folder = opendir(".");
    cr_assert(folder);
    for (const struct dirent *entry; (entry = readdir(folder));)
        if (entry->d_name[0] != '.') {
            check_case(entry->d_name, expected_status);
            cases++;
        }
    closedir(folder);
    return cases;
}

Test(cases, every_invalid_record_is_refused_with_exactly_its_faults)
{
    cr_expect_geq(check_cases("invalid", LOAD_FAULTY), 40);
}

Test(cases, every_doubtful_record_is_loaded_with_exactly_its_warnings)
{
    cr_expect_geq(check_cases("warnings", LOAD_SUCCEEDED), 2);
}

Test(cases, every_valid_record_is_loaded_without_faults)
{
    enter_cases("valid");
    DIR *folder = opendir(".");
    cr_assert(folder);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        enum load_status status;
        if (entry->d_name[0] == '.')
            continue;
        char *const actual = faults_of(entry->d_name, &status);
        cr_expect_eq(status, LOAD_SUCCEEDED, "%s is refused", entry->d_name);
        cr_expect_str_empty(actual, "%s: %s", entry->d_name, actual);
        free(actual);
    }
    closedir(folder);
}
