/* Copies of remotes on disk. */
#include "data/state_folder.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const char url[] = "https://example.org/record.json";
static char folder[] = "/tmp/rapporteur-state-XXXXXX";
static char path[300]; /* the file of the copy */
static char body[] = "{\"meetings\": []}";

static struct remote_copy copy_of(char *text)
{
    struct remote_copy copy = {.body = text, .length = strlen(text), .modified = 1146182400};
    strcpy(copy.entity_tag, "\"abc\"");
    strcpy(copy.last_modified, "Fri, 28 Apr 2006 00:00:00 GMT");
    strcpy(copy.media_type, "text/markdown; charset=utf-8");
    return copy;
}

static void find_path(void)
{
    DIR *directory = opendir(folder);
    cr_assert(directory);
    for (const struct dirent *entry; (entry = readdir(directory));)
        if (entry->d_name[0] != '.')
            snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    closedir(directory);
}

static void start(void)
{
    cr_assert(mkdtemp(folder));
    const struct remote_copy copy = copy_of(body);
    cr_assert(state_folder_write(folder, url, &copy));
    find_path();
}

static void stop(void)
{
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(state_folder, .init = start, .fini = stop);

static bool is_read(const char *of_url, size_t bytes_max)
{
    struct remote_copy copy = {.body = NULL};
    const bool read = state_folder_read(folder, of_url, bytes_max, &copy);
    cr_expect_eq(read, copy.body != NULL);
    remote_copy_finish(&copy);
    return read;
}

Test(state_folder, a_copy_is_read_as_it_was_written)
{
    struct remote_copy copy;
    cr_assert(state_folder_read(folder, url, 100, &copy));
    cr_expect_str_eq(copy.body, body);
    cr_expect_eq(copy.length, strlen(body));
    cr_expect_str_eq(copy.entity_tag, "\"abc\"");
    cr_expect_str_eq(copy.last_modified, "Fri, 28 Apr 2006 00:00:00 GMT");
    cr_expect_str_eq(copy.media_type, "text/markdown; charset=utf-8");
    cr_expect_eq(copy.modified, 1146182400);
    remote_copy_finish(&copy);
}

Test(state_folder, each_url_has_its_own_file)
{
    char other_body[] = "other";
    const struct remote_copy other = copy_of(other_body);
    struct remote_copy copy;
    cr_expect_not(is_read("https://example.org/other.json", 100));
    cr_assert(state_folder_write(folder, "https://example.org/other.json", &other));
    cr_assert(state_folder_read(folder, url, 100, &copy));
    cr_expect_str_eq(copy.body, body);
    remote_copy_finish(&copy);
    cr_expect(is_read("https://example.org/other.json", 100));
}

Test(state_folder, a_copy_has_up_to_the_maximum_of_bytes)
{
    cr_expect(is_read(url, strlen(body)));
    cr_expect_not(is_read(url, strlen(body) - 1));
}

Test(state_folder, only_its_owner_may_read_a_copy)
{
    struct stat status;
    cr_assert_eq(stat(path, &status), 0);
    cr_expect_eq(status.st_mode & 07777, 0600);
}

/* Returns the content of the file. */
static size_t read_all(char content[2000])
{
    FILE *file = fopen(path, "r");
    cr_assert(file);
    const size_t length = fread(content, 1, 1999, file);
    content[length] = '\0';
    fclose(file);
    return length;
}

static void write_all(const char *content, size_t length)
{
    FILE *file = fopen(path, "w");
    cr_assert(file);
    cr_assert_eq(fwrite(content, 1, length, file), length);
    fclose(file);
}

Test(state_folder, a_copy_that_is_cut_or_changed_anywhere_is_not_read)
{
    char whole[2000], changed[2001];
    const size_t length = read_all(whole);
    cr_assert(freopen("/dev/null", "w", stderr)); /* a warning each */
    for (size_t i = 0; i < length; i++) {
        write_all(whole, i);
        cr_expect_not(is_read(url, 100), "cut at %zu", i);
    }
    snprintf(changed, sizeof changed, "%sx", whole);
    write_all(changed, length + 1);
    cr_expect_not(is_read(url, 100), "a byte follows");
    write_all(whole, length);
    cr_expect(is_read(url, 100));
}

/* Replaces a part of the file, and reports whether a copy is read. */
static bool is_read_with(const char *part, const char *replacement)
{
    char whole[2000], changed[4000];
    const size_t length = read_all(whole);
    const char *at = strstr(whole, part);
    cr_assert(at, "%s is not in %s", part, whole);
    const int changed_length = snprintf(changed, sizeof changed, "%.*s%s%s", (int)(at - whole),
                                        whole, replacement, at + strlen(part));
    write_all(changed, (size_t)changed_length);
    const bool read = is_read(url, 100);
    write_all(whole, length);
    return read;
}

Test(state_folder, every_line_of_a_copy_is_checked)
{
    cr_expect(is_read_with("\"abc\"", "\"xyz\""), "an entity tag may be any text");
    cr_expect_not(is_read_with("rapporteur copy 1", "rapporteur copy 2"));
    cr_expect_not(is_read_with("url: https", "url: http"));
    cr_expect_not(is_read_with("url: ", "uri: "));
    cr_expect_not(is_read_with("etag: ", "etag:"));
    cr_expect_not(is_read_with("modified: 11", "modified: x1"));
    cr_expect_not(is_read_with("length: 1", "length: 2"));
    cr_expect_not(is_read_with("length: ", "length: -"));
    cr_expect_not(is_read_with("sha256: ", "sha256: 0"));
    cr_expect_not(is_read_with("\n\n", "\nmore: 1\n\n"));
    cr_expect_not(is_read_with("meetings", "meetingz"), "the digest differs");
}

/* The file is written beside the old one, so a folder at that place makes the write fail. */
Test(state_folder, a_failed_write_keeps_the_old_copy)
{
    char beside[320], new_body[] = "new";
    const struct remote_copy copy = copy_of(new_body);
    struct remote_copy read;
    snprintf(beside, sizeof beside, "%s.new", path);
    cr_assert_eq(mkdir(beside, 0700), 0);
    cr_expect_not(state_folder_write(folder, url, &copy));
    cr_assert(state_folder_read(folder, url, 100, &read));
    cr_expect_str_eq(read.body, body);
    remote_copy_finish(&read);
    cr_assert_eq(rmdir(beside), 0);
    cr_expect(state_folder_write(folder, url, &copy));
    cr_assert_neq(access(beside, F_OK), 0, "no file is left beside it");
    cr_assert(state_folder_read(folder, url, 100, &read));
    cr_expect_str_eq(read.body, "new");
    remote_copy_finish(&read);
}

/* A limit on the length of files simulates a full disk. */
Test(state_folder, a_copy_that_does_not_fit_on_the_disk_keeps_the_old_one)
{
    static char text[100 * 1000];
    static const struct {
        size_t length;
        rlim_t limit;
    } sizes[] = {{sizeof text - 1, 4096}, {sizeof text - 1, 1}, {10, 100}, {10, 1}, {10, 0}};
    signal(SIGXFSZ, SIG_IGN);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const struct rlimit limit = {sizes[i].limit, RLIM_INFINITY};
        memset(text, 'a', sizes[i].length);
        text[sizes[i].length] = '\0';
        const struct remote_copy copy = copy_of(text);
        cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
        cr_expect_not(state_folder_write(folder, url, &copy), "%zu", i);
        cr_expect(is_read(url, 100), "%zu", i);
    }
}

/* Reads the copy, and reports whether a warning was written. */
static bool reading_warns(const char *of_url)
{
    char log[100];
    struct stat status;
    snprintf(log, sizeof log, "%s/log", folder);
    cr_assert(freopen(log, "w", stderr));
    cr_expect_not(is_read(of_url, 100));
    fflush(stderr);
    cr_assert_eq(stat(log, &status), 0);
    return status.st_size > 0;
}

Test(state_folder, a_copy_that_cannot_be_opened_is_a_warning_and_none_is_not)
{
    cr_expect_not(reading_warns("https://example.org/never-fetched.json"));
    cr_assert_eq(remove(path), 0);
    cr_assert_eq(symlink(path, path), 0);
    cr_expect(reading_warns(url));
}

Test(state_folder, a_link_beside_the_copy_is_not_followed)
{
    char beside[320], victim[100];
    const struct remote_copy copy = copy_of(body);
    snprintf(beside, sizeof beside, "%s.new", path);
    snprintf(victim, sizeof victim, "%s/victim", folder);
    cr_assert_eq(symlink(victim, beside), 0);
    cr_expect_not(state_folder_write(folder, url, &copy));
    cr_expect_neq(access(victim, F_OK), 0);
}

Test(state_folder, must_be_an_existing_folder)
{
    char inside[320];
    cr_expect(state_folder_is_there(folder));
    cr_expect_not(state_folder_is_there(path), "a file");
    cr_expect_not(state_folder_is_there("/nowhere/state"));
    snprintf(inside, sizeof inside, "%s/x", path);
    cr_expect_not(state_folder_is_there(inside), "below a file");
}

Test(state_folder, a_copy_of_an_earlier_version_without_a_media_type_is_read)
{
    char content[2000], *line;
    const size_t length = read_all(content);
    cr_assert((line = strstr(content, "content-type: ")));
    char *const after = strchr(line, '\n') + 1;
    memmove(line, after, length - (size_t)(after - content) + 1);
    FILE *file = fopen(path, "w");
    cr_assert(file);
    fputs(content, file);
    fclose(file);
    struct remote_copy copy;
    cr_assert(state_folder_read(folder, url, 100, &copy));
    cr_expect_str_eq(copy.body, body);
    cr_expect_str_empty(copy.media_type);
    remote_copy_finish(&copy);
}
