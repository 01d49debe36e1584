#include "files/record_files.h"

#include "load/load.h"

#include <criterion/criterion.h>
#include <limits.h>
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

Test(record_files, json_files_of_a_folder_are_found_in_the_order_of_their_names)
{
    struct record_files files;
    struct faults faults;
    faults_init(&faults);
    record_files_init(&files);
    write_file("b.json", "2");
    write_file("a.json", "1");
    write_file("B.json", "0");
    write_file(".hidden.json", "no");
    write_file("schema.json", "no");
    write_file("notes.log", "no");
    write_file("json", "no");
    record_files_find(&files, ".", NULL, &faults);
    record_files_find(&files, "./", NULL, &faults);
    cr_assert_eq(faults.errors.count, 0);
    cr_assert_eq(files.count, 6);
    cr_expect_str_eq(files.at[0].name, "./B.json");
    cr_expect_str_eq(files.at[1].name, "./a.json");
    cr_expect_str_eq(files.at[2].name, "./b.json");
    cr_expect_str_eq(files.at[5].name, "./b.json");
    cr_expect_eq(files.bytes, 6);
    record_files_finish(&files);
    faults_finish(&faults);
}

Test(record_files, an_unreadable_file_is_reported_with_the_reason)
{
    static const struct {
        const char *path, *reason;
    } cases[] = {{"missing.json", "No such file"},
                 {"empty", "no file that can be read"},
                 {"pipe", "neither a file nor a folder"},
                 {"large.json", "larger than 256 MiB"},
                 {"/proc/self/stat", "the file changed during reading"}, /* its size is always 0 */
                 {"file.json/inner.json", "Not a directory"}};
    cr_assert_eq(mkdir("empty", 0700), 0);
    cr_assert_eq(mkfifo("pipe", 0600), 0);
    write_file("file.json", "{}");
    write_file("large.json", "{}");
    cr_assert_eq(truncate("large.json", (256L << 20) + 1), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct faults faults;
        struct archive *archive = NULL;
        faults_init(&faults);
        cr_expect_eq(load_archive_files(&cases[i].path, 1, &faults, &archive), LOAD_UNREADABLE);
        cr_assert_eq(faults.errors.count, 1, "%s", cases[i].path);
        cr_expect(strstr(faults.errors.listed[0].message, cases[i].reason), "%s: %s", cases[i].path,
                  faults.errors.listed[0].message);
        faults_finish(&faults);
    }
}

Test(record_files, a_file_of_256_mebibytes_is_read)
{
    const char *path = "largest.json";
    struct faults faults;
    struct archive *archive = NULL;
    faults_init(&faults);
    write_file(path, "{}");
    cr_assert_eq(truncate(path, 256L << 20), 0);
    cr_expect_eq(load_archive_files(&path, 1, &faults, &archive), LOAD_FAULTY);
    cr_assert_eq(faults.errors.count, 1);
    cr_expect_not(strstr(faults.errors.listed[0].message, "larger"), "%s",
                  faults.errors.listed[0].message);
    faults_finish(&faults);
}

Test(record_files, a_folder_in_a_folder_is_named_only_if_it_can_be_read)
{
    const char *path = "outer";
    struct faults faults;
    struct archive *archive = NULL;
    faults_init(&faults);
    cr_assert_eq(chmod(".", 0755) | mkdir("outer", 0755) | mkdir("outer/closed", 0), 0);
    write_file("outer/a.json", "{}");
    cr_assert(geteuid() != 0 || seteuid(65534) == 0);
    cr_expect_eq(load_archive_files(&path, 1, &faults, &archive), LOAD_SUCCEEDED);
    for (size_t i = 0; i < faults.warnings.listed_count; i++)
        cr_expect_str_neq(faults.warnings.listed[i].file, "outer/closed");
    cr_assert(getuid() != 0 || seteuid(0) == 0);
    archive_destroy(archive);
    faults_finish(&faults);
}

/* Finds the only file, whose path has a length, in a folder whose path is made long by "/.". */
static void find_far_file(size_t length, struct record_files *files, struct faults *faults)
{
    char path[PATH_MAX] = "far";
    const size_t folder_length = length - strlen("/a.json");
    while (strlen(path) + 2 <= folder_length)
        strcat(path, "/.");
    if (strlen(path) < folder_length)
        strcat(path, "/");
    faults_init(faults);
    record_files_init(files);
    record_files_find(files, path, NULL, faults);
}

Test(record_files, a_path_has_up_to_4095_bytes)
{
    struct record_files files;
    struct faults faults;
    cr_assert_eq(mkdir("far", 0755), 0);
    write_file("far/a.json", "{}");
    find_far_file(PATH_MAX - 2, &files, &faults);
    cr_expect_eq(files.count, 1);
    record_files_finish(&files);
    faults_finish(&faults);
    find_far_file(PATH_MAX - 1, &files, &faults);
    cr_expect_eq(files.count, 1);
    cr_expect_eq(faults.errors.count, 0);
    record_files_finish(&files);
    faults_finish(&faults);
    find_far_file(PATH_MAX, &files, &faults);
    cr_expect_eq(files.count, 0);
    cr_assert_geq(faults.errors.count, 1);
    cr_expect_str_eq(faults.errors.listed[0].message, "cannot be read: File name too long");
    record_files_finish(&files);
    faults_finish(&faults);
}

/* Writes a file with as many faults as its number: in fields, values and references. */
static void write_faulty_file(int number)
{
    char path[32];
    snprintf(path, sizeof path, "%04d.json", number);
    FILE *out = fopen(path, "w");
    cr_assert(out);
    fprintf(out, "{\"topics\": [\n{\"id\": \"t%d\", \"label\": \"T\", \"broader\": \"none\"",
            number);
    for (int i = 2; i < number; i++)
        fprintf(out, ",\n\"lable%d\": 1", i);
    fputs(", \"sources\": [{\"document\": \"absent\"}]}]}\n", out);
    fclose(out);
}

Test(record_files, one_hundred_faults_of_many_files_are_listed_and_all_are_counted)
{
    enum {
        FILES = 400
    };
    static const char *const path = ".";
    struct faults faults;
    struct archive *archive = NULL;
    size_t expected = 1;
    for (int i = 1; i <= FILES; i++) {
        write_faulty_file(i);
        expected += (size_t)i;
    }
    faults_init(&faults);
    cr_expect_eq(load_archive_files(&path, 1, &faults, &archive), LOAD_FAULTY);
    cr_expect_eq(faults.errors.count, expected);
    cr_expect_eq(faults.errors.listed_count, FAULTS_LISTED);
    for (size_t i = 0; i < FAULTS_LISTED; i++)
        cr_expect_geq(strcmp("./0016.json", faults.errors.listed[i].file), 0,
                      "a fault of a later file is listed");
    cr_expect_str_eq(faults.errors.listed[0].file, "./0003.json");
    cr_expect_eq(faults.errors.listed[0].line, 3);
    faults_finish(&faults);
}

Test(record_files, each_file_that_is_not_json_is_reported)
{
    static const char *const path = ".";
    struct faults faults;
    struct archive *archive = NULL;
    for (int i = 0; i < 150; i++) {
        char name[32];
        snprintf(name, sizeof name, "%04d.json", i);
        write_file(name, i % 2 ? "{" : "");
    }
    faults_init(&faults);
    cr_expect_eq(load_archive_files(&path, 1, &faults, &archive), LOAD_FAULTY);
    cr_expect_eq(faults.errors.count, 150);
    for (size_t i = 0; i < FAULTS_LISTED; i++)
        cr_expect_eq((size_t)atoi(faults.errors.listed[i].file + 2), i,
                     "not in the order of the files");
    faults_finish(&faults);
}

Test(record_files, references_have_lines_after_their_file_was_released)
{
    static const char *const path = ".";
    struct faults faults;
    struct archive *archive = NULL;
    write_file("a.json", "{\"topics\": [\n{\"id\": \"air\", \"label\": \"Air\",\n\"broader\": "
                         "\"wnid\", \"sources\":\n[{\"document\": \"d\"}]}]}");
    write_file("b.json", "{\"topics\": [\n\n{\"id\": \"wind\", \"label\": \"Wind\",\n\n\n"
                         "\"broader\": \"aer\", \"sources\": [{\"document\": \"d\"}]}],\n"
                         "\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": "
                         "[{\"document\": \"d\"}]}]}");
    faults_init(&faults);
    cr_expect_eq(load_archive_files(&path, 1, &faults, &archive), LOAD_FAULTY);
    cr_assert_eq(faults.errors.listed_count, 2);
    cr_expect_eq(faults.errors.listed[0].line, 3);
    cr_expect_eq(faults.errors.listed[1].line, 6);
    cr_expect_str_eq(faults.errors.listed[0].message,
                     "there is no topic \"wnid\"; did you mean \"wind\"?");
    faults_finish(&faults);
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
    cr_expect_eq(load_archive_files(paths, 2, &faults, &archive), LOAD_SUCCEEDED);
    cr_expect_eq(archive_version(archive).files, 2);
    archive_destroy(archive);
    archive = NULL;
    cr_expect_eq(load_archive_files(paths, 1, &faults, &archive), LOAD_FAULTY);
    cr_expect_eq(faults.errors.count, 2,
                 "two references of the file dangle without the other file");
    faults_finish(&faults);
}

Test(record_files, dangling_references_are_not_reported_if_a_file_is_missing)
{
    static const char *const paths[] = {"a.json", "missing.json"};
    struct faults faults;
    struct archive *archive = NULL;
    faults_init(&faults);
    write_file("a.json", "{\"topics\": [{\"id\": \"wind\", \"label\": \"Wind\", \"sources\": "
                         "[{\"document\": \"elsewhere\"}]}]}");
    cr_expect_eq(load_archive_files(paths, 2, &faults, &archive), LOAD_UNREADABLE);
    cr_expect_eq(faults.errors.count, 1);
    faults_finish(&faults);
}

static void note_path(void *context, const char *path)
{
    strcat(strcat(context, path), " ");
}

Test(record_files, texts_are_found_in_data_that_need_not_be_valid)
{
    char paths[400] = "";
    cr_assert_eq(mkdir("below", 0755), 0);
    write_file("below/a.json", "{\"documents\": [{\"text_file\": \"one.txt\"}, "
                               "{\"text_file\"\n:\n\"texts/\\u0074wo.txt\"}, "
                               "{\"text_file\": \"../out.txt\"}, {\"text_file\": \"/etc/passwd\"}, "
                               "{\"text_file\": 5}, {\"title\": \"\\\"text_file\\\": \"}, "
                               "{\"text_file\": \"three");
    load_visit_texts("below/a.json", note_path, paths);
    cr_expect_str_eq(paths, "below/one.txt below/texts/two.txt ");
    strcpy(paths, "");
    load_visit_texts("below", note_path, paths);
    cr_expect_str_eq(paths, "below/one.txt below/texts/two.txt ");
    load_visit_texts("missing.json", note_path, paths);
    strcpy(paths, "");
    write_file("here.json", "{\"text_file\": \"one.txt\"}");
    load_visit_texts("here.json", note_path, paths);
    cr_expect_str_eq(paths, "./one.txt ");
}

Test(record_files, the_map_in_a_folder_is_not_read_as_data)
{
    struct record_files files;
    struct faults faults;
    cr_assert_eq(mkdir("mapped", 0755), 0);
    write_file("mapped/columns.csv", "Mail,email\n");
    write_file("mapped/people.csv", "id,Mail\n");
    faults_init(&faults);
    record_files_init(&files);
    record_files_read_map(&files, "mapped/../mapped/columns.csv", &faults);
    record_files_find(&files, "mapped", NULL, &faults);
    cr_assert_eq(files.count, 1);
    cr_expect_str_eq(files.at[0].name, "mapped/people.csv");
    cr_expect_eq(files.at[0].map, &files.map);
    cr_expect_eq(files.map.count, 1);
    record_files_finish(&files);
    faults_finish(&faults);
}

Test(record_files, a_file_of_another_format_that_a_data_file_names_as_a_text_is_not_read_as_data)
{
    static const char *const folders[] = {"mixed", "mixed/"};
    cr_assert_eq(mkdir("mixed", 0755), 0);
    write_file("mixed/a.json", "{\"documents\": [{\"text_file\": \"minutes.csv\"}, "
                               "{\"text_file\": \"absent.csv\"}]}");
    write_file("mixed/b.yaml", "documents:\n- id: agenda\n  text_file: agenda.csv\n");
    write_file("mixed/agenda.csv", "text");
    write_file("mixed/minutes.csv", "text");
    write_file("mixed/topics.csv", "id,label\n");
    for (size_t i = 0; i < 2; i++) {
        struct record_files files;
        struct faults faults;
        faults_init(&faults);
        record_files_init(&files);
        record_files_find(&files, folders[i], NULL, &faults);
        cr_assert_eq(files.count, 3, "%zu", files.count);
        cr_expect_str_eq(files.at[0].name, "mixed/a.json");
        cr_expect_str_eq(files.at[1].name, "mixed/b.yaml");
        cr_expect_str_eq(files.at[2].name, "mixed/topics.csv");
        record_files_finish(&files);
        faults_finish(&faults);
    }
}

/* Returns the message of the warning about a file, or NULL. */
static const char *warning_of(const struct faults *faults, const char *name)
{
    for (size_t i = 0; i < faults->warnings.listed_count; i++)
        if (strcmp(faults->warnings.listed[i].file, name) == 0)
            return faults->warnings.listed[i].message;
    return NULL;
}

/* The SHA-256 of "text" and a line feed. */
#define TEXT_DIGEST "b9e68e1bea3e5b19ca6b2f98b73a54b73daafaa250484902e09982e07a12e733"

static const char minutes[] = "Reef Board, 3 May 2031\n\nPresent: Ada Reef, Bo Tide\n\n"
                              "1. Ebb\n\nAda Reef: It ebbs.\n\n2. Flood\n\nBo Tide: It floods.\n";

/* Writes a folder with a data file, the two texts that it names, minutes, and files and folders
 * that are not read. */
static void write_wide_folder(void)
{
    static const char *const folders[] = {"wide/.git", "wide/texts", "wide/more.md", "wide/photos"};
    cr_assert_eq(mkdir("wide", 0755), 0);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        cr_assert_eq(mkdir(folders[i], 0755), 0);
    write_file("wide/record.json",
               "{\"meetings\": [{\"id\": \"m\", \"name\": \"M\", \"status\": \"planned\"}], "
               "\"documents\": ["
               "{\"id\": \"d\", \"title\": \"D\", \"text_file\": \"text.log\", \"lines\": 1, "
               "\"sha256\": \"" TEXT_DIGEST "\"},"
               "{\"id\": \"e\", \"title\": \"E\", \"text_file\": \"texts/e.md\", \"lines\": 1, "
               "\"sha256\": \"" TEXT_DIGEST "\"}]}");
    write_file("wide/text.log", "text\n");
    write_file("wide/texts/e.md", "text\n");
    write_file("wide/more.md/june.md", minutes);
    write_file("wide/photos/a.png", "\x89PNG");
    write_file("wide/board.txt", minutes);
    write_file("wide/letter.docx", "PK\x03\x04");
    write_file("wide/old.pdf", "%PDF-1.7\n");
    write_file("wide/page.html", "<!DOCTYPE html>\n<p>x");
    write_file("wide/shopping.txt", "- eggs\n- butter\n");
    write_file("wide/record.json.bak", "{}");
    write_file("wide/README.pdf", "%PDF-1.7\n");
    write_file("wide/LICENSE", "Anyone may use this.\n");
    write_file("wide/schema.json", "{}");
    write_file("wide/.hidden", "x");
    FILE *noise = fopen("wide/noise", "w");
    cr_assert(noise);
    fwrite("x\0\0yz", 1, 5, noise);
    fclose(noise);
}

Test(record_files, each_file_of_a_folder_that_is_not_read_is_a_warning_that_names_it)
{
    static const char *const unread[][2] = {
        {"wide/letter.docx", "it is a ZIP archive; unpack it first"},
        {"wide/old.pdf", "it is a PDF document"},
        {"wide/page.html", "it is a page of HTML"},
        {"wide/shopping.txt", "the file is not read: this is not minutes"},
        {"wide/noise", "it is a binary file"},
        {"wide/record.json.bak", "own JSON; give it the suffix .json"},
        {"wide/more.md", "the files of this folder are not read; name it with --data, too"},
    };
    static const char *const silent[] = {"wide/README.pdf", "wide/LICENSE",  "wide/schema.json",
                                         "wide/.hidden",    "wide/text.log", "wide/texts",
                                         "wide/photos",     "wide/.git",     "wide/board.txt"};
    struct archive *archive = NULL;
    struct faults faults;
    const char *path = "wide";
    write_wide_folder();
    faults_init(&faults);
    cr_assert_eq(load_archive_files(&path, 1, &faults, &archive), LOAD_SUCCEEDED, "%s",
                 faults.errors.count ? faults.errors.listed[0].message : "");
    for (size_t i = 0; i < sizeof unread / sizeof *unread; i++) {
        const char *message = warning_of(&faults, unread[i][0]);
        cr_expect(message && strstr(message, unread[i][1]), "%s: %s", unread[i][0],
                  message ? message : "no warning");
    }
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
        const char *message = warning_of(&faults, silent[i]);
        cr_expect(!message || !strstr(message, "not read"), "%s: %s", silent[i], message);
    }
    cr_expect_eq(archive_records(archive, &meeting_type)->count, 2);
    archive_destroy(archive);
    faults_finish(&faults);
}

Test(record_files, a_folder_of_texts_none_of_which_is_read_is_faulty)
{
    struct archive *archive = NULL;
    struct faults faults;
    const char *path = "plain";
    cr_assert_eq(mkdir("plain", 0755), 0);
    write_file("plain/shopping.txt", "- eggs\n- butter\n");
    faults_init(&faults);
    cr_assert_eq(load_archive_files(&path, 1, &faults, &archive), LOAD_UNREADABLE);
    cr_assert_eq(faults.errors.count, 1);
    cr_expect(strstr(faults.errors.listed[0].message, "has a format that can be read"));
    cr_expect(warning_of(&faults, "plain/shopping.txt"));
    faults_finish(&faults);
}

Test(record_files, files_of_one_name_are_told_apart_by_the_folders_that_they_do_not_share)
{
    static const char *const names[] = {"data/2030/spring/people.csv", "data/2031/people.csv",
                                        "data/people.csv", "data/2030/papers.csv"};
    static const char *const folders[] = {"2030/spring", "2031", "", ""};
    struct record_files files;
    record_files_init(&files);
    for (size_t i = 0; i < 4; i++)
        record_files_borrow(&files,
                            (struct record_file){.name = names[i], .text = "x", .length = 1});
    cr_assert(record_files_tell_apart(&files));
    for (size_t i = 0; i < 4; i++) {
        cr_expect_eq(files.at[i].folder_length, strlen(folders[i]));
        cr_expect(!files.at[i].folder_length ||
                  memcmp(files.at[i].folder, folders[i], files.at[i].folder_length) == 0);
    }
    record_files_finish(&files);
}
