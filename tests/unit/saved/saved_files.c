/* The copies from which a server starts if its files are faulty. */
#include "saved/saved_files.h"
#include "archive_fixture.h"
#include "caught_errors.h"
#include "failing_calls.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
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

static void expect_list(const char *const *lines)
{
    char text[4096] = "";
    FILE *list = fopen("state/files", "r");
    cr_assert(list);
    (void)fread(text, 1, sizeof text - 1, list);
    fclose(list);
    for (; *lines; lines++)
        cr_expect(strstr(text, *lines), "%s is not in\n%s", *lines, text);
}

static void set_time(const char *path, time_t time)
{
    const struct timespec times[2] = {{.tv_sec = time}, {.tv_sec = time}};
    cr_assert_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Returns the line of a file in the list, which the next call overwrites. */
static const char *line_of(const char *key, const char *text, const char *rest)
{
    static char line[400];
    char digest[SHA256_TEXT_BYTES];
    sha256_text(text, strlen(text), digest);
    snprintf(line, sizeof line, "\n%s: %s %s\n", key, digest, rest);
    return line;
}

Test(saved_files, list_has_each_source_with_its_time_format_and_digest)
{
    static const char table[] = "Who,City\nAnn Example,Oslo\n", map[] = "Who,name\n",
                      remote[] = "{\"people\": []}";
    const struct load_source all[] = {
        {.name = "map.csv", .is_map = true},
        {.name = "people.csv", .format = import_format_named("csv")},
        {.name = "https://example.org/a.json", .text = remote, .length = strlen(remote)}};
    write_file("people.csv", table);
    write_file("map.csv", map);
    set_time("people.csv", 1000);
    set_time("map.csv", 2000);
    struct archive *archive = load(all, 3);
    cr_assert(saved_files_write("state", all, 3, archive));
    expect_list((const char *const[]){
        "rapporteur files 1\nsources: ", line_of("map", map, "2000 -- map.csv"), NULL});
    expect_list((const char *const[]){line_of("file", table, "1000 -f people.csv"),
                                      "\nurl: https://example.org/a.json\nend: of the list\n",
                                      "\ncount: 1 people\n", NULL});
    cr_expect_eq(count_files(), 3);
    struct saved_files saved;
    cr_assert(saved_files_load("state", all, 3, &saved));
    struct archive *again = load(saved.sources, saved.count);
    cr_expect_str_eq(archive_version(again).sha256, archive_version(archive).sha256);
    cr_expect_eq(saved.modified, archive_version(archive).modified);
    archive_destroy(again);
    archive_destroy(archive);
    saved_files_finish(&saved);
}

static const char said_changed[] =
    "rapporteur: not copying the data into the folder of --state: they have changed since they "
    "were loaded\n";

Test(saved_files, a_file_that_is_gone_or_has_a_line_feed_in_its_name_is_not_copied)
{
    const struct load_source fed[] = {{.name = "a"}, {.name = "b/minutes\n.md"}};
    struct archive *archive = load_and_save();
    caught_errors_begin();
    cr_assert_eq(unlink("a/record.json"), 0);
    cr_expect_not(save(archive));
    cr_expect_str_eq(caught_errors(), said_changed);
    write_data();
    cr_assert_eq(rename("b/minutes.md", "b/minutes\n.md"), 0);
    cr_expect_not(save(archive));
    caught_errors();
    struct archive *other = load(fed, 2);
    cr_expect_not(saved_files_write("state", fed, 2, other));
    cr_expect_str_eq(caught_errors(), "rapporteur: warning: cannot copy b/minutes\n.md into the "
                                      "folder of --state\n");
    cr_expect(is_loadable(sources), "the older copies are valid");
    archive_destroy(other);
    archive_destroy(archive);
}

/* Expects nothing to be written, and the older copies to be valid. */
static void expect_kept(const struct archive *archive, const char *said)
{
    const size_t before = count_files();
    caught_errors();
    cr_expect_not(save(archive));
    const char *found = caught_errors();
    cr_expect(strstr(found, said), "%s is not in %s", said, found);
    cr_expect_eq(count_files(), before);
    cr_expect(is_loadable(sources));
}

Test(saved_files, older_copies_stay_if_the_new_ones_cannot_be_written)
{
    const struct rlimit limit = {.rlim_cur = 10, .rlim_max = 10};
    caught_errors_begin();
    archive_destroy(load_and_save());
    write_file("b/minutes.md", MINUTES("Ebb"));
    struct archive *changed = load(sources, 2);
    failing_call_set(CALL_RENAME, 0, EACCES);
    expect_kept(changed, ".file.new: Permission denied\n");
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    expect_kept(changed, ".file.new: File too large\n");
    archive_destroy(changed);
}

Test(saved_files, a_list_that_cannot_be_replaced_keeps_the_older_files)
{
    archive_destroy(load_and_save());
    write_file("b/minutes.md", MINUTES("Ebb"));
    struct archive *changed = load(sources, 2);
    caught_errors_begin();
    failing_call_set(CALL_RENAME, 1, EACCES);
    cr_expect_not(save(changed));
    cr_expect_str_eq(caught_errors(),
                     "rapporteur: warning: cannot write state/files.new: Permission denied\n");
    cr_expect(is_loadable(sources));
    archive_destroy(changed);
}

Test(saved_files, a_missing_folder_is_an_error)
{
    struct archive *archive = load(sources, 2);
    cr_assert_eq(rmdir("state"), 0);
    caught_errors_begin();
    cr_expect_not(save(archive));
    cr_expect(strstr(caught_errors(), "rapporteur: warning: cannot write state/"));
    archive_destroy(archive);
}

/* A folder, and a file of another size, are at the place of the copy of a file that has as many
 * bytes as the folder. */
Test(saved_files, only_a_file_of_its_size_counts_as_a_copy)
{
    char text[8192], path[200], digest[SHA256_TEXT_BYTES];
    struct stat status;
    cr_assert_eq(stat("state", &status), 0);
    cr_assert_lt(status.st_size, (off_t)sizeof text);
    cr_assert_geq(status.st_size, 2);
    memset(text, ' ', (size_t)status.st_size);
    memcpy(text, "{}", 2);
    text[status.st_size] = '\0';
    write_file("a/spaces.json", text);
    sha256_text(text, strlen(text), digest);
    snprintf(path, sizeof path, "state/%s.file", digest);
    struct archive *archive = load(sources, 2);
    caught_errors_begin();
    cr_assert_eq(mkdir(path, 0755), 0);
    cr_expect_not(save(archive));
    cr_assert_eq(rmdir(path), 0);
    write_file(path, "{");
    cr_expect(save(archive));
    cr_expect(is_loadable(sources));
    cr_assert_eq(stat(path, &status), 0);
    cr_expect_eq(status.st_mode & 0777, 0600);
    archive_destroy(archive);
}

Test(saved_files, files_of_others_stay)
{
    static const char *const others[] = {
        "state/notes.file",
        "state/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.filE",
        "state/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0.file",
        "state/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde.file"};
    static const char older[] =
        "state/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.file";
    struct stat status;
    for (size_t i = 0; i < 4; i++)
        write_file(others[i], "");
    write_file(older, "");
    archive_destroy(load_and_save());
    for (size_t i = 0; i < 4; i++)
        cr_expect_eq(stat(others[i], &status), 0, "%s", others[i]);
    cr_expect_neq(stat(older, &status), 0);
}

Test(saved_files, a_lack_of_memory_keeps_the_older_copies)
{
    bool failed = true;
    size_t tries = 0;
    struct archive *archive = load_and_save();
    caught_errors_begin();
    for (; failed && tries < 1000; tries++) {
        failing_memory_begin(tries);
        const bool saved = save(archive);
        failed = failing_memory_end();
        cr_expect(saved || failed, "%zu: %s", tries, caught_errors());
        cr_expect(is_loadable(sources), "%zu", tries);
    }
    cr_expect(tries > 1 && !failed);
    archive_destroy(archive);
}
