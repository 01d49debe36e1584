#include "record_files.h"

#include "archive.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-test-XXXXXX";

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

TestSuite(record_files, .init = start, .fini = stop);

static void write_file(const char *path, const char *text)
{
    FILE *out = fopen(path, "w");
    cr_assert(out);
    fputs(text, out);
    fclose(out);
}

Test(record_files, a_folder_is_its_json_files_in_the_order_of_their_names)
{
    struct record_files files;
    struct faults faults;
    faults_init(&faults);
    record_files_init(&files);
    write_file("b.json", "2");
    write_file("a.json", "1");
    write_file("B.json", "0");
    write_file(".hidden.json", "no");
    write_file("notes.txt", "no");
    write_file("json", "no");
    record_files_find(&files, ".", &faults);
    record_files_find(&files, "./", &faults);
    cr_assert_eq(faults.count, 0);
    cr_assert_eq(files.count, 6);
    cr_expect_str_eq(files.at[0].name, "./B.json");
    cr_expect_str_eq(files.at[1].name, "./a.json");
    cr_expect_str_eq(files.at[2].name, "./b.json");
    cr_expect_str_eq(files.at[5].name, "./b.json");
    cr_expect_eq(files.bytes, 6);
    record_files_finish(&files);
    faults_finish(&faults);
}

Test(record_files, what_cannot_be_read_is_said_with_the_reason)
{
    static const struct {
        const char *path, *reason;
    } cases[] = {{"missing.json", "No such file"},
                 {"empty", "no *.json file"},
                 {"pipe", "neither a file nor a folder"},
                 {"large.json", "larger than 256 MiB"},
                 {"file.json/inner.json", "Not a directory"}};
    cr_assert_eq(mkdir("empty", 0700), 0);
    cr_assert_eq(mkfifo("pipe", 0600), 0);
    write_file("file.json", "{}");
    write_file("large.json", "{}");
    cr_assert_eq(truncate("large.json", RECORD_FILE_BYTES_MAX + 1L), 0);
    FILE *held = fopen("pipe", "r+"); /* so that opening it to read does not wait */
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct faults faults;
        struct archive *archive = NULL;
        faults_init(&faults);
        cr_expect_eq(archive_load(&cases[i].path, 1, &faults, &archive), ARCHIVE_UNREADABLE);
        cr_assert_eq(faults.count, 1, "%s", cases[i].path);
        cr_expect(strstr(faults.listed[0].message, cases[i].reason), "%s: %s", cases[i].path,
                  faults.listed[0].message);
        faults_finish(&faults);
    }
    fclose(held);
}

Test(record_files, files_refer_to_each_other)
{
    static const char *const paths[] = {"a.json", "b.json"};
    struct faults faults;
    struct archive *archive = NULL;
    faults_init(&faults);
    write_file("a.json", "{\"topics\": [{\"id\": \"wind\", \"label\": \"Wind\", \"broader\": "
                         "\"air\", \"sources\": [{\"document\": \"d\"}]}]}");
    write_file("b.json", "{\"topics\": [{\"id\": \"air\", \"label\": \"Air\", \"sources\": "
                         "[{\"document\": \"d\"}]}], \"documents\": [{\"id\": \"d\", \"title\": "
                         "\"D\", \"sources\": [{\"document\": \"d\"}]}]}");
    cr_expect_eq(archive_load(paths, 2, &faults, &archive), ARCHIVE_LOADED);
    cr_expect_eq(archive_origin(archive).files, 2);
    archive_destroy(archive);
    archive = NULL;
    cr_expect_eq(archive_load(paths, 1, &faults, &archive), ARCHIVE_FAULTY);
    cr_expect_eq(faults.count, 2, "alone, two references lead nowhere");
    faults_finish(&faults);
}

Test(record_files, references_into_a_file_that_is_missing_are_not_held_against_the_others)
{
    static const char *const paths[] = {"a.json", "missing.json"};
    struct faults faults;
    struct archive *archive = NULL;
    faults_init(&faults);
    write_file("a.json", "{\"topics\": [{\"id\": \"wind\", \"label\": \"Wind\", \"sources\": "
                         "[{\"document\": \"elsewhere\"}]}]}");
    cr_expect_eq(archive_load(paths, 2, &faults, &archive), ARCHIVE_UNREADABLE);
    cr_expect_eq(faults.count, 1);
    faults_finish(&faults);
}
