/* rapporteur export: the files equal the answers of a server, and replace an earlier export in one
 * step. */
#define _XOPEN_SOURCE 700 /* nftw */

#include "../source_path.h"
#include "served.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    OUTPUT_MAX = 4096
};

static char folder[] = "/tmp/rapporteur-export-XXXXXX";
static char place[100]; /* the export, in `folder` */
static char data[4096];
static char output[OUTPUT_MAX];

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void)status, (void)kind, (void)where;
    return remove(path);
}

static void start(void)
{
    cr_assert(mkdtemp(folder));
    snprintf(place, sizeof place, "%s/site", folder);
    snprintf(data, sizeof data, "%s", source_path("tests/cases/valid/two-meetings.json"));
}

static void stop(void)
{
    cr_expect_eq(nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS), 0);
}

TestSuite(export, .init = start, .fini = stop);

/* Exports with up to two further arguments. */
static int export_with(const char *first, const char *second)
{
    const char *const arguments[] = {"export", "--data", data, place, first, second, NULL};
    return program_run(arguments, output, sizeof output);
}

static int export_data(void)
{
    return export_with(NULL, NULL);
}

/* Returns the content of a file of the export with an additional NUL, which the caller frees, or
 * NULL if there is no such file. */
static char *read_file(const char *path, size_t *ret_length)
{
    char whole[9000];
    struct stat status;
    snprintf(whole, sizeof whole, "%s/%s", place, path);
    FILE *file = fopen(whole, "rb");
    if (!file)
        return NULL;
    cr_assert_eq(fstat(fileno(file), &status), 0);
    char *content = calloc(1, (size_t)status.st_size + 1);
    if (S_ISDIR(status.st_mode) ||
        fread(content, 1, (size_t)status.st_size, file) != (size_t)status.st_size) {
        free(content);
        content = NULL;
    }
    fclose(file);
    *ret_length = (size_t)status.st_size;
    return content;
}

static bool has_file(const char *path)
{
    size_t length;
    char *content = read_file(path, &length);
    free(content);
    return content != NULL;
}

static void write_file(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");
    cr_assert(file);
    fputs(content, file);
    fclose(file);
}

static size_t count_entries(const char *path)
{
    size_t count = 0;
    DIR *directory = opendir(path);
    cr_assert(directory);
    for (const struct dirent *entry; (entry = readdir(directory));)
        count += entry->d_name[0] != '.';
    closedir(directory);
    return count;
}

/* Returns the number of header fields of an answer, without those of the connection: Date,
 * Connection and Content-Length. */
static size_t count_fields(const struct answer *answer)
{
    size_t count = 0;
    for (const char *line = answer->head; (line = strstr(line, "\r\n")); line += 2)
        count += strncmp(line, "\r\n\r\n", 4) != 0 && strncmp(line + 2, "Date:", 5) != 0 &&
                 strncmp(line + 2, "Connection:", 11) != 0 &&
                 strncmp(line + 2, "Content-Length:", 15) != 0 &&
                 strncmp(line + 2, "Transfer-Encoding:", 18) != 0 && line[2] != '\0';
    return count;
}

static size_t files_in_tree;

static int count_file(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void)path, (void)status, (void)where;
    files_in_tree += kind == FTW_F;
    return 0;
}

/* Returns the file of a path in _headers, and writes its name: the path itself, or _index.json or
 * index.html in the folder of that name. */
static char *file_of(const char *path, char name[9000], size_t *ret_length)
{
    static const char *const names[] = {"", "/_index.json", "/index.html"};
    if (strcmp(path, "/") == 0) /* the page for browsers */
        path = "/index.html";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(name, 9000, "%s%s", path + 1, names[i]);
        char *content = read_file(name, ret_length);
        if (content)
            return content;
    }
    cr_assert(false, "there is no file for %s", path);
    return NULL;
}

/* Writes the target of a path in _headers. */
static void target_of(const char *path, char target[9000])
{
    static const char pages[] = "/query/";
    if (strncmp(path, pages, sizeof pages - 1) == 0 && !strstr(path, ".html")) {
        const char *query = path + sizeof pages - 1, *slash = strchr(query, '/');
        cr_assert(slash);
        snprintf(target, 9000, "%s?%.*s", slash, (int)(slash - query), query);
    } else {
        snprintf(target, 9000, "%s",
                 strcmp(path, "/") == 0              ? "/index.html"
                 : strcmp(path, "/_index.json") == 0 ? "/"
                                                     : path);
    }
}

/* Reports whether the file at a path has addresses of the service only if its address is known. */
static bool has_addresses(const char *path)
{
    static const char *const suffixes[] = {"/robots.txt", ".bib", ".ris", ".csl.json", ".jsonld"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (strlen(path) >= strlen(suffixes[i]) &&
            strcmp(path + strlen(path) - strlen(suffixes[i]), suffixes[i]) == 0)
            return true;
    return false;
}

/* Compares a file with the answer of the server. */
static struct answer compare_file(const char *path)
{
    char name[9000], target[9000], whole[9100];
    size_t length;
    struct stat status;
    char *content = file_of(path, name, &length);
    target_of(path, target);
    /* If the host is not a plain name, the answer has no address, like an export without --url. */
    const char *const host = has_addresses(path) ? "Host: no_name" : "Host: localhost:8080";
    const char *const fields[] = {"Accept: */*", host, NULL};
    struct answer answer = client_send_with(&client, "GET", target, fields);
    cr_assert_eq(answer.status, 200, "%s is %ld", target, answer.status);
    cr_assert_eq(answer.length, length, "%s", path);
    cr_assert_eq(memcmp(answer.body, content, length), 0, "%s", path);
    free(content);
    const char *modified = answer_header(&answer, "Last-Modified");
    struct tm parsed = {0};
    snprintf(whole, sizeof whole, "%s/%s", place, name);
    cr_assert_eq(stat(whole, &status), 0);
    if (modified) {
        cr_assert(strptime(modified, "%a, %d %b %Y %H:%M:%S", &parsed));
        setenv("TZ", "UTC", 1);
        tzset();
        cr_assert_eq(status.st_mtime, mktime(&parsed), "%s", path);
    }
    return answer;
}

/* Compares the whole export with the server at `client`: each path of _headers, its file, and all
 * its header fields, of which those in every answer are only at the top. Returns the number of
 * files. */
static size_t compare_export(const char *base_path)
{
    size_t length, files = 0;
    char *headers = read_file("_headers", &length), *rest = NULL;
    struct answer answer = {.body = NULL};
    bool common = false;
    size_t common_fields = 0, left = 0;
    cr_assert(headers);
    cr_assert_eq(strncmp(headers, "# Written by rapporteur export ", 31), 0);
    char *line = strtok_r(headers, "\n", &rest);
    while ((line = strtok_r(NULL, "\n", &rest))) {
        if (*line != ' ') {
            cr_assert_eq(strncmp(line, base_path, strlen(base_path)), 0, "%s", line);
            line += strlen(base_path);
            answer_finish(&answer);
            cr_assert_eq(left, common ? left : 0, "a header field is missing before %s", line);
            common = strcmp(line, "/*") == 0;
            answer = common ? client_get(&client, "/") : compare_file(line);
            left = count_fields(&answer) - (common ? 0 : common_fields);
            files += !common;
            continue;
        }
        char *colon = strstr(line, ": ");
        cr_assert(colon);
        *colon = '\0';
        const char *value = answer_header(&answer, line + 2);
        cr_assert(value, "%s", line);
        cr_assert_str_eq(value, colon + 2, "%s", line);
        common_fields += common;
        left--;
    }
    answer_finish(&answer);
    free(headers);
    cr_expect_eq(left, 0);
    cr_expect_eq(common_fields, 3, "two of CORS, and X-Content-Type-Options");
    return files;
}

static void check_export(const char *base_path)
{
    char argument[100], message[200];
    snprintf(argument, sizeof argument, "--base-path=%s", base_path);
    const char *const arguments[] = {
        "--data", data, "--pages", "files", *base_path ? argument : NULL, NULL};
    cr_assert_eq(export_with(*base_path ? argument : NULL, NULL), 0, "%s", output);
    server_start(&served, arguments);
    client_init(&client, served.url);
    /* There are as many files as paths: _headers has no path, but index.html has two. */
    const size_t files = compare_export(base_path);
    files_in_tree = 0;
    cr_assert_eq(nftw(place, count_file, 16, FTW_PHYS), 0);
    cr_expect_eq(files_in_tree, files, "every file has its path in _headers");
    snprintf(message, sizeof message, "rapporteur: wrote %zu files to %s\n", files, place);
    cr_expect_str_eq(output, message);
    stop_serving();
}

Test(export, every_file_is_the_answer_of_a_server)
{
    check_export("");
    cr_expect(has_file("papers.csv"));
    cr_expect(has_file("papers/tides-at-night/presenters/_index.json"));
}

/* The pages of lists link to those of each value of a facet, and of each later page. */
Test(export, pages_with_parameters_are_files_if_a_page_links_to_them)
{
    snprintf(data, sizeof data, "%s", source_path("data/beijing-2006.json"));
    check_export("/record");
    cr_expect(has_file("query/presenters=james-cotton/papers.html"));
    cr_expect(has_file("search-index.json"));
    cr_expect_not(has_file("query/presenters=james-cotton/papers.csv"));
}

Test(export, the_file_of_a_value_has_its_letters_and_not_their_percent_encoding)
{
    snprintf(data, sizeof data, "%s/series.json", folder);
    write_file(data,
               "{\"meetings\": ["
               "{\"id\": \"a\", \"name\": \"A\", \"series\": \"L\u00e4mp Club \u2020\","
               " \"kind\": \"conference\", \"status\": \"held\", \"start_date\": \"2006\"},"
               "{\"id\": \"b\", \"name\": \"B\", \"series\": \"Other\","
               " \"kind\": \"conference\", \"status\": \"held\", \"start_date\": \"2006\"}]}");
    cr_assert_eq(export_data(), 0, "%s", output);
    cr_expect(has_file("query/series=L\u00e4mp Club \u2020/meetings.html"));
}

/* Writes a file of a theme, and returns the folder as a flag. */
static const char *write_theme(const char *name, const char *content)
{
    static char flag[400];
    char path[300];
    snprintf(path, sizeof path, "%s/theme", folder);
    (void)mkdir(path, 0700);
    snprintf(flag, sizeof flag, "--theme=%s", path);
    snprintf(path, sizeof path, "%s/theme/%s", folder, name);
    write_file(path, content);
    return flag;
}

Test(export, the_files_of_a_theme_are_files)
{
    char path[100];
    size_t length;
    cr_assert_eq(export_with(write_theme("theme.css", "a{}"), NULL), 0, "%s", output);
    char *page = read_file("index.html", &length);
    const char *at = page ? strstr(page, "/theme.css") : NULL;
    cr_assert(at);
    snprintf(path, sizeof path, "assets/%.22s", at - 12);
    char *style = read_file(path, &length);
    cr_assert(style, "%s", path);
    cr_expect_str_eq(style, "a{}");
    free(style);
    free(page);
}

Test(export, a_theme_with_other_files_is_refused)
{
    write_theme("theme.css", "a{}");
    cr_expect_eq(export_with(write_theme("run.js", "x"), NULL), 1);
    cr_expect(strstr(output, "/theme/run.js: not a file of a theme; its name must be of a-z"), "%s",
              output);
    cr_expect_eq(export_with("--theme=/none", NULL), 1);
    cr_expect_str_eq(output, "rapporteur: cannot read --theme /none: No such file or directory\n");
}

Test(export, a_theme_has_at_most_32_files_of_1_MiB)
{
    char name[20];
    static char large[1024 * 1024 + 2];
    memset(large, ' ', sizeof large - 1);
    const char *flag = write_theme("theme.css", large);
    cr_expect_eq(export_with(flag, NULL), 1);
    cr_expect(strstr(output, "/theme/theme.css: it has more than 1 MiB\n"), "%s", output);
    for (int i = 0; i < 32; i++) {
        snprintf(name, sizeof name, "%d.css", i);
        write_theme(name, "");
    }
    write_theme("theme.css", "");
    cr_expect_eq(export_with(flag, NULL), 1);
    cr_expect(strstr(output, "/theme: it has more than 32 files\n"), "%s", output);
}

/* Returns the records of a collection of the export, as lines of JSON, which the caller frees. */
static char *records_of(const char *collection)
{
    char path[100];
    size_t length;
    snprintf(path, sizeof path, "%s.ndjson", collection);
    char *records = read_file(path, &length);
    cr_assert(records, "%s", path);
    return records;
}

Test(export, an_exported_folder_is_data_with_the_same_records)
{
    static const char *const collections[] = {"meetings", "sessions",    "agenda_items", "people",
                                              "papers",   "discussions", "decisions",    "actions",
                                              "topics",   "documents"};
    char *before[sizeof collections / sizeof *collections];
    cr_assert_eq(export_data(), 0, "%s", output);
    for (size_t i = 0; i < sizeof collections / sizeof *collections; i++)
        before[i] = records_of(collections[i]);
    const char *const check[] = {"check", place, NULL};
    cr_expect_eq(program_run(check, output, sizeof output), 0, "%s", output);
    cr_expect_null(strstr(output, "not read"), "%s", output);
    snprintf(data, sizeof data, "%s", place);
    snprintf(place, sizeof place, "%s/again", folder);
    cr_assert_eq(export_data(), 0, "%s", output);
    for (size_t i = 0; i < sizeof collections / sizeof *collections; i++) {
        char *after = records_of(collections[i]);
        cr_expect_str_eq(after, before[i], "%s", collections[i]);
        free(after);
        free(before[i]);
    }
}

Test(export, the_table_of_speakers_is_data)
{
    char table[200];
    snprintf(table, sizeof table, "%s/speakers.csv", folder);
    write_file(table, "id,name\nada-reef,Ada Reef\n");
    const char *const convert[] = {"convert", table, NULL};
    cr_expect_eq(program_run(convert, output, sizeof output), 0, "%s", output);
    cr_expect(strstr(output, "\"people\""), "%s", output);
}

Test(export, the_text_of_a_document_is_a_file)
{
    size_t length, source_length;
    char whole[9000];
    snprintf(data, sizeof data, "%s", source_path("data/examples"));
    cr_assert_eq(export_data(), 0, "%s", output);
    char *text = read_file("documents/port-fable-2031-03-11-minutes.txt", &length);
    FILE *source = fopen(source_path("data/examples/port-fable-2031-03-11.md"), "rb");
    cr_assert(text && source);
    source_length = fread(whole, 1, sizeof whole, source);
    fclose(source);
    cr_assert_eq(length, source_length);
    cr_expect_eq(memcmp(text, whole, length), 0);
    free(text);
}

Test(export, urls_of_a_joined_record_have_the_files_of_the_one_that_is_kept)
{
    static const char record[] =
        "{\"meetings\": [{\"id\": \"m\", \"name\": \"M\", \"status\": \"planned\"}], \"people\": ["
        "{\"id\": \"ada\", \"name\": \"Ada\"}, {\"id\": \"a-reef\", \"name\": \"A. Reef\", "
        "\"same_as\": \"ada\"}]}";
    static const char *const paths[][2] = {
        {"people/a-reef/_index.json", "people/ada/_index.json"},
        {"people/a-reef.json", "people/ada.json"},
        {"people/a-reef.csv", "people/ada.csv"},
        {"people/a-reef/papers/_index.json", "people/ada/papers/_index.json"},
    };
    size_t length, kept_length;
    snprintf(data, sizeof data, "%s/joined.json", folder);
    FILE *file = fopen(data, "w");
    cr_assert(file);
    fputs(record, file);
    fclose(file);
    cr_assert_eq(export_with("--base-path=/record", NULL), 0, "%s", output);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        char *content = read_file(paths[i][0], &length);
        char *kept = read_file(paths[i][1], &kept_length);
        cr_assert(content && kept, "%s", paths[i][0]);
        cr_expect_str_eq(content, kept, "%s", paths[i][0]);
        free(content);
        free(kept);
    }
}

Test(export, links_have_the_base_path)
{
    check_export("/record");
}

/* Writes a record of topics, each with a description of `length` letters. */
static void write_topics(int count, int length)
{
    snprintf(data, sizeof data, "%s/topics.json", folder);
    FILE *file = fopen(data, "w");
    cr_assert(file);
    fputs("{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": [{\"document\": "
          "\"d\"}]}], \"topics\": [",
          file);
    for (int i = 0; i < count; i++)
        fprintf(file,
                "%s{\"id\": \"t-%d\", \"label\": \"T\", \"description\": \"%0*d\", "
                "\"sources\": [{\"document\": \"d\"}]}",
                i ? "," : "", i, length, i);
    fputs("]}", file);
    fclose(file);
}

/* A list of 101 records has two pages. */
Test(export, later_pages_are_files_of_their_own)
{
    write_topics(101, 1);
    check_export("");
    cr_expect(has_file("query/offset=100/topics/_index.json"));
    cr_expect_not(has_file("query/offset=200/topics/_index.json"));
    cr_expect(has_file("query/offset=100/topics.html"));
    cr_expect_not(has_file("query/offset=100/topics.csv"), "a file holds all records");
}

/* The server sends such a file in pieces. */
Test(export, files_of_more_than_a_mebibyte_are_whole)
{
    write_topics(12, 100 * 1000);
    check_export("");
    cr_expect(has_file("topics.ndjson"));
}

/* Writes a meeting with papers that have a time each, and a summary of `length` letters. */
static void write_papers(int count, int length)
{
    snprintf(data, sizeof data, "%s/papers.json", folder);
    FILE *file = fopen(data, "w");
    cr_assert(file);
    fputs("{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": [{\"document\": "
          "\"d\"}]}], \"meetings\": [{\"id\": \"m\", \"name\": \"Tides\", \"status\": \"held\", "
          "\"sources\": [{\"document\": \"d\"}]}], \"papers\": [",
          file);
    for (int i = 0; i < count; i++)
        fprintf(file,
                "%s{\"id\": \"p-%d\", \"title\": \"P\", \"meeting\": \"m\", \"start_date\": "
                "\"2031-05-12T10:00:00Z\", \"abstract\": \"%0*d\", "
                "\"sources\": [{\"document\": \"d\"}]}",
                i ? "," : "", i, length, i);
    fputs("]}", file);
    fclose(file);
}

/* The calendar of a list has the name of the list, and the server sends it in pieces. */
Test(export, calendars_of_more_than_a_mebibyte_have_their_name)
{
    size_t length;
    write_papers(12, 100 * 1000);
    check_export("");
    char *calendar = read_file("meetings/m/papers.ics", &length);
    cr_assert(calendar && length > 1024 * 1024);
    cr_expect(strstr(calendar, "X-WR-CALNAME:Tides: "), "%.300s", calendar);
    free(calendar);
}

Test(export, an_earlier_export_is_replaced_completely)
{
    char stale[200];
    cr_assert_eq(export_data(), 0);
    snprintf(stale, sizeof stale, "%s/stale.json", place);
    write_file(stale, "{}");
    cr_assert_eq(export_data(), 0, "%s", output);
    cr_expect_not(has_file("stale.json"));
    cr_expect(has_file("papers/_index.json"));
    cr_expect_eq(count_entries(folder), 1, "nothing is left beside the export");
}

Test(export, an_empty_folder_is_replaced)
{
    cr_assert_eq(mkdir(place, 0700), 0);
    cr_assert_eq(export_data(), 0, "%s", output);
    cr_expect(has_file("papers/_index.json"));
    cr_expect_eq(count_entries(folder), 1);
}

Test(export, a_folder_with_other_files_is_not_replaced)
{
    static const char *const marks[] = {"", "# Written by rapporteur expor", "/*\n",
                                        "# Written by rapporteur Export"};
    char path[200], message[400];
    cr_assert_eq(mkdir(place, 0700), 0);
    snprintf(message, sizeof message,
             "rapporteur: cannot replace %s: it contains files that are not an earlier export; "
             "name an empty or a new folder\n",
             place);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        snprintf(path, sizeof path, "%s/%s", place, i ? "_headers" : "notes.txt");
        write_file(path, marks[i]);
        cr_expect_eq(export_data(), 1);
        cr_expect_str_eq(output, message);
        cr_expect_eq(count_entries(place), i ? 2 : 1);
        cr_expect_eq(count_entries(folder), 1, "nothing is left beside the folder");
    }
}

Test(export, a_file_at_its_place_is_not_replaced)
{
    char message[200];
    write_file(place, "notes");
    cr_expect_eq(export_data(), 1);
    snprintf(message, sizeof message, "rapporteur: cannot replace %s: Not a directory\n", place);
    cr_expect_str_eq(output, message);
    cr_expect_eq(count_entries(folder), 1);
}

Test(export, the_folder_around_its_place_must_exist)
{
    char message[200];
    snprintf(place, sizeof place, "%s/none/site", folder);
    cr_expect_eq(export_data(), 1);
    snprintf(message, sizeof message, "rapporteur: cannot write %s: No such file or directory\n",
             place);
    cr_expect_str_eq(output, message);
    cr_expect_eq(count_entries(folder), 0);
}

Test(export, a_link_to_a_folder_stays_a_link)
{
    char target[200];
    struct stat status;
    snprintf(target, sizeof target, "%s/real", folder);
    cr_assert_eq(mkdir(target, 0700), 0);
    cr_assert_eq(symlink("real", place), 0);
    cr_assert_eq(export_data(), 0, "%s", output);
    cr_assert_eq(lstat(place, &status), 0);
    cr_expect(S_ISLNK(status.st_mode));
    cr_expect(has_file("papers/_index.json"));
    cr_expect_eq(count_entries(folder), 2);
}

Test(export, slashes_at_the_end_of_its_place_are_ignored)
{
    snprintf(place, sizeof place, "%s/site///", folder);
    cr_assert_eq(export_data(), 0, "%s", output);
    cr_expect(has_file("papers/_index.json"));
    cr_expect_eq(count_entries(folder), 1);
}

Test(export, files_have_the_permissions_of_the_umask)
{
    struct stat status;
    char file[200];
    umask(027);
    cr_assert_eq(export_data(), 0, "%s", output);
    cr_assert_eq(stat(place, &status), 0);
    cr_expect_eq(status.st_mode & 07777, 0750);
    snprintf(file, sizeof file, "%s/papers/_index.json", place);
    cr_assert_eq(stat(file, &status), 0);
    cr_expect_eq(status.st_mode & 07777, 0640);
}

Test(export, faulty_data_leave_an_earlier_export_as_it_is)
{
    cr_assert_eq(export_data(), 0);
    snprintf(data, sizeof data, "%s",
             source_path("tests/cases/invalid/three-faults-at-once/input.json"));
    cr_expect_eq(export_data(), 65);
    cr_expect(has_file("papers/_index.json"));
    cr_expect_eq(count_entries(folder), 1);
}

/* Reports whether _headers has a line in which the origin is `origin`; NULL for any. */
static bool allows_origin(const char *origin)
{
    char line[200];
    size_t length;
    char *headers = read_file("_headers", &length);
    snprintf(line, sizeof line, "\n  Access-Control-Allow-Origin: %s%s", origin ? origin : "",
             origin ? "\n" : "");
    cr_assert(headers);
    const bool allowed = strstr(headers, line);
    free(headers);
    return allowed;
}

Test(export, one_cors_origin_or_none_may_be_named)
{
    cr_assert_eq(export_data(), 0);
    cr_expect(allows_origin("*"));
    cr_assert_eq(export_with("--cors-origin=*", NULL), 0);
    cr_expect(allows_origin("*"));
    cr_assert_eq(export_with("--cors-origin=off", NULL), 0);
    cr_expect_not(allows_origin(NULL));
    cr_assert_eq(export_with("--cors-origin=https://a.example", NULL), 0);
    cr_expect(allows_origin("https://a.example"));
    cr_expect_eq(export_with("--cors-origin=https://a.example", "--cors-origin=https://b.example"),
                 2);
    cr_expect_str_eq(output, "rapporteur: cannot export for several origins; give --cors-origin at "
                             "most once\n");
}

/* A limit on the size of files simulates a full disk. */
Test(export, a_file_that_cannot_be_written_leaves_an_earlier_export_as_it_is)
{
    static const rlim_t limits[] = {0, 1, 1000, 100 * 1000, 2000 * 1000};
    struct rlimit limit;
    write_topics(30, 100 * 1000);
    cr_assert_eq(export_data(), 0, "%s", output);
    char stale[200];
    snprintf(stale, sizeof stale, "%s/stale.json", place);
    write_file(stale, "{}");
    cr_assert_neq(signal(SIGXFSZ, SIG_IGN), SIG_ERR);
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlim_t before = limit.rlim_cur;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        limit.rlim_cur = limits[i];
        cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
        const int status = export_data();
        limit.rlim_cur = before;
        cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
        cr_expect_eq(status, 1, "%zu: %d", i, status);
        cr_expect(strstr(output, "rapporteur: cannot write ") && strstr(output, "File too large"),
                  "%zu: %s", i, output);
        cr_expect(has_file("stale.json"));
        cr_expect(has_file("papers/_index.json"));
    }
    cr_assert_eq(export_data(), 0, "%s", output);
    cr_expect_not(has_file("stale.json"));
}

#define LONG_SHA256 "1479d7d0f5eb96d066fa050ca0561363238f62bf0a307bc284588952dc8ece3e"

/* Writes a document of 5,100 lines, all of which a topic cites. */
static void write_long_document(void)
{
    char path[600];
    snprintf(data, sizeof data, "%s/long.json", folder);
    FILE *record = fopen(data, "w");
    cr_assert(record);
    fputs("{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"lines\": 5100, "
          "\"text_file\": \"long.txt\", \"sha256\": \"" LONG_SHA256
          "\", \"sources\": [{\"document\": \"d\"}]}],"
          "\"topics\": [{\"id\": \"t\", \"label\": \"T\", \"sources\": ["
          "{\"document\": \"d\", \"lines\": \"1-5049\"},"
          "{\"document\": \"d\", \"lines\": \"5050-5100\"}]}]}",
          record);
    fclose(record);
    snprintf(path, sizeof path, "%s/long.txt", folder);
    FILE *text = fopen(path, "w");
    cr_assert(text);
    for (int line = 1; line <= 5100; line++)
        fprintf(text, "Words of line %d\n", line);
    fclose(text);
}

Test(export, the_later_lines_of_a_long_document_have_a_file_to_which_their_citations_lead)
{
    write_long_document();
    check_export("/record");
    cr_expect(has_file("query/offset=5000/documents/d.html"));
}
