/* The texts of documents in a loaded archive. */
#include "archive_fixture.h"
#include "load/load.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-load-XXXXXX";
static const char *const data = "data";

static const char record[] =
    "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"text_file\": \"minutes.txt\","
    " \"sha256\": \"5d6d0f6a8b9b3a7a9a2c2a2fd7e8ad77a60b4f7f2b2e6c2d4ea4fd1d1d9d8f9e\","
    " \"sources\": [{\"document\": \"d\"}]},"
    " {\"id\": \"without\", \"title\": \"W\", \"sources\": [{\"document\": \"d\"}]}]}";

static void write_file(const char *path, const char *content, time_t modified)
{
    const struct timespec times[2] = {{.tv_sec = modified}, {.tv_sec = modified}};
    FILE *out = fopen(path, "w");
    cr_assert(out && fputs(content, out) >= 0 && fclose(out) == 0, "%s", path);
    cr_assert_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Writes a data file with two documents, the first of which has the text, and its text. */
static void write_data(const char *content)
{
    char digest[SHA256_TEXT_BYTES], copy[sizeof record];
    sha256_text(content, strlen(content), digest);
    memcpy(copy, record, sizeof copy);
    memcpy(strstr(copy, "5d6d"), digest, strlen(digest));
    write_file("data/record.json", copy, 1000000000);
    write_file("data/minutes.txt", content, 1200000000);
}

static void set_up(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("data", 0700), 0);
}

static void tear_down(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(check_texts, .init = set_up, .fini = tear_down);

static const struct document_text *text_named(const struct archive *archive, const char *id)
{
    const struct collection *documents = archive_collection(archive, "documents", 9);
    const struct record *document = archive_find(archive, documents, id, strlen(id));
    cr_assert(document);
    return archive_text(archive, document);
}

Test(check_texts, an_archive_has_the_text_that_the_document_names)
{
    static const char *const ways[] = {"data", "data/", "./data", "data/record.json"};
    write_data("One\nTwo\nThree");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct archive *archive = load_path(ways[i]);
        const struct document_text *text = text_named(archive, "d");
        cr_assert(text, "%s", ways[i]);
        cr_expect_str_eq(text->bytes, "One\nTwo\nThree");
        cr_expect_eq(text->length, 13);
        cr_expect_eq(text->lines, 3);
        cr_expect_null(text_named(archive, "without"));
        archive_destroy(archive);
    }
    cr_assert_eq(chdir("data"), 0);
    struct archive *archive = load_path("record.json");
    cr_expect(text_named(archive, "d"));
    archive_destroy(archive);
}

Test(check_texts, the_record_was_modified_when_its_text_was)
{
    write_data("One\n");
    struct archive *archive = load_path(data);
    cr_expect_eq(archive_version(archive).modified, 1200000000);
    archive_destroy(archive);
}

Test(check_texts, the_memory_of_an_archive_includes_its_texts)
{
    enum {
        BYTES = 1024 * 1024
    };
    char *content = malloc(BYTES + 1);
    cr_assert(content);
    memset(content, 'a', BYTES);
    content[BYTES] = '\0';
    write_data("One\n");
    struct archive *small = load_path(data);
    write_data(content);
    struct archive *large = load_path(data);
    cr_expect_geq(archive_bytes(large), archive_bytes(small) + BYTES);
    archive_destroy(large);
    archive_destroy(small);
    free(content);
}

/* Data from a URL are in memory, too. */
Test(check_texts, data_in_memory_are_loaded_without_their_texts_and_with_a_warning)
{
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    write_data("One\n");
    cr_assert_eq(chdir("data"), 0);
    cr_expect_eq(load_archive_text("https://a.example/record.json", record, sizeof record - 1,
                                   &faults, &archive),
                 LOAD_SUCCEEDED);
    cr_expect_null(text_named(archive, "d"));
    cr_assert_eq(faults.warnings.count, 1);
    cr_expect_str_eq(faults.warnings.listed[0].pointer, "/documents/0/text_file");
    cr_expect(strstr(faults.warnings.listed[0].message, "not from a file"));
    archive_destroy(archive);
    faults_finish(&faults);
}

/* Loads the data and a folder of texts. Returns NULL if the data have faults. */
static struct archive *load_with_texts(const char *texts, struct faults *faults)
{
    const struct load_source sources[] = {{.name = texts, .is_texts = true}, {.name = data}};
    struct progress progress = {.step = NULL};
    struct archive *archive = NULL;
    faults_init(faults);
    load_archive(sources, 2, &progress, faults, &archive);
    return archive;
}

/* Writes a data file whose document states the digest and the number of lines of a text, but names
 * no file. */
static void write_data_without_text(const char *content, unsigned lines)
{
    char digest[SHA256_TEXT_BYTES], json[400];
    sha256_text(content, strlen(content), digest);
    snprintf(json, sizeof json,
             "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sha256\": \"%s\", \"lines\": %u,"
             " \"sources\": [{\"document\": \"d\"}]}]}",
             digest, lines);
    write_file("data/record.json", json, 1000000000);
}

Test(check_texts, a_folder_of_texts_gives_a_document_the_text_with_its_digest)
{
    struct faults faults;
    write_data_without_text("One\nTwo\n ", 2);
    cr_assert_eq(mkdir("texts", 0700) | mkdir("texts/2031", 0700), 0);
    write_file("texts/other.txt", "Another text", 1000000000);
    write_file("texts/image.bin", "\xff\xfe", 1000000000);
    write_file("texts/2031/minutes", "One\nTwo\n ", 1000000000);
    struct archive *archive = load_with_texts("texts", &faults);
    cr_assert(archive);
    const struct document_text *text = text_named(archive, "d");
    cr_assert(text);
    cr_expect_str_eq(text->bytes, "One\nTwo\n ");
    cr_expect_eq(text->lines, 2);
    archive_destroy(archive);
    faults_finish(&faults);
}

Test(check_texts, a_folder_without_the_text_leaves_the_document_without_one)
{
    struct faults faults;
    write_data_without_text("One\n", 1);
    cr_assert_eq(mkdir("texts", 0700), 0);
    write_file("texts/.hidden", "One\n", 1000000000);
    cr_assert_eq(symlink("../data/record.json", "texts/link"), 0);
    struct archive *archive = load_with_texts("texts", &faults);
    cr_assert(archive);
    cr_expect_null(text_named(archive, "d"));
    archive_destroy(archive);
    faults_finish(&faults);
}

Test(check_texts, a_text_of_a_folder_with_another_number_of_lines_is_a_fault)
{
    struct faults faults;
    write_data_without_text("One\nTwo\n", 3);
    cr_assert_eq(mkdir("texts", 0700), 0);
    write_file("texts/minutes.txt", "One\nTwo\n", 1000000000);
    cr_expect_null(load_with_texts("texts", &faults));
    cr_assert_eq(faults.errors.count, 1);
    cr_expect_str_eq(faults.errors.listed[0].message, "the text has 2 lines, not 3");
    faults_finish(&faults);
}

Test(check_texts, a_folder_of_texts_that_cannot_be_opened_is_a_fault)
{
    struct faults faults;
    write_data_without_text("One\n", 1);
    cr_expect_null(load_with_texts("missing", &faults));
    cr_assert_eq(faults.errors.count, 1);
    cr_expect_str_eq(faults.errors.listed[0].file, "missing");
    faults_finish(&faults);
}
