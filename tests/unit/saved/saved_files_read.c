/* The list of saved files: what a server reads of it, and which lists it does not believe. */
#include "caught_errors.h"
#include "failing_memory.h"
#include "saved/saved_files.h"
#include "saved/saved_list.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

enum {
    TRIES_MAX = 100
};

static char folder[] = "/tmp/rapporteur-saved-XXXXXX";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder) | mkdir("state", 0755), 0);
    caught_errors_begin();
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(saved_files_read, .init = start, .fini = stop);

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0, "%s", path);
}

/* Writes a copy, and its digest. */
static void write_copy(const char *text, char digest[SHA256_TEXT_BYTES])
{
    char path[200];
    sha256_text(text, strlen(text), digest);
    snprintf(path, sizeof path, "state/%s.file", digest);
    write_file(path, text);
}

/* Writes a whole list with lines of its own. */
static void write_list(const struct load_source *sources, size_t count, const char *lines)
{
    static char list[4 * SAVED_LINE_MAX];
    char digest[SHA256_TEXT_BYTES];
    saved_list_digest(sources, count, digest);
    snprintf(list, sizeof list, SAVED_LIST_FIRST "\nsources: %s\n%s" SAVED_LIST_LAST "\n", digest,
             lines);
    write_file("state/files", list);
}

/* Reports whether a list with these lines is read, and finishes it. */
static bool is_read(const char *lines)
{
    struct saved_files saved;
    write_list(NULL, 0, lines);
    const bool read = saved_files_read("state", &saved);
    saved_files_finish(&saved);
    return read;
}

static bool is_loaded(const struct load_source *sources, size_t count)
{
    struct saved_files saved;
    const bool loaded = saved_files_load("state", sources, count, &saved);
    saved_files_finish(&saved);
    return loaded;
}

static const char said_incomplete[] =
    "rapporteur: warning: ignoring state/files: it or a file that it names is incomplete\n";

Test(saved_files_read, lines_that_are_not_whole_make_the_list_invalid)
{
    static const char *const lines[] = {
        "no colon\n",
        "file: \n",
        "file: " DIGEST "\n",
        "file: " DIGEST "0 5 -- a\n",
        "file: 123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef 5 -- a\n",
        "file: A123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef 5 -- a\n",
        "file: " DIGEST "g 5 -- a\n",
        "file: " DIGEST " x -- a\n",
        "file: " DIGEST " -- a\n",
        "file: " DIGEST " 5\n",
        "file: " DIGEST " 5 -- \n",
        "file: " DIGEST " 5 --a b\n",
        "file: " DIGEST " 5 - a\n",
        "map: " DIGEST " 5 -- \n",
        "count: \n",
        "count: 5\n",
        "count: x papers\n",
        "count:  papers\n",
        "modified: \n",
        "modified: 5x\n",
        "version: " DIGEST "0\n",
        "version: 123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
        "sources: " DIGEST "0\n",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        cr_expect_not(is_read(lines[i]), "%s", lines[i]);
        cr_expect_str_eq(caught_errors(), said_incomplete);
    }
}

/* The first keys are parts of known ones. */
Test(saved_files_read, lines_of_later_versions_are_skipped)
{
    cr_expect(is_read("f: x\nfil: x\nma: x\nu: x\nc: x\nmod: x\nv: x\ns: x\n: x\nfiles: x\nlater: "
                      "value\nend: of something else\n"));
    cr_expect_str_eq(caught_errors(), "");
}

Test(saved_files_read, what_the_list_says_of_the_record_is_known_without_the_files)
{
    struct saved_files saved;
    write_list(NULL, 0,
               "version: " DIGEST "\nmodified: 1700000001\ncount: 17 papers\ncount: 4 people\n"
               "file: " DIGEST " 5 tf a\nmap: " DIGEST " 5 -- m\nurl: https://example.org/\n");
    cr_assert(saved_files_read("state", &saved));
    cr_expect_str_eq(saved.version, DIGEST);
    cr_expect_eq(saved.modified, 1700000001);
    cr_expect_eq(saved.counts.count, 2);
    cr_expect_eq(record_counts_find(&saved.counts, "papers"), 17);
    cr_expect_eq(record_counts_find(&saved.counts, "people"), 4);
    cr_expect_eq(record_counts_find(&saved.counts, "sessions"), 0);
    cr_expect_eq(saved.count, 0);
    cr_expect_null(saved.sources);
    saved_files_finish(&saved);
}

Test(saved_files_read, a_list_of_another_form_is_not_read)
{
    struct saved_files saved;
    write_file("state/files", "rapporteur files 2\n" SAVED_LIST_LAST "\n");
    cr_expect_not(saved_files_read("state", &saved));
    write_file("state/files", SAVED_LIST_FIRST "\n");
    cr_expect_not(saved_files_read("state", &saved));
    write_file("state/files", SAVED_LIST_FIRST "\n" SAVED_LIST_LAST);
    cr_expect_not(saved_files_read("state", &saved));
    write_file("state/files", SAVED_LIST_FIRST "\n" SAVED_LIST_LAST "\nno colon\n");
    cr_expect(saved_files_read("state", &saved), "nothing counts after the last line");
    write_file("state/files", "");
    cr_expect_not(saved_files_read("state", &saved));
}

Test(saved_files_read, a_line_has_at_most_8_KiB_with_its_end)
{
    static char line[SAVED_LINE_MAX + 1] = "key: ";
    memset(line + 5, 'x', SAVED_LINE_MAX - 5);
    line[SAVED_LINE_MAX - 2] = '\n';
    line[SAVED_LINE_MAX - 1] = '\0';
    cr_expect(is_read(line));
    line[SAVED_LINE_MAX - 2] = 'x';
    line[SAVED_LINE_MAX - 1] = '\n';
    line[SAVED_LINE_MAX] = '\0';
    cr_expect_not(is_read(line));
}

Test(saved_files_read, a_list_that_cannot_be_read_is_reported_but_not_its_absence)
{
    struct saved_files saved;
    cr_expect_not(saved_files_read("state", &saved));
    cr_expect_str_eq(caught_errors(), "");
    write_file("file", "");
    cr_expect_not(saved_files_read("file", &saved));
    cr_expect_str_eq(caught_errors(),
                     "rapporteur: warning: cannot read file/files: Not a directory\n");
}

/* All sources of one load, as --data, --map and --format name them. */
static const struct load_source given[] = {
    {.name = "m.csv", .is_map = true},
    {.name = "a"},
    {.name = "https://example.org/none.json"},
    {.name = "https://example.org/b.json", .text = "{}", .length = 2, .modified = 7},
};

enum {
    GIVEN = sizeof given / sizeof *given
};

Test(saved_files_read, the_sources_are_those_of_the_list_in_its_order)
{
    struct saved_files saved;
    char first[SHA256_TEXT_BYTES], map[SHA256_TEXT_BYTES], lines[1000], path[200];
    write_copy("{\"papers\": []}\n", first);
    write_copy("Name,name\n", map);
    snprintf(lines, sizeof lines,
             "map: %s 3 -- m.csv\nfile: %s 5 t- a/one two.json\nurl: https://example.org/b.json\n"
             "file: %s 6 -f b\n",
             map, first, first);
    write_list(given, GIVEN, lines);
    cr_assert(saved_files_load("state", given, GIVEN, &saved), "%s", caught_errors());
    cr_assert_eq(saved.count, 5);
    snprintf(path, sizeof path, "state/%s.file", map);
    cr_expect_str_eq(saved.sources[0].name, path);
    cr_expect(saved.sources[0].is_map && !saved.sources[0].text);
    cr_expect_eq(saved.sources[0].modified, 3);
    cr_expect_str_eq(saved.sources[1].name, "a/one two.json");
    cr_expect_str_eq(saved.sources[1].text, "{\"papers\": []}\n");
    cr_expect_eq(saved.sources[1].length, 15);
    cr_expect_eq(saved.sources[1].modified, 5);
    cr_expect(saved.sources[1].tried && !saved.sources[1].is_map && !saved.sources[1].is_texts);
    cr_expect_eq(saved.sources[2].text, given[3].text);
    cr_expect_str_eq(saved.sources[2].name, given[3].name);
    cr_expect_eq(saved.sources[2].modified, 7);
    cr_expect(!saved.sources[3].tried && !saved.sources[3].format);
    cr_expect_str_eq(saved.sources[4].name, "state");
    cr_expect(saved.sources[4].is_texts && !saved.sources[4].is_map);
    saved_files_finish(&saved);
}

Test(saved_files_read, a_file_has_the_format_that_was_given_only_if_it_had_it)
{
    const struct import_format *format = import_format_named("csv");
    const struct load_source sources[] = {{.name = "other", .is_texts = true},
                                          {.name = "a", .format = format}};
    struct saved_files saved;
    char digest[SHA256_TEXT_BYTES], lines[400];
    cr_assert(format);
    write_copy("name\nAnn Example\n", digest);
    snprintf(lines, sizeof lines, "file: %s 5 -f a\nfile: %s 5 t- b\nfile: %s 5 tf c\n", digest,
             digest, digest);
    write_list(sources, 2, lines);
    cr_assert(saved_files_load("state", sources, 2, &saved), "%s", caught_errors());
    cr_assert_eq(saved.count, 4);
    cr_expect_eq(saved.sources[0].format, format);
    cr_expect_null(saved.sources[1].format);
    cr_expect_eq(saved.sources[2].format, format);
    cr_expect(!saved.sources[0].tried && saved.sources[1].tried && saved.sources[2].tried);
    saved_files_finish(&saved);
}

Test(saved_files_read, a_url_without_a_copy_makes_the_list_invalid)
{
    write_list(given, GIVEN, "url: https://example.org/b.json\n");
    cr_expect(is_loaded(given, GIVEN));
    write_list(given, GIVEN, "url: https://example.org/none.json\n");
    cr_expect_not(is_loaded(given, GIVEN));
    write_list(given, GIVEN, "url: https://example.org/other.json\n");
    cr_expect_not(is_loaded(given, GIVEN));
    write_list(given, GIVEN, "url: https://example.org/b.jso\n");
    cr_expect_not(is_loaded(given, GIVEN));
}

Test(saved_files_read, a_copy_that_is_missing_or_has_other_bytes_is_named)
{
    char digest[SHA256_TEXT_BYTES], lines[400], expected[600], path[200];
    write_copy("{}", digest);
    snprintf(lines, sizeof lines, "file: %s 5 -- a/b.json\n", digest);
    snprintf(path, sizeof path, "state/%s.file", digest);
    snprintf(expected, sizeof expected,
             "rapporteur: warning: %s is missing or damaged: it has the copy of a/b.json\n%s", path,
             said_incomplete);
    write_list(given, GIVEN, lines);
    cr_expect(is_loaded(given, GIVEN));
    cr_expect_str_eq(caught_errors(), "");
    write_file(path, "{ ");
    cr_expect_not(is_loaded(given, GIVEN));
    cr_expect_str_eq(caught_errors(), expected);
    cr_assert_eq(unlink(path), 0);
    cr_expect_not(is_loaded(given, GIVEN));
    cr_expect_str_eq(caught_errors(), expected);
    cr_assert_eq(mkdir(path, 0755), 0);
    cr_expect_not(is_loaded(given, GIVEN));
    cr_expect_str_eq(caught_errors(), expected);
}

Test(saved_files_read, an_empty_file_has_a_copy)
{
    struct saved_files saved;
    char digest[SHA256_TEXT_BYTES], lines[400];
    write_copy("", digest);
    snprintf(lines, sizeof lines, "file: %s 5 -- a\n", digest);
    write_list(given, GIVEN, lines);
    cr_assert(saved_files_load("state", given, GIVEN, &saved), "%s", caught_errors());
    cr_expect_str_eq(saved.sources[0].text, "");
    cr_expect_eq(saved.sources[0].length, 0);
    saved_files_finish(&saved);
}

/* A sparse file of this size takes no room. */
Test(saved_files_read, a_copy_above_the_limit_of_a_data_file_is_not_read)
{
    char lines[400];
    FILE *file = fopen("state/" DIGEST ".file", "w");
    cr_assert(file && ftruncate(fileno(file), (off_t)RECORD_FILE_BYTES_MAX + 1) == 0);
    fclose(file);
    snprintf(lines, sizeof lines, "file: " DIGEST " 5 -- a\n");
    write_list(given, GIVEN, lines);
    cr_expect_not(is_loaded(given, GIVEN));
}

Test(saved_files_read, a_list_of_other_sources_is_named)
{
    const struct load_source map = {.name = "a", .is_map = true};
    const struct load_source texts = {.name = "a", .is_texts = true};
    const struct load_source formatted = {.name = "a", .format = import_format_named("csv")};
    const struct load_source plain = {.name = "a"};
    const struct load_source *const kinds[] = {&plain, &map, &texts, &formatted};
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < 4; j++) {
            write_list(kinds[i], 1, "");
            cr_expect_eq(is_loaded(kinds[j], 1), i == j, "%zu %zu", i, j);
            cr_expect_str_eq(caught_errors(), i == j ? ""
                                                     : "rapporteur: warning: not starting from the "
                                                       "copies in state: they are of other data\n");
        }
}

Test(saved_files_read, a_lack_of_memory_never_loads_a_part)
{
    char digest[SHA256_TEXT_BYTES], lines[1000];
    bool failed = true;
    size_t tries = 0;
    write_copy("{}", digest);
    snprintf(lines, sizeof lines,
             "map: %s 3 -- m.csv\nfile: %s 5 -- a\nurl: https://example.org/b.json\n", digest,
             digest);
    write_list(given, GIVEN, lines);
    for (; failed && tries < TRIES_MAX; tries++) {
        struct saved_files saved;
        failing_memory_begin(tries);
        const bool loaded = saved_files_load("state", given, GIVEN, &saved);
        failed = failing_memory_end();
        cr_expect_eq(loaded, !failed, "%zu", tries);
        saved_files_finish(&saved);
    }
    cr_expect(tries > 1 && !failed);
}
