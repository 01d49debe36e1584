/* The copies from which a server starts if its files are faulty. */
#include "saved/saved_files.h"
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MINUTES(name)                                                                       \
    "# " name " group, 3 February 2031\n\nPresent: Ann Example, Bob Sample\n\n## Tides\n\n" \
    "Ann Example: They rise.\n\nAction: Bob Sample to measure them.\n"

static char folder[] = "/tmp/rapporteur-saved-XXXXXX";
static const struct load_source sources[] = {{.name = "a"}, {.name = "b/minutes.md"}};

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0, "%s", path);
}

/* Writes a folder with a record, whose document has a text, and minutes of one name in two folders,
 * which have ids of their own only if the names of the folders are known. */
static void write_data(void)
{
    static const char text[] = "A line.\n", minutes[] = MINUTES("Tide");
    char digest[SHA256_TEXT_BYTES], record[300];
    sha256_text(text, strlen(text), digest);
    snprintf(record, sizeof record,
             "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"text_file\": \"texts/d.txt\", "
             "\"sha256\": \"%s\", \"sources\": [{\"document\": \"d\"}]}]}",
             digest);
    write_file("a/record.json", record);
    write_file("a/texts/d.txt", text);
    write_file("a/minutes.md", minutes);
    write_file("b/minutes.md", minutes);
}

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(
        mkdir("a", 0755) | mkdir("a/texts", 0755) | mkdir("b", 0755) | mkdir("state", 0755), 0);
    write_data();
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(saved_files, .init = start, .fini = stop);

static struct archive *load(const struct load_source *at, size_t count)
{
    struct progress progress = {.step = NULL};
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    const enum load_status status = load_archive(at, count, &progress, &faults, &archive);
    faults_write_errors(&faults, stderr);
    cr_assert_eq(status, LOAD_SUCCEEDED);
    faults_finish(&faults);
    return archive;
}

static bool save(const struct archive *archive)
{
    return saved_files_write("state", sources, 2, archive);
}

/* Loads the data, saves them, and returns them. */
static struct archive *load_and_save(void)
{
    struct archive *archive = load(sources, 2);
    cr_assert(save(archive));
    return archive;
}

static bool is_loadable(const struct load_source *given)
{
    struct saved_files saved;
    const bool loaded = saved_files_load("state", given, 2, &saved);
    saved_files_finish(&saved);
    return loaded;
}

static size_t count_files(void)
{
    size_t count = 0;
    DIR *state = opendir("state");
    cr_assert(state);
    for (const struct dirent *entry; (entry = readdir(state));)
        count += entry->d_name[0] != '.';
    closedir(state);
    return count;
}

static const struct collection *collection_of(const struct archive *archive, const char *name)
{
    const struct collection *found = archive_collection(archive, name, strlen(name));
    cr_assert(found, "%s", name);
    return found;
}

static void expect_same(const struct archive *one, const struct archive *other)
{
    const struct collection *documents = collection_of(one, "documents");
    const struct collection *others = collection_of(other, "documents");
    cr_expect_str_eq(archive_version(one).sha256, archive_version(other).sha256);
    cr_expect_eq(archive_version(one).files, archive_version(other).files);
    cr_assert_eq(documents->count, 3);
    cr_assert_eq(others->count, 3);
    for (size_t i = 0; i < documents->count; i++) {
        const struct document_text *text = archive_text(one, documents->records[i]);
        const struct document_text *same = archive_text(other, others->records[i]);
        cr_expect_str_eq(record_id(documents->records[i]), record_id(others->records[i]));
        cr_expect(text && same && strcmp(text->bytes, same->bytes) == 0, "%s",
                  record_id(documents->records[i]));
    }
}

Test(saved_files, have_all_records_ids_and_texts_after_the_files_are_gone)
{
    struct saved_files saved;
    struct archive *archive = load_and_save();
    cr_assert_eq(system("rm -r a b"), 0);
    cr_assert(saved_files_load("state", sources, 2, &saved));
    struct archive *again = load(saved.sources, saved.count);
    expect_same(archive, again);
    cr_expect_str_eq(saved.version, archive_version(archive).sha256);
    cr_expect_eq(record_counts_find(&saved.counts, "documents"), 3);
    archive_destroy(again);
    archive_destroy(archive);
    saved_files_finish(&saved);
}

Test(saved_files, of_other_sources_are_not_loaded)
{
    const struct load_source others[] = {{.name = "a"}, {.name = "c.json"}};
    archive_destroy(load_and_save());
    cr_expect(is_loadable(sources));
    cr_expect_not(is_loadable(others));
}

Test(saved_files, none_are_not_loaded_and_have_no_counts)
{
    struct saved_files saved;
    cr_expect_not(saved_files_read("state", &saved));
    cr_expect_eq(saved.counts.count, 0);
    saved_files_finish(&saved);
    cr_expect_not(is_loadable(sources));
}

Test(saved_files, that_are_damaged_are_not_loaded)
{
    archive_destroy(load_and_save());
    cr_assert_eq(system("for file in state/*.file; do printf x >>$file; done"), 0);
    cr_expect_not(is_loadable(sources));
}

Test(saved_files, list_that_was_cut_off_is_not_loaded)
{
    archive_destroy(load_and_save());
    cr_assert_eq(system("sed -i '$d' state/files"), 0);
    cr_expect_not(is_loadable(sources));
}

Test(saved_files, of_older_data_are_removed)
{
    archive_destroy(load_and_save());
    const size_t before = count_files();
    write_file("b/minutes.md", MINUTES("Ebb"));
    archive_destroy(load_and_save());
    cr_expect_eq(count_files(), before + 1, "equal files have one copy");
    write_data();
    archive_destroy(load_and_save());
    cr_expect_eq(count_files(), before);
}

Test(saved_files, keep_the_older_data_if_a_file_changed_after_the_load)
{
    struct saved_files saved;
    struct archive *archive = load_and_save();
    struct archive *changed;
    write_file("b/minutes.md", MINUTES("Ebb"));
    changed = load(sources, 2);
    write_file("b/minutes.md", MINUTES("Flow"));
    cr_expect_not(save(changed));
    cr_assert(saved_files_load("state", sources, 2, &saved));
    cr_expect_str_eq(saved.version, archive_version(archive).sha256);
    archive_destroy(changed);
    archive_destroy(archive);
    saved_files_finish(&saved);
}
