#include "texts/texts.h"

#include "failing_memory.h"
#include "texts/text_folder.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <limits.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-texts-XXXXXX";
static struct arena arena;
static struct text text;

static void write_file(const char *path, const char *content)
{
    FILE *out = fopen(path, "w");
    cr_assert(out && fputs(content, out) >= 0 && fclose(out) == 0, "%s", path);
}

/* data/ is the folder of the data file; outside/ is beside it. */
static void set_up(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("data", 0700) | mkdir("data/texts", 0700) | mkdir("outside", 0700), 0);
    write_file("data/minutes.txt", "The council met.\n");
    write_file("data/texts/annex.txt", "An annex\n");
    write_file("outside/secret.txt", "A secret\n");
    arena_init(&arena, (size_t)64 << 20);
}

static void tear_down(void)
{
    char command[64];
    arena_finish(&arena);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(texts, .init = set_up, .fini = tear_down);

static const char *read_path(const char *path)
{
    return text_read("data", path, &arena, &text);
}

static void expect_read(const char *path, const char *content)
{
    const char *reason = read_path(path);
    cr_assert_null(reason, "%s: %s", path, reason);
    cr_expect_str_eq(text.bytes, content, "%s", path);
    cr_expect_eq(text.length, strlen(content), "%s", path);
}

static void expect_refused(const char *path, const char *part)
{
    text.bytes = "unchanged";
    const char *reason = read_path(path);
    cr_assert(reason, "%s is read", path);
    cr_expect(strstr(reason, part), "%s: %s", path, reason);
    cr_expect_str_eq(text.bytes, "unchanged", "%s", path);
}

Test(texts, a_text_is_read_byte_for_byte_from_the_folder_and_below)
{
    struct stat status;
    expect_read("minutes.txt", "The council met.\n");
    cr_assert_eq(stat("data/minutes.txt", &status), 0);
    cr_expect_eq(text.modified, status.st_mtime);
    expect_read("texts/annex.txt", "An annex\n");
    write_file("data/mark.txt", "\xef\xbb\xbfHéron\r\n\r\n");
    expect_read("mark.txt", "\xef\xbb\xbfHéron\r\n\r\n");
}

Test(texts, a_link_that_stays_in_the_folder_is_followed)
{
    cr_assert_eq(symlink("minutes.txt", "data/link.txt"), 0);
    cr_assert_eq(symlink("../minutes.txt", "data/texts/up.txt"), 0);
    expect_read("link.txt", "The council met.\n");
    expect_read("texts/up.txt", "The council met.\n");
}

/* A volume of Kubernetes has such links. */
Test(texts, a_text_is_read_through_the_links_of_a_volume)
{
    cr_assert_eq(mkdir("data/..2031_03_11", 0700), 0);
    write_file("data/..2031_03_11/volume.txt", "In a volume\n");
    cr_assert_eq(symlink("..2031_03_11", "data/..data"), 0);
    cr_assert_eq(symlink("..data/volume.txt", "data/volume.txt"), 0);
    expect_read("volume.txt", "In a volume\n");
}

static void make_links_that_lead_out(void)
{
    char target[100];
    snprintf(target, sizeof target, "%s/outside/secret.txt", folder);
    cr_assert_eq(symlink("../outside/secret.txt", "data/relative.txt"), 0);
    cr_assert_eq(symlink(target, "data/absolute.txt"), 0);
    cr_assert_eq(symlink("../outside", "data/elsewhere"), 0);
    cr_assert_eq(symlink("loop.txt", "data/loop.txt"), 0);
}

Test(texts, nothing_outside_the_folder_is_read)
{
    make_links_that_lead_out();
    expect_refused("relative.txt", "not below");
    expect_refused("absolute.txt", "not below");
    expect_refused("elsewhere/secret.txt", "not below");
    expect_refused("../outside/secret.txt", "not below");
    expect_refused("texts/../../outside/secret.txt", "not below");
    expect_refused("/etc/passwd", "not below");
    expect_refused("loop.txt", "link");
}

static void take_away_openat2(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    cr_assert(filter);
    cr_assert_eq(seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2), 0), 0);
    if (seccomp_load(filter) != 0)
        cr_skip_test("the kernel has no seccomp");
    seccomp_release(filter);
}

Test(texts, without_openat2_no_link_is_followed)
{
    make_links_that_lead_out();
    cr_assert_eq(symlink("minutes.txt", "data/link.txt"), 0);
    cr_assert_eq(symlink("texts", "data/link"), 0);
    take_away_openat2();
    expect_read("minutes.txt", "The council met.\n");
    expect_read("texts/annex.txt", "An annex\n");
    static const char *const refused[] = {"relative.txt",
                                          "absolute.txt",
                                          "elsewhere/secret.txt",
                                          "../outside/secret.txt",
                                          "texts/../../outside/secret.txt",
                                          "/etc/passwd",
                                          "texts//annex.txt",
                                          "loop.txt",
                                          "link.txt",
                                          "link/annex.txt",
                                          ".",
                                          ""};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        cr_expect(read_path(refused[i]), "%s is read", refused[i]);
}

Test(texts, without_openat2_a_path_that_is_too_long_is_refused)
{
    char path[6000];
    memset(path, 'a', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    cr_expect(read_path(path));
    take_away_openat2();
    expect_refused(path, "too long");
}

Test(texts, a_pipe_a_folder_and_a_device_are_refused_without_waiting)
{
    cr_assert_eq(mkfifo("data/pipe.txt", 0600), 0);
    expect_refused("pipe.txt", "not a file");
    expect_refused("texts", "not a file");
}

Test(texts, a_text_has_up_to_four_mebibytes)
{
    write_file("data/large.txt", "");
    char *content = malloc(TEXT_BYTES_MAX + 1);
    cr_assert(content);
    memset(content, 'a', TEXT_BYTES_MAX);
    content[TEXT_BYTES_MAX] = '\0';
    write_file("data/large.txt", content);
    cr_expect_null(read_path("large.txt"));
    cr_expect_eq(text.length, TEXT_BYTES_MAX);
    cr_expect_eq(strcmp(text.bytes, content), 0);
    cr_assert_eq(truncate("data/large.txt", TEXT_BYTES_MAX + 1), 0);
    expect_refused("large.txt", "larger than 4 MiB");
    free(content);
}

Test(texts, what_is_not_utf_8_or_has_a_nul_is_refused)
{
    write_file("data/latin-1.txt", "H\xe9ron");
    expect_refused("latin-1.txt", "UTF-8");
    write_file("data/nul.txt", "a");
    cr_assert_eq(truncate("data/nul.txt", 2), 0);
    expect_refused("nul.txt", "UTF-8");
    write_file("data/empty.txt", "");
    expect_refused("empty.txt", "empty");
}

Test(texts, a_text_that_exceeds_the_arena_is_out_of_memory)
{
    arena_finish(&arena);
    arena_init(&arena, 4);
    cr_expect_eq(read_path("minutes.txt"), text_no_memory);
}

static bool count_text(void *context, const struct text *read, const char *digest)
{
    size_t *bytes = context;
    cr_expect_eq(strlen(digest), 64);
    *bytes += read->length;
    return true;
}

Test(texts, all_texts_of_a_folder_are_read_or_memory_is_reported)
{
    bool failed = true;
    for (size_t i = 0; failed; i++) {
        size_t bytes = 0;
        failing_memory_begin(i);
        const enum text_folder_result result = text_folder_read("data", count_text, &bytes);
        failed = failing_memory_end();
        cr_expect_eq(result, failed ? TEXT_FOLDER_NO_MEMORY : TEXT_FOLDER_READ, "%zu", i);
        cr_expect(failed ? bytes < strlen("The council met.\nAn annex\n")
                         : bytes == strlen("The council met.\nAn annex\n"));
    }
    cr_expect_eq(text_folder_read("absent", count_text, NULL), TEXT_FOLDER_NOT_OPENED);
}

static bool stop_after_one(void *context, const struct text *read, const char *digest)
{
    ++*(size_t *)context;
    return !read && !digest;
}

Test(texts, visitor_of_a_folder_can_stop)
{
    size_t count = 0;
    cr_expect_eq(text_folder_read("data", stop_after_one, &count), TEXT_FOLDER_READ);
    cr_expect_eq(count, 1);
}

Test(texts, a_folder_that_is_missing_is_reported)
{
    cr_expect_str_eq(text_read("missing", "minutes.txt", &arena, &text), strerror(ENOENT));
}

Test(texts, lines_are_counted_with_and_without_a_last_line_feed)
{
    static const struct {
        const char *bytes;
        uint32_t lines;
    } cases[] = {{"", 0},     {"\n", 1},    {"a", 1},       {"a\n", 1},
                 {"a\nb", 2}, {"a\n\n", 2}, {"\n\na\n", 3}, {"a\r\nb\r\n", 2}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(text_count_lines(cases[i].bytes, strlen(cases[i].bytes)), cases[i].lines,
                     "case %zu", i);
}

static bool count_file(void *context, const char *path)
{
    ++*(size_t *)context;
    return *path != '\0';
}

/* The name of the second file without its last byte is that of the first. */
Test(texts, a_file_whose_path_is_too_long_is_not_taken_for_another)
{
    static const char *const names[] = {"long/ab", "long/abc"};
    static char path[PATH_MAX];
    cr_assert_eq(mkdir("long", 0700), 0);
    for (size_t i = 0; i < 2; i++)
        write_file(names[i], "a");
    for (size_t longest = 3; longest >= 2; longest--) {
        size_t count = 0;
        const size_t length = PATH_MAX - 1 - strlen("/") - longest;
        memset(path, '/', length);
        memcpy(path + length - strlen("long"), "long", strlen("long"));
        memcpy(path, "./", strlen("./"));
        path[length] = '\0';
        cr_expect(text_folder_visit(path, count_file, &count));
        cr_expect_eq(count, longest - 1);
    }
}

Test(texts, files_are_visited_in_up_to_8_nested_folders)
{
    char path[100] = "deep";
    size_t count = 0;
    for (size_t depth = 0; depth <= TEXT_FOLDER_DEPTH_MAX + 1; depth++) {
        cr_assert_eq(mkdir(path, 0700), 0);
        strcat(path, "/file");
        write_file(path, "a");
        strcpy(path + strlen(path) - strlen("file"), "in");
    }
    cr_expect(text_folder_visit("deep", count_file, &count));
    cr_expect_eq(count, TEXT_FOLDER_DEPTH_MAX + 1);
}

Test(texts, hidden_files_and_links_in_a_folder_are_not_visited)
{
    size_t count = 0;
    write_file("data/.hidden", "a");
    cr_assert_eq(mkdir("data/.git", 0700), 0);
    write_file("data/.git/config", "a");
    cr_assert_eq(symlink("../outside/secret.txt", "data/link.txt"), 0);
    cr_assert_eq(symlink("../outside", "data/link"), 0);
    cr_expect(text_folder_visit("data", count_file, &count));
    cr_expect_eq(count, 2);
    cr_expect_not(text_folder_visit("absent", count_file, &count));
}
