#include "load/load.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-load-XXXXXX";

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

TestSuite(load, .init = start, .fini = stop);

static const char document[] = "{\"documents\": [{\"id\": \"%s\", \"title\": \"D\","
                               " \"sources\": [{\"document\": \"%s\"}]}]}";

/* Writes a data file with one document, last changed at `modified`. */
static void write_document(const char *path, const char *id, time_t modified)
{
    const struct timespec times[2] = {{.tv_sec = modified}, {.tv_sec = modified}};
    FILE *out = fopen(path, "w");
    cr_assert(out);
    fprintf(out, document, id, id);
    fclose(out);
    cr_assert_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

static struct archive_version version_of(const char *const *paths, size_t count)
{
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    cr_assert_eq(load_archive_files(paths, count, &faults, &archive), LOAD_SUCCEEDED);
    const struct archive_version version = archive_version(archive);
    archive_destroy(archive);
    faults_finish(&faults);
    return version;
}

Test(load, an_archive_was_modified_at_the_latest_change_of_its_files)
{
    static const char *const orders[][3] = {{"a.json", "b.json", "c.json"},
                                            {"b.json", "c.json", "a.json"},
                                            {"c.json", "a.json", "b.json"}};
    write_document("a.json", "a", 1000000000);
    write_document("b.json", "b", 1200000000);
    write_document("c.json", "c", 1100000000);
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        cr_expect_eq(version_of(orders[i], 3).modified, 1200000000, "order %zu", i);
}

Test(load, the_version_of_an_archive_is_the_sha_256_of_its_files_in_order)
{
    static const char *const paths[] = {"b.json", "a.json"};
    char digest[SHA256_TEXT_BYTES] = "";
    write_document("a.json", "a", 1000000000);
    write_document("b.json", "b", 1000000000);
    FILE *pipe = popen("cat b.json a.json | sha256sum", "r");
    cr_assert(pipe);
    cr_assert_eq(fread(digest, 1, SHA256_TEXT_BYTES - 1, pipe), SHA256_TEXT_BYTES - 1);
    pclose(pipe);
    const struct archive_version version = version_of(paths, 2);
    cr_expect_str_eq(version.sha256, digest);
    cr_expect_eq(version.files, 2);
    cr_expect_eq(version.bytes, 2 * strlen(document) + strlen("aabb") - 2 * strlen("%s%s"));
}

Test(load, a_text_in_memory_is_loaded_like_a_file)
{
    static const char text[] = "{\"topics\": [{\"id\": \"a\"}]}";
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    cr_expect_eq(load_archive_text("memory", text, sizeof text - 1, &faults, &archive),
                 LOAD_FAULTY);
    cr_expect_null(archive);
    cr_expect_eq(faults.errors.count, 1);
    cr_expect_str_eq(faults.errors.listed[0].file, "memory");
    cr_expect_str_eq(faults.errors.listed[0].pointer, "/topics/0");
    faults_finish(&faults);
}

Test(load, without_sources_the_built_in_record_is_loaded)
{
    const struct archive_version version = version_of(NULL, 0);
    cr_expect_eq(version.files, 1);
    cr_expect_gt(version.bytes, 0);
}
